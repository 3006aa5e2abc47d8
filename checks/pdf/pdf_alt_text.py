"""Are the pictures in PDF files described in words?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    judge,
    marked,
    not_applicable,
    read_by_tags,
    repeats_caption,
    silent_pictures,
    steps,
    told_once,
)


def check(context: Context) -> Result:
    """Look at each picture that is not marked as decoration; pictures of one file are told together."""
    files = read_by_tags(context.pack)
    if not files:
        return not_applicable("the pack has no tagged PDF files", by_absence=True)
    number = sum(len(document.structure.pictures) for document in files)
    findings = [finding for document in files for finding in _faults(document)]
    if not number and not findings:
        return not_applicable("the tagged PDF files hold no pictures", by_absence=True)
    return judge(
        findings,
        passed=f"{counted(number, 'picture')} found in order",
    )


def _faults(document: Document) -> Iterator[Finding]:
    how = steps(document, Need.STRUCTURE)
    pictures = tuple(silent_pictures(document))
    mute = [picture for picture in pictures if not (picture.alt or "").strip()]
    poor = [picture for picture in pictures if (picture.alt or "").strip()]
    others = [picture for picture in document.structure.pictures if picture not in poor]
    for rows, fault in (
        (mute, "no words describe"),
        (poor, "the words tell nothing of"),
        (repeats_caption(document, others), "the words only repeat the caption of"),
    ):
        if rows:
            told = f"{fault} {'it' if len(rows) == 1 else 'them'}"
            places = [picture.place for picture in rows]
            yield from told_once(places, "picture", quote=(rows[0].alt or "")[:200], fault=told, how=how)
    formulas = [place for place, _ in marked(document, "formula without words")]
    fault = f"no words describe {'it' if len(formulas) == 1 else 'them'}"
    yield from told_once(formulas, "formula", fault=fault, how=how)
