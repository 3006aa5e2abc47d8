"""The days of a timetable are counted as the law of the day counts them, and nothing is said that turns on a doubt."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

COUNCIL = "# Invitation to tender\nMarlow Vale Borough Council invites tenders for office cleaning. "
OPEN_2026 = COUNCIL + "The Procurement Act 2023 applies. An open procedure is used. The contract is worth £900,000.\n\n"
OPEN_2019 = OPEN_2026.replace("Procurement Act 2023 applies", "Public Contracts Regulations 2015 apply")
OPEN_2012 = OPEN_2026.replace("Procurement Act 2023 applies", "Public Contracts Regulations 2006 apply")


def timetable(*rows: tuple[str, str]) -> str:
    return "# Timetable\n| Step | Date |\n|---|---|\n" + "".join(f"| {step} | {day} |\n" for step, day in rows)


def bidding(issue: str, deadline: str) -> str:
    return timetable(("Tender notice published", issue), ("Deadline for tenders", deadline))


@pytest.mark.parametrize(
    ("issue", "deadline", "outcome"),
    [
        ("2 March 2026", "27 March 2026", "passed"),  # 25 days, the day after the notice to the deadline
        ("2 March 2026", "26 March 2026", "failed"),
        ("1 December 2025", "26 December 2025", "passed"),
    ],
)
def test_the_act_of_2023_asks_for_25_days_from_an_electronic_notice_with_all_documents(
    issue: str, deadline: str, outcome: str
) -> None:
    row = ask("tender-period", OPEN_2026 + bidding(issue, deadline), on="2026-03-02")
    assert row.outcome == outcome
    assert row.severity == ("error" if outcome == "failed" else "none")


@pytest.mark.parametrize(
    "words",
    [
        "All tender documents are available with the notice, save for the site plans in Appendix C.",
        "The drawings are not yet available. They will be issued later by a message in the portal.",
        "Every document is published with the notice except for Annex 4.",
    ],
)
def test_documents_that_are_held_back_make_it_30_days(words: str) -> None:
    text = f"{OPEN_2026}{words}\n\n"
    short = ask("tender-period", text + bidding("2 March 2026", "24 March 2026"), on="2026-03-02")
    assert short.outcome == "failed"
    assert "30 if not all are" in short.reason
    between = ask("tender-period", text + bidding("2 March 2026", "30 March 2026"), on="2026-03-02")
    assert between.outcome == "cantTell"
    assert "see whether these words hold any back" in between.reason
    assert between.evidence[0].where.quote
    long = ask("tender-period", text + bidding("2 March 2026", "1 April 2026"), on="2026-03-02")
    assert long.outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "The documents are available in large print on request.",
        "All prices are fixed, save for changes under the schedule.",
        "The standstill letters will be sent later.",
    ],
)
def test_words_on_something_else_hold_no_document_back(words: str) -> None:
    text = f"{OPEN_2026}{words}\n\n{bidding('2 March 2026', '30 March 2026')}"
    assert ask("tender-period", text, on="2026-03-02").outcome == "passed"


def test_a_second_deadline_is_told_where_the_time_is_too_short() -> None:
    again = "# How to bid\nTenders must arrive by noon on 27 March 2026."
    text = f"{OPEN_2026}{bidding('2 March 2026', '24 March 2026')}\n\n{again}"
    row = ask("tender-period", text, on="2026-03-02")
    assert row.outcome == "failed"
    assert "The pack also gives 27 March 2026" in row.reason
    assert any("27 March" in each.where.quote for each in row.evidence)


def test_tenders_on_paper_have_30_days() -> None:
    pack = OPEN_2026 + "Tenders are sent in a sealed envelope by post.\n\n" + bidding("2 March 2026", "30 March 2026")
    assert "30" in ask("tender-period", pack, on="2026-03-02").reason


@pytest.mark.parametrize(
    ("words", "days", "outcome"),
    [
        ("Tenders are uploaded to the portal.", "9 May 2019", "passed"),  # 30 days
        ("Tenders are uploaded to the portal.", "8 May 2019", "failed"),
        ("Tenders are sent by post in a plain envelope.", "13 May 2019", "failed"),  # 34 of 35
        ("Tenders are sent by post in a plain envelope.", "14 May 2019", "passed"),
    ],
)
def test_the_regulations_of_2015_ask_for_35_days_and_for_30_where_tenders_come_electronically(
    words: str, days: str, outcome: str
) -> None:
    pack = f"{OPEN_2019}{words}\n\n" + bidding("9 April 2019", days)
    assert ask("tender-period", pack, on="2019-04-09").outcome == outcome


def test_the_regulations_of_2006_ask_for_52_days_or_40_with_everything_online() -> None:
    online = OPEN_2012 + "Tenders are uploaded to the portal.\n\n"
    paper = OPEN_2012 + "Tenders are sent in a sealed envelope.\n\n"
    days42, days52 = bidding("6 February 2012", "19 March 2012"), bidding("6 February 2012", "29 March 2012")
    assert ask("tender-period", online + days42, on="2012-02-06").outcome == "passed"
    assert ask("tender-period", paper + days42, on="2012-02-06").outcome == "failed"
    assert ask("tender-period", paper + days52, on="2012-02-06").outcome == "passed"


def test_a_stage_of_selection_before_makes_the_answer_turn_on_the_procedure() -> None:
    pack = (
        OPEN_2019.replace("An open procedure is used. ", "Five bidders were shortlisted from the PQQ. ")
        + "Tenders are uploaded to the portal.\n\n"
        + bidding("9 April 2019", "6 May 2019")
    )
    row = ask("tender-period", pack, on="2019-04-09")
    assert row.outcome == "cantTell"
    assert "restricted procedure" in row.reason


@pytest.mark.parametrize(
    "words",
    [
        "The services are light touch services.",
        "This is a procurement under the light-touch regime.",
        "Route: open procedure, light touch, Procurement Act 2023.",
    ],
)
def test_a_light_touch_contract_has_no_number_of_days(words: str) -> None:
    pack = OPEN_2026 + words + "\n\n" + bidding("2 March 2026", "9 March 2026")
    assert ask("tender-period", pack, on="2026-03-02").outcome == "inapplicable"


def test_part_b_services_of_the_older_regulations_have_no_number_of_days() -> None:
    pack = (
        "# Invitation to tender\nThe services are Part B services under the Public Contracts Regulations 2006. "
        "The contract is worth £800,000.\n\n" + bidding("6 February 2012", "5 March 2012")
    )
    assert ask("tender-period", pack, on="2012-02-06").outcome == "inapplicable"


def test_a_stated_urgency_is_left_to_a_person() -> None:
    words = "A state of urgency makes other periods impractical.\n\n"
    row = ask("tender-period", OPEN_2026 + words + bidding("2 March 2026", "16 March 2026"), on="2026-03-02")
    assert row.outcome == "cantTell"
    assert "urgency" in row.evidence[0].where.quote


def test_below_the_threshold_the_law_has_no_number() -> None:
    pack = OPEN_2026.replace("£900,000", "£80,000 including VAT") + bidding("2 March 2026", "9 March 2026")
    assert ask("tender-period", pack, on="2026-03-02").outcome == "inapplicable"


def test_when_only_vat_decides_the_reason_says_so() -> None:
    pack = OPEN_2026.replace("£900,000", "£180,000") + bidding("2 March 2026", "9 March 2026")
    row = ask("tender-period", pack, on="2026-03-02")
    assert row.outcome == "cantTell"
    assert "VAT" in row.reason


@pytest.mark.parametrize(
    ("law", "on", "award", "last", "first"),
    [
        ("The Procurement Act 2023 applies.", "2026-01-05", "2 February 2026", "11 February 2026", "12 February 2026"),
        ("The Procurement Act 2023 applies.", "2026-01-05", "12 March 2026", "24 March 2026", "25 March 2026"),
        (
            "The Health Care Services (Provider Selection Regime) Regulations 2023 apply.",
            "2026-01-05", "2 February 2026", "13 February 2026", "14 February 2026",
        ),
        (
            "The Public Contracts Regulations 2015 apply.",
            "2019-01-07", "4 February 2019", "14 February 2019", "15 February 2019",
        ),
    ],
)  # fmt: skip
def test_a_contract_may_start_only_when_the_standstill_of_its_law_has_ended(
    law: str, on: str, award: str, last: str, first: str
) -> None:
    pack = COUNCIL + f"{law} An open procedure is used. It is worth £900,000.\n\n"
    early = ask("standstill-before-start", pack + timetable(("Award", award), ("Contract start", last)), on=on)
    assert early.outcome == "failed"
    assert last in early.reason
    late = ask("standstill-before-start", pack + timetable(("Award", award), ("Contract start", first)), on=on)
    assert late.outcome == "passed"


def test_neither_call_offs_nor_light_touch_contracts_have_a_standstill_by_law() -> None:
    days = timetable(("Award", "2 February 2026"), ("Contract start", "3 February 2026"))
    further = "# Further competition\nThis further competition is under a framework. It is worth £900,000.\n\n"
    assert ask("standstill-before-start", further + days, on="2026-01-05").outcome == "inapplicable"
    light = OPEN_2026 + "The services are light touch.\n\n"
    assert ask("standstill-before-start", light + days, on="2026-01-05").outcome == "inapplicable"


def test_where_staff_may_transfer_twelve_weeks_are_wanted_before_the_start() -> None:
    days = timetable(("Award", "1 June 2026"), ("Contract start", "1 August 2026"))
    assert ask("award-to-start", days).outcome == "passed"
    row = ask("award-to-start", "# Staff\nTUPE is likely to apply.\n\n" + days)
    assert row.outcome == "failed"
    assert "where staff may transfer" in row.reason
    no = ask("award-to-start", "# Staff\nIt is not thought that TUPE will apply.\n\n" + days)
    assert no.outcome == "passed"


def test_a_promise_to_answer_within_days_gives_the_day_of_the_last_answer() -> None:
    rows = timetable(
        ("Issue of invitation", "2 March 2026"), ("Last day for questions", "20 March 2026"),
        ("Deadline for tenders", "2 April 2026"),
    )  # fmt: skip
    row = ask("answers-in-time", rows + "\nWe will respond to questions within three working days.")
    assert row.outcome == "passed"
    assert "25 March 2026" in row.reason
    late = ask("answers-in-time", rows + "\nWe will respond to questions within ten working days.")
    assert late.outcome == "failed"
    assert "after the deadline" in late.reason


def test_answers_promised_without_a_day_are_no_day() -> None:
    rows = timetable(("Last day for questions", "20 March 2026"), ("Deadline for tenders", "2 April 2026"))
    row = ask("answers-in-time", rows + "\nAnswers will be published to all bidders.")
    assert row.outcome == "failed"
    assert row.nearest[0].message == "names no day"


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("Sunday 19 April 2026 at noon", "Sunday"),
        ("6 April 2026 at noon", "bank holiday"),
        ("17 April 2026 at midnight", "midnight"),
        ("17 April 2026", "no time of day"),
        ("Monday 20 April 2026 at 10am", "morning after a weekend"),
        ("Tuesday 7 April 2026 at 9am", "morning after a bank holiday"),
    ],
)
def test_a_deadline_when_nobody_can_help_is_told(deadline: str, words: str) -> None:
    row = ask("deadline-day", f"# Timetable\nDeadline for tenders: {deadline}.")
    assert row.outcome == "failed"
    assert any(words in finding.message for finding in row.findings)


def test_noon_on_a_monday_is_a_fair_deadline() -> None:
    assert ask("deadline-day", "# Timetable\nDeadline for tenders: noon on Monday 20 April 2026.").outcome == "passed"


@pytest.mark.parametrize("title", ["Request for quotation", "Call for proposals", "Invitation to quote"])
def test_a_short_quotation_needs_ten_working_days_only(title: str) -> None:
    pack = f"# {title}: garden design\n" + bidding("2 March 2026", "17 March 2026")
    assert ask("lead-in-time", pack).outcome == "passed"


def test_a_full_invitation_that_only_mentions_quotations_needs_twenty() -> None:
    pack = (
        "# Invitation to tender\nOffice cleaning.\n\n" + bidding("2 March 2026", "17 March 2026")
        + "\n# Prices\n" + "One line.\n\n" * 12 + "Quotations from subcontractors may be attached."
    )  # fmt: skip
    assert ask("lead-in-time", pack).outcome == "failed"


def test_a_day_beside_the_answers_is_left_to_a_person() -> None:
    rows = timetable(("Last day for questions", "20 March 2026"), ("Deadline for tenders", "2 April 2026"))
    row = ask("answers-in-time", rows + "\nConsolidated responses follow, as a rule, on 24 March 2026.")
    assert row.outcome in {"cantTell", "passed"}


def test_a_step_without_a_day_is_told_and_one_with_a_day_beside_its_word_is_shown() -> None:
    rows = timetable(
        ("Issue of invitation", "2 March 2026"), ("Last day for questions", "20 March 2026"),
        ("Deadline for tenders", "2 April 2026"), ("Award", "1 May 2026"),
    )  # fmt: skip
    row = ask("timetable-complete", rows)
    assert row.outcome == "failed"
    assert "the day the contract starts" in row.reason
    beside = ask("timetable-complete", rows + "\nMobilisation is hoped to be over by about 1 July.")
    assert beside.outcome == "cantTell"
    assert "1 July" in beside.evidence[0].where.quote


def test_a_start_before_the_award_is_told_as_such_and_not_as_days_below_nought() -> None:
    rows = "| Contract award | 17 April 2026 |\n| Contract start | 1 April 2026 |\n"
    row = ask("award-to-start", f"# Timetable\n| Step | Date |\n|---|---|\n{rows}")
    assert row.outcome == "failed"
    assert row.findings[0].message == "The contract starts on 1 April 2026, before it is awarded on 17 April 2026."


def test_both_days_are_shown_where_the_time_between_them_is_short() -> None:
    text = (
        "# Invitation to tender\nThis pack was published on 2 March 2026.\n\n"
        "Tenders must arrive by noon on 9 March 2026.\n\n"
        "The contract will be awarded on 30 March 2026.\n\nThe contract starts on 6 April 2026."
    )
    lead = ask("lead-in-time", text)
    assert [each.where.quote for each in (*lead.findings, *lead.evidence)] == [
        "Tenders must arrive by noon on 9 March 2026.", "This pack was published on 2 March 2026.",
    ]  # fmt: skip
    start = ask("award-to-start", text)
    assert [each.where.quote for each in (*start.findings, *start.evidence)] == [
        "The contract starts on 6 April 2026.", "The contract will be awarded on 30 March 2026.",
    ]  # fmt: skip


def test_a_standstill_that_the_pack_gives_of_its_own_accord_is_shown() -> None:
    light = "# Invitation to tender\nThis is a light touch contract. We will then tell you how we chose. {}"
    row = ask("standstill-before-start", light.format("The standstill ends on 3 December 2026."), on="2026-09-08")
    assert row.outcome == "inapplicable"
    assert row.reason.startswith("no standstill is compulsory here, but the pack speaks of one")
    assert "The standstill ends on 3 December 2026." in row.evidence[0].where.quote
    row = ask("standstill-before-start", light.format("\n\n| The standstill ends | 3 December 2026 |"), on="2026-09-08")
    assert row.evidence[0].where.quote == "The standstill ends 3 December 2026"
    dated = "The standstill period ends on 3 December 2026. The contract starts on {}."
    row = ask("standstill-before-start", light.format(dated.format("1 April 2027")), on="2026-09-08")
    told = "no standstill is compulsory here; the pack grants one to 3 December 2026, {} the contract starts on {}"
    assert row.reason == told.format("and", "1 April 2027")
    row = ask("standstill-before-start", light.format(dated.format("2 December 2026")), on="2026-09-08")
    assert row.reason == told.format("but", "2 December 2026")
    begun = "The standstill period starts on 24 November 2026. The contract starts on 1 April 2027."
    row = ask("standstill-before-start", light.format(begun), on="2026-09-08")
    assert row.reason.startswith("no standstill is compulsory here, but the pack speaks of one")
    none = ask("standstill-before-start", light.format("There will be no standstill."), on="2026-09-08")
    assert none.reason == "the pack says “light touch”, for which no standstill is compulsory"
