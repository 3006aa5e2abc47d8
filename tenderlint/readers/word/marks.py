"""The short names of what only the Word and ODT readers can see."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tenderlint.patterns import late_pattern

MANY_EMPTY = 3
"""So many empty paragraphs in a row are marked as repeated blanks."""
_MANY_SPACES = late_pattern(r"\S {4,}\S")


class MarkKind(StrEnum):
    """What a Mark tells; its text is said beside each."""

    INSERTION = "tracked insertion"  # one for each author: "author: number of changes"
    DELETION = "tracked deletion"  # one for each author: "author: number of changes"
    MOVE = "tracked move"  # one for each author: "author: number of changes"
    FORMATTING = "tracked formatting"  # one for each author: "author: number of changes"
    TRACKING = "tracking on"  # changes to the file are being recorded
    COMMENT = "comment"  # the author
    HIDDEN = "hidden text"  # the hidden words
    PROTECTED = "document protection"  # what may still be edited, such as "forms"
    PROMPT = "prompt showing"  # the prompt that nobody has replaced
    CONTROL = "form control"  # its kind, such as "text", "date", "list" or "check box"
    UNTITLED_CONTROL = "control without title"  # the words in the content control
    WATERMARK = "watermark"  # its words
    BACKGROUND = "page background"  # its colour
    WORD_ART = "word art"  # its words
    LINKED_PICTURE = "linked picture"  # where the picture is fetched from
    FLOATING = "floating object"  # its name
    EMPTY_HEADING = "empty heading"  # the name of the style
    HEADING_PARAGRAPH = "paragraph styled as heading"  # its first words
    MERGED_CELLS = "merged cells"  # the words in the merged cell
    NESTED_TABLE = "nested table"  # the first words of the inner table
    UNEVEN_TABLE = "uneven table"  # rows of different widths
    TYPED_LIST = "typed list"  # the bullet or number that was typed
    REPEATED_BLANKS = "repeated blanks"  # "spaces", "tabs" or "empty paragraphs"
    MACROS = "macros"
    EMBEDDED = "embedded file"  # the program that made it
    ANIMATED = "animated text"  # the words
    PAGE_NUMBER = "page number"  # the header or footer holds one
    CONTENTS = "contents list"  # the document holds a field that makes one
    FORM_FIELD = "form field without help"  # the name of a field that has no help text
    SPACING = "line spacing"  # one for each spacing of the running text: "0.9: number of letters"
    LINE_WIDTH = "line width"  # of the narrowest page, in points: "451: letters of the running text in long lines"
    BEHIND = "picture behind the text"  # its name
    COLOURED_CELLS = "coloured empty cells"  # one for each table with several: their colours
    TYPED_NOTE = "typed note"  # its raised number or sign
    NUMBERED_CAPTION = "numbered caption"  # a field that counts figures or tables


def blanks_in(raw: str) -> Iterator[str]:
    """Yield what room was made with within a paragraph, "tabs" or "spaces"; `raw` is its text before it was folded."""
    if "\t\t\t" in raw:
        yield "tabs"
    if "    " in raw and _MANY_SPACES.search(raw):
        yield "spaces"
