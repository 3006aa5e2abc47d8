"""Are audited accounts asked of those who need none?"""

from typing import Any

from tenderlint.checking import Context, Fact, Finding, Result, found, judge, not_applicable, phrase_pattern


def check(context: Context) -> Result:
    """Look at each demand for audited accounts, and whether another way is open."""
    demands = [fact for fact in context.facts.all("audited_accounts_required") if fact.value]
    hard = [fact for fact in demands if not _excused(context, fact)]
    if hard:
        return judge([Finding.at(fact) for fact in hard], at_most=context.reach)
    if demands:
        return found(
            "audited accounts are asked for only where the law needs them, or another way is open", *demands[:2]
        )
    accounts = context.facts.all("accounts_years")
    refused = context.facts.all("audited_accounts_required")
    if not accounts and not refused:
        return not_applicable("the pack asks for no accounts")
    return found("accounts need not be audited", *(*refused, *accounts)[:2])


def _excused(context: Context, fact: Fact[Any]) -> bool:
    pattern = phrase_pattern(context.card.phrases["excused"])
    return any(
        pattern.search(passage.text) is not None
        for passage in context.passages.having("audit")
        if passage.place == fact.place
    )
