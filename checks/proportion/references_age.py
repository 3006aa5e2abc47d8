"""Must experience or references lie within a time that shuts out nobody, and that the law of the day allows?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Passage,
    Result,
    judge,
    late_pattern,
    lead_of,
    not_applicable,
    number,
    number_in,
    phrase_pattern,
    sentence_about,
)

_YEARS = late_pattern(
    r"\b(?:in|within|over|during|from|for) (?:the )?(?:last|past|previous|preceding) (?P<years>\w{3,8}|\d{1,2}) ?"
    r"(?:\(\d{1,2}\) )?years?\b"
    r"|\b(?:in|within|during) (?:the )?(?P<before>\w{3,8}|\d{1,2}) ?(?:\(\d{1,2}\) )?years? (?:of|before|prior to"
    r"|preceding|leading up to) (?:the )?(?:date|closing|deadline|tender|submission|return|notice|publication|issue)\b",
    re.IGNORECASE,
)
_DEMAND = late_pattern(
    r"\b(?:must|shall|required|should|please|provide|give|show|demonstrate|detail|list)\b", re.IGNORECASE
)
_DONE = late_pattern(
    r"\b(?:one|two|three|four|five|six|\d) (?:[\w-]+ ){0,3}?(?:jobs?|contracts?|projects?|schemes?|commissions?"
    r"|\w+(?:s|ies))\b"
    r"[^.;]{0,80}?\b(?:finished|completed|delivered|done|carried out|undertaken|of (?:at least )?£|in the (?:last"
    r"|past))\b",
    re.IGNORECASE,
)
_ASKED = late_pattern(
    r"\b(?:need|want|ask|send|provide|show|see|include|enclose|give|must|should|submit|require\w*)\b", re.IGNORECASE
)
_TITLED = late_pattern(
    r"^[\W\d]{0,6}(?:(?:your|previous|past|relevant|similar|client) )?(?:references?|experience|track record"
    r"|similar (?:work|contracts|jobs))\b.{0,30}$",
    re.IGNORECASE,
)
_TITLE = 60
_FOR_THE_BUYER = late_pattern(
    r"\b(?:contracts?|works?|services?|projects?|jobs?|commissions?|worked|supplied|delivered|experience)\b"
    r"[^.;,]{0,30}? (?:for|with|to|by) "
    r"(?:us\b|(?:the|this|our) (?:council|authority|trust|buyer|university|college|commission|board|association|client"
    r"|customer|school|department|ministry|agency|fund)\b)(?!['’]s|,? or )",
    re.IGNORECASE,
)
"""An earlier contract with the buyer itself: those years are how far it may lie back, and no age of references."""
_NONE = "no number of years of experience is asked for"
_NONE_BUT_OWN = f"{_NONE}, but for an earlier contract with the buyer"
_OTHER = late_pattern(
    r"\b(?:convict\w*|offen[cd]\w*|judgment|insolven\w*|bankrupt\w*|accounts|turnover|claims?|prosecut\w*|enforcement"
    r"|tribunal|terminated|breach\w*|incident\w*|council has|authority has|trust has)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Result:
    """Look for demands of experience with the years that they look back over."""
    demands = list(_demands(context))
    if not demands:
        return not_applicable(_NONE_BUT_OWN if _of_the_buyer(context) else _NONE, by_absence=True)
    works = any(fact.value == "works" for fact in context.facts.all("contract_kind"))
    figure = context.law.find("references.years_works" if works else "references.years")
    if figure:
        most, bar = int(figure.value), f"the law looks back {number(int(figure.value))}"
    else:
        most = int(context.setting("years"))
        bar = f"the bar in the settings is {most}; the law of the day sets none"
    looked = f"looks back {max(years for _, years in demands)} years at most"
    return judge(
        (Finding.at(match, years=years, bar=bar) for match, years in demands if years > most),
        passed=looked if figure else f"{looked}: {bar}",
        evidence=[match for match, _ in demands[:1]],
        at_most=context.reach,
    )


def _of_the_buyer(context: Context) -> bool:
    """Say whether years are named for an earlier contract with the buyer."""
    return any(
        _FOR_THE_BUYER.search(passage.text[: found.start()]) is not None
        for passage in context.passages.having("years")
        for found in _YEARS.finditer(passage.text)
    )


def _demands(context: Context) -> Iterator[tuple[Match, int]]:
    contracts = phrase_pattern(context.card.phrases["contracts"])
    for passage in context.passages.having("years"):
        for found in _YEARS.finditer(passage.text):
            years = number_in(found["years"] or found["before"])
            around = sentence_about(passage.text, found.start())
            if years is None or _OTHER.search(around):
                continue
            done = _DONE.search(around)
            if _FOR_THE_BUYER.search(around[: around.find(found[0])]):
                continue
            if not (contracts.search(around) or done):
                continue
            if not (_DEMAND.search(around) or (done and _asked(context, passage))):
                continue
            yield Match(passage, found.start(), found.end()), int(years)


def _asked(context: Context, passage: Passage) -> bool:
    """Say whether what stands above the passage asks for it, or is a title on references."""
    above = lead_of(context.passages, passage)
    if above is not None and _ASKED.search(above.text):
        return True
    titles = (*passage.place.heading[-1:], passage.before if len(passage.before) < _TITLE else "")
    return any(_TITLED.match(title) for title in titles)
