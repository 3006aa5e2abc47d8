"""Have the answers in Word forms cells or fields of their own?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, counted, first_places, judge_files, word_files


def check(context: Context) -> Result:
    """Count the paragraphs that hold a line of underscores or dots to write on."""

    def faults(document: Document) -> Iterator[Finding]:
        blocks = context.surveys.of(document).blanks
        if len(blocks) >= context.setting("least_blanks"):
            count = counted(len(blocks), "line has a blank", "lines have blanks")
            yield Finding.at(blocks[0], count=count, where=first_places(block.place for block in blocks))

    return judge_files(word_files(context.pack), "Word file", faults)
