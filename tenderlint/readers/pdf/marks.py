"""The short names of what only the PDF reader can see."""

from __future__ import annotations

from enum import StrEnum


class MarkKind(StrEnum):
    """What a Mark tells; its text is said beside each."""

    NO_EXTRACTION = "reading aloud forbidden"  # the file forbids programs to take out its text, even for access
    NO_MAP = "font without unicode map"  # the font's name
    NOT_EMBEDDED = "font not embedded"  # the font's name
    DAMAGED_TEXT = "damaged text layer"  # words that lost letters, such as "informaton"
    UNTAGGED_TEXT = "text outside tags"  # the first words of text that a tagged file does not tag
    TAGS_SPARSE = "tags hold too little"  # the percentage of the letters that they hold
    TAGS_UNUSABLE = "tags unusable"  # why the tag tree was not used
    HEADINGS_BY_LOOK = "headings not tagged"  # how many headings were found by their look
    HEADINGS_START = "headings start below level 1"  # the level of the first heading that is tagged
    HEADING_PARAGRAPH = "paragraph tagged as heading"  # its first words
    NO_HEADER_CELLS = "table without header cells"  # its first words
    NO_SCOPE = "header cell without scope"  # how many such cells a table has
    HEADINGS_MIXED = "two kinds of heading tag"  # how many are of the rarer kind
    HEADING_CUT = "heading in pieces"  # the words of the pieces
    TABLE_UNEVEN = "uneven table"  # how its rows differ
    TABLE_UNTAGGED = "table outside tags"  # its first words
    TABLE_HEADINGS = "headings in place of header cells"  # how many
    TABLE_CUT = "table in pieces"  # how many pieces
    LIST_BROKEN = "broken list"  # what is wrong with it
    LIST_TYPED = "typed bullet"  # the first words of the line
    FORMULA_SILENT = "formula without words"
    TAG_UNKNOWN = "unknown tag"  # its name
    TAG_EMPTY = "empty tag"  # its role
    RUNNING_TAGGED = "header or footer tagged"  # on how many pages, and its words
    ORDER_JUMPS = "tags out of order"  # the words that are read too early, and those that stand above them
    FAINT = "faint words"  # the contrast, and the words
    OFF_PAGE = "words beyond the page"  # the words
    ATTACHMENT_UNTOLD = "attached file without description"  # its name
    SUSPECT = "tags marked as doubtful"
    NO_TAB_ORDER = "tab order not set"  # the page has links or fields, and the Tab key does not follow the tags
    SCANNED_PAGE = "page without text"  # a picture is all that the page holds
    LINK_UNDESCRIBED = "link without description"  # how many on the page
    LINKS = "links on page"  # how many, and the addresses that they lead to
    LINK_UNTAGGED = "link outside tags"  # how many on the page
    FIELD = "form field"  # its name
    FIELD_UNTAGGED = "form field outside tags"  # the field's name
    FIELD_POOR = "form field with a poor tooltip"  # the tooltip
    FIELD_UNDESCRIBED = "form field without tooltip"  # the field's name
    SCAN_TEXT = "text from recognition"  # pages whose words are a hidden layer under a picture
    ATTACHED_FILE = "attached file"  # its name
    PORTFOLIO = "portfolio"
    XFA = "xfa form"
    SCRIPT = "script"  # the file runs code when it is opened
    SIGNED = "signed"
    AGAINST_STANDARD = "against pdf/ua"  # the topic of a rule that the file breaks: its clause and a word
    STANDARD_ASKED = "judged by pdf/ua"  # how many rules the file was judged by
    STANDARD_UNKNOWN = "not judged by pdf/ua"  # why
