"""Names a run by all that its report depends on: the same name means the same report."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tenderlint.cache_files import NoKeyError, digest_of

_NOT_IN_THE_REPORT = frozenset({"fail_on", "reader", "statistics", "max_findings", "baseline", "origins"})


def key_of(
    pack: Path, contents: str, *, settings: object, day: dt.date, notice: Path | None, program: str
) -> str:
    """Return the name of a run over a pack of these contents; raises NoKeyError where the notice cannot be read.

    `program` names the state of the program and its checks; `settings` are a dataclass of plain values.
    """
    said = [program, contents, day.isoformat(), plain(settings)]
    if notice is not None:
        try:
            inside = os.path.relpath(os.path.realpath(notice), os.path.realpath(pack))
            said += [notice.name, inside, digest_of(notice)]
        except (OSError, ValueError) as error:
            raise NoKeyError(str(error)) from error
    return blake2b(json.dumps(said, sort_keys=True).encode(), digest_size=20).hexdigest()


def plain(value: object) -> Any:
    """Return a value as JSON can hold it, two values the same only if they are equal; raises NoKeyError."""
    if value is None or isinstance(value, bool | int | float | str):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, dt.date | Decimal | Path):
        return [type(value).__name__, str(value)]
    if isinstance(value, Mapping):
        return sorted(([plain(key), plain(each)] for key, each in value.items()), key=repr)
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted((plain(each) for each in value), key=repr)
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {name: each for name, each in told.items() if name not in _NOT_IN_THE_REPORT}
    raise NoKeyError(f"{type(value).__name__} has no plain form")
