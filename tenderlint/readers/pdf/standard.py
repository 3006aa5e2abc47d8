"""Has a PDF judged against the whole of PDF/UA-1 by another program, and tells its answers in our own terms.

The other program is the package page-validation, an extra that is used only when it is asked for. It tells of each rule
the first place alone. What it says of some sound files against veraPDF's judgement is left out here: see
docs/decisions/0014-what-pdfua-is-believed.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import ERRORS, get, identity, items, text

OTHER = "other"
LINES = "7.1 lines"
"""Not words but lines and shades are in no tag: one rule with the words, and far less of a barrier."""
_DRAWN = late_pattern(r"contains (?:path painting|shading) that is neither")
_PREFIX = "PDFUA1-"
_PAGE = late_pattern(r"\bpage (\d{1,6})\b")
_FONT = late_pattern(r"\bfont object (\d{1,9}) ")
_SOUND_MAP = "has a malformed ToUnicode CMap"
_DEEPEST = 64

# The rules of the other program by the topic that we tell them under: the clause of ISO 14289-1, and a word.
_TOPICS = {
    "5 identity": "ID-SCHEMA ID-PART ID-PART-PREFIX ID-AMD-PREFIX ID-CORR-PREFIX",
    "6.1 beginning": "HEADER",
    "6.2 tagged": "TAGGED-DOCUMENT",
    "7.1 title": "METADATA-STRUCTURE METADATA-TITLE VIEWER-PREFERENCES",
    "7.1 suspects": "SUSPECTS",
    "7.1 roles": "STRUCT-TREE-ROLE-MAP STRUCT-TREE-ROLE-MAP-CYCLE STRUCT-TREE-ROLE-MAP-STANDARD",
    "7.1 tree": "STRUCT-TREE-ROOT STRUCT-ELEMENT-PARENT",
    "7.1 content": "CONTENT-TAGGING ARTIFACT-NESTED TAGGED-CONTENT-INSIDE-ARTIFACT",
    "7.2 language": "METADATA-LANGUAGE OUTLINE-LANGUAGE ACTUAL-TEXT-LANGUAGE ALT-TEXT-LANGUAGE E-TEXT-LANGUAGE "
                    "ANNOTATION-CONTENTS-LANGUAGE FORM-FIELD-TU-LANGUAGE LANGUAGE-TAG SPAN-ACTUAL-TEXT-LANGUAGE "
                    "SPAN-ALT-TEXT-LANGUAGE SPAN-E-TEXT-LANGUAGE TEXT-LANGUAGE",
    "7.2 tables": "TABLE-KIDS TABLE-CAPTION-COUNT TABLE-CAPTION-POSITION TR-PARENT THEAD-PARENT TBODY-PARENT "
                  "TFOOT-PARENT TH-PARENT TD-PARENT TR-KIDS THEAD-KIDS TBODY-KIDS TFOOT-KIDS TABLE-THEAD-COUNT "
                  "TABLE-TFOOT-COUNT TABLE-TFOOT-TBODY TABLE-THEAD-TBODY",
    "7.2 grid": "TABLE-CELL-INTERSECTION TABLE-COLUMN-ROWSPAN TABLE-ROW-COLUMNSPAN",
    "7.2 lists": "LI-PARENT LBODY-PARENT L-KIDS L-CAPTION LI-KIDS",
    "7.2 contents": "TOCI-PARENT TOC-KIDS TOC-CAPTION",
    "7.3 pictures": "FIGURE-ALTERNATIVE-TEXT",
    "7.4 headings": "HEADING-NESTING HEADING-CHILD-COUNT HEADING-STRUCTURE",
    "7.5 headers": "TABLE-HEADERS-SCOPE TABLE-HEADERS-UNDEFINED",
    "7.7 formulas": "FORMULA-ALTERNATIVE-TEXT",
    "7.9 notes": "NOTE-ID NOTE-ID-UNIQUE",
    "7.10 layers": "OPTIONAL-CONTENT-NAME OPTIONAL-CONTENT-AS",
    "7.11 attachments": "FILE-SPEC-F-AND-UF",
    "7.15 xfa": "DYNAMIC-XFA",
    "7.16 permissions": "ENCRYPTION-P",
    "7.18.1 annotations": "ANNOTATION-ANNOT-TAG ANNOTATION-CONTENTS-ALT",
    "7.18.1 names": "FORM-FIELD-TU-ALT",
    "7.18.2 printing": "TRAPNET-ANNOTATION",
    "7.18.3 order": "PAGE-TABS",
    "7.18.4 fields": "WIDGET-FORM-TAG FORM-CHILDREN",
    "7.18.5 links": "LINK-LINK-TAG LINK-CONTENTS",
    "7.18.6 media": "MEDIA-CLIP-CT MEDIA-CLIP-ALT",
    "7.18.8 printing": "PRINTER-MARK-ARTIFACT",
    "7.20 parts": "FORM-REFERENCE FORM-STRUCTURE",
    "7.21.3 signs": "TYPE0-CID-SYSTEM-INFO CIDTOGIDMAP CMAP-EMBEDDING CMAP-WMODE CMAP-REFERENCE",
    "7.21.4 fonts": "FONT-EMBEDDING FONT-GLYPH-PRESENCE FONT-TYPE1-CHARSET CID-SUBSET-CIDSET",
    "7.21.5 widths": "FONT-GLYPH-WIDTH",
    "7.21.6 encodings": "TRUETYPE-NONSYMBOLIC-CMAP TRUETYPE-NONSYMBOLIC-ENCODING TRUETYPE-SYMBOLIC-ENCODING "
                        "TRUETYPE-SYMBOLIC-CMAP",
    "7.21.7 letters": "FONT-UNICODE-MAPPING FONT-UNICODE-VALUE",
    "7.21.8 blanks": "NOTDEF-GLYPH",
}  # fmt: skip
TOPICS = {f"{_PREFIX}{rule}-001": topic for topic, rules in _TOPICS.items() for rule in rules.split()}


def is_installed() -> bool:
    """Say whether the other program can be used."""
    try:
        from page import validate_pdf_bytes
    except ImportError:
        return False
    return callable(validate_pdf_bytes)


def judged(data: bytes, pdf: Any) -> Iterator[tuple[MarkKind, int, str]]:
    """Yield a mark, with its page or 0, for each rule of PDF/UA-1 that a file breaks; its text is the topic.

    The last mark says that the file was judged, or why it was not. `pdf` is the same file, open in pikepdf, or None.
    """
    from page import validate_pdf_bytes

    try:
        report = validate_pdf_bytes(data, profile="ua1")
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic in Rust is no Exception; the words must still be read
        yield MarkKind.STANDARD_UNKNOWN, 0, " ".join(str(error).split())[:200] or type(error).__name__
        return
    pages = _page_numbers(pdf)
    for failure in report.failures:
        rule, message = failure.rule_id, failure.message
        if pdf is None or is_alarm(rule, message, pdf):
            number = failure.object_id.object_number if failure.object_id is not None else 0
            yield MarkKind.AGAINST_STANDARD, _page(message, number, pdf, pages), topic_of(rule, message)
    yield MarkKind.STANDARD_ASKED, 0, str(report.rules.total)


def topic_of(rule: str, message: str = "") -> str:
    """Return the topic of a rule: the clause and a word, or "other" for a rule that is new to us."""
    topic = TOPICS.get(rule, OTHER)
    return LINES if topic == "7.1 content" and _DRAWN.search(message) else topic


def is_alarm(rule: str, message: str, pdf: Any) -> bool:
    """Say whether a rule's finding is to be believed: of some findings, veraPDF holds the same files to be sound."""
    if rule == f"{_PREFIX}FONT-UNICODE-MAPPING-001":
        return _SOUND_MAP not in message
    sound = _SOUND_FONTS.get(rule.removeprefix(_PREFIX).removesuffix("-001"))
    named = _FONT.search(message)
    if sound is None or named is None:
        return True
    try:  # only the first font is named, so that all must be looked at
        return not (sound(pdf.get_object((int(named[1]), 0))) and all(map(sound, _fonts(pdf))))
    except ERRORS:
        return True


def _fonts(pdf: Any) -> Iterator[Any]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and text(get(thing, "/Type")) == "Font":
            yield thing


def _is_embedded(font: Any) -> bool:
    if text(get(font, "/Subtype")) in ("Type0", "Type3"):
        return True  # the letters of the one are in a font of its own, those of the other are drawn
    descriptor = get(font, "/FontDescriptor")
    return any(get(descriptor, key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _has_plain_encoding(font: Any) -> bool:
    if text(get(font, "/Subtype")) != "TrueType":
        return True
    return text(get(font, "/Encoding")) in ("MacRomanEncoding", "WinAnsiEncoding")


_SOUND_FONTS = {"FONT-EMBEDDING": _is_embedded, "TRUETYPE-NONSYMBOLIC-ENCODING": _has_plain_encoding}


def _page_numbers(pdf: Any) -> dict[tuple[int, int], int]:
    try:
        return {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)} if pdf is not None else {}
    except ERRORS:
        return {}


def _page(message: str, number: int, pdf: Any, pages: dict[tuple[int, int], int]) -> int:
    """Return the page that the other program names, or that of the tag which it names, or 0."""
    found = _PAGE.search(message)
    if found:
        return int(found[1])
    if not number or pdf is None:
        return 0
    try:
        holder = pdf.get_object((number, 0))
    except ERRORS:
        return 0
    for _ in range(_DEEPEST):
        if not isinstance(holder, pikepdf.Dictionary) or text(get(holder, "/Type")) == "Font":
            return 0
        own = pages.get(identity(get(holder, "/Pg")) or (0, 0)) or pages.get(identity(holder) or (0, 0))
        if own:
            return own
        kids = get(holder, "/K")
        holder = next(items(kids, 1), None) if isinstance(kids, pikepdf.Array) else kids
    return 0
