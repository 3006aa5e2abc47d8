"""Is each fact the same wherever it stands?"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Result,
    Revision,
    When,
    conflicts,
    differ,
    in_words,
    judge,
    late_pattern,
    not_applicable,
)

_STEP = late_pattern(
    r"\b(?:inten\w+|notif\w+|preliminar\w+|provisional\w*|outcome|standstill|letters?|signature|signed|final|prefer\w+"
    r"|recommend\w+|approv\w+|publi\w+)\b",
    re.IGNORECASE,
)
"""Words that part the steps about an award: a decision, its letters, the signature."""

_ISSUED = (
    late_pattern(
        r"\b(?:contract|tender|procurement|opportunity) (?:notice|advert\w*)|\bnotice (?:is |was )?(?:sent|published)"
        r"|\badvertised\b",
        re.IGNORECASE,
    ),
    late_pattern(
        r"\b(?:packs?|documents|documentation|papers|ITT|ITQ|RFQ|RFP|invitations?(?: to (?:tender|quote|bid))?"
        r"|requests? for (?:quotations?|proposals?|tenders?))\b",
        re.IGNORECASE,
    ),
)
"""What goes out on the day of issue: the notice may go before the pack."""
_GOES_OUT = late_pattern(
    r"\b(?:issu(?:e|ed|ing)|publi(?:sh|shed|shing|cation)|sent|released?|available|dispatch\w*|advertis\w+)\b",
    re.IGNORECASE,
)
_ANEW = late_pattern(
    r"\b(?:re-?issu\w*|revis\w+|amend\w+|updat\w+|drafts?|versions?|addend\w+|clarification\w*|answers"
    r"|supplement\w*|second|final|further|shortlist\w*|short-list\w*|stage|invited|award|until|from the)\b",
    re.IGNORECASE,
)
"""Words of something that goes out on another day."""

_FIGURE = late_pattern(r"\d")
_ADDED = ("the sum of its parts", "the weight of its one part")
"""How the reason of a weight begins that stands nowhere itself."""

_MOST_TOLD = 4
_NAMES = {
    "submission_deadline": "The deadline",
    "clarification_deadline": "The last day for questions",
    "answers_by": "The day of the answers",
    "award_date": "The day of award",
    "contract_start": "The start of the contract",
    "contract_end": "The end of the contract",
    "contract_value_total": "The value",
    "contract_value_annual": "The value a year",
    "term_initial_months": "The first term in months",
    "term_extension_months": "The extensions in months",
    "price_weight": "The weight of price",
    "quality_weight": "The weight of quality",
    "social_value_weight": "The weight of social value",
    "payment_days": "The days for payment",
    "lots": "The number of lots",
    "issue_date": "The day of issue",
}


def check(context: Context) -> Result:
    """Compare all statements of each fact with the one that counts."""
    said = {name: _of_one_thing(context.facts.own(name)) for name in _NAMES}
    several = [name for name, facts in said.items() if len(facts) > 1]
    if not several:
        return not_applicable("no fact is stated more than once", by_absence=True)
    return judge(
        _contradictions(context, several),
        passed=_agreeing(several, said),
        evidence=_shown(several, said),
        by_absence=True,
    )


def _same(several: list[str], said: dict[str, list[Fact[Any]]]) -> list[str]:
    """The facts that are stated more than once in the same way; others may name two steps that are near."""
    return [name for name in several if not any(differ(said[name][0].value, fact.value) for fact in said[name])]


def _shown(several: list[str], said: dict[str, list[Fact[Any]]]) -> list[Fact[Any]]:
    """Two places of each fact that is named."""
    names = _same(several, said)[:_MOST_TOLD] or several[:1]
    return [fact for name in names for fact in said[name][:2]]


def _agreeing(several: list[str], said: dict[str, list[Fact[Any]]]) -> str:
    """Name the facts that are stated more than once in the same way."""
    same = _same(several, said)
    if not same:
        return "no fact contradicts another"
    names = [_NAMES[name][:1].lower() + _NAMES[name][1:] for name in same]
    more = len(names) - _MOST_TOLD
    shown = [*names[:_MOST_TOLD], f"{more} more"] if more > 0 else names
    told = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    one = len(names) == 1
    return f"{told} {'is' if one else 'are'} stated more than once, and {'agrees' if one else 'agree'}"


def _of_one_thing(facts: Sequence[Fact[Any]]) -> list[Fact[Any]]:
    """Leave out statements of another lot or stage than the one that counts: they neither agree nor disagree.

    Nor do days on which something else is issued.
    """
    chosen = next((fact for fact in facts if fact.chosen), None)
    if chosen is None:
        return []
    same = [fact for fact in facts if fact.of == chosen.of]
    if chosen.name != "issue_date":
        return same
    return [fact for fact in same if not _issued(fact).isdisjoint(_issued(chosen))]


def _contradictions(context: Context, names: list[str]) -> Iterator[Finding]:
    for name in names:
        for chosen, other in conflicts(context.facts.own(name)):
            if _are_two_things(chosen, other):
                continue
            said = {"other": _said(context, other), "chosen": _said(context, chosen)}
            yield Finding.at(other, what=_NAMES[name], where=f"{chosen.place} (“{chosen.quote}”)", **said)


def _said(context: Context, fact: Fact[Any]) -> str:
    """Say what a statement says, and whether it stands in a change that nobody has accepted yet."""
    words = _in_words(fact)
    if fact.place is not None and fact.place.page is not None:
        return words  # a file with pages of its own, as PDF, holds no tracked changes
    blocks = (each.block for each in context.passages.all if each.block.spans and each.place == fact.place)
    added = any(
        span.revision is Revision.INSERTED and inserted in fact.quote and _FIGURE.search(inserted)
        for block in blocks
        for span in block.spans
        if (inserted := " ".join(block.text[span.start : span.end].split()))
    )
    return f"{words} (in a tracked change that nobody has accepted)" if added else words


def _in_words(fact: Fact[Any]) -> str:
    """Say what a statement says; of a weight that was added up, also of what."""
    if not fact.name.endswith("_weight"):
        return in_words(fact.value)
    added = next((part for part in fact.why.split("; ") if part.startswith(_ADDED)), "")
    return f"{in_words(fact.value)}%{f' ({added})' if added else ''}"


def _are_two_things(one: Fact[Any], other: Fact[Any]) -> bool:
    """Say whether two statements speak of two things: columns of a row, rows of a timetable, steps of an award."""
    if one.place == other.place and one.quote == other.quote:
        return True
    if not isinstance(one.value, When):
        return False
    in_one_table = one.place.heading == other.place.heading and one.place.document == other.place.document
    if in_one_table and one.place.part.startswith("row ") and other.place.part.startswith("row "):
        return True
    if one.name == "issue_date":
        return _issued(one).isdisjoint(_issued(other))
    steps = [frozenset(found.lower() for found in _STEP.findall(fact.quote)) for fact in (one, other)]
    return one.name == "award_date" and steps[0] != steps[1]


def _issued(fact: Fact[Any]) -> set[int]:
    """Say what goes out on the day: the notice, the pack, or both; nothing where the words do not tell."""
    if _GOES_OUT.search(fact.quote) is None or _ANEW.search(fact.quote):
        return set()
    return {number for number, thing in enumerate(_ISSUED) if thing.search(fact.quote)}
