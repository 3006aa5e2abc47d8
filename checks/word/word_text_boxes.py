"""Do the words of Word files stand in the text?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, first_places, judge_files, word_files


def check(context: Context) -> Result:
    """Count the words in text boxes."""

    def faults(document: Document) -> Iterator[Finding]:
        boxes = context.surveys.of(document).boxes
        words = sum(len(block.text.split()) for block in boxes)
        if words >= context.setting("least_words"):
            yield Finding.at(boxes[0], words=f"{words:,}", where=first_places(block.place for block in boxes))

    return judge_files(word_files(context.pack), "Word file", faults)
