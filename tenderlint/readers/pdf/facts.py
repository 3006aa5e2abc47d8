"""Reads what a PDF says of itself: title, language, author, dates, bookmarks, permissions, attachments, fonts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pikepdf

from tenderlint.patterns import late_pattern
from tenderlint.readers.base import fold
from tenderlint.readers.pdf.barriers import language_of_tags
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.objects import ERRORS, get, identity, inherited, items, number, text

_MOST_BOOKMARKS = 20_000
_MOST_XMP = 1024 * 1024  # bytes
_DATE = late_pattern(
    r"D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?"
)
_XMP_TITLE = late_pattern(
    r"<dc:title\b[^>]{0,200}>\s{0,200}<rdf:Alt\b[^>]{0,200}>\s{0,200}<rdf:li\b[^>]{0,200}>([^<]{0,2000})<"
)
_SUBSET = late_pattern(r"^[A-Z]{6}\+")
_KNOWN_ENCODINGS = ("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "MacExpertEncoding")


@dataclass(slots=True)
class Facts:
    """What the file says of itself; a mark's page is 0 where it stands for the whole file."""

    title: str | None = None
    title_shown: bool | None = None
    language: str | None = None
    author: str | None = None
    producer: str | None = None
    created: str | None = None
    tagged: bool | None = None
    bookmarks: int | None = None
    attachments: list[str] = field(default_factory=list)
    undescribed: list[str] = field(default_factory=list)  # of the attachments
    portfolio: bool = False
    xfa: bool = False
    marks: list[tuple[MarkKind, int, str]] = field(default_factory=list)


def facts_of(pdf: Any) -> Facts:
    """Return the facts of an open file."""
    facts = Facts()
    root = _root(pdf)
    if root is None:
        return facts
    _info(pdf, root, facts)
    language = text(get(root, "/Lang"), 100)
    facts.language = _filled(language_of_tags(get(root, "/StructTreeRoot")) if language is None else language)
    shown = get(root, "/ViewerPreferences", "/DisplayDocTitle")
    facts.title_shown = shown if isinstance(shown, bool) else False
    facts.tagged = get(root, "/MarkInfo", "/Marked") is True and get(root, "/StructTreeRoot") is not None
    facts.bookmarks = _count_bookmarks(get(root, "/Outlines"))
    facts.attachments, facts.undescribed = _attachments(get(root, "/Names", "/EmbeddedFiles"))
    facts.portfolio = get(root, "/Collection") is not None
    facts.xfa = get(root, "/AcroForm", "/XFA") is not None
    _mark_whole_file(pdf, root, facts)
    return facts


def _root(pdf: Any) -> Any:
    try:
        return pdf.Root
    except ERRORS:
        return None


def _info(pdf: Any, root: Any, facts: Facts) -> None:
    try:
        info = pdf.trailer.get("/Info")
    except ERRORS:
        info = None
    facts.title = _filled(text(get(info, "/Title"))) or _xmp_title(root)
    facts.author = _filled(text(get(info, "/Author")))
    facts.producer = _filled(text(get(info, "/Producer"))) or _filled(text(get(info, "/Creator")))
    facts.created = _iso(text(get(info, "/CreationDate")) or "")


def _filled(value: str | None) -> str | None:
    return (fold(value.replace("\0", "")) or None) if value else None


def _xmp_title(root: Any) -> str | None:
    metadata = get(root, "/Metadata")
    try:
        if not isinstance(metadata, pikepdf.Stream) or number(metadata.stream_dict.get("/Length")) > _MOST_XMP:
            return None
        found = _XMP_TITLE.search(metadata.read_bytes()[:_MOST_XMP].decode("utf-8", "replace"))
    except ERRORS:
        return None
    return _filled(unescape(found[1])) if found else None


def _iso(value: str) -> str | None:
    found = _DATE.match(value)
    if not found:
        return None
    year, month, day, hour, minute, second, zulu, sign, ahead, ahead_minutes = found.groups()
    zone = "+00:00" if zulu else f"{sign}{ahead}:{ahead_minutes or '00'}" if sign else ""
    return f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"


def _count_bookmarks(outlines: Any) -> int:
    count = 0
    seen: set[tuple[int, int]] = set()
    stack = [get(outlines, "/First")]
    while stack and count < _MOST_BOOKMARKS:
        item = stack.pop()
        own = identity(item)
        if not isinstance(item, pikepdf.Dictionary) or own is None or own in seen:
            continue
        seen.add(own)
        count += 1
        stack.append(get(item, "/Next"))
        stack.append(get(item, "/First"))
    return count


def _attachments(tree: Any) -> tuple[list[str], list[str]]:
    """Return the names of attached files from their name tree, and of those that no words describe."""
    names: list[str] = []
    undescribed: list[str] = []
    stack, steps = [tree], 0
    while stack and steps < 1000:
        node = stack.pop()
        steps += 1
        stack.extend(items(get(node, "/Kids"), 500))
        entries = list(items(get(node, "/Names"), 1000))
        for key, entry in zip(entries[::2], entries[1::2], strict=False):
            name = text(get(entry, "/UF")) or text(get(entry, "/F")) or text(key)
            if name:
                names.append(fold(name)[:200])
                if not (text(get(entry, "/Desc")) or "").strip():
                    undescribed.append(names[-1])
    return names, undescribed


def _mark_whole_file(pdf: Any, root: Any, facts: Facts) -> None:
    try:
        if pdf.is_encrypted and not pdf.allow.accessibility:
            facts.marks.append((MarkKind.NO_EXTRACTION, 0, ""))
    except ERRORS:
        pass
    if get(root, "/OpenAction", "/S") == "/JavaScript" or get(root, "/Names", "/JavaScript") is not None:
        facts.marks.append((MarkKind.SCRIPT, 0, ""))
    if number(get(root, "/AcroForm", "/SigFlags")) & 1:
        facts.marks.append((MarkKind.SIGNED, 0, ""))
    if facts.portfolio:
        facts.marks.append((MarkKind.PORTFOLIO, 0, ""))
    if facts.xfa:
        facts.marks.append((MarkKind.XFA, 0, ""))
    if get(root, "/MarkInfo", "/Suspects") is True:
        facts.marks.append((MarkKind.SUSPECT, 0, ""))
    facts.marks.extend((MarkKind.ATTACHED_FILE, 0, name) for name in facts.attachments)
    facts.marks.extend((MarkKind.ATTACHMENT_UNTOLD, 0, name) for name in facts.undescribed)


class FontFacts:
    """Looks at each font of a file once, and marks what a screen reader or another machine would miss."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._told: set[tuple[MarkKind, str]] = set()

    def look(self, page: Any, at: int) -> list[tuple[MarkKind, int, str]]:
        """Return the marks for the fonts that a page is the first to use."""
        marks: list[tuple[MarkKind, int, str]] = []
        resources = inherited(page, "/Resources")
        own = identity(resources)
        if own is not None:
            if own in self._seen:
                return marks
            self._seen.add(own)
        fonts = get(resources, "/Font")
        if not isinstance(fonts, pikepdf.Dictionary):
            return marks
        try:
            names = sorted(fonts.keys())[:500]  # a set, whose order differs from run to run
        except ERRORS:
            return marks
        for key in names:
            font = get(fonts, key)
            own = identity(font)
            if own is not None and own in self._seen:
                continue
            if own is not None:
                self._seen.add(own)
            for kind, name in _problems(font):
                if (kind, name) not in self._told:
                    self._told.add((kind, name))
                    marks.append((kind, at, name))
        return marks


def _problems(font: Any) -> list[tuple[MarkKind, str]]:
    subtype = text(get(font, "/Subtype"))
    name = _SUBSET.sub("", text(get(font, "/BaseFont")) or "a font without a name")
    found = []
    inner = next(items(get(font, "/DescendantFonts"), 1), None) if subtype == "Type0" else font
    descriptor = get(inner, "/FontDescriptor")
    embedded = any(get(descriptor, key) is not None for key in ("/FontFile2", "/FontFile", "/FontFile3"))
    if not embedded and subtype != "Type3":
        found.append((MarkKind.NOT_EMBEDDED, name))
    if get(font, "/ToUnicode") is None and not _has_known_encoding(font, subtype, get(inner, "/CIDSystemInfo")):
        found.append((MarkKind.NO_MAP, name))
    return found


def _has_known_encoding(font: Any, subtype: str | None, system: Any) -> bool:
    encoding = get(font, "/Encoding")
    if subtype == "Type0":
        ordering = text(get(system, "/Ordering")) or ""
        return ordering in ("Japan1", "GB1", "CNS1", "Korea1", "KR")
    if isinstance(encoding, pikepdf.Dictionary):
        return subtype != "Type3" or get(encoding, "/Differences") is not None
    return text(encoding) in _KNOWN_ENCODINGS or (encoding is None and subtype == "Type1")
