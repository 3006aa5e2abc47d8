"""Are the headings of Word files marked as headings?"""

from collections.abc import Iterator
from dataclasses import replace

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Outcome,
    Result,
    counted,
    first_places,
    judge_files,
    word_files,
)


def check(context: Context) -> Result:
    """Look for short bold or large lines over text; a file without any headings is told by another check."""

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        lines = seen.fake_headings() if seen.headings else []
        if len(lines) >= context.setting("least_lines"):
            count = counted(len(lines), "line looks", "lines look")
            yield Finding.at(lines[0], count=count, where=first_places(line.place for line in lines))

    word = word_files(context.pack)
    files = [each for each in word if context.surveys.of(each).headings]
    result = judge_files(files, "Word file with a title or headings", faults)
    without = next((each.path for each in word if _looks_headed(context, each)), "")
    if without and result.outcome is Outcome.PASSED:
        return replace(result, reason=f"{result.reason}; {without} has no real headings at all, which is told apart")
    return result


def _looks_headed(context: Context, document: Document) -> bool:
    seen = context.surveys.of(document)
    return not seen.headings and bool(seen.fake_headings())
