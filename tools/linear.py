"""Says which patterns take more than linear time on hostile text: `python -m tools.linear`; exit code 1 where any does.

A pattern is linear where four times the text takes about four times as long. Each try has a limit, so that a pattern
that would take for ever is told like any other.
"""

from __future__ import annotations

import re
import signal
import sys
import time
from functools import partial
from typing import Any

from tools.all_patterns import Tried, collected
from tools.hostile_texts import END, hostile

GLANCE, SHORT, LONG = 1_000, 4_000, 16_000
"""Letters of the texts: most patterns are done with the first."""
FIRST_FLOOR, FLOOR = 0.0001, 0.005
"""Seconds that the first text and the short text may take without a look at a longer one."""
TIMES = 5
"""How often a time is taken that matters: the least counts, as a busy machine only ever adds to it."""
TICK = 0.005
"""Seconds by which the clock of the CPU, which leaves out what a busy machine does meanwhile, may be behind."""
SUSPECT = 6
"""How many times longer than the first text the short one takes before the long one is tried."""
MOST_GROWTH = 8
"""How many times longer the long text may take than the short one; a quadratic pattern takes sixteen times as long."""
MOST_SECONDS = 1.0
"""Seconds of CPU after which a try is cut short."""


class _CutShortError(Exception):
    """The time of a try is up."""


def main() -> int:
    """Try every pattern and print a line for each that is not linear."""
    tried = collected()
    faults = [(each, told) for each in tried if (told := fault(each)) is not None]
    for each, told in faults:
        print(f"{each.where} {told}: {each.pattern.pattern!r}")
    print(f"{len(tried)} patterns were tried, {len(faults)} are not linear", file=sys.stderr)
    return 1 if faults else 0


def fault(tried: Tried) -> str | None:
    """Return how a pattern was asked, with what text and how long it took, where that is not linear."""
    for before, unit in hostile(tried.pattern):
        for how in sorted(tried.asked):
            short, long = _times(tried.pattern, how, before, unit)
            if long > MOST_GROWTH * short or long > MOST_SECONDS:
                cut = ", cut short" if long > MOST_SECONDS else ""
                taken = f"{short:.3f} s for {SHORT:,} letters, {long:.3f} s for {LONG:,}{cut}"
                return f"({how}, {before!r} and then {unit!r} again and again: {taken})"
    return None


def _times(pattern: re.Pattern[Any], how: str, before: str, unit: str) -> tuple[float, float]:
    """Return the seconds that the short and the long text take; nothing where no quadratic pattern is so quick."""
    first, short, long = (partial(seconds, pattern, how, _text(before, unit, size)) for size in (GLANCE, SHORT, LONG))
    glance = first()
    if not FIRST_FLOOR <= glance <= MOST_SECONDS:
        return (0.0, 0.0) if glance < FIRST_FLOOR else (glance, glance)
    taken = short()
    if taken < FLOOR or (taken < SUSPECT * glance and taken < SUSPECT * min(first() for _ in range(TIMES))):
        return 0.0, 0.0
    if taken > MOST_SECONDS:
        return taken, taken
    taken = min(short() for _ in range(TIMES))
    if taken < FLOOR:
        return 0.0, 0.0
    longer = long()
    if MOST_GROWTH * taken < longer <= MOST_SECONDS:
        longer = min(long() for _ in range(TIMES))
    return taken, longer


def _text(before: str, unit: str, letters: int) -> str:
    return before + unit * (letters // len(unit)) + END


def seconds(pattern: re.Pattern[Any], how: str, text: str) -> float:
    """Return the seconds of CPU that a pattern takes for a text; a try that was cut short counts double."""
    given: Any = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    before = signal.signal(signal.SIGVTALRM, _cut)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        if how == "search":
            for _ in pattern.finditer(given):
                pass
        else:
            getattr(pattern, how)(given)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        return min(wall, cpu + TICK)
    except _CutShortError:
        return 2 * MOST_SECONDS
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _cut(*_: object) -> None:
    raise _CutShortError


if __name__ == "__main__":
    sys.exit(main())
