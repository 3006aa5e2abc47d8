"""Has each Word file real headings, in order?"""

from collections.abc import Iterator
from itertools import pairwise

from tenderlint.checking import Context, Document, Finding, Result, headings, judge, not_applicable, word_files


def check(context: Context) -> Result:
    """Look for files of some length without headings, and for levels that are skipped."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files")
    return judge(
        (finding for document in files for finding in _faults(context, document)),
        passed=f"{len(files)} Word files",
    )


def _faults(context: Context, document: Document) -> Iterator[Finding]:
    rows = headings(document)
    if not rows and document.words >= context.setting("least_words"):
        yield Finding.at(document, fault=f"{document.words:,} words and no headings")
        return
    for before, after in pairwise(rows):
        if after.level > before.level + 1:
            yield Finding.at(after, fault=f"they go from level {before.level} to level {after.level}")
            return
