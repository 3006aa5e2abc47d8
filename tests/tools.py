"""Finds the outside programs that some tests need; on a build machine one that is missing is a failure."""

from __future__ import annotations

import glob
import os
import shutil
from pathlib import Path

import pytest

# What each tool is called, by the variable that names its place, and where it is looked for without one.
_TOOLS = {
    "chromium": ("TENDERLINT_CHROMIUM", ("chromium", "chromium-browser", "google-chrome")),
    "axe": ("TENDERLINT_AXE", ()),
    "pdftotext": ("TENDERLINT_PDFTOTEXT", ("pdftotext",)),
    "soffice": ("TENDERLINT_SOFFICE", ("soffice", "libreoffice")),
    "postgres": ("TENDERLINT_POSTGRES", ("postgres", "/usr/lib/postgresql/*/bin/postgres")),
    "openssl": ("TENDERLINT_OPENSSL", ("openssl",)),
    "actionlint": ("TENDERLINT_ACTIONLINT", ("actionlint",)),
    "antiword": ("TENDERLINT_ANTIWORD", ("antiword", "catdoc")),
}


def find(name: str) -> Path | None:
    """Return where a tool is, or None."""
    variable, programs = _TOOLS[name]
    named = os.environ.get(variable)
    if named:
        return Path(named) if Path(named).is_file() else None
    return next((Path(place) for program in programs if (place := _place(program))), None)


def _place(program: str) -> str | None:
    """Return where a program is that is on the path, or in the newest folder that fits."""
    if program.startswith("/"):
        return next(iter(sorted(glob.glob(program), key=lambda place: (len(place), place), reverse=True)), None)
    return shutil.which(program)


def need(name: str) -> Path:
    """Return where a tool is; without it the test is skipped, or fails where TENDERLINT_CI=1 is set."""
    place = find(name)
    if place is not None:
        return place
    words = f"{name} was not found; install it, or name its file in {_TOOLS[name][0]}"
    if os.environ.get("TENDERLINT_CI") == "1":
        pytest.fail(words)
    pytest.skip(words)
