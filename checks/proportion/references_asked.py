"""Are the references that bidders must give few enough, and no larger than the contract?"""

import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Money,
    Result,
    counted,
    judge,
    late_pattern,
    not_applicable,
    number,
    sentence_about,
)

_SIZE = late_pattern(
    r"\b(?:valued?|worth)\b[^.;£]{0,40}?£ ?(?P<sum>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?)"
    r"(?: ?(?P<unit>k|thousand|m|million)\b)?"
)
_EACH = late_pattern(
    r"\b(?:references?|referees?|examples?|contracts|projects)\b[^.;£]{0,60}?\b(?:of|over|above|exceeding|than|least)"
    r"\s£ ?(?P<sum>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?)(?: ?(?P<unit>k|thousand|m|million)\b)?"
)
"""The size of earlier contracts with no word for value: "three contracts, each of £2 million or more"."""
_BIDDERS = late_pattern(
    r"\b(?:bidders?|tenderers?|suppliers?|applicants?|contractors?|providers?|organisations?|you|your|references?|referees?"
    r"|examples?|provide|give|supply|submit|send|show|demonstrate)\b",
    re.IGNORECASE,
)
_BUYER_MUST = late_pattern(
    r"\b(?:council|authority|trust|board|university|we|it) (?:must|shall|will|has to|have to|is required)\b",
    re.IGNORECASE,
)
_UNITS = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_WHAT = late_pattern(r"\b(?:references?|referees?|examples?|contracts|projects)\b")
_DEMAND = late_pattern(r"\b(?:must|shall|required|provide|give|supply|submit|send|show|demonstrate|least|less than)\b")
_AGE = late_pattern(r"\b(?:years?|months?|since|recent\w*|current|ongoing)\b", re.IGNORECASE)
_FORMS = ("value", "valued", "worth")


def check(context: Context) -> Result:
    """Hold each number of references asked for against the bar, and their size against the contract's value."""
    demands = context.facts.all("references_count")
    large = list(_large(context))
    if not demands and not large:
        return not_applicable("no number of references was found to be asked for", by_absence=True)
    most = context.setting("most")
    many = [
        Finding.at(fact, what=f"{number(fact.value)} references", bar=f"the bar in the settings is {most}")
        for fact in demands
        if fact.value > most
    ]
    passed = ""
    if demands:
        asked = counted(int(demands[0].value), "reference or example", "references or examples")
        passed = f"asks for {asked} of earlier work, and the bar is {most}"
    if demands and not _AGE.search(demands[0].quote):
        passed += "; no words beside them say how old they may be"
    return judge([*many, *large], passed=passed, evidence=demands[:1], at_most=context.reach)


def _large(context: Context) -> Iterator[Finding]:
    """Yield the first demand for earlier contracts each of which must be larger than the whole of this one."""
    worth = context.facts.contract_value
    if worth is None:
        return
    for passage in context.passages.having(*_FORMS, "each"):
        for found in _sizes(passage.text):
            sentence = sentence_about(passage.text, found.start())
            if not _WHAT.search(sentence) or not _DEMAND.search(sentence):
                continue
            size = Decimal(found["sum"].replace(",", "")) * _UNITS.get(found["unit"], 1)
            if size > worth.value.most and "each" in sentence:
                what = f"earlier contracts of {Money(size, size, worth.value.currency)} each"
                bar = f"this contract is worth {worth.value}"
                yield Finding.at(Match(passage, found.start(), found.end()), what=what, bar=bar)
                return


def _sizes(text: str) -> Iterator[re.Match[str]]:
    """Yield the sums that earlier contracts are to be worth."""
    yield from _SIZE.finditer(text)
    if "£" in text:
        for found in _EACH.finditer(text):
            sentence = sentence_about(text, found.start())
            if _BIDDERS.search(sentence) and not _BUYER_MUST.search(sentence):
                yield found
