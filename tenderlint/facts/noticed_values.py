"""Reads the values of a notice (OCDS): days, sums of money and lengths; what cannot be true gives nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlint.notice import Release, clock, is_size, section
from tenderlint.patterns import late_pattern
from tenderlint.values import Money, When

LEAST_AMOUNT = 100
"""Pounds below which no contract is put to tender: a notice that gives less holds the place of a sum not told."""

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_DAYS_A_MONTH = Decimal("30.4375")
_MOST_MONTHS = 600
_AMOUNT = late_pattern(r"\d{1,15}(?:\.\d{1,4})?")


def when(value: object, *, hour: bool = True) -> When | None:
    """Return a day of the notice, with its hour if that is asked for and told; None for one that cannot be meant."""
    moment = clock(value)
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    told = hour and moment.time() != dt.time()
    return When(moment.date(), moment.time().replace(second=0, microsecond=0) if told else None)


def sums(thing: Release, vat: str) -> Iterator[tuple[Money, str]]:
    """Yield the value without and with VAT of a tender or a lot, each with the words that stand for it.

    `vat` says what the plain amount is where the notice does not give both.
    """
    value, least = section(thing, "value"), section(thing, "minValue")
    currency = value.get("currency")
    sign = currency if isinstance(currency, str) and len(currency) == 3 else "GBP"
    net, gross = _amount(value.get("amount")), _amount(value.get("amountGross"))
    low = _amount(least.get("amount"))
    if net is not None:
        kind = "excl" if gross is not None else vat
        yield Money(low if low is not None and low < net else net, net, sign, kind), ""
    if gross is not None:
        yield Money(gross, gross, sign, "incl"), "including"


def _amount(value: object) -> Decimal | None:
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        value = float(value)
    if not is_size(value) or not isinstance(value, int | float) or value < LEAST_AMOUNT:
        return None
    return Decimal(f"{value:.15g}")


def months(first: dt.date, last: dt.date) -> int:
    """Return the length of a contract in months, to the nearest; the last day counts."""
    return round(Decimal((last - first).days + 1) / _DAYS_A_MONTH)


def length(contract: Release) -> int | None:
    """Return how long a contract lasts in months, from its number of months or days; months of 30 days are common."""
    for name, size in (("durationInMonths", Decimal(1)), ("durationInDays", _DAYS_A_MONTH)):
        value = contract.get(name)
        if isinstance(value, int) and is_size(value):
            found = value // 30 if name == "durationInDays" and value % 30 == 0 else round(Decimal(value) / size)
            if 1 <= found <= _MOST_MONTHS:
                return found
    return None


def weight(value: object) -> Decimal | None:
    """Return a share in percent, as a number or as words that hold nothing else; None for any other."""
    if isinstance(value, str):
        match = re.fullmatch(r"\s{0,5}(\d{1,3}(?:\.\d{1,4})?)\s{0,3}%?\s{0,5}", value)
        value = float(match[1]) if match else None
    if not isinstance(value, int | float) or not is_size(value) or value > 100:
        return None
    return Decimal(f"{value:.6g}")
