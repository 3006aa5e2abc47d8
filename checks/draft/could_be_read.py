"""Could every page of every file be read?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Extent, Finding, Place, Result, cannot_tell, judge


def check(context: Context) -> Result:
    """Name each file and page that was not read."""
    findings = tuple(_findings(context))
    silent = [document for document in context.documents() if document.extent is Extent.FULLY and not document.words]
    if not findings and silent:
        return cannot_tell("a file was opened but holds no words", *silent)
    return judge(findings, passed=_all_read(len(context.pack.documents)))


def _all_read(files: int) -> str:
    which = {1: "the one file", 2: "both files"}.get(files, f"all {files} files")
    return f"every page of {which} was read"


def _findings(context: Context) -> Iterator[Finding]:
    for document in context.pack.documents:
        for note in document.notes:
            if note.lost:
                yield Finding.at(Place(document.path, page=note.page), why=_sentence(note.text))


def _sentence(note: str) -> str:
    """A note that goes on from the name of its file ("is locked") is made whole."""
    return f"it {note}" if note.startswith(("is ", "has ", "holds ", "cannot ", "could ", "was ", "does ")) else note
