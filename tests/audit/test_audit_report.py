"""The pages and files of an audit, made by the command from a store."""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from pyarrow import parquet

from tests.audit import made_store
from tests.audit.made_store import found
from tests.audit.postgresql import Server
from tests.conftest import Run, python_path

Command = Callable[..., Run]
BARNET = "London Borough of Barnet"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return made_store.report(tmp_path_factory.mktemp("linted"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def audit(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> Iterator[str]:
    """Six packs of Barnet, one of Adur, one behind a login, one that names nobody and is hostile."""
    if request.param == "sqlite":
        yield made_store.store(tmp_path_factory.mktemp("store") / "audit.sqlite", packs_of(data))
        return
    server: Server = request.getfixturevalue("server")
    yield made_store.store(server.address("published"), packs_of(data))
    server.sql("DROP SCHEMA published CASCADE")


def packs_of(data: dict[str, Any]) -> list[Any]:
    packs: list[Any] = [
        (
            found(number, authority=BARNET, region="UKI31", service="85312000"),
            made_store.pack(
                data, title=f"Advocacy {number}", issue_date="2026-10-01",
                submission_deadline=f"2026-10-{days:02}T12:00",
                outcomes={"complaints-form": "passed" if number == 0 else "failed"},
            ),
        )
        for number, days in enumerate((5, 10, 15, 20, 25, 30))
    ]  # fmt: skip
    packs.append((found(6), made_store.pack(data, title='=HYPERLINK("x") <script>alert(1)</script>')))
    closed = "not openly accessible: the portal asks for a login"
    packs.append((found(7, authority="Leeds City Council", trouble=closed), None))
    packs.append((found(8), made_store.pack(data, buyer_name=None, title="Widgets")))
    return packs


@pytest.fixture(scope="module")
def folder(audit: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("report") / "out"
    kinds = [word for kind in ("html", "xlsx", "csv", "jsonl", "parquet") for word in ("--format", kind)]
    subprocess.run(
        [sys.executable, "-m", "tenderlint", "audit-report", audit, "-o", target, *kinds], check=True, timeout=120,
        env={**os.environ, "PYTHONPATH": python_path()},
    )  # fmt: skip
    return target


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def words(page: Path) -> str:
    text = re.sub(r"(?s)<(style|script|title)\b.*?</\1>", " ", page.read_text(encoding="utf-8"))
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_the_overview_counts_packs_and_says_which_were_not_open(folder: Path) -> None:
    told = words(folder / "index.html")
    assert "9 tender packs of 3 authorities" in told
    assert "Linted 8 of 9 packs" in told
    assert "Not openly accessible 1 of 9 packs" in told
    assert "3 of the 382 in the list have a pack here" in told
    assert "1 pack does not say who buys" in told


def test_an_authority_with_packs_enough_has_figures_with_their_denominator(folder: Path) -> None:
    told = words(folder / "authorities" / "london-borough-of-barnet.html")
    assert "London borough (E09000003)" in told
    assert "This authority 6 of 6 4 10.2 16.5 22.8 29 16.5" in told.replace(" days", "")
    assert "This authority 6 of 6 1 17%" in told
    assert "fewer than 5" not in told


def test_one_pack_gives_its_authority_no_shares(folder: Path) -> None:
    told = words(folder / "authorities" / "adur-district-council.html")
    assert "There are fewer than 5 packs, so no shares are worked out" in told
    assert "%" not in told.split("Packs", 1)[1]


def test_a_pack_behind_a_login_says_so_on_its_authoritys_page(folder: Path) -> None:
    told = words(folder / "authorities" / "leeds-city-council.html")
    assert "Status not openly accessible: the portal asks for a login" in told


def test_a_check_page_tells_why_and_where_it_fails_by_name(folder: Path) -> None:
    told = words(folder / "checks" / "complaints-form.html")
    assert "Why it matters" in told
    assert "London Borough of Barnet : 5 of 6 packs" in told
    assert told.index("Adur District Council") < told.index("London Borough of Barnet")


def test_a_group_too_small_is_told_and_not_shown(folder: Path) -> None:
    told = words(folder / "by-region.html")
    assert "London 6 of 6" in told
    assert "not known 2 of 2 too few to show" in told.replace("not known 1 of 2", "not known 2 of 2")


def test_every_link_of_every_page_leads_to_a_page_that_is_there(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        for address in re.findall(r'(?:href|src)="([^"#]+)(?:#[^"]*)?"', page.read_text(encoding="utf-8")):
            assert (page.parent / address).is_file(), f"{page.name}: {address}"


def test_what_a_pack_says_is_shown_as_words_and_never_run(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert" in (folder / "authorities" / "adur-district-council.html").read_text(encoding="utf-8")


def test_the_table_of_authorities_has_those_without_a_pack_too(folder: Path) -> None:
    told = {row["code"] or row["authority"]: row for row in rows(folder, "authorities")}
    assert told["E09000003"]["packs"] == 6
    assert told["E09000003"]["contract"] == "Advocacy 5"
    assert told["E09000003"]["stage"] == "deadline has passed"
    assert told["E08000035"]["status"] == "not openly accessible: the portal asks for a login"
    assert told["S12000033"]["status"] == "no pack seen"
    assert len(told) == 383


def test_a_pack_row_holds_what_was_measured(folder: Path) -> None:
    first = rows(folder, "packs")[0]
    assert (first["days_given"], first["kind_of_service"], first["region"]) == (4, "care, health and support", "London")
    assert first["complaints_form"] is True
    assert rows(folder, "packs")[1]["complaints_form"] is False


def test_where_the_auditor_keeps_the_packs_is_not_published(folder: Path) -> None:
    assert [row["path"] for row in rows(folder, "packs")][:2] == ["0", "1"]


def test_findings_have_the_words_of_the_pack(folder: Path, data: dict[str, Any]) -> None:
    told = [row for row in rows(folder, "findings") if row["pack"] == "7"]
    expected = [each for row in data["checks"] if row["outcome"] == "failed" for each in row["findings"]]
    assert {row["message"] for row in told} == {each["message"] for each in expected}
    assert any("turnover of £1 million" in row["quote"] for row in told)


def test_csv_lines_and_parquet_hold_the_same_rows(folder: Path) -> None:
    for name in ("authorities", "packs", "findings", "figures", "checks"):
        lines = rows(folder, name)
        with (folder / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == len(lines)
        table = parquet.read_table(folder / "data" / f"{name}.parquet")
        assert table.column_names == list(lines[0])
        assert table.num_rows == len(lines)


def test_a_title_that_looks_like_a_formula_stays_a_text(folder: Path) -> None:
    with (folder / "data" / "packs.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"][:11] for row in csv.DictReader(file)][6] == "'=HYPERLINK"
    sheet = openpyxl.load_workbook(folder / "data" / "audit.xlsx")["Packs"]
    assert [cell.data_type for cell in sheet[8] if str(cell.value).startswith("=HYPERLINK")] == ["s"]


def test_the_workbook_has_a_sheet_for_each_table_with_a_heading_that_stays(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "data" / "audit.xlsx")
    assert book.sheetnames == ["About", "Authorities", "Packs", "Findings", "Figures by group", "Checks"]
    sheet = book["Authorities"]
    assert sheet.freeze_panes == "B2"
    assert [cell.value for cell in sheet[1]][:4] == ["Authority", "Code", "Nation", "Region"]
    assert sheet.max_row == 384
    assert "no region for England" in " ".join(str(row[0].value) for row in book["About"])


def test_the_figures_leave_out_what_too_few_packs_say(folder: Path) -> None:
    told = [row for row in rows(folder, "figures") if row["view"] == "authority" and row["indicator"] == "days-given"]
    by_name = {row["group"]: row for row in told}
    assert by_name["Barnet (E09000003)"]["median"] == 16.5
    assert by_name["Adur (E07000223)"]["median"] is None
    assert by_name["Adur (E07000223)"]["note"] == "too few to show"


def test_the_questions_ready_for_datasette_can_be_asked_of_the_store(
    tenderlint: Command, data: dict[str, Any], tmp_path: Path
) -> None:
    audit = made_store.store(tmp_path / "audit.sqlite", packs_of(data))
    assert tenderlint("audit-report", audit, "-o", tmp_path / "out", "--format", "datasette").code == 0
    described = (tmp_path / "out" / "data" / "datasette.json").read_text(encoding="utf-8")
    told = json.loads(described)["databases"]["audit"]
    with sqlite3.connect(audit) as base:
        names = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        assert told["tables"].keys() <= names
        for name, table in told["tables"].items():
            columns = {row[1] for row in base.execute(f"PRAGMA table_info({name})")}
            assert table.get("columns", {}).keys() <= columns
        counts = {
            name: len(base.execute(query["sql"], {"authority": "Barnet", "words": "turnover"}).fetchall())
            for name, query in told["queries"].items()
        }
    base.close()
    assert counts["authority_packs"] == 6
    assert counts["not_linted"] == 1
    assert counts["findings_with"] > 0
    assert counts["no_complaints_form"] >= 5


def test_packs_with_an_ocid_become_records_with_our_results(
    tenderlint: Command, data: dict[str, Any], tmp_path: Path
) -> None:
    notice = tmp_path / "notice.json"
    told = {"ocid": "ocds-1", "id": "x", "tag": ["tender"], "tender": {"id": "t", "title": "From the notice"}}
    notice.write_text(json.dumps(told), encoding="utf-8")
    base = made_store.store(tmp_path / "audit.sqlite", [
        (found(1, ocid="ocds-1", notice=str(notice)), made_store.pack(data)),
        (found(2, ocid="ocds-2"), made_store.pack(data, title="Own words")),
        (found(3, ocid="ocds-3", trouble="not openly accessible: gone"), None),
        (found(4), made_store.pack(data)),
    ])  # fmt: skip
    target = tmp_path / "out"
    assert tenderlint("audit-report", base, "-o", target, "--format", "ocds").code == 2
    run = tenderlint("audit-report", base, "-o", target, "--format", "ocds", "--published-at", "https://a.example/x/")
    assert (run.code, run.err) == (0, "OCDS: 1 pack without an OCID left out.\n")
    package = json.loads((target / "data" / "ocds" / "records.json").read_text(encoding="utf-8"))
    assert package["extensions"] == ["https://a.example/x/data/ocds/extension/extension.json"]
    releases = {record["ocid"]: record["compiledRelease"] for record in package["records"]}
    assert {ocid: release.get("tender", {}).get("title") for ocid, release in releases.items()} == {
        "ocds-1": "From the notice", "ocds-2": "Own words", "ocds-3": "",
    }  # fmt: skip
    schema = json.loads((target / "data" / "ocds" / "extension" / "release-schema.json").read_text(encoding="utf-8"))
    for release in releases.values():
        assert release["tag"] == ["compiled"]
        jsonschema.validate(release["packCheck"], schema["definitions"]["PackCheck"])
    assert releases["ocds-3"]["packCheck"]["status"] == "not openly accessible"
    outcomes = {row["id"]: row["outcome"] for row in releases["ocds-2"]["packCheck"]["checks"]}
    assert outcomes == {row["id"]: row["outcome"] for row in data["checks"]}


def test_a_second_report_takes_the_place_of_the_first(tenderlint: Command, audit: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert tenderlint("audit-report", audit, "-o", target, "--format", "csv").code == 0
    (target / "data" / "old.csv").write_text("old", encoding="utf-8")
    assert tenderlint("audit-report", audit, "-o", target, "--format", "csv").code == 0
    assert not (target / "data" / "old.csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_files_of_somebody_else_is_left_alone(tenderlint: Command, audit: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    run = tenderlint("audit-report", audit, "-o", tmp_path)
    assert run.code == 2
    assert "holds other files, which are left alone" in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_that_is_not_there_is_told_in_one_line(tenderlint: Command, tmp_path: Path) -> None:
    run = tenderlint("audit-report", tmp_path / "none.sqlite", "-o", tmp_path / "out")
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert "there is no such store" in run.err
    assert not (tmp_path / "out").exists()
