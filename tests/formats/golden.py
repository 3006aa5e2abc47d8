"""Compares what a format writes with a file that is kept; TENDERLINT_REGEN=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def regenerating() -> bool:
    """Whether the kept files are written anew in this run."""
    return os.environ.get("TENDERLINT_REGEN") == "1"


def same_as_kept(name: str, text: str) -> None:
    """Fail where the text differs from the kept file."""
    path = FOLDER / name
    if regenerating():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    kept = path.read_bytes().decode("utf-8")
    assert text == kept, f"{name} is no longer written so; look at it, then run once with TENDERLINT_REGEN=1"
