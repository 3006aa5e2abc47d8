"""`tenderlint show`: writes a saved report in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tenderlint.commands.options import FORMATS, formats_of

if TYPE_CHECKING:
    from tenderlint.report import Report


@click.command("show")
@click.argument("report", type=click.Path())
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS),
    help="How to write it (default: by the ending of -o, else terminal). May be given several times.",
)
@click.option("-o", "--output", metavar="PATH", help="A file, or a folder for several formats.")
@click.option("--as", "reader", type=click.Choice(["buyer", "bidder"]), default="buyer", help="Whom to speak to.")
@click.option("--no-color", "--no-colour", "no_colour", is_flag=True, help="Use no colours (as NO_COLOR=1 does).")
def command(report: str, formats: tuple[str, ...], output: str | None, reader: str, no_colour: bool) -> None:
    """Write a saved JSON REPORT in another format, without reading the pack again."""
    from tenderlint.commands.outputs import Outputs
    from tenderlint.commands.writing import for_screen, write

    formats = formats_of(formats, output)
    outputs = Outputs(output, formats, 1)
    saved = load(report)
    for kind in formats:
        options = for_screen(kind, colour=not no_colour) if outputs.to_screen else {}
        outputs.write(saved.name, kind, write(saved, kind, reader, **options))


def load(path: str) -> Report:
    """Read a saved report; raises TenderlintError that says what is wrong with the file."""
    import json
    from pathlib import Path

    from tenderlint.errors import TenderlintError
    from tenderlint.report_data import from_data

    advice = "Give a file that “tenderlint check --format json” wrote."
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TenderlintError(f"cannot be read: {error.strerror}.", path, advice) from error
    except (ValueError, RecursionError) as error:
        raise TenderlintError("is not JSON.", path, advice) from error
    if not isinstance(data, dict):
        raise TenderlintError("is not a report.", path, advice)
    try:
        return from_data(data)
    except TenderlintError as error:
        raise TenderlintError(_stop(error.message), path, error.advice) from error


def _stop(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
