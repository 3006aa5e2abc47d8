"""Tests of finding the documents of a pack: in folders, in zips, and what is left out or cannot be had."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlint import discovery
from tenderlint.discovery import load_pack
from tenderlint.discovery.names import natural_order, shown
from tenderlint.errors import UsageError
from tenderlint.ignored import is_ignored
from tenderlint.model import Document, Extent, Pack, Role
from tests.readers.made import jpeg, pdf, png, word, zipped

NOTICE = {
    "ocid": "ocds-example-1", "id": "1", "date": "2026-06-01T00:00:00Z", "tag": ["tender"],
    "buyer": {"name": "Wexley Parish Council"}, "tender": {"id": "T1", "title": "Hall cleaning"},
}  # fmt: skip



def put(folder: Path, files: dict[str, bytes | str]) -> Path:
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def paths(pack: Pack) -> list[str]:
    return [document.path for document in pack.documents]


def one(pack: Pack, path: str) -> Document:
    return next(document for document in pack.documents if document.path == path)


def told(pack: Pack, path: str) -> str:
    return " ".join(note.text for note in one(pack, path).notes)


def test_a_folder_is_read_with_its_folders_in_natural_order(tmp_path: Path) -> None:
    put(tmp_path / "Hall", {
        "Attachment 10.md": "Ten", "Attachment 2.md": "Two", "terms/Annex B.md": "B", "terms/annex a.md": "A",
        "Invitation to tender.docx": word("Bids by noon."),
    })  # fmt: skip
    pack = load_pack(tmp_path / "Hall")
    assert pack.name == "Hall"
    assert pack.path == str(tmp_path / "Hall")
    assert paths(pack) == [
        "Attachment 2.md", "Attachment 10.md", "Invitation to tender.docx", "terms/annex a.md", "terms/Annex B.md",
    ]  # fmt: skip
    assert all(document.extent is Extent.FULLY for document in pack.documents)


def test_every_document_has_its_role_digest_and_size(tmp_path: Path) -> None:
    data = word("The price is fixed.")
    pack = load_pack(put(tmp_path, {"Appendix C - Pricing.docx": data}))
    (document,) = pack.documents
    assert (document.role, document.size, len(document.digest)) == (Role.PRICING, len(data), 32)


def test_the_systems_own_files_and_locks_are_no_documents(tmp_path: Path) -> None:
    put(tmp_path, {
        "ITT.md": "Words", ".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "x", "~$ITT.docx": "x", ".x.md": "x",
        "~WRL0001.tmp": "x", ".git/config": "x", "__MACOSX/._ITT.md": "x", "tenderlint.toml": "x", ".~lock.A.odt#": "x",
    })  # fmt: skip
    assert paths(load_pack(tmp_path)) == ["ITT.md"]


def test_a_file_that_cannot_be_read_keeps_its_place_and_says_why(tmp_path: Path) -> None:
    put(tmp_path, {"A.md": "Words", "B.pdf": "", "C.md": "More", "D.jpg": jpeg(400, 300), "E.dwg": b"AC1032xxxx"})
    pack = load_pack(tmp_path)
    assert paths(pack) == ["A.md", "B.pdf", "C.md", "D.jpg", "E.dwg"]
    assert [document.extent.value for document in pack.documents] == ["fully", "not", "fully", "not", "not"]
    assert told(pack, "B.pdf") == "is empty. Copy or download it again."
    assert told(pack, "D.jpg").startswith("is a picture. If it shows words, give them as text too")
    assert told(pack, "E.dwg") == "is a CAD drawing. If bidders need it, give it as PDF too."


def test_a_zip_beside_the_documents_is_opened_and_so_is_a_zip_in_it_but_no_deeper(tmp_path: Path) -> None:
    deepest = zipped({"Hidden.md": "x"})
    inner = zipped({"Form.md": "Form", "deepest.zip": deepest})
    put(tmp_path, {"ITT.md": "Words", "bundle.zip": zipped({"Terms.docx": word("Pay"), "forms/inner.zip": inner})})
    pack = load_pack(tmp_path)
    assert paths(pack) == [
        "bundle.zip/forms/inner.zip/deepest.zip", "bundle.zip/forms/inner.zip/Form.md", "bundle.zip/Terms.docx",
        "ITT.md",
    ]  # fmt: skip
    assert one(pack, "bundle.zip/Terms.docx").words == 1
    assert told(pack, "bundle.zip/forms/inner.zip/deepest.zip") == (
        "is a zip within a zip within a zip: it was not opened. Unpack it and check the folder."
    )


def test_a_zip_is_a_pack_and_its_members_are_named_without_it(tmp_path: Path) -> None:
    put(tmp_path, {"Hall.zip": zipped({"pack/ITT.md": "Words", "__MACOSX/pack/._ITT.md": "x", "pack/~$x.docx": "x"})})
    pack = load_pack(tmp_path / "Hall.zip")
    assert pack.name == "Hall"
    assert paths(pack) == ["pack/ITT.md"]


def test_one_file_is_a_pack(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"ITT.pdf": pdf("Bids by noon")}) / "ITT.pdf")
    assert (pack.name, paths(pack)) == ("ITT", ["ITT.pdf"])
    assert pack.documents[0].words == 3


def test_a_word_file_with_the_ending_of_a_zip_is_one_document(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"Terms.zip": word("Pay in 30 days")}))
    assert paths(pack) == ["Terms.zip"]
    assert pack.documents[0].words == 4


def test_names_in_a_zip_that_point_elsewhere_are_shown_and_nothing_is_written(tmp_path: Path) -> None:
    bad = zipped({"../../escape.md": "Out", "/etc/passwd.md": "Root", "C:\\win.md": "Drive"})
    pack = load_pack(put(tmp_path / "in" / "pack", {"bundle.zip": bad}))
    assert sorted(paths(pack)) == ["bundle.zip/../../escape.md", "bundle.zip/C:/win.md", "bundle.zip/etc/passwd.md"]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["bundle.zip"]


def test_two_members_of_one_name_are_both_listed(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(zipped({"ITT.md": "First", "TTI.md": "And second"}).replace(b"TTI", b"ITT"))
    assert [(each.path, each.words) for each in load_pack(tmp_path / "b.zip").documents] == [
        ("ITT.md", 1), ("ITT.md (2)", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("told_so", [True, False], ids=["flagged", "unflagged"])
def test_names_in_utf_8_are_read_whether_the_zip_says_so_or_not(tmp_path: Path, told_so: bool) -> None:
    data = zipped({"Größe – 5.md": "Words"})
    if not told_so:
        name = "Größe – 5.md".encode()
        data = zipped({"x" * len(name): "Words"}).replace(b"x" * len(name), name)
    (tmp_path / "b.zip").write_bytes(data)
    assert paths(load_pack(tmp_path / "b.zip")) == ["Größe – 5.md"]


def test_a_member_behind_a_password_says_what_to_do(tmp_path: Path) -> None:
    data = bytearray(zipped({"Terms.md": "Words"}))
    data[6] |= 1  # the flag in the member's own head, and in the list at the end
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(data)
    pack = load_pack(tmp_path / "b.zip")
    assert told(pack, "Terms.md") == (
        "is locked with a password in its zip. Unpack the zip with its password and check the folder."
    )


def test_a_zip_bomb_is_named_and_not_unpacked(tmp_path: Path) -> None:
    put(tmp_path, {"ITT.md": "Words", "b.zip": zipped({"Terms.txt": bytes(60_000_000), "Form.md": "Form"})})
    pack = load_pack(tmp_path)
    assert one(pack, "b.zip/Form.md").words == 1
    assert "is squeezed more than 200 times in its zip" in told(pack, "b.zip/Terms.txt")


def test_a_zip_whose_members_overlap_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("A.md", "Words")
        archive.writestr("B.md", "Words")
        archive.infolist()[1].header_offset = archive.infolist()[0].header_offset
    pack = load_pack(tmp_path)
    assert "overlap each other" in told(pack, "b.zip")


def test_a_damaged_zip_is_named(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"ITT.md": "Words", "b.zip": zipped({"Terms.md": "Words"})[:60]}))
    assert told(pack, "b.zip") == "is a zip file that is cut short or damaged. Copy or download it again."


def test_a_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("A.md", "Wordswords")
        archive.writestr("B.md", "More")
    data = (tmp_path / "b.zip").read_bytes().replace(b"Wordswords", b"Wordsbroke", 1)
    (tmp_path / "b.zip").write_bytes(data)
    pack = load_pack(tmp_path / "b.zip")
    assert told(pack, "A.md") == "is damaged in its zip. Copy or download the zip again."
    assert one(pack, "B.md").words == 1


def test_an_archive_of_another_kind_says_what_to_do(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"ITT.md": "Words", "b.7z": b"7z\xbc\xaf\x27\x1c" + bytes(30)}))
    assert told(pack, "b.7z") == "is an archive of a kind that is not opened. Unpack it and check the folder."


def test_links_within_the_pack_are_followed_and_links_out_of_it_are_not(tmp_path: Path) -> None:
    put(tmp_path, {"secret.md": "Secret", "elsewhere/x.md": "Elsewhere", "pack/ITT.md": "Words"})
    pack_folder = tmp_path / "pack"
    (pack_folder / "again.md").symlink_to(pack_folder / "ITT.md")
    (pack_folder / "out.md").symlink_to(tmp_path / "secret.md")
    (pack_folder / "folder").symlink_to(tmp_path / "elsewhere")
    (pack_folder / "loop").symlink_to(pack_folder)
    (pack_folder / "nowhere.md").symlink_to(tmp_path / "gone.md")
    pack = load_pack(pack_folder)
    assert paths(pack) == ["again.md", "folder", "ITT.md", "nowhere.md", "out.md"]
    for path in ("folder", "out.md"):
        assert told(pack, path) == "is a link out of the folder: it was not followed. Put a copy into the folder."
    assert "leads nowhere" in told(pack, "nowhere.md")


def test_a_file_that_is_no_ordinary_file_is_never_opened(tmp_path: Path) -> None:
    put(tmp_path, {"ITT.md": "Words"})
    os.mkfifo(tmp_path / "pipe.pdf")
    assert "is no ordinary file" in told(load_pack(tmp_path), "pipe.pdf")


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"ITT.md": "Words", "closed/Terms.md": "Words"})
    really = os.scandir

    def scandir(place: Path) -> Iterator[os.DirEntry[str]]:
        if Path(place).name == "closed":
            raise PermissionError(13, "Permission denied")
        return really(place)

    monkeypatch.setattr(os, "scandir", scandir)
    pack = load_pack(tmp_path)
    assert paths(pack) == ["closed", "ITT.md"]
    assert told(pack, "closed").startswith("is a folder that you are not allowed to open: nothing in it was read.")
    assert one(pack, "closed").notes[0].lost


def test_a_copy_is_listed_and_named_as_one(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"A.md": "Words", "B.md": "Other", "copies/A (1).md": "Words"}))
    (note,) = one(pack, "copies/A (1).md").notes
    assert note.text == "is the same file as A.md. Keep one of the two."
    assert not note.lost


def test_empty_files_are_not_called_copies(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"A.md": "", "B.md": "", "C.md": "Words"}))
    assert told(pack, "B.md") == "is empty. Copy or download it again."


def test_a_notice_in_the_folder_is_the_packs_notice(tmp_path: Path) -> None:
    pack = load_pack(put(tmp_path, {"ITT.md": "Words", "notice.json": json.dumps({"releases": [NOTICE]})}))
    assert pack.notice is not None
    assert pack.notice["ocid"] == "ocds-example-1"
    assert one(pack, "notice.json").role is Role.NOTICE


def test_the_latest_of_several_notices_counts(tmp_path: Path) -> None:
    award = {"ocid": "ocds-example-1", "id": "3", "date": "2026-09-01T00:00:00Z", "tag": ["award"], "awards": []}
    later = {**NOTICE, "date": "2026-06-20T00:00:00Z", "tender": {"id": "T1", "title": "Hall cleaning, amended"}}
    files = {"1.json": NOTICE, "2.json": later, "3.json": award}
    pack = load_pack(put(tmp_path, {name: json.dumps(data) for name, data in files.items()}))
    assert pack.notice is not None
    assert pack.notice["tender"] == later["tender"]


def test_a_notice_from_elsewhere_joins_the_documents(tmp_path: Path) -> None:
    put(tmp_path, {"pack/ITT.md": "Words", "down/notice.json": json.dumps(NOTICE)})
    pack = load_pack(tmp_path / "pack", notice=tmp_path / "down" / "notice.json")
    assert pack.notice is not None
    assert paths(pack) == ["ITT.md", "notice.json"]


def test_a_notice_that_lies_in_the_pack_is_not_listed_twice(tmp_path: Path) -> None:
    put(tmp_path, {"ITT.md": "Words", "notice.json": json.dumps(NOTICE)})
    assert paths(load_pack(tmp_path, notice=tmp_path / "notice.json")) == ["ITT.md", "notice.json"]


@pytest.mark.parametrize("data", ["{}", "no json", ""])
def test_a_file_that_is_no_notice_is_wrong_usage(tmp_path: Path, data: str) -> None:
    put(tmp_path, {"pack/ITT.md": "Words", "notice.json": data})
    with pytest.raises(UsageError, match="is no notice in the OCDS form"):
        load_pack(tmp_path / "pack", notice=tmp_path / "notice.json")


def test_a_path_that_leads_nowhere_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        load_pack(tmp_path / "gone")


@pytest.mark.parametrize("files", [{}, {".DS_Store": "x", "~$a.docx": "x"}])
def test_a_folder_without_documents_is_wrong_usage(tmp_path: Path, files: dict[str, bytes | str]) -> None:
    (tmp_path / "pack").mkdir()
    put(tmp_path / "pack", files)
    with pytest.raises(UsageError, match="holds no files"):
        load_pack(tmp_path / "pack")


def test_too_many_files_are_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlint.discovery.MOST_FILES", 2)
    put(tmp_path, {"a.md": "x", "b.md": "y", "c.md": "z"})
    with pytest.raises(UsageError, match="holds more than 2 files"):
        load_pack(tmp_path)


def test_a_file_larger_than_any_document_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlint.discovery.held.MOST_BYTES", 1024**2)
    put(tmp_path, {"a.md": b"x" * (1024**2 + 1)})
    assert told(load_pack(tmp_path), "a.md") == "is larger than 1 MB: it was not read. Split it into smaller files."


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_a_pack_is_the_same_however_many_documents_are_read_at_once(tmp_path: Path, jobs: int) -> None:
    put(tmp_path, {
        "ITT.docx": word("Bids by noon"), "b.zip": zipped({"T.md": "Words", "U.pdf": pdf("Some words")}),
        "p.png": png(9, 9),
    })  # fmt: skip
    assert load_pack(tmp_path, jobs=jobs) == load_pack(tmp_path)


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    load_pack(put(tmp_path, {"a.md": "x", "b.md": "y"}), progress=lambda *told_of: seen.append(told_of))
    assert seen == [("a.md", 1, 2), ("b.md", 2, 2)]


def test_names_are_shown_without_what_would_upset_a_terminal() -> None:
    assert shown("a\x1b[31m\u202eb.md") == "a�[31m�b.md"
    assert shown("caf\udce9.md") == "caf�.md"
    assert shown("Größe – “x”.md") == "Größe – “x”.md"


def test_names_are_ordered_as_people_count() -> None:
    names = ["Lot 10.md", "lot 2.md", "Lot 1/b.md", "Lot 1.md", "A.md", "2.md"]
    assert sorted(names, key=natural_order) == ["2.md", "A.md", "Lot 1/b.md", "Lot 1.md", "lot 2.md", "Lot 10.md"]


@pytest.mark.parametrize("name", ["ITT.docx", "~draft.docx", "database.db", "Icons.pdf"])
def test_ordinary_names_are_not_ignored(name: str) -> None:
    assert not is_ignored(name)


def test_a_pdf_file_that_calls_itself_a_word_file_is_not_read_in_this_process(tmp_path: Path) -> None:
    path = tmp_path / "Terms.docx"
    path.write_bytes(b"%PDF-1.7\n%broken")
    assert not discovery.is_tame(path)
    path.write_bytes(b"PK\x03\x04")
    assert discovery.is_tame(path)


def test_a_folder_of_a_few_small_word_files_is_read_in_this_process_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "ITT.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "Form.odt").write_bytes(b"PK\x03\x04")
    (tmp_path / "~$ITT.docx").write_bytes(b"A. Officer")
    assert discovery.is_tame(tmp_path)
    (tmp_path / "Prices.xlsx").write_bytes(b"PK\x03\x04")
    assert not discovery.is_tame(tmp_path)
    (tmp_path / "Prices.xlsx").unlink()
    (tmp_path / "Forms").mkdir()
    assert not discovery.is_tame(tmp_path)
    (tmp_path / "Forms").rmdir()
    (tmp_path / "Form.odt").write_bytes(b"PK" + bytes(discovery.MOST_TAME))
    assert not discovery.is_tame(tmp_path)
    for number in range(4):
        (tmp_path / "Form.odt").unlink(missing_ok=True)
        (tmp_path / f"{number}.docx").write_bytes(b"PK\x03\x04")
    assert not discovery.is_tame(tmp_path)
    assert not discovery.is_tame(tmp_path / "missing")
