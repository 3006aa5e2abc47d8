"""Has each PDF file real headings, in order?"""

from collections.abc import Iterator
from itertools import pairwise

from tenderlint.checking import Context, Document, Finding, Result, headings, judge, not_applicable, pdf_files

_UNTAGGED = "headings not tagged"
"""The mark of a reader that found headings by their look where the file tags none."""


def check(context: Context) -> Result:
    """Look for files of some length without headings, and for levels that are skipped."""
    files = tuple(each for each in pdf_files(context.pack) if each.structure.tagged)
    if not files:
        return not_applicable("the pack has no tagged PDF files")
    return judge(
        (finding for document in files for finding in _faults(context, document)),
        passed=f"{len(files)} PDF files",
    )


def _faults(context: Context, document: Document) -> Iterator[Finding]:
    rows = headings(document)
    if (not rows or _only_by_look(document)) and document.words >= context.setting("least_words"):
        yield Finding.at(document, fault=f"{document.words:,} words and no headings")
        return
    for before, after in pairwise(rows):
        if after.level > before.level + 1:
            yield Finding.at(after, fault=f"they go from level {before.level} to level {after.level}")
            return


def _only_by_look(document: Document) -> bool:
    return any(mark.kind == _UNTAGGED for mark in document.structure.marks)
