"""Writes the report as GitHub workflow commands: each becomes a note beside a file of the change."""

from __future__ import annotations

from tenderlint.formats import flat
from tenderlint.formats.words import clean, sentence
from tenderlint.outcomes import Severity
from tenderlint.readiness import readiness
from tenderlint.report import Report

_COMMANDS = {
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice", Severity.NONE: "notice",
}  # fmt: skip


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return one command a line, what was not read first, then the heaviest: GitHub shows only ten of each weight."""
    lines = [_command("error", gap.file, gap.check or "Not read", gap.text) for gap in flat.gaps(report)]
    told = flat.problems(report)
    lines += [_told(problem) for problem in told if problem.waived is None]
    lines += [_told(problem) for problem in told if problem.waived is not None]
    first = sentence(clean(readiness(report, audience).sentence))
    lines.insert(0, _command("notice", flat.file_of(report, None), "tenderlint", f"{clean(report.name)}: {first}"))
    return "\n".join(lines) + "\n"


def _told(problem: flat.Problem) -> str:
    name, text = problem.check.id, flat.message(problem)
    if problem.waived is not None:
        return _command("notice", problem.file, f"{name} (set aside)", f"{flat.aside(problem)} {text}")
    fix = f" To put it right: {sentence(clean(problem.check.fix))}" if problem.check.fix else ""
    return _command(_COMMANDS[problem.check.severity], problem.file, name, f"{text}{fix}")


def _command(command: str, file: str, title: str, text: str) -> str:
    return f"::{command} file={_property(file)},line=1,title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    """Escape what would end a command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
