"""Says to which packs the files of a commit belong: a pack is linted whole, whichever of its files has changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence

import tomli

from tenderlint.ignored import is_ignored

SETTINGS = "tenderlint.toml"
DOCUMENT = re.compile(r"\.(?:doc[xm]?|dot[xm]|odt|rtf|pdf|xls[xmb]?|ods|zip)$", re.IGNORECASE)
"""What the name of a document of a pack ends in; `.pre-commit-hooks.yaml` says the same."""
_WORDS = re.compile(r"\.(?:doc[xm]?|odt|rtf|pdf)$", re.IGNORECASE)
"""What ends the names of files that show a folder to be part of a pack."""


class Packs:
    """Finds the pack of a file, and remembers what it saw of the folders on the way.

    `patterns` such as "tenders/*" name the folders that are packs, as seen from the top of the repository. Without
    them a pack is the nearest folder whose `tenderlint.toml` has a table `[pack]`; or else the file's own folder, or
    the one above for as long as that holds Word or PDF files too, but never the top of a repository: a file that
    lies there is a pack by itself.
    """

    def __init__(self, patterns: Sequence[str] = ()) -> None:
        self.patterns = patterns
        self._tops: dict[str, str] = {}
        self._words: dict[str, bool] = {}

    def of(self, file: str) -> str | None:
        """Return the absolute path of the pack that a file belongs to, or None where it belongs to none."""
        place = os.path.abspath(file)
        if os.path.isdir(place):
            return place
        folder = os.path.dirname(place)
        top = self.top(folder)
        if self.patterns:
            return next((each for each in _upwards(folder, top) if self._is_named(each, top)), None)
        for each in _upwards(folder, top):
            if _states_pack(each):
                return each
        return place if folder == top else self._widest(folder, top)

    def top(self, folder: str) -> str:
        """Return the top of the repository that holds a folder, or nothing where there is none."""
        if folder not in self._tops:
            tops = (each for each in _upwards(folder, "") if os.path.exists(os.path.join(each, ".git")))
            self._tops[folder] = next(tops, "")
        return self._tops[folder]

    def _is_named(self, folder: str, top: str) -> bool:
        from fnmatch import fnmatchcase

        steps = os.path.relpath(folder, top or os.sep).replace(os.sep, "/").split("/")
        for pattern in self.patterns:
            wanted = pattern.strip("/").split("/")
            if len(wanted) == len(steps) and all(map(fnmatchcase, steps, wanted)):
                return True
        return False

    def _widest(self, folder: str, top: str) -> str:
        above = os.path.dirname(folder)
        while above not in (top, folder) and self._holds_words(above):
            folder, above = above, os.path.dirname(above)
        return folder

    def _holds_words(self, folder: str) -> bool:
        if folder not in self._words:
            self._words[folder] = any(map(_WORDS.search, _names(folder)))
        return self._words[folder]


def is_document(path: str) -> bool:
    """Say whether a file of this name is a document of a pack, and no lock file of a program that has one open."""
    return DOCUMENT.search(path) is not None and not is_ignored(os.path.basename(path))


def is_left(pack: str) -> bool:
    """Say whether there is still a file in a pack from which files were taken away."""
    if not os.path.isdir(pack):
        return os.path.isfile(pack)
    return any(not is_ignored(name) for _, _, names in os.walk(pack) for name in names)


def _upwards(folder: str, top: str) -> Iterator[str]:
    """Yield a folder and those above it, up to the top, or to the root of the disk where there is none."""
    while True:
        yield folder
        above = os.path.dirname(folder)
        if folder in (top, above):
            return
        folder = above


def _states_pack(folder: str) -> bool:
    try:
        with open(os.path.join(folder, SETTINGS), "rb") as file:
            return "pack" in tomli.load(file)
    except (OSError, ValueError):  # whoever reads the settings will say what is wrong with them
        return False


def _names(folder: str) -> Iterable[str]:
    try:
        return [name for name in os.listdir(folder) if not is_ignored(name)]
    except OSError:
        return []
