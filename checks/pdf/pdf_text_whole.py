"""Is the text of PDF files whole?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, first_places, judge_files, marked, pdf_files


def check(context: Context) -> Result:
    """Read the marks for words that lost letters, and for fonts that do not say what their letters are."""
    return judge_files(pdf_files(context.pack), "PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    words = marked(document, "damaged text layer")
    if words:
        shown = ", ".join(f"“{word}”" for _, word in words[:3])
        where = first_places(place for place, _ in words)
        yield Finding.at(words[0][0], fault=f"Letters are missing from words, such as {shown}", where=where)
    fonts = marked(document, "font without unicode map")
    if fonts:
        names = ", ".join(dict.fromkeys(name for _, name in fonts[:3]))
        where = first_places(place for place, _ in fonts)
        fault = f"A font does not say which letters its signs are, so they may be read wrongly ({names})"
        yield Finding.at(fonts[0][0], fault=fault, where=where)
