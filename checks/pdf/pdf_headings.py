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
    read_by_tags,
    skipped_levels,
    steps,
)

_START = "headings start below level 1"
_UNTAGGED = "headings not tagged"
"""The mark of a reader that found headings by their look where the file tags none."""


def check(context: Context) -> Result:
    """Look for files of some length without headings, and for levels that are skipped."""
    files = read_by_tags(context.pack)
    if not files:
        return not_applicable("the pack has no tagged PDF files", by_absence=True)
    findings = [finding for document in files for finding in _faults(context, document)]
    headed = sum(_is_headed(context, document) for document in files)
    if not headed and not findings:
        return not_applicable("no PDF file has headings, and none is long enough to need them", by_absence=True)
    short = f"; {counted(len(files) - headed, 'short one has', 'short ones have')} none" if headed < len(files) else ""
    return judge(
        findings, passed=counted(headed, "PDF file has real headings", "PDF files have real headings") + short
    )


def _is_headed(context: Context, document: Document) -> bool:
    return bool(context.surveys.of(document).headings) and not marked(document, _UNTAGGED)


def _faults(context: Context, document: Document) -> Iterator[Finding]:
    seen = context.surveys.of(document)
    untagged = bool(marked(document, _UNTAGGED))
    if (untagged or not seen.headings) and document.words >= context.setting("least_words"):
        looks = len(seen.headings)
        only = f"; {counted(looks, 'line only looks', 'lines only look')} like a heading" if looks else ""
        fault = f"This file of {document.words:,} words has no real headings{only}"
        yield Finding.at(document, fault=fault, how=steps(document, Need.STRUCTURE))
        return
    if untagged:
        return
    for place, level in marked(document, _START):
        fault = f"The first heading is of level {level}, not 1"
        yield Finding.at(place, fault=fault, how=steps(document, Need.STRUCTURE))
    yield from _odd(document)
    skips = tuple(skipped_levels(document, seen.headings))
    if skips:
        before, after = skips[0]
        times = f" ({len(skips)} times in the file)" if len(skips) > 1 else ""
        fault = f"The headings go from level {before.level} to level {after.level}{times}"
        yield Finding.at(after, fault=fault, how=steps(document, Need.STRUCTURE))


def _odd(document: Document) -> Iterator[Finding]:
    """Tell of headings that are cut up, that are whole paragraphs, and that come in two kinds."""
    cut = marked(document, "heading in pieces")
    if cut:
        place, words = cut[0]
        first, _, second = words.partition(" | ")
        times = f" ({len(cut)} times in the file)" if len(cut) > 1 else ""
        fault = f"One heading is cut into two tags, “{first}” and “{second}”{times}"
        yield Finding.at(place, quote=first, fault=fault, how=steps(document, Need.STRUCTURE))
    long = marked(document, "paragraph tagged as heading")
    if long:
        place, words = long[0]
        several = counted(len(long), "heading is a whole paragraph", "headings are whole paragraphs")
        yield Finding.at(place, quote=words, fault=several, how=steps(document, Need.STRUCTURE))
    for place, _ in marked(document, "two kinds of heading tag"):
        fault = "Some headings have a level (H1, H2) and some have none (H)"
        yield Finding.at(place, fault=fault, how=steps(document, Need.STRUCTURE))
