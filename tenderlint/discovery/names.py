"""Decides how the names of files are shown, and in what order."""

from __future__ import annotations

import os
import re
import unicodedata

_NUMBER = re.compile(r"(\d{1,18})")

Key = tuple[tuple[tuple[int, int, str], ...], ...]


def shown(name: str) -> str:
    """Return a name that can be printed anywhere: bytes that are no letters and control signs become �."""
    text = os.fsencode(name).decode("utf-8", "replace") if _has_surrogates(name) else name
    return "".join("�" if unicodedata.category(letter) in {"Cc", "Cf", "Co", "Zl", "Zp"} else letter for letter in text)


def natural_order(path: str) -> Key:
    """Return a key that puts “Attachment 2” before “Attachment 10”, folder by folder, whatever the case."""
    return tuple(
        tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _NUMBER.split(step) if part)
        for step in path.casefold().split("/")
    )


def _has_surrogates(name: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in name)
