"""Writes the report in a few lines: what stops a commit, where it stands, and where to read more."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlint.formats import flat
from tenderlint.formats.ink import Ink
from tenderlint.formats.words import clip, dotted, plural, weight
from tenderlint.outcomes import Severity, at_least
from tenderlint.readiness import readiness
from tenderlint.report import Report

_MOST, _MOST_GAPS, _MOST_QUOTE = 12, 8, 160


def write(
    report: Report, *, audience: str = "buyer", bar: Severity | None = Severity.ERROR, colour: bool = False,
    width: int = 80, encoding: str = "utf-8",
) -> str:  # fmt: skip
    """Return what was not read and the findings that weigh at least as much as the bar; with None no finding."""
    ink = Ink.on(colour=colour, width=width, encoding=encoding)
    told = [problem for problem in flat.problems(report) if problem.waived is None]
    heavy = [problem for problem in told if bar is not None and at_least(problem.check.severity, bar)]
    lines = ink.lines(f"{report.path}: {readiness(report, audience).sentence}", then="  ", kind="bold")
    gaps = flat.gaps(report)
    for gap in gaps[:_MOST_GAPS]:
        lines += ink.lines(gap.text, first="  ! ")
    lines += _more(len(gaps) - _MOST_GAPS, "more like it", ink)
    for problem in heavy[:_MOST]:
        lines += _told(problem, audience, ink)
    lines += _more(len(heavy) - _MOST, "more that weigh as much", ink)
    if len(told) > len(heavy) or len(heavy) > _MOST or len(gaps) > _MOST_GAPS:
        lighter = len(told) - len(heavy)
        words = f"{plural(lighter, 'lighter finding')} not shown. " if lighter else ""
        lines += ink.lines(f"{words}For the whole report run:", first="  ")
        lines.append(f"    tenderlint check {_quoted(ink.plain(report.path))}")
    return "\n".join(lines) + "\n"


def _told(problem: flat.Problem, audience: str, ink: Ink) -> Iterator[str]:
    tag, finding = weight(problem.check, audience), problem.finding
    yield from ink.lines(f"{tag.word} ({problem.check.id}): {finding.message}", first=f"  {tag.symbol} ")
    if finding.where.document is not None:
        inside = flat.place_in(finding.where)
        yield from ink.lines(f"{finding.where.document}, {inside}" if inside else finding.where.document, first="    ")
    if finding.where.quote:
        yield from ink.lines(clip(dotted(finding.where.told), _MOST_QUOTE), first="    │ ", then="    │ ")


def _more(number: int, words: str, ink: Ink) -> list[str]:
    return ink.lines(f"… and {number} {words}", first="    ") if number > 0 else []


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
