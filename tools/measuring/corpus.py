"""Reads a labelled corpus: its rows, and the packs and single documents that they name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tenderlint.model import Document, Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.roles import with_roles


def rows(path: Path) -> list[Any]:
    """Read a file of one JSON value a line; a file that is not there has no rows."""
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pack(folder: Path, label: Mapping[str, Any]) -> Pack:
    """Read the files of one labelled pack that are there."""
    there = [name for name in label["files"] if (folder / name).is_file()]
    return Pack(label["id"], label["id"], with_roles(read_document(folder / name) for name in there))


def read_document(path: Path) -> Document:
    """Read one file, which takes its own name as its path."""
    return read_or_say(Source(path.name, path.read_bytes()))


def short(value: Any) -> str:
    """Write a value in one line."""
    return json.dumps(value, ensure_ascii=False)
