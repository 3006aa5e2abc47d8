"""Writes a report in one of the formats, each loaded only when it is asked for."""

from __future__ import annotations

import os
import shutil
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tenderlint.report import Report


def write(report: Report, kind: str, reader: str = "buyer", **options: object) -> str:
    """Return the report in the format `kind`, worded for a "buyer" or a "bidder"."""
    return str(import_module(f"tenderlint.formats.{kind}").write(report, audience=reader, **options))


def for_screen(kind: str, *, colour: bool = True) -> dict[str, Any]:
    """Return how the format `kind` is best written to standard output: the terminal's width, colours and letters.

    There are no colours where `colour` is False or NO_COLOR is set (https://no-color.org), nor outside a terminal.
    """
    if kind != "terminal":
        return {}
    plain = not colour or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return {
        "colour": sys.stdout.isatty() and not plain,
        "width": shutil.get_terminal_size((80, 24)).columns,
        "encoding": sys.stdout.encoding or "utf-8",
    }
