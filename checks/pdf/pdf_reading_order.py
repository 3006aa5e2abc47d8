"""Are PDF files read out in the order in which they are seen?"""

from collections import Counter
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
    steps,
    tagged_files,
)


def check(context: Context) -> Result:
    """Count where the tags go up the page again: once on a page may be a box beside the text."""

    def faults(document: Document) -> Iterator[Finding]:
        rows = marked(document, "tags out of order")
        pages = Counter(place.page for place, _ in rows)
        most = max(pages.values(), default=0)
        if most <= context.setting("most_jumps") and len(rows) <= context.setting("most_in_file"):
            return
        place, words = next(row for row in rows if pages[row[0].page] == most)
        early, _, late = words.partition(" | ")
        yield Finding.at(
            place,
            quote=late,
            pages=counted(len(pages), "page is", "pages are"),
            early=early,
            late=late,
            where=first_places(place for place, _ in rows),
            how=steps(document, Need.ORDER),
        )

    return judge_files(tagged_files(context.pack), "tagged PDF file", faults)
