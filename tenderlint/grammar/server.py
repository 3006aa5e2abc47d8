"""Starts and stops LanguageTool's server on the loopback address of this machine."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tenderlint.grammar.fault import GrammarError
from tenderlint.grammar.jars import Tell, class_path, jars
from tenderlint.grammar.proofread import MISSING
from tenderlint.grammar.running import Running, forget, own_folder, process_of, remember, running

OLDEST_JAVA = 17
_MEMORY = "-Xmx1g"
_STARTING = 90.0  # seconds until a server must answer
_ENDING = 10.0  # seconds until one that was asked to end is ended
_LOOK = 0.1
_LOG = "grammar-server.log"
_WARM = "This is a first sentence, with which the rules are loaded."
_INSTALL = "Install it (Debian and Ubuntu: apt-get install default-jre-headless), or name it in JAVA_HOME."


def start(tell: Tell, port: int | None = None, environment: Mapping[str, str] = os.environ) -> tuple[Running, bool]:
    """Return the server that runs, and whether it was started now.

    `tell` is given a line when something takes long. Without `port` a free one is taken. The server listens on the
    loopback address alone and goes on when this process ends. Raises GrammarError that says what to do.
    """
    _need_packages()
    known = running(environment)
    if known is not None:
        return known, False
    java = java_command(environment)
    folder = jars(tell, environment)
    tell("Starting LanguageTool ...")
    chosen = port or _free_port()
    log = own_folder(environment) / _LOG
    command = [java, _MEMORY, "-cp", class_path(folder), "org.languagetool.server.HTTPServer", "--port", str(chosen)]
    try:
        with log.open("wb") as output:
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                cwd=log.parent, env=dict(environment),
            )  # fmt: skip
    except OSError as error:
        raise GrammarError(f"Java could not be started: {error.strerror}.", advice=_INSTALL) from error
    try:
        state = _ready(child, chosen, log)
        remember(state, environment)
    except BaseException:
        child.kill()
        child.wait()
        raise
    return state, True


def stop(environment: Mapping[str, str] = os.environ) -> Running | None:
    """End the server and return which it was, or None when none runs."""
    _need_packages()
    import psutil

    state = running(environment)
    process = process_of(state) if state is not None else None
    if process is not None:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
            try:
                process.wait(_ENDING)
            except psutil.TimeoutExpired:
                process.kill()
                process.wait(_ENDING)
    forget(environment)
    return state


def answers(state: Running) -> bool:
    """Say whether a server answers within a few seconds."""
    from tenderlint.grammar.client import connect

    try:
        connect(state.address, 5.0)
    except GrammarError:
        return False
    return True


def java_command(environment: Mapping[str, str] = os.environ) -> str:
    """Return the Java that is to be used; raises GrammarError when there is none that is new enough."""
    home = environment.get("JAVA_HOME", "")
    java = shutil.which("java", path=str(Path(home, "bin"))) if home else None
    java = java or shutil.which("java", path=environment.get("PATH"))
    if java is None:
        raise GrammarError(f"Java {OLDEST_JAVA} or newer is needed, and none was found.", advice=_INSTALL)
    try:
        told = subprocess.run(
            [java, "-version"], capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GrammarError("cannot be run.", java, _INSTALL) from error
    found = re.search(r'version "(\d{1,4})(?:\.(\d{1,4}))?', told.stderr + told.stdout)
    major = 0 if found is None else int(found[2] or 0) if found[1] == "1" else int(found[1])
    if major < OLDEST_JAVA:
        raise GrammarError(f"is Java {major}, and {OLDEST_JAVA} or newer is needed.", java, _INSTALL)
    return java


def _need_packages() -> None:
    try:
        import language_tool_python  # noqa: F401
        import psutil  # noqa: F401
    except ImportError:
        raise GrammarError(MISSING) from None


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _ready(child: subprocess.Popen[bytes], port: int, log: Path) -> Running:
    """Wait until the server answers and has loaded its rules; raises GrammarError when it does not come so far."""
    import psutil

    from tenderlint.grammar.client import connect, matches

    began = psutil.Process(child.pid).create_time()
    latest = time.monotonic() + _STARTING
    while True:
        if child.poll() is not None:
            raise GrammarError(f"LanguageTool ended at once: {_last_words(log)}.", advice=f"See {log}.")
        try:
            client = connect(f"http://127.0.0.1:{port}", 5.0)
            break
        except GrammarError:
            if time.monotonic() > latest:
                raise GrammarError(
                    f"LanguageTool did not answer within {_STARTING:g} seconds.", advice=f"See {log}."
                ) from None
        time.sleep(_LOOK)
    client = connect(f"http://127.0.0.1:{port}", _STARTING)
    matches(client, _WARM)
    return Running(child.pid, began, port, client.version)


def _last_words(log: Path) -> str:
    """Return the line in which Java says what is wrong."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    told = [line for line in lines if "Exception" in line or "Error" in line] or lines or ["it said nothing"]
    return told[0].strip()[:200].rstrip(".")
