"""Do the weights add up at every level?"""

from decimal import Decimal

from tenderlint.checking import Context, Criterion, Fact, Finding, Result, cannot_tell, judge, not_applicable, number

_WHOLES = tuple(Decimal(whole) for whole in (1, 10, 20, 50, 100, 120, 150, 200, 250, 300, 400, 500, 1000))
_HUNDRED = Decimal(100)
_SLACK = Decimal("0.11")
_Level = list[Fact[Criterion]]


def check(context: Context) -> Result:
    """Add up the weights of each level in each document."""
    weighted = [fact for fact in context.facts.award_criteria if fact.value.weight is not None]
    if len(weighted) < 2:
        return not_applicable("the pack states no weights to add up")
    levels = _levels(weighted)
    findings = [
        finding for parent, level in levels if (finding := _fault(context, parent, level, weighted)) is not None
    ]
    if not findings and all(parent for parent, _ in levels):
        return cannot_tell("only weights within criteria are stated", weighted[0])
    return judge(findings, passed=f"{len(levels)} levels add up", evidence=weighted[:3])


def _levels(weighted: _Level) -> list[tuple[str, _Level]]:
    """The criteria of each document by their parent, each name once."""
    levels: dict[tuple[str, str], dict[str, Fact[Criterion]]] = {}
    for fact in weighted:
        key = (fact.place.document, fact.value.parent or "")
        levels.setdefault(key, {}).setdefault(fact.value.name.lower(), fact)
    return [(parent, list(rows.values())) for (_, parent), rows in levels.items()]


def _fault(context: Context, parent: str, level: _Level, weighted: _Level) -> Finding | None:
    total = sum((fact.value.weight or Decimal(0) for fact in level), Decimal(0))
    if len(level) < 2 or any(abs(total - whole) <= _SLACK for whole in _wholes(parent, weighted)):
        return None
    if not parent and _split_is_whole(context):
        return None
    parts = ", ".join(f"{fact.value.name} {number(fact.value.weight or 0)}" for fact in level[:8])
    whole = _whole(parent, weighted)
    what = f"“{parent}”" if parent else "the criteria"
    return Finding.at(level[0], what=what, total=number(total), whole=number(whole), parts=parts)


def _wholes(parent: str, weighted: _Level) -> tuple[Decimal, ...]:
    """What a level may add up to: within a criterion its own weight or a hundred, at the top any round number."""
    if not parent:
        return _WHOLES
    own = tuple(fact.value.weight for fact in weighted if _named(fact, parent) and fact.value.weight is not None)
    return (*own, *_WHOLES[3:]) if own else _WHOLES


def _whole(parent: str, weighted: _Level) -> Decimal:
    return next((fact.value.weight for fact in weighted if _named(fact, parent) and fact.value.weight), _HUNDRED)


def _named(fact: Fact[Criterion], name: str) -> bool:
    """Say whether the criterion has this name: running text writes small what a table writes large."""
    return fact.value.name.casefold() == name.casefold()


def _split_is_whole(context: Context) -> bool:
    """Say whether price, quality and social value, as stated, make a hundred by themselves."""
    shares = [
        fact.value
        for name in ("price_weight", "quality_weight", "social_value_weight")
        if (fact := context.facts.amount(name)) is not None
    ]
    return len(shares) > 1 and any(abs(sum(part, Decimal(0)) - _HUNDRED) <= _SLACK for part in (shares, shares[:2]))
