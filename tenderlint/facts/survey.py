"""One walk over a document that gathers what the checks of accessible files need, done when first asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tenderlint.facts.access_tables import is_data_table
from tenderlint.facts.contrast import faintness, is_large
from tenderlint.model import Block, BlockKind, Document, Look, Table
from tenderlint.patterns import late_pattern

_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_ASIDE = frozenset(
    (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE, BlockKind.COMMENT, BlockKind.CONTENTS, BlockKind.CAPTION)
)
_BLANK = late_pattern(r"_{5,500}|…{3,200}|\.{10,500}|(?:\. ){8,200}")
_LEADER = late_pattern(r"(?:\.{4,500}|…{2,200}|(?:\. ){4,200})\s{0,10}(?:\d{1,4}|[ivxl]{1,6})$")
_LABELS = ("Table ", "Figure ", "Fig ", "Fig. ", "Chart ", "Diagram ", "Map ", "TABLE ", "FIGURE ")
_TYPED_CAPTION = late_pattern(
    r"(?i:table|fig(?:ure|\.)?|chart|diagram|map) \d{1,3}(?:\.\d{1,3})?(?:\s?[:–—-]\s?\S|\. [A-Z]|$)"
)
_OUTSIDE = ("header", "footer", "comment")
_LONG_LINE = 100  # letters: about more than one line, so that its edges show
_MANY_WORDS = 10
_HEADING_WORDS = 12
_BODY_WORDS = 8
_LARGER = 1.15  # times the size of most words
_SHORTEST = 3
_SIGN = 2  # letters of a dot, a tick or the like
_LONGEST_CAPTION = 160


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: the block that holds them, the words, and where they lead."""

    block: Block
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Faint:
    """Words that are too near in colour to their background, with their contrast; `large` as WCAG has it."""

    block: Block
    words: str
    ratio: float
    large: bool


@dataclass(slots=True)
class Survey:
    """What one document holds; the blocks of each kind in the order of reading."""

    headings: list[Block] = field(default_factory=list)
    tables: list[tuple[Block, Table]] = field(default_factory=list)
    data_tables: list[tuple[Block, Table]] = field(default_factory=list)
    nested: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)  # letters of the running text by size in points
    first_of_size: dict[float, Block] = field(default_factory=dict)  # a paragraph where there is one
    faint: list[Faint] = field(default_factory=list)
    faint_letters: int = 0
    long: int = 0  # paragraphs that fill more than one line
    justified: list[Block] = field(default_factory=list)
    capitals: list[Block] = field(default_factory=list)
    italic: list[Block] = field(default_factory=list)
    underlined: list[Block] = field(default_factory=list)
    blanks: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    addresses: list[Block] = field(default_factory=list)  # text that holds an address of the web
    has_contents: bool = False
    fonts: Counter[str] = field(default_factory=Counter)  # letters of the running text by typeface
    captions: list[Block] = field(default_factory=list)  # paragraphs that read like the caption of a table or figure
    signs: dict[str, list[Block]] = field(default_factory=dict)  # coloured paragraphs of a sign or two, by their words
    candidates: list[Block] = field(default_factory=list)  # paragraphs that may be headings by their look alone

    def fake_headings(self) -> list[Block]:
        """Return the paragraphs that only look like headings: bold, or larger than most words."""
        usual = max(self.sizes, key=lambda size: self.sizes[size], default=0.0)
        return [block for block in self.candidates if block.look.bold or (block.look.size or 0) > _LARGER * usual]


class Surveys:
    """The surveys of a pack, each made when first asked for and kept."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Document, Survey]] = {}

    def of(self, document: Document) -> Survey:
        """Return what a document holds."""
        found = self._made.get(id(document))
        if found is None or found[0] is not document:
            found = self._made[id(document)] = document, survey(document)
        return found[1]


def survey(document: Document) -> Survey:
    """Walk over a document once."""
    made = Survey()
    _blocks(document.blocks, 0, made)
    return made


def _blocks(blocks: tuple[Block, ...], depth: int, made: Survey) -> None:
    before: Block | None = None
    for block in blocks:
        if block.table is not None:
            _table(block, block.table, depth, made)
            if before is not None and before.label[:1].isdigit():  # a bold line without a number names the table
                made.candidates.append(before)
            before = None
            continue
        kind = block.kind
        if block.spans:
            _spans(block, made)
        if kind in _PROSE:
            if before is not None and block.text.count(" ") + 1 >= _BODY_WORDS and not _is_set_off(block):
                made.candidates.append(before)
            before = block if not depth and _may_be_heading(block) else None
            _prose(block, made)
            continue
        before = None
        if kind is BlockKind.HEADING:
            made.headings.append(block)
            _look(block, block.text, block.look, made)
        elif kind is BlockKind.TEXT_BOX:
            made.boxes.append(block)
        elif kind is BlockKind.CONTENTS:
            made.has_contents = True


def _table(block: Block, table: Table, depth: int, made: Survey) -> None:
    if block.place.part.startswith(_OUTSIDE):
        return  # the tables of headers, footers and comments only lay them out
    made.tables.append((block, table))
    if depth and len(table.rows) > 1 and table.columns > 1:
        made.nested.append(block)
    if is_data_table(table):
        made.data_tables.append((block, table))
    for row in table.rows:
        for cell in row:
            _blocks(cell.blocks, depth + 1, made)


def _prose(block: Block, made: Survey) -> None:
    text, look = block.text, block.look
    letters = len(text)
    if not letters:
        return
    if look.size is not None:
        made.sizes[look.size] += letters
        first = made.first_of_size.get(look.size)
        if first is None or (letters > _LONG_LINE and len(first.text) <= _LONG_LINE):
            made.first_of_size[look.size] = block
    if look.font is not None:
        made.fonts[look.font] += letters
    _look(block, text, look, made)
    _kinds(block, text, letters, made)
    if _has_blank(text):
        made.blanks.append(block)
    if letters > _LONG_LINE:
        made.long += 1
        if look.alignment == "justified":
            made.justified.append(block)
    if text.count(" ") + 1 >= _MANY_WORDS:
        _emphasis(block, text, look, made)


def _kinds(block: Block, text: str, letters: int, made: Survey) -> None:
    """Take in a paragraph that is a sign, a caption by its words, or holds an address."""
    if letters <= _SIGN and block.look.colour is not None and block.look.colour != "000000":
        made.signs.setdefault(text, []).append(block)
    elif text.startswith(_LABELS) and letters < _LONGEST_CAPTION and _TYPED_CAPTION.match(text):
        made.captions.append(block)
    elif "://" in text or "www." in text:
        made.addresses.append(block)


def _has_blank(text: str) -> bool:
    """Tell whether a line or dots stand for words to be filled in; dots that lead to the number of a page do not."""
    if not ("__" in text or "…" in text or ".." in text or ". ." in text):
        return False
    return _BLANK.search(text) is not None and _LEADER.search(text) is None


def _emphasis(block: Block, text: str, look: Look, made: Survey) -> None:
    if look.capitals or text.isupper():
        made.capitals.append(block)
    if look.italic and not any(span.look is not None and not span.look.italic for span in block.spans):
        made.italic.append(block)
    if look.underline and not any(span.link or (span.look and not span.look.underline) for span in block.spans):
        made.underlined.append(block)


def _look(block: Block, words: str, look: Look, made: Survey) -> None:
    if look.colour is None or look.colour == "000000":
        return
    ratio = faintness(look)
    if ratio is not None and words.strip() and not words.isspace():
        made.faint.append(Faint(block, words.strip(), ratio, is_large(look)))
        made.faint_letters += len(words)


def _spans(block: Block, made: Survey) -> None:
    last: Link | None = None
    end = -1
    for span in block.spans:
        if span.end <= span.start:
            continue
        words = block.text[span.start : span.end]
        if span.look is not None and not span.hidden and block.kind in _PROSE and any(map(str.isalnum, words)):
            _look(block, words, span.look, made)
        if not span.link:
            continue
        if last is not None and last.target == span.link and span.start - end <= 1:
            start = end - len(last.words)
            last = made.links[-1] = Link(block, block.text[start : span.end], span.link)
        else:
            last = Link(block, words, span.link)
            made.links.append(last)
        end = span.end


def _may_be_heading(block: Block) -> bool:
    text = block.text
    if not _SHORTEST < len(text) < 90 or block.kind is not BlockKind.PARAGRAPH or text.count(" ") >= _HEADING_WORDS:
        return False
    if text[-1] in ".,;:?!)…_" or not (text[0].isupper() or text[0].isdigit()) or "__" in text:
        return False
    if block.look.bold and any(span.look is not None and not span.look.bold for span in block.spans):
        return False
    return block.look.bold or block.look.size is not None


def _is_set_off(block: Block) -> bool:
    return block.look.bold or block.kind is not BlockKind.PARAGRAPH
