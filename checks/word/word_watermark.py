"""Does anything stand behind the words of Word files?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    word_files,
)


def check(context: Context) -> Result:
    """Look for watermarks and for pictures that lie behind the text."""
    return judge_files(word_files(context.pack), "Word file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    words = marked(document, "watermark")
    if words:
        place, said = words[0]
        yield Finding.at(place, quote=said, what="A watermark lies", where="")
    behind = marked(document, "picture behind the text")
    if behind:
        place, name = behind[0]
        what = counted(len(behind), "picture lies", "pictures lie")
        yield Finding.at(place, quote=name, what=what, where=first_places(place for place, _ in behind))
