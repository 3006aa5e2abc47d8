"""Does the price formula give the dearest bid no more marks than the cheapest?"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Passage,
    Result,
    cannot_tell,
    judge,
    late_pattern,
    not_applicable,
)

_Marks = Callable[[Decimal, Decimal], Decimal]
"""A formula: the share of the marks for a price, given the lowest price."""

_WORDS = (
    "lowest", "cheapest", "minimum price", "minimum cost", "least expensive", "highest price", "highest cost",
    "most expensive", "dearest",
)  # fmt: skip
_LOW = late_pattern(r"\b(?:lowest|cheapest|minimum|least expensive|smallest|best price)\b", re.IGNORECASE)
_HIGH = late_pattern(
    r"\b(?:highest|dearest|most expensive|maximum price|largest)\b(?! (?:score|marks?))", re.IGNORECASE
)
_PRICED = late_pattern(
    r"\b(?:price[ds]?|costs?|bid|tender(?:ed)?|rates?|sum|fees?|quot\w+|offer\w*|charges?|amount|your|own"
    r"|tenderer|bidder"
    r"|supplier|provider|contractor|applicant|submission)\b",
    re.IGNORECASE,
)
_BY = late_pattern(r"/|÷|\bdivided by\b|\bover\b|\bas a (?:percentage|proportion) of\b", re.IGNORECASE)
_DIVIDING = late_pattern(
    r"\b(?:dividing|divide|ratio of) (?P<top>[^.;:]{3,90}?) (?:by|to) (?P<low>[^.;:]{3,90})", re.IGNORECASE
)
_STOP = late_pattern(
    r"[.;:=×*]\s|[=×*]|\bx\b|\bmultipl\w+|\btimes\b|\bwill be\b|\b(?:is|are)\b", re.IGNORECASE
)
_VERB = late_pattern(r"(?:is|are|be|being) $", re.IGNORECASE)
_TURNED = late_pattern(
    r"(?:\b[12]|\b100 ?%?) ?[-–−] ?[(\[]|\bminus\b|\bsubtract\w*|\bdeduct\w*|\breduc\w+", re.IGNORECASE
)
_MARKS = late_pattern(r"\b(?:x|multipl\w+|scor\w+|marks?|points|weight\w*|percent\w*|max\w*)\b|[×*%]", re.IGNORECASE)
_GETS = (
    r"\b(?:receiv\w+|award\w*|scor\w+|gets?|given|allocated|achiev\w+|earns?|gains?|obtains?|attains?|assigned|have)\b"
)
_TOP = r"\b(?:full|maximum|max|highest|top|all|most|\d{1,4})\b"
_CHEAPEST_WINS = late_pattern(
    rf"\b(?:lowest|cheapest|least expensive)\b[^.;]{{0,70}}?{_GETS}[^.;]{{0,60}}?{_TOP}", re.IGNORECASE
)
_DEAREST_WINS = late_pattern(
    rf"\b(?:highest|dearest|most expensive) (?:(?:total|overall|tendered|bid|submitted|evaluated) )?"
    rf"(?:price|cost|quote|quotation|fee|rate|bid|tender)\b(?! score)[^.;]{{0,50}}?{_GETS}[^.;]{{0,50}}?{_TOP}",
    re.IGNORECASE,
)
_STACKED = late_pattern(
    r"^\W*(?P<top>[a-z£()'’ ]{5,60}?) ?[x×*] ?\d{1,3}(?!\d)[^.;]{0,60}? "
    r"(?P<low>(?:the )?(?:lowest|cheapest|minimum|your|tender(?:ed|er)|bid(?:der)?|price)\b[a-z£()'’ ]{3,50})\W*$",
    re.IGNORECASE,
)
"""A fraction that was set on two lines, with its stroke drawn between them: what is below comes last."""
_BESIDE = late_pattern(r"^\W{0,3}[=×]|^\W{0,3}[x*] ?\d|[=×]\W{0,3}$", re.IGNORECASE)
"""What stands beside the stroke of a fraction: "= score for price", "x 60", "Score ="."""
_NO_PART = late_pattern(r"[\d%=:;]|\b(?:will|shall|must|is|are|be)\b", re.IGNORECASE)
"""Words that are no part of a fraction: a sentence, a heading of a list, a share."""
_LINE = 60
_REACH = 90
_CHEAP, _DEAR = Decimal(100), Decimal(200)
_ALONE = 100


def check(context: Context) -> Result:
    """Read each formula and try it with a bid of £100 and one of £200."""
    passages = context.passages.having(*_WORDS)
    formulas = [found for passage in passages for found in _formulas(passage)]
    formulas = formulas or [found for passage in passages for found in _drawn(context, passage)]
    wrong = [match for match, marks in formulas if marks(_DEAR, _CHEAP) > marks(_CHEAP, _CHEAP)]
    if wrong:
        return judge(Finding.at(match) for match in wrong)
    if formulas:
        return judge((), passed="the cheapest bid gets the most marks", evidence=[formulas[0][0]])
    price = context.facts.chosen("price_weight")
    if price is None:
        return not_applicable("the pack gives price no weight", by_absence=True)
    if price.value == _ALONE:
        return not_applicable("price alone decides, so no formula is needed")
    reason = "price carries marks, but no formula was found: ask how the marks for price are worked out"
    return cannot_tell(reason, price, by_absence=True)


def _share(price: Decimal, lowest: Decimal) -> Decimal:
    return lowest / price


def _upside_down(price: Decimal, lowest: Decimal) -> Decimal:
    return price / lowest


def _shortfall(price: Decimal, lowest: Decimal) -> Decimal:
    return 1 - (price - lowest) / lowest


def _formulas(passage: Passage) -> Iterator[tuple[Match, _Marks]]:
    """Yield the first formula of a passage: as a fraction, or in words."""
    text = passage.text
    if _MARKS.search(text) is None:
        return
    for start, top, bottom, end in _fractions(text):
        marks = _kind(top, bottom, text[:start])
        if marks is not None:
            yield Match(passage, start, end), marks
            return
    stacked = None if _BY.search(text) else _STACKED.search(text)
    marks = _kind(stacked["top"], stacked["low"], "") if stacked else None
    if stacked and marks is not None:
        yield Match(passage, stacked.start("top"), stacked.end("low")), marks
        return
    for pattern, in_words in ((_CHEAPEST_WINS, _share), (_DEAREST_WINS, _upside_down)):
        said = pattern.search(text)
        if said is not None and _PRICED.search(said[0]):
            yield Match(passage, said.start(), said.end()), in_words
            return


def _drawn(context: Context, passage: Passage) -> Iterator[tuple[Match, _Marks]]:
    """Yield a formula whose stroke is drawn, with what stands above, beside and below it on lines of their own."""
    if len(passage.text) > _LINE:
        return
    for first in range(max(0, passage.index - 2), passage.index + 1):
        lines = context.passages.all[first : first + 3]
        if any(len(each.text) > _LINE or each.row or each.document is not passage.document for each in lines):
            continue
        beside = [each for each in lines if _BESIDE.search(each.text) and each is not passage]
        parts = [each.text for each in lines if each not in beside]
        if len(beside) != 1 or len(parts) != 2 or not _MARKS.search(beside[0].text):
            continue
        marks = None if any(_NO_PART.search(each) for each in parts) else _kind(*parts, "")
        if marks is not None:
            yield Match(passage, 0, len(passage.text)), marks
            return


def _fractions(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Yield what is divided by what, with where it stands."""
    for said in _DIVIDING.finditer(text):
        yield said.start("top"), said["top"], said["low"], said.end()
    for sign in _BY.finditer(text):
        before = _VERB.sub("", text[max(0, sign.start() - _REACH) : sign.start()])
        after = text[sign.end() : sign.end() + _REACH]
        top = before[max((stop.end() for stop in _STOP.finditer(before)), default=0) :]
        stop = _STOP.search(after)
        bottom = after[: stop.start()] if stop else after
        start = max(0, text.find(top.strip(), max(0, sign.start() - _REACH)))
        yield start, top, bottom, sign.end() + len(bottom.rstrip())


def _kind(top: str, bottom: str, before: str) -> _Marks | None:
    """Tell what the fraction does from where the lowest price stands in it."""
    if not (_PRICED.search(top) and _PRICED.search(bottom)):
        return None
    low_top, low_bottom = _LOW.search(top) is not None, _LOW.search(bottom) is not None
    is_turned = _TURNED.search(f"{before[-40:]}{top}") is not None
    if low_top and not low_bottom:
        return _share
    if low_bottom and not low_top:
        return _shortfall if is_turned else _upside_down
    if _HIGH.search(bottom) and not low_bottom and not _HIGH.search(top):
        return _shortfall if is_turned else _upside_down
    return _shortfall if low_top and is_turned else None
