"""Tells the files of a folder that are none of a pack's from those that may be."""

from __future__ import annotations

import re

_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"})
_OWN = frozenset({"tenderlint.toml", "waivers.toml", "tenderlint-baseline.json"})
_SCRATCH = re.compile(r"~\$.*|~WRL\d{1,8}\.tmp|\.~lock\..*#", re.IGNORECASE | re.DOTALL)


def is_ignored(name: str) -> bool:
    """Say whether a file or folder of this name is none of the pack's: hidden, a lock, or the system's own."""
    return name.startswith(".") or name.lower() in _SYSTEM or name in _OWN or _SCRATCH.fullmatch(name) is not None
