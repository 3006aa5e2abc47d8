"""Starts the program: with what it said before, if that still holds, and otherwise with the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command of `sys.argv` and exit."""
    code = None
    if sys.argv[1:2] == ["check"]:
        from tenderlint.again import said_before

        try:
            code = said_before(sys.argv[1:])
        except BrokenPipeError:
            from tenderlint.cli import pipe_closed

            code = pipe_closed()
    if code is None:
        from tenderlint.cli import main as run

        run()
    sys.exit(code)
