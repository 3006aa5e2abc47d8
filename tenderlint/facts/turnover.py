"""The lowest turnover that bidders must have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlint.facts.amounts import amounts
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import Candidate
from tenderlint.facts.refusals import outright, refused
from tenderlint.facts.statements import Statement
from tenderlint.patterns import late_pattern

_TURNOVER = late_pattern(
    r"\b(?<!staff )(?<!employee )(?:turn-?over|turned over"
    r"|(?<!not )(?<!n[’']t )(?<!not have to )turn(?:s|ing)? over(?= (?:(?:a |an )?(?:at least|more than|over|above"
    r"|minimum of|no less than|not less than|in excess of|less than|under|below|annually|each year|a year) ){0,2}£)"
    r"|(?:annual|yearly) sales\b(?! (?:target|forecast|figures?|of (?!£|at|over|above|more|less|under|not|no|about)))"
    r"|sales(?= of (?:[\w ,]{0,24})£ ?[\d.,]{1,12}(?: ?million| ?m| ?k)?(?: or (?:more|over|above))?,?"
    r" (?:a|per|each|every|in (?:a|any|each|the last|your last)) (?:financial )?year))\b",
    re.IGNORECASE,
)
_LEAST = late_pattern(
    r"\b(?:evidence of (?:an? )?(?:annual )?turnover of|(?:bidders?|tenderers?|suppliers?|providers?|applicants?|you)"
    r" (?:will )?(?:require|need) (?:an? )?(?:\w+ ){0,2}?turnover of(?! (?:(?:no|not) more|less|up to|under|below))"
    r"|(?:must|shall|required to|needs? to) (?:have|show|hold"
    r"|demonstrate"
    r"|evidence|possess) (?:an? )?(?:\w+ ){0,2}?turnover of(?! (?:(?:no|not) more|less|up to|under|below))"
    r"|less than £?[\d,.]{1,14}(?: ?million| ?m| ?k)? (?:will|shall|may|can) ?(?:not be|fail|be (?:excluded|rejected))"
    r"|min(?:imum)?\.?|at least|not less than|no less than"
    r"|not be less than|greater than|in excess of"
    r"|exceed(?:s|ed)?|exceeding|above|or (?:more|above|over)"
    r"|over|not (?:be )?(?:below|under|beneath)|(?:no|not) (?:lower|smaller) than|threshold"
    r"|(?<=turnover )(?:test|hurdle|level"
    r"|requirement)|(?:once|twice"
    r"|double|half|\w+ times) the)\b",
    re.IGNORECASE,
)
_BELOW = late_pattern(
    r"\bless than £?[\d,.]{1,14}(?: ?million| ?m| ?k)? (?:will|shall|may|can) ?(?:not be|fail|be (?:excluded"
    r"|rejected))\b",
    re.IGNORECASE,
)
"""A turnover with which nobody is considered, so that it is the least that is asked for."""
_MUST = late_pattern(
    r"\b(?:must|shall|should|required?s?|need(?:s|ed)?|expect(?:s|ed)?|have|demonstrate|confirm|evidence|minimum"
    r"|requirement|able to|pass(?:ed)?|threshold|test|showing|not be considered|excluded|rejected"
    r"|asks? (?:that|for)|wants?|eligible|qualif(?:y|ies))\b",
    re.IGNORECASE,
)
_YOU_TURN = late_pattern(
    r"\W{0,4}(?:[\w)(]{1,4}[.)] )?(?:that )?(?:you|your (?:firm|company|business|charity|organisation)|bidders?"
    r"|suppliers?|tenderers?) (?:each )?turns? over\b",
    re.IGNORECASE,
)
"""A condition said as a plain fact: "You turn over at least …"."""
_OF_LOTS = late_pattern(r"\blots?\b[^.;]{0,200}\blots?\b", re.IGNORECASE)
_NAMED_LEAST = late_pattern(r"\bminimum (?:\w+ )?turnover\b", re.IGNORECASE)
_OTHER_TURNOVER = late_pattern(
    r"\b(?:modern slavery|slavery|section 54|small (?:and|or|to) medium|medium[- ]sized|smes?|micro|balance sheet"
    r"|fewer than|gender pay|not exceed(?:ing)?"
    r"|less than (?!£?[\d,.]{1,14}(?: ?million| ?m| ?k)? (?:will|shall|may|can) ?(?:not be|fail|be (?:excluded"
    r"|rejected))\b)|under £|up to £"
    r"|our (?:annual )?turnover|(?:council|authority|trust|school|company)(?:'s|’s)? (?:has|had) an?"
    r"|carbon|late payment|prompt payment)\b",
    re.IGNORECASE,
)
_LABELLED = late_pattern(
    r"^\W{0,4}(?:\d[\d.]{0,6}\s|[a-z][.)]\s)?\W{0,4}(?:an? )?(?:annual |yearly |company ){0,2}"
    r"(?:turnover|sales)(?: required| level)?(?:\W{1,5}| of )(?P<least>(?:an? )?(?:at least|minimum(?: of)?|over"
    r"|(?:no|not) (?:less|lower) than|averag(?:e|ing)(?: of)?|above|in excess of) )?£", re.IGNORECASE
)
_CONDITIONS = late_pattern(
    r"\b(?:conditions of participation|(?:minimum|mandatory|selection|financial|entry) (?:standards?"
    r"|requirements?|criteria|levels?"
    r"|conditions|standing)|eligib\w+|requirements?|economic standing|conditions$|how (?:big|large) must|who (?:can"
    r"|may) (?:bid|apply|quote|tender))\b",
    re.IGNORECASE,
)

_SORTS = r"(?:(?:set|fixed|specific|particular|annual|yearly|financial|company) ){0,2}"
_LOWEST = (
    rf"{_SORTS}(?:(?:minimum|lowest|least) (?:(?:annual|yearly|company|level of|amount of) ){{0,2}}turn-?over"
    r"|turn-?over (?:requirements?|thresholds?|levels?|tests?|limits?|bars?|hurdles?|minimums?|floors?))\b"
)
_NONE = late_pattern(
    rf"\b(?:no|without(?: any| an?)?|nor(?: any| an?| is there an?)?) {_LOWEST}"
    r"|(?:\b(?:not|never)|n['’]t) (?:be )?(?:set(?:ting)?|have|has|having|ask(?:ing)? for|requir(?:e|ing)"
    r"|impos(?:e|ing)|apply(?:ing)?|us(?:e|ing)|insist(?:ing)? on|lay(?:ing)? down|fix(?:ing)?|look(?:ing)? for)"
    rf" (?:an?|any) {_LOWEST}"
    r"|\bminimum (?:annual |yearly )?turn-?over(?: (?:requirement|required|level|threshold))?(?:\W{1,3}|(?: is| are) )"
    r"(?:none|nil|n/a|not (?:applicable|required|set|used|asked for|needed)|£ ?0(?![\d.,])|no minimum)\b"
    r"|\b(?:minimum|lowest) turn-?over (?:(?:requirement|threshold) )?(?:(?:is|has been|will be) not (?:set|required"
    r"|asked for|used|applied|imposed)|does not apply)\b",
    re.IGNORECASE,
)
"""No lowest turnover; that no figures of turnover are wanted says less."""


def turnover(statement: Statement) -> Iterator[Candidate[Decimal]]:
    """Yield the turnover in pounds that a statement asks for: several where it names one for each lot, 0 for none."""
    text = statement.text
    word = _TURNOVER.search(text)
    if (
        word is None
        or (_OTHER_TURNOVER.search(text) and not _NAMED_LEAST.search(text))
        or statement.is_definition
        or statement.is_option
    ):
        return
    none = _NONE.search(text)
    if none is not None and outright(text) and not amounts(text) and not text.endswith("?"):
        yield candidate(statement, statement.fact("minimum_turnover", Decimal(0), none.start(), none.end()))
        return
    if refused(text, word.start(), word.end()) and not _BELOW.search(text):
        return
    for amount in sorted(amounts(text), key=lambda each: (each.start < word.start(), each.start)):
        near = text[max(0, min(word.start(), amount.start) - 70) : max(word.end(), amount.end) + 30]
        if (
            amount.money.currency != "GBP"
            or abs(amount.start - word.start()) > 160
            or not (_LEAST.search(f"{near} {statement.about[:80]}") or _is_condition(statement))
        ):
            continue
        said = _MUST.search(f"{text} {statement.about}") or _YOU_TURN.match(text)
        if not (said or _is_condition(statement)):
            continue
        value = amount.money.least or amount.money.most
        yield candidate(
            statement,
            statement.fact("minimum_turnover", value, min(word.start(), amount.start), max(word.end(), amount.end)),
        )
        if not _OF_LOTS.search(text):
            return


def _is_condition(statement: Statement) -> bool:
    """Say whether a line "Turnover: £2 million" stands among what bidders must meet, or names the least itself."""
    labelled = _LABELLED.match(statement.text)
    return labelled is not None and (labelled["least"] is not None or _CONDITIONS.search(statement.about) is not None)
