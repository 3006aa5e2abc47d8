"""Keeps the figures of a run, and tells where they fell since those that were last landed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_LESS_IS_BETTER = ("wrong", "missed", "passed although failed", "milliseconds a page")
_NOISE = {"milliseconds a page": 1.5}  # times what it was


def load(path: Path) -> dict[str, Any]:
    """Read the figures that were landed; none where there are none yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def save(path: Path, figures: Mapping[str, Any]) -> None:
    """Write the figures of a run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def falls(before: Mapping[str, Any], now: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield a line for every figure that is worse than it was, however deep it stands."""
    for name, old in before.items():
        new = now.get(name)
        where = f"{path} {name}".strip()
        if isinstance(old, Mapping):
            yield from falls(old, new if isinstance(new, Mapping) else {}, where)
        elif new is None:
            yield f"FELL: {where} was {old} and is no longer measured"
        elif name in _LESS_IS_BETTER:
            if new > old * _NOISE.get(name, 1):
                yield f"FELL: {where} was {old}, is {new} (less is better)"
        elif new < old:
            yield f"FELL: {where} was {old}, is {new}"
