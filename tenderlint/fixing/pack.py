"""Corrects the files of a pack one by one, and holds each copy against the file that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenderlint.discovery import load_pack
from tenderlint.discovery.folders import files_below, held_at
from tenderlint.discovery.names import shown
from tenderlint.errors import UnreadableError
from tenderlint.facts.access import PDF
from tenderlint.fixing.changes import Corrected, RefusedError, Wishes
from tenderlint.fixing.words import is_british
from tenderlint.model import BlockKind, Document, Extent, walk
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source

if TYPE_CHECKING:
    from tenderlint.discovery import Progress

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MACROS = "application/vnd.ms-word"
_OPEN = "application/vnd.oasis.opendocument.text"
_FOLLOWS = ("is ", "has ", "holds ", "was ", "could ", "cannot ", "lies ", "begins ", "took ", "needs ", "crashed ")
_ENDINGS = (".docx", ".docm", ".doc", ".pdf")
_UNSAFE = "could not be corrected: the copy did not hold the same text. Put it right in the program that made it."


def correct_pack(
    path: Path, language: str | None = None, decorative: tuple[str, ...] = (), progress: Progress | None = None
) -> Iterator[Corrected]:
    """Yield what came of each Word and PDF file of a pack, in the order of their names; nothing is written.

    `language` is the tag for files that name no language, `decorative` are names of pictures. Raises UsageError when
    there is no pack at `path`.
    """
    pack = load_pack(path, progress=progress)
    wishes = Wishes(language, decorative, is_british(pack.documents))
    files = files_below(path.resolve()) if path.is_dir() else held_at(path, shown(path.name), whole_pack=True)
    held = {file.path: file for file in files}
    for document in pack.documents:
        told = Corrected(document.path)
        try:
            _correct(held[document.path].load() if document.path in held else b"", document, wishes, told)
        except (RefusedError, UnreadableError) as error:
            told.refused, told.data = _reason(error), None
        except OSError as error:
            told.refused = f"could not be opened ({error.strerror or error})."
        if told.changes or told.left or told.refused:
            yield told
    for file in held.values():
        file.close()


def _reason(error: RefusedError | UnreadableError) -> str:
    if isinstance(error, UnreadableError):
        return f"{error.message.removesuffix('.')}. {error.advice}".strip()
    return str(error)


def _correct(data: bytes, document: Document, wishes: Wishes, told: Corrected) -> None:
    kind = document.media_type
    if kind == _OPEN:
        raise RefusedError("is OpenDocument text, which is not corrected. Put it right in LibreOffice.")
    if not (kind == PDF or kind.startswith((_WORD, _MACROS)) or document.path.lower().endswith(_ENDINGS)):
        return
    if document.extent is Extent.NOT:
        raise RefusedError(_why_unread(document))
    if any(note.lost and "damaged" in note.text for note in document.notes):
        raise RefusedError("is damaged. Open it in Word and save it again.")
    made = _made(data, document, wishes, told)
    if not told.changes:
        return
    if not _is_same(document, data, made):
        told.changes.clear()
        raise RefusedError(_UNSAFE)
    told.data = made


def _why_unread(document: Document) -> str:
    """The reader's own words, which either follow the name of the file or are a sentence of their own."""
    text = next((note.text for note in document.notes), "could not be read.")
    return text if text.startswith(_FOLLOWS) else text[:1].upper() + text[1:]


def _made(data: bytes, document: Document, wishes: Wishes, told: Corrected) -> bytes:
    try:
        if document.media_type == PDF:
            from tenderlint.fixing import pdf

            return pdf.correct(data, document, wishes, told)
        from tenderlint.fixing import word

        return word.correct(data, document, wishes, told)
    except RefusedError:
        raise
    except Exception as error:  # whatever a library finds wrong with a file, the file is left alone
        told.changes.clear()
        told.left.clear()
        why = f"is built in a way that cannot be corrected ({type(error).__name__}). Save it again and try anew."
        raise RefusedError(why) from error


def _is_same(document: Document, data: bytes, made: bytes) -> bool:
    """Read the copy and tell whether it holds the same words; a corrected PDF must begin with the whole old file."""
    if document.media_type == PDF and not made.startswith(data):
        return False
    copy = read_or_say(Source(document.path, made))
    return copy.extent is document.extent and _words(copy) == _words(document)


def _words(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, "".join(block.text.split())) for block in walk(document.blocks) if block.text]
