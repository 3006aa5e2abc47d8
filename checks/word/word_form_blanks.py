"""Are answers in Word forms to be written on lines of dots or underscores?"""

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
    """Count the paragraphs that hold a line of underscores or dots to write on."""

    def faults(document: Document) -> Iterator[Finding]:
        blocks = context.surveys.of(document).blanks
        if len(blocks) >= context.setting("least_blanks"):
            count = counted(len(blocks), "line has a blank", "lines have blanks")
            yield Finding.at(blocks[0], count=count, where=first_places(block.place for block in blocks))

    files = word_files(context.pack)
    result = judge_files(files, "Word file", faults)
    if result.outcome is not Outcome.PASSED:
        return result
    few = sum(len(context.surveys.of(document).blanks) for document in files)
    lines = f"only {counted(few, 'line')}" if few else "no lines"
    have = counted(len(files), "Word file has", "Word files have")
    return replace(result, reason=f"{have} {lines} of dots or underscores to write on; nothing else was looked for")
