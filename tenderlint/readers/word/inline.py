"""Reads what stands in a paragraph of a Word file: its runs, in the order in which a reader meets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from tenderlint.model import Revision
from tenderlint.readers import symbols
from tenderlint.readers.runs import Manner
from tenderlint.readers.word import fields
from tenderlint.readers.word.controls import content, read_control
from tenderlint.readers.word.drawings import branch, read_drawing
from tenderlint.readers.word.found import NOWHERE, Around, Content
from tenderlint.readers.word.looks import Base, Looks, Written
from tenderlint.readers.word.marks import MarkKind
from tenderlint.readers.word.names import ALTERNATE, AUTHOR, ID, PPR, R_ID, RPR, RUN, SDT, TEXT, VAL, M, W
from tenderlint.readers.word.package import Relations

if TYPE_CHECKING:
    from lxml import etree

_TEXTS = frozenset({TEXT, W + "delText"})
_BLANKS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_MOST_DEPTH = 100


class Inline:
    """Reads paragraphs one after the other: fields and counts go on from one to the next."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.relations: Relations = {}
        self.fields = fields.Fields()
        self.changes: Counter[tuple[MarkKind, str]] = Counter()
        self.languages: Counter[str] = Counter()  # letters in other languages than that of the styles
        self._around: dict[tuple[int, Around], Manner] = {}
        self._base = looks.base({}, None, None)
        self._content = Content()
        self._last_change: tuple[MarkKind, str] | None = None
        self._containers = self._handlers()
        self._specials = self._signs()

    def read(self, paragraph: etree._Element, base: Base, content: Content) -> None:
        """Add what stands in a paragraph to `content`."""
        self._base, self._content, self._last_change = base, content, None
        content.contents = content.contents or self.fields.contents > 0
        self._children(paragraph, NOWHERE, 0)

    def _children(self, parent: etree._Element, around: Around, depth: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, around, depth)
            elif tag != PPR:
                handler = self._containers.get(tag)
                if handler is None:
                    continue
                if depth < _MOST_DEPTH:
                    handler(child, around, depth + 1)
                else:
                    self._flat(child, around)

    def _flat(self, element: etree._Element, around: Around) -> None:
        """Take only the words of what is wrapped more often than any program does."""
        text = "".join(part.text or "" for part in element.iter(TEXT))
        if text:
            self._put(text, None, around)

    def _run(self, run: etree._Element, around: Around, depth: int) -> None:
        rpr, text = None, ""
        for child in run:
            tag = child.tag
            if tag in _TEXTS:
                text += child.text or ""
            elif tag == RPR:
                rpr = child
            elif tag in _BLANKS:
                text += _BLANKS[tag]
            else:
                special = self._specials.get(tag)
                if special is not None:
                    if text:
                        self._put(text, rpr, around)
                    text = special(child, rpr, around, depth)
        if text:
            self._put(text, rpr, around)

    def _put(self, text: str, rpr: etree._Element | None, around: Around) -> None:
        fields = self.fields
        if fields.muted:
            fields.swallow(text)
            return
        written = self._base.plain if rpr is None else self.looks.run(self._base, rpr)
        if written.symbols or not text.isascii():
            text = symbols.shown(text, written.manner.look.font, written.symbols)
        manner = written.manner
        if around is not NOWHERE or fields.link:
            manner = self._varied(written, around)
        else:
            self._last_change = None
        if written.odd:
            self._note_odd(written, text)
        self._content.pieces.append((text, manner))

    def _note_odd(self, written: Written, text: str) -> None:
        self.languages[written.language] += len(text)
        if written.effect:
            self._content.mark(MarkKind.ANIMATED, text.strip())
        if written.changed_by is not None:
            self.changes[MarkKind.FORMATTING, written.changed_by] += 1
        if written.raised and not self._content.pieces and text.strip().isdecimal():
            self._content.mark(MarkKind.TYPED_NOTE, text.strip())

    def _varied(self, written: Written, around: Around) -> Manner:
        if self.fields.link and not around.link:
            around = Around(self.fields.link, around.revision, around.author)
        key = id(written), around
        manner = self._around.get(key)
        if manner is None:
            own = written.manner
            manner = Manner(own.look, own.hidden, around.link, around.revision, around.author)
            self._around[key] = manner
        return manner

    def _handlers(self) -> dict[str, Callable[[etree._Element, Around, int], None]]:
        through = dict.fromkeys((W + "smartTag", W + "customXml", W + "bdo", W + "dir"), self._children)
        changes = dict.fromkeys((W + "ins", W + "del", W + "moveFrom", W + "moveTo"), self._change)
        equations = dict.fromkeys((M + "oMath", M + "oMathPara"), self._equation)
        return {
            **through, **changes, **equations,
            W + "hyperlink": self._link, W + "fldSimple": self._simple_field, SDT: self._control,
            ALTERNATE: self._alternate, W + "commentReference": self._comment_outside,
        }  # fmt: skip

    def _change(self, element: etree._Element, around: Around, depth: int) -> None:
        name = element.tag[len(W) :]
        author = element.get(AUTHOR, "")
        gone = name in {"del", "moveFrom"}
        self.count(_CHANGES[name], author)
        if around.revision is not Revision.DELETED:
            around = Around(around.link, Revision.DELETED if gone else Revision.INSERTED, author)
        self._children(element, around, depth)

    def count(self, kind: MarkKind | None, author: str) -> None:
        """Count a tracked change; one that goes straight on with the last counts once."""
        self._content.changed = True
        if kind is None or self._last_change == (kind, author):
            return
        self._last_change = kind, author
        self.changes[kind, author] += 1

    def _link(self, element: etree._Element, around: Around, depth: int) -> None:
        relation = self.relations.get(element.get(R_ID, ""))
        anchor = element.get(W + "anchor")
        target = relation.target if relation else ""
        link = f"{target}#{anchor}" if anchor else target
        self._children(element, Around(link or None, around.revision, around.author) if link else around, depth)

    def _simple_field(self, element: etree._Element, around: Around, depth: int) -> None:
        instruction = element.get(W + "instr", "")
        self._named(instruction.split(None, 1)[0].upper() if instruction.strip() else "")
        link = fields.link_of(instruction)
        self._children(element, Around(link, around.revision, around.author) if link else around, depth)

    def _named(self, name: str) -> None:
        if name == "TOC":
            self._content.contents = True
            self._content.mark(MarkKind.CONTENTS, "")
        elif name in {"PAGE", "NUMPAGES"}:
            self._content.mark(MarkKind.PAGE_NUMBER, "")
        elif name == "SEQ":
            self._content.mark(MarkKind.NUMBERED_CAPTION, "")

    def _control(self, element: etree._Element, around: Around, depth: int) -> None:
        self.control(element, self._content)
        inner = content(element)
        if inner is not None:
            self._children(inner, around, depth)

    def control(self, element: etree._Element, found: Content) -> None:
        """Note what a content control is for, wherever it stands."""
        control = read_control(element)
        if not control.kind:
            return
        found.mark(MarkKind.CONTROL, control.kind)
        if control.prompting and control.text:
            found.mark(MarkKind.PROMPT, control.text)
        if not control.title:
            found.mark(MarkKind.UNTITLED_CONTROL, control.text)

    def _alternate(self, element: etree._Element, around: Around, depth: int) -> None:
        chosen = branch(element)
        if chosen is not None:
            self._children(chosen, around, depth)

    def _equation(self, element: etree._Element, around: Around, depth: int) -> None:
        text = "".join(part.text or "" for part in element.iter(M + "t", TEXT))
        if text:
            self._put(text, None, around)

    def _comment_outside(self, element: etree._Element, around: Around, depth: int) -> None:
        self._content.note("comment", element.get(ID, ""))

    def _signs(self) -> dict[str, Callable[[etree._Element, etree._Element | None, Around, int], str]]:
        return {
            W + "sym": self._symbol, W + "fldChar": self._field, W + "instrText": self._instruct,
            W + "delInstrText": self._instruct, W + "drawing": self._drawing, W + "pict": self._drawing,
            W + "object": self._drawing, W + "footnoteReference": self._note, W + "endnoteReference": self._note,
            W + "commentReference": self._note, W + "ruby": self._ruby, ALTERNATE: self._inner_alternate,
        }  # fmt: skip

    def _symbol(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return symbols.BULLET
        return symbols.sign(code, element.get(W + "font", "")) if code <= 0xFFFF else symbols.BULLET

    def _field(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            data = element.find(W + "ffData")
            if data is not None:
                self._form_field(data)
            self.fields.begin(data)
        elif kind == "separate":
            opened = self.fields.separate()
            if opened is not None:
                self._named(opened.name)
        elif kind == "end":
            return self._end_field(self.fields.end(), around)
        return ""

    def _end_field(self, ended: fields.Field | None, around: Around) -> str:
        if ended is None or around.revision is Revision.DELETED:
            return ""
        if ended.data is not None and fields.form_kind(ended.data) != "text":
            return fields.form_text(ended.data)
        if ended.result:
            return ""
        prompt = fields.button_text(ended.instruction)
        if prompt:
            self._content.mark(MarkKind.PROMPT, prompt)
        return prompt

    def _form_field(self, data: etree._Element) -> None:
        name, hint = data.find(W + "name"), data.find(W + "helpText")
        status = data.find(W + "statusText")
        self._content.mark(MarkKind.CONTROL, fields.form_kind(data))
        if not any(each is not None and each.get(VAL) for each in (hint, status)):
            self._content.mark(MarkKind.FORM_FIELD, name.get(VAL, "") if name is not None else "")

    def _instruct(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        self.fields.instruct(element.text or "")
        return ""

    def _drawing(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        if around.revision is not Revision.DELETED:
            self._content.draw(read_drawing(element))
        return ""

    def _note(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        if around.revision is not Revision.DELETED:
            kind = element.tag[len(W) : -len("Reference")]
            self._content.note(kind, element.get(ID, ""))
        return ""

    def _ruby(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        base, above = element.find(W + "rubyBase"), element.find(W + "rt")
        texts = ["".join(part.text or "" for part in each.iter(TEXT)) for each in (base, above) if each is not None]
        texts = [text for text in texts if text]
        return f"{texts[0]} ({texts[1]})" if len(texts) > 1 else "".join(texts)

    def _inner_alternate(self, element: etree._Element, rpr: etree._Element | None, around: Around, depth: int) -> str:
        chosen = branch(element)
        if chosen is not None and depth < _MOST_DEPTH:
            self._run(chosen, around, depth + 1)
        return ""


_CHANGES = {
    "ins": MarkKind.INSERTION,
    "del": MarkKind.DELETION,
    "moveTo": MarkKind.MOVE,
    "moveFrom": None,
}
