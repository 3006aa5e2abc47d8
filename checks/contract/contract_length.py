"""Does the contract run for three years or more?"""

from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Result,
    cannot_tell,
    found,
    judge,
    not_applicable,
    phrase_pattern,
)

_YEAR = 12


def check(context: Context) -> Result:
    """Hold the first term against the bar; a shorter one may have a reason."""
    term = context.facts.amount("term_initial_months")
    if term is None:
        once = list(context.find("one_off"))
        if _is_one_off(context, len(once)):
            return not_applicable("one-off work or goods have no term of years")
        return cannot_tell("the pack does not state the first term", by_absence=True)
    bar = int(context.setting("months"))
    if term.value >= bar:
        return found(f"the first term is {term.value} months", term)
    if term.value > _YEAR and _has_reason(context, term):
        return cannot_tell(f"the first term is {term.value} months, and the pack gives a reason", term)
    if _is_one_off(context, len(list(context.find("one_off"))), least=4) and term.value < bar:
        return not_applicable("one-off work or goods: the months are the time for delivery")
    return judge([Finding.at(term, months=term.value, bar=bar)])


def _is_one_off(context: Context, words: int, least: int = 2) -> bool:
    kinds = {fact.value for fact in context.facts.all("contract_kind")}
    if kinds and kinds <= {"goods", "works"}:
        return True
    return "services" not in kinds and words >= least


def _has_reason(context: Context, term: Fact[Any]) -> bool:
    pattern = phrase_pattern(context.card.phrases["reason"])
    return any(passage.place == term.place and pattern.search(passage.text) for passage in context.passages.all)
