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
    findings = [finding for document in files for finding in _faults(context, document)]
    if not findings and not any(context.surveys.of(document).headings for document in files):
        return not_applicable("no Word file has headings, and none is long enough to need them", by_absence=True)
    return judge(findings, passed=_passed(len(files), sum(_is_divided(context, document) for document in files)))


def _is_divided(context: Context, document: Document) -> bool:
    """Say whether headings divide the file; a short one may have its title alone."""
    headings = len(context.surveys.of(document).headings)
    return headings > 1 or document.words >= context.setting("least_words")


def _passed(files: int, divided: int) -> str:
    """Say how many of the files have headings, and what the others have."""
    if divided == files:
        return counted(files, "Word file has real headings", "Word files have real headings")
    short = "short, with a title or one heading at most"
    if not divided:
        return counted(files, f"Word file is {short}", f"Word files are {short}")
    others = "the other is" if files - divided == 1 else "the others are"
    return f"{divided} of {files} Word files {'has' if divided == 1 else 'have'} real headings; {others} {short}"


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
