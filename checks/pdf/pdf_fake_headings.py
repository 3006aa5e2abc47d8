"""Are the headings of PDF files tagged as headings?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    first_places,
    judge_holding,
    marked,
    read_by_tags,
    steps,
)


def check(context: Context) -> Result:
    """Look for short bold or large lines over text; a file without any headings is told by another check."""

    def has_headings(document: Document) -> bool:
        return bool(context.surveys.of(document).headings) and not marked(document, "headings not tagged")

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        lines = seen.fake_headings() if has_headings(document) else []
        if len(lines) >= context.setting("least_lines"):
            yield Finding.at(
                lines[0],
                count=counted(len(lines), "line looks", "lines look"),
                where=first_places(line.place for line in lines),
                how=steps(document, Need.STRUCTURE),
            )

    return judge_holding(read_by_tags(context.pack), "tagged PDF file", "real headings", has_headings, faults)
