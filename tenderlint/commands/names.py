"""Says that a name is unknown, and which known one comes nearest."""

from __future__ import annotations

from collections.abc import Iterable


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Return one sentence for a name that is not among the known ones of its kind."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), sorted(known), n=3, cutoff=0.5)
    start = f"there is no {kind} “{name}”."
    return f"{start} Did you mean {' or '.join(near)}?" if near else start
