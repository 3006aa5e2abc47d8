"""The guard over the processes that tests of audits start: it sees what reaches for another machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, python_path


def ended(code: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": python_path()}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)",
        "import socket; socket.getaddrinfo('portal.invalid', 443)",
        "import socket; socket.gethostbyname('portal.invalid')",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "import socket; socket.create_server(('0.0.0.0', 0))",
        "import os, socket\nif not os.fork(): socket.create_connection(('192.0.2.1', 80), timeout=1)\n"
        "raise SystemExit(os.waitstatus_to_exitcode(os.wait()[1]))",
        "import subprocess, sys; raise SystemExit(subprocess.run([sys.executable, '-c', "
        "'import socket; socket.getaddrinfo(\"portal.invalid\", 443)']).returncode)",
    ],
)
def test_a_process_that_reaches_for_another_machine_ends(code: str) -> None:
    done = ended(code)
    assert done.returncode == 99
    assert done.stderr.startswith("NETWORK socket.")


def test_what_stays_on_this_machine_goes_on() -> None:
    code = (
        "import socket\nserver = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(server.getsockname()).close()\nsocket.getaddrinfo('localhost', 80)\nprint('done')\n"
    )
    done = ended(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_the_commands_are_under_it(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    told = ("--into", tmp_path / "into", "--allow", "portal.invalid")
    run = tenderlint("fetch", "https://portal.invalid/api", *told)
    assert run.code == 99
    assert "NETWORK socket.getaddrinfo ('portal.invalid'" in run.err
    (tmp_path / "Invitation.md").write_text("We invite tenders.", encoding="utf-8")
    run = tenderlint("audit", tmp_path, "--store", "postgresql://ann@db.invalid/audits")
    assert run.code == 99
    assert "NETWORK socket.getaddrinfo ('db.invalid'" in run.err
