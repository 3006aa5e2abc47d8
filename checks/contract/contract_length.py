"""Does the contract run for three years or more?"""

import re
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Result,
    Role,
    cannot_tell,
    found,
    is_project,
    judge,
    late_pattern,
    not_applicable,
    sentence_at,
    single_work,
)

_YEAR = 12
_DELIVERY = late_pattern(
    r"\b(?:(?:project|work|works|study|research|evaluation|commission)\b[^.;]{0,60}?\b(?:complet\w+|finish\w*"
    r"|delivered)"
    r"|(?:target |project )timeline|to complete the|completed (?:with)?in|completed over|for completion)\b",
    re.IGNORECASE,
)
"""Words that tell how long a single piece of work takes."""


_LASTS = late_pattern(
    r"\b(?:work|works|job|commission|project|study|assignment|task) (?:\w+ )?(?:lasts?|takes?|will last|will take"
    r"|should take)"
    r"\b",
    re.IGNORECASE,
)
"""How long a job takes that is done within the year."""
_OF_SERVICES = late_pattern(r"(?<=\bpurchase of)[^.;]{0,60}\bservices?\b", re.IGNORECASE)
"""What is bought may be a service that goes on."""


def check(context: Context) -> Result:
    """Hold the first term against the bar; a shorter one may have a reason."""
    term = context.facts.amount("term_initial_months")
    if term is None:
        if _is_one_off(context, least=2) or single_work(context.passages) is not None:
            return not_applicable("one-off work or goods have no term of years")
        return cannot_tell("the pack does not state the first term", by_absence=True)
    bar = int(context.setting("months"))
    if term.value >= bar:
        return found(f"the first term is {term.value} months", term)
    once = single_work(context.passages) is not None or is_project(context.passages)
    brief = term.value < _YEAR and (once or _LASTS.search(term.quote) is not None)
    if brief or _is_one_off(context, least=4) or _DELIVERY.search(term.quote):
        return not_applicable("one-off work or goods: the months are the time for delivery")
    reason = _reason(context, term)
    if reason is not None and term.value > _YEAR:
        return found(f"the first term is {term.value} months, and the pack says why", reason)
    if reason is not None:
        return cannot_tell(f"the first term is only {term.value} months; see whether the reason is a good one", reason)
    longer = context.facts.amount("term_extension_months")
    more = f", and {longer.value} more at the buyer's choice" if longer is not None and longer.value else ""
    return judge([Finding.at(term, months=term.value, bar=bar, more=more)], beside=() if longer is None else (longer,))


def _is_one_off(context: Context, least: int) -> bool:
    kinds = {fact.value for fact in context.facts.all("contract_kind")}
    if kinds and kinds <= {"goods", "works"}:
        return True
    if "services" in kinds:
        return False
    found = (
        match for match in context.find("one_off")
        if match.passage.role is not Role.TERMS and not _OF_SERVICES.match(match.passage.text, match.end)
    )
    return len({match.words.lower().removesuffix("s") for match in found}) >= least


def _reason(context: Context, term: Fact[Any]) -> Match | None:
    """A reason that stands in the sentence of the term, or in the next one."""
    for match in context.find("reason"):
        passage = match.passage
        if passage.place != term.place:
            continue
        at = passage.text.find(term.quote[:40])
        _, end = sentence_at(passage.text, max(at, 0))
        if at < 0 or at <= match.start <= sentence_at(passage.text, end + 1)[1]:
            return match
    return None
