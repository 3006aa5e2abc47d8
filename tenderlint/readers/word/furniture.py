"""Reads what stands beside the running text: headers, footers, notes, comments, charts and embedded pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tenderlint.model import Block, BlockKind, Mark, Place, walk
from tenderlint.readers.base import Source, fold
from tenderlint.readers.word.kinds import Setting
from tenderlint.readers.word.marks import MarkKind
from tenderlint.readers.word.names import AUTHOR, ID, R_ID, VAL, A, W, is_on
from tenderlint.readers.word.story import Frame, Story

if TYPE_CHECKING:
    from lxml import etree

    from tenderlint.readers.word.package import Package, Relations

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_KINDS = {W + "headerReference": BlockKind.HEADER, W + "footerReference": BlockKind.FOOTER}
_POINT = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"


class Furniture:
    """Reads the parts beside the main one, each with its own relations."""

    def __init__(self, package: Package, story: Story, relations: Relations, even_pages: bool) -> None:
        self._package = package
        self._story = story
        self._relations = relations
        self._even_pages = even_pages

    def notes(self) -> list[Block]:
        """Return the footnotes and endnotes that the text names, in its order and with its headings."""
        out: list[Block] = []
        for kind, plural in (("footnote", "footnotes"), ("endnote", "endnotes")):
            named = [(number, place) for name, number, place in self._story.hung.notes if name == kind]
            elements = self._elements(plural, kind) if named else {}
            shown = 0
            for number, place in named:
                element = elements.pop(number, None)
                if element is None or element.get(W + "type") in _SEPARATORS:
                    continue
                shown += 1
                out.extend(self._aside(element, BlockKind.FOOTNOTE, replace(place, part=f"{kind} {shown}")))
        return out

    def comments(self) -> list[Block]:
        """Return the comments, each at the place that it is about."""
        elements = self._elements("comments", "comment")
        places = {number: place for name, number, place in self._story.hung.notes if name == "comment"}
        out: list[Block] = []
        for number, element in elements.items():
            place = replace(places.get(number, Place(self._story.outline.document)), part="comment")
            author = element.get(AUTHOR, "")
            self._story.marks.append(Mark(MarkKind.COMMENT, place, author))
            out.extend(self._aside(element, BlockKind.COMMENT, place, author))
        return out

    def headers(self, sections: list[etree._Element]) -> list[Block]:
        """Return the headers and footers that the sections show, each distinct one once."""
        out: list[Block] = []
        seen: set[tuple[object, ...]] = set()
        read: set[str] = set()
        for kind, name in self._shown(sections):
            if name in read:
                continue
            read.add(name)
            root = self._open(name, f"A {kind.value}")
            if root is None:
                continue
            place = Place(self._story.outline.document, part=kind.value)
            blocks = self._aside(root, kind, place)
            words = (kind, *(block.text for block in walk(blocks)))
            if words not in seen:
                seen.add(words)
                out.extend(blocks)
        return out

    def texts(self) -> list[Block]:
        """Return the words in charts and diagrams."""
        out: list[Block] = []
        self._story.inline.relations = self._relations
        for kind, link, place in self._story.hung.parts:
            relation = self._relations.get(link)
            if relation is None or relation.external or relation.target not in self._package.parts:
                continue
            root = self._package.xml(relation.target, f"A {kind}")
            if root is not None:
                out.extend(_chart_words(root, kind, place))
        return out

    def chunks(self) -> list[Block]:
        """Return the words of pages that are embedded whole (altChunk); those that cannot be read are noted."""
        out: list[Block] = []
        for link, place in self._story.hung.chunks:
            relation = self._relations.get(link)
            name = relation.target if relation is not None and not relation.external else ""
            out.extend(self._chunk(name, place))
        return out

    def _chunk(self, name: str, place: Place) -> Iterator[Block]:
        from tenderlint.errors import UnreadableError
        from tenderlint.readers.zipparts import PartError

        ending = name.rpartition(".")[2].lower()
        try:
            data = self._package.parts.read(name) if name else b""
            blocks = _page(ending, Source(place.document, data)) if data else None
        except (PartError, UnreadableError):
            blocks = None
        if blocks is None:
            self._package.problems.append(f"An embedded document ({name or 'missing'}) was not read.")
            return
        for block in walk(blocks):
            if block.text:
                yield replace(block, place=replace(place, part="embedded document"))

    def _elements(self, kind: str, tag: str) -> dict[str, etree._Element]:
        """The notes or comments of a part by their ids, with the part's own relations in force."""
        name = self._package.related(self._relations, kind)
        root = self._open(name, f"The {kind}") if name else None
        if root is None:
            return {}
        return {element.get(ID, ""): element for element in root.iterfind(W + tag)}

    def _open(self, name: str, what: str) -> etree._Element | None:
        self._story.inline.relations = self._package.relations_of(name)
        return self._package.xml(name, what)

    def _aside(self, element: etree._Element, kind: BlockKind, place: Place, author: str = "") -> list[Block]:
        before = self._story.outline.save()
        blocks = self._story.blocks(element, Frame(place.part, Setting(kind), author=author, place=place))
        self._story.outline.restore(before)
        return blocks

    def _shown(self, sections: list[etree._Element]) -> Iterator[tuple[BlockKind, str]]:
        """Yield the kinds and names of the headers and footers that some page shows."""
        for section in sections:
            first = section.find(W + "titlePg")
            first_shown = first is not None and is_on(first.get(VAL))
            for child in section:
                kind = _KINDS.get(child.tag)
                which = child.get(W + "type", "default")
                if kind is None or (which == "first" and not first_shown) or (which == "even" and not self._even_pages):
                    continue
                relation = self._relations.get(child.get(R_ID, ""))
                if relation is not None and not relation.external and relation.target in self._package.parts:
                    yield kind, relation.target


def _chart_words(root: etree._Element, kind: str, place: Place) -> Iterator[Block]:
    """The words of a chart or diagram: its texts, and the names of what it counts."""
    seen: set[str] = set()
    for element in root.iter(A + "p", _POINT):
        text = fold("".join(part.text or "" for part in element.iter(A + "t", _POINT)))
        if text and text not in seen and not text.replace(".", "", 1).isdigit():
            seen.add(text)
            yield Block(BlockKind.TEXT_BOX, text, replace(place, part=kind))


def _page(ending: str, source: Source) -> tuple[Block, ...] | None:
    """Read a whole page that is embedded: web page or plain text."""
    if ending in {"htm", "html", "xhtml"}:
        from tenderlint.readers import html

        return html.read(source).blocks
    if ending == "txt":
        from tenderlint.readers import plain

        return plain.blocks_of(plain.decode(source), source.path)
    return None
