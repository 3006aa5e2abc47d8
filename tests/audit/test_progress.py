"""A person at a terminal is told how far an audit is; nobody else is."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from tenderlint.audit.run import Tally
from tenderlint.commands.audit_words import span, told
from tests.audit.test_running import DAY, put
from tests.conftest import python_path


def test_the_line_tells_rate_time_left_failures_and_the_pack_in_hand() -> None:
    tally = Tally(10_000, done=1_200, failed=30, unchanged=4, pages=9, now="Lot\x1b[2J 7")
    assert told(tally, 20.0) == "1,234 of 10,000 packs, 20.0 a second, 7 min left, 30 failed: Lot[2J 7"
    assert told(Tally(1), 0.0) == "0 of 1 pack"
    assert [span(0.2), span(80), span(100), span(3 * 3600)] == ["1 s", "80 s", "2 min", "3.0 hours"]


def test_a_terminal_sees_one_line_that_is_wiped_in_the_end(tmp_path: Path) -> None:
    for number in range(1, 41):
        put(tmp_path / "portal", number)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tenderlint", "audit", "portal", "--store", "a", "--on", DAY, "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=theirs, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": python_path(), "COLUMNS": "60"},
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        seen += part
        if not part:
            break
    os.close(ours)
    assert process.wait() == 0
    lines = seen.decode().split("\r")
    assert any(" of 40 packs" in line for line in lines)
    assert max(map(len, lines)) < 60
    assert lines[-1] == ""
    assert not lines[-2].strip()
    assert "\n" not in seen.decode()
