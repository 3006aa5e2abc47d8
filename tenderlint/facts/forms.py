"""Sections and forms: what stands under a title, and which fields there are to fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tenderlint.facts.passages import Passage, Passages, TableRow, once_a_pack
from tenderlint.model import BlockKind, Document, Extent
from tenderlint.patterns import late_pattern

MOST_UNDER_TITLE = 400
"""Passages at most that are read as belonging to one title, so that a lost heading cannot swallow a pack."""

MOST_FIELDS = 4
"""Fields of a form that are named before the rest are only counted."""

_ASIDE = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS, BlockKind.FOOTNOTE)
_NUMBERED = late_pattern(
    r"(?:appendix|annexe?|schedule|attachment|form|part|section|volume|document"
    r"|enclosure)\s+[‘'“\"(]?[A-Z0-9]{1,4}\b",
    re.I,
)
_STOP = (".", ";", ",", ":", "?")
_BLANK = late_pattern(r"_{3,}|\.{5,}|…{2,}|-{6,}|[☐□❏◻❑▢]|\[ {0,3}\]|\(\s{1,6}\)")
_REFERENCE = late_pattern(r"[A-Z]{2,5}:? \d{1,3}(?:\.\d{1,3}){1,3}(?: ?\([a-z]{1,3}\))?")
"""The number of a clause, as a table of data names it in its first column: "ITT 7.1"."""
_CHOICE = late_pattern(
    r"\byes\s*(?:/\s*)?(?:or\s+)?no\b|\bplease (?:tick|circle|rate|score)\b|\bdelete as (?:applicable|appropriate)\b"
    r"|\bstrongly (?:agree|disagree)\b|\bvery (?:satisfied|easy|good|poor|clear)\b|\b1\s+2\s+3\s+4\b"
    r"|\b(?:scale of )?1 (?:to|[-–]) (?:5|10)\b",
    re.IGNORECASE,
)
_LEAD = late_pattern(
    r"\b(?:following|below|as follows|include|includes|are|contain|comprises?|note|steps)\b", re.IGNORECASE
)
_PROMPT = late_pattern(
    r"\b(?:name|address|telephone|tel|phone|e-?mail|date|signature|signed|position|organisation|company|details"
    r"|title|reference"
    r"|job title|comments?|contract|postcode|tender ref\w*|your (?:name|organisation|role|complaint|concerns?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Section:
    """A titled stretch of a pack: a whole document, or what stands under a heading."""

    title: str
    source: Passage | Document
    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """All its words under the title, a line a passage."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def start(self) -> Passage | Document:
        """Where to show it: its title, or the first words of the document."""
        if isinstance(self.source, Passage) or not self.passages:
            return self.source
        return self.passages[0]

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The labels of the blanks and questions that are there to be filled in."""
        return fields(self.passages)


def told(section: Section, fits: Callable[[str], bool]) -> Passage | Document:
    """Return the first whole sentence of a form that says what it is for, or where the form begins."""
    prose = (each for each in section.passages if each.row is None and each.text.endswith((".", "!")))
    return next((each for each in prose if not is_title(each) and fits(each.text)), section.start)


def named(labels: Sequence[str], most: int = MOST_FIELDS) -> str:
    """Quote the first few fields of a form, and say how many more there are."""
    shown = [f"“{label}”" for label in (labels if len(labels) <= most + 1 else labels[:most])]
    last = f"{len(labels) - most} more" if len(shown) < len(labels) else shown.pop() if len(shown) > 1 else ""
    return f"{', '.join(shown)} and {last}" if last else "".join(shown)


def is_title(passage: Passage) -> bool:
    """Say whether the passage is a heading, or a short line that stands and looks like one."""
    block = passage.block
    if block.kind is BlockKind.HEADING:
        return True
    text = passage.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > 100 or text.endswith(_STOP) or len(text.split()) > 14:
        return False
    if passage.row is not None:
        return len(passage.row.cells) == 1 and passage.row.number == 0
    return bool(block.look.bold or (text.isupper() and len(text) > 5) or _NUMBERED.match(text))


def sections(passages: Passages, fits: Callable[[str], bool]) -> Iterator[Section]:
    """Yield the documents and sections whose title fits, documents first.

    A document's title is the name of its file.
    """
    taken: set[str] = set()
    for document in passages.pack.documents:
        if document.extent is not Extent.NOT and fits(_file_title(document)):
            taken.add(document.path)
            inside = tuple(each for each in passages.all if each.document is document)
            yield Section(_file_title(document), document, inside)
    for title in titles(passages):
        if title.document.path not in taken and fits(title.text):
            yield Section(title.text, title, under(passages, title))


@once_a_pack
def titles(passages: Passages) -> tuple[Passage, ...]:
    """Return every heading, and every short line that looks like one."""
    return tuple(passage for passage in passages.all if is_title(passage))


def _file_title(document: Document) -> str:
    name = document.path.rpartition("/")[2].rpartition(".")[0] or document.path
    return re.sub(r"[_\s]+", " ", name)


def under(passages: Passages, title: Passage) -> tuple[Passage, ...]:
    """Return what stands under a title: up to the next heading that is as high, or the next title of its kind."""
    level = title.block.level if title.block.kind is BlockKind.HEADING else 0
    found: list[Passage] = []
    for passage in passages.all[title.index + 1 : title.index + 1 + MOST_UNDER_TITLE]:
        if passage.document is not title.document or _ends(passage, level, bool(found)):
            break
        if passage.block.kind not in _ASIDE:
            found.append(passage)
    return tuple(found)


def _ends(passage: Passage, level: int, begun: bool) -> bool:
    """Say whether a passage begins another section; a line that only looks like a title ends no real heading's."""
    if passage.block.kind is BlockKind.HEADING:
        return (not level and begun) or 0 < passage.block.level <= level
    return not level and begun and is_title(passage) and _NUMBERED.match(passage.text) is not None


def nearby(passages: Passages, passage: Passage, *, before: int = 1, after: int = 2) -> tuple[Passage, ...]:
    """Return the passage with its neighbours under the same heading; after a heading what stands under it."""
    if passage.block.kind is BlockKind.HEADING:
        return (passage, *under(passages, passage)[:after])
    around = passages.all[max(0, passage.index - before) : passage.index + after + 1]
    return tuple(each for each in around if _beside(each, passage))


def _beside(each: Passage, passage: Passage) -> bool:
    if each.document is not passage.document or each.block.kind in (*_ASIDE, BlockKind.HEADING):
        return False
    return each.place.heading == passage.place.heading


def titled_stretch(passages: Passages, passage: Passage, *, most: int = 25) -> tuple[Passage, ...]:
    """Return the passage with all that follows under its heading, or under itself when it is one."""
    if passage.block.kind is BlockKind.HEADING:
        return (passage, *under(passages, passage)[:most])
    path = passage.place.heading
    following = passages.all[passage.index : passage.index + most]
    return tuple(
        each
        for each in following
        if each.document is passage.document and each.place.heading[: len(path)] == path
    )


def fields(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Return the labels of the fields among the passages: blanks, boxes, empty cells, prompts and questions."""
    found: dict[str, None] = {}
    rows: set[tuple[int, int]] = set()
    for passage in passages:
        row = passage.row
        if row is not None and (id(row.table), row.number) not in rows:
            rows.add((id(row.table), row.number))
            for label in _row_fields(row):
                found.setdefault(label)
        elif row is None or len(row.cells) == 1:
            for label in _line_fields(passage):
                found.setdefault(label)
    return tuple(found)


def _row_fields(row: TableRow) -> Iterator[str]:
    """A row asks for something when a label stands beside an empty cell, a blank or a choice."""
    words = [cell.strip() for cell in row.cells]
    label = row.label.strip()
    if not label or len(label) > 250 or row.number < row.table.header_rows or _REFERENCE.fullmatch(label):
        return
    rest = words[words.index(label) + 1 :] if label in words else words
    if any(not cell or _BLANK.search(cell) or _CHOICE.search(cell) for cell in rest) or _BLANK.search(label):
        yield _label(label)
    elif len(words) == 1:
        return


def _line_fields(passage: Passage) -> Iterator[str]:
    text = passage.text
    if passage.block.kind is BlockKind.FORM_FIELD:
        yield _label(text)
        return
    blanks = list(_BLANK.finditer(text))
    if blanks:
        start = 0
        for blank in blanks:
            asked = text[start : blank.start()].split("?")
            start = blank.end()
            if len(asked) > 2:  # lines that were set as one paragraph
                yield from (_label(f"{each}?") for each in asked[:-1])
            elif label := _label("?".join(asked)):
                yield label
        return
    if _is_prompt(passage):
        yield _label(text)


def _is_prompt(passage: Passage) -> bool:
    """Say whether a line asks for something: a question, a choice, or a few words such as "Name" or "Signed:"."""
    text, words = passage.text, len(passage.text.split())
    if len(text) < 250 and (text.endswith("?") or _CHOICE.search(text)):
        return True
    if text.endswith(":"):
        return words <= 10 and _LEAD.search(text) is None
    heading = passage.block.kind is BlockKind.HEADING
    return words <= 5 and not heading and not text.endswith(".") and _PROMPT.search(text) is not None


def _label(text: str) -> str:
    return " ".join(text.split()).strip(" :.–-_")[:80]
