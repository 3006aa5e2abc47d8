"""Chooses, of several statements of one fact, the one that the checks use, and finds those that contradict it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from tenderlint.facts.base import Fact
from tenderlint.model import Role
from tenderlint.values import Money, Value, When

T = TypeVar("T", bound=Value)

STATED = 1
"""Strength of a sentence that says the thing outright."""
TABLED = 2
"""Strength of a row of a table, a key with its value, or a timetable."""
SUPERSEDED = "superseded"
"""What a statement is of when another document changes it outright: "the deadline is extended to"."""
PASSING = 0
"""Strength of a mention in passing."""

_ROLES = {
    Role.AMENDMENT: 5, Role.NOTICE: 4, Role.INSTRUCTIONS: 4, Role.SELECTION: 3, Role.EVALUATION: 3, Role.OTHER: 3,
    Role.SPECIFICATION: 3, Role.QUESTIONS: 3, Role.GUIDANCE: 2, Role.PRICING: 2, Role.FORM: 2, Role.TUPE: 1,
    Role.TERMS: 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A statement with how outright it is, its document's role, and whether it changes an earlier one."""

    fact: Fact[T]
    strength: int = STATED
    role: Role = Role.OTHER
    amends: bool = False


def choose(candidates: Iterable[Candidate[T]]) -> tuple[Fact[T], ...]:
    """Return the facts in the order given, doubles left out, with one of them chosen and the reason in its `why`."""
    kept = _without_doubles(_without_hearsay(list(candidates)))
    if not kept:
        return ()
    votes = Counter(_gist(each.fact.value) for each in kept)
    best, reason = _best(kept, votes)
    out = []
    for each in kept:
        if each is best:
            why = "; ".join(part for part in (each.fact.why, reason) if part)
            out.append(each.fact.choose(why))
        elif _is_changed_by(best, each):
            out.append(replace(each.fact, of=SUPERSEDED))
        else:
            out.append(each.fact)
    return tuple(out)


def _is_changed_by(best: Candidate[T], other: Candidate[T]) -> bool:
    """Say whether another document states outright that this one's statement no longer holds."""
    apart = best.fact.place.document != other.fact.place.document
    return best.amends and not other.amends and apart and best.fact.of == other.fact.of


def differ(one: Value, other: Value) -> bool:
    """Say whether two values of a fact contradict each other; a day agrees with the same day at an hour."""
    if isinstance(one, When) and isinstance(other, When):
        return _days_differ(one, other)
    if isinstance(one, Money) and isinstance(other, Money):
        return _amounts_differ(one, other)
    return one != other


def conflicts(facts: Sequence[Fact[T]]) -> tuple[tuple[Fact[T], Fact[T]], ...]:
    """Return the chosen statement with each later or earlier one that contradicts it, one pair a different value.

    Statements of a part only (a lot, a selection stage) or of something superseded do not contradict the whole.
    """
    chosen = next((fact for fact in facts if fact.chosen), None)
    if chosen is None:
        return ()
    pairs: list[tuple[Fact[T], Fact[T]]] = []
    seen: set[Hashable] = set()
    for fact in facts:
        gist = _gist(fact.value)
        if fact.of == chosen.of and differ(chosen.value, fact.value) and gist not in seen:
            seen.add(gist)
            pairs.append((chosen, fact))
    return tuple(pairs)


def _without_hearsay(candidates: list[Candidate[T]]) -> list[Candidate[T]]:
    """Leave out what questions and answers repeat, where another document says it, unless they change it."""
    said = [each for each in candidates if each.role is not Role.QUESTIONS or each.amends]
    return said or candidates


def _without_doubles(candidates: Iterable[Candidate[T]]) -> list[Candidate[T]]:
    seen: set[Hashable] = set()
    kept = []
    for each in candidates:
        key = (each.fact.value, each.fact.quote, each.fact.place.document, each.fact.place.paragraph, each.fact.of)
        if key not in seen:
            seen.add(key)
            kept.append(each)
    return kept


def _best(kept: list[Candidate[T]], votes: Counter[Hashable]) -> tuple[Candidate[T], str]:
    said = "a timetable or a statement" if _are_days(kept) else "a statement"
    rules: tuple[tuple[str, Callable[[Candidate[T]], int]], ...] = (
        ("it holds for the whole tender, and not only for a part or a stage", lambda each: 0 if each.fact.of else 1),
        ("an amendment supersedes what went before", lambda each: 1 if each.amends else 0),
        ("the instructions and the notice go before other documents", lambda each: _ROLES[each.role]),
        (f"{said} goes before a mere mention", lambda each: each.strength),
        ("it is stated most often", lambda each: votes[_gist(each.fact.value)]),
        ("it gives the time of day", lambda each: _fullness(each.fact.value)),
    )
    left, reasons = kept, []
    for reason, rule in rules:
        top = max(map(rule, left))
        fewer = [each for each in left if rule(each) == top]
        if len({_gist(each.fact.value) for each in fewer}) < len({_gist(each.fact.value) for each in left}):
            reasons.append(reason)
        left = fewer
    return _fullest(left[0], kept), reasons[-1] if reasons else ""


def _are_days(kept: list[Candidate[T]]) -> bool:
    return isinstance(kept[0].fact.value, When)


def _fullest(best: Candidate[T], kept: list[Candidate[T]]) -> Candidate[T]:
    """Of the statements that agree with the best one, take the first that also gives the hour or the VAT."""
    agreeing = [each for each in kept if not differ(best.fact.value, each.fact.value) and each.fact.of == best.fact.of]
    fullest = max(agreeing, key=lambda each: _fullness(each.fact.value))
    return fullest if _fullness(fullest.fact.value) > _fullness(best.fact.value) else best


def _fullness(value: Value) -> int:
    if isinstance(value, When):
        return (2 if value.day_given else 0) + (1 if value.time is not None else 0)
    return 1 if isinstance(value, Money) and value.vat != "unknown" else 0


def _gist(value: Value) -> Hashable:
    """What must agree for two statements to say the same thing."""
    if isinstance(value, When):
        return (value.date.year, value.date.month, value.date.day if value.day_given else 0)
    return (value.most, value.currency) if isinstance(value, Money) else value


def _days_differ(one: When, other: When) -> bool:
    if not (one.day_given and other.day_given):
        return (one.date.year, one.date.month) != (other.date.year, other.date.month)
    return one.date != other.date or (one.time is not None and other.time is not None and one.time != other.time)


def _amounts_differ(one: Money, other: Money) -> bool:
    """Amounts with and without VAT that agree after the standard rate of a fifth are the same amount."""
    if one.currency != other.currency:
        return True
    if one.vat != other.vat:
        net, gross = (one, other) if one.vat == "excl" or other.vat == "incl" else (other, one)
        if abs(gross.most - net.most * 6 / 5) <= 1:
            return False
    if {one.vat, other.vat} == {"excl", "incl"}:
        return True
    return one.most != other.most
