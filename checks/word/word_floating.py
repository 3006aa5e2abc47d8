"""Do the pictures of Word files stand in line with the text?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    floating_pictures,
    judge_holding,
    word_files,
)


def check(context: Context) -> Result:
    """Count the pictures with something to tell that float beside the running text."""
    return judge_holding(word_files(context.pack), "Word file", "pictures", _has_pictures, _faults)


def _faults(document: Document) -> Iterator[Finding]:
    pictures = list(floating_pictures(document))
    if pictures:
        yield Finding.at(
            pictures[0].place,
            quote=(pictures[0].alt or "")[:200],
            count=counted(len(pictures), "picture floats", "pictures float"),
            where=first_places(picture.place for picture in pictures),
        )


def _has_pictures(document: Document) -> bool:
    return bool(document.structure.pictures)
