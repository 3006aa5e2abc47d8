"""What all tests share: a day, a way to run the command, and no state left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUARD = "TENDERLINT_TESTS_GUARD"
"""Names the folder that is put before all others on the path of the processes that a test starts."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell in the background has what it starts ignore Ctrl-C, and so would all that the tests start and stop.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Run:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def tenderlint() -> Callable[..., Run]:
    """Return a function that runs the command in a process of its own."""

    def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Run:
        finished = subprocess.run(
            [sys.executable, "-m", "tenderlint", *map(str, arguments)],
            cwd=cwd, capture_output=True, timeout=120, check=False,
            env={**os.environ, "PYTHONPATH": python_path(), "PYTHONIOENCODING": "utf-8", **environment},
        )  # fmt: skip
        return Run(finished.returncode, finished.stdout.decode("utf-8"), finished.stderr.decode("utf-8"))

    return run


def python_path() -> str:
    """Return the folders in which a new Python finds the tenderlint under test, and before it what guards a test."""
    import tenderlint

    folders = (os.environ.get(GUARD, ""), str(Path(tenderlint.__file__).resolve().parent.parent))
    return os.pathsep.join(folder for folder in folders if folder)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the tester has set for the program away from the tests."""
    for name in ("TENDERLINT_DEBUG",):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TENDERLINT_CACHE", "off")
