"""Reads a published notice (OCDS, JSON) as a page: title, description, key facts, lots."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Document, Note, Role, Structure, walk
from tenderlint.notice import procurements
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.building import Building
from tenderlint.values import amount_in_words, number

Rows = Iterator[tuple[str, str]]

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_OWN_REPORT = re.compile(rb'"tool"\s{0,5}:\s{0,5}\{\s{0,9}"name"\s{0,5}:\s{0,5}"tenderlint"')
_MOST_LOTS = 200
_TAGS = {
    "planning": "planning", "tender": "tender", "tenderAmendment": "tender, amended", "tenderUpdate": "tender, updated",
    "award": "award", "awardUpdate": "award, updated", "contract": "contract", "tenderCancellation": "cancellation",
}  # fmt: skip
_METHODS = {"open": "open", "selective": "restricted or by invitation", "limited": "limited", "direct": "direct award"}


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
    return _document(source, building, notes, _text(_dict(release, "tender").get("title")))


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


def _whole(building: Building, release: dict[str, object]) -> None:
    tender = _dict(release, "tender")
    building.heading(1, _text(tender.get("title")) or "Notice")
    _describe(building, tender)
    _table(building, [*_about(release), *_contact(release), *_terms(tender), *_dates(tender), *_conditions(tender)])
    lots = _dicts(tender, "lots")[:_MOST_LOTS]
    for order, lot in enumerate(lots, start=1):
        if len(lots) > 1:
            name = _text(lot.get("title"))
            label = _text(lot.get("id")) or str(order)
            building.heading(2, f"Lot {label}: {name}" if name else f"Lot {label}")
            _describe(building, lot)
        _table(building, [*_terms(lot), *_dates(lot), *_conditions(lot)])
    for document in _dicts(tender, "documents"):
        words = [_text(document.get(name)) for name in ("title", "description", "url")]
        text = " - ".join(dict.fromkeys(word for word in words if word))
        if text:
            building.add(BlockKind.LIST_ITEM, text, level=1, label="•")


def _describe(building: Building, thing: dict[str, object]) -> None:
    description = thing.get("description")
    for line in _MARKUP.sub("\n", description).splitlines() if isinstance(description, str) else ():
        if fold(line):
            building.add(BlockKind.PARAGRAPH, fold(line))


def _table(building: Building, rows: list[tuple[str, str]]) -> None:
    filled = [row for row in rows if row[1]]
    if filled:
        building.grid(filled)


def _about(release: dict[str, object]) -> Rows:
    tender = _dict(release, "tender")
    tags = release.get("tag")
    yield "Notice", ", ".join(_TAGS.get(str(tag), str(tag)) for tag in tags) if isinstance(tags, list) else ""
    yield "Notice identifier", _text(release.get("ocid"))
    yield "Published", _moment(release.get("date"))
    yield "Reference", _text(tender.get("id"))
    yield "Buyer", _text(_dict(release, "buyer").get("name")) or _text(_dict(tender, "procuringEntity").get("name"))
    yield "Law", _text(_dict(tender, "legalBasis").get("id"))
    yield "Above threshold", _yes(tender.get("aboveThreshold"))


def _contact(release: dict[str, object]) -> Rows:
    buyer = _dict(release, "buyer").get("id")
    parties = _dicts(release, "parties")
    party = next((one for one in parties if one.get("id") == buyer and buyer is not None), None)
    party = party or next((one for one in parties if "buyer" in str(one.get("roles"))), {})
    point = _dict(party, "contactPoint")
    yield "Contact", _text(point.get("name"))
    yield "E-mail", _text(point.get("email"))
    yield "Telephone", _text(point.get("telephone"))


def _terms(thing: dict[str, object]) -> Rows:
    method = _text(thing.get("procurementMethod"))
    yield "Procedure", _text(thing.get("procurementMethodDetails")) or _METHODS.get(method, method)
    yield "Category", _text(thing.get("mainProcurementCategory"))
    classification = _dict(thing, "classification")
    yield "Classification", " ".join(_text(classification.get(name)) for name in ("id", "description")).strip()
    yield "Value", _value(thing)


def _dates(thing: dict[str, object]) -> Rows:
    yield "Deadline for questions", _moment(_dict(thing, "enquiryPeriod").get("endDate"))
    yield "Deadline for expressions of interest", _moment(thing.get("expressionOfInterestDeadline"))
    yield "Deadline for tenders", _moment(_dict(thing, "tenderPeriod").get("endDate"))
    yield "Invitations to tender", _moment(_dict(thing, "secondStage").get("invitationDate"))
    award = _dict(thing, "awardPeriod")
    yield "Award", _moment(award.get("startDate")) or _moment(award.get("endDate"))
    contract = _dict(thing, "contractPeriod")
    yield "Contract starts", _moment(contract.get("startDate"))
    yield "Contract ends", _moment(contract.get("endDate"))
    days = contract.get("durationInDays")
    yield "Contract lasts", f"{days:,} days" if _is_number(days) and isinstance(days, int) else ""
    yield "Extension", _text(_dict(thing, "renewal").get("description"))
    yield "Options", _text(_dict(thing, "options").get("description"))


def _conditions(thing: dict[str, object]) -> Rows:
    suitability = _dict(thing, "suitability")
    yield "Suitable for small and medium-sized enterprises", _yes(suitability.get("sme"))
    yield "Suitable for voluntary, community and social enterprises", _yes(suitability.get("vcse"))
    yield "How to submit", _text(thing.get("submissionMethodDetails"))
    for criterion in _dicts(_dict(thing, "selectionCriteria"), "criteria"):
        yield "Condition of participation", _text(criterion.get("description"))
    for criterion in _dicts(_dict(thing, "awardCriteria"), "criteria"):
        words = [_text(criterion.get(name)) for name in ("name", "description")]
        words += _weights(criterion)
        yield "Award criterion", ": ".join(dict.fromkeys(filter(None, words))) or _text(criterion.get("type"))
    yield "Review", _text(thing.get("reviewDetails"))


def _weights(criterion: dict[str, object]) -> Iterator[str]:
    for told in _dicts(criterion, "numbers"):
        value = told.get("number")
        if isinstance(value, int | float) and _is_number(value):
            yield f"{number(value)}{'%' if _text(told.get('weight')).startswith('percentage') else ''}"


def _value(thing: dict[str, object]) -> str:
    most, least = _dict(thing, "value"), _dict(thing, "minValue")
    net, gross = _amount(most, "amount"), _amount(most, "amountGross")
    if net and gross:
        return f"{net} excluding VAT, {gross} including VAT"
    low = _amount(least, "amount")
    if low and net and low != net:
        return f"{low} to {net}"
    return net or (f"{gross} including VAT" if gross else "")


def _amount(value: dict[str, object], name: str) -> str:
    """Write an amount; nothing for zero, which notices use for "not told"."""
    amount = value.get(name)
    if isinstance(amount, str) and re.fullmatch(r"\d{1,15}(?:\.\d{1,4})?", amount):
        amount = float(amount)
    if not isinstance(amount, int | float) or not _is_number(amount):
        return ""
    currency = value.get("currency")
    return amount_in_words(Decimal(f"{amount:.15g}"), currency if isinstance(currency, str) else "GBP")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e15


def _moment(value: object) -> str:
    """Write a date and time of day as they are printed in the notice, and "UTC" where that is the clock."""
    if not isinstance(value, str):
        return ""
    try:
        moment = dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return fold(value)[:100]
    day = f"{moment.day} {moment:%B %Y}"
    if moment.time() == dt.time() or len(value.strip()) <= 10:
        return day
    clock = " UTC" if value.strip().endswith("Z") else ""
    return f"{day}, {moment:%H:%M}{clock}"


def _yes(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else ""


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return fold(_MARKUP.sub(" ", str(value)))


def _dict(thing: dict[str, object], name: str) -> dict[str, object]:
    value = thing.get(name)
    return value if isinstance(value, dict) else {}


def _dicts(thing: dict[str, object], name: str) -> list[dict[str, object]]:
    value = thing.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
