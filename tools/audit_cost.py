"""Measures an audit: `python -m tools.audit_cost --packs 10000 --kills 50` prints the figures of docs/performance.md.

It makes the packs (`tools.many_packs`), audits them with all cores, audits the first ones of them on one core and on
two, runs the same again to see what an unchanged pack costs, and at last kills an audit at random moments until it is
done, and holds its store against that of an unbroken run.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median

from tenderlint.audit.store import Store
from tools.many_packs import make

DAY = "2026-11-22"
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Cost:
    """What a run cost: seconds on the clock, seconds of processor (all, and of the coordinator), memory as it went."""

    wall: float = 0.0
    cpu: float = 0.0
    own: float = 0.0
    memory: list[tuple[int, float, float]] = field(default_factory=list)  # packs done, MB of coordinator, of workers


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure an audit of many packs.")
    parser.add_argument("--packs", type=int, default=1000, help="how many packs the long run has")
    parser.add_argument("--few", type=int, default=500, help="how many the runs on one core and on two have")
    parser.add_argument("--kills", type=int, default=0, help="how often an audit is killed")
    parser.add_argument("--kill-packs", type=int, default=400, help="how many packs that audit has")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="made", type=Path, help="a folder with packs that were made before")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        packs = said.made or scratch / "packs"
        if said.made is None:
            make(packs, said.packs, said.seed)
        print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        if said.packs:
            long_run(packs, scratch, said.packs)
        if said.few:
            cores(packs, scratch, said.few)
        if said.kills:
            kills(packs, scratch, said.kill_packs, said.kills, said.seed)
    return 0


def long_run(packs: Path, scratch: Path, number: int) -> None:
    """Audit all packs, then again."""
    store = scratch / "long.sqlite"
    chosen = some(packs, scratch / "long", number)
    cost = audit(chosen, store)
    with Store(store) as opened:
        rows = list(opened.packs())
    pages = sum(row.pages for row in rows)
    print(f"long run: {told(len(rows), pages, cost)}")
    print(f"  the worker's part: {sum(row.seconds for row in rows) / len(rows) * 1000:.0f} ms of the clock a pack")
    size = store.stat().st_size
    print(f"  store: {size / 1e6:.1f} MB, {size / len(rows) / 1e3:.1f} kB a pack")
    tenth = number // 10
    for name, low, high in (("first", 0, tenth), ("last", number - tenth, number)):
        some_of = [(one, other) for done, one, other in cost.memory if low < done <= high]
        if some_of:
            print(
                f"  memory, {name} tenth: coordinator {fmean(one for one, _ in some_of):.1f} MB, "
                f"all workers {fmean(other for _, other in some_of):.1f} MB ({len(some_of)} looks)"
            )
    again = audit(chosen, store)
    print(f"  the same again, all unchanged: {again.wall:.1f} s, {again.wall / number * 1000:.2f} ms a pack")


def cores(packs: Path, scratch: Path, number: int) -> None:
    """Audit some packs on one core with one worker, and on two cores with two, in turns."""
    chosen = some(packs, scratch / "few", number)
    costs: dict[int, list[Cost]] = {1: [], 2: []}
    for turn in range(2):
        for count, spent in costs.items():
            store = scratch / f"few-{count}-{turn}.sqlite"
            spent.append(audit(chosen, store, "--jobs", str(count), cores=count))
            with Store(store) as opened:
                rows = list(opened.packs())
            name = "one core" if count == 1 else "two cores"
            print(f"{name}: {told(len(rows), sum(row.pages for row in rows), spent[-1])}")
    one, two = (min(spent, key=lambda cost: cost.wall) for spent in costs.values())
    print(f"two cores against one: {one.wall / two.wall:.2f} times as fast (the better run of each)")
    share = two.own / two.cpu
    print(f"  the coordinator takes {share:.1%} of the processor's time, the workers the rest")


def kills(packs: Path, scratch: Path, number: int, times: int, seed: int) -> None:
    """Kill an audit at random moments, then let it end, and compare its store with that of an unbroken run."""
    chosen = some(packs, scratch / "kills", number)
    whole, broken = scratch / "whole.sqlite", scratch / "broken.sqlite"
    cost = audit(chosen, whole)
    dice, done, lost = random.Random(seed), 0, 0
    goal, rounds = 0, 0
    resumed: list[float] = []
    for kill in range(times):
        goal = (kill + 1) * number // (times + 1)
        process, began, first = started(chosen, broken), time.monotonic(), 0.0
        while process.poll() is None and (now := kept(broken)) < goal:
            first = first or (time.monotonic() - began if now > done else 0.0)
            time.sleep(0.002)
        if done:
            resumed.append(first or time.monotonic() - began)
        time.sleep(dice.random() * 2 * cost.wall / number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = kept(broken)
        lost += now < done
        done = now
        rounds += process.returncode == -signal.SIGKILL  # and not one that had ended by itself
    audit(chosen, broken)
    with Store(whole) as one, Store(broken) as other:
        same = one.digest() == other.digest()
    print(f"{rounds} kills over {number} packs: {lost} times a finished pack was lost; the stores are "
          f"{'the same' if same else 'NOT THE SAME'}")  # fmt: skip
    if resumed:
        print(f"  from the start after a kill to the next finished pack: {median(resumed):.1f} s in the middle")
    if lost or not same:
        raise SystemExit(1)


def some(packs: Path, folder: Path, number: int) -> Path:
    """Return a folder with the first packs, as links to their files."""
    if not folder.exists():
        for place in sorted(packs.iterdir())[:number]:
            shutil.copytree(place, folder / place.name, copy_function=os.link)
    return folder


def started(packs: Path, store: Path, *more: str, cores: int = 0) -> subprocess.Popen[bytes]:
    pinned = ["taskset", "-c", ",".join(map(str, range(cores)))] if cores else []
    return subprocess.Popen(
        [*pinned, sys.executable, "-m", "tenderlint", "audit", packs, "--store", store, "--on", DAY, "-q", *more],
        start_new_session=True,
    )


def audit(packs: Path, store: Path, *more: str, cores: int = 0) -> Cost:
    """Run an audit to its end, and look at its memory as it goes."""
    cost, began = Cost(), time.monotonic()
    process = started(packs, store, *more, cores=cores)
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        look(process.pid, store, cost)
        time.sleep(0.5)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the audit ended with {process.returncode}")
    cost.wall = time.monotonic() - began
    cost.cpu = usage.ru_utime + usage.ru_stime  # with all children that it has waited for
    return cost


def look(pid: int, store: Path, cost: Cost) -> None:
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    try:
        cost.memory.append((kept(store), held(pid), sum(held(int(child)) for child in children)))
        with open(f"/proc/{pid}/stat", encoding="ascii") as table:
            times = table.read().rpartition(")")[2].split()
        cost.own = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    except (FileNotFoundError, ProcessLookupError):
        return


def held(pid: int) -> float:
    """Return the memory of a process in MB, what it shares with others told in part."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as table:
        return next(int(line.split()[1]) for line in table if line.startswith("Pss:")) / 1024


def kept(store: Path) -> int:
    try:
        base = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        try:
            return int(base.execute("SELECT count(*) FROM pack").fetchone()[0])
        finally:
            base.close()
    except sqlite3.Error:
        return 0


def told(packs: int, pages: int, cost: Cost) -> str:
    return (
        f"{packs:,} packs, {pages:,} pages in {cost.wall:.1f} s: {packs / cost.wall:.1f} packs and "
        f"{pages / cost.wall:.1f} pages a second; {cost.cpu / packs * 1000:.1f} ms of processor a pack, of which "
        f"{cost.own / packs * 1000:.1f} ms are the coordinator's"
    )


if __name__ == "__main__":
    raise SystemExit(main())
