"""Do the tags of PDF files hold something?"""

from collections import defaultdict
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Place,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    steps,
    tagged_files,
)

_NAMES = {
    "P": ("paragraph", "paragraphs"),
    "LI": ("list item", "list items"),
    "TH": ("header cell", "header cells"),
    "Caption": ("caption", "captions"),
    "Link": ("link", "links"),
}
_HEADING = ("heading", "headings")


def check(context: Context) -> Result:
    """Count the headings, items, header cells and links that hold nothing, and rows of empty paragraphs."""

    def faults(document: Document) -> Iterator[Finding]:
        places: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place, role in marked(document, "empty tag"):
            places[_NAMES.get(role, _HEADING)].append(place)
        if len(places[_NAMES["P"]]) <= context.setting("most_paragraphs"):
            del places[_NAMES["P"]]
        counts = [counted(len(found), *name) for name, found in places.items()]
        if counts:
            told = " and ".join(filter(None, (", ".join(counts[:-1]), counts[-1])))
            every = [place for found in places.values() for place in found]
            hold = "holds" if len(every) == 1 else "hold"
            yield Finding.at(
                every[0], fault=f"{told} {hold} nothing", where=first_places(every), how=steps(document, Need.STRUCTURE)
            )

    return judge_files(tagged_files(context.pack), "tagged PDF file", faults)
