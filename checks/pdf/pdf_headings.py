"""Has each PDF file real headings, in order?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    judge,
    marked,
    not_applicable,
    skipped_levels,
    steps,
    tagged_files,
)

_START = "headings start below level 1"
_UNTAGGED = "headings not tagged"
"""The mark of a reader that found headings by their look where the file tags none."""


def check(context: Context) -> Result:
    """Look for files of some length without headings, and for levels that are skipped."""
    files = tagged_files(context.pack)
    if not files:
        return not_applicable("the pack has no tagged PDF files")
    return judge(
        (finding for document in files for finding in _faults(context, document)),
        passed=counted(len(files), "PDF file"),
    )


def _faults(context: Context, document: Document) -> Iterator[Finding]:
    seen = context.surveys.of(document)
    untagged = bool(marked(document, _UNTAGGED))
    if (untagged or not seen.headings) and document.words >= context.setting("least_words"):
        looks = len(seen.headings)
        only = f", though {counted(looks, 'line looks', 'lines look')} like one" if looks else ""
        fault = f"{document.words:,} words and no headings{only}"
        yield Finding.at(document, fault=fault, how=steps(document, Need.STRUCTURE))
        return
    if untagged:
        return
    for place, level in marked(document, _START):
        fault = f"the first is of level {level}, not 1"
        yield Finding.at(place, fault=fault, how=steps(document, Need.STRUCTURE))
    skips = tuple(skipped_levels(document, seen.headings))
    if skips:
        before, after = skips[0]
        times = f" ({len(skips)} times in the file)" if len(skips) > 1 else ""
        fault = f"they go from level {before.level} to level {after.level}{times}"
        yield Finding.at(after, fault=fault, how=steps(document, Need.STRUCTURE))
