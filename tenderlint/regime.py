"""Decides under which body of law, on which day and in which nation a pack is read, and says how it knows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from tenderlint.facts import Fact, Facts, Sure
from tenderlint.facts.abroad import BOTH, OUTSIDE
from tenderlint.law import LawBook, Regime
from tenderlint.settings import Settings

ABROAD = "ABROAD"
"""The id under which packs from outside the United Kingdom are read: no law of ours holds for them."""


@dataclass(frozen=True, slots=True)
class RegimeReading:
    """The body of law, its day, and the kind of contracting authority. `sure` is stated, derived or assumed.

    `stands_outside` holds when the pack says that this law does not govern it.
    """

    regime: Regime
    day: dt.date
    why: str
    sure: str
    nation: str = ""
    authority_type: str = ""
    stands_outside: bool = False


def read_regime(facts: Facts, book: LawBook, settings: Settings, today: dt.date) -> RegimeReading:
    """Decide the regime: what a person set, else the pack's own dates and words, else the law of `today`."""
    shared = next((fact for fact in facts.all("nation") if fact.value == BOTH), None)
    read = _most_often(tuple(fact for fact in facts.all("nation") if fact.value != BOTH))
    nation = settings.pack.nation or read or (OUTSIDE if shared is None and _foreign(facts) else "")
    authority = settings.pack.authority_type or _most_often(facts.all("authority_type"))
    day, why_day, sure_day = _day(facts, settings, today)
    named = _named(facts)
    regime, why, sure = _decide(book, settings, day, why_day, sure_day, nation, named, facts)
    if nation and nation != OUTSIDE and not settings.pack.nation:
        why = f"{why}; {nation} is read from {_proof_of(facts, nation)}"
    if not nation and shared is not None:
        why = f"{why}; it may be of England or of Wales, as “{_about(shared.quote, BOTH).rstrip('.')}” fits both"
    outside = named is None and not settings.pack.regime and _outside(facts, regime) is not None
    return RegimeReading(regime, day, why, sure, nation, authority, outside)


_MOST_QUOTED = 140
_STEMS = {"Scotland": "Scot", "Wales": "Wel", "England": "Engl"}


def _proof_of(facts: Facts, nation: str) -> str:
    """The words that name the nation of a pack, or the postcodes where no words do."""
    named = (fact for fact in facts.all("nation") if fact.value == nation and fact.sure is not Sure.LOW)
    said = next(named, None)
    if said is not None:
        return f"“{_about(said.quote, nation)}”"
    return "its postcodes, which are of no other nation" if nation == "England" else "its postcodes"


def _about(quote: str, nation: str) -> str:
    """The words of a long sentence that stand about the nation."""
    at = quote.find(_STEMS.get(nation, nation))
    if len(quote) <= _MOST_QUOTED or at < 0:
        return quote
    start, end = max(0, at - _MOST_QUOTED // 2), min(len(quote), at + _MOST_QUOTED // 2)
    first = quote.find(" ", start, at) + 1 if start else 0
    last = quote.rfind(" ", at, end) if end < len(quote) else end
    words = quote[first : max(last, at)].strip(" ,;")
    return f"{'… ' if first else ''}{words}{' …' if last < len(quote) else ''}"


def _decide(
    book: LawBook, settings: Settings, day: dt.date, why_day: str, sure_day: str, nation: str,
    named: Fact[str] | None, facts: Facts,
) -> tuple[Regime, str, str]:  # fmt: skip
    if settings.pack.regime:
        return book.regime(settings.pack.regime), f"set for this pack{settings.pack.where('regime')}", "stated"
    if nation == OUTSIDE:
        quote = _foreign(facts)
        return book.regime(ABROAD), f"the pack names no British law or place, and speaks of “{quote}”", "derived"
    by_day = _by_day(book, day, nation)
    if named is None:
        outside = _outside(facts, by_day)
        if outside is not None:
            why = f"the pack says “{outside.quote}”, so nothing is called a breach of this law; {why_day}"
            return by_day, why, sure_day
        return by_day, f"no law is named; {why_day}", sure_day
    regime = book.regime(named.value)
    if regime.holds(day, nation or regime.nations[0]):
        return regime, f"the pack names it: “{named.quote}”", "stated"
    if settings.on or settings.pack.commenced:
        own = None if settings.pack.commenced else _own_day(facts)
        held = own is not None and regime.holds(own[0], nation or regime.nations[0])
        dates = f", which held on the pack's own day: {own[1]}" if own is not None and held else ""
        return by_day, f"{why_day}, although the pack names the {regime.title}{dates}", sure_day
    if _is_call_off(facts) and regime.start <= day:
        return regime, f"a call-off keeps the law of its framework; the pack names it: “{named.quote}”", "stated"
    if sure_day == "assumed":
        last = min(day, regime.end) if regime.end else day
        return regime, f"the pack names it (“{named.quote}”) and gives no day; read as on {_say(last)}", "stated"
    return by_day, f"{why_day}; the pack names the {regime.title}, which did not hold on that day", sure_day


def _outside(facts: Facts, regime: Regime) -> Fact[str] | None:
    """The words by which the pack says that the law does not govern it; whether that is right is for a person."""
    return next((row for row in facts.all("law_left_out") if row.value == regime.id), None)


def _foreign(facts: Facts) -> str:
    """The words that show another country, or nothing: its money or names, where no British law is named."""
    shown = facts.chosen("abroad")
    if shown is not None:
        return shown.quote
    worth = facts.contract_value
    if worth is not None and worth.value.currency != "GBP" and not facts.all("law_named"):
        return worth.quote
    return ""


def law_day(reading: RegimeReading) -> dt.date:
    """Return the day whose figures hold: the procurement's, or the regime's last day when it had ended by then."""
    end = reading.regime.end
    return min(reading.day, end) if end else max(reading.day, reading.regime.start)


def _by_day(book: LawBook, day: dt.date, nation: str) -> Regime:
    general = [regime for regime in book.regimes if regime.holds(day, nation or "England") and not regime.special]
    if general:
        return general[0]
    ordered = sorted((regime for regime in book.regimes if not regime.special), key=lambda regime: regime.start)
    return ordered[0] if day < ordered[0].start else ordered[-1]


def _day(facts: Facts, settings: Settings, today: dt.date) -> tuple[dt.date, str, str]:
    if settings.pack.commenced:
        day, where = settings.pack.commenced, settings.pack.where("commenced")
        return day, f"commenced on {_say(day)}, as set for this pack{where}", "stated"
    if settings.on:
        return settings.on, f"the law of {_say(settings.on)} was asked for", "stated"
    own = _own_day(facts)
    if own is not None:
        return *own, "derived"
    return today, f"no date tells when the procurement began, so the law of {_say(today)} is assumed", "assumed"


def _own_day(facts: Facts) -> tuple[dt.date, str] | None:
    """The first day that the pack itself gives, and what it is of."""
    for name, words in (
        ("issue_date", "issued on"),
        ("clarification_deadline", "questions close on"),
        ("submission_deadline", "tenders are due on"),
    ):
        fact = facts.when(name)
        if fact is not None:
            return fact.value.date, f"{words} {fact.value}"
    return None


def _named(facts: Facts) -> Fact[str] | None:
    """The body of law that the pack names most often as its own."""
    rows = facts.all("law_named")
    value = _most_often(rows)
    return next((row for row in rows if row.value == value), None) if value else None


def _is_call_off(facts: Facts) -> bool:
    kinds = {str(row.value) for name in ("procedure", "tender_stage", "agreement_type") for row in facts.all(name)}
    return not kinds.isdisjoint({"framework-call-off", "further-competition", "call-off"})


def _most_often(rows: tuple[Fact[str], ...]) -> str:
    counted = Counter(row.value for row in rows)
    return counted.most_common(1)[0][0] if counted else ""


def _say(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
