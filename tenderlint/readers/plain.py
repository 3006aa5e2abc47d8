"""Reads plain text and Markdown: headings, list items, pipe tables and paragraphs."""

from __future__ import annotations

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Document, Extent, Note, Structure, walk
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import Source, count_words, digest
from tenderlint.readers.plain_blocks import blocks_of

__all__ = ["MARKDOWN", "blocks_of", "decode", "read"]

MOST_LETTERS = 10_000_000
MARKDOWN = frozenset({".md", ".markdown"})

_SETTING = late_pattern(r"([\w-]{1,40}):\s*(.{0,300})|\s.{0,300}|#.{0,300}|-\s.{0,300}|")
_FRONT_LINES = 80


def read(source: Source) -> Document:
    """Read a text or Markdown file; raises UnreadableError when the bytes are not text."""
    text = decode(source)
    markdown = source.suffix in MARKDOWN
    notes: tuple[Note, ...] = ()
    if len(text) > MOST_LETTERS:
        text = text[:MOST_LETTERS]
        notes = (Note(f"is very long: only its first {MOST_LETTERS // 1_000_000} million letters were read"),)
    settings, text = _front_matter(text)
    blocks = blocks_of(text, source.path, plain=source.suffix == ".txt")
    title = settings.get("title") or next(
        (block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), None
    )
    return Document(
        path=source.path,
        media_type="text/markdown" if markdown else "text/plain",
        digest=digest(source.data),
        size=len(source.data),
        blocks=blocks,
        structure=Structure(title=title, language=settings.get("lang"), author=settings.get("author")),
        notes=notes,
        extent=Extent.PARTLY if notes else Extent.FULLY,
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def decode(source: Source) -> str:
    """Decode the bytes as UTF-8, UTF-16 or Windows-1252; raises UnreadableError for binary data."""
    data = source.data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    start = data[:4096]
    if b"\0" in start:
        wide = _wide(start)
        if wide is None:
            raise UnreadableError("is not text", source.path, "Save it again from the program that made it.")
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _wide(start: bytes) -> str | None:
    """Tell UTF-16 without its mark by the zero bytes, which then stand at every second place."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Part the settings between two `---` lines at the top, as site builders write them, from the words."""
    lines = text.split("\n", _FRONT_LINES)
    if lines[0].strip() != "---":
        return {}, text
    settings: dict[str, str] = {}
    for number, line in enumerate(lines[1:_FRONT_LINES], start=1):
        if line.strip() in {"---", "..."}:
            return (settings, "\n".join(lines[number + 1 :])) if settings else ({}, text)
        setting = _SETTING.fullmatch(line.rstrip())
        if setting is None:
            return {}, text
        if setting[1]:
            settings[setting[1].lower()] = setting[2].strip().strip("\"'")
    return {}, text
