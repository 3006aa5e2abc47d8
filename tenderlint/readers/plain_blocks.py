"""Makes blocks of the lines of a text: headings, list items, tables and paragraphs, as people write them by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tenderlint.model import Block, BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import fold
from tenderlint.readers.building import NO_DATE, Building

_HEADING = late_pattern(r"\s{0,3}(#{1,6})\s+(\S.*)|\s{0,3}(#{2,6})([A-Za-z].*)")
_CLOSING = late_pattern(r"\s(?<!\s\s)\s*#{1,6}$")
_UNDERLINE = late_pattern(r"\s{0,3}(={3,}|-{3,})")
_DIVIDER = late_pattern(r"\s{0,3}(?:(?:\*\s?){3,80}|(?:-\s?){3,80}|(?:=\s?){3,80})")
_ITEM = late_pattern(r"(\s*)([-*+•▪●◦](?=\s)|[•▪●◦]|-(?=[A-Z])|(?:\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\))(?=\s))\s*(\S.*)")
_RULE = late_pattern(r"\|?\s*:?--[\s|:-]*")
_CLAUSE = late_pattern(r"(\d{1,3}(?:\.\d{1,3}){1,5})\.?\s+(\S.*)")
_LABELLED = late_pattern(r"\W{0,4}[A-Z][\w’' /()-]{1,40}:\W{0,4}\s.*")
_CONTENTS = late_pattern(r"(\S.{0,200}?)\s?(?:\.\s?){4,200}\s?(\d{1,4})")
_QUOTED = late_pattern(r"\s{0,12}>\s?")
_FENCE = late_pattern(r"\s{0,3}(?:`{3}|~{3})")
_REFERENCE = late_pattern(r"\s{0,3}\[[^\]\n]{1,100}\]:\s+\S+.{0,200}")
_LINK = late_pattern(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)")
_INNER_LINK = late_pattern(r"\s*\[[^\]\n]{0,300}\]\(#[^)\n]{0,300}\)\s*")
_STARS = late_pattern(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,600}?)(?<=[^\s*])\1(?!\*)")
_DASHES = late_pattern(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]{1,600}?)(?<=[^\s_])\1(?![\w_])")
_TICKS = late_pattern(r"`([^`\n]{1,300})`")
_TABLE_START = late_pattern(r"\s{0,10}<table\b", re.IGNORECASE)
_TAG = late_pattern(
    r"</?(?:a|abbr|b|br|code|details|div|em|font|i|img|li|ol|p|small|span|strong|sub|summary|sup|u"
    r"|ul)\b[^<>\n]{0,400}>",
    re.IGNORECASE,
)
_ESCAPED = late_pattern(r"\\([*_#\[\]`|<>\\])")
_SPLIT = late_pattern(r"(?<!\\)\|")
_PLAIN_NUMBERED = late_pattern(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})[.)]?\s{{1,8}}(?=[A-Z]){NO_DATE}(\S.{{0,90}})")
_LABEL_ALONE = late_pattern(r"[A-Z][^.;,!]{2,40}[^.;,!\s]")
"""A short line that ends no sentence: the label of the next, below a line that ends one."""
_OPEN_END = late_pattern(r"\b(?:the|an?|of|to|for|and|in|with|by|from|on|at|our|your)$")
_NARROWEST = 50
"""Letters: lines that are all shorter than this were not wrapped at the width of the longest."""
_WIDEST = 160
"""Letters: no text is wrapped at a greater width."""
_MANY = 20
"""Words of a line that is prose, and no address or rule."""
_FEW = 20
"""Where more than one line in so many is longer than that, each line is a paragraph."""
_PLAIN_NAMED = late_pattern(r"(?:part|section|appendix|annex|schedule|volume|attachment)\s[A-Z0-9]{1,4}\b.{0,80}", re.I)


def blocks_of(text: str, document: str, plain: bool = False) -> tuple[Block, ...]:
    """Turn text into blocks: `#` headings, `-` items, `|` tables, paragraphs between empty lines.

    With `plain`, a short line of its own that is numbered, in capitals, or begins "Section 3" is a
    heading too, as people write them where there is no other way to mark one.
    """
    lines = _without_remarks(text).splitlines()
    builder = _Builder(Building(document), plain, plain and _is_wrapped(lines))
    for line in lines:
        builder.take(line)
    builder.finish()
    return tuple(builder.building.blocks)


def _without_remarks(text: str) -> str:
    """Drop the remarks of Markdown, `<!-- ... -->`; one that is never closed is kept as words."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    kept.append(text[at:])
    return "".join(kept)


@dataclass
class _Builder:
    building: Building
    plain: bool
    wrapped: bool = True  # long paragraphs are broken into lines
    lines: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    item: tuple[int, str] | None = None  # the depth and label of the list item that the lines belong to
    alone: bool = True  # an empty line, or nothing, stands before the lines
    heading: str = ""  # a line that is a heading unless the next shows it to be one of a list
    listed: str | None = None  # the number of the last such line that was an item after all
    clause: str = ""  # the number of the last clause
    fenced: bool = False
    markup: list[str] = field(default_factory=list)  # the lines of an HTML table so far

    def take(self, line: str) -> None:
        broken = line.endswith(("  ", "\\")) and not line.isspace()
        self._take(line.rstrip("\\").rstrip())
        if broken and not self.rows:
            self._paragraph()

    def _take(self, line: str) -> None:
        if self.markup or _TABLE_START.match(line):
            self._take_markup(line)
            return
        if _FENCE.match(line):
            self.fenced = not self.fenced
            self._end()
            return
        quoted = _QUOTED.match(line)
        line = line[quoted.end() :] if quoted else line
        if self._takes_row(line):
            return
        self._table()
        if not line.strip():
            self._paragraph(alone_after=True)
            self.alone = True
        elif self.fenced:
            self._paragraph()
            self.lines.append(line.strip())
        else:
            self._take_words(line)

    def _take_markup(self, line: str) -> None:
        if not self.markup:
            self._end()
        self.markup.append(line)
        if "</table" in line.lower():
            self._flush_markup()

    def _flush_markup(self) -> None:
        if self.markup:
            from tenderlint.readers.html import add_fragment

            add_fragment(self.building, "\n".join(self.markup))
            self.markup = []

    def _takes_row(self, line: str) -> bool:
        """Take a row of a table: it begins with a bar, or stands above or below a ruled line that has bars."""
        if line.lstrip().startswith("|") or (self.rows and "|" in line):
            self._paragraph()
        elif "|" in line and len(self.lines) == 1 and "|" in self.lines[0] and _RULE.fullmatch(line):
            self.rows.append(self.lines.pop())
            self.item = None
        else:
            return False
        self.rows.append(line.strip())
        return True

    def finish(self) -> None:
        self._paragraph(alone_after=True)
        self._flush_heading(None)
        self._table()
        self._flush_markup()

    def _take_words(self, line: str) -> None:
        heading, item, underline = _HEADING.fullmatch(line), _ITEM.fullmatch(line), _UNDERLINE.fullmatch(line)
        if underline and len(self.lines) == 1 and not self.item:
            text = _clean(self.lines.pop())
            self.building.heading(1 if "=" in underline[1] else 2, text)
        elif heading:
            self._end()
            self.building.heading(len(heading[1] or heading[3]), _clean(_CLOSING.sub("", heading[2] or heading[4])))
        elif item:
            self._paragraph()
            self.item = (len(item[1].expandtabs(4)) // 2 + 1, item[2])
            quoted = _QUOTED.match(item[3])
            self.lines.append(item[3][quoted.end() :] if quoted else item[3])
        elif _DIVIDER.fullmatch(line) or _REFERENCE.fullmatch(line):
            self._paragraph()
        else:
            if self.item and len(self.lines) == 1 and _is_first_clause(self.item[1], line):
                self._end_item()
            elif self.lines and (self._is_after_item(line) if self.item else self._begins_block(line)):
                self._paragraph()
            self.lines.append(line.strip())

    def _is_next_clause(self, line: str) -> bool:
        """Say whether a line is the clause after the one that the list item above it stands in."""
        clause = _CLAUSE.fullmatch(line.strip()) if self.clause else None
        return clause is not None and _follows(self.clause, clause[1])

    def _is_after_item(self, line: str) -> bool:
        """Whether a line stands below a list item and does not go on with it."""
        if self._is_next_clause(line):
            return True
        if not self.plain or line[:1].isspace():
            return False
        return _is_apart(self.lines[-1], line, _width(self.lines) if self.wrapped else 0)

    def _end_item(self) -> None:
        """End "2. Timetable" where clause 2.1 stands under it: in plain text such a line is a heading."""
        label, text = self.item[1] if self.item else "", self.lines[0]
        if self.plain and _looks_like_heading(f"{label} {text}"):
            self.lines, self.item = [], None
            self._flush_heading(None)
            self.building.heading(1, _clean(f"{label.rstrip('.)')} {text}"))
        else:
            self._paragraph()

    def _begins_block(self, line: str) -> bool:
        """Tell a new clause, or a new "Name: value", from a wrapped line that happens to look like one."""
        first = self.lines[0]
        if _CONTENTS.fullmatch(self.lines[-1]):
            return True
        new, old = _CLAUSE.fullmatch(line.strip()), _CLAUSE.fullmatch(first)
        if new and old:
            return _follows(old[1], new[1])
        return _LABELLED.fullmatch(line.strip()) is not None and _LABELLED.fullmatch(first) is not None

    def _end(self) -> None:
        self._paragraph()
        self._flush_heading(None)
        self._table()

    def _paragraph(self, alone_after: bool = False) -> None:
        if not self.lines:
            return
        lines, item, alone = self.lines, self.item, self.alone
        self.lines, self.item, self.alone = [], None, False
        first = f"{item[1]} {lines[0]}" if item else lines[0]
        if self.plain and alone and alone_after and len(lines) == 1 and _looks_like_heading(first):
            self._flush_heading(first)
            self.heading = first
            return
        if self.plain and alone and not item and len(lines) > 1 and _heads_part(*lines[:2]):
            self._flush_heading(None)
            self.building.heading(1, _clean(lines.pop(0)))
        else:
            self._flush_heading(first)
        for piece in [lines] if item else _pieces(lines, self.plain, self.wrapped):
            self._words(piece, item)

    def _words(self, lines: list[str], item: tuple[int, str] | None) -> None:
        raw = " ".join(lines)
        text = _clean(raw)
        contents, clause = _CONTENTS.fullmatch(text) or _INNER_LINK.fullmatch(raw), _CLAUSE.fullmatch(text)
        bold_item = None if item else _ITEM.fullmatch(text)
        if bold_item:  # the number stood inside the marks for bold
            item, text = (1, bold_item[2]), bold_item[3]
        if contents:
            self.building.add(BlockKind.CONTENTS, text)
        elif item:
            self.building.add(BlockKind.LIST_ITEM, text, level=item[0], label=_bullet(item[1]))
        elif clause:
            self.clause = clause[1]
            self.building.clause_paragraph(clause[1], clause[2])
        elif text:
            self.building.add(BlockKind.PARAGRAPH, text)

    def _flush_heading(self, following: str | None) -> None:
        """Write the heading that was held back; a numbered line beside its like is an item of a list."""
        text, self.heading = self.heading, ""
        if not text:
            return
        numbered = _PLAIN_NUMBERED.fullmatch(text)
        level = numbered[1].count(".") + 1 if numbered else 1
        beside = _PLAIN_NUMBERED.fullmatch(following) if following else None
        in_list = numbered is not None and self.listed is not None and _follows(self.listed, numbered[1])
        self.listed = None
        if numbered and not text.isupper() and (in_list or (beside and beside[1].count(".") == level - 1)):
            self.listed = numbered[1]
            item = _ITEM.fullmatch(text)
            self._words([item[3] if item else text], (1, item[2]) if item else None)
        else:
            self.building.heading(level, _clean(f"{numbered[1]} {numbered[2]}" if numbered else text))

    def _table(self) -> None:
        if not self.rows:
            return
        lines, self.rows = self.rows, []
        ruled = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
        grid = [list(_cells(line)) for line in lines if not _RULE.fullmatch(line)]
        self._flush_heading(None)
        self.building.grid(grid, header_rows=1 if ruled else 0)


def _pieces(lines: list[str], plain: bool, wrapped: bool) -> list[list[str]]:
    """Part lines that stand under each other without an empty line: wrapped ones belong together, others do not.

    A line was wrapped when the next line's first word had no room on it, or when it cannot end a line of its own. In
    Markdown, where lines flow together, only a list of "Name: value" is parted.
    """
    labelled = [_LABELLED.fullmatch(line) is not None for line in lines]
    if len(lines) < 2 or not (plain or sum(labelled) > 1):
        return [lines]
    width = _width(lines) if wrapped else 0
    pieces = [[lines[0]]]
    for before, line, has_label in zip(lines, lines[1:], labelled[1:], strict=False):
        if has_label or (plain and _is_apart(before, line, width)):
            pieces.append([line])
        else:
            pieces[-1].append(line)
    return pieces


def _width(lines: list[str]) -> int:
    """The width at which lines were wrapped; 0 where they were not."""
    longest = max(map(len, lines))
    return longest if longest <= _WIDEST else 0


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether a text's paragraphs are broken into lines, and do not each stand on a long one of their own."""
    longest = [line for line in lines if len(line) > _WIDEST and line.count(" ") > _MANY]
    return len(longest) * _FEW < len(lines)


def _is_apart(before: str, line: str, width: int) -> bool:
    """Say whether a line begins anew under one before it, and is not what had no room in a `width` (0: any)."""
    if before.endswith((".", "!", "?")) and _LABEL_ALONE.fullmatch(line):
        return True
    had_room = len(before) + 1 + len(line.partition(" ")[0]) <= max(_NARROWEST, width)
    if (width and not had_room) or _OPEN_END.search(before):
        return False
    return not line[:1].islower() or before.endswith((".", ":", ";", "!", "?"))


def _cells(line: str) -> Iterator[str]:
    body = line.removeprefix("|")
    body = body.removesuffix("|") if not body.endswith("\\|") else body
    return (_clean(cell) for cell in _SPLIT.split(body))


def _follows(old: str, new: str) -> bool:
    """Say whether clause number `new` can come straight after `old`: the next, a deeper or a higher one."""
    before, after = [int(part) for part in old.split(".")], [int(part) for part in new.split(".")]
    depth = min(len(before), len(after))
    if len(after) > len(before):
        return after == [*before, 1]
    return after[: depth - 1] == before[: depth - 1] and after[depth - 1] == before[depth - 1] + 1


def _heads_part(line: str, following: str) -> bool:
    """Say whether a line in capitals that names a part, "SCHEDULE 2 PRICES", stands right above the part's words."""
    return _PLAIN_NAMED.fullmatch(line) is not None and line.isupper() and not following.isupper()


def _is_first_clause(label: str, line: str) -> bool:
    """Say whether a line is clause 2.1, and the item above it is labelled 2."""
    clause = _CLAUSE.fullmatch(line.strip())
    return clause is not None and clause[1] == f"{label.rstrip('.)')}.1"


def _looks_like_heading(line: str) -> bool:
    if line.endswith((".", ";", ":", ",")) or len(line) > 90:
        return False
    if line.isupper():
        return sum(letter.isalpha() for letter in line) >= 4
    numbered = _PLAIN_NUMBERED.fullmatch(line)
    return bool(numbered and len(numbered[2].split()) <= 8) or _PLAIN_NAMED.fullmatch(line) is not None


def _clean(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text:
        text = _STARS.sub(r"\2", text)
    if "_" in text:
        text = _DASHES.sub(r"\2", text)
    if "`" in text:
        text = _TICKS.sub(r"\1", text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return fold(text)


def _bullet(mark: str) -> str:
    return "•" if mark in "-*+•▪●◦" else mark
