"""The hook in a real repository under the real pre-commit: only packs that a commit changes are linted, each once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document

from tenderlint.staged import DOCUMENT
from tests.conftest import ROOT, Run, python_path

Tenderlint = Callable[..., Run]

PRE_COMMIT = (sys.executable, "-m", "pre_commit")
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)
INVITATION = (
    "Wexley Parish Council invites tenders for hedge cutting. The contract is worth £40,000 in all, without VAT.",
    "The invitation was published on 2 February 2026. Tenders must be returned by 12 noon on 20 March 2026.",
)
SLOW = "The Council shall pay each invoice within 60 days of receiving it."
PROMPT = "The Council shall pay each valid and undisputed invoice within 30 days of receiving it."


def manifest() -> dict[str, Any]:
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return dict(hook)


def write(path: Path, *paragraphs: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


class Repository:
    """A git repository whose commits go through the hook, as pre-commit installs it."""

    def __init__(self, top: Path, home: Path, *arguments: str) -> None:
        self.top = top
        self.environment: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))},
            "HOME": str(home), "TENDERLINT_CACHE": str(home / "cache"), "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": python_path(),
            "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": "A. Officer", "GIT_AUTHOR_EMAIL": "officer@example.org",
            "GIT_COMMITTER_NAME": "A. Officer", "GIT_COMMITTER_EMAIL": "officer@example.org",
        }  # fmt: skip
        hook = {**manifest(), "language": "system", "entry": f"'{sys.executable}' -m tenderlint hook", "verbose": True}
        settings = {"repos": [{"repo": "local", "hooks": [{**hook, "args": list(arguments)}]}]}
        top.mkdir()
        (top / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        self.git("init", "-q")
        self.git("add", ".pre-commit-config.yaml")
        self.git("commit", "-qm", "Settings")
        self.run(*PRE_COMMIT, "install")

    def run(self, *command: str) -> Run:
        done = subprocess.run(
            command, cwd=self.top, env=self.environment, capture_output=True, encoding="utf-8", timeout=200, check=False
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def git(self, *arguments: str) -> None:
        done = self.run("git", *arguments)
        assert done.code == 0, done.err

    def commit(self) -> Run:
        """Commit what is staged, through the hook."""
        return self.run("git", "commit", "-m", "Change")

    def commit_all(self) -> Run:
        self.git("add", "-A")
        return self.commit()

    def commit_unseen(self) -> None:
        """Commit everything past the hook, to begin from."""
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", "Begin")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository", tmp_path / "home")


def told(run: Run) -> list[str]:
    """Return the packs that were linted, in order, as the hook tells them."""
    lines = (run.out + run.err).splitlines()
    return [line.partition(": ")[0] for line in lines if line.startswith("tenders/") and ": " in line]


def without_time(run: Run) -> list[str]:
    return [line for line in (run.out + run.err).splitlines() if "duration" not in line]


def test_the_manifest_is_one_that_pre_commit_takes() -> None:
    command = [*PRE_COMMIT, "validate-manifest", str(MANIFEST)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_manifest_and_the_command_mean_the_same_files() -> None:
    assert manifest()["files"] == f"(?i){DOCUMENT.pattern}"
    assert manifest()["entry"] == "tenderlint hook"


def test_a_pack_with_a_breach_cannot_be_committed_until_it_is_put_right(repository: Repository) -> None:
    write(repository.top / "tenders/hedges/Invitation.docx", *INVITATION, SLOW)
    refused = repository.commit_all()
    assert refused.code == 1
    assert told(refused) == ["tenders/hedges"]
    assert "payment-in-30-days" in refused.err + refused.out
    assert repository.run("git", "log", "--oneline").out.count("\n") == 1
    write(repository.top / "tenders/hedges/Invitation.docx", *INVITATION, PROMPT)
    assert repository.commit_all().code == 0
    assert repository.run("git", "log", "--oneline").out.count("\n") == 2


def test_of_a_pack_of_eight_files_with_one_changed_only_that_pack_is_linted_and_once(repository: Repository) -> None:
    for number in range(6):
        write(repository.top / f"tenders/hall/Part {number}.docx", f"Part {number} of the papers for the hall.")
    write(repository.top / "tenders/hall/Forms/Form of tender.docx", "Name of the bidder:")
    write(repository.top / "tenders/hall/Invitation.docx", *INVITATION, PROMPT)
    write(repository.top / "tenders/park/Invitation.docx", *INVITATION, SLOW)
    repository.commit_unseen()
    write(repository.top / "tenders/hall/Forms/Form of tender.docx", "Name and address of the bidder:")
    done = repository.commit_all()
    assert done.code == 0, done.out + done.err
    assert told(done) == ["tenders/hall"]
    write(repository.top / "tenders/hall/Part 1.docx", "Another part 1.")
    write(repository.top / "tenders/hall/Part 2.docx", "Another part 2.")
    write(repository.top / "tenders/hall/Forms/Form of tender.docx", "Name, address and number of the bidder:")
    assert told(repository.commit_all()) == ["tenders/hall"]


def test_a_file_that_moves_from_pack_to_pack_has_both_linted(repository: Repository) -> None:
    write(repository.top / "tenders/hall/Invitation.docx", *INVITATION, PROMPT)
    write(repository.top / "tenders/hall/Terms.docx", PROMPT)
    write(repository.top / "tenders/park/Invitation.docx", *INVITATION, PROMPT)
    repository.commit_unseen()
    repository.git("mv", "tenders/hall/Terms.docx", "tenders/park/Terms of contract.docx")
    assert sorted(told(repository.commit())) == ["tenders/hall", "tenders/park"]


def test_a_commit_that_only_deletes_has_the_pack_linted(repository: Repository) -> None:
    (repository.top / "tenderlint.toml").write_text('select = ["complaints-form"]\nfail_on = "advice"\n')
    write(repository.top / "tenders/hall/Invitation.docx", *INVITATION)
    write(repository.top / "tenders/hall/Complaints.docx", "Complaints form",
          "Use this form to complain about this procurement. We answer every complaint within 10 working days.",
          "Your name:", "What is your complaint?")  # fmt: skip
    write(repository.top / "tenders/park/Invitation.docx", *INVITATION)
    repository.commit_unseen()
    repository.git("rm", "-q", "tenders/hall/Complaints.docx")
    refused = repository.commit()
    assert refused.code == 1
    assert told(refused) == ["tenders/hall"]
    assert "complaints-form" in refused.out + refused.err


def test_a_pack_that_is_deleted_whole_needs_no_lint(repository: Repository) -> None:
    write(repository.top / "tenders/park/Invitation.docx", *INVITATION, SLOW)
    repository.commit_unseen()
    repository.git("rm", "-rq", "tenders/park")
    done = repository.commit()
    assert done.code == 0, done.out + done.err
    assert told(done) == []


def test_what_is_in_no_pack_costs_no_lint(repository: Repository) -> None:
    write(repository.top / "tenders/park/Invitation.docx", *INVITATION, SLOW)
    repository.commit_unseen()
    (repository.top / "main.c").write_text("int main(void) { return 0; }\n")
    (repository.top / "tenders/park/~$vitation.docx").write_bytes(b"A. Officer")
    done = repository.commit_all()
    assert done.code == 0, done.out + done.err
    assert told(done) == []


def test_what_is_not_staged_does_not_count(repository: Repository) -> None:
    place = write(repository.top / "tenders/hedges/Invitation.docx", *INVITATION, PROMPT)
    repository.git("add", "-A")
    write(place, *INVITATION, SLOW)
    done = repository.commit()
    assert done.code == 0, done.out + done.err


def test_a_pointer_to_a_file_kept_elsewhere_does_not_pass_silently(repository: Repository) -> None:
    write(repository.top / "tenders/hall/Invitation.docx", *INVITATION, PROMPT)
    (repository.top / "tenders/hall/Terms.docx").write_text(POINTER)
    refused = repository.commit_all()
    assert refused.code == 1  # git's own: the hook ends with 3
    text = " ".join((refused.out + refused.err).split())
    assert "exit code: 3" in text
    assert "Terms.docx was not read: It is only a pointer to a file that is stored elsewhere (Git LFS" in text
    assert "git lfs pull" in text


def test_folders_that_are_packs_can_be_named(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository", tmp_path / "home", "--packs", "tenders/*/*")
    write(repository.top / "tenders/2026/hall/Forms/Form.docx", "Name of the bidder:")
    write(repository.top / "tenders/2026/Notes.docx", *INVITATION, SLOW)
    done = repository.commit_all()
    assert told(done) == ["tenders/2026/hall"]


def test_all_files_can_be_linted_pack_by_pack(repository: Repository) -> None:
    for name in ("hall", "park", "pool"):
        write(repository.top / f"tenders/{name}/Invitation.docx", *INVITATION, PROMPT)
        write(repository.top / f"tenders/{name}/Form.docx", "Name of the bidder:")
    repository.git("add", "-A")
    done = repository.run(*PRE_COMMIT, "run", "--all-files")
    assert sorted(told(done)) == ["tenders/hall", "tenders/park", "tenders/pool"]


def test_by_hand_it_lints_the_pack_of_a_file_in_any_folder(tenderlint: Tenderlint, tmp_path: Path) -> None:
    pack = tmp_path / "hedges"
    write(pack / "Invitation.docx", *INVITATION, SLOW)
    run = tenderlint("hook", "Invitation.docx", cwd=pack)
    assert run.code == 1
    assert "payment-in-30-days" in run.out
    assert tenderlint("hook", pack / "Invitation.docx", "--fail-on", "never").code == 0


def test_the_lines_fit_a_narrow_terminal_and_say_how_to_see_the_rest(tenderlint: Tenderlint, tmp_path: Path) -> None:
    pack = tmp_path / "hedges"
    write(pack / "Invitation.docx", *INVITATION, SLOW)
    run = tenderlint("hook", "Invitation.docx", cwd=pack, COLUMNS="60")
    lines = run.out.splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[-1] == "    tenderlint check ."


def test_mistakes_in_the_settings_are_told_in_one_line(tenderlint: Tenderlint, tmp_path: Path) -> None:
    pack = tmp_path / "hedges"
    write(pack / "Invitation.docx", *INVITATION)
    (pack / "tenderlint.toml").write_text('fail_om = "advice"\n')
    run = tenderlint("hook", pack / "Invitation.docx")
    assert (run.code, run.out) == (2, "")
    assert "fail_on" in run.err
    assert run.err.count("\n") == 1


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Run the hook in a process of its own, and return the modules of tenderlint and of others that it loads."""
    code = (
        "import sys, json; from tenderlint.cli import run; run(['hook', *sys.argv[1:]]);"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=folder,
        env={**os.environ, "PYTHONPATH": python_path(), "TENDERLINT_CACHE": str(folder / ".cache")},
    )  # fmt: skip
    names = set(json.loads(done.stdout.splitlines()[-1]))
    return {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}


def test_without_a_file_of_a_pack_nothing_of_a_lint_is_loaded(tmp_path: Path) -> None:
    own = {name for name in loaded(tmp_path) if name.startswith("tenderlint")}
    assert own == {
        "tenderlint", "tenderlint.class_store", "tenderlint.cli", "tenderlint.commands", "tenderlint.commands.exits",
        "tenderlint.commands.hook", "tenderlint.commands.options", "tenderlint.errors", "tenderlint.git",
        "tenderlint.ignored", "tenderlint.kept", "tenderlint.outcomes", "tenderlint.staged",
    }  # fmt: skip


def test_a_second_run_remembers_and_neither_reads_nor_asks_anything(tmp_path: Path) -> None:
    write(tmp_path / "hedges/Invitation.docx", *INVITATION, SLOW)
    file = "hedges/Invitation.docx"
    first, second = loaded(tmp_path, file), loaded(tmp_path, file)
    work = {"tenderlint.engine", "tenderlint.registry", "tenderlint.discovery", "tenderlint.readers.word"}
    assert work <= first
    assert work.isdisjoint(second)
    assert not {name for name in second if name.startswith(("tenderlint.facts", "tenderlint_checks", "lxml"))}
    write(tmp_path / file, *INVITATION, PROMPT)
    assert work <= loaded(tmp_path, file)


def test_a_second_commit_of_the_same_pack_tells_the_same_from_memory(repository: Repository) -> None:
    write(repository.top / "tenders/hedges/Invitation.docx", *INVITATION, SLOW)
    first = repository.commit_all()
    kept = list((Path(repository.environment["TENDERLINT_CACHE"]) / "reports").iterdir())
    assert len(kept) == 1
    kept[0].write_bytes(b"broken")  # a broken entry is a miss, and is put right
    second = repository.commit()
    assert (second.code, told(second)) == (first.code, told(first))
    whole = kept[0].read_bytes()
    third = repository.commit()
    assert (third.code, without_time(third)) == (first.code, without_time(first))
    assert kept[0].read_bytes() == whole


def test_what_a_baseline_knows_stops_no_commit_and_the_baseline_stays_as_it_is(
    repository: Repository, tenderlint: Tenderlint
) -> None:
    pack = repository.top / "tenders/hedges"
    write(pack / "Invitation.docx", *INVITATION, SLOW)
    (pack / "tenderlint.toml").write_text('baseline = "known.json"\n')
    done = repository.run(sys.executable, "-m", "tenderlint", "check", "tenders/hedges", "--write-baseline", "-q")
    assert done.code in (0, 1), done.err
    before = (pack / "known.json").read_bytes()
    passed = repository.commit_all()
    assert passed.code == 0, passed.out + passed.err
    write(pack / "Invitation.docx", *INVITATION, PROMPT)
    assert repository.commit_all().code == 0
    assert (pack / "known.json").read_bytes() == before


def test_what_is_waived_stops_no_commit(repository: Repository) -> None:
    pack = repository.top / "tenders/hedges"
    write(pack / "Invitation.docx", *INVITATION, SLOW)
    (pack / "tenderlint.toml").write_text(
        '[[waiver]]\ncheck = "payment-in-30-days"\nquote = "within 60 days"\nreason = "Agreed with all bidders."\n'
        'owner = "A. Officer"\nlast_day = 2099-12-31\n'
    )
    done = repository.commit_all()
    assert done.code == 0, done.out + done.err
