"""Reads what a person states of the pack: its value, when it commenced, the nation and the kind of buyer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from tenderlint.patterns import late_pattern
from tenderlint.settings.mistakes import Mistakes, is_day
from tenderlint.settings.values import AUTHORITY_TYPES, NATIONS, Known, PackFacts
from tenderlint.values import Money

KEYS = ("value", "commenced", "authority_type", "nation", "regime")
_VALUE_KEYS = ("most", "least", "vat")
_VAT = ("excl", "incl", "unknown")
_AMOUNT = late_pattern(r"£?\s?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,4})?\s?(million|m|k)?\b", re.IGNORECASE)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000, "million": 1_000_000}
_VAT_WORDS = late_pattern(
    r"[\s,(]*(?:(?P<excl>ex|excl|excl\.|excluding|without)|(?P<incl>inc|incl|incl\.|including|with))\s?VAT\)?",
    re.IGNORECASE,
)
_HOW = "a number of pounds such as 250000, words such as “£250,000 excluding VAT”, or a table { most, least, vat }"


def pack_facts(data: Mapping[str, object], file: str, known: Known | None, wrong: Mistakes) -> PackFacts:
    """Return what is stated in the table `pack`; its mistakes are added to the others."""
    wrong.unknown_keys(data, KEYS, "pack")
    commenced = data.get("commenced")
    if commenced is not None and not is_day(commenced):
        wrong.add("pack.commenced must be a date such as 2026-03-02, without quotes", "pack", "commenced")
        commenced = None
    return PackFacts(
        commenced=cast("dt.date | None", commenced),
        nation=_one_of(data, "nation", NATIONS, wrong),
        authority_type=_one_of(data, "authority_type", AUTHORITY_TYPES, wrong),
        regime=_regime(data, known, wrong),
        value=_value(data.get("value"), wrong),
        said={name: wrong.said(file, "pack", name) for name in data if name in KEYS} if file else {},
    )


def _one_of(data: Mapping[str, object], name: str, allowed: tuple[str, ...], wrong: Mistakes) -> str:
    value = data.get(name, "")
    if value == "" or value in allowed:
        return str(value)
    wrong.add(f"pack.{name} must be one of {', '.join(allowed)}", "pack", name)
    return ""


def _regime(data: Mapping[str, object], known: Known | None, wrong: Mistakes) -> str:
    name = str(data.get("regime", ""))
    if not name or known is None:
        return name
    by_name = {each.lower(): each for each in known.regimes}
    if name.lower() not in by_name:
        wrong.add(f"pack.regime must be one of {', '.join(known.regimes)}", "pack", "regime")
    return by_name.get(name.lower(), "")


def _value(value: object, wrong: Mistakes) -> Money | None:
    if value is None:
        return None
    money = _from_table(value, wrong) if isinstance(value, Mapping) else _amount(value)
    if money is None or money.most <= 0 or (money.least is not None and not 0 <= money.least <= money.most):
        wrong.add(f"pack.value must be {_HOW}", "pack", "value")
        return None
    return money


def _from_table(data: Mapping[str, object], wrong: Mistakes) -> Money | None:
    wrong.unknown_keys(data, _VALUE_KEYS, "pack", "value")
    most, least = _amount(data.get("most")), _amount(data.get("least", data.get("most")))
    vat = data.get("vat", "unknown")
    if most is None or least is None or vat not in _VAT:
        return None
    return Money(least.most, most.most, "GBP", str(vat))


def _amount(value: object) -> Money | None:
    """Return an amount from a number or from words; None for what is neither."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        amount = Decimal(str(value))
        return Money(amount, amount) if amount.is_finite() else None
    match = _AMOUNT.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    rest = str(value).strip()[match.end() :]
    vat = _VAT_WORDS.fullmatch(rest)
    if rest and vat is None:
        return None
    amount = Decimal(match[1].replace(",", "") + (match[2] or "")) * _TIMES[(match[3] or "").lower()]
    return Money(amount, amount, "GBP", "unknown" if vat is None else str(vat.lastgroup))
