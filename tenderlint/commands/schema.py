"""`tenderlint schema`: prints the JSON Schema of the report."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema that every JSON report keeps to."""
    from importlib.resources import files

    schema = files("tenderlint").joinpath("data/report.schema.json").read_bytes()
    click.echo(schema.rstrip() + b"\n", nl=False)
