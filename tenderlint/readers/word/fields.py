"""Follows Word's fields: what a field shows is read, the instruction that made it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.patterns import late_pattern
from tenderlint.readers.word.names import VAL, W, integer

if TYPE_CHECKING:
    from lxml import etree

_LINK = late_pattern(r'HYPERLINK\s{1,9}(?:\\[a-z]\s{1,9}(?!")){0,3}(?:"([^"]{0,2000})"|(?!\\)(\S{1,2000}))?', re.I)
_ANCHOR = late_pattern(r'\\l\s{1,9}"?([^"\s]{1,200})')
_BUTTON = late_pattern(r"(?:MACROBUTTON|GOTOBUTTON)\s{1,9}\S{1,200}\s{1,9}(.{1,2000})", re.I | re.S)
_MOST_OPEN = 100
_LONGEST = 4000  # no instruction is longer


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    result: bool = False
    link: str | None = None
    swallowed: bool = False  # whether words stood among its instruction
    data: etree._Element | None = None

    @property
    def name(self) -> str:
        """The kind of field, such as "TOC"."""
        return self.instruction.split(None, 1)[0].upper() if self.instruction.strip() else ""


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reader stands. `muted` says that words there are instructions."""

    open: list[Field] = field(default_factory=list)
    muted: bool = False
    link: str | None = None
    contents: int = 0  # how many of the open fields make a table of contents
    ignored: bool = False

    def begin(self, data: etree._Element | None) -> None:
        """Open a field; `data` describes a form field."""
        if not self.ignored and len(self.open) < _MOST_OPEN:
            self.open.append(Field(data=data))
            self.muted = True

    def separate(self) -> Field | None:
        """Pass from the instruction of the innermost field to its result."""
        if not self.open or self.open[-1].result:
            return None
        current = self.open[-1]
        current.result = True
        current.link = link_of(current.instruction)
        self._settle()
        return current

    def end(self) -> Field | None:
        """Close the innermost field."""
        if not self.open:
            return None
        current = self.open.pop()
        self._settle()
        return current

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self.open and not self.open[-1].result and len(self.open[-1].instruction) < _LONGEST:
            self.open[-1].instruction += text

    def swallow(self, text: str) -> None:
        """Take words that stand among instructions, such as the text of a macro button."""
        for each in self.open:
            if not each.result:
                if len(each.instruction) < _LONGEST:
                    each.instruction += text
                each.swallowed = each.swallowed or bool(text.strip())
                return

    @property
    def lost(self) -> bool:
        """Whether a field that never ends has swallowed words."""
        return any(each.swallowed for each in self.open)

    def _settle(self) -> None:
        self.muted = any(not each.result for each in self.open)
        self.link = next((each.link for each in reversed(self.open) if each.link), None)
        self.contents = sum(each.result and each.name == "TOC" for each in self.open)


def link_of(instruction: str) -> str | None:
    """Return where a HYPERLINK field leads, "#name" for a place in the document."""
    if "HYPERLINK" not in instruction.upper():
        return None
    found, anchor = _LINK.search(instruction), _ANCHOR.search(instruction)
    target = (found[1] or found[2] or "") if found else ""
    if anchor and target == anchor[1]:
        target = ""
    return (f"{target}#{anchor[1]}" if anchor else target) or None


def button_text(instruction: str) -> str:
    """Return the words of a button that asks to be clicked, as old templates use for prompts."""
    found = _BUTTON.search(instruction.strip())
    return found[1].strip() if found else ""


def form_kind(data: etree._Element) -> str:
    """Name the kind of a form field: "text", "check box" or "list"."""
    if data.find(W + "checkBox") is not None:
        return "check box"
    return "list" if data.find(W + "ddList") is not None else "text"


def form_text(data: etree._Element) -> str:
    """Return what a form field shows that holds no text of its own: its tick, or the entry chosen."""
    box = data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = state if state is not None else box.find(W + "default")
        ticked = state is not None and state.get(VAL, "1") not in {"0", "false"}
        return "☒" if ticked else "☐"
    choices = data.findall(f"{W}ddList/{W}listEntry")
    chosen = data.find(f"{W}ddList/{W}result")
    at = integer(chosen.get(VAL)) if chosen is not None else 0
    return choices[at].get(VAL, "") if 0 <= at < len(choices) else ""
