"""Writes a report in one of the formats, each loaded only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenderlint.report import Report


def write(report: Report, kind: str, reader: str = "buyer", **options: object) -> str:
    """Return the report in the format `kind`, worded for a "buyer" or a "bidder"."""
    return str(import_module(f"tenderlint.formats.{kind}").write(report, audience=reader, **options))
