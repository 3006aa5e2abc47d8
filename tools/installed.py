"""Tries the built wheel and source archive away from the checkout: nothing forgotten, the samples still lint."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {"__pycache__"}


def main(environment: Path, dist: Path) -> int:
    """Return 0 when the wheel in `dist`, installed in `environment`, holds all and works."""
    (wheel,) = dist.glob("*.whl")
    (source,) = dist.glob("*.tar.gz")
    faults = [*forgotten_in_wheel(wheel), *forgotten_in_source(source)]
    faults += wrong_samples((environment / "bin" / "tenderlint").resolve())
    for fault in faults:
        print(fault)
    print("the wheel and the source archive are whole" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


def forgotten_in_wheel(wheel: Path) -> list[str]:
    """Return a line for each file of the program, the checks and the pages that is not in the wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"tenderlint/{path}" for path in _files(ROOT / "tenderlint")}
    for folder in ("checks", "reports"):
        wanted |= {f"tenderlint/{folder}/{path}" for path in _files(ROOT / folder)}
    return [f"not in the wheel: {name}" for name in sorted(wanted - names)]


def forgotten_in_source(archive: Path) -> list[str]:
    """Return a line for each file under version control that is not in the source archive."""
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wanted = {name for name in listed.splitlines() if name != ".gitignore"}
    return [f"not in the source archive: {name}" for name in sorted(wanted - names)]


def wrong_samples(program: Path) -> list[str]:
    """Lint every sample with the installed program, in a folder far from the checkout; return what is wrong."""
    faults = []
    with tempfile.TemporaryDirectory() as elsewhere:
        for pack in sorted((ROOT / "samples").glob("*/pack")):
            done = subprocess.run(
                [program, "check", pack, "--format", "json", "--format", "html", "-o", elsewhere],
                cwd=elsewhere, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode not in (0, 1, 3) or "unforeseen" in done.stderr:
                faults.append(f"{pack.parent.name}: exit {done.returncode}: {done.stderr.strip()}")
                continue
            report = json.loads((Path(elsewhere) / "pack.json").read_text(encoding="utf-8"))
            if any(row["outcome"] == "error" for row in report["checks"]) or not report["checks"]:
                faults.append(f"{pack.parent.name}: a check crashed, or none was found")
    return faults


def _files(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and LEFT_OUT.isdisjoint(path.parts) and path.suffix != ".pyc"
    ]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
