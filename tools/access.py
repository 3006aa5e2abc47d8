"""Compares our rules for accessible files with files known to pass and fail: python tools/access.py FOLDER [TWINS].

FOLDER holds the veraPDF corpus and the PDF Association's technique files, as deep as they like to stand. Prints for
each rule how many of the failures that it claims were found, those it missed, and its alarms on files that are named as
a pass of the same clause. TWINS is a file of one JSON value a line that names documents as Word and as PDF, beside it
(name, docx, pdf): prints which barriers of the Word files that survive the export are found in the PDF files too.
Where the extra tenderlint[pdfua] is installed, the whole of PDF/UA-1 is compared with the names too.
Ends with 1 when there is an alarm or such a barrier is missed; says so and ends well when the folder is absent.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tenderlint.linting import lint_pack
from tenderlint.model import Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.pdf.standard import is_installed
from tenderlint.registry import Book, load_book
from tenderlint.settings import settings_from
from tools.measuring.barriers import Barriers
from tools.measuring.corpus import rows

CLAIMS = {
    "pdf-alt-text": ("PDF_UA-1 7.3-t01", "PDF_UA-1 7.7-t01"),
    "pdf-attachments": ("PDF_UA-2 8.14.1-t01",),
    "pdf-fonts": ("PDF_UA-1 7.21.4.1-t01", "PDF_UA-2 8.4.5.5.1-t01"),
    "pdf-form-fields": ("PDF_UA-1 7.18.1-t03",),
    "pdf-headings": (
        "PDF_UA-1 7.4.2-t01", "techniques G5_F05", "techniques G5_04", "techniques H_F02", "techniques H_F06",
        *(f"techniques H_0{number}" for number in range(1, 10)),
    ),
    "pdf-irregular-tables": (
        "PDF_UA-1 7.2-t04", "PDF_UA-1 7.2-t05", "PDF_UA-1 7.2-t06", "PDF_UA-1 7.2-t07",
        "PDF_UA-1 7.2-t08", "PDF_UA-1 7.2-t09", "PDF_UA-1 7.2-t36", "PDF_UA-1 7.2-t37", "PDF_UA-1 7.2-t38",
        "PDF_UA-1 7.2-t41", "PDF_UA-1 7.2-t42", "PDF_UA-1 7.2-t43", "PDF_UA-2 8.2.5.26-t03", "PDF_UA-2 8.2.5.26-t04",
    ),
    "pdf-known-tags": ("PDF_A-2a 6-7-3-4-t01", "PDF_A-2a 6-7-3-4-t02", "PDF_UA-2 8.2.4-t01", "techniques G1_F01"),
    "pdf-language": ("PDF_UA-1 7.2-t29", "PDF_UA-1 7.2-t34", "PDF_UA-2 8.4.4-t02"),
    "pdf-lists": (
        "PDF_UA-1 7.2-t17", "PDF_UA-1 7.2-t18", "PDF_UA-1 7.2-t19", "PDF_UA-1 7.2-t20", "techniques L_F05",
        "techniques L_F07", "techniques L_F09", *(f"techniques L_{number:02}" for number in range(1, 16)),
    ),
    "pdf-permissions": ("PDF_UA-1 7.16-t01",),
    "pdf-plain-forms": ("PDF_UA-1 7.15-t01",),
    "pdf-reading-order": ("techniques G4_F01", *(f"techniques G4_0{number}" for number in range(1, 5))),
    "pdf-tab-order": ("PDF_UA-1 7.18.3-t01",),
    "pdf-table-headers": ("techniques G5_F06", "techniques H_F04"),
    "pdf-table-scope": ("PDF_UA-1 7.5-t01", "PDF_UA-2 8.2.5.26-t05"),
    "pdf-tagged": ("PDF_A-2a 6-7-2-2-t01",),
    "pdf-text-tagged": ("techniques G3_01", "techniques G3_F01"),
    "pdf-text-whole": ("PDF_UA-1 7.21.7-t01", "PDF_UA-2 8.4.5.8-t01"),
    "pdf-title": ("PDF_UA-2 8.11.2-t01",),
}  # fmt: skip
"""The clauses, as the files name them, whose failures each rule claims to find."""
NOT_OURS = ("American English", "named by a word of the program")
"""A fault in British packs alone, where the files are of no nation; and one of words, where they are named for tags."""
_NAME = re.compile(r"(?P<clause>\d[\d.-]*-t\d+)[ -](?P<how>pass|fail)-(?P<letter>\w+)\.pdf$")
_TECHNIQUE = re.compile(r"UA1_Tpdf-(?P<clause>[A-Z]\d?_F?\d+)\.pdf$")
_STANDARDS = ("PDF_UA-1", "PDF_UA-2", "PDF_A-1a", "PDF_A-2a")
_DAY = dt.date(2026, 1, 5)


@dataclass
class Tally:
    """How one rule did."""

    claimed: int = 0
    passes: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)


def named(path: Path) -> tuple[str, bool, str] | None:
    """Return the clause that a file is named for, whether it fails it, and its short name."""
    found = _NAME.search(path.name)
    if found:
        standard = next((each for each in _STANDARDS if each in path.parts), "")
        return f"{standard} {found['clause']}", found["how"] == "fail", f"{found['clause']}-{found['letter']}"
    found = _TECHNIQUE.search(path.name)
    if found:
        return f"techniques {found['clause']}", "_F" in found["clause"], found["clause"]
    return None


def compare(files: list[Path], book: Book) -> dict[str, Tally]:
    """Ask every rule of every file that is named for a clause that the rule claims."""
    tallies = {rule: Tally() for rule in CLAIMS}
    for path in files:
        name = named(path)
        rules = [rule for rule, clauses in CLAIMS.items() if name and name[0] in clauses]
        if name is None or not rules:
            continue
        found = set(_found(path, rules, book))
        for rule in rules:
            _count(tallies[rule], name, rule in found)
    return tallies


def _count(tally: Tally, name: tuple[str, bool, str], found: bool) -> None:
    _, fails, short = name
    tally.claimed += fails
    tally.passes += not fails
    if fails and not found:
        tally.missed.append(short)
    if found and not fails:
        tally.alarms.append(short)


def _found(path: Path, rules: list[str], book: Book) -> Iterator[str]:
    document = read_or_say(Source(path.name, path.read_bytes()))
    settings = settings_from({"select": rules, "pack": {"commenced": _DAY}})
    report = lint_pack(Pack(path.name, path.name, (document,)), today=_DAY, settings=settings, book=book)
    for row in report.checks:
        if any(not any(words in finding.message for words in NOT_OURS) for finding in row.findings):
            yield row.id


def agreement(files: list[Path]) -> tuple[int, list[str]]:
    """Return how many files are named for a clause of PDF/UA-1, and those of them that the extra judges otherwise."""
    asked, wrong = 0, []
    for path in files:
        name = named(path)
        if name is None or not name[0].startswith("PDF_UA-1"):
            continue
        asked += 1
        marks = read_or_say(Source(path.name, path.read_bytes(), standard=True)).structure.marks
        if any(mark.kind == MarkKind.AGAINST_STANDARD for mark in marks) != name[1]:
            wrong.append(name[2])
    return asked, wrong


def main(arguments: list[str]) -> int:
    """Print the comparison."""
    folder = Path(arguments[0]) if arguments else Path()
    files = sorted(folder.rglob("*.pdf")) if arguments else []
    if not files:
        print("There are no PDF files to compare with: give the folder that holds them.")
        return 0
    book = load_book()
    tallies = compare(files, book)
    for rule, tally in tallies.items():
        print(f"{rule:20} {tally.claimed - len(tally.missed):3} of {tally.claimed:3} failures found, "
              f"{len(tally.alarms)} alarms on {tally.passes} passes")  # fmt: skip
        for what, names in (("missed", tally.missed), ("alarms", tally.alarms)):
            if names:
                print(f"{'':20} {what}: {', '.join(names)}")
    if is_installed():
        asked, wrong = agreement(files)
        otherwise = f"; otherwise: {', '.join(wrong)}" if wrong else ""
        print(f"PDF/UA-1 as a whole: {asked - len(wrong)} of {asked} files are judged as they are named{otherwise}")
    missed = bool(arguments[1:]) and twins(Path(arguments[1]), book)
    return int(missed or any(tally.alarms for tally in tallies.values()))


def twins(listed: Path, book: Book) -> bool:
    """Print what is found in documents as Word and as PDF; say whether anything was missed."""
    barriers = Barriers(book)
    for twin in rows(listed):
        barriers.add(listed.parent, twin)
    for line in barriers.lines():
        print(line)
    return bool(barriers.missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
