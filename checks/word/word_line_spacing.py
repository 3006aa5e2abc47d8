"""Have the lines of Word files room between them?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, first_places, judge_files, line_spacings, word_files

_SINGLE = 0.95


def check(context: Context) -> Result:
    """Compare the spacing of all text that fills more than one line with the least."""
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

    return judge_files(word_files(context.pack), "Word file", faults)
