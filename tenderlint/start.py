"""Starts the program: with what it said before, if that still holds, and otherwise with the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command of `sys.argv` and exit."""
    code = _said_before() if sys.argv[1:2] == ["check"] else None
    if code is None:
        from tenderlint.cli import run

        code = run(sys.argv[1:])
    sys.exit(code)


def _said_before() -> int | None:
    from tenderlint.again import said_before

    try:
        return said_before(sys.argv[1:])
    except (BrokenPipeError, KeyboardInterrupt) as error:
        from tenderlint.cli import interrupted, pipe_closed

        return pipe_closed() if isinstance(error, BrokenPipeError) else interrupted()
