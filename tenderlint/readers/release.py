"""Reads a published notice (OCDS, JSON) as a page: title, description, key facts, lots."""

from __future__ import annotations

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Document, Note, Role, Structure, walk
from tenderlint.notice import Release, procurements, section, sections, words
from tenderlint.patterns import late_pattern
from tenderlint.readers import release_rows as rows
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.building import Building

_MARKUP = late_pattern(r"</?[a-zA-Z][^<>]{0,200}>")
_OWN_REPORT = late_pattern(rb'"tool"\s{0,5}:\s{0,5}\{\s{0,9}"name"\s{0,5}:\s{0,5}"tenderlint"')
_MOST_LOTS = 200


def read(source: Source) -> Document:
    """Read a notice; raises UnreadableError for JSON that is none."""
    found = procurements(source.data)
    if not found:
        if _OWN_REPORT.search(source.data[:2000]):
            return _document(source, Building(source.path), (Note("is a report of tenderlint: left out", lost=False),))
        raise UnreadableError(
            "is a data file (JSON) but no notice (OCDS)", source.path, "If people must read it, save it as Word."
        )
    release = next((one for one in found if one.get("tender")), found[0])
    building = Building(source.path)
    _whole(building, release)
    notes: tuple[Note, ...] = ()
    if len(found) > 1:
        notes = (Note(f"holds the notices of {len(found)} procurements: the first with a tender was read", lost=False),)
    return _document(source, building, notes, words(section(release, "tender").get("title")))


def _document(source: Source, building: Building, notes: tuple[Note, ...], title: str = "") -> Document:
    blocks = tuple(building.blocks)
    return Document(
        path=source.path,
        media_type="application/json",
        digest=digest(source.data),
        size=len(source.data),
        role=Role.NOTICE,
        blocks=blocks,
        structure=Structure(title=title or None),
        notes=notes,
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def _whole(building: Building, release: Release) -> None:
    tender = section(release, "tender")
    building.heading(1, fold(words(tender.get("title"))) or "Notice")
    _describe(building, tender)
    _table(building, [*rows.about(release), *rows.contact(release), *_rows(tender)])
    lots = sections(tender, "lots")[:_MOST_LOTS]
    for order, lot in enumerate(lots, start=1):
        if len(lots) > 1:
            name = fold(words(lot.get("title")))
            label = fold(words(lot.get("id"))) or str(order)
            building.heading(2, f"Lot {label}: {name}" if name else f"Lot {label}")
            _describe(building, lot)
        _table(building, _rows(lot))
    for document in sections(tender, "documents"):
        told = [words(document.get(name)) for name in ("title", "description", "url")]
        text = fold(" - ".join(dict.fromkeys(filter(None, told))))
        if text:
            building.add(BlockKind.LIST_ITEM, text, level=1, label="•")


def _rows(thing: Release) -> list[tuple[str, str]]:
    return [*rows.terms(thing), *rows.dates(thing), *rows.conditions(thing)]


def _describe(building: Building, thing: Release) -> None:
    description = thing.get("description")
    for line in _MARKUP.sub("\n", description).splitlines() if isinstance(description, str) else ():
        if fold(line):
            building.add(BlockKind.PARAGRAPH, fold(line))


def _table(building: Building, told: list[tuple[str, str]]) -> None:
    filled = [(name, fold(value)) for name, value in told if fold(value)]
    if filled:
        building.grid(filled)
