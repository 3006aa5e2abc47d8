"""Are the pictures in Word files described in words?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge,
    late_pattern,
    not_applicable,
    repeats_caption,
    silent_pictures,
    word_files,
)

_MADE = late_pattern(r"description automatically generated|ai[- ]generated content may be incorrect", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look at each picture that is not marked as decoration; pictures of one file are told together."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files", by_absence=True)
    number = sum(len(document.structure.pictures) for document in files)
    findings = [finding for each in files for finding in _faults(each, context.setting("most_letters"))]
    if not number and not findings:
        return not_applicable("the Word files hold no pictures", by_absence=True)
    return judge(
        findings,
        passed=f"{counted(number, 'picture')} found in order",
    )


def _faults(document: Document, most: int) -> Iterator[Finding]:
    pictures = tuple(silent_pictures(document))
    told = [picture for picture in document.structure.pictures if not picture.decorative and picture not in pictures]
    for rows, one, several in (
        ([picture for picture in pictures if not (picture.alt or "").strip()],
         "no words describe it", "no words describe them"),
        ([picture for picture in pictures if (picture.alt or "").strip()],
         "the words tell nothing of it", "the words tell nothing of them"),
        (repeats_caption(document, told),
         "the words only repeat its caption", "the words only repeat their captions"),
        ([picture for picture in told if _MADE.search(picture.alt or "")],
         "its words were made by a program", "their words were made by a program"),
        ([picture for picture in told if len(picture.alt or "") > most],
         f"its description is longer than {most} letters", f"their descriptions are longer than {most} letters"),
    ):  # fmt: skip
        if rows:
            yield Finding.at(
                rows[0].place,
                quote=(rows[0].alt or "")[:200],
                count=counted(len(rows), "picture"),
                fault=one if len(rows) == 1 else several,
                where=first_places(picture.place for picture in rows),
            )
