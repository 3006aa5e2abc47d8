"""The command that starts, stops and asks after LanguageTool, with a stand-in for Java and with the real one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tenderlint.grammar.fault import GrammarError
from tenderlint.grammar.jars import class_path, jars
from tenderlint.grammar.running import Running, own_folder, process_of, remember, running
from tenderlint.grammar.server import java_command
from tests.conftest import Run

Tenderlint = Callable[..., Run]

CI = os.environ.get("TENDERLINT_CI") == "1"
HERE = Path(__file__).resolve().parent
FAKE_JAVA = f"""#!/bin/sh
if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; fi
exec {sys.executable} {HERE / "fake_server.py"} "$@"
"""


def program(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def jar_folder(folder: Path) -> Path:
    folder.mkdir()
    (folder / "languagetool-server-6.6.jar").write_bytes(b"PK")
    return folder


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment in which Java is a program of ours and the jars are there; nothing is left running."""
    program(tmp_path / "bin", "java", FAKE_JAVA)
    environment = {
        "TENDERLINT_CACHE": str(tmp_path / "cache"),
        "LTP_JAR_DIR_PATH": str(jar_folder(tmp_path / "jars")),
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "JAVA_HOME": "",
    }
    yield environment
    state = running(environment)
    process = process_of(state) if state is not None else None
    if process is not None:
        process.kill()


def test_a_server_is_started_asked_after_used_and_stopped(
    tenderlint: Tenderlint, stand_in: dict[str, str], tmp_path: Path
) -> None:
    pack = tmp_path / "Invitation.md"
    pack.write_text("The following sections sets out the questions that bidders must answer.", encoding="utf-8")
    none = tenderlint("grammar-server", "status", **stand_in)
    assert (none.code, none.err) == (1, "")
    assert none.out == "No grammar server runs. Start one with: tenderlint grammar-server start\n"

    started = tenderlint("grammar-server", "start", **stand_in)
    assert started.code == 0, started.err
    assert started.err == "Starting LanguageTool ...\n"
    assert started.out.startswith("The grammar server runs now at http://127.0.0.1:")
    assert started.out.endswith(" (LanguageTool 6.6).\n")

    again = tenderlint("grammar-server", "start", **stand_in)
    assert again.out == started.out.replace("runs now", "runs already")
    status = tenderlint("grammar-server", "status", **stand_in)
    assert (status.code, status.out) == (0, started.out.replace("runs now", "runs"))

    report = tenderlint("check", pack, "--grammar", "--format", "json", **stand_in)
    assert report.err == ""
    (row,) = (row for row in json.loads(report.out)["checks"] if row["id"] == "grammar")
    assert row["outcome"] == "failed"

    stopped = tenderlint("grammar-server", "stop", **stand_in)
    assert (stopped.code, stopped.err) == (0, "")
    assert stopped.out.endswith(" was stopped.\n")
    assert tenderlint("grammar-server", "stop", **stand_in).out == "No grammar server runs.\n"
    assert tenderlint("grammar-server", "status", **stand_in).code == 1


def test_a_port_can_be_chosen_and_one_that_is_taken_is_told(tenderlint: Tenderlint, stand_in: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        run = tenderlint("grammar-server", "start", "--port", port, **stand_in)
        assert run.code == 3
        assert run.err.count("\n") == 2
        assert "LanguageTool ended at once: " in run.err
        assert "Address already in use" in run.err
    assert tenderlint("grammar-server", "status", **stand_in).code == 1
    run = tenderlint("grammar-server", "start", "--port", port, **stand_in)
    assert f"http://127.0.0.1:{port}" in run.out


def test_a_server_that_was_killed_is_known_to_be_gone(tenderlint: Tenderlint, stand_in: dict[str, str]) -> None:
    tenderlint("grammar-server", "start", **stand_in)
    state = running(stand_in)
    assert state is not None
    os.kill(state.process, signal.SIGKILL)
    gone = time.monotonic() + 10
    while running(stand_in) is not None and time.monotonic() < gone:
        time.sleep(0.05)
    assert tenderlint("grammar-server", "status", **stand_in).code == 1
    assert tenderlint("grammar-server", "start", **stand_in).code == 0


def test_one_that_runs_but_does_not_answer_is_told(tenderlint: Tenderlint, stand_in: dict[str, str]) -> None:
    tenderlint("grammar-server", "start", **stand_in)
    state = running(stand_in)
    assert state is not None
    remember(Running(state.process, state.began, 9), stand_in)
    run = tenderlint("grammar-server", "status", **stand_in)
    assert run.code == 3
    assert run.out == "The grammar server at http://127.0.0.1:9 does not answer. Stop it and start it anew.\n"
    assert tenderlint("grammar-server", "stop", **stand_in).code == 0
    assert not psutil.pid_exists(state.process) or psutil.Process(state.process).status() == psutil.STATUS_ZOMBIE


def test_another_process_is_never_taken_for_the_server_and_never_stopped(
    tenderlint: Tenderlint, stand_in: dict[str, str]
) -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as other:
        try:
            remember(Running(other.pid, psutil.Process(other.pid).create_time(), 8081), stand_in)
            assert running(stand_in) is None
            assert tenderlint("grammar-server", "stop", **stand_in).code == 1
            assert other.poll() is None
        finally:
            other.kill()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"process": "x"}', '{"process": 1, "began": 1, "port": null, "version": ""}']
)
def test_a_spoilt_note_of_the_server_is_no_server(text: str, tmp_path: Path) -> None:
    environment = {"TENDERLINT_CACHE": str(tmp_path)}
    (tmp_path / "grammar-server.json").write_text(text, encoding="utf-8")
    assert running(environment) is None


def test_who_wants_no_reports_remembered_has_a_folder_for_the_server_all_the_same(tmp_path: Path) -> None:
    environment = {"TENDERLINT_CACHE": "off", "XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    folder = own_folder(environment)
    assert folder.is_dir()
    assert folder.is_relative_to(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GrammarError, match="cannot be made"):
        own_folder({"TENDERLINT_CACHE": str(tmp_path / "file" / "cache")})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('echo \'java version "1.8.0_292"\' >&2', "is Java 8, and 17 or newer is needed"),
        ('echo \'openjdk version "11.0.2" 2019-01-15\' >&2', "is Java 11"),
        ("echo rubbish", "is Java 0"),
        ("exit 1", "is Java 0"),
    ],
)
def test_a_java_that_is_too_old_is_told_with_its_version(text: str, words: str, tmp_path: Path) -> None:
    program(tmp_path, "java", f"#!/bin/sh\n{text}\n")
    with pytest.raises(GrammarError, match=words):
        java_command({"PATH": str(tmp_path)})


def test_java_is_taken_from_java_home_first(tmp_path: Path) -> None:
    home = program(tmp_path / "jdk" / "bin", "java", FAKE_JAVA)
    program(tmp_path / "old", "java", "#!/bin/sh\nexit 1\n")
    assert java_command({"JAVA_HOME": str(tmp_path / "jdk"), "PATH": str(tmp_path / "old")}) == str(home)


def test_without_java_one_line_says_what_to_do(
    tenderlint: Tenderlint, stand_in: dict[str, str], tmp_path: Path
) -> None:
    run = tenderlint("grammar-server", "start", **{**stand_in, "PATH": str(tmp_path / "empty")})
    assert run.code == 3
    assert run.err == (
        "tenderlint: Java 17 or newer is needed, and none was found. Install it (Debian and Ubuntu: apt-get install "
        "default-jre-headless), or name it in JAVA_HOME.\n"
    )


def test_a_folder_without_the_jar_is_told(tenderlint: Tenderlint, stand_in: dict[str, str], tmp_path: Path) -> None:
    run = tenderlint("grammar-server", "start", **{**stand_in, "LTP_JAR_DIR_PATH": str(tmp_path / "bin")})
    assert run.code == 3
    assert run.err == (
        f"tenderlint: {tmp_path / 'bin'}: holds no jar of a LanguageTool server. Put one there, or unset "
        "LTP_JAR_DIR_PATH.\n"
    )


MAVEN = """#!/bin/sh
test -f pom.xml || exit 7
for each; do case $each in -DoutputDirectory=*) folder=${each#*=};; esac; done
mkdir "$folder" && %s
"""


def maven(tmp_path: Path, then: str) -> dict[str, str]:
    program(tmp_path / "bin", "mvn", MAVEN % then)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "TENDERLINT_CACHE": str(tmp_path / "cache")}


def test_maven_fetches_the_jars_once(tmp_path: Path) -> None:
    told: list[str] = []
    environment = maven(tmp_path, 'touch "$folder/languagetool-server-6.6.jar"')
    folder = jars(told.append, environment)
    assert [path.name for path in folder.iterdir()] == ["languagetool-server-6.6.jar"]
    assert told == ["Fetching LanguageTool 6.6 with Maven (91 megabytes) ..."]
    (tmp_path / "bin" / "mvn").unlink()
    assert jars(told.append, environment) == folder
    assert len(told) == 1
    assert class_path(folder).startswith(str(folder / "*"))


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("echo '[ERROR] Could not resolve org.languagetool:language-en'; exit 1", "Could not resolve"),
        ("exit 1", "it gives no reason"),
        ("true", "it gives no reason"),
    ],
)
def test_where_maven_fails_nothing_half_fetched_stays(then: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match=words) as told:
        jars(lambda line: None, maven(tmp_path, then))
    assert "\n" not in str(told.value)
    assert list((tmp_path / "cache").iterdir()) == []


def test_without_maven_language_tool_python_downloads_and_says_when_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from language_tool_python.download_lt import ReleaseLocalLanguageTool

    release = jar_folder(tmp_path / "release")
    monkeypatch.setattr(ReleaseLocalLanguageTool, "download", lambda self: None)
    monkeypatch.setattr(ReleaseLocalLanguageTool, "get_directory_path", lambda self: release)
    environment = {"PATH": str(tmp_path), "TENDERLINT_CACHE": str(tmp_path / "cache")}
    told: list[str] = []
    assert jars(told.append, environment) == release
    assert "downloading LanguageTool" in told[0]

    def fail(self: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(ReleaseLocalLanguageTool, "download", fail)
    with pytest.raises(GrammarError, match="could not be downloaded"):
        jars(told.append, environment)


def test_wrong_ways_of_asking_are_told(tenderlint: Tenderlint, stand_in: dict[str, str]) -> None:
    assert tenderlint("grammar-server", **stand_in).code == 2
    assert tenderlint("grammar-server", "begin", **stand_in).code == 2
    assert tenderlint("grammar-server", "start", "--port", "80", **stand_in).code == 2


# The real server, with Java and Maven: always on the build server, elsewhere where it can be had.


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    can_fetch = "LTP_JAR_DIR_PATH" in os.environ or shutil.which("mvn") is not None
    if not CI and (shutil.which("java") is None or not can_fetch):
        pytest.skip("needs Java 17, and Maven or a folder of jars")
    environment = {**os.environ, "TENDERLINT_CACHE": str(tmp_path_factory.mktemp("cache"))}
    start = [sys.executable, "-m", "tenderlint", "grammar-server"]
    done = subprocess.run([*start, "start"], env=environment, capture_output=True, text=True, timeout=1500, check=False)
    if done.returncode and not CI:
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stderr
    yield {"TENDERLINT_CACHE": environment["TENDERLINT_CACHE"]}
    subprocess.run([*start, "stop"], env=environment, capture_output=True, timeout=60, check=False)


REAL = """# Invitation to tender

The following sections sets out the questions that bidders must answer.

You must upload the form into the the portal. Further details will be provide in the contract.

The lifts are checked by the Council, who are a public body.

The panel will consider which tender represents best value for money. The Supplier will keep the Council indemnified.

There are two defrillators and a security servcie at Wexleigh House, and Mr Tendar looks after both.
"""


def test_the_real_server_finds_what_is_wrong_and_leaves_the_language_of_tenders_alone(
    tenderlint: Tenderlint, real: dict[str, str], tmp_path: Path
) -> None:
    pack = tmp_path / "Invitation.md"
    pack.write_text(REAL, encoding="utf-8")
    status = tenderlint("grammar-server", "status", **real)
    assert status.code == 0
    assert "(LanguageTool 6." in status.out
    run = tenderlint("check", pack, "--grammar", "--select", "grammar,spelling", "--format", "json", **real)
    assert run.err == ""
    rows = {row["id"]: row for row in json.loads(run.out)["checks"]}
    said = [finding["message"] for finding in rows["grammar"]["findings"]]
    assert said == [
        "“sets” does not read right. Is “set” meant?",
        "“the the” does not read right. Is “the” meant?",
        "“be provide” does not read right. Is “be provided” meant?",
    ]
    spelt = [finding["message"].split("”")[0] for finding in rows["spelling"]["findings"]]
    assert spelt == ["“defrillators", "“servcie"]


def test_the_real_server_listens_on_this_machine_alone(real: dict[str, str]) -> None:
    state = running(real)
    assert state is not None
    process = process_of(state)
    assert process is not None
    listening = [each.laddr for each in process.net_connections() if each.status == psutil.CONN_LISTEN]
    assert listening
    assert {address.ip.removeprefix("::ffff:") for address in listening} <= {"127.0.0.1", "::1"}


def test_the_real_server_is_stopped_half_way_and_the_report_says_how_far_it_came(
    tenderlint: Tenderlint, real: dict[str, str], tmp_path: Path
) -> None:
    pack = tmp_path / "Long.md"
    sentence = "In part {} of the contract the supplier must tell the buyer in writing who of its people will do what."
    pack.write_text("\n\n".join(sentence.format(number) for number in range(6000)), encoding="utf-8")
    state = running(real)
    assert state is not None
    process = process_of(state)
    assert process is not None
    options = ["--grammar", "--select", "grammar", "--format", "json"]
    command = [sys.executable, "-m", "tenderlint", "check", str(pack), *options]
    with subprocess.Popen(command, env={**os.environ, **real}, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        log = Path(real["TENDERLINT_CACHE"]) / "grammar-server.log"
        before, latest = log.read_text().count("Check done"), time.monotonic() + 60
        while log.read_text().count("Check done") < before + 3 and run.poll() is None and time.monotonic() < latest:
            time.sleep(0.02)
        process.kill()
        out, err = run.communicate(timeout=120)
    (row,) = json.loads(out)["checks"]
    assert row["outcome"] == "cantTell"
    assert "words only: the grammar server does not answer" in row["reason"]
    assert err.decode().count("\n") == 1
    assert tenderlint("grammar-server", "status", **real).code == 1
