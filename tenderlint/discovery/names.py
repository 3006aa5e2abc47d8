"""Decides how the names of files are shown, in what order, and which are no documents at all."""

from __future__ import annotations

import os
import re
import unicodedata

_NUMBER = re.compile(r"(\d{1,18})")
_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"})
_OWN = frozenset({"tenderlint.toml"})
_SCRATCH = re.compile(r"~\$.*|~WRL\d{1,8}\.tmp|\.~lock\..*#", re.IGNORECASE | re.DOTALL)

Key = tuple[tuple[tuple[int, int, str], ...], ...]


def is_ignored(name: str) -> bool:
    """Say whether a file or folder of this name is none of the pack's: hidden, a lock, or the system's own."""
    return name.startswith(".") or name.lower() in _SYSTEM or name in _OWN or _SCRATCH.fullmatch(name) is not None


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
