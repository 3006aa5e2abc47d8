"""Says on which side of the legal threshold a contract lies, and on what the answer turns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tenderlint.facts import Fact, Facts
from tenderlint.law import Figure, Law
from tenderlint.patterns import late_pattern
from tenderlint.values import amount_in_words

VAT = Decimal("1.2")
"""What a sum without VAT becomes at the standard rate of 20 per cent (in force since 4 January 2011)."""


_LIGHT_CODES = (
    "75", "79100", "79110", "79111", "79112", "79120", "79130", "79140", "7962", "797", "7995", "80", "85", "92", "98",
    "551", "552", "553", "554", "555", "641", "7155",
)  # fmt: skip
"""The first digits of the CPV codes among which light touch services lie (Procurement Regulations 2024, Schedule 1)."""
_LIGHT_SUBJECTS = late_pattern(
    r"\b(?:car(?:e|es|ers?|ing)|support\w*|advoca\w+|advice|advis\w+|health\w*|social|well-?being|welfare|educat\w+"
    r"|train\w*|teach\w*|tuition|school\w*|skills|learn\w*|apprentice\w*|employ\w+|youth|child\w*|famil\w+|homes?"
    r"|homeless\w*|housing|rehabilitat\w+|counsel\w+|therap\w+|clinic\w*|medical|nurs\w+|patient\w*|dementia"
    r"|disab\w+|autis\w+|mental|reablement|respite|day (?:service|centre|opportunit)\w*|legal|solicitors?|catering"
    r"|meals?|restaurant\w*|caf[eé]|hotel\w*|secur\w+|guard\w*|investigat\w+|prison\w*|probation|rescue|fire|postal"
    r"|mail|benefits|communit\w+|museum|librar\w+|arts?|cultur\w+|sports?|leisure|events?|festival|voluntary"
    r"|charit\w+|religious|interpret\w+)\b",
    re.IGNORECASE,
)
"""Words of which the title of a light touch service is likely to hold one."""
_FULL_SUBJECTS = late_pattern(
    r"\b(?:clean\w*|janitorial|grounds|grass|landscap\w+|garden\w*|arboricultur\w+|maintenance|repairs?|servicing|build\w*"
    r"|construct\w*|roof\w*|refurbish\w*|demolition|engineering|architect\w*|survey\w*|software|hardware|ICT|IT|digital"
    r"|website|web|cloud|hosting|network\w*|telecom\w*|broadband|vehicles?|fleet|tyres|fuel|bus|buses|taxis?|transport|waste"
    r"|recycling|skips?|print\w*|stationery|furniture|equipment|beds?|uniforms?|laundry|courier|energy|electricity|gas|water"
    r"|audit|accountancy|banking|insurance|consultancy|marketing|advertising|recruitment|agency|calibration|supply|supplies"
    r"|purchase|installation|facilities management|lifts?|parking|pest)\b",
    re.IGNORECASE,
)
"""Words that name what is never light touch."""
_EXEMPT = late_pattern(r"\b(?:insurance|banking|postal|lease|land|burial|cremation)\b", re.IGNORECASE)
"""Words that name what is, or may be, exempt from VAT."""


_STATED = {"excl": " without VAT", "incl": " with VAT"}


class Side(StrEnum):
    """Where a contract lies."""

    ABOVE = "above"
    BELOW = "below"
    UNKNOWN = "unknown"


_SAID = {Side.ABOVE: "above the threshold", Side.BELOW: "below the threshold", Side.UNKNOWN: "near the threshold"}


@dataclass(frozen=True, slots=True)
class Threshold:
    """The side, why, and the words that say so; `light_touch` is True when the pack says that it is."""

    side: Side
    why: str
    source: Fact[Any] | None = None
    light_touch: bool = False


def threshold_of(facts: Facts, law: Law, authority_type: str) -> Threshold:
    """Decide from what the pack states, else from its value and the figure of the day, with and without VAT."""
    light = next((fact for fact in facts.all("contract_kind") if fact.value == "light-touch"), None)
    stated = facts.chosen("threshold_side")
    if stated is not None:
        side = Side(stated.value)
        why = f"the pack says that it is {_SAID[side]}: “{stated.quote.rstrip('.')}”"
        return Threshold(side, why, stated, light is not None)
    worth = facts.contract_value
    if worth is None:
        return Threshold(Side.UNKNOWN, "the pack does not say what the contract is worth", None, light is not None)
    if worth.value.currency != "GBP":
        return Threshold(Side.UNKNOWN, f"the value is in {worth.value.currency}", worth, light is not None)
    rows = _figures(facts, law, authority_type, light is not None)
    if not rows:
        return Threshold(Side.UNKNOWN, "the law of the day has no threshold here", worth, light is not None)
    return _compare(worth, rows, light is not None, taxed=light is None and _is_taxed(facts))


def _figures(facts: Facts, law: Law, authority_type: str, light: bool) -> list[Figure]:
    """The thresholds that may hold: one when kind and authority are known, several when not."""
    kinds = {fact.value for fact in facts.all("contract_kind")}
    if light:
        names = ["threshold.light_touch"]
    elif kinds == {"works"}:
        names = ["threshold.works"]
    elif authority_type == "central":
        names = ["threshold.central"]
    elif authority_type == "sub-central":
        names = ["threshold.subcentral"]
    elif authority_type == "utility":
        names = ["threshold.utilities_other"]
    else:
        names = ["threshold.central", "threshold.subcentral"]
    ruled_out = facts.chosen("full_regime") is not None
    if not light and not ruled_out and not kinds & {"works", "goods"} and _may_be_light(facts):
        names.append("threshold.light_touch")
    return [figure for name in names if (figure := law.find(name)) is not None]


def _may_be_light(facts: Facts) -> bool:
    """Say whether the services may be light touch: by their CPV codes, else by their title; doubt counts as yes."""
    codes = [str(fact.value) for fact in facts.all("cpv")]
    if codes:
        return any(code.startswith(_LIGHT_CODES) for code in codes)
    title = str(getattr(facts.chosen("title"), "value", ""))
    return _LIGHT_SUBJECTS.search(title) is not None or _FULL_SUBJECTS.search(title) is None


def _is_taxed(facts: Facts) -> bool:
    """Say whether VAT at the full rate is due without a doubt: on goods, works and services that are never exempt."""
    kinds = {fact.value for fact in facts.all("contract_kind")}
    title = str(getattr(facts.chosen("title"), "value", ""))
    return bool(kinds and kinds <= {"goods", "works"}) or (not _may_be_light(facts) and not _EXEMPT.search(title))


def _compare(worth: Fact[Any], rows: list[Figure], light: bool, *, taxed: bool) -> Threshold:
    low, high = _span(worth, rows[0].unit)
    if taxed and worth.value.vat == "excl":
        low = high
    bars = sorted(figure.value for figure in rows)
    said, counts = _sum_in_words(worth, low, taxed=taxed), _counts(worth, rows[0].unit)
    if low >= bars[-1]:
        return Threshold(Side.ABOVE, f"{said} is at or over the threshold of {_said(bars)}{counts}", worth, light)
    if high < bars[0]:
        return Threshold(Side.BELOW, f"{said} is under the threshold of {_said(bars)}{counts}", worth, light)
    main = bars[0]
    if low >= main and len(bars) > 1:
        other = "the service is light touch" if _has_light(rows) else "the buyer is outside central government"
        over = f"{said} is over the threshold of {amount_in_words(main)}"
        why = f"{over}, but the threshold is {amount_in_words(bars[-1])} if {other}"
        return Threshold(Side.UNKNOWN, why, worth, light)
    turns = "how much VAT is due on it" if worth.value.vat == "excl" else "whether it includes VAT"
    why = f"whether {said} reaches the threshold of {_said(bars)}{counts} turns on {turns}"
    return Threshold(Side.UNKNOWN, why, worth, light)


def _sum_in_words(worth: Fact[Any], low: Decimal, *, taxed: bool) -> str:
    """Return the sum as the pack states it, and what it is with VAT where that was reckoned."""
    most, vat = worth.value.most, worth.value.vat
    told = f"{amount_in_words(most)}{_STATED.get(vat, '')}"
    if taxed and vat == "excl" and low > most:
        return f"{told} (about {amount_in_words((most * VAT).quantize(Decimal(1)))} with it)"
    return told


def _counts(worth: Fact[Any], unit: str) -> str:
    """Say how the threshold counts VAT, where the pack says how its sum does."""
    if worth.value.vat not in _STATED:
        return ""
    return ", which leaves VAT out" if "without" in unit else ", which includes VAT"


def _has_light(rows: list[Figure]) -> bool:
    return any(figure.name == "threshold.light_touch" for figure in rows)


def _span(worth: Fact[Any], unit: str) -> tuple[Decimal, Decimal]:
    """The least and the most that the value can be, counted as the threshold is (with or without VAT)."""
    most: Decimal = worth.value.most
    if "without" in unit:
        return {"incl": (most / VAT, most / VAT), "excl": (most, most)}.get(worth.value.vat, (most / VAT, most))
    return (most, most) if worth.value.vat == "incl" else (most, most * VAT)


def _said(bars: list[Decimal]) -> str:
    return " or ".join(amount_in_words(bar) for bar in dict.fromkeys(bars))
