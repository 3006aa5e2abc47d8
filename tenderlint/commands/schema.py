"""`tenderlint schema`: prints the JSON Schema of what is written as JSON."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["report", "comparison"]), default="report")
def command(what: str) -> None:
    """Print the JSON Schema that every JSON report keeps to, or that of a COMPARISON of two packs."""
    from importlib.resources import files

    schema = files("tenderlint").joinpath(f"data/{what}.schema.json").read_bytes()
    click.echo(schema.rstrip() + b"\n", nl=False)
