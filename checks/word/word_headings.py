"""Has each Word file real headings, in order?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_below,
    judge,
    not_applicable,
    skipped_levels,
    word_files,
)


def check(context: Context) -> Result:
    """Look for files of some length without headings, a wrong first level, and levels that are skipped."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files", by_absence=True)
    return judge(
        (finding for document in files for finding in _faults(context, document)),
        passed=counted(len(files), "Word file has real headings", "Word files have real headings"),
    )


def _faults(context: Context, document: Document) -> Iterator[Finding]:
    seen = context.surveys.of(document)
    if not seen.headings and document.words >= context.setting("least_words"):
        looks = len(seen.fake_headings())
        only = f"; {counted(looks, 'line only looks', 'lines only look')} like a heading" if looks else ""
        yield Finding.at(document, fault=f"This file of {document.words:,} words has no real headings{only}")
        return
    first = first_below(document, seen)
    if first is not None:
        yield Finding.at(first, fault=f"The first heading has level {first.level}, not 1")
    skips = tuple(skipped_levels(document, seen.headings))
    if skips:
        before, after = skips[0]
        times = f" ({len(skips)} times in the file)" if len(skips) > 1 else ""
        fault = f"The headings go from level {before.level} to level {after.level}{times}"
        yield Finding.at(after, fault=fault)
