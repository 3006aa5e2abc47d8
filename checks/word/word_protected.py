"""Can Word files be changed by those who must read and fill them in?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_files, marked, word_files

_HOW = {"forms": ", so that only its fields may be filled in", "readOnly": " against all changes", "": ""}


def check(context: Context) -> Result:
    """Read the file's own setting of what may be edited; tracked changes and comments leave enough room."""
    return judge_files(word_files(context.pack), "Word file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    for place, allowed in marked(document, "document protection"):
        if allowed in _HOW:
            yield Finding.at(place, how=_HOW[allowed])
