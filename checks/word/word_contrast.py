"""Do the words in Word files stand out from their background?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, first_places, judge_files, word_files


def check(context: Context) -> Result:
    """Measure the contrast of all words whose colour the file tells."""

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        if seen.faint and seen.faint_letters >= context.setting("least_letters"):
            first = seen.faint[0]
            yield Finding.at(
                first.block.place,
                quote=first.words[:200],
                letters=f"{seen.faint_letters:,}",
                ratio=f"{first.ratio:.1f}",
                needed="3" if first.large else "4.5",
                where=first_places(each.block.place for each in seen.faint),
            )

    return judge_files(word_files(context.pack), "Word file", faults)
