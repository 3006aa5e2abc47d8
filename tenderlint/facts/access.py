"""What makes a file hard to read for people who use assistive technology, told from the model alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.model import Block, BlockKind, Cell, Document, Extent, Pack, Picture, Table, walk

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PDF = "application/pdf"

_POOR_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document ?\d*|title|doc\d*|new document|template|blank|powerpoint|slide \d|scan\w*"
    r"|\(?no title\)?|word document)\b|\.(?:docx?|pdf|odt|rtf|indd|xlsx?)\W*$",
    re.IGNORECASE,
)
_POOR_ALT = re.compile(
    r"^(?:(?:picture|image|img|photo|graphic|figure|diagram|chart|shape|text box|icon|logo|object|screenshot)\s*\d*\.?"
    r"|[\w\- ]{1,80}\.(?:jpe?g|png|gif|bmp|emf|wmf|tiff?|svg)|https?://\S{1,300}|dsc_?\d+|img_?\d+)$",
    re.IGNORECASE,
)
_LONG = 3


def word_files(pack: Pack) -> tuple[Document, ...]:
    """Return the Word files of a pack that were read."""
    return tuple(each for each in pack.documents if each.media_type.startswith(WORD) and each.extent is not Extent.NOT)


def pdf_files(pack: Pack) -> tuple[Document, ...]:
    """Return the PDF files of a pack that were read."""
    return tuple(each for each in pack.documents if each.media_type == PDF and each.extent is not Extent.NOT)


def is_poor_title(title: str | None) -> bool:
    """Say whether a title is missing or tells nothing ("Document1", the name of a file)."""
    return title is None or not title.strip() or _POOR_TITLE.search(title.strip()) is not None


def is_poor_alt(alt: str | None) -> bool:
    """Say whether the words for a picture are missing or tell nothing ("Picture 3", the name of a file)."""
    return alt is None or not alt.strip() or _POOR_ALT.match(alt.strip()) is not None


def silent_pictures(document: Document) -> Iterator[Picture]:
    """Yield the pictures that tell nothing to somebody who cannot see them; decorative ones need not."""
    for picture in document.structure.pictures:
        if not picture.decorative and is_poor_alt(picture.alt):
            yield picture


def data_tables(document: Document) -> Iterator[tuple[Block, Table]]:
    """Yield the tables that hold data in columns: at least two columns and rows, and a first row that names them.

    A table that only lays out a page, or that pairs a label with a blank, is not one.
    """
    for block in walk(document.blocks):
        if block.table is not None and is_data_table(block.table):
            yield block, block.table


def is_data_table(table: Table) -> bool:
    """Say whether the table's first row names columns of data below it."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    if len(rows) < _LONG or table.columns < 2:
        return False
    first = [cell.text.strip() for cell in rows[0]]
    if len(first) < 2 or not all(first) or any(len(text) > 80 or _is_figure(text) for text in first):
        return False
    if len(set(first)) < len(first):
        return False
    return table.columns > 2 or _reads_as_head(rows)


def has_header(table: Table) -> bool:
    """Say whether the file itself marks a header row or header cells."""
    return table.header_rows > 0 or any(cell.header for row in table.rows for cell in row)


def headings(document: Document) -> tuple[Block, ...]:
    """Return the headings of a document in the order of reading."""
    return tuple(block for block in walk(document.blocks) if block.kind is BlockKind.HEADING)


def _is_figure(text: str) -> bool:
    return sum(character.isdigit() for character in text) > len(text) / 3


def _reads_as_head(rows: list[tuple[Cell, ...]]) -> bool:
    """Of two columns the first row is a head only when it looks other than the rows below it."""
    return _is_bold(rows[0]) and not any(_is_bold(row) for row in rows[1:])


def _is_bold(row: tuple[Cell, ...]) -> bool:
    blocks = [block for cell in row for block in cell.blocks if block.text]
    return bool(blocks) and all(block.look.bold for block in blocks)
