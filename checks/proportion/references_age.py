"""Must experience or references lie further back than the law allows?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    judge,
    late_pattern,
    not_applicable,
    number,
    number_in,
    phrase_pattern,
    sentence_about,
)

_YEARS = late_pattern(
    r"\b(?:in|within|over|during|from|for) (?:the )?(?:last|past|previous|preceding) (?P<years>\w{3,8}|\d{1,2}) ?"
    r"(?:\(\d{1,2}\) )?years?\b",
    re.IGNORECASE,
)
_DEMAND = late_pattern(
    r"\b(?:must|shall|required|should|please|provide|give|show|demonstrate|detail|list)\b", re.IGNORECASE
)
_OTHER = late_pattern(
    r"\b(?:convict\w*|offen[cd]\w*|judgment|insolven\w*|bankrupt\w*|accounts|turnover|claims?|prosecut\w*|enforcement"
    r"|tribunal|terminated|breach\w*|incident\w*|council has|authority has|trust has)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Result:
    """Look for demands of experience with the years that they look back over."""
    demands = list(_demands(context))
    if not demands:
        return not_applicable("no number of years of experience is asked for", by_absence=True)
    works = any(fact.value == "works" for fact in context.facts.all("contract_kind"))
    figure = context.law.find("references.years_works" if works else "references.years")
    most = int(figure.value) if figure else 5
    return judge(
        (Finding.at(match, years=years, most=number(most)) for match, years in demands if years > most),
        passed=f"looks back {max(years for _, years in demands)} years at most",
        evidence=[match for match, _ in demands[:1]],
        at_most=context.reach,
    )


def _demands(context: Context) -> Iterator[tuple[Match, int]]:
    contracts = phrase_pattern(context.card.phrases["contracts"])
    for passage in context.passages.having("years"):
        for found in _YEARS.finditer(passage.text):
            years = number_in(found["years"])
            around = sentence_about(passage.text, found.start())
            if years is None or _OTHER.search(around) or not contracts.search(around) or not _DEMAND.search(around):
                continue
            yield Match(passage, found.start(), found.end()), int(years)
