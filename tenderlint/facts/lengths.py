"""Finds spans of time in years, months or weeks, and tells first terms from extensions by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tenderlint.facts import length_words as words
from tenderlint.facts.numbers import number
from tenderlint.facts.statements import lowered


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
    if not any(unit in small for unit in words.UNITS):
        return ()
    found: list[Length] = []
    for match in words.ONE.finditer(small):
        found.extend(_read(match))
    return tuple(_with_kinds(small, found))


def _read(match: re.Match[str]) -> Iterator[Length]:
    end = match.start() + len(match[0].rstrip())
    if match["sum"]:
        yield from _sum(match, match.start(), end)
    elif match["times"] or match["many"]:
        yield from _several(match, end)
    elif match["count"]:
        yield from _plain(match, end)
    elif match["nth"]:
        yield Length(12 * len(re.findall(r"\w{1,20}th|second|third", match["nth"])), match.start(), end, "more years")
    elif match["in"]:
        yield _length(Decimal(match["bare"]) * (12 if match["in"] == "years" else 1), match.start("bare"), end)
    else:
        yield Length(int(number(match["rest"]) or 0), match.start(), end, "more")


def _several(match: re.Match[str], end: int) -> Iterator[Length]:
    """Read "two periods of 12 months" and "two further one-year extensions"."""
    start, count = match.start(), match["times"] or match["many"]
    if match["times"] and words.BARE.match(count):
        start = match.start("each")
    size = _months(match["each"], match["each_unit"]) if match["times"] else _months(match["size"], match["size_unit"])
    times = _number(count)
    if times is not None and size is not None and times <= 12:
        yield _length(times * size, start, end, match.string[start:end])


def _plain(match: re.Match[str], end: int) -> Iterator[Length]:
    months = _months(match["most"] or match["count"], match["unit"])
    more = _months(match["plus"], match["unit"]) if match["plus"] else None
    months = months + more if months is not None and more is not None else months
    is_rate = words.BARE.match(match["count"]) is not None and match["unit"].startswith(("week", "wk"))
    if months is not None and not is_rate:
        yield _length(months, match.start(), end, match[0])


def _sum(match: re.Match[str], start: int, end: int) -> Iterator[Length]:
    """Read "3+1+1": the first is the term, the rest are extensions."""
    is_split = match.string[max(0, start - 10) : start].rstrip(" (").endswith("months")  # "72 months (48 + 24)"
    unit = "month" if "mo" in match[0] or "mth" in match[0] or is_split else "year"
    parts = [int(part) for part in re.findall(r"\d+", match["sum"])]
    named = re.search("year|yr|mo|mth", match[0])
    if unit == "year" and (parts[0] > 10 or max(parts) > 10 or (not named and sum(parts) > 15)):
        return
    factor = 12 if unit == "year" else 1
    split = start + len(match["sum"].split("+")[0].split("plus")[0].rstrip())
    yield Length(parts[0] * factor, start, split, "initial")
    yield Length(sum(parts[1:]) * factor, split, end, "extension")


def _length(months: Decimal, start: int, end: int, written: str = "") -> Length:
    kind = "extension" if words.FURTHER.search(written) else ""
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
            break  # "three years with an option of two (3+2)", "a further 24 months (12+12)"
        each = _told(length, told, before, after, found[index + 1 : index + 3])
        if each is not None and not each.kind and told and _goes_beyond(text, told[-1], before):
            each = replace(each, kind="extension")
        if each is not None:
            told.append(each)
    yield from told


def _goes_beyond(text: str, first: Length, before: str) -> bool:
    """Say whether a span is what comes on top: "may be extended beyond its first two years for up to two more"."""
    if first.kind != "initial" or words.FOR_MORE.fullmatch(before) is None:
        return False
    return words.BEYOND.search(text[: first.start][-60:]) is not None


def _told(length: Length, told: list[Length], before: str, after: str, parts: list[Length]) -> Length | None:
    """Return the span with its kind, or None when the words do not make it one."""
    if length.kind == "more years":
        return replace(length, kind="extension") if words.EXTENDS_BEFORE.search(before) else None
    if length.kind == "more":
        follows = bool(told) and told[-1].kind == "extension" and words.AND.fullmatch(before) is not None
        if not told or not (follows or words.EXTENDS_BEFORE.search(before)):
            return None
        return replace(length, months=length.months * (12 if told[-1].months % 12 == 0 else 1), kind="extension")
    if length.kind == "initial":
        return replace(length, kind="extension" if words.PLUS.search(before) or _extends(before) else "initial")
    is_split = not words.MORE_BEFORE.search(before) and _is_sum_of(parts, length, after)
    if words.OF_VALUE.search(before) or is_split:
        return replace(length, kind="total")
    if told and told[-1].kind == "extension" and words.AND.fullmatch(before):
        return replace(length, kind="extension")
    kind = _kind(before, after, length.kind)
    times = None
    if kind == "extension":
        near = before[-90:] if words.EACH_TIME.search(before) else before[-30:]
        times = words.TWICE.search(near) or words.TWICE.search(after[:30])
    summed = words.IN_ALL.match(after) is not None
    count = int(number(times["times"] or "two") or 1) if times and not summed else 1
    return replace(length, months=length.months * count, kind=kind)


def _says_again(told: list[Length], parts: list[Length]) -> bool:
    first = [each.months for each in told if each.kind in ("", "initial")]
    more = sum(each.months for each in told if each.kind == "extension")
    if len(parts) != 2:
        return False
    splits_up = told[-1:] and told[-1].kind == "extension" and told[-1].months == parts[0].months + parts[1].months
    return bool(splits_up) or (first[:1] == [parts[0].months] and more == parts[1].months)


def _extends(before: str) -> bool:
    return words.EXTENDS_BEFORE.search(before) is not None and words.INITIAL_BEFORE.search(before) is None


def _is_sum_of(parts: list[Length], whole: Length, between: str) -> bool:
    """Say whether "(1+1+1)" behind "3 year contract" only splits it up."""
    is_split = len(parts) == 2 and parts[0].kind == "initial" and parts[0].end == parts[1].start
    if not is_split or len(between) >= 40 or words.PLUS.search(between):
        return False
    return parts[0].months + parts[1].months == whole.months


def _kind(before: str, after: str, kind: str) -> str:
    own = words.TOTAL_AFTER.match(before)  # what the span before this one is told by
    before = before[own.end() :] if own else before
    if words.BY.search(before):
        return "extension"
    is_total = words.TOTAL_AFTER.match(after) or words.TOTAL.search(before) or words.EXTENDED_TO.search(before)
    if is_total and not words.INITIAL_BEFORE.search(before):
        return "total"
    if words.INITIAL_BEFORE.search(before) or words.INITIAL_AFTER.match(after):
        return "initial"
    offered = words.EXTENDS_BEFORE.search(before) and not words.NO_EXTENSION.search(before)
    return "extension" if kind or offered or words.EXTENDS_AFTER.match(after) else ""
