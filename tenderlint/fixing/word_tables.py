"""Marks the first row of a table of data as its header, where it plainly is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tenderlint.facts.access import counted
from tenderlint.facts.access_tables import has_header
from tenderlint.facts.survey import survey
from tenderlint.fixing.changes import Corrected

if TYPE_CHECKING:
    from docx.document import Document as WordFile

    from tenderlint.model import Block, Cell, Document, Table

_AFTER = tuple(qn(f"w:{name}") for name in ("ins", "del", "trPrChange"))
_FIRST = tuple(qn(f"w:{name}") for name in ("tblPrEx",))
_MOST_NAMED = 60
_FIGURES = 0.5


def mark_headers(file: WordFile, document: Document, told: Corrected) -> None:
    """Mark the header rows that the file's tables of data lack; tell each, and those that are left to a person."""
    lacking = [(block, table) for block, table in survey(document).data_tables if not has_header(table)]
    if not lacking:
        return
    found = _by_first_row(file.element.body)
    left = 0
    for block, table in lacking:
        rows = found.get(_words_of(table), [])
        if not rows or not is_plain_header(table):
            left += 1
            continue
        _mark(rows.pop(0))
        told.change(f"Table {_named(block, table)}", "no header row", "the first row is its header")
    if left:
        told.left.append(
            f"{counted(left, 'table of data has', 'tables of data have')} no header row, and the first row is not "
            "plainly one: look, and use Table Layout, Repeat Header Rows."
        )


def is_plain_header(table: Table) -> bool:
    """Say whether a first row of names is set off by its look, or by standing over columns of figures."""
    first, others = table.rows[0], table.rows[1:]
    if any(cell.row_span > 1 for cell in first):
        return False
    if _is_set_off(first) and not any(_is_set_off(row) for row in others if len(row) == len(first)):
        return True
    for cell in first:
        below = [each.text for row in others for each in row if each.column == cell.column and each.text]
        if len(below) > 1 and all(_is_figure(text) for text in below) and not _is_figure(cell.text):
            return True
    return False


def _is_set_off(row: tuple[Cell, ...]) -> bool:
    blocks = [block for cell in row for block in cell.blocks if block.text]
    bold = all(block.look.bold for block in blocks)
    shaded = all(block.look.background not in (None, "FFFFFF") for block in blocks)
    return bool(blocks) and (bold or shaded)


def _is_figure(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= _FIGURES * sum(letter.isalnum() for letter in text) > 0


def _by_first_row(body: Any) -> dict[tuple[str, ...], list[Any]]:
    """The first rows of the tables that mark no header, by their words, in the order of the file."""
    found: dict[tuple[str, ...], list[Any]] = {}
    for table in body.iter(qn("w:tbl")):
        row = next(table.iterchildren(qn("w:tr")), None)
        if row is None or row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            continue
        words = tuple(_squeezed("".join(text.text or "" for text in cell.iter(qn("w:t"))))
                      for cell in row.iterchildren(qn("w:tc")))  # fmt: skip
        found.setdefault(words, []).append(row)
    return found


def _words_of(table: Table) -> tuple[str, ...]:
    return tuple(_squeezed(cell.text) for cell in table.rows[0])


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).lower()


def _mark(row: Any) -> None:
    properties = row.find(qn("w:trPr"))
    if properties is None:
        properties = OxmlElement("w:trPr")
        row.insert(sum(1 for child in row if child.tag in _FIRST), properties)
    header = OxmlElement("w:tblHeader")
    after = next((child for child in properties if child.tag in _AFTER), None)
    if after is None:
        properties.append(header)
    else:
        after.addprevious(header)


def _named(block: Block, table: Table) -> str:
    words = " | ".join(cell.text.replace("\n", " ") for cell in table.rows[0])
    words = words if len(words) <= _MOST_NAMED else words[:_MOST_NAMED].rstrip() + " …"
    under = f", under “{block.place.heading[-1]}”" if block.place.heading else ""
    return f"“{words}”{under}"
