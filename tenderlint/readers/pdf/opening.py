"""Opens a PDF with both libraries, or says in one line why it cannot be opened."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pikepdf

from tenderlint.errors import UnreadableError
from tenderlint.readers.base import Source
from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.objects import ERRORS

_HEAD = 1024  # bytes: the format allows so much before its mark
_AGAIN = "Copy or download it again, or save it again from the program that made it."
_BEGINNINGS = (
    (b"PK\x03\x04", "is a Word, Excel or zip file with the name of a PDF", "Give it its own ending, such as .docx."),
    (b"\xd0\xcf\x11\xe0", "is an old Office file with the name of a PDF", "Save it as .docx or as PDF."),
    (b"{\\rtf", "is a rich text (RTF) file with the name of a PDF", "Save it as .docx or as PDF."),
    (b"version https://git-lfs", "is a pointer of Git LFS, not the file itself", "Fetch it with `git lfs pull`."),
)
_WEB = (b"<!doctype html", b"<html", b"<head", b"<?xml", b"<!--")


@dataclass(slots=True)
class Opened:
    """A PDF open in PDFium, and in pikepdf where that can read it; `damaged` says that it had to be mended."""

    handle: engine.Handle
    pdf: Any  # pikepdf.Pdf, or None
    damaged: bool
    pages: int

    def close(self) -> None:
        """Close both."""
        self.handle.close()
        if self.pdf is not None:
            self.pdf.close()


def open_pdf(source: Source) -> Opened:
    """Open a PDF; raises UnreadableError when it is empty, no PDF, locked, or damaged beyond reading."""
    _sniff(source)
    try:
        pdf, damaged = _open_structure(source)
    except pikepdf.PasswordError as error:
        raise _locked(source) from error
    try:
        handle = _open_text(source, pdf)
    except engine.EngineError as error:
        if pdf is not None:
            pdf.close()
        if error.code in (engine.ERROR_PASSWORD, engine.ERROR_SECURITY):
            raise _locked(source) from error
        raise UnreadableError("is damaged or cut short: no page of it can be read", source.path, _AGAIN) from error
    pages = engine.count_pages(handle.pointer)
    opened = Opened(handle, pdf, damaged, pages)
    if pages <= 0:
        opened.close()
        raise UnreadableError("is damaged or cut short: no page of it can be read", source.path, _AGAIN)
    return opened


def _open_text(source: Source, pdf: Any) -> engine.Handle:
    """Open the file in PDFium, mended by pikepdf where PDFium alone cannot; raises EngineError."""
    try:
        return engine.open_document(source.data)
    except engine.EngineError as error:
        if error.code != engine.ERROR_FORMAT or pdf is None:
            raise
        mended = io.BytesIO()
        try:
            pdf.save(mended)
        except ERRORS:
            raise error from None
        return engine.open_document(mended.getvalue())


def _open_structure(source: Source) -> tuple[Any, bool]:
    try:
        # Pages look up what they inherit when it is asked for: handing it down costs as much as opening ten times over.
        pdf = pikepdf.open(io.BytesIO(source.data), inherit_page_attributes=False)
        len(pdf.pages)  # has the tree of pages looked through, and what is wrong with it found
    except pikepdf.PasswordError:
        raise
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError, UnicodeDecodeError):
        return None, True
    try:
        return pdf, any("is damaged" in str(warning) for warning in pdf.get_warnings())
    except (pikepdf.PdfError, ValueError, RuntimeError, UnicodeDecodeError):
        return pdf, True


def _locked(source: Source) -> UnreadableError:
    return UnreadableError("is locked with a password", source.path, "Save a copy without it, or ask for one.")


def _sniff(source: Source) -> None:
    data = source.data
    if not data:
        raise UnreadableError("is empty: it has 0 bytes", source.path, "Copy or download it again.")
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return
    for beginning, message, advice in _BEGINNINGS:
        if head.startswith(beginning):
            raise UnreadableError(message, source.path, advice)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB):
        raise UnreadableError("is a web page with the name of a PDF", source.path, "Download the file itself again.")
    if b"%PDF-" not in data[: 64 * _HEAD]:
        raise UnreadableError("is not a PDF file", source.path, _AGAIN)
