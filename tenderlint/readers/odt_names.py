"""The names that XML elements and attributes have in OpenDocument text files."""

from __future__ import annotations

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
FORM = f"{{{_BASE}form:1.0}}"
META = f"{{{_BASE}meta:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{{{_BASE}svg-compatible:1.0}}"
MANIFEST = f"{{{_BASE}manifest:1.0}}"
LOEXT = f"{{{_BASE}loext:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

P = TEXT + "p"
H = TEXT + "h"
LIST = TEXT + "list"
ITEM = TEXT + "list-item"
LIST_HEADER = TEXT + "list-header"
SECTION = TEXT + "section"
STYLE_NAME = TEXT + "style-name"
FRAME = DRAW + "frame"
ANNOTATION = OFFICE + "annotation"


def integer(value: str | None, otherwise: int = 0) -> int:
    """Return a whole number from an attribute, or `otherwise` when it is not one."""
    try:
        return int(value) if value else otherwise
    except ValueError:
        return otherwise


def twips(value: str | None) -> int | None:
    """Return a length such as "1.27cm" in twentieths of a point, or None."""
    if not value:
        return None
    for unit, size in (("cm", 567.0), ("mm", 56.7), ("in", 1440.0), ("pt", 20.0), ("pc", 240.0), ("px", 15.0)):
        if value.endswith(unit):
            try:
                return round(float(value[: -len(unit)]) * size)
            except ValueError:
                return None
    return None
