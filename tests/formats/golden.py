"""Compares what a format writes with a file that is kept; TENDERLINT_REGEN=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def regenerating() -> bool:
    """Whether the kept files are written anew in this run."""
    return os.environ.get("TENDERLINT_REGEN") == "1"


def kept(name: str, text: str) -> str:
    """Return what the kept file says, once the text was written there if the files are written anew.

    Where they differ: look at the text, and if it is right run once with TENDERLINT_REGEN=1.
    """
    path = FOLDER / name
    if regenerating():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return path.read_bytes().decode("utf-8")
