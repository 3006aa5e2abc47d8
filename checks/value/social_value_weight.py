"""Does social or added value carry real weight?"""

import re
from decimal import Decimal

from tenderlint.checking import (
    Context,
    Criterion,
    Fact,
    Finding,
    Match,
    Result,
    Side,
    Strength,
    cannot_tell,
    found,
    judge,
    late_pattern,
    number,
)

_HUNDRED = Decimal(100)
_LINE = 160
_NOT_BOUND = late_pattern(
    r"\b(?:NHS|hospitals?|integrated care|health|ICB|defence|navy|army|air force|MOD|DE&S)\b", re.IGNORECASE
)
"""Buyers that count as central for the thresholds, and that the policy on social value does not name."""
_PLACE = late_pattern(
    r" (?:cent(?:re|er)s?|halls?|hospitals?|hubs?|buildings?|schools?|librar(?:y|ies)|rooms?|house|garden"
    r"|councils?|health|nurs\w+|pharmac\w+|safety|team|mental)\b",
    re.IGNORECASE,
)
_TAKING_PART = late_pattern(
    r"\W*(?:[\w.]{1,5}[.)] )?(?:how (?:you|we) )?(?:involv|reach|consult|engag|listen|understand|know|access|co-?produc"
    r"|meet|serv|support)\w*\b", re.IGNORECASE
)
"""A criterion of the service itself, which names local people because they use it."""
_WEIGHED = late_pattern(r"^[^.;?!]{0,80}?[\s(–—-]\d{1,3}(?:\.\d)? ?(?:%|per ?cent|points?|marks?)", re.IGNORECASE)


def check(context: Context) -> Result:
    """Read the weight of social value, and hold it against the policy for central government or the project's bar."""
    share = context.facts.amount("social_value_weight")
    named = _named(context)
    if share is None:
        weighed = named or [match for match in context.find("names") if _is_weighed(match)]
        if weighed:
            return found("a weighted criterion covers social or added value", *weighed[:2])
        return _without(context)
    policy = context.law.find("social_value.central_share") if _is_bound(context) else None
    bar = policy.value * _HUNDRED if policy else Decimal(str(context.setting("token")))
    if share.value < bar:
        rule = "the policy of central government asks for" if policy else "below the bar in the settings of"
        fault = f"Social value carries {number(share.value)}%, {rule} {number(bar)}%"
        at_most = Strength.POLICY if policy and context.threshold.side is Side.ABOVE else Strength.PRACTICE
        return judge([Finding.at(share, fault=fault)], at_most=at_most)
    just = f", which is {'what the policy asks' if policy else 'the bar in the settings'}"
    return found(f"social value carries {number(share.value)}%{just if share.value == bar else ''}", share)


def _is_bound(context: Context) -> bool:
    """Say whether the policy of central government may bind: not health, defence, other nations, small contracts."""
    buyer = context.facts.chosen("buyer_name")
    return (
        context.authority_type == "central"
        and context.nation in {"", "England"}
        and context.threshold.side is not Side.BELOW
        and not (buyer is not None and _NOT_BOUND.search(str(buyer.value)))
    )


def _is_weighed(match: Match) -> bool:
    """Say whether the words stand in a short line with a weight, as an item of the criteria does."""
    passage = match.passage
    return len(passage.text) <= _LINE and not match.denied and _WEIGHED.match(passage.text[match.end :]) is not None


def _names_place(match: Match) -> bool:
    """Say whether "the community" only begins the name of a place or a body: "the community centre"."""
    return _PLACE.match(match.passage.text[match.end :]) is not None


def _named(context: Context) -> list[Fact[Criterion]]:
    """The criteria that cover it, first those that are not about how the people of the place take part."""
    named = [
        fact
        for fact in context.facts.award_criteria
        if fact.value.weight is not None and fact.value.weight > 0 and context.says("names", fact.value.name)
    ]
    return [fact for fact in named if not _TAKING_PART.match(fact.value.name)] or named


def _without(context: Context) -> Result:
    """No weight for it: a failure when the criteria are known without it, else nobody can tell."""
    weighted = [fact for fact in context.facts.award_criteria if fact.value.weight is not None]
    split = [fact for name in ("price_weight", "quality_weight") if (fact := context.facts.amount(name)) is not None]
    nearest = [match for match in context.find("names") if not _names_place(match)]
    shown = weighted or split
    if not shown and context.facts.award_criteria and not nearest:
        shown = list(context.facts.award_criteria)
    if not shown:
        return cannot_tell("no award criteria with weights were found", *nearest[:2], by_absence=True)
    fault = "The award criteria are named, and none covers social or added value"
    return Result(
        judge([Finding.at(shown[0], fault=fault)]).outcome,
        "no weighted criterion covers social value",
        (Finding.at(shown[0], fault=fault),),
        nearest=tuple(Finding.at(match, message="this is said, but not scored") for match in nearest[:2]),
        at_most=Strength.PRACTICE,
    )
