"""Starts the program: with what it said before, if that still holds, and otherwise with the command line."""

from __future__ import annotations

import gc
import os
import sys

_NEVER_KEPT = frozenset({"--no-cache", "--watch", "-o", "--output", "--help", "-h"})


def main() -> None:
    """Run the command of `sys.argv` and exit."""
    arguments = sys.argv[1:]
    code = _said_before(arguments) if _may_be_known(arguments) else None
    if code is None:
        from tenderlint.cli import run

        code = run(arguments)
    # Before it ends, Python would search everything for rings of objects once more: a tenth of a short run.
    gc.freeze()
    sys.exit(code)


def _may_be_known(arguments: list[str]) -> bool:
    """Say whether it is worth looking; what was never kept would not be found either, only later."""
    if arguments[:1] != ["check"] or os.environ.get("TENDERLINT_DEBUG") == "1":
        return False
    return _NEVER_KEPT.isdisjoint(arguments)


def _said_before(arguments: list[str]) -> int | None:
    from tenderlint.again import said_before

    try:
        return said_before(arguments)
    except (BrokenPipeError, KeyboardInterrupt) as error:
        from tenderlint.cli import interrupted, pipe_closed

        return pipe_closed() if isinstance(error, BrokenPipeError) else interrupted()
