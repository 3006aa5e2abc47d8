"""Are the pictures in PDF files described in words?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    first_places,
    judge,
    marked,
    not_applicable,
    read_by_tags,
    repeats_caption,
    silent_pictures,
    steps,
)


def check(context: Context) -> Result:
    """Look at each picture that is not marked as decoration; pictures of one file are told together."""
    files = read_by_tags(context.pack)
    if not files:
        return not_applicable("the pack has no tagged PDF files")
    return judge(
        (finding for document in files for finding in _faults(document)),
        passed=f"{counted(sum(len(document.structure.pictures) for document in files), 'picture')} found in order",
    )


def _faults(document: Document) -> Iterator[Finding]:
    pictures = tuple(silent_pictures(document))
    mute = [picture for picture in pictures if not (picture.alt or "").strip()]
    poor = [picture for picture in pictures if (picture.alt or "").strip()]
    told = [picture for picture in document.structure.pictures if picture not in poor]
    for rows, fault in (
        (mute, "no words describe"),
        (poor, "the words tell nothing of"),
        (repeats_caption(document, told), "the words only repeat the caption of"),
    ):
        if rows:
            it = "it" if len(rows) == 1 else "them"
            yield Finding.at(
                rows[0].place,
                quote=(rows[0].alt or "")[:200],
                count=counted(len(rows), "picture"),
                fault=f"{fault} {it}",
                where=first_places(picture.place for picture in rows),
                how=steps(document, Need.STRUCTURE),
            )
    formulas = marked(document, "formula without words")
    if formulas:
        yield Finding.at(
            formulas[0][0],
            count=counted(len(formulas), "formula"),
            fault=f"no words describe {'it' if len(formulas) == 1 else 'them'}",
            where=first_places(place for place, _ in formulas),
            how=steps(document, Need.STRUCTURE),
        )
