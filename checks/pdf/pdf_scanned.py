"""Do the pages of PDF files hold text?"""

from collections.abc import Iterator

from tenderlint.checking import PDF, Context, Document, Finding, Result, counted, first_places, judge_files, marked


def check(context: Context) -> Result:
    """Read the marks for pages that are pictures, and for text that was put there by recognition."""
    files = [document for document in context.pack.documents if document.media_type == PDF]
    return judge_files(files, "PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    pages = marked(document, "page without text")
    if pages:
        fault = f"{counted(len(pages), 'page is a picture', 'pages are pictures')} without text"
        yield Finding.at(pages[0][0], fault=fault, where=first_places(place for place, _ in pages))
    guessed = marked(document, "text from recognition")
    if guessed:
        fault = "The pages are pictures, and their text was put there by recognition, which makes mistakes"
        yield Finding.at(guessed[0][0], fault=fault, where=first_places(place for place, _ in guessed))
