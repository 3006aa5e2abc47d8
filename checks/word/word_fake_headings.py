"""Are the headings of Word files marked as headings?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, counted, first_places, judge_files, word_files


def check(context: Context) -> Result:
    """Look for short bold or large lines over text; a file without any headings is told by another check."""

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        lines = seen.fake_headings() if seen.headings else []
        if len(lines) >= context.setting("least_lines"):
            count = counted(len(lines), "line looks", "lines look")
            yield Finding.at(lines[0], count=count, where=first_places(line.place for line in lines))

    files = [each for each in word_files(context.pack) if context.surveys.of(each).headings]
    return judge_files(files, "Word file with headings", faults)
