"""The few functions of PDFium that the reader calls, with bare addresses for arguments so that a call costs little."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_size_t, c_ulong, c_void_p
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw.bindings as raw

# Numbers of PDFium's own headers (fpdf_edit.h and fpdfview.h).
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
ERROR_FORMAT, ERROR_PASSWORD, ERROR_SECURITY = 3, 4, 5


def _bare(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Bind a function anew: the bindings check typed pointers at each call, which costs more than the call itself.

    The lock of the interpreter is kept during a call, since PDFium must never run in two threads.
    """
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _quick(name: str, result: Any) -> Callable[..., Any]:
    """Bind a function that is called for every word: its pointers must be made with `pointer` beforehand."""
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


pointer: Callable[[int], Any] = c_void_p.from_param
"""Make an address ready to be handed to a quick function, any number of times."""

quick_loose_box = _quick("FPDFText_GetLooseCharBox", None)
quick_get_object = _quick("FPDFPage_GetObject", c_void_p)
quick_text_object = _quick("FPDFText_GetTextObject", c_void_p)
quick_text_font = _quick("FPDFTextObj_GetFont", c_void_p)
quick_text_mode = _quick("FPDFTextObj_GetTextRenderMode", c_int)
quick_fill_colour = _quick("FPDFPageObj_GetFillColor", None)
quick_content_id = _quick("FPDFPageObj_GetMarkedContentID", c_int)
quick_object_type = _quick("FPDFPageObj_GetType", c_int)
quick_object_bounds = _quick("FPDFPageObj_GetBounds", None)

load_document = _bare("FPDF_LoadMemDocument64", c_void_p, c_void_p, c_size_t, c_void_p)
last_error = _bare("FPDF_GetLastError", c_ulong)
close_document = _bare("FPDF_CloseDocument", None, c_void_p)
count_pages = _bare("FPDF_GetPageCount", c_int, c_void_p)

load_page = _bare("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _bare("FPDF_ClosePage", None, c_void_p)
page_rotation = _bare("FPDFPage_GetRotation", c_int, c_void_p)
page_width = _bare("FPDF_GetPageWidthF", c_float, c_void_p)
page_height = _bare("FPDF_GetPageHeightF", c_float, c_void_p)
page_box = _bare("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)
count_objects = _bare("FPDFPage_CountObjects", c_int, c_void_p)

object_matrix = _bare("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
character_matrix = _bare("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
fill_colour = _bare("FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
content_id = _bare("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)
count_marks = _bare("FPDFPageObj_CountMarks", c_int, c_void_p)
get_mark = _bare("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
mark_name = _bare("FPDFPageObjMark_GetName", c_int, c_void_p, c_void_p, c_ulong, c_void_p)
count_form_objects = _bare("FPDFFormObj_CountObjects", c_int, c_void_p)
get_form_object = _bare("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)

draw_mode = _bare("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
count_path_points = _bare("FPDFPath_CountSegments", c_int, c_void_p)
get_path_point = _bare("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
point_position = _bare("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
point_type = _bare("FPDFPathSegment_GetType", c_int, c_void_p)
point_closes = _bare("FPDFPathSegment_GetClose", c_int, c_void_p)

load_text = _bare("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _bare("FPDFText_ClosePage", None, c_void_p)
count_characters = _bare("FPDFText_CountChars", c_int, c_void_p)
get_text = _bare("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
character_index = _bare("FPDFText_GetCharIndexFromTextIndex", c_int, c_void_p, c_int)
text_object = _bare("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
has_map_error = _bare("FPDFText_HasUnicodeMapError", c_int, c_void_p, c_int)

text_size = _bare("FPDFTextObj_GetFontSize", c_int, c_void_p, c_void_p)
character_origin = _bare("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
font_descent = _bare("FPDFFont_GetDescent", c_int, c_void_p, c_float, c_void_p)
font_name = _bare("FPDFFont_GetBaseFontName", c_size_t, c_void_p, c_void_p, c_size_t)
font_flags = _bare("FPDFFont_GetFlags", c_int, c_void_p)
font_weight = _bare("FPDFFont_GetWeight", c_int, c_void_p)


@dataclass(slots=True)
class Handle:
    """An open PDFium document; `data` must live as long as it does."""

    pointer: int
    data: bytes

    def close(self) -> None:
        """Give the document back to PDFium."""
        close_document(self.pointer)


class EngineError(Exception):
    """PDFium does not open the bytes; `code` is its own number for why."""

    def __init__(self, code: int) -> None:
        super().__init__(f"PDFium error {code}")
        self.code = code


def open_document(data: bytes) -> Handle:
    """Open a PDF from memory; raises EngineError."""
    raw.FPDF_InitLibrary()
    pointer = load_document(data, len(data), None)
    if not pointer:
        raise EngineError(last_error())
    return Handle(pointer, data)

