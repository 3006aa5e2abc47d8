"""Tests of published notices: every form of OCDS is recognised, and nothing in one can upset the program."""

from __future__ import annotations

import json
import random
import time

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Document, Extent, Role
from tenderlint.notice import load
from tenderlint.readers import read, read_or_say
from tenderlint.readers.base import Source
from tests.spoilt import spoil

RELEASE: dict[str, object] = {
    "ocid": "ocds-example-1",
    "id": "1",
    "date": "2026-06-01T09:30:00+01:00",
    "tag": ["tender"],
    "language": "en",
    "buyer": {"id": "GB-1", "name": "Wexley Parish Council"},
    "parties": [
        {"id": "GB-9", "roles": ["reviewBody"], "contactPoint": {"email": "court@example.org"}},
        {"id": "GB-1", "roles": ["buyer"],
         "contactPoint": {"name": "Ann Clerk", "email": "clerk@wexley.example", "telephone": "01632 960001"}},
    ],
    "tender": {
        "id": "T-7",
        "title": "Cleaning of the hall",
        "description": "<p>The council wants its hall cleaned.</p>\nIt has two floors.",
        "value": {"amount": 120000, "amountGross": 144000, "currency": "GBP"},
        "procurementMethod": "open",
        "procurementMethodDetails": "Below threshold - open competition",
        "aboveThreshold": False,
        "enquiryPeriod": {"endDate": "2026-06-20T17:00:00+01:00"},
        "tenderPeriod": {"endDate": "2026-07-03T12:00:00+01:00"},
        "awardPeriod": {"startDate": "2026-07-20"},
        "suitability": {"sme": True, "vcse": False},
        "lots": [
            {"id": "1", "title": "Ground floor", "description": "Below.", "value": {"amount": 80000, "currency": "GBP"},
             "contractPeriod": {"startDate": "2026-09-01T00:00:00+01:00", "endDate": "2028-08-31T23:59:59+01:00"},
             "renewal": {"description": "One year more."},
             "awardCriteria": {"criteria": [
                 {"name": "Quality", "numbers": [{"number": 60, "weight": "percentageExact"}]},
                 {"name": "Price", "numbers": [{"number": 40, "weight": "percentageExact"}]}]}},
            {"id": "2", "title": "Upper floor", "value": {"amount": 0, "currency": "GBP"}},
        ],
        "documents": [{"id": "d", "title": "Specification", "url": "https://portal.example/spec.docx"}],
    },
}  # fmt: skip
LATER: dict[str, object] = {
    "ocid": "ocds-example-1", "id": "2", "date": "2026-06-10T09:30:00+01:00", "tag": ["tenderUpdate"],
    "tender": {
        "id": "T-7", "tenderPeriod": {"endDate": "2026-07-10T12:00:00+01:00"}, "description": None,
        "lots": [{"id": "2", "title": "Upper floor and roof"}],
    },
}  # fmt: skip
TOLD: dict[tuple[str, ...], tuple[str, str]] = {
    ("date",): ("Published", "1 June 2026, 09:30"),
    ("tender", "procurementMethodDetails"): ("Procedure", "Below threshold - open competition"),
    ("tender", "enquiryPeriod", "endDate"): ("Deadline for questions", "20 June 2026, 17:00"),
    ("tender", "tenderPeriod", "endDate"): ("Deadline for tenders", "3 July 2026, 12:00"),
    ("tender", "awardPeriod", "startDate"): ("Award", "20 July 2026"),
}
"""Where single values stand in the release, and the row that each makes."""
TITLE = ("tender", "title")
NO_NOTICE = "is a data file (JSON) but no notice (OCDS). If people must read it, save it as Word."
OTHER = {"ocid": "ocds-example-2", "id": "1", "date": "2026-01-01", "tag": ["planning"], "planning": {}}


def document(value: object) -> Document:
    return read(Source("notice.json", json.dumps(value).encode()))


def rows(made: Document) -> list[tuple[str, str]]:
    return [
        (row[0].text, row[1].text) for block in made.blocks if block.table is not None for row in block.table.rows
    ]


def title(value: object) -> object:
    found = load(value if isinstance(value, bytes) else json.dumps(value).encode())
    assert found is not None
    tender = found["tender"]
    assert isinstance(tender, dict)
    return tender["title"]


@pytest.mark.parametrize(
    "form",
    [
        RELEASE,
        [RELEASE],
        {"version": "1.1", "releases": [RELEASE]},
        {"version": "1.1", "releases": [OTHER, RELEASE]},
        {"records": [{"ocid": "ocds-example-1", "compiledRelease": RELEASE}]},
        {"records": [{"ocid": "ocds-example-1", "releases": [RELEASE]}]},
        {"ocid": "ocds-example-1", "compiledRelease": RELEASE, "releases": [{"url": "https://x.example"}]},
        [{"releases": [OTHER]}, {"releases": [RELEASE]}],
    ],
    ids=["release", "list", "package", "planning first", "compiled", "record", "single record", "packages"],
)
def test_every_form_of_the_standard_is_recognised(form: object) -> None:
    assert title(form) == "Cleaning of the hall"


def test_lines_of_json_are_recognised_even_when_a_later_one_is_broken() -> None:
    lines = "\n".join([json.dumps(OTHER), json.dumps(RELEASE), "{broken"])
    assert title(lines.encode()) == "Cleaning of the hall"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_coding_of_the_letters_does_not_matter(coding: str) -> None:
    value = {**RELEASE, "tender": {"id": "1", "title": "Café – £5"}}
    assert title(json.dumps(value, ensure_ascii=False).encode(coding)) == "Café – £5"


def test_later_releases_of_one_procurement_are_laid_over_the_earlier() -> None:
    found = load(json.dumps({"releases": [LATER, RELEASE]}).encode())
    assert found is not None
    tender = found["tender"]
    assert isinstance(tender, dict)
    assert tender["title"] == "Cleaning of the hall"
    assert tender["tenderPeriod"] == {"endDate": "2026-07-10T12:00:00+01:00"}
    assert "description" not in tender
    assert [lot["title"] for lot in tender["lots"]] == ["Ground floor", "Upper floor and roof"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"true", b"7", b'"ocid"', b"[]", b"{}", b"{", b'{"releases": []}', b'{"releases": {}}',
        b'{"records": [{}]}', b'{"title": "A page"}', b'{"id": 1, "date": "2026"}', b"[" * 100_000, b'{"a":' * 100_000,
        b"9" * 10_000, b'{"releases": [{"url": "https://x.example", "date": "2026", "tag": ["tender"]}]}',
    ],
    ids=range(17),
)  # fmt: skip
def test_other_json_is_no_notice(data: bytes) -> None:
    assert load(data) is None
    with pytest.raises(UnreadableError, match=r"is a data file \(JSON\) but no notice"):
        read(Source("a.json", data or b" "))


def test_a_notice_reads_as_a_page() -> None:
    made = document(RELEASE)
    assert made.role is Role.NOTICE
    assert made.structure.title == "Cleaning of the hall"
    texts = [(block.kind, block.text) for block in made.blocks]
    assert texts[:3] == [
        (BlockKind.HEADING, "Cleaning of the hall"),
        (BlockKind.PARAGRAPH, "The council wants its hall cleaned."),
        (BlockKind.PARAGRAPH, "It has two floors."),
    ]
    assert texts[-1] == (BlockKind.LIST_ITEM, "Specification - https://portal.example/spec.docx")


def test_a_notice_shows_its_facts_as_names_and_values() -> None:
    told = rows(document(RELEASE))
    for row in [
        ("Buyer", "Wexley Parish Council"), ("Contact", "Ann Clerk"), ("E-mail", "clerk@wexley.example"),
        ("Telephone", "01632 960001"), ("Published", "1 June 2026, 09:30"), ("Above threshold", "no"),
        ("Procedure", "Below threshold - open competition"), ("Deadline for questions", "20 June 2026, 17:00"),
        ("Deadline for tenders", "3 July 2026, 12:00"), ("Award", "20 July 2026"),
        ("Value", "£120,000 excluding VAT, £144,000 including VAT"), ("Value", "£80,000"),
        ("Contract starts", "1 September 2026"), ("Extension", "One year more."), ("Award criterion", "Quality: 60%"),
        ("Suitable for small and medium-sized enterprises", "yes"),
    ]:  # fmt: skip
        assert row in told


def test_an_amount_of_zero_is_not_shown_as_a_value() -> None:
    made = document({**RELEASE, "tender": {"id": "1", "title": "Hall", "value": {"amount": 0, "currency": "GBP"}}})
    assert "Value" not in dict(rows(made))


def test_each_lot_stands_under_its_own_heading() -> None:
    headings = [block.text for block in document(RELEASE).blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Cleaning of the hall", "Lot 1: Ground floor", "Lot 2: Upper floor"]


def test_a_time_in_universal_time_says_so() -> None:
    made = document({**RELEASE, "date": "2026-06-01T09:30:00Z"})
    assert ("Published", "1 June 2026, 09:30 UTC") in rows(made)


def test_a_file_with_many_procurements_says_which_was_read() -> None:
    (note,) = document({"releases": [OTHER, RELEASE]}).notes
    assert note.text == "holds the notices of 2 procurements: the first with a tender was read"
    assert not note.lost


def test_a_report_of_this_program_is_left_out() -> None:
    report = {"schema_version": 1, "tool": {"name": "tenderlint", "version": "1"}, "pack": {}}
    made = read_or_say(Source("report.json", json.dumps(report, indent=2).encode()))
    assert [(note.text, note.lost) for note in made.notes] == [("is a report of tenderlint: left out", False)]


def test_a_broken_notice_tells_the_facts_it_still_has_and_no_others() -> None:
    chance = random.Random(7)
    whole = 0
    for _ in range(400):
        release = spoil(RELEASE, chance)
        data = json.dumps({"releases": [release]}).encode()
        made = read_or_say(Source("notice.json", data))
        if load(data) is None:
            assert [note.text for note in made.notes] == [NO_NOTICE]
            continue
        told = rows(made)
        for path, row in TOLD.items():
            assert (row in told) == (at(release, path) == at(RELEASE, path)), (path, row, release)
        assert (made.structure.title == "Cleaning of the hall") == (at(release, TITLE) == "Cleaning of the hall")
        whole += all(row in told for row in TOLD.values())
    assert 100 < whole < 300  # so that both sides were tried


def test_of_notices_laid_over_each_other_broken_values_leave_the_rest() -> None:
    chance = random.Random(7)
    checked = 0
    for _ in range(400):
        release, later = spoil(RELEASE, chance), spoil(LATER, chance)
        made = read_or_say(Source("notice.json", json.dumps({"releases": [release, later]}).encode()))
        told, path = rows(made), ("tender", "procurementMethodDetails")
        alike = at(release, ("ocid",)) == at(later, ("ocid",)) == "ocds-example-1"
        if alike and at(release, path) == at(RELEASE, path) and at(later, ("tender", "id")) == "T-7":
            checked += 1
            assert TOLD[path] in told, (release, later)
    assert checked > 100


def test_a_notice_that_breaks_off_is_no_notice_and_says_so() -> None:
    data = json.dumps({"releases": [RELEASE, LATER]}).encode()
    for end in range(20, len(data), 37):
        made = read_or_say(Source("notice.json", data[:end]))
        assert (made.extent, made.blocks) == (Extent.NOT, ())
        assert [note.text for note in made.notes] == [NO_NOTICE]


def at(value: object, path: tuple[str, ...]) -> object:
    """Return what stands at a path of names, or None."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def test_a_very_long_list_of_notices_is_read_in_no_time() -> None:
    many = [{**OTHER, "ocid": f"ocds-{number}"} for number in range(20_000)]
    started = time.process_time()
    load(json.dumps({"releases": many}).encode())
    assert time.process_time() - started < 3
