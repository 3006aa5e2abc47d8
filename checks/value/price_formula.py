"""Does the price formula give the dearest bid no more marks than the cheapest?"""

import re
from collections.abc import Iterator

from tenderlint.checking import Context, Finding, Match, Result, cannot_tell, judge, not_applicable

_LOW = r"(?:lowest|cheapest|minimum|least expensive|best)(?: [\w']+){0,4}"
_OWN = (
    r"(?:tenderer|bidder|supplier|tender|bid|your|this|submitted|own|offered|price being|individual|each)(?:'s|s')?"
    r"(?: [\w']+){0,4}"
)
_OVER = r"\s?\)?\s?(?:/|÷|\bdivided by\b|\bover\b)\s?\(?\s?(?:the )?"
_RIGHT = re.compile(rf"\b{_LOW}{_OVER}(?:{_OWN}|price)", re.IGNORECASE)
_WRONG = re.compile(rf"\b{_OWN}{_OVER}{_LOW}\b", re.IGNORECASE)
_MINUS = re.compile(r"\b(?:1|100 ?%?) ?[-–−] ?\(?", re.IGNORECASE)
_MARKS = re.compile(r"\b(?:x|multipl\w+|score|marks?|points|weight\w*|percent\w*)\b|[×*%]", re.IGNORECASE)


def check(context: Context) -> Result:
    """Read the formula and try it with a cheap and a dear bid."""
    formulas = list(_formulas(context))
    wrong = [match for match, is_right in formulas if not is_right]
    if wrong:
        return judge(Finding.at(match, words=match.words) for match in wrong)
    if formulas:
        return judge((), passed="the cheapest bid gets the most marks", evidence=[formulas[0][0]])
    if context.facts.chosen("price_weight") is None:
        return not_applicable("the pack gives price no weight")
    return cannot_tell("price carries marks, but no formula was found", by_absence=True)


def _formulas(context: Context) -> Iterator[tuple[Match, bool]]:
    for passage in context.passages.having("lowest", "cheapest", "minimum price", "least expensive"):
        for pattern, is_right in ((_RIGHT, True), (_WRONG, False)):
            found = pattern.search(passage.text)
            if found is None or not _MARKS.search(passage.text):
                continue
            turned = _MINUS.search(passage.text[max(0, found.start() - 12) : found.start()]) is not None
            yield Match(passage, found.start(), found.end()), is_right is not turned
            break
