"""Which pack the file of a commit belongs to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tenderlint.git import taken_away
from tenderlint.staged import Packs, is_document, is_left


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def put(top: Path, *names: str) -> None:
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("", encoding="utf-8")


def pack_of(top: Path, file: str, *patterns: str) -> str | None:
    pack = Packs(patterns).of(str(top / file))
    return None if pack is None else os.path.relpath(pack, top)


def test_the_folder_of_a_file_is_its_pack(top: Path) -> None:
    put(top, "tenders/hall/ITT.docx", "tenders/park/ITT.docx")
    assert pack_of(top, "tenders/hall/ITT.docx") == "tenders/hall"


def test_a_folder_of_forms_belongs_to_the_pack_that_holds_it(top: Path) -> None:
    put(top, "tenders/hall/ITT.docx", "tenders/hall/Forms/Part 1/A.docx", "tenders/hall/Forms/B.PDF")
    assert pack_of(top, "tenders/hall/Forms/Part 1/A.docx") == "tenders/hall"
    put(top, "tenders/park/Forms/A.docx", "tenders/park/prices.xlsx")
    assert pack_of(top, "tenders/park/Forms/A.docx") == "tenders/park/Forms"


def test_a_table_for_the_pack_in_the_settings_marks_the_whole_pack(top: Path) -> None:
    put(top, "tenders/park/Forms/A.docx", "tenders/hall/Forms/A.docx")
    (top / "tenders/park/tenderlint.toml").write_text("[pack]\n")
    (top / "tenders/tenderlint.toml").write_text('fail_on = "warning"\n')
    assert pack_of(top, "tenders/park/Forms/A.docx") == "tenders/park"
    assert pack_of(top, "tenders/hall/Forms/A.docx") == "tenders/hall/Forms"
    (top / "tenders/hall/tenderlint.toml").write_text("this is = no TOML [\n")
    assert pack_of(top, "tenders/hall/Forms/A.docx") == "tenders/hall/Forms"


def test_the_top_of_a_repository_is_a_pack_only_where_its_settings_say_so(top: Path) -> None:
    put(top, "ITT.docx", "Forms/A.docx", "src/main.c")
    assert pack_of(top, "ITT.docx") == "ITT.docx"
    assert pack_of(top, "Forms/A.docx") == "Forms"
    (top / "tenderlint.toml").write_text('[pack]\nnation = "Wales"\n')
    assert pack_of(top, "ITT.docx") == "."
    assert pack_of(top, "Forms/A.docx") == "."


def test_patterns_say_which_folders_are_packs_and_leave_all_else_alone(top: Path) -> None:
    put(top, "tenders/2026/hall/Forms/A.docx", "tenders/register.docx", "docs/guide.docx")
    assert pack_of(top, "tenders/2026/hall/Forms/A.docx", "tenders/*/*") == "tenders/2026/hall"
    assert pack_of(top, "tenders/2026/hall/Forms/A.docx", "other/*", "tenders/2026/h*/") == "tenders/2026/hall"
    assert pack_of(top, "tenders/register.docx", "tenders/*/*") is None
    assert pack_of(top, "docs/guide.docx", "tenders/*") is None


def test_a_file_that_is_gone_belongs_to_the_pack_in_which_it_was(top: Path) -> None:
    put(top, "tenders/hall/ITT.docx")
    assert pack_of(top, "tenders/hall/gone.docx") == "tenders/hall"
    assert pack_of(top, "tenders/hall/Gone folder/gone.docx") == "tenders/hall"


def test_a_folder_that_is_named_is_a_pack(top: Path) -> None:
    put(top, "tenders/hall/ITT.docx")
    assert pack_of(top, "tenders/hall") == "tenders/hall"


@pytest.mark.parametrize("name", ["a/ITT.docx", "ITT.DOCX", "b.docm", "c.pdf", "d.xlsx", "e.odt", "f.zip", "old.doc"])
def test_documents_are_known_by_their_names(name: str) -> None:
    assert is_document(name)


@pytest.mark.parametrize(
    "name", ["~$ITT.docx", "a/.~lock.ITT.odt#", ".hidden.docx", "main.c", "notes.md", "docx", "a.pdfx"]
)
def test_locks_and_other_files_are_no_documents(name: str) -> None:
    assert not is_document(name)


def test_a_pack_is_left_as_long_as_it_holds_a_file(tmp_path: Path) -> None:
    pack = tmp_path / "hall"
    assert not is_left(str(pack))
    pack.mkdir()
    (pack / "~$ITT.docx").touch()
    assert not is_left(str(pack))
    put(pack, "Forms/A.docx")
    assert is_left(str(pack))
    assert is_left(str(pack / "Forms/A.docx"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a/one.docx", "a/two words ü.docx", "b/three.docx")
    git("init", "-q")
    git("add", "-A")
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "first")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def test_git_tells_what_a_commit_deletes_or_renames(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken_away() == ()
    git("rm", "-q", "a/two words ü.docx")
    git("mv", "b/three.docx", "a/three.docx")
    assert set(taken_away()) == {str(repository / "a/two words ü.docx"), str(repository / "b/three.docx")}
    monkeypatch.chdir(repository / "a")
    assert str(repository / "b/three.docx") in taken_away()


def test_git_is_asked_about_two_commits_where_those_are_compared(repository: Path) -> None:
    git("rm", "-q", "b/three.docx")
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "second")
    refs = {"PRE_COMMIT_FROM_REF": "HEAD~1", "PRE_COMMIT_TO_REF": "HEAD"}
    assert taken_away() == ()
    assert taken_away(refs) == (str(repository / "b/three.docx"),)
    assert taken_away({**refs, "PRE_COMMIT_FROM_REF": "no such commit"}) == ()


def test_without_git_nothing_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert taken_away() == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert taken_away() == ()


def test_where_a_system_cannot_spawn_git_is_asked_all_the_same(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("rm", "-q", "b/three.docx")
    monkeypatch.delattr(os, "posix_spawnp")
    assert taken_away() == (str(repository / "b/three.docx"),)
