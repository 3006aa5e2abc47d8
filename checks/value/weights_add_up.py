"""Do the weights add up at every level?"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tenderlint.checking import (
    Context,
    Criterion,
    Fact,
    Finding,
    Result,
    cannot_tell,
    judge,
    late_pattern,
    listed,
    not_applicable,
    number,
)

_HUNDRED = Decimal(100)
_SLACK = Decimal("0.11")
"""What rounding to one decimal may leave over."""
_SMALL = tuple(Decimal(whole) for whole in (1, 10, 20, 25, 30, 40, 50, 60, 80))
_LARGE = tuple(Decimal(whole) for whole in (100, 150, 200, 250, 300, 400, 500, 600, 800, 1000))
_NEAR = Decimal("0.15")
"""Points are called wrong only when their sum is this near to a hundred or a thousand: other sums are wholes too."""
_MOST_NAMED = 4
_PERCENT = late_pattern(r"%|\bper ?cent", re.IGNORECASE)
_FIGURE = late_pattern(r"\d")
_ITEM = late_pattern(r"^(?!\W*total\b).{2,90}[\s(–—-]\d{1,3}(?:\.\d+)? ?%\)?\W*$", re.IGNORECASE)
_PRICE = late_pattern(r"\b(?:price|pricing|cost|costs|commercial|financial|fees?|value for money)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Level:
    """Criteria that stand together under one parent ("" at the top)."""

    parent: str
    rows: tuple[Fact[Criterion], ...]

    @property
    def total(self) -> Decimal:
        return sum((fact.value.weight or Decimal(0) for fact in self.rows), Decimal(0))

    @property
    def in_percent(self) -> bool:
        return all(_PERCENT.search(fact.quote) for fact in self.rows)

    @property
    def is_even(self) -> bool:
        """Whether all have the same points: those are marks out of so many, not weights."""
        return not self.in_percent and len({fact.value.weight for fact in self.rows}) == 1


def check(context: Context) -> Result:
    """Add up the weights of each level, where they stand together."""
    weighted = [fact for fact in context.facts.award_criteria if fact.value.weight is not None]
    if len(weighted) == 1 and weighted[0].value.weight == _HUNDRED and not _FIGURE.search(weighted[0].quote):
        return not_applicable("one criterion decides alone, and no weight is stated", *weighted)
    if len(weighted) < 2:
        return not_applicable("no award criteria with weights were found", by_absence=True)
    levels = list(_levels(weighted))
    answers = [(level, _answer(context, level, weighted)) for level in levels]
    wrong = [level for level, is_right in answers if is_right is False]
    right = [level for level, is_right in answers if is_right]
    wrong += _short_parts(right, weighted)
    if wrong:
        return judge([_finding(level, weighted) for level in wrong])
    if not right:
        return cannot_tell("the weights that are stated may not be all: nobody can add them up", *weighted[:2])
    shown = [fact for level in right for fact in level.rows]
    said = "1 set of weights adds up" if len(right) == 1 else f"{len(right)} sets of weights add up"
    return judge((), passed=f"{said}: {_named(right)}", evidence=shown)


def _named(levels: list[_Level]) -> str:
    """Say of what the levels are: "the criteria, and the parts of “quality”"."""
    names = list(dict.fromkeys(level.parent for level in levels if level.parent))
    some = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    parts = f"the parts of {f'{some} and {more} more' if more > 0 else listed(names)}" if names else ""
    tops = "the criteria" if any(not level.parent for level in levels) else ""
    return ", and ".join(filter(None, (tops, parts)))


def _levels(weighted: list[Fact[Criterion]]) -> Iterator[_Level]:
    """Put together what one sentence says, or what stands under one heading, of one parent; each name counts once."""
    said = Counter((fact.place, fact.quote) for fact in weighted)

    def key(fact: Fact[Criterion]) -> tuple[str, tuple[str, ...], str, str]:
        sentence = fact.quote if said[fact.place, fact.quote] > 1 else ""
        return fact.place.document, fact.place.heading, (fact.value.parent or "").casefold(), sentence

    for _, rows in groupby(sorted(weighted, key=key), key=key):
        once = {fact.value.name.casefold(): fact for fact in reversed(list(rows))}
        level = tuple(reversed(once.values()))
        if len(level) > 1:
            yield _Level(level[0].value.parent or "", level)


def _short_parts(right: list[_Level], weighted: list[Fact[Criterion]]) -> Iterator[_Level]:
    """Yield parts that have one row of less than their weight, in tables that break down every part and else add up."""
    tables = {_table(level.rows[0]) for level in right if level.parent} - {None}
    for table in tables:
        inner = [fact for fact in weighted if _table(fact) == table]
        names = {fact.value.name.casefold() for fact in inner}
        roots = {fact.value.name.casefold() for fact in inner if (fact.value.parent or "").casefold() not in names}
        counts = Counter((fact.value.parent or "").casefold() for fact in inner)
        if not roots or not all(counts[name] for name in roots):
            continue
        for fact in inner:
            parent = (fact.value.parent or "").casefold()
            level = _Level(fact.value.parent or "", (fact,))
            if parent in roots and counts[parent] == 1 and not _is_whole(level, weighted):
                yield level


def _table(fact: Fact[Criterion]) -> tuple[str, tuple[str, ...]] | None:
    """Where the table stands that a criterion is a row of; None for running text."""
    return (fact.place.document, fact.place.heading) if fact.place.part.startswith("row ") else None


def _is_whole(level: _Level, weighted: list[Fact[Criterion]]) -> bool:
    return any(abs(level.total - whole) <= _SLACK for whole in _wholes(level, weighted))


def _answer(context: Context, level: _Level, weighted: list[Fact[Criterion]]) -> bool | None:
    """True when the level adds up, False when it does not, None when nobody can tell."""
    if _is_whole(level, weighted):
        return True
    if level.is_even or _is_missing_one(context, level, weighted):
        return None
    if level.parent:
        return False if _own(level.parent, weighted) and not _lacks_one(level, weighted) else None
    if _is_completed(context, level, weighted):
        return True
    if level.total < _HUNDRED and not _has_price(level):
        return None
    if level.in_percent or any(abs(level.total - whole) <= whole * _NEAR for whole in (_HUNDRED, _HUNDRED * 10)):
        return False
    return None


def _wholes(level: _Level, weighted: list[Fact[Criterion]]) -> tuple[Decimal, ...]:
    """What a level may add up to: a hundred, round points, its parent's weight in percent or in points."""
    if not level.parent:
        return (_HUNDRED,) if level.in_percent else (*_SMALL, *_LARGE) if _has_price(level) else _LARGE
    own = _own(level.parent, weighted)
    top = sum(_top(weighted).values(), Decimal(0))
    shares = tuple(weight * top / _HUNDRED for weight in own)
    points = () if level.in_percent else _LARGE if own else (*_SMALL, *_LARGE)
    return (*own, *shares, _HUNDRED, *points)


def _top(weighted: list[Fact[Criterion]]) -> dict[str, Decimal]:
    """The weights at the top of the whole pack, by name."""
    return {fact.value.name.casefold(): fact.value.weight or Decimal(0) for fact in weighted if not fact.value.parent}


def _is_missing_one(context: Context, level: _Level, weighted: list[Fact[Criterion]]) -> bool:
    """Say whether an item with a weight stands in the same place that was not read as a criterion."""
    place = level.rows[0].place
    quotes = [fact.quote for fact in weighted]
    for passage in context.passages.having("%"):
        if passage.row is not None or passage.place.heading != place.heading or _ITEM.search(passage.text) is None:
            continue
        if passage.place.document == place.document and not any(quote in passage.text for quote in quotes):
            return True
    return False


def _lacks_one(level: _Level, weighted: list[Fact[Criterion]]) -> bool:
    """Say whether one criterion that stands elsewhere would make the level whole: it may belong here."""
    names = {fact.value.name.casefold() for fact in level.rows} | {level.parent.casefold()}
    others = [weight for name, weight in _top(weighted).items() if name not in names]
    return any(abs(level.total + weight - own) <= _SLACK for weight in others for own in _own(level.parent, weighted))


def _has_price(level: _Level) -> bool:
    return any(_PRICE.search(fact.value.name) for fact in level.rows)


def _own(name: str, weighted: list[Fact[Criterion]]) -> tuple[Decimal, ...]:
    """The weights that the pack gives to the parent: running text writes small what a table writes large.

    A part may have the name of the criterion that it is part of; its weight is not that of the whole.
    """
    name = name.casefold()
    same = (
        fact.value for fact in weighted
        if fact.value.name.casefold() == name != (fact.value.parent or "").casefold()
    )
    return tuple({criterion.weight for criterion in same if criterion.weight})


def _is_completed(context: Context, level: _Level, weighted: list[Fact[Criterion]]) -> bool:
    """Say whether what stands elsewhere in the pack makes the level whole, or shows it to be a part of one."""
    names = {fact.value.name.casefold() for fact in level.rows}
    shares = [fact.value for name in ("price_weight", "quality_weight", "social_value_weight")
              if (fact := context.facts.amount(name)) is not None]  # fmt: skip
    elsewhere = [weight for name, weight in _top(weighted).items() if name not in names]
    sums = [level.total + sum(elsewhere, Decimal(0)), *(level.total + weight for weight in elsewhere)]
    parts = [sum(shares, Decimal(0)), sum(shares[:2], Decimal(0))] if len(shares) > 1 else []
    if any(abs(total - _HUNDRED) <= _SLACK for total in (*sums, *parts)):
        return True
    return any(abs(level.total - weight) <= _SLACK for weight in elsewhere)


def _finding(level: _Level, weighted: list[Fact[Criterion]]) -> Finding:
    parts = ", ".join(f"{fact.value.name} {number(fact.value.weight or 0)}" for fact in level.rows[:8])
    what = f"“{level.parent}”" if level.parent else "the criteria"
    near_thousand = level.total > _HUNDRED * 5
    whole = next(iter(_own(level.parent, weighted)), _HUNDRED * 10 if near_thousand else _HUNDRED)
    return Finding.at(level.rows[0], what=what, total=number(level.total), whole=number(whole), parts=parts)
