"""The names that XML elements and attributes have in Word files."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that the format uses
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

VAL = W + "val"
P = W + "p"
TBL = W + "tbl"
TR = W + "tr"
TC = W + "tc"
PPR = W + "pPr"
RPR = W + "rPr"
RUN = W + "r"
TEXT = W + "t"
SDT = W + "sdt"
SDT_PR = W + "sdtPr"
SDT_CONTENT = W + "sdtContent"
ALTERNATE = MC + "AlternateContent"
CHOICE = MC + "Choice"
FALLBACK = MC + "Fallback"
TEXT_BOX = W + "txbxContent"
R_ID = R + "id"
ID = W + "id"
AUTHOR = W + "author"

OFF = frozenset({"0", "false", "off", "none"})


def is_on(value: str | None) -> bool:
    """Tell whether an on/off setting is on: a setting without a value is."""
    return value is None or value.lower() not in OFF


def integer(value: str | None, otherwise: int = 0) -> int:
    """Return a whole number from an attribute, or `otherwise` when it is not one."""
    try:
        return int(value) if value else otherwise
    except ValueError:
        return otherwise
