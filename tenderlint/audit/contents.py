"""Names what a pack holds, so that a pack seen again is known again wherever it lies."""

from __future__ import annotations

import os
from hashlib import blake2b

from tenderlint.cache_files import NoKeyError, digest_of, entries_of


def contents_of(path: str) -> str:
    """Return the digest of the names and bytes of a pack's files; raises NoKeyError where it cannot be read.

    The name of its folder, or of the zip that holds it, has no part in it.
    """
    is_zip = path.lower().endswith(".zip") and os.path.isfile(path)
    sums = blake2b(b"zip" if is_zip else b"", digest_size=20)
    try:
        for name, place, state in entries_of(path):
            told = state if isinstance(state, str) else digest_of(place)
            sums.update(repr(("" if is_zip else name, told)).encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise NoKeyError(str(error)) from error
    return sums.hexdigest()
