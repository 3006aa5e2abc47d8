"""Finds its way among the parts of an Office file: what a part points to, and the words below an element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlint.readers.zipparts import PartError, Parts

if TYPE_CHECKING:
    from lxml import etree


def relations_of(parts: Parts, part: str) -> dict[str, tuple[str, str]]:
    """Return kind and target of what a part points to, by the pointer's id; nothing where the list is missing."""
    folder, _, name = part.rpartition("/")
    try:
        root = parts.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    except PartError:
        return {}
    found = {}
    for item in root:
        target = item.get("Target") or ""
        if item.get("TargetMode") != "External":
            found[item.get("Id") or ""] = ((item.get("Type") or "").rpartition("/")[2], _joined(folder, target))
    return found


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def of_kind(relations: dict[str, tuple[str, str]], kind: str) -> list[str]:
    """Return the targets of the pointers of one kind."""
    return [target for found, target in relations.values() if found == kind]


def letters(element: etree._Element) -> str:
    """Return the words below an element, without the reading aids of East Asian text."""
    return "".join(
        piece.text or "" if tag_of(piece) == "t" else "\n"
        for piece in element.iter()
        if tag_of(piece) in {"t", "br"} and tag_of(piece.getparent()) != "rPh"
    )


def all_of(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield every element of a name, whatever its namespace."""
    found: Iterator[etree._Element] = root.iter(f"{{*}}{tag}")
    return found


def first_of(root: etree._Element, tag: str) -> etree._Element | None:
    """Return the first element of a name, if there is one."""
    return next(all_of(root, tag), None)


def tag_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
