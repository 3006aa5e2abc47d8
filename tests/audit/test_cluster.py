"""An audit on a cluster of two workers, of which one is killed half way, gives the store of a local run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.audit.conftest import Stores
from tests.audit.test_running import DAY, digest, kept, put, started
from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]
# Even without its pages Dask listens for those who ask for them, on all addresses unless it is told one.
_NO_PAGES = ("--no-dashboard", "--dashboard-address", "127.0.0.1:0")


class Cluster:
    """A scheduler and its workers on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        self._scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", *_NO_PAGES)
        deadline = time.monotonic() + 60
        while not self._is_there() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.address = str(json.loads(self._file.read_text())["address"])

    def add_worker(self) -> None:
        self.workers.append(
            self._start("dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", *_NO_PAGES)
        )

    def end(self) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()

    def _is_there(self) -> bool:
        try:
            return "address" in json.loads(self._file.read_text())
        except (OSError, ValueError):
            return False

    def _start(self, what: str, *more: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{what}", "--scheduler-file", str(self._file), *more],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._folder,
            env={**os.environ, "PYTHONPATH": python_path(), "TENDERLINT_CACHE": "off"},
        )  # fmt: skip


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    made = Cluster(folder)
    yield made
    made.end()


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    for number in range(1, 121):
        put(tmp_path / "portal", number)
    (tmp_path / "portal" / "Nothing in it").mkdir()
    return tmp_path / "portal"


@pytest.mark.timeout(600)
def test_a_worker_of_two_is_killed_half_way_and_the_store_is_that_of_a_local_run(
    tenderlint: Tenderlint, portal: Path, cluster: Cluster, stores: Stores
) -> None:
    cluster.add_worker()
    cluster.add_worker()
    process = started(portal, stores("cluster"), "--cluster", cluster.address)
    while kept(stores("cluster")) < 30 and process.poll() is None:
        time.sleep(0.01)
    cluster.workers[0].send_signal(signal.SIGKILL)
    at_the_kill = kept(stores("cluster"))
    err = process.communicate(timeout=400)[1].decode()
    assert process.returncode == 3, err  # for the pack with nothing in it
    assert err == ""
    assert at_the_kill < 121
    assert tenderlint("audit", portal, "--store", stores("local"), "--on", DAY).code == 3
    assert digest(stores("cluster")) == digest(stores("local"))


@pytest.mark.parametrize(
    ("address", "settings", "words"),
    [
        ("nonsense://127.0.0.1:1", {}, "no scheduler answers there"),
        ("tls://127.0.0.1:1", {}, "Look at Dask's settings for TLS"),
        ("tcp://127.0.0.1:1", {"DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "true"}, "Look at Dask's settings"),
    ],
)
def test_what_is_wrong_with_a_cluster_is_told_in_one_line(
    address: str, settings: dict[str, str], words: str, tenderlint: Tenderlint, portal: Path, tmp_path: Path
) -> None:
    run = tenderlint("audit", portal, "--store", tmp_path / "a", "--on", DAY, "--cluster", address, **settings)
    assert run.code == 2
    assert words in run.err
    assert run.err.count("\n") == 1
