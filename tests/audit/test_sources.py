"""What files of notices and tables of packs say of packs, with the traps of the services that publish them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tenderlint.audit import ocds
from tenderlint.audit.ocds import Link
from tenderlint.audit.sources import packs_in_table, packs_of
from tenderlint.errors import UsageError


def release(**told: Any) -> dict[str, Any]:
    tender = {
        "title": "Advocacy", "value": {"amount": 100_000, "amountGross": 120_000, "currency": "GBP"},
        "documents": [
            {"id": "1", "documentType": "biddingDocuments", "url": "https://portal.example/itt.pdf", "title": "ITT"},
            {"id": "2", "documentType": "tenderNotice", "url": "https://portal.example/notice", "format": "text/html",
             "datePublished": "2026-04-10T10:50:13+01:00"},
            {"id": "3", "documentType": "economicSelectionCriteria"},
            {"id": "4", "url": "https://portal.example/itt.pdf"},
            {"id": "5", "url": "ftp://portal.example/old.pdf"},
        ],
        "items": [{"id": "1", "additionalClassifications": [{"scheme": "CPV", "id": "85312000"}]}],
    }  # fmt: skip
    return {
        "ocid": "ocds-h6vhtk-000001", "id": "1", "date": "2026-04-11T00:00:00Z", "tag": ["tender"],
        "buyer": {"id": "b", "name": "Short name"},
        "parties": [
            {"id": "b", "name": "Aldercombe District Council", "roles": ["buyer"], "address": {"region": "UKJ27"}},
            {"id": "r", "name": "High Court", "roles": ["reviewBody"]},
        ],
        "tender": {**tender, **told},
    }  # fmt: skip


def packs(*releases: dict[str, Any]) -> tuple[ocds.Sought, ...]:
    return ocds.read(json.dumps({"releases": list(releases)}).encode()).packs


def test_a_notice_tells_buyer_region_service_value_and_day() -> None:
    (pack,) = packs(release())
    assert (pack.name, pack.ocid, pack.authority) == ("Advocacy", "ocds-h6vhtk-000001", "Aldercombe District Council")
    assert (pack.region, pack.service) == ("UKJ27", "care, health and support")
    assert (pack.value, pack.currency, pack.published) == (100_000, "GBP", "2026-04-10T10:50:13+01:00")


def test_only_documents_that_can_be_fetched_count_and_each_once() -> None:
    assert packs(release())[0].documents == (Link("https://portal.example/itt.pdf", "ITT"),)


@pytest.mark.parametrize("amount", [0, 0.01, -5, "100", None, True, 1e20])
def test_a_value_that_stands_for_none_is_none(amount: object) -> None:
    assert packs(release(value={"amount": amount, "currency": "GBP"}))[0].value is None


def test_a_value_with_vat_is_taken_where_no_other_is_told() -> None:
    assert packs(release(value={"amountGross": 120_000, "currency": "GBP"}))[0].value == 120_000


def test_an_older_notice_has_its_code_on_the_tender() -> None:
    told = release(items=[], classification={"scheme": "CPV", "id": "90911200"})
    assert packs(told)[0].service == "cleaning, waste and environment"


def test_later_releases_of_one_procurement_are_one_pack() -> None:
    later = {**release(title="Advocacy, amended"), "id": "2", "date": "2026-05-01T00:00:00Z", "tag": ["tenderUpdate"]}
    assert [pack.name for pack in packs(later, release())] == ["Advocacy, amended"]


def test_lines_of_json_and_record_packages_are_read_too() -> None:
    lines = "\n".join(json.dumps({**release(), "ocid": f"ocds-{number}"}) for number in range(3))
    assert len(ocds.read(lines.encode()).packs) == 3
    record = {"records": [{"ocid": "a", "compiledRelease": release()}]}
    assert [pack.name for pack in ocds.read(json.dumps(record).encode()).packs] == ["Advocacy"]


@pytest.mark.parametrize(
    ("data", "trouble", "count"),
    [
        (b"", "is empty", 0),
        (b"{", "is no JSON", 0),
        (b'{"name": "x"}', "holds no OCDS", 0),
        (b"[" * 100_000, "is nested too deeply", 0),
        (json.dumps(release()).encode() + b'\n{"ocid": \n', "line 2", 1),
    ],
)
def test_a_broken_file_is_named_with_what_is_wrong_and_what_stands_before_it_counts(
    data: bytes, trouble: str, count: int
) -> None:
    found = ocds.read(data)
    assert trouble in found.trouble
    assert len(found.packs) == count


@pytest.mark.parametrize("junk", [[], "x", 1, {"a": 1}, [{"id": 1}], None])
@pytest.mark.parametrize("name", ["tender", "parties", "buyer", "date"])
def test_parts_of_an_odd_kind_are_passed_over(name: str, junk: object) -> None:
    found = packs({**release(), name: junk})
    assert [pack.ocid for pack in found] == ["ocds-h6vhtk-000001"]


def test_the_last_page_of_an_interface_is_the_one_without_a_link() -> None:
    assert ocds.next_page(b'{"releases": [], "links": {"next": "https://x.example/2"}}') == "https://x.example/2"
    assert [ocds.next_page(data) for data in (b"{}", b'{"links": null}', b"[]", b"no")] == ["", "", "", ""]


def test_a_folder_of_notices_names_the_files_that_are_broken(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text(json.dumps(release()), encoding="utf-8")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "readme.txt").write_text("no notice", encoding="utf-8")
    found, broken = packs_of(str(tmp_path))
    assert len(found) == 1
    assert [(Path(path).name, why[:10]) for path, why in broken] == [("bad.json", "is no JSON")]


def table(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_packs_is_read_with_its_columns_in_any_order(tmp_path: Path) -> None:
    (pack,) = packs_in_table(
        table(tmp_path / "p.csv", "Council;URL;Value;CPV;Name\nAdur;https://a.example/1 https://a.example/2;£12,000;85;A\n")
    )
    assert (pack.name, pack.authority, pack.value, pack.currency) == ("A", "Adur", 12_000, "GBP")
    assert [link.url for link in pack.documents] == ["https://a.example/1", "https://a.example/2"]


def test_rows_of_one_pack_are_put_together(tmp_path: Path) -> None:
    rows = "name,authority,address\nA,Adur,https://a.example/1\nA,Adur,https://a.example/2\nA,Barnet,https://b.example/1\n"
    assert [len(pack.documents) for pack in packs_in_table(table(tmp_path / "p.csv", rows))] == [2, 1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,where\nA,https://a.example\n", "has no column “address”"),
        ("", "has no column “address”"),
        ("name,address\nA,file:///etc/passwd\n", "line 2: “file:///etc/passwd” is no address of the web"),
        ("name,address,value\n\nA,https://a.example,lots\n", "line 3: “lots” is no value"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        packs_in_table(table(tmp_path / "p.csv", text))
