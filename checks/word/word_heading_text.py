"""Do the headings of Word files hold the words of a heading, and stand where they are found?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    in_tables,
    judge_holding,
    marked,
    word_files,
)

_KINDS = (
    ("empty heading", "heading has no words", "headings have no words"),
    ("paragraph styled as heading", "paragraph is marked as a heading", "paragraphs are marked as headings"),
)


def check(context: Context) -> Result:
    """Read the marks for empty headings and whole paragraphs in the style of a heading, and look at each heading."""
    most = context.setting("most_letters")

    def faults(document: Document) -> Iterator[Finding]:
        yield from _marked(document)
        long = [block for block in context.surveys.of(document).headings if len(block.text) > most]
        if long:
            count = counted(len(long), "heading is", "headings are") + f" longer than {most} letters"
            yield Finding.at(long[0], count=count, where=first_places(block.place for block in long))
        inside = in_tables(document)
        if inside:
            many = counted(len(inside), "heading stands in a table", "headings stand in tables")
            where = first_places(block.place for block in inside)
            yield Finding.at(inside[0], count=f"{many}, which Word’s list of headings leaves out", where=where)

    def has_headings(document: Document) -> bool:
        return bool(context.surveys.of(document).headings)

    return judge_holding(word_files(context.pack), "Word file", "headings", has_headings, faults)


def _marked(document: Document) -> Iterator[Finding]:
    for kind, one, several in _KINDS:
        marks = [row for row in marked(document, kind) if not row[0].part]
        if kind == "empty heading":
            marks = [row for row in marks if "heading" in row[1].lower()]
        if marks:
            place, words = marks[0]
            where = first_places(place for place, _ in marks)
            yield Finding.at(place, quote=words, count=counted(len(marks), one, several), where=where)
