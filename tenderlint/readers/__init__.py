"""Turns the bytes of a file into a Document, whatever format they turn out to be in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from tenderlint.errors import UnreadableError
from tenderlint.model import Document, Extent, Note
from tenderlint.patterns import late_pattern
from tenderlint.readers import kinds
from tenderlint.readers.base import Source, digest
from tenderlint.readers.kinds import Kind
from tenderlint.readers.sniff import sniff

LACKS_MEMORY = "needs more memory"
"""Stands in the note on every file that could not be read for want of memory."""

_FAULTS: tuple[tuple[type[BaseException], str, str], ...] = (
    (MemoryError, f"reading it {LACKS_MEMORY} than there is", "Split it into smaller files."),
    (RecursionError, "it is nested too deeply", ""),
    (UnicodeError, "its letters are garbled", ""),
    (OSError, "the system could not hand it over", "Copy or download it again."),
)
STUMBLED = "something in it is not as its format lays down"
_WRITTEN = (kinds.WEB_PAGE, kinds.TEXT, kinds.DATA)
_BINARY = (kinds.PDF, kinds.WORD, kinds.TEXT_DOCUMENT, kinds.WORKBOOK, kinds.SPREADSHEET, kinds.BINARY_WORKBOOK)
_PASSWORD = late_pattern(rb"type\s{0,3}=\s{0,3}[\"']?password", re.IGNORECASE)
_SAVE_AGAIN = "Open it in the program that made it, save it again and check that."


def read(source: Source) -> Document:
    """Read a file by what it holds, not by its name; a name that says otherwise becomes a note.

    Raises UnreadableError, and nothing else, when it cannot be read: in one line what is wrong and what to do.
    """
    kind = sniff(source)
    if not kind.reader:
        raise UnreadableError(_is(kind, source), source.path, kind.advice)
    try:
        document = _reader(kind)(source)
    except UnreadableError as error:
        raise _with_path(error, source.path) from error.__cause__
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise _in_plain_words(error, source.path) from error
    note = _misnamed(source, kind)
    return replace(document, notes=(note, *document.notes)) if note else document


def read_or_say(source: Source) -> Document:
    """Read a file, or return a document without words whose note says why it could not be read; never raises."""
    try:
        return read(source)
    except UnreadableError as error:
        return unread(source, error)


def unread(source: Source, error: UnreadableError) -> Document:
    """Return the document of a file that could not be read: it keeps its place in the pack, with a note."""
    kind = sniff(source)
    text = f"{error.message}. {error.advice}".strip() if error.advice else error.message
    return Document(
        path=source.path,
        media_type=kind.media_type,
        digest=digest(source.data),
        size=len(source.data),
        notes=(Note(text, lost=kind.words),),
        extent=Extent.NOT,
    )


def _reader(kind: Kind) -> Callable[[Source], Document]:
    reader: Callable[[Source], Document] = import_module(f"tenderlint.readers.{kind.reader}").read
    return reader


def _is(kind: Kind, source: Source) -> str:
    claimed = kinds.kind_of_ending(source.suffix)
    if not claimed or not claimed.reader or kind in (kinds.EMPTY, kinds.ZEROS, kinds.POINTER, kinds.LOCKED):
        return f"is {kind.name}"
    if kind is kinds.UNKNOWN:
        return f"has the name of {claimed.name} but is none"
    return f"is {kind.name}, though its name ends in {source.suffix}"


def _misnamed(source: Source, kind: Kind) -> Note | None:
    """Tell of a name that leads people, and their programs, astray."""
    claimed = kinds.kind_of_ending(source.suffix)
    if source.suffix in kind.endings or (claimed is None and kind is kinds.TEXT):
        return None
    advice = f"Give it the ending {kind.endings[0]}."
    if claimed is None:
        ends = f"ends in {source.suffix}" if source.suffix else "has no ending"
        return Note(f"is {kind.name} whose name {ends}. {advice}", lost=False)
    if kind in _WRITTEN and claimed in _BINARY:
        page = "a sign-in page" if _PASSWORD.search(source.data) else f"{kind.name}, perhaps an error or sign-in page,"
        return Note(f"is {page} with the name of {claimed.name}. Download the file itself again after signing in.")
    return Note(f"is {kind.name} with the name of {claimed.name}: read as {kind.name}. {advice}", lost=False)


def _with_path(error: UnreadableError, path: str) -> UnreadableError:
    return error if error.path else UnreadableError(error.message, path, error.advice)


def _in_plain_words(error: BaseException, path: str) -> UnreadableError:
    """Turn whatever a library raised into one line that a person can act on."""
    for kind, words, advice in _FAULTS:
        if isinstance(error, kind):
            return UnreadableError(f"could not be read: {words}", path, advice or _SAVE_AGAIN)
    return UnreadableError(f"could not be read: {STUMBLED} ({type(error).__name__})", path, _SAVE_AGAIN)
