"""Names the state of the program, so that what another state made is made again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from tenderlint.cache_files import NoKeyError
from tenderlint.cache_place import cache_folder
from tenderlint.cache_program import program_digest
from tenderlint.errors import TenderlintError


def program_of(own: Iterable[Path]) -> str:
    """Return the digest of the program, its packages and its checks, and of folders of own checks.

    Raises TenderlintError where they cannot be read.
    """
    places = tuple(own)
    try:
        place = cache_folder()
        if place is not None:
            return program_digest(place, places)
        with tempfile.TemporaryDirectory() as folder:
            return program_digest(Path(folder), places)
    except NoKeyError as error:
        told = f"the program's own files cannot be read: {error}."
        raise TenderlintError(told, advice="Install it again.") from error
