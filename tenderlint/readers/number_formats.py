"""Writes a number as a spreadsheet shows it: £1,250.00, 30%, 3 July 2026."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tenderlint.patterns import late_pattern

# The formats that a file names by number alone (ECMA-376 part 1, 18.8.30), as a British office shows them.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "£#,##0", 6: "£#,##0", 7: "£#,##0.00",
    8: "£#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "General", 13: "General", 14: "dd/mm/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "£#,##0",
    43: "#,##0.00", 44: "£#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.00E+00", 49: "@",
}  # fmt: skip

_CURRENCY = late_pattern(r"\[\$([^\]-]{0,10})(?:-[^\]]{0,20})?\]")
_BRACKETS = late_pattern(r"\[[^\]]{0,40}\]")
_ELAPSED = late_pattern(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_LITERAL = late_pattern(r"\"([^\"]{0,100})\"|\\(.)|_.|\*.")
_DIGITS = late_pattern(r"[0#?](?:[0#?,./ ]{0,60}[0#?])?,{0,3}")
_DATE_LETTERS = late_pattern(r"[ymdhs]", re.IGNORECASE)
_DAY_LETTERS = late_pattern(r"[yd]|mmm", re.IGNORECASE)
_CLOCK_LETTERS = late_pattern(r"[hs]", re.IGNORECASE)
_HOLD = "\x00"
_FIRST_DAY = dt.datetime(1899, 12, 30)
_FIRST_DAY_1904 = dt.datetime(1904, 1, 1)
_LAST_DAY = 2_958_465  # 31 December 9999


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How numbers are shown: as they are, with signs around and decimals, or as a day or a time of day."""

    before: str = ""
    after: str = ""
    decimals: int | None = None
    thousands: bool = False
    percent: bool = False
    day: bool = False
    month: bool = False  # the day is shown by its month alone
    clock: bool = False

    def show(self, number: float, from_1904: bool = False) -> str:
        """Write a number; days count from 1900, or from 1904 where the workbook says so."""
        if (self.day or self.clock) and 0 <= number < _LAST_DAY:
            return self._moment(number, from_1904)
        value = Decimal(f"{number:.15g}") * (100 if self.percent else 1)
        if self.decimals is not None and -30 < value.adjusted() < 30:
            value = value.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP)
        sign, digits = ("-" if value < 0 else ""), abs(value)
        text = f"{digits:,f}" if self.thousands else f"{digits:f}"
        if self.decimals is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        return f"{sign}{self.before}{text}{'%' if self.percent else ''}{self.after}".strip()

    def _moment(self, number: float, from_1904: bool) -> str:
        first = _FIRST_DAY_1904 if from_1904 else _FIRST_DAY
        moment = first + dt.timedelta(seconds=round(number * 86_400))
        clock = f"{moment:%H:%M}"
        if not self.day:
            return clock
        if self.month:
            return f"{moment:%B %Y}"
        day = f"{moment.day} {moment:%B %Y}"
        return f"{day} {clock}" if self.clock and clock != "00:00" else day


@lru_cache(maxsize=512)
def number_format(code: str) -> NumberFormat:
    """Read the code of a format, such as `[$£-809]#,##0.00;[Red]-£#,##0.00`."""
    code = code[:300]
    if code.lower() in {"general", "@", ""}:
        return NumberFormat()
    elapsed = _ELAPSED.search(code) is not None
    literals: list[str] = []

    def hold(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")  # the other forms only make room
        return _HOLD

    bare = _LITERAL.sub(hold, _CURRENCY.sub(lambda match: f'"{match[1]}"', code)).partition(";")[0]
    bare = _BRACKETS.sub("", bare)
    letters = bare.replace(_HOLD, "").replace("General", "")
    if elapsed:
        return NumberFormat()
    if _DATE_LETTERS.search(letters.replace("E+", "")) and not re.search(r"[0#?]", letters.partition(".")[0]):
        day, clock = bool(_DAY_LETTERS.search(letters)), bool(_CLOCK_LETTERS.search(letters))
        return NumberFormat(day=day, month=day and "d" not in letters.lower() and not clock, clock=clock)
    return _plain(bare, literals)


def _plain(bare: str, literals: list[str]) -> NumberFormat:
    digits = _DIGITS.search(bare)
    if digits is None:
        return NumberFormat()
    words = iter(literals)
    before, after = ("".join(next(words, "") if letter == _HOLD else letter for letter in part)
                     for part in (bare[: digits.start()], bare[digits.end() :]))  # fmt: skip
    shape = digits[0]
    if "/" in shape or "E" in after:
        return NumberFormat()
    decimals = len(shape.rstrip(",").partition(".")[2]) if "#" not in shape.partition(".")[2] else None
    return NumberFormat(
        before=before.replace("%", "").strip("()"),
        after=after.replace("%", "").strip("()").rstrip(),
        decimals=decimals,
        thousands="," in shape.rstrip(","),
        percent="%" in bare,
    )
