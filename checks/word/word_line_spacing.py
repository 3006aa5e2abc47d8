"""Are the lines of Word files short enough, and is there room between them?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    first_places,
    judge_files,
    letters_in_line,
    line_spacings,
    word_files,
)

_SINGLE = 0.95


def check(context: Context) -> Result:
    """Compare the spacing and the length of the lines of all text that fills more than one with the bars."""
    least = context.setting("least_spacing")

    def faults(document: Document) -> Iterator[Finding]:
        rows = line_spacings(document)
        tight = [row for row in rows if row[0] < least]
        share = sum(letters for _, letters, _ in tight) / (sum(letters for _, letters, _ in rows) or 1)
        if share > context.setting("most_tight"):
            spacing, _, place = tight[0]
            yield Finding.at(
                place,
                share=f"{share:.0%}",
                least="single spacing" if _SINGLE <= least <= 1 else f"{least:g} of single spacing",
                spacing=f"{spacing:g}",
                where=first_places(place for _, _, place in tight),
            )

        letters, running = letters_in_line(document, context.surveys.of(document))
        if letters > context.setting("most_letters") and running >= context.setting("least_running"):
            message = f"The lines of the text hold about {letters} letters each: the eye loses the next line."
            yield Finding.at(document, message=message)

    return judge_files(word_files(context.pack), "Word file", faults)
