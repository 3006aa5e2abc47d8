"""Folds repeated blanks and repeated empty paragraphs of a Word file, where nothing but room is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from tenderlint.facts.access import counted
from tenderlint.fixing.changes import Corrected
from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_MANY_EMPTY = 3
_SPACES = late_pattern(r"(?<=\S) {4,}(?=\S)")
_P, _T, _R, _PPR, _RPR = (qn(f"w:{name}") for name in ("p", "t", "r", "pPr", "rPr"))
_STOP = "\t"  # stands for whatever is no text
_PLAIN_PROPERTIES = frozenset(
    qn(f"w:{name}") for name in (
        "pStyle", "keepNext", "keepLines", "widowControl", "spacing", "ind", "contextualSpacing", "jc", "rPr", "tabs",
        "suppressAutoHyphens", "outlineLvl", "bidi", "adjustRightInd", "snapToGrid", "autoSpaceDE", "autoSpaceDN",
    )
)  # fmt: skip
_PLAIN_INSIDE = frozenset({_RPR, qn("w:lastRenderedPageBreak")})
_PLAIN_CHILDREN = frozenset({_PPR, _R, qn("w:proofErr")})
_CHANGES = frozenset(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_HOLDERS = (qn("w:body"), qn("w:sdtContent"))
_LOUD = (qn("w:numPr"), qn("w:pBdr"), qn("w:pageBreakBefore"), qn("w:framePr"), qn("w:shd"))
_MOST_STYLES_ABOVE = 30
_MOST_WORDS = 40


def fold(file: WordFile, told: Corrected) -> None:
    """Cut runs of empty paragraphs to one, and runs of blanks within words to one; tell how many."""
    body = file.element.body
    runs = list(_empty_runs(body, _loud_styles(file)))
    for run in runs:
        for paragraph in run[1:]:
            paragraph.getparent().remove(paragraph)
    if runs:
        gone = sum(len(run) - 1 for run in runs)
        told.change("Empty paragraphs", f"{counted(len(runs), 'run')} of {_MANY_EMPTY} or more",
                    f"one each, {gone:,} taken out", f"the first {_after(runs[0][0])}")  # fmt: skip
    _fold_spaces(body, told)


def _fold_spaces(body: Any, told: Corrected) -> None:
    folded = kept = 0
    first = ""
    for paragraph in body.iter(_P):
        texts = list(_texts(paragraph))
        whole = "".join(text if node is None else node.text or "" for text, node in texts)
        if "    " not in whole:
            continue
        for match in reversed(list(_SPACES.finditer(whole))):
            if _is_to_fill(whole, match.start(), match.end()) or _is_drawn(texts, match.start()):
                kept += 1
                continue
            _cut(texts, match.start() + 1, match.end())
            folded += 1
            first = first or " ".join(whole.split())[:_MOST_WORDS]
    if folded:
        told.change("Blanks", f"{counted(folded, 'run')} of four or more between words", "one blank each",
                    f"the first in “{first}”")  # fmt: skip
    if kept:
        told.left.append(
            f"{counted(kept, 'run')} of blanks may be a place to write in: use a table or a field in its stead."
        )


def _texts(paragraph: Any) -> Iterator[tuple[str, Any]]:
    """Yield the texts of a paragraph, and a stop for everything else, in their order; boxes in it are left out."""
    for node in paragraph.iter():
        if node.tag == _T and _owner(node) is paragraph:
            yield "", node
        elif node.tag not in (_P, _R, _PPR, _RPR, _T) and node.getparent().tag == _R:
            yield _STOP, None


def _owner(node: Any) -> Any:
    while node is not None and node.tag != _P:
        node = node.getparent()
    return node


def _is_to_fill(whole: str, start: int, end: int) -> bool:
    """Blanks after a colon or a line, or within brackets, are room for an answer."""
    return whole[start - 1] in ":_?)£[(" or whole[end] in "_])"


def _is_drawn(texts: list[tuple[str, Any]], at: int) -> bool:
    """Blanks that are underlined are a line to write on."""
    node = _node_at(texts, at)
    properties = node.getparent().find(_RPR) if node is not None else None
    return properties is not None and properties.find(qn("w:u")) is not None


def _node_at(texts: list[tuple[str, Any]], at: int) -> Any:
    for stop, node in texts:
        length = len(stop) if node is None else len(node.text or "")
        if at < length:
            return node
        at -= length
    return None


def _cut(texts: list[tuple[str, Any]], start: int, end: int) -> None:
    """Take the letters from `start` to `end` out of the texts that hold them."""
    at = 0
    for stop, node in texts:
        text = stop if node is None else node.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        if node is not None and low < high:
            node.text = text[:low] + text[high:]
            if node.text != node.text.strip():
                node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(text)


def _empty_runs(body: Any, loud: frozenset[str]) -> Iterator[list[Any]]:
    for holder in [body, *body.iter(*_HOLDERS[1:])]:
        run: list[Any] = []
        for child in holder:
            if child.tag == _P and _is_empty(child, loud):
                run.append(child)
                continue
            if len(run) >= _MANY_EMPTY:
                yield run
            run = []
        if len(run) >= _MANY_EMPTY:
            yield run


def _is_empty(paragraph: Any, loud: frozenset[str]) -> bool:
    """Say whether a paragraph holds nothing and shows nothing but room."""
    for child in paragraph:
        if child.tag not in _PLAIN_CHILDREN:
            return False
        if child.tag == _R and any(inner.tag not in _PLAIN_INSIDE for inner in child):
            return False
        if child.tag == _PPR and not _are_plain(child, loud):
            return False
    return True


def _are_plain(properties: Any, loud: frozenset[str]) -> bool:
    if any(child.tag not in _PLAIN_PROPERTIES for child in properties):
        return False
    if any(node.tag in _CHANGES for node in properties.iter()):
        return False
    style = properties.find(qn("w:pStyle"))
    return style is None or style.get(qn("w:val")) not in loud


def _loud_styles(file: WordFile) -> frozenset[str]:
    """The styles that show something even where there are no words: a number, a border, a new page."""
    elements = {each.get(qn("w:styleId")): each for each in file.styles.element.iter(qn("w:style"))}
    return frozenset(name for name in elements if name and _is_loud(name, elements))


def _is_loud(name: str, elements: dict[Any, Any]) -> bool:
    for _ in range(_MOST_STYLES_ABOVE):
        element = elements.get(name)
        if element is None:
            return False
        properties = element.find(_PPR)
        if properties is not None and any(properties.find(tag) is not None for tag in _LOUD):
            return True
        based = element.find(qn("w:basedOn"))
        if based is None:
            return False
        name = based.get(qn("w:val"))
    return False


def _after(paragraph: Any) -> str:
    before = paragraph.getprevious()
    if before is None:
        return "at the start of the text"
    words = "".join(text.text or "" for text in before.iter(_T)).strip() if before.tag == _P else ""
    return f"after “{words[:_MOST_WORDS].strip()}”" if words else "after a table or picture"
