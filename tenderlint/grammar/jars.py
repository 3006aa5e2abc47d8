"""Finds the jars of LanguageTool, or has Maven or language-tool-python fetch them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path

from tenderlint.grammar.fault import GrammarError
from tenderlint.grammar.proofread import MISSING
from tenderlint.grammar.running import own_folder

VARIABLE = "LTP_JAR_DIR_PATH"
"""The folder with jars, by the name that language-tool-python gives it."""

_POM = "languagetool-pom.xml"
_FOLDER = "languagetool-6.6"
_FETCHING = 1800.0  # seconds; 91 megabytes in 123 files
_ADVICE = f"Put LanguageTool into a folder and name it in {VARIABLE}."

Tell = Callable[[str], None]


def jars(tell: Tell, environment: Mapping[str, str] = os.environ) -> Path:
    """Return a folder that holds the jars of LanguageTool's server, fetching them when there is none.

    `tell` is given a line before something is fetched. Raises GrammarError that says what to do.
    """
    named = environment.get(VARIABLE, "")
    if named:
        if not holds_server(Path(named)):
            raise GrammarError("holds no jar of a LanguageTool server.", named, f"Put one there, or unset {VARIABLE}.")
        return Path(named)
    kept = own_folder(environment) / _FOLDER
    if holds_server(kept):
        return kept
    maven = shutil.which("mvn", path=environment.get("PATH"))
    if maven is None:
        return _downloaded(tell)
    tell("Fetching LanguageTool 6.6 with Maven (91 megabytes) ...")
    return _fetched(maven, kept, environment)


def holds_server(folder: Path) -> bool:
    """Say whether a folder holds the jar of a server, under a name with or without its version."""
    return any(folder.glob("languagetool-server*.jar")) or (folder / "languagetool.jar").is_file()


def class_path(folder: Path) -> str:
    """Return what Java is to be told: a folder of Maven's jars, or a release of LanguageTool with its `libs`."""
    return os.pathsep.join([str(folder / "*"), str(folder / "libs" / "*"), str(folder)])


def _fetched(maven: str, kept: Path, environment: Mapping[str, str]) -> Path:
    """Have Maven copy the jars beside their place, and move them there when all have come."""
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=f"{_FOLDER}.") as scratch:
        work = Path(scratch)
        (work / "pom.xml").write_bytes(resources.files("tenderlint").joinpath("data", _POM).read_bytes())
        command = [
            maven, "--batch-mode", "--quiet", "dependency:copy-dependencies", "-DincludeScope=runtime",
            f"-DoutputDirectory={work / 'jars'}",
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command, cwd=work, env=dict(environment), capture_output=True, text=True, timeout=_FETCHING,
                check=False, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GrammarError("Maven could not be run to its end.", advice=_ADVICE) from error
        if done.returncode or not holds_server(work / "jars"):
            why = _why(done.stdout + done.stderr)
            raise GrammarError(f"Maven could not fetch LanguageTool: {why}.", advice=_ADVICE)
        shutil.rmtree(kept, ignore_errors=True)
        os.replace(work / "jars", kept)
    return kept


def _why(output: str) -> str:
    """Return the first line in which Maven says what is wrong."""
    lines = [line.partition("] ")[2].strip() for line in output.splitlines() if "ERROR" in line]
    return next((line for line in lines if line), "it gives no reason")[:200].rstrip(".")


def _downloaded(tell: Tell) -> Path:
    """Have language-tool-python download a release."""
    try:
        from language_tool_python.download_lt import LTP_DOWNLOAD_VERSION, LocalLanguageTool
    except ImportError:
        raise GrammarError(MISSING) from None
    tell(f"Maven is not installed: downloading LanguageTool {LTP_DOWNLOAD_VERSION} (250 megabytes) ...")
    try:
        release = LocalLanguageTool.from_version_name(LTP_DOWNLOAD_VERSION)
        release.download()
        return Path(release.get_directory_path())
    except Exception as error:
        advice = f"Install Maven (Debian and Ubuntu: apt-get install maven) or use a folder of jars. {_ADVICE}"
        raise GrammarError(f"LanguageTool could not be downloaded ({type(error).__name__}).", advice=advice) from error
