"""Lays a report out as one row a finding, each with its file: what every format for other programs starts from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from tenderlint.formats.words import clean, clip, sentence, set_aside, whole_note
from tenderlint.outcomes import Outcome, Severity
from tenderlint.report import CheckRow, FindingRow, Report, Where

_HEAVIEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.ADVICE, Severity.NONE)
_INSTRUCTIONS = "instructions"
_LONGEST_QUOTE = 300  # letters: a message is read in a narrow margin, and the whole quote is in the document


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a failed check. `name` is its own in the whole report and stays when pages move."""

    check: CheckRow
    finding: FindingRow
    file: str
    name: str

    @property
    def waived(self) -> str | None:
        """The reason for which somebody has waived it, or None."""
        return self.finding.waived


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not read, or a check that crashed: `check` is its id, or nothing."""

    file: str
    text: str
    check: str = ""


def problems(report: Report) -> tuple[Problem, ...]:
    """Return every finding, the heaviest first, those of one weight in the order of the checks; waived ones too."""
    rows = [row for row in report.checks if row.outcome is Outcome.FAILED]
    rows.sort(key=lambda row: _HEAVIEST_FIRST.index(row.severity))
    seen: Counter[str] = Counter()
    return tuple(_problem(report, row, finding, seen) for row in rows for finding in _findings(row))


def gaps(report: Report) -> tuple[Gap, ...]:
    """Return what was not read and which checks crashed: where a report is silent, it is not because all is well."""
    return (*_unread(report), *_crashed(report))


def file_of(report: Report, document: str | None) -> str:
    """Return the path of a document's file as it is seen from where tenderlint ran, with forward slashes.

    A file in a zip is told by its zip. What stands nowhere is told by the instructions, or else the first document,
    because the programs that read such reports refuse a finding without a file.
    """
    pack = PurePath(report.path).as_posix() or "."
    if document is None:
        document = _main_document(report)
    if document is None or _is_one_file(report, pack):
        return pack
    return _without_members(document if pack == "." else f"{pack}/{document}")


def message(problem: Problem) -> str:
    """Return what was found, where, and the words that stand there, in one line."""
    finding = problem.finding
    words = [sentence(clean(finding.message))]
    if finding.where.document is None:
        words.append("Nowhere in the pack.")
    elif inside := place_in(finding.where):
        words.append(f"Stands in {clean(finding.where.document)}, {inside}.")
    else:
        words.append(f"Stands in {clean(finding.where.document)}.")
    if finding.where.quote:
        words.append(f"It says: “{clip(clean(finding.where.told), _LONGEST_QUOTE)}”")
    return " ".join(" ".join(words).split())


def aside(problem: Problem) -> str:
    """Say what set a finding aside, a waiver with its reason or a baseline; nothing where it stands."""
    finding = problem.finding
    if finding.waived is None:
        return ""
    known = finding.waived_by is not None and finding.waived_by.source == "baseline"
    return f"{'In the baseline' if known else 'Waived'}: {clean(set_aside(finding))}"


def place_in(where: Where) -> str:
    """Return the place within its document, or nothing where only the document is known."""
    text = str(where)
    return "" if text == where.document else clean(text.removeprefix(f"{where.document}, "))


def _findings(row: CheckRow) -> tuple[FindingRow, ...]:
    return row.findings or (FindingRow(row.reason or row.title, Where()),)


def _problem(report: Report, row: CheckRow, finding: FindingRow, seen: Counter[str]) -> Problem:
    name = finding.fingerprint or row.id
    seen[name] += 1
    unlike = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return Problem(row, finding, file_of(report, finding.where.document), unlike)


def _unread(report: Report) -> Iterator[Gap]:
    for row in report.not_read:
        page = "" if row.page is None else f", page {row.page}"
        why = sentence(whole_note(row.why))
        yield Gap(file_of(report, row.document), clean(f"{row.document}{page} was not read: {why}"))


def _crashed(report: Report) -> Iterator[Gap]:
    for row in report.checks:
        if row.outcome is Outcome.ERROR:
            text = f"The check {row.id} gave no answer: {sentence(row.reason)}"
            yield Gap(file_of(report, None), clean(text), row.id)


def _main_document(report: Report) -> str | None:
    paths = [row.path for row in report.documents]
    leading = [row.path for row in report.documents if row.role == _INSTRUCTIONS]
    return next(iter((*leading, *paths)), None)


def _is_one_file(report: Report, pack: str) -> bool:
    """Say whether the pack is a file: one document of its own name, or a zip."""
    name = pack.rpartition("/")[2]
    return name.lower().endswith(".zip") or [row.path for row in report.documents] == [name]


def _without_members(path: str) -> str:
    """Cut a path off after its first zip: what lies in a zip has no file of its own."""
    steps = path.split("/")
    for number, step in enumerate(steps[:-1], 1):
        if step.lower().endswith(".zip"):
            return "/".join(steps[:number])
    return path
