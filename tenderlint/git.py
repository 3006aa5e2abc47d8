"""Asks git which files a commit takes away: whoever runs a hook names only those that are left."""

from __future__ import annotations

import os
from collections.abc import Mapping

_STAGED = ("diff", "--cached", "--name-only", "--no-renames", "--diff-filter=D", "-z")
_BETWEEN = ("diff", "--name-only", "--no-renames", "--diff-filter=D", "-z")


def taken_away(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the absolute paths of the files that the commit being made deletes or renames; none outside git.

    Where pre-commit compares two commits instead, it names them in the environment, and what was deleted between
    them is returned.
    """
    older, newer = environment.get("PRE_COMMIT_FROM_REF", ""), environment.get("PRE_COMMIT_TO_REF", "")
    asked = (*_BETWEEN, f"{older}...{newer}") if older and newer else _STAGED
    names = [name for name in _answer(("git", *asked)).split(b"\0") if name]
    if not names:
        return ()
    top = os.fsdecode(_answer(("git", "rev-parse", "--show-toplevel")).removesuffix(b"\n"))
    return tuple(os.path.join(top, os.fsdecode(name)) for name in names)


def _answer(command: tuple[str, ...]) -> bytes:
    """Return what a command prints, or nothing where it is missing or fails."""
    if not hasattr(os, "posix_spawnp"):
        return _answer_elsewhere(command)
    # Loading the subprocess module costs half as much as starting Python, in a hook that runs at every commit.
    reading, writing = os.pipe()
    try:
        to_nowhere = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
        into_pipe = (os.POSIX_SPAWN_DUP2, writing, 1)
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=(to_nowhere, into_pipe))
    except OSError:
        os.close(reading)
        return b""
    finally:
        os.close(writing)
    with open(reading, "rb") as stream:
        told = stream.read()
    return told if os.waitpid(child, 0)[1] == 0 else b""


def _answer_elsewhere(command: tuple[str, ...]) -> bytes:
    import subprocess

    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
