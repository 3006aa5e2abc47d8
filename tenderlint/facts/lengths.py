"""Finds spans of time in years, months or weeks, and tells first terms from extensions by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tenderlint.facts.numbers import number
from tenderlint.facts.statements import lowered

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = (
    rf"(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:{_ONES}))?|(?:four|six|seven|eigh|nine)teen|thirteen|fifteen"
    rf"|ten|eleven|twelve|{_ONES}|half|single|another|an?"
)
_FEW = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{_SMALL})(?: and a half)?)"
_COUNT = rf"{_FEW}(?: ?\({_FEW}\))?"
_MORE = (
    "(?:(?:further|additional|extra|more|optional|subsequent|consecutive|successive|separate|full|calendar|contract"
    "|financial"
    r"|extension|rolling|single|initial|possible|whole|and|,) ){0,3}"
)
_PART = r"(?:period|extension|term|option|occasion)s?"
_YEAR = r"(?:years?|yrs?|months?|mths?)"
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|quarters?)"
_FREE = r"(?<![\w.,£$€/])"
_ONE = re.compile(
    rf"{_FREE}(?P<sum>[1-9]\d?(?: ?{_YEAR})?(?: ?(?:\+"
    rf"|plus) ?[1-9]\d?(?: ?{_YEAR})?){{1,8}})(?![\w.,%/]\d)"
    rf"(?![\d ]{{0,2}}(?:x|×|periods?|further|optional|extensions?|by)\b)(?:[ -]?{_YEAR}\b)?"
    rf"|{_FREE}(?P<times>{_COUNT}) ?{_MORE}(?:{_PART}(?: (?:each )?(?:of|for|at)(?: up to| a maximum of)?)? |x |× |by )"
    rf"(?P<each>{_COUNT})[ -]?{_MORE}(?P<each_unit>{_UNIT})(?!\w)(?: each)?"
    rf"|{_FREE}(?P<many>{_COUNT})[ -]{_MORE}(?P<size>{_COUNT})[ -](?P<size_unit>years?|months?)(?:ly)? {_PART}\b"
    f"|{_FREE}(?P<count>{_COUNT})(?: ?(?:-|–|to"
    rf"|or) ?(?P<most>{_COUNT}))?[ -]?{_MORE}(?P<unit>{_UNIT})(?:['’]s?)?(?!\w)"
    rf"(?: ?\({_COUNT}[ -]?{_UNIT}\))?"
    r"|\b(?P<nth>(?:second|third|fourth|fifth)(?:(?:,| and|, and| or) (?:third|fourth|fifth"
    r"|sixth)){0,3}) (?:contract )?years?\b"
    r"|(?:\(|\bin )(?P<in>months|years)\)?\W{0,3}(?P<bare>\d{1,3})(?![\w.,%/]\d)\b"
    r"|\b(?P<rest>two|three|four|[2-5]) (?:more|others)\b(?! than)"
)
_EXTENDS_BEFORE = re.compile(
    r"\b(?:exten(?:d|ds|ded|ding|sions?|sible|dable|dible)|options?|optional|renew(?:al|als|ed|able|ing)?|further"
    "|additional"
    r"|roll(?:ed|ing)?[ -]over|prolong\w*|plus|continue[ds]?|increase[ds]?)\b[^.;]{0,90}$|\+\s*$"
)
_NO_EXTENSION = re.compile(r"\b(?:no|without|not)\b[^.;]{0,40}\b(?:exten\w+|options?|renew\w+)\b")
_EXTENDS_AFTER = re.compile(
    r"[\s,(]{0,2}(?:\w+ )?(?:extensions?|options?|renewals?)\b|[^.;]{0,30}\b(?:of|by way of) extension\b"
    r"| (?:if|at|subject to)[^.;,]{0,30}\boptional\b"
)
_INITIAL_BEFORE = re.compile(
    r"\b(?:initial(?:ly)?|first|fixed|firm|core|minimum|base|original|primary)\b"
    "(?: (?:contract|fixed|firm|term|period|duration|agreement|length|of|for|is|an?|in|will|shall|be|run|from|the"
    r"|award|\(|:)){0,9}"
    r"[\s:|(–-]*$"
)
_INITIAL_AFTER = re.compile(
    r"[\s,(]{0,2}(?:(?:initial|fixed|firm|core) (?:term|period|contract|duration)|initially|in the first instance"
    "|to begin with)"
)
_BY = re.compile(
    r"\b(?:exten(?:d|ds|ded|ding|sions?|dable|sible)|renew\w*|roll\w*)\b[^.;]{0,40}\b(?:by|for)\b[^.;]{0,50}$"
    r"|\b(?:extension|renewal)s? of\b[^.;]{0,40}$"
)
_EXTENDED_TO = re.compile(
    r"\bexten(?:d|ds|ded|ding|dable|sible)\b[^.;]{0,50}\bto a (?:maximum|total)(?: \w+)?(?: of)? $"
)
_TOTAL = re.compile(
    r"\b(?:(?:in )?total|overall|maximum (?:possible |overall |total |contract )?(?:term|duration|period|length"
    "|contract)"
    r"|whole|aggregate|potential(?:ly)?)\b[^.;]{0,110}$"
)
_TOTAL_AFTER = re.compile(
    r"[\s,(]{0,2}(?:in total|in all|in aggregate|total\b|overall|maximum (?:term|duration)"
    r"|\(?inclu(?:ding|sive of) (?:any |all |the )?(?:\w+ )?extension)"
)
_FURTHER = re.compile(r"\b(?:another|further|additional|extra|more|optional|extensions?|options?|subsequent)\b")
_UNITS = ("year", "yr", "month", "mth", "week", "wk", "quarter", "+", "plus")
_PLUS = re.compile(r"(?:\+|\bplus)\s*$")
_AND = re.compile(r"\W*(?:and|plus|then|followed by|and then|a)?(?: a| an| another| a further)?\W*")
_BARE = re.compile(r"(?:an?|another|half|single)\b")


@dataclass(frozen=True, slots=True)
class Length:
    """A span of whole months as it stands from `start` to `end`.

    `kind` is "initial", "extension", "total" (initial and extensions together) or "". Weeks are rounded to months.
    """

    months: int
    start: int
    end: int
    kind: str = ""


@lru_cache(maxsize=4096)
def lengths(text: str) -> tuple[Length, ...]:
    """Return the spans of time of a text in the order in which they stand."""
    small = lowered(text)
    if not any(unit in small for unit in _UNITS):
        return ()
    found: list[Length] = []
    for match in _ONE.finditer(small):
        found.extend(_read(match))
    return tuple(_with_kinds(small, found))


def _read(match: re.Match[str]) -> Iterator[Length]:
    start, end = match.start(), match.start() + len(match[0].rstrip())
    if match["sum"]:
        yield from _sum(match, start, end)
    elif match["times"]:
        times, each = _number(match["times"]), _months(match["each"], match["each_unit"])
        start = match.start("each") if _BARE.match(match["times"]) else start
        if times is not None and each is not None and times <= 12:
            yield _length(times * each, start, end, "extension" if _FURTHER.search(match[0][start - match.start() :]) else "")
    elif match["many"]:
        times, each = _number(match["many"]), _months(match["size"], match["size_unit"])
        if times is not None and each is not None:
            yield _length(times * each, start, end, "extension" if "extension" in match[0] or _FURTHER.search(match[0]) else "")
    elif match["nth"]:
        yield Length(12 * len(re.findall(r"\w+th|second|third", match["nth"])), start, end, "more years")
    elif match["in"]:
        yield _length(Decimal(match["bare"]) * (12 if match["in"] == "years" else 1), match.start("bare"), end, "")
    elif match["rest"]:
        yield Length(int(number(match["rest"]) or 0), start, end, "more")
    elif match["count"]:
        months = _months(match["most"] or match["count"], match["unit"])
        if months is not None and not (_BARE.match(match["count"]) and match["unit"].startswith(("week", "wk"))):
            yield _length(months, start, end, "extension" if _FURTHER.search(match[0]) else "")


def _sum(match: re.Match[str], start: int, end: int) -> Iterator[Length]:
    """Read "3+1+1": the first is the term, the rest are extensions."""
    unit = "month" if "mo" in match[0] or "mth" in match[0] else "year"
    parts = [int(part) for part in re.findall(r"\d+", match["sum"])]
    named = re.search("year|yr|mo|mth", match[0])
    if unit == "year" and (parts[0] > 10 or max(parts) > 10 or (not named and sum(parts) > 15)):
        return
    factor = 12 if unit == "year" else 1
    split = start + len(match["sum"].split("+")[0].split("plus")[0].rstrip())
    yield Length(parts[0] * factor, start, split, "initial")
    yield Length(sum(parts[1:]) * factor, split, end, "extension")


def _length(months: Decimal, start: int, end: int, kind: str) -> Length:
    return Length(int(months.quantize(Decimal(1), ROUND_HALF_UP)), start, end, kind)


def _number(text: str) -> Decimal | None:
    word = text.split("(")[0].strip()
    if word in ("a", "an", "another", "single"):
        return Decimal(1)
    if word.endswith(" and a half"):
        return (number(word[:-11]) or Decimal(0)) + Decimal("0.5")
    return Decimal("0.5") if word == "half" else number(word)


def _months(count: str, unit: str) -> Decimal | None:
    value = _number(count)
    if value is None:
        return None
    if unit.startswith("y"):
        return value * 12
    if unit.startswith("w"):
        return value * 84 / 365
    return value * 3 if unit.startswith("q") else value


def _with_kinds(text: str, found: list[Length]) -> Iterator[Length]:
    """Tell each span's kind from the words between it and the spans beside it."""
    told: list[Length] = []
    for index, length in enumerate(found):
        since = found[index - 1].end if index else 0
        until = found[index + 1].start if index + 1 < len(found) else len(text)
        before, after = text[since : length.start][-120:], text[length.end : until][:60]
        if length.kind == "initial" and before.rstrip().endswith("(") and _says_again(told, found[index : index + 2]):
            break  # "three years with an option of two (3+2)"
        each = _told(length, told, before, after, found[index + 1 : index + 3])
        if each is not None:
            told.append(each)
    yield from told


def _told(length: Length, told: list[Length], before: str, after: str, parts: list[Length]) -> Length | None:
    """Return the span with its kind, or None when the words do not make it one."""
    if length.kind == "more years":
        return replace(length, kind="extension") if _EXTENDS_BEFORE.search(before) else None
    if length.kind == "more":
        if not told or not _EXTENDS_BEFORE.search(before):
            return None
        return replace(length, months=length.months * (12 if told[-1].months % 12 == 0 else 1), kind="extension")
    if length.kind == "initial":
        return replace(length, kind="extension" if _PLUS.search(before) or _extends(before) else "initial")
    if _is_sum_of(parts, length, after):
        return replace(length, kind="total")
    if told and told[-1].kind == "extension" and _AND.fullmatch(before):
        return replace(length, kind="extension")
    return replace(length, kind=_kind(before, after, length.kind))


def _says_again(told: list[Length], parts: list[Length]) -> bool:
    first = [each.months for each in told if each.kind in ("", "initial")]
    more = sum(each.months for each in told if each.kind == "extension")
    return len(parts) == 2 and first[:1] == [parts[0].months] and more == parts[1].months


def _extends(before: str) -> bool:
    return _EXTENDS_BEFORE.search(before) is not None and _INITIAL_BEFORE.search(before) is None


def _is_sum_of(parts: list[Length], whole: Length, between: str) -> bool:
    """Say whether "(1+1+1)" behind "3 year contract" only splits it up."""
    is_split = len(parts) == 2 and parts[0].kind == "initial" and parts[0].end == parts[1].start
    return is_split and parts[0].months + parts[1].months == whole.months and len(between) < 40 and not _PLUS.search(between)


def _kind(before: str, after: str, kind: str) -> str:
    own = _TOTAL_AFTER.match(before)  # what the span before this one is told by
    before = before[own.end() :] if own else before
    if _BY.search(before):
        return "extension"
    is_total = _TOTAL_AFTER.match(after) or _TOTAL.search(before) or _EXTENDED_TO.search(before)
    if is_total and not _INITIAL_BEFORE.search(before):
        return "total"
    if _INITIAL_BEFORE.search(before) or _INITIAL_AFTER.match(after):
        return "initial"
    if kind or (_EXTENDS_BEFORE.search(before) and not _NO_EXTENSION.search(before)) or _EXTENDS_AFTER.match(after):
        return "extension"
    return ""
