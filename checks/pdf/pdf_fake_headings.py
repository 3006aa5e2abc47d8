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
    judge_files,
    marked,
    read_by_tags,
    steps,
)


def check(context: Context) -> Result:
    """Look for short bold or large lines over text; a file without any headings is told by another check."""

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        untagged = marked(document, "headings not tagged")
        lines = seen.fake_headings() if seen.headings and not untagged else []
        if len(lines) >= context.setting("least_lines"):
            yield Finding.at(
                lines[0],
                count=counted(len(lines), "line looks", "lines look"),
                where=first_places(line.place for line in lines),
                how=steps(document, Need.STRUCTURE),
            )

    return judge_files(read_by_tags(context.pack), "tagged PDF file", faults)
