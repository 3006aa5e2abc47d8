"""Are the typefaces of PDF files in the files?"""

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
    pdf_files,
    steps,
)

_MOST_NAMES = 3


def check(context: Context) -> Result:
    """Read the marks for fonts that are only named."""
    return judge_files(pdf_files(context.pack), "PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    rows = marked(document, "font not embedded")
    if rows:
        names = list(dict.fromkeys(name.replace(",", " ") for _, name in rows))
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        yield Finding.at(
            rows[0][0],
            count=counted(len(names), "typeface is", "typefaces are"),
            where=first_places(place for place, _ in rows),
            names=", ".join(names[:_MOST_NAMES]) + more,
            how=steps(document, Need.FONTS),
        )
