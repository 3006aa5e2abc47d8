"""Finds the facts that two packs state differently, and says how far each moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from tenderlint.comparing.rows import FactChange, Kind
from tenderlint.report import FactRow, Report
from tenderlint.values import amount_in_words, number

LISTS = frozenset({"award_criteria", "page_or_word_limits"})
_UNITS = {
    "price_weight": "point", "quality_weight": "point", "social_value_weight": "point", "performance_bond": "point",
    "payment_days": "day", "term_initial_months": "month", "term_extension_months": "month", "accounts_years": "year",
    "lots": "lot", "references_count": "reference",
}  # fmt: skip
_MONEY = frozenset({
    "insurance_employers_liability", "insurance_public_liability", "insurance_professional_indemnity",
    "minimum_turnover",
})  # fmt: skip


def changes_of(old: Report, new: Report) -> tuple[FactChange, ...]:
    """Return every fact that differs, in the order of the new report."""
    was, now = old.facts, new.facts
    names = dict.fromkeys((*now, *was))
    return tuple(change for name in names for change in _changes(name, was.get(name, ()), now.get(name, ())))


def _changes(name: str, old: tuple[FactRow, ...], new: tuple[FactRow, ...]) -> Iterator[FactChange]:
    if name in LISTS:
        yield from _in_list(name, old, new)
        return
    was, now = _used(old), _used(new)
    if _values(was) == _values(now):
        return
    kind = Kind.CHANGED if was and now else Kind.NEW if now else Kind.GONE
    told = moved(name, was[0].value, now[0].value) if len(was) == len(now) == 1 else ""
    yield FactChange(name, kind, was, now, told)


def _used(rows: tuple[FactRow, ...]) -> tuple[FactRow, ...]:
    """Return the statements that checks use, each value once."""
    kept: dict[str, FactRow] = {}
    for row in rows:
        if row.chosen:
            kept.setdefault(repr(row.value), row)
    return tuple(kept.values())


def _values(rows: tuple[FactRow, ...]) -> set[str]:
    return {repr(_folded(row.value)) for row in rows}


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split()).casefold()
    return sorted(map(str, value)) if isinstance(value, list) else value


def _in_list(name: str, old: tuple[FactRow, ...], new: tuple[FactRow, ...]) -> Iterator[FactChange]:
    """Compare statements that are each a thing of its own, such as the award criteria: by what each is called."""
    was, now = _named(_used(old)), _named(_used(new))
    for key in dict.fromkeys((*now, *was)):
        before, after = was.get(key, ()), now.get(key, ())
        if _values(before) == _values(after):
            continue
        kind = Kind.CHANGED if before and after else Kind.NEW if after else Kind.GONE
        told = _size_moved(before[0].value, after[0].value) if len(before) == len(after) == 1 else ""
        yield FactChange(name, kind, before, after, told)


def _named(rows: tuple[FactRow, ...]) -> Mapping[tuple[str, ...], tuple[FactRow, ...]]:
    named: dict[tuple[str, ...], tuple[FactRow, ...]] = {}
    for row in rows:
        value = row.value if isinstance(row.value, dict) else {}
        parts = (value.get("parent"), value.get("name"), value.get("scope"))
        key = tuple(" ".join(str(part or "").split()).casefold() for part in parts)
        named[key] = (*named.get(key, ()), row)
    return named


def _size_moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    for unit in ("weight", "words", "pages", "characters"):
        was, now = old.get(unit), new.get(unit)
        if isinstance(was, int | float) and isinstance(now, int | float):
            return _by(was, now, "point" if unit == "weight" else unit.removesuffix("s"))
    return ""


def moved(name: str, old: Any, new: Any) -> str:
    """Say how far a fact moved: "brought forward by 7 days", "cut by £20,000"; nothing where no number can tell.

    Both values are in the form of the report's data.
    """
    if isinstance(old, str) and isinstance(new, str):
        return _day_moved(old, new)
    if isinstance(old, dict) and isinstance(new, dict):
        return _amount_moved(old, new)
    if isinstance(old, bool) or isinstance(new, bool):
        return ""
    if isinstance(old, int | float) and isinstance(new, int | float):
        if name in _MONEY:
            return _by_money(Decimal(str(old)), Decimal(str(new)), "GBP")
        return _by(old, new, _UNITS.get(name, ""))
    return ""


def days_moved(old: Any, new: Any) -> int | None:
    """Return the days from one date to another, both in the report's form; None where one is no whole date."""
    was, now = _day(old), _day(new)
    return None if was is None or now is None else (now - was).days


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _day_moved(old: str, new: str) -> str:
    days = days_moved(old, new)
    if days is None:
        return ""
    if days:
        return f"{'put back' if days > 0 else 'brought forward'} by {_counted(str(abs(days)), 'day')}"
    if "T" in old and "T" in new:
        return "earlier on the same day" if new < old else "later on the same day"
    return ""


def _amount_moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    was, now = old.get("max"), new.get("max")
    if was is None or now is None or old.get("currency") != new.get("currency"):
        return ""
    if was == now:
        return "the same figure, with other words about VAT or the range"
    return _by_money(Decimal(str(was)), Decimal(str(now)), str(new.get("currency") or "GBP"))


def _by_money(old: Decimal, new: Decimal, currency: str) -> str:
    by = amount_in_words(abs(new - old), currency)
    share = f" ({abs(new - old) / old:.0%})" if old else ""
    return f"{'raised' if new > old else 'cut'} by {by}{share}"


def _by(old: float, new: float, unit: str) -> str:
    step = Decimal(str(new)) - Decimal(str(old))
    if not step:
        return ""
    size = number(abs(step))
    return f"{'up' if step > 0 else 'down'} by {_counted(size, unit) if unit else size}"


def _counted(count: str, unit: str) -> str:
    return f"{count} {unit}" if count == "1" else f"{count} {unit}s"
