"""Are invoices paid within 30 days?"""

import re
from decimal import Decimal

from tenderlint.checking import Context, Fact, Finding, Result, judge, late_pattern, not_applicable, number, number_in

_MONTH = 31
"""Days that pass at most before a month ends."""
_MONTH_END = late_pattern(
    r"\b(?P<count>\w{1,12})(?: \(\w{1,12}\))? (?:calendar )?days (?:of|from|after|following) the (?:end|last day) of"
    r" the (?:calendar )?month (?:in|during) which (?:it|they|(?:the|each|an|any|that|such) (?:\w+ ){0,3}invoices?"
    r"|invoices?|the \w+ receives)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Result:
    """Hold each stated time of payment against the most that the law allows."""
    stated = context.facts.all("payment_days")
    if not stated:
        return not_applicable("the pack states no days for payment", by_absence=True)
    figure = context.law.find("payment_days_max")
    most = figure.value if figure else context.setting("days")
    rule = f"the law says {number(most)} at most" if figure else f"the bar in the settings is {number(most)}"
    late = {_longest(fact): fact for fact in reversed(stated) if _longest(fact) > most}
    return judge(
        (Finding.at(fact, when=_in_words(fact), rule=rule) for fact in late.values()),
        passed=f"invoices are paid within {number(stated[0].value)} days",
        evidence=stated[:1],
    )


def _longest(fact: Fact[Decimal]) -> Decimal:
    """The most days that payment may take: those of the month in which the invoice comes are added."""
    return fact.value + (_MONTH if _from_month_end(fact) else 0)


def _from_month_end(fact: Fact[Decimal]) -> bool:
    return any(number_in(match["count"]) == fact.value for match in _MONTH_END.finditer(fact.quote))


def _in_words(fact: Fact[Decimal]) -> str:
    days = f"{number(fact.value)} days"
    if not _from_month_end(fact):
        return f"after {days}"
    return f"{days} after the month of the invoice ends, so after up to {number(_longest(fact))} days"
