"""Says what the answers of the checks mean for each item of the good-practice checklist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlint.outcomes import Outcome, worst
from tenderlint.patterns import late_pattern
from tenderlint.registry import Item
from tenderlint.report import LEFT_OUT, NOTHING_TO_JUDGE, NOTHING_WRONG, CheckRow, ItemRow, Report

_MOST_REASONS = 3
_MOST_FILES = 2
"""So many other files are named; of more, only how many there are."""
_POINTS = late_pattern(
    r"\d[\d,]*% of the (?:running )?text\b"
    r"|(?:(?:This|These|Its) (?:file|document|PDF|sentence|formula|table|picture)|Not read|Holds|All the running text"
    r"|The (?:running text of this|file|pages?|text of the|lines? of|numbering)"
    r"|\d[\d,]* (?:pages?|pictures?|tables?|links?|paragraphs?|fields?|tracked|hidden|comments?))\b"
)
"""How a message begins that tells of the file that it stands under, and names none."""
_MORE = {
    Outcome.PASSED: ("thing in order", "things in order"),
    Outcome.FAILED: ("problem", "problems"),
    Outcome.CANNOT_TELL: ("open point", "open points"),
    Outcome.INAPPLICABLE: ("thing that does not apply", "things that do not apply"),
    Outcome.ERROR: ("check that crashed", "checks that crashed"),
}
_QUOTED = " Its hardest sentence is quoted"  # below the finding, but not here
_OF = ": "
_COULD_BE_READ = "could-be-read"
_TOO = "such a problem too"
_HOLDS = "Holds "
_OF_FILES = frozenset({"word", "pdf"})
_PAGES = (
    "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml", "application/vnd.ms-word",
    "application/vnd.oasis.opendocument.text",
)  # fmt: skip
"""How the media types begin of the files that the checks of these areas look at."""
_QUIET = (Outcome.INAPPLICABLE, Outcome.PASSED)


def with_checklist(report: Report, items: Iterable[Item]) -> Report:
    """Return the report with the answer to every item: an item takes the worst answer of the checks that decide it."""
    rows = {row.id: row for row in report.checks}
    read = tuple(document.path for document in report.documents if document.read != "not")
    made = tuple(row.path for row in report.documents if row.read != "not" and row.media_type.startswith(_PAGES))
    return replace(
        report, checklist=tuple(_item_row(item, rows, made if _is_of_files(item, rows) else read) for item in items)
    )


def _is_of_files(item: Item, rows: dict[str, CheckRow]) -> bool:
    """Say whether an item is of how Word and PDF files are made, and of no other file."""
    areas = {rows[name].area for name in item.checks if name in rows}
    return bool(areas) and areas <= _OF_FILES


def _item_row(item: Item, rows: dict[str, CheckRow], read: tuple[str, ...]) -> ItemRow:
    deciding = [rows[name] for name in item.checks if name in rows]
    if not item.checks:
        return _row(item, rows, Outcome.CANNOT_TELL, "a person must judge this")
    if not deciding:
        return _row(item, rows, Outcome.INAPPLICABLE, LEFT_OUT)
    waived = [row for row in deciding if _is_waived(row)]
    standing = [row for row in deciding if row not in waived]
    if waived and worst(row.outcome for row in standing) in _QUIET:
        made = _row(item, rows, Outcome.FAILED, _reason(waived, Outcome.FAILED), read)
        return replace(made, answer_by_person=f"Waived: {'; '.join(_why(waived))}")
    deciding = standing
    outcome = worst(row.outcome for row in deciding)
    if item.silent_reason and (outcome is Outcome.INAPPLICABLE or _is_silent_pass(item, outcome, deciding)):
        return _row(item, rows, item.silent, item.silent_reason, read)
    return _row(item, rows, outcome, _reason(deciding, outcome), read)


def _is_silent_pass(item: Item, outcome: Outcome, rows: list[CheckRow]) -> bool:
    """Say whether the checks that passed found nothing to look at, where silence is a pass: no words are shown."""
    shown = any(row.evidence for row in rows if row.outcome is Outcome.PASSED)
    return outcome is Outcome.PASSED and item.silent is Outcome.PASSED and not shown


def _is_waived(row: CheckRow) -> bool:
    """Say whether somebody has waived all that a check found; what was there before still stands."""
    return bool(row.findings) and all(
        each.waived is not None and (each.waived_by is None or each.waived_by.source == "waiver")
        for each in row.findings
    )


def _why(rows: list[CheckRow]) -> list[str]:
    """The reasons of the waivers, each once."""
    reasons = (each.waived or "" for row in rows for each in row.findings)
    return [reason.rstrip(". ") for reason in dict.fromkeys(reasons)]


def _row(
    item: Item, rows: dict[str, CheckRow], outcome: Outcome, reason: str, looked_in: tuple[str, ...] = ()
) -> ItemRow:
    deciding, also = (tuple(name for name in names if name in rows) for names in (item.checks, item.also))
    return ItemRow(item.id, item.section, item.title, outcome, reason, deciding, looked_in, item.ask, also=also)


def _reason(rows: list[CheckRow], outcome: Outcome) -> str:
    """The reasons of the checks that gave the answer, each once."""
    told = _without_idle([_with_file(row) for row in rows if row.outcome is outcome and row.reason])
    reasons = list(dict.fromkeys(told))[:_MOST_REASONS]
    more = sum(reason not in reasons for reason in told)
    shown = list(_each_file_once(reason.rstrip(". ") for reason in reasons))
    said = ". ".join([*shown[:1], *(f"{each[:1].upper()}{each[1:]}" for each in shown[1:])])
    return f"{said}. And {more} more {_MORE[outcome][more > 1]}" if more else said


def _without_idle(reasons: list[str]) -> list[str]:
    """Tell "nothing wrong" and "nothing to judge" at once where the same files leave both open."""
    said = {wrong: f"{NOTHING_WRONG}, or {NOTHING_TO_JUDGE},{rest}" for wrong, rest in _both(reasons)}
    joined = {f"{NOTHING_TO_JUDGE}{wrong.removeprefix(NOTHING_WRONG)}": each for wrong, each in said.items()}
    return [{**said, **joined}.get(each, each) for each in reasons]


def _both(reasons: list[str]) -> Iterator[tuple[str, str]]:
    for each in dict.fromkeys(reasons):
        rest = each.removeprefix(NOTHING_WRONG)
        if rest != each and f"{NOTHING_TO_JUDGE}{rest}" in reasons:
            yield each, rest


def _with_file(row: CheckRow) -> str:
    """The reason of a check; what it says of "this file" or of what stands "here" is said of a file by its name."""
    first = row.findings[0] if row.findings else None
    if first is None or row.reason != first.message or not first.where.document:
        return row.reason
    if row.reason.startswith(_HOLDS):
        return "; ".join(_held(row))
    more = sum(each.waived is None for each in row.findings[1:])
    if ": here " in row.reason:
        said = row.reason.replace(": here ", f": in {first.where.document} ", 1)
        return f"{said.rstrip('. ')} (and {more} more)" if more else said
    if _POINTS.match(row.reason) is None or first.where.document in row.reason:
        return f"{row.reason.rstrip('. ')} (and {more} more)" if more else row.reason
    said = re.sub("^This sentence", "a sentence", row.reason.rstrip(".").removesuffix(_QUOTED))
    told = re.sub("^[A-Z](?=[a-z])", lambda one: one[0].lower(), said).rstrip(". ")
    return f"{first.where.document}{_OF}{told}{_other_files(row)}"


def _held(row: CheckRow) -> Iterator[str]:
    """Tell what each file holds that it should not, with its name; of many files only how many more there are."""
    held: dict[str, list[str]] = {}
    for each in row.findings:
        if each.waived is None and each.message.startswith(_HOLDS):
            what = each.message.removeprefix(_HOLDS).partition(";")[0].partition(" by ")[0].rstrip(". ")
            held.setdefault(each.where.document or "", []).append(what)
    for file, things in list(held.items())[: _MOST_FILES + 1]:
        yield f"{file}{_OF}holds {' and '.join(filter(None, (', '.join(things[:-1]), things[-1])))}"
    more = len(held) - _MOST_FILES - 1
    if more > 0:
        yield f"{more} more {'file has' if more == 1 else 'files have'} {_TOO}"


def _other_files(row: CheckRow) -> str:
    """Name the other files in which the check found something."""
    standing = [each.where.document for each in row.findings if each.waived is None and each.where.document]
    own = {} if row.id != _COULD_BE_READ else _own_problems(row)
    files = [file for file in dict.fromkeys(standing) if file != row.findings[0].where.document and file not in own]
    also = "".join(f"; {file}{_OF}{said}" for file, said in own.items())
    if not files:
        return also
    more = len(files) - _MOST_FILES
    named = [*files[:_MOST_FILES], f"{more} more files" if more > 1 else files[-1]] if more > 0 else files
    told = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"; {told} {'has' if len(files) == 1 else 'have'} {_TOO}{also}"


def _own_problems(row: CheckRow) -> dict[str, str]:
    """What is wrong with the first files that could not be read for another reason than the first of all."""
    said: dict[str, str] = {}
    for each in row.findings:
        if each.waived is None and each.where.document:
            said.setdefault(each.where.document, each.message)
    kinds = {file: re.sub(r"\d+", "", message) for file, message in said.items()}
    first = kinds.get(row.findings[0].where.document or "")
    apart = [file for file, kind in kinds.items() if kind != first][:_MOST_FILES]
    told = {file: said[file].removeprefix("Not read: ").partition(". ")[0].rstrip(". ") for file in apart}
    return {file: f"not read: {words}" for file, words in told.items()}


def _each_file_once(reasons: Iterable[str]) -> Iterator[str]:
    """Leave out the file before a reason where the one before it names the same."""
    before = ""
    for reason in reasons:
        file, said, rest = reason.partition(_OF)
        if said and file == before:
            yield rest
        else:
            yield reason
        before = file if said and _TOO not in reason else ""
