"""The rows in which a notice (OCDS) shows its facts: a name and a value each, empty where the notice does not tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlint.notice import (
    Release,
    award_day,
    buyer,
    clock,
    first_published,
    is_doubtful,
    is_size,
    section,
    sections,
    words,
)
from tenderlint.patterns import late_pattern
from tenderlint.readers.base import fold
from tenderlint.values import amount_in_words, number

Rows = Iterator[tuple[str, str]]

_TAGS = {
    "planning": "planning", "tender": "tender", "tenderAmendment": "tender, amended", "tenderUpdate": "tender, updated",
    "award": "award", "awardUpdate": "award, updated", "contract": "contract", "tenderCancellation": "cancellation",
}  # fmt: skip
_METHODS = {"open": "open", "selective": "restricted or by invitation", "limited": "limited", "direct": "direct award"}
_LAWS = {
    ("UKPGA", "2023/54"): "Procurement Act 2023",
    ("UKSI", "2023/1348"): "Health Care Services (Provider Selection Regime) Regulations 2023",
    ("CELEX", "32014L0024"): "Directive 2014/24/EU on public procurement",
    ("CELEX", "32014L0025"): "Directive 2014/25/EU on procurement by utilities",
    ("CELEX", "32014L0023"): "Directive 2014/23/EU on concession contracts",
    ("CELEX", "32009L0081"): "Directive 2009/81/EC on defence and security procurement",
    ("CELEX", "32004L0018"): "Directive 2004/18/EC on public procurement",
}
_CODE = late_pattern(r"\d{8}(?:-\d)?")
_MOST_CODES = 40
_RESERVED = {
    "shelteredWorkshop": "supported employment providers",
    "publicServiceMissionOrganization": "public service mutuals",
    "smeVcse": "small and medium-sized enterprises and voluntary, community and social enterprises",
}


def about(release: Release) -> Rows:
    """Yield who buys, under which law, and when the notice came out."""
    tender = section(release, "tender")
    tags = release.get("tag")
    yield "Notice", ", ".join(_TAGS.get(str(tag), str(tag)) for tag in tags) if isinstance(tags, list) else ""
    yield "Notice identifier", words(release.get("ocid"))
    yield "Published", moment(release.get("date"))
    first = first_published(release)
    yield "Tender notice published", "" if first == release.get("date") else moment(first)
    yield "Reference", words(tender.get("id"))
    yield "Buyer", words(section(release, "buyer").get("name")) or words(section(tender, "procuringEntity").get("name"))
    yield "Law", _law(section(tender, "legalBasis"))
    yield "Special regime", _list(tender.get("specialRegime"))
    yield "Above threshold", _yes(tender.get("aboveThreshold"))


def _law(basis: Release) -> str:
    name = words(basis.get("id"))
    known = _LAWS.get((words(basis.get("scheme")), name))
    return f"{known} ({name})" if known else name


def contact(release: Release) -> Rows:
    """Yield what kind of body the buyer is, and whom to ask."""
    party = buyer(release)
    point = section(party, "contactPoint")
    kinds = sections(section(party, "details"), "classifications")
    kinds = [kind for kind in kinds if "CA_TYPE" in str(kind.get("scheme"))]
    yield "Kind of buyer", "; ".join(words(kind.get("description")) or words(kind.get("id")) for kind in kinds)
    yield "Region of the buyer", words(section(party, "address").get("region"))
    yield "Contact", words(point.get("name"))
    yield "E-mail", words(point.get("email"))
    yield "Telephone", words(point.get("telephone"))


def terms(thing: Release) -> Rows:
    """Yield how, what and for how much: of a tender or of one lot."""
    method = words(thing.get("procurementMethod"))
    yield "Procedure", words(thing.get("procurementMethodDetails")) or _METHODS.get(method, method)
    yield "Category", words(thing.get("mainProcurementCategory"))
    for code in _classes(thing):
        yield "Classification", code
    yield "Value", _value(thing)
    techniques = section(thing, "techniques")
    framework = techniques.get("hasFrameworkAgreement") is True or bool(section(techniques, "frameworkAgreement"))
    yield "Framework agreement", "yes" if framework else ""
    lots = sections(thing, "lots")
    yield "Lots", str(len(lots)) if lots else ""
    yield "Why there are no lots", words(section(thing, "lotDetails").get("noLotsDivisionRationale"))
    reserved = section(thing, "otherRequirements").get("reservedParticipation")
    kinds = [_RESERVED.get(str(kind), "") for kind in reserved] if isinstance(reserved, list) else []
    yield "Reserved for", ", ".join(filter(None, kinds))


def _classes(thing: Release) -> list[str]:
    """The codes of the Common Procurement Vocabulary, with their words, each once."""
    found: dict[str, str] = {}
    for one in (thing, *sections(thing, "items")):
        for each in (section(one, "classification"), *sections(one, "additionalClassifications")):
            code = words(each.get("id"))
            if code and (one is thing or _CODE.fullmatch(code)):
                found.setdefault(code, f"{code} {words(each.get('description'))}".strip())
    return list(found.values())[:_MOST_CODES]


def dates(thing: Release) -> Rows:
    """Yield the dates of a tender or of one lot."""
    yield "Deadline for questions", moment(section(thing, "enquiryPeriod").get("endDate"))
    yield "Deadline for expressions of interest", moment(thing.get("expressionOfInterestDeadline"))
    yield "Deadline for tenders", moment(section(thing, "tenderPeriod").get("endDate"))
    yield "Invitations to tender", moment(section(thing, "secondStage").get("invitationDate"))
    yield "Award", moment(award_day(thing))
    contract = section(thing, "contractPeriod")
    yield "Contract starts", moment(contract.get("startDate"))
    yield "Contract ends", moment(contract.get("endDate"))
    yield "Contract ends at the latest", moment(contract.get("maxExtentDate"))
    for unit in ("Days", "Months"):
        length = contract.get(f"durationIn{unit}")
        yield "Contract lasts", f"{length:,} {unit.lower()}" if is_size(length) and isinstance(length, int) else ""
    yield "Extension", words(section(thing, "renewal").get("description"))
    yield "Options", words(section(thing, "options").get("description"))


def conditions(thing: Release) -> Rows:
    """Yield who may bid, and on what the award turns."""
    suitability = section(thing, "suitability")
    yield "Suitable for small and medium-sized enterprises", _yes(suitability.get("sme"))
    yield "Suitable for voluntary, community and social enterprises", _yes(suitability.get("vcse"))
    yield "How to submit", words(thing.get("submissionMethodDetails"))
    for criterion in sections(section(thing, "selectionCriteria"), "criteria"):
        yield "Condition of participation", words(criterion.get("description"))
    for criterion in sections(section(thing, "awardCriteria"), "criteria"):
        name = words(criterion.get("name")) or words(criterion.get("type")).capitalize()
        told = (name, words(criterion.get("description")), *_weights(criterion))
        yield "Award criterion", ": ".join(dict.fromkeys(filter(None, told)))
    yield "Review", words(thing.get("reviewDetails"))


def _weights(criterion: Release) -> Iterator[str]:
    for told in sections(criterion, "numbers"):
        value = told.get("number")
        if isinstance(value, int | float) and is_size(value):
            yield f"{number(value)}{'%' if words(told.get('weight')).startswith('percentage') else ''}"


def _value(thing: Release) -> str:
    most, least = section(thing, "value"), section(thing, "minValue")
    net, gross = _amount(most, "amount"), _amount(most, "amountGross")
    if net and gross:
        return f"{net} excluding VAT, {gross} including VAT"
    low = _amount(least, "amount")
    if low and net and low != net:
        return f"{low} to {net}"
    return net or (f"{gross} including VAT" if gross else "")


def _amount(value: Release, name: str) -> str:
    """Write an amount; nothing for zero, which notices use for "not told"."""
    amount = value.get(name)
    if isinstance(amount, str) and re.fullmatch(r"\d{1,15}(?:\.\d{1,4})?", amount):
        amount = float(amount)
    if not isinstance(amount, int | float) or not is_size(amount):
        return ""
    currency = value.get("currency")
    return amount_in_words(Decimal(f"{amount:.15g}"), currency if isinstance(currency, str) else "GBP")


def moment(value: object) -> str:
    """Write a date and time of day as the notice has them, and "UTC" where that leaves the hour open."""
    at = clock(value)
    if at is None:
        return fold(value)[:100] if isinstance(value, str) else ""
    day = f"{at.day} {at:%B %Y}"
    if at.time() == dt.time() or len(str(value).strip()) <= 10:
        return day
    return f"{day}, {at:%H:%M}{' UTC' if is_doubtful(value) else ''}"


def _yes(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else ""


def _list(value: object) -> str:
    return ", ".join(filter(None, map(words, value))) if isinstance(value, list) else ""
