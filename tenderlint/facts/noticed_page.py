"""Finds, on the readable page of a notice, the row that a statement of the notice stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.statements import in_one_line
from tenderlint.model import Document, Pack, Place, Role
from tenderlint.notice import Release, words
from tenderlint.values import Value, When


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a notice says: the fact, its value, and the name of the row that shows it.

    `text` is a word of that row, where several rows have the name; `lot` is the lot that it stands under on the
    page, `of` the part of the contract that it speaks of.
    """

    name: str
    value: Value
    label: str
    text: str = ""
    lot: str = ""
    of: str = ""
    sure: Sure = Sure.HIGH
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    text: str
    heading: str
    place: Place


class Page:
    """The rows of a notice's page; empty where the pack holds no file of it."""

    def __init__(self, document: Document | None) -> None:
        self.rows: list[_Row] = [] if document is None else list(_rows(document))
        self._title = _title(document)

    def fact(self, said: Said) -> Fact[Any]:
        """Return the statement as a fact, with the words of its row and their place."""
        row = self._row(said)
        if row is None and said.label == "Title":
            quote, place = str(said.value), self._title
        elif row is None:
            quote, place = f"{said.label} {said.text or said.value}", self._title
        else:
            quote, place = in_one_line((row.label, row.text)), row.place
        return Fact(said.name, said.value, quote, place, said.sure, why=said.why, of=said.of)

    def _row(self, said: Said) -> _Row | None:
        rows = [row for row in self.rows if row.label == said.label]
        if said.lot:
            rows = [row for row in rows if _is_lot(row.heading, said.lot)] or rows
        text = said.text or (f"{said.value.date.day} {said.value.date:%B %Y}" if isinstance(said.value, When) else "")
        return next((row for row in rows if text in row.text), rows[0] if rows else None)


def notices(pack: Pack) -> tuple[Document, ...]:
    """Return the documents of the pack that are notices in the form of data."""
    return tuple(each for each in pack.documents if each.role is Role.NOTICE and each.media_type == "application/json")


def page_of(documents: Iterable[Document], release: Release) -> Document | None:
    """Return the document that shows this release: the one with its identifier and day, else the first."""
    shown = [document for document in documents if document.blocks]
    wanted = {"Notice identifier": words(release.get("ocid")), "Reference": words(_tender_id(release))}
    return max(shown, key=lambda document: _agreeing(document, wanted), default=None)


def _tender_id(release: Release) -> object:
    tender = release.get("tender")
    return tender.get("id") if isinstance(tender, dict) else None


def _agreeing(document: Document, wanted: dict[str, str]) -> int:
    return sum(row.text == wanted[row.label] for row in _rows(document) if row.label in wanted)


def _rows(document: Document) -> Iterable[_Row]:
    for block in document.blocks:
        heading = block.place.heading[-1] if len(block.place.heading) > 1 else ""
        for row in block.table.rows if block.table is not None else ():
            if len(row) > 1 and row[1].blocks:
                yield _Row(row[0].text, row[1].text, heading, row[1].blocks[0].place)


def _title(document: Document | None) -> Place:
    if document is None or not document.blocks:
        return Place(document.path if document is not None else "notice")
    return document.blocks[0].place


def _is_lot(heading: str, lot: str) -> bool:
    return heading == lot or heading.startswith(f"{lot}:")
