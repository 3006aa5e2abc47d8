"""What a notice says of the bargain: value, procedure, law, kind, lots, criteria, and who may bid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tenderlint.facts.noticed_page import Said
from tenderlint.facts.noticed_values import sums, weight
from tenderlint.notice import Release, buyer, section, sections, words
from tenderlint.patterns import late_pattern
from tenderlint.values import Criterion, Money, amount_in_words

_PROCEDURES = tuple(
    (name, late_pattern(pattern, re.IGNORECASE))
    for name, pattern in (
        ("further-competition", r"further competition|mini[- ]?competition"),
        ("framework-call-off", r"call[- ]?off|\bfrom a (?:framework|dynamic)"),
        ("competitive-flexible", r"competitive flexible"),
        ("competitive-with-negotiation", r"with negotiation|negotiated procedure(?! without)"),
        ("restricted", r"restricted"),
        ("rfq", r"quotation"),
        ("open", r"open proced|open tender"),
        ("below-threshold", r"below[- ]threshold"),
    )
)  # the first that fits
_BELOW = late_pattern(r"below[- ]threshold|below threshold", re.IGNORECASE)
_ABOVE = late_pattern(r"above[- ]threshold", re.IGNORECASE)
_CPV = late_pattern(r"(\d{8})(?:-\d)?")
_MOST = 40
_LAWS = {("UKPGA", "2023/54"): "PA2023", ("UKSI", "2023/1348"): "PSR"}
_DIRECTIVES = {"32014L0024": ("PCR2015", "PCS2015"), "32004L0018": ("PCR2006", "PCS2012")}
_REGIONS = {"UKM": "Scotland", "UKL": "Wales", "UKN": "Northern Ireland"} | {f"UK{x}": "England" for x in "CDEFGHIJK"}
_AUTHORITIES = (
    ("sub-central", late_pattern(r"sub-?central|regional or local|body governed by public law", re.IGNORECASE)),
    ("central", late_pattern(r"central ?government|national or federal", re.IGNORECASE)),
    ("utility", late_pattern(r"utilit", re.IGNORECASE)),
)
_RESERVED = {
    "shelteredWorkshop": ("supported employment", "supported"),
    "publicServiceMissionOrganization": ("mutual", "mutuals"),
    "smeVcse": ("sme or vcse", "small"),
}
_SHARES = {"price": "price_weight", "cost": "price_weight", "quality": "quality_weight"}
_SOCIAL = late_pattern(r"social value|community benefit", re.IGNORECASE)


def procedure(release: Release) -> str:
    """Return the procedure by its name in a report, or "" where the notice names none of them."""
    tender = section(release, "tender")
    details = words(tender.get("procurementMethodDetails"))
    named = next((name for name, pattern in _PROCEDURES if pattern.search(details)), "")
    return named or ("open" if tender.get("procurementMethod") == "open" else "")


def about(release: Release) -> Iterator[Said]:
    """Yield who buys, under which law and where, and by which procedure."""
    tender, party = section(release, "tender"), buyer(release)
    name = words(section(release, "buyer").get("name")) or words(section(tender, "procuringEntity").get("name"))
    if name:
        yield Said("buyer_name", name, "Buyer")
    if title := words(tender.get("title")):
        yield Said("title", title, "Title")
    region = words(section(party, "address").get("region"))
    nation = _REGIONS.get(region[:3], "")
    if nation:
        yield Said("nation", nation, "Region of the buyer")
    if law := _law(section(tender, "legalBasis"), nation):
        yield Said("law_named", law, "Law")
    yield from _authority(party)
    if found := procedure(release):
        yield Said("procedure", found, "Procedure")
    yield from _side(tender)


def _law(basis: Release, nation: str) -> str:
    scheme, name = words(basis.get("scheme")), words(basis.get("id"))
    if name in _DIRECTIVES:
        return _DIRECTIVES[name][nation == "Scotland"]
    return _LAWS.get((scheme, name), "")


def _authority(party: Release) -> Iterator[Said]:
    for kind in sections(section(party, "details"), "classifications"):
        told = f"{words(kind.get('id'))} {words(kind.get('description'))}"
        found = next((name for name, pattern in _AUTHORITIES if pattern.search(told)), "")
        if found and "CA_TYPE" in str(kind.get("scheme")):
            yield Said("authority_type", found, "Kind of buyer")
            return


def _side(tender: Release) -> Iterator[Said]:
    above, details = tender.get("aboveThreshold"), words(tender.get("procurementMethodDetails"))
    if isinstance(above, bool):
        yield Said("threshold_side", "above" if above else "below", "Above threshold")
    elif _BELOW.search(details) or _ABOVE.search(details):
        yield Said("threshold_side", "below" if _BELOW.search(details) else "above", "Procedure")


def terms(release: Release) -> Iterator[Said]:
    """Yield what is bought, how it is let, and for whom it is meant or kept."""
    tender = section(release, "tender")
    regimes = tender.get("specialRegime")
    if isinstance(regimes, list) and "lightTouch" in regimes:
        yield Said("contract_kind", "light-touch", "Special regime")
    if (kind := tender.get("mainProcurementCategory")) in ("goods", "services", "works"):
        yield Said("contract_kind", str(kind), "Category")
    for code in _codes(tender):
        yield Said("cpv", code, "Classification", code)
    techniques = section(tender, "techniques")
    if techniques.get("hasFrameworkAgreement") is True or section(techniques, "frameworkAgreement"):
        yield Said("agreement_type", "framework", "Framework agreement")
    if lots := sections(tender, "lots"):
        yield Said("lots", len(lots), "Lots")
    yield from _meant_for(tender, lots)
    reserved = section(tender, "otherRequirements").get("reservedParticipation")
    for each in reserved if isinstance(reserved, list) else ():
        if str(each) in _RESERVED:
            value, word = _RESERVED[str(each)]
            yield Said("reservation", value, "Reserved for", word)


def _codes(tender: Release) -> list[str]:
    found: dict[str, None] = {}
    for thing in (tender, *sections(tender, "items")):
        for each in (section(thing, "classification"), *sections(thing, "additionalClassifications")):
            code = _CPV.fullmatch(words(each.get("id")))
            if code and each.get("scheme") == "CPV":
                found.setdefault(code[1])
    return list(found)[:_MOST]


def _meant_for(tender: Release, lots: Sequence[Release]) -> Iterator[Said]:
    for key, label in (
        ("sme", "Suitable for small and medium-sized enterprises"),
        ("vcse", "Suitable for voluntary, community and social enterprises"),
    ):
        if any(section(thing, "suitability").get(key) is True for thing in (tender, *lots)):
            yield Said("suitable_for", key, label, "yes")


def value(thing: Release, vat: str, lot: str, of: str) -> Iterator[Said]:
    """Yield what a tender or a lot is worth, over its whole life and with every option, as notices give it."""
    for money, text in sums(thing, vat):
        yield Said("contract_value_total", money, "Value", text or _said(money), lot, of)


def _said(money: Money) -> str:
    return amount_in_words(money.most, money.currency)


def criteria(thing: Release, lot: str, of: str) -> Iterator[Said]:
    """Yield the award criteria of a tender or a lot, and the shares of price, quality and social value."""
    shares: dict[str, Decimal] = {}
    labels: dict[str, str] = {}
    for one in sections(section(thing, "awardCriteria"), "criteria"):
        kind = words(one.get("type"))
        name = words(one.get("name")) or kind.capitalize()
        if not name:
            continue
        share = _share(one)
        yield Said("award_criteria", Criterion(name, share), "Award criterion", name, lot, of)
        fact = "social_value_weight" if _SOCIAL.search(name) else _SHARES.get(kind, "")
        if fact and share is not None:
            shares[fact] = shares.get(fact, Decimal(0)) + share
            labels.setdefault(fact, name)
    if sum(shares.values()) == 100:
        for fact, share in shares.items():
            yield Said(fact, share, "Award criterion", labels[fact], lot, of)


def _share(criterion: Release) -> Decimal | None:
    for told in sections(criterion, "numbers"):
        if words(told.get("weight")).startswith("percentage"):
            return weight(told.get("number"))
    return weight(criterion.get("description"))
