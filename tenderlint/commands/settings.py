"""`tenderlint settings`: shows every setting that holds for a pack, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from tenderlint.commands.columns import wrapped

if TYPE_CHECKING:
    from tenderlint.registry import Book
    from tenderlint.settings import Settings

USUAL = "as usual"
Row = tuple[str, str, str]


@click.command("settings")
@click.argument("pack", type=click.Path(), default=".")
@click.option("--profile", type=click.Choice(["buyer", "bidder", "audit"]), help="As if this profile were chosen.")
@click.option("--settings", "file", type=click.Path(), metavar="FILE", help="Take the settings from this file only.")
@click.option("--all", "everything", is_flag=True, help="Show the figures of every check, also those left as usual.")
@click.option(
    "--format", "kind", type=click.Choice(["terminal", "json"]), default="terminal",
    help="How to write them (default: terminal).",
)
def command(pack: str, profile: str | None, file: str | None, everything: bool, kind: str) -> None:
    """Show each setting that holds for PACK (default: this folder), its value and where it came from."""
    from tenderlint.commands.reading import settings_of
    from tenderlint.registry import load_book

    book = load_book()
    settings = settings_of(pack, book, profile=profile, file=file)
    rows = tuple(_rows(settings, book, everything=everything))
    click.echo(_as_json(settings, rows) if kind == "json" else "\n".join(_page(pack, settings, rows)))


def _as_json(settings: Settings, rows: tuple[Row, ...]) -> str:
    import json

    told = [{"name": name, "value": value, "from": origin} for name, value, origin in rows]
    return json.dumps({"file": settings.source or None, "settings": told}, ensure_ascii=False, indent=2)


def _page(pack: str, settings: Settings, rows: tuple[Row, ...]) -> Iterator[str]:
    from tenderlint.formats.words import clean
    from tenderlint.settings import FILE_NAME

    yield clean(f"Settings for {pack}")
    none = f"none; “tenderlint init” writes a {FILE_NAME}"
    yield from wrapped(f"File: {settings.source or none}", "", "    ")
    yield ""
    for name, value, origin in rows:
        yield from wrapped(clean(f"{name} = {value}  [{origin}]"), "", "    ")


def _rows(settings: Settings, book: Book, *, everything: bool) -> Iterator[Row]:
    """Yield the name, the value in words and the origin of each setting, in the order of the file."""
    origins = settings.origins
    for name, value in _single(settings).items():
        yield name, value, origins.get(name, USUAL)
    for name, severity in settings.severity.items():
        yield f"severity.{name}", severity.value, origins.get(f"severity.{name}", USUAL)
    yield from _figures(settings, book, everything=everything)
    words = settings.words
    for name, value in (
        ("accept", ", ".join(words.accept)), ("avoid", _avoided(settings)), ("styles", ", ".join(words.styles)),
        ("checks", ", ".join(each.name for each in words.checks)),
    ):  # fmt: skip
        if value:
            yield f"words.{name}", value, origins.get(f"words.{name}", USUAL)
    for name in ("value", "commenced", "authority_type", "nation", "regime"):
        if value := getattr(settings.pack, name):
            yield f"pack.{name}", _said(value), origins.get(f"pack.{name}", USUAL)
    for waiver in settings.waivers:
        why = f"{waiver.reason.rstrip('.')}; {waiver.owner}, until {_said(waiver.last_day)}"
        yield "waiver", f"{waiver.check}: “{waiver.quote}” ({why})", str(waiver.said)


def _single(settings: Settings) -> dict[str, str]:
    most = settings.max_findings
    return {
        "profile": settings.profile or "none",
        "select": ", ".join(settings.select) or "every check",
        "ignore": ", ".join(settings.ignore) or "none",
        "fail_on": settings.fail_on.value if settings.fail_on else "never",
        "as": settings.reader,
        "statistics": "true" if settings.statistics else "false",
        "grammar": "true" if settings.grammar else "false",
        "max_findings": "no limit" if most is None else str(most),
        "baseline": settings.baseline or "none",
    }


def _figures(settings: Settings, book: Book, *, everything: bool) -> Iterator[Row]:
    for check in book.checks:
        changed = settings.checks.get(check.card.id, {})
        for name, row in check.card.settings.items():
            whole, unit = f"checks.{check.card.id}.{name}", f" {row.unit}".rstrip()
            if name in changed:
                usual = f" (usually {_said(row.value)})"
                yield whole, f"{_said(changed[name])}{unit}{usual}", settings.origins.get(whole, USUAL)
            elif everything:
                yield whole, f"{_said(row.value)}{unit}", USUAL


def _avoided(settings: Settings) -> str:
    return ", ".join(f"{word} (write {better})" if better else word for word, better in settings.words.avoid.items())


def _said(value: Any) -> str:
    from tenderlint.values import in_words

    return in_words(value)
