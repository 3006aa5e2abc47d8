"""`tenderlint init`: writes a settings file in which every setting is explained and none is set."""

from __future__ import annotations

import os
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlint.errors import UsageError

if TYPE_CHECKING:
    from tenderlint.registry import Book
    from tenderlint.settings import Value

_WIDTH = 100


@click.command("init")
@click.argument("folder", type=click.Path(), default=".")
@click.option("--profile", type=click.Choice(["buyer", "bidder", "audit"]), help="Set this profile in the file.")
def command(folder: str, profile: str | None) -> None:
    """Write tenderlint.toml into FOLDER (default: this one), with every setting explained. Nothing is overwritten."""
    from tenderlint.registry import load_book
    from tenderlint.settings import FILE_NAME

    place = Path(folder)
    if not place.is_dir():
        raise UsageError("there is no such folder.", folder, "Name the folder that holds the pack or the packs.")
    path = place / FILE_NAME
    create(path, "\n".join(page(load_book(), profile or "")) + "\n")
    click.echo(f"{path}: written. Take the # from a line to set it; “tenderlint settings” shows what holds.")


def create(path: Path, text: str) -> None:
    """Write a new file whole or not at all; raises UsageError when there is one, or it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        try:
            with open(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
            _name_it(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError as error:
        raise UsageError("is there already.", str(path), "It stays as it is; change it by hand.") from error
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}.", str(path)) from error


def _name_it(temporary: Path, path: Path) -> None:
    """Give the written file its name, unless there is one of that name already."""
    if path.is_symlink():
        raise FileExistsError(path)
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        os.replace(temporary, path)


def page(book: Book, profile: str = "") -> Iterator[str]:
    """Yield the lines of the file: prose begins with "# ", a setting that can be switched on with "#"."""
    from tenderlint.settings.profiles import WORDS

    yield "# Settings of tenderlint for the pack in this folder, and for all packs below it."
    yield "# Take the # from a line to set it. Everything that is not set stays as usual."
    yield from _part("Three ways to look at packs, each with settings that fit. What is set below goes before them.")
    yield from (line for name, words in WORDS.items() for line in _prose(f"- {name}: {words}"))
    yield f'profile = "{profile}"' if profile else '#profile = "buyer"'
    yield from _part("Which checks to ask, and which to leave out: ids or areas. “tenderlint checks” lists them.")
    yield from _prose(f"The areas are {', '.join(book.areas)}.")
    yield "#select = []"
    yield "#ignore = []"
    yield from _part("The lightest problem that makes the exit code 1: error, warning, advice or never.")
    yield '#fail_on = "error"'
    yield from _part("More findings than this make the exit code 1 too, however light.")
    yield "#max_findings = 100"
    yield from _part("Whom the report speaks to: buyer or bidder.")
    yield '#as = "buyer"'
    yield from _part("End with a table of how many findings each check has.")
    yield "#statistics = true"
    yield from _part("Have grammar checked too; docs/grammar.md says what it needs.")
    yield "#grammar = true"
    yield from _part("A file of findings that were there before and do not count; see “tenderlint check --help”.")
    yield '#baseline = "tenderlint-baseline.json"'
    yield from _part("What you know of the pack: it goes before what the pack says.")
    yield "#[pack]"
    yield '#value = "£250,000 excluding VAT"    # over its whole life'
    yield "#commenced = 2026-03-02             # when the procurement began: decides which law holds"
    yield '#authority_type = "sub-central"     # or "central", "utility"'
    yield '#nation = "England"                 # or "Wales", "Scotland", "Northern Ireland"'
    yield from _part("Words of your house: those that no check may complain of, and those to avoid, with better ones.")
    yield "#[words]"
    yield '#accept = ["Section 106", "ContractsFinder"]'
    yield '#avoid = { "utilise" = "use", "service user" = "person" }'
    yield '#styles = ["styles/OurHouse"]    # folders of rules that were written for Vale'
    yield from _part("A check of your own words: what to find and what to say of it. See docs/house-style.md.")
    yield "#[[words.checks]]"
    yield '#name = "supplier-not-vendor"'
    yield '#find = ["vendor(s)"]               # (s) is an ending that may be missing'
    yield '#message = "Say “supplier”, not “{words}”."'
    yield from _part("How much a failure weighs, by check or area: error, warning, advice or none.")
    yield "#[severity]"
    yield '#placeholders = "error"'
    yield from _part("A finding that may stay, for a reason and a time. All five lines are needed.")
    yield from _prose("Waivers can also stand in a file waivers.toml of their own.")
    yield "#[[waiver]]"
    yield '#check = "unlimited-liability"'
    yield '#quote = "liability under this clause is unlimited"    # words of the pack, as the report shows them'
    yield '#reason = "The insurer has agreed to this clause."'
    yield '#owner = "Head of procurement"'
    yield "#last_day = 2027-03-31"
    yield from _part("The bars of single checks. They are this project’s own, never figures of the law.")
    yield from _bars(book)


def _bars(book: Book) -> Iterator[str]:
    for check in book.checks:
        if check.card.settings:
            yield ""
            yield f"#[checks.{check.card.id}]"
        for name, row in check.card.settings.items():
            note = " ".join(part for part in (row.unit, row.note) if part)
            yield from _prose(note)
            yield f"#{name} = {_toml(row.value)}"


def _part(words: str) -> Iterator[str]:
    yield ""
    yield from _prose(words)


def _prose(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _toml(value: Value) -> str:
    import json

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(json.dumps(each, ensure_ascii=False) for each in value)}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
