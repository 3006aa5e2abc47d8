"""Tests of what a pack's notice says of the facts, and of how it joins what the pack's own documents say."""

from __future__ import annotations

import copy
import json
import random
from decimal import Decimal
from typing import Any

import pytest

from tenderlint.facts import FACT_NAMES, INNER_NAMES, Facts
from tenderlint.facts.noticed import SILENT
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import Criterion, in_words
from tests.spoilt import spoil

LOT: dict[str, Any] = {
    "id": "1",
    "contractPeriod": {
        "startDate": "2026-09-01T00:00:00+01:00", "endDate": "2028-08-31T23:59:59+01:00",
        "maxExtentDate": "2029-08-31T23:59:59+01:00",
    },
    "suitability": {"sme": True, "vcse": True},
    "awardCriteria": {"criteria": [
        {"type": "quality", "name": "Method", "numbers": [{"number": 50, "weight": "percentageExact"}]},
        {"type": "quality", "name": "Social value", "numbers": [{"number": 10, "weight": "percentageExact"}]},
        {"type": "price", "name": "Fee", "numbers": [{"number": 40, "weight": "percentageExact"}]}]},
}  # fmt: skip
NOTICE: dict[str, Any] = {
    "ocid": "ocds-example-1",
    "date": "2026-06-01T09:30:00+01:00",
    "tag": ["tender"],
    "buyer": {"id": "B", "name": "Wexley Parish Council"},
    "parties": [{
        "id": "B", "roles": ["buyer"], "address": {"region": "UKM75"},
        "contactPoint": {"email": "clerk@wexley.example"},
        "details": {"classifications": [{"scheme": "UK_CA_TYPE", "id": "publicAuthoritySubCentralGovernment"}]},
    }],
    "tender": {
        "id": "T-7", "title": "Cleaning of the hall",
        "legalBasis": {"scheme": "UKPGA", "id": "2023/54"},
        "specialRegime": ["lightTouch"],
        "value": {"amount": 120000, "amountGross": 144000, "currency": "GBP"},
        "procurementMethod": "open", "procurementMethodDetails": "Open procedure", "aboveThreshold": False,
        "mainProcurementCategory": "services",
        "enquiryPeriod": {"endDate": "2026-06-20T17:00:00+01:00"},
        "tenderPeriod": {"endDate": "2026-07-03T12:00:00+01:00"},
        "awardPeriod": {"endDate": "2026-07-20T23:59:59+01:00"},
        "otherRequirements": {"reservedParticipation": ["shelteredWorkshop"]},
        "items": [{"id": "1", "additionalClassifications": [
            {"scheme": "CPV", "id": "90911200", "description": "Building-cleaning services"}]}],
        "lots": [LOT],
    },
}  # fmt: skip


def changed(**tender: Any) -> dict[str, Any]:
    """The notice with parts of its tender replaced; None takes a part away."""
    notice = copy.deepcopy(NOTICE)
    notice["tender"] = {name: value for name, value in {**notice["tender"], **tender}.items() if value is not None}
    return notice


def facts(notice: dict[str, Any], **documents: str) -> Facts:
    files = {f"{name}.md": text for name, text in documents.items()}
    return Facts(Passages(pack({**files, "notice.json": json.dumps(notice)})))


def said(found: Facts, name: str) -> list[str]:
    return [in_words(fact.value) for fact in found.all(name)]


@pytest.mark.parametrize(
    ("name", "values", "quote"),
    [
        ("buyer_name", ["Wexley Parish Council"], "Buyer Wexley Parish Council"),
        ("title", ["Cleaning of the hall"], "Cleaning of the hall"),
        ("procedure", ["open"], "Procedure Open procedure"),
        ("contract_value_total", ["£120,000", "£144,000"], "Value £120,000 excluding VAT, £144,000 including VAT"),
        ("contract_value_whole", ["£120,000"], "Value £120,000 excluding VAT, £144,000 including VAT"),
        ("issue_date", ["1 June 2026"], "Published 1 June 2026, 09:30"),
        ("clarification_deadline", ["20 June 2026, 17:00"], "Deadline for questions 20 June 2026, 17:00"),
        ("submission_deadline", ["3 July 2026, 12:00"], "Deadline for tenders 3 July 2026, 12:00"),
        ("award_date", ["20 July 2026"], "Award 20 July 2026, 23:59"),
        ("contract_start", ["1 September 2026"], "Contract starts 1 September 2026"),
        ("contract_end", ["31 August 2028"], "Contract ends 31 August 2028, 23:59"),
        ("term_initial_months", ["24"], "Contract ends 31 August 2028, 23:59"),
        ("term_extension_months", ["12"], "Contract ends at the latest 31 August 2029, 23:59"),
        ("lots", ["1"], "Lots 1"),
        ("cpv", ["90911200"], "Classification 90911200 Building-cleaning services"),
        ("law_named", ["PA2023"], "Law Procurement Act 2023 (2023/54)"),
        ("nation", ["Scotland"], "Region of the buyer UKM75"),
        ("authority_type", ["sub-central"], "Kind of buyer publicAuthoritySubCentralGovernment"),
        ("threshold_side", ["below"], "Above threshold no"),
        ("contract_kind", ["light-touch", "services"], "Special regime lightTouch"),
        ("suitable_for", ["sme", "vcse"], "Suitable for small and medium-sized enterprises yes"),
        ("reservation", ["supported employment"], "Reserved for supported employment providers"),
        ("price_weight", ["40"], "Award criterion Fee: 40%"),
        ("quality_weight", ["50"], "Award criterion Method: 50%"),
        ("social_value_weight", ["10"], "Award criterion Social value: 10%"),
        ("contact_email", ["clerk@wexley.example"], "clerk@wexley.example"),
    ],
)
def test_a_notice_gives_a_fact_with_its_row_and_place(name: str, values: list[str], quote: str) -> None:
    found = facts(NOTICE)
    assert said(found, name) == values
    first = found.all(name)[0]
    assert first.quote == quote
    assert first.place.document == "notice.json"
    assert found.chosen(name) == first


def test_the_criteria_of_a_notice_are_read_with_their_weights() -> None:
    assert [fact.value for fact in facts(NOTICE).award_criteria] == [
        Criterion("Method", Decimal(50)), Criterion("Social value", Decimal(10)), Criterion("Fee", Decimal(40)),
    ]  # fmt: skip


def test_the_packs_own_words_go_before_the_notice() -> None:
    found = facts(NOTICE, ITT="Tenders must be received by 12 noon on 10 July 2026.")
    assert said(found, "submission_deadline") == ["10 July 2026, 12:00", "3 July 2026, 12:00"]
    chosen = found.chosen("submission_deadline")
    assert chosen is not None
    assert in_words(chosen.value) == "10 July 2026, 12:00"
    assert chosen.place.document == "ITT.md"


def test_where_the_pack_is_silent_the_notice_speaks_and_says_why() -> None:
    chosen = facts(NOTICE, ITT="Please send us your tender.").chosen("submission_deadline")
    assert chosen is not None
    assert in_words(chosen.value) == "3 July 2026, 12:00"
    assert chosen.why == SILENT


def test_the_notice_counts_for_the_day_of_publication() -> None:
    found = facts(NOTICE, ITT="| Step | Date |\n|---|---|\n| Tender documents issued | 8 June 2026 |")
    assert said(found, "issue_date") == ["8 June 2026", "1 June 2026"]
    assert [fact.chosen for fact in found.all("issue_date")] == [False, True]


def test_own_and_noticed_statements_can_be_told_apart() -> None:
    found = facts(NOTICE, ITT="Tenders must be received by 12 noon on 10 July 2026.")
    assert [fact.place.document for fact in found.own("submission_deadline")] == ["ITT.md"]
    assert [fact.place.document for fact in found.noticed("submission_deadline")] == ["notice.json"]
    assert not Facts(Passages(pack("Words."))).noticed("submission_deadline")


def test_criteria_of_the_pack_are_not_listed_a_second_time() -> None:
    table = "| Criterion | Weight |\n|---|---|\n| Method | 60% |\n| Fee | 40% |"
    found = facts(NOTICE, ITT=f"# Award criteria\n{table}")
    assert [fact.value.name for fact in found.award_criteria] == ["Method", "Fee"]


def test_a_notice_without_a_file_in_the_pack_still_speaks() -> None:
    found = Facts(Passages(pack("Please send us your tender.", notice=NOTICE)))
    fact = found.chosen("submission_deadline")
    assert fact is not None
    assert fact.quote == "Deadline for tenders 3 July 2026, 12:00"
    assert fact.place.document == "notice"


@pytest.mark.parametrize(
    ("tender", "name"),
    [
        ({"value": {"amount": 0, "currency": "GBP"}}, "contract_value_total"),
        ({"value": {"amount": -5, "currency": "GBP"}}, "contract_value_total"),
        ({"value": {"amount": 0.01, "amountGross": 1, "currency": "GBP"}}, "contract_value_total"),
        ({"value": {"amount": True}}, "contract_value_total"),
        ({"value": "much"}, "contract_value_total"),
        ({"tenderPeriod": {"endDate": "2026-05-01T12:00:00+01:00"}}, "submission_deadline"),
        ({"tenderPeriod": {"endDate": "1900-01-01T00:00:00Z"}}, "submission_deadline"),
        ({"tenderPeriod": {"endDate": "soon"}}, "submission_deadline"),
        ({"awardPeriod": {"endDate": "2026-06-30T00:00:00Z"}}, "award_date"),
        ({"lots": [{"contractPeriod": {"startDate": "1900-01-01", "endDate": "1900-12-31"}}]}, "contract_start"),
        ({"lots": [{"contractPeriod": {"startDate": "2026-09-01", "endDate": "2026-08-01"}}]}, "contract_end"),
        ({"lots": [{"contractPeriod": {"durationInDays": 0}}]}, "term_initial_months"),
        ({"items": [{"classification": {"scheme": "CPV", "id": "none"}}]}, "cpv"),
        ({"legalBasis": {"scheme": "CELEX", "id": "32009L0081"}}, "law_named"),
        ({"procurementMethodDetails": "Direct award", "procurementMethod": "direct"}, "procedure"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_meant_gives_nothing(tender: dict[str, Any], name: str) -> None:
    assert said(facts(changed(**tender)), name) == []


def test_the_opening_of_tenders_is_no_award() -> None:
    day = "2026-07-03T12:00:00Z"
    assert said(facts(changed(awardPeriod={"startDate": day}, bidOpening={"date": day})), "award_date") == []


def test_the_release_of_a_later_stage_does_not_tell_when_the_tender_came_out() -> None:
    award = {**NOTICE, "tag": ["award"], "date": "2026-09-01T00:00:00Z"}
    assert said(facts(award), "issue_date") == []
    shown = [{"documentType": "tenderNotice", "datePublished": "2026-05-28T10:00:00+01:00", "url": "https://x.example"}]
    later = {**changed(documents=shown), "tag": ["tenderUpdate"], "date": "2026-06-10T00:00:00Z"}
    (fact,) = facts(later).all("issue_date")
    assert in_words(fact.value) == "28 May 2026"
    assert fact.quote == "Tender notice published 28 May 2026, 10:00"


@pytest.mark.parametrize(
    ("details", "method", "value"),
    [
        ("Competitive flexible procedure", "selective", "competitive-flexible"),
        ("Below threshold - open competition", "open", "below-threshold"),
        ("Open procedure (below threshold)", "open", "open"),
        ("Restricted procedure", "selective", "restricted"),
        ("Competitive procedure with negotiation", "selective", "competitive-with-negotiation"),
        ("Call-off from a framework agreement", "selective", "framework-call-off"),
        ("Other - Further Competition", None, "further-competition"),
        ("Competitive quotation (below threshold)", "limited", "rfq"),
        (None, "open", "open"),
    ],
)
def test_a_procedure_is_known_by_its_name_in_the_notice(details: str | None, method: str | None, value: str) -> None:
    found = facts(changed(procurementMethodDetails=details, procurementMethod=method))
    assert said(found, "procedure") == [value]


def test_the_first_deadline_of_a_restricted_procedure_is_of_its_selection_stage() -> None:
    notice = changed(
        procurementMethodDetails="Restricted procedure", procurementMethod="selective",
        legalBasis={"scheme": "CELEX", "id": "32014L0024"},
    )  # fmt: skip
    assert [fact.of for fact in facts(notice).all("submission_deadline")] == ["selection stage"]


def test_requests_to_take_part_have_their_own_deadline() -> None:
    found = facts(changed(expressionOfInterestDeadline="2026-06-15T12:00:00+01:00"))
    told = {fact.of: in_words(fact.value) for fact in found.all("submission_deadline")}
    assert told == {"selection stage": "15 June 2026, 12:00", "": "3 July 2026, 12:00"}
    chosen = found.chosen("submission_deadline")
    assert chosen is not None
    assert not chosen.of


def test_the_old_forms_give_values_without_vat_and_months_of_thirty_days() -> None:
    found = facts(changed(
        legalBasis={"scheme": "CELEX", "id": "32014L0024"}, value={"amount": 90000, "currency": "GBP"},
        lots=[{"id": "1", "contractPeriod": {"durationInDays": 1080}}],
    ))  # fmt: skip
    (money,) = (fact.value for fact in found.all("contract_value_total"))
    assert money.vat == "excl"
    assert said(found, "term_initial_months") == ["36"]
    assert said(found, "law_named") == ["PCS2015"]


def test_an_hour_in_universal_time_is_less_sure_in_summer() -> None:
    summer = facts(changed(tenderPeriod={"endDate": "2026-07-03T12:00:00Z"})).all("submission_deadline")[0]
    winter = facts(changed(tenderPeriod={"endDate": "2026-12-03T12:00:00Z"})).all("submission_deadline")[0]
    assert (summer.sure, winter.sure) == ("medium", "high")


def test_lots_that_differ_speak_each_for_itself_and_their_values_add_up() -> None:
    lots = [
        {**LOT, "id": "1", "title": "Ground", "value": {"amount": 80000, "currency": "GBP"}},
        {"id": "2", "title": "Upper", "value": {"amount": 40000, "currency": "GBP"},
         "contractPeriod": {"startDate": "2026-10-01", "endDate": "2028-08-31"}},
    ]  # fmt: skip
    found = facts(changed(lots=lots, value=None))
    starts = {fact.of: (in_words(fact.value), fact.place.heading[-1]) for fact in found.all("contract_start")}
    assert starts == {"Lot 1": ("1 September 2026", "Lot 1: Ground"), "Lot 2": ("1 October 2026", "Lot 2: Upper")}
    assert [in_words(fact.value) for fact in found.all("contract_value_whole")] == ["£120,000"]
    assert said(found, "lots") == ["2"]


def test_lots_that_say_the_same_speak_for_the_whole() -> None:
    found = facts(changed(lots=[{**LOT, "id": "1"}, {**LOT, "id": "2"}]))
    assert [(in_words(fact.value), fact.of) for fact in found.all("contract_start")] == [("1 September 2026", "")]


def test_broken_and_missing_values_break_nothing() -> None:
    chance = random.Random(11)
    for _ in range(60):
        spoilt = spoil(NOTICE, chance)
        found = Facts(Passages(pack("Please tender.", notice=spoilt if isinstance(spoilt, dict) else {})))
        for name in (*FACT_NAMES, *INNER_NAMES):
            assert sum(fact.chosen for fact in found.all(name)) <= 1
