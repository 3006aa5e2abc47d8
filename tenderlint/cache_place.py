"""Says where reports of earlier runs are kept: in the folder for such things of each system, or where the user says."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "TENDERLINT_CACHE"
OFF = frozenset({"", "0", "off", "no", "false", "none"})
_NAME = "tenderlint"


def cache_folder(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path | None:
    """Return the folder, which need not exist; None where the user wants none or the system tells no place.

    `TENDERLINT_CACHE` names the folder itself, or is "off". Otherwise it is `tenderlint` in `$XDG_CACHE_HOME`
    or `~/.cache`, in `~/Library/Caches` on a Mac, and in `%LOCALAPPDATA%` on Windows.
    """
    told = environment.get(VARIABLE)
    if told is not None:
        return None if told.strip().lower() in OFF else Path(told.strip()).expanduser().absolute()
    if system == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local, _NAME, "Cache") if local else None
    shared = environment.get("XDG_CACHE_HOME", "")
    if os.path.isabs(shared):  # the rule of the variable: a path that is not absolute is no path
        return Path(shared, _NAME)
    home = environment.get("HOME", "")
    if not os.path.isabs(home):
        return None
    return Path(home, "Library", "Caches", _NAME) if system == "darwin" else Path(home, ".cache", _NAME)
