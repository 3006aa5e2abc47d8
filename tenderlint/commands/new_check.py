"""`tenderlint new-check`: writes the two files of a new check, and says what is left to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from tenderlint.errors import UsageError

_NAME = re.compile(r"[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,5}")
_CARD = '''# The card of the check {id}. Write where it says CHANGE, and take the word CHANGE away.
# Then see whether the card keeps what it promises: tenderlint try-check {id} --checks {folder}

id = "{id}"
title = "CHANGE: the good state, such as: The pack names a day for each step"
message = "CHANGE: what is wrong here, as a sentence: “{{words}}” names no day."
why = "CHANGE: who is shut out or misled, in one or two plain sentences."
fix = "CHANGE: what to write instead."

[phrases]                    # words that anybody may edit; (s) is an ending that may be missing
faults = ["as soon as possible", "in due course"]

[[basis]]                    # what stands behind the check; there may be several, each with its days (from, until)
authority = "CHANGE: the law, the guidance or the house rule"
strength = "setting"         # law, policy, guidance, good practice or setting

# Examples run as tests. At least one passes, one fails, one is in doubt (cantTell or inapplicable), and one is a
# trap: it looks like a fault and is none.

[[example]]
outcome = "failed"
on = 2026-03-02
finds = "in due course"
pack = """
# Timetable
We will tell you the result in due course.
"""

[[example]]
outcome = "passed"
on = 2026-03-02
pack = """
# Timetable
We will tell you the result on 2 June 2026.
"""

[[example]]
outcome = "passed"
on = 2026-03-02
trap = true
why = "CHANGE: why this is no fault"
pack = """
# Timetable
Of course we will tell you the result on the due date, which is 2 June 2026.
"""

[[example]]
outcome = "cantTell"
on = 2026-03-02
why = "a file that could not be read may hold the words"
[example.files]
"Invitation to tender.md" = """
# Timetable
We will tell you the result on 2 June 2026.
"""
"Specification.pdf" = ""
'''
_FUNCTION = '''"""CHANGE: the question of the check {id}, in one line, such as: Does each step have a day?"""

from tenderlint.checking import Context, Finding, Result, judge


def check(context: Context) -> Result:
    """Look for the words of the card, but where the passage denies what they name."""
    return judge(
        (Finding.at(match, words=match.words) for match in context.find("faults") if not match.denied),
        passed="none of the words was found",
    )
'''


@click.command("new-check")
@click.argument("name", metavar="AREA/NAME")
@click.option(
    "--checks", "folder", type=click.Path(), default="checks", metavar="FOLDER",
    help="The folder of your own checks (default: checks). It is made when it is not there.",
)  # fmt: skip
@click.option("--words-only", is_flag=True, help="Write the card alone: its words say all.")
def command(name: str, folder: str, words_only: bool) -> None:
    """Write the card and the function of a new check, such as time/steps-have-days. Nothing is overwritten."""
    from tenderlint.commands.init import create

    area, check = _named(name)
    _must_be_new(check, folder)
    place = Path(folder) / area
    card = place / f"{check.replace('-', '_')}.toml"
    code = card.with_suffix(".py")
    for path in (card, code):
        if path.exists() or path.is_symlink():
            raise UsageError("is there already.", str(path), "It stays as it is. Choose another name.")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot be made: {error.strerror or error}.", str(place)) from error
    create(card, _CARD.format(id=check, folder=folder))
    if not words_only:
        try:
            create(code, _FUNCTION.format(id=check))
        except UsageError:
            card.unlink(missing_ok=True)
            raise
    click.echo("\n".join(_left_to_do(check, Path(folder), card, None if words_only else code)))


def _named(name: str) -> tuple[str, str]:
    area, slash, check = name.partition("/")
    if not slash or not _NAME.fullmatch(area) or not _NAME.fullmatch(check) or "-" in area:
        advice = "Write an area and a name in small letters, such as time/steps-have-days."
        raise UsageError(f"“{name}” is no name for a check.", advice=advice)
    return area, check


def _must_be_new(check: str, folder: str) -> None:
    """Refuse the name of a check that there is: two of one name could not be told apart."""
    from tenderlint.folders import folder as own_folder
    from tenderlint.registry import load_book

    mine = Path(folder).resolve() == own_folder("checks").resolve()
    book = load_book(also=(Path(folder),) if Path(folder).is_dir() and not mine else ())
    if any(check in (each.card.id, *each.card.aliases) for each in book.checks):
        raise UsageError(f"there is a check named {check} already.", advice="Choose another name.")


def _left_to_do(check: str, folder: Path, card: Path, code: Path | None) -> Iterator[str]:
    from tenderlint.folders import folder as own_folder

    mine = folder.resolve() == own_folder("checks").resolve()
    option = "" if mine else f" --checks {folder}"
    yield "Written:"
    yield f"  {card}"
    if code is not None:
        yield f"  {code}"
    steps = [
        f"Write the card: every line with CHANGE in {card}.",
        "Put your own packs into the examples: one that passes, one that fails, one in doubt, one trap.",
        f"Write what the function looks for: {code}." if code is not None else "List the words under [phrases].",
        f"See whether it holds: tenderlint try-check {check}{option}",
    ]
    if mine:
        steps += [
            f"Name {check} under an item of {folder / 'checklist.toml'}.",
            f"Write the hard cases as tests: tests/checks/test_{check.replace('-', '_')}.py",
            "Write the pages anew: make docs",
        ]
    else:
        steps.append(f"Ask it: tenderlint check PACK{option}")
    yield "\nLeft to do:"
    yield from (f"  {number}. {step}" for number, step in enumerate(steps, start=1))
