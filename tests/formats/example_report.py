"""A made-up report that has everything a format must be able to tell: all answers, conflicts, gaps, hostile words."""

from __future__ import annotations

import dataclasses
from typing import Any

from tenderlint.facts import FACT_NAMES
from tenderlint.outcomes import Outcome, Severity
from tenderlint.report import (
    Authority,
    CheckRow,
    DocumentRow,
    FactRow,
    FindingRow,
    ItemRow,
    NotRead,
    RegimeRow,
    Report,
    StatedRow,
    WaivedBy,
    Where,
)
from tenderlint.report_reading import LeftOut, Reading, Scores, SectionReading

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
ITT, SPEC, TERMS = "1 Invitation to tender.docx", "2 Service specification.pdf", "3 Terms/Draft contract.pdf"
PRICES, SCAN = "4 Pricing schedule.xlsx", "5 Scanned insurance note.pdf"
ODD = "6 <script>alert('name')</script> & co.docx"
HOSTILE = (
    "Bidders shall <script>alert(1)</script> \x1b[31mreturn\x1b[0m \u202eeht mrof\u202c & "
    "“sign” {{ 7 * 7 }} {% raw %}."
)
LONG = (
    "The Provider shall indemnify the Council and keep the Council indemnified against all losses, claims, demands, "
    "actions, proceedings, damages, costs and expenses, without limit, howsoever they may arise, "
) * 5
ACT = "https://www.legislation.gov.uk/ukpga/2023/54"

LAW = Authority("Procurement Act 2023, section 54", "law", f"{ACT}/section/54")
FLEXIBLE = Authority("Procurement Act 2023, section 22", "law", f"{ACT}/section/22")
POLICY = Authority(
    "Procurement policy note on payment", "policy", "https://www.gov.uk/guidance/payment",
    "Not seen in its newest form.",
)
PRACTICE = Authority("Guidance on buying from small charities", "good practice")
SETTING = Authority("Twenty working days for a full invitation to tender", "setting")
BAD_LINK = Authority("A guide with an odd address", "guidance", "javascript:alert('link')")


def at(document: str | None, quote: str = "", **place: Any) -> Where:
    return Where(document=document, quote=quote, **place)


def found(message: str, where: Where, waived: str | None = None) -> FindingRow:
    return FindingRow(message, where, fingerprint="0123456789abcdef", waived=waived)


def shown(where: Where, message: str = "") -> FindingRow:
    return FindingRow(message, where)


def check(id: str, area: str, title: str, outcome: Outcome, reason: str, **more: Any) -> CheckRow:
    return CheckRow(id, area, title, outcome, more.pop("severity", Severity.NONE), reason, **more)


def fact(value: Any, words: str, where: Where, chosen: bool = True, sure: str = "high", why: str = "") -> FactRow:
    return FactRow(value, words, where, sure, chosen, why)


def section(
    heading: tuple[str, ...], words: int, grade: float | None, page: int | None, more: int = 0
) -> SectionReading:
    """A section whose scores follow from its grade, as they do in most texts."""
    sentences = max(words // 21, 1)
    if grade is None:
        return SectionReading(heading, more, page, Scores(words, sentences))
    others = (grade + 5, grade + 1.5, grade + 0.8, grade + 0.4, grade + 1.1)
    rounded = (round(each, 1) for each in (108 - 5 * grade, grade, *others))
    return SectionReading(heading, more, page, Scores(words, sentences, *rounded))


READ_ITT = Reading(
    Scores(4120, 193, 44.6, 12.6, 17.6, 14.2, 13.5, 13.1, 13.7), 26.2,
    left_out=(LeftOut("tables", 1406), LeftOut("items of lists that are no sentences", 412), LeftOut("headings", 130)),
    sections=(
        section(("1 About us",), 480, 8.6, None),
        section(("2 <b>What</b> we buy",), 1210, 11.2, None, more=2),
        section(("3 How to bid", "3.1 Questions & answers"), 640, 3.9, None),
        section(("3 How to bid", "3.2 Conditions of tender"), 1560, 16.8, None),
        section(("4 How we score bids",), 230, 10.4, None),
    ),
)  # fmt: skip
READ_SPEC = Reading(
    Scores(7300, 292, 30.1, 14.9, 19.9, 17.0, 16.1, 15.8, 15.2), 41.2, left_out=(LeftOut("tables", 2130),),
    sections=(section((), 2900, 13.1, 1), section(("Standards of care",), 4400, 16.0, 9, more=11)),
)  # fmt: skip
READ_TERMS = Reading(
    Scores(), 101.3, "terms of contract are not scored", left_out=(LeftOut("terms of contract", 24115),)
)
READ_ODD = Reading(
    Scores(45, 3), 0.2, "it has 45 words of running text, and a score needs 100",
    sections=(section((), 45, None, None),),
)  # fmt: skip
READ_PRICES = Reading(
    Scores(), 1.3, "it has no words of running text, and a score needs 100", left_out=(LeftOut("tables", 310),)
)
READ_PACK = Reading(
    Scores(11465, 488, 35.0, 14.1, 19.1, 16.0, 15.2, 14.8, 14.7), 170.2,
    left_out=(LeftOut("terms of contract", 24115), LeftOut("tables", 3846),
              LeftOut("items of lists that are no sentences", 412), LeftOut("headings", 130)),
)  # fmt: skip
DOCUMENTS = (
    DocumentRow(ITT, WORD, "instructions", "aa11", None, 6240, "fully", reading=READ_ITT),
    DocumentRow(SPEC, PDF, "specification", "bb22", 24, 9810, "fully", reading=READ_SPEC),
    DocumentRow(TERMS, PDF, "terms", "cc33", 61, 24115, "partly", ("page 17: is a picture without text",),
                READ_TERMS),
    DocumentRow(PRICES, "application/vnd.ms-excel", "pricing", "dd44", None, 310, "fully", reading=READ_PRICES),
    DocumentRow(SCAN, PDF, "", "ee55", 3, 0, "not", ("all 3 pages are pictures without text",)),
    DocumentRow(ODD, WORD, "other", "ff66", None, 45, "fully", reading=READ_ODD),
)

TIME = (
    check(
        "tender-period", "time", "Bidders have the least time that the law gives", Outcome.FAILED, "",
        severity=Severity.ERROR, authorities=(LAW,),
        findings=(
            found("Gives 21 days to bid, where at least 25 are needed.",
                  at(ITT, "Tenders must be returned by 12 noon on Friday 3 July 2026", heading=("3 Timetable",),
                     clause="3.2", paragraph=41)),
        ),
        why="Organisations that write bids beside their daily work cannot answer in less.",
        fix="Move the deadline to Tuesday 7 July 2026 or later, or say which reason for a shorter time applies.",
    ),
    check(
        "lead-in-time", "time", "There are enough working days to bid", Outcome.FAILED, "", severity=Severity.ADVICE,
        authorities=(SETTING,),
        findings=(
            found("Leaves 15 working days, fewer than the 20 that are set.",
                  at(ITT, "Tenders must be returned by 12 noon on Friday 3 July 2026", heading=("3 Timetable",),
                     clause="3.2", paragraph=41)),
        ),
        evidence=(shown(at(ITT, "This pack was published on Friday 12 June 2026", clause="3.1", paragraph=40)),),
        why="Small organisations need time to find partners and to agree a bid.",
        fix="Give 20 working days or more.",
    ),
    check(
        "answers-in-time", "time", "Answers come early enough to use them", Outcome.PASSED,
        "answers are promised 8 days before the deadline", authorities=(FLEXIBLE,),
        evidence=(shown(at(ITT, "Answers to all questions will be published by 25 June 2026", clause="3.4")),),
    ),
    check(
        "deadline-day", "time", "The deadline falls on a working day", Outcome.PASSED, "Friday 3 July 2026",
        authorities=(PRACTICE,),
    ),
    check(
        "standstill-before-start", "time", "The contract starts after the standstill", Outcome.CANNOT_TELL,
        "the day of award is given only as a month", authorities=(LAW,),
        evidence=(shown(at(ITT, "Contract award: August 2026", heading=("3 Timetable",), paragraph=44)),),
    ),
)  # fmt: skip

PROPORTION = (
    check(
        "insurance-before-award", "proportion", "Insurance is needed only from the award", Outcome.FAILED, "",
        severity=Severity.ERROR, authorities=(FLEXIBLE, BAD_LINK),
        findings=(
            found("Asks for insurance to be in place before award.",
                  at(ITT, HOSTILE, heading=("5 Conditions of participation", "5.3 Insurance"), clause="5.3.1",
                     paragraph=66, part="row 2 of the table")),
        ),
        why="Cover for a contract that may not be won costs money that small bidders do not have.",
        fix="Ask bidders to promise the cover, to be in place when the contract starts.",
    ),
    check(
        "unlimited-liability", "proportion", "Liability is limited", Outcome.FAILED, "", severity=Severity.ADVICE,
        authorities=(PRACTICE,),
        findings=(
            found("Demands an indemnity without limit.", at(TERMS, LONG, page=33, clause="21.4", paragraph=512)),
            found("Demands an indemnity without limit.",
                  at(TERMS, "liability under this clause is unlimited", page=34, clause="21.9", paragraph=530),
                  "The insurer has agreed to this clause."),
        ),
        why="No insurer covers it.", fix="Cap liability at a sum that insurance can cover.",
    ),
    check(
        "payment-in-30-days", "proportion", "Payment comes within 30 days", Outcome.FAILED, "",
        severity=Severity.WARNING, authorities=(POLICY,),
        findings=(
            found("Pays after 45 days.", at(TERMS, "within forty-five (45) days of a valid invoice", page=12,
                                            clause="9.2", paragraph=188)),
        ),
        why="Late payment ends small organisations.", fix="Pay within 30 days of a valid invoice.",
    ),
    check(
        "turnover-cap", "proportion", "The turnover asked for is in proportion", Outcome.CANNOT_TELL,
        "the pack gives two values of the contract and they disagree", authorities=(FLEXIBLE,),
        evidence=(shown(at(ITT, "a minimum annual turnover of £400,000", clause="5.2")),),
    ),
    check(
        "performance-bond", "proportion", "No bond is asked for", Outcome.FAILED, "", severity=Severity.ADVICE,
        authorities=(PRACTICE,),
        findings=(
            found("Asks for a bond of 10%.", at(TERMS, "a bond of ten per cent (10%)", page=40, paragraph=600),
                  "Agreed with the board on 2 May 2026."),
        ),
        why="Bonds shut out charities.", fix="Leave it out.",
    ),
)  # fmt: skip

FORMS = (
    check(
        "complaints-form", "forms", "The pack holds a form or procedure for complaints about the procurement",
        Outcome.FAILED, "", severity=Severity.ADVICE, authorities=(PRACTICE,),
        findings=(found("The pack holds no form or named procedure for complaints about this procurement.", at(None)),),
        nearest=(
            shown(at(TERMS, "The Provider shall log complaints made by service users", page=29, clause="17.1"),
                  "this is about complaints on the service"),
            shown(at(ITT, "we welcome your comments", paragraph=90), "this is an invitation, not a procedure"),
        ),
        why="Bidders must know whom to turn to.", fix="Add a form, or name a person and the days for an answer.",
    ),
    check(
        "accessible-formats", "forms", "The pack is offered in accessible formats", Outcome.PASSED,
        "other formats are offered with a contact", authorities=(PRACTICE,),
        evidence=(
            shown(at(ITT, "This pack is available in large print, easy read and braille. Phone 01632 960 100.",
                     heading=("1 About this pack",), paragraph=4)),
        ),
    ),
    check(
        "long-sentences", "language", "Sentences are short enough to follow", Outcome.FAILED, "",
        severity=Severity.ADVICE, authorities=(PRACTICE,),
        findings=(*(
            found(f"A sentence of {41 + number} words.",
                  at(SPEC, f"Sentence number {number + 1} of the specification goes on and on", page=number // 3 + 2,
                     clause=f"{number // 5 + 1}.{number % 5 + 1}", paragraph=40 + 7 * number))
            for number in range(15)
        ), found("A sentence of 60 words.", at(TERMS, "The parties agree that", page=2, paragraph=20))),
        why="Long sentences are hard to read.", fix="Split them: one thought, one sentence, 25 words at most.",
    ),
)  # fmt: skip

DRAFT = (
    check(
        "facts-agree", "draft", "Each fact is the same wherever it stands", Outcome.FAILED, "",
        severity=Severity.ADVICE, authorities=(PRACTICE,),
        findings=(
            found("The deadline is 3 July 2026 here and 6 July 2026 in the draft contract.",
                  at(ITT, "Tenders must be returned by 12 noon on Friday 3 July 2026", clause="3.2", paragraph=41)),
            found("The deadline is 6 July 2026 here and 3 July 2026 in the invitation.",
                  at(TERMS, "tenders received by 5pm on 6 July 2026", page=3, paragraph=31)),
        ),
        why="Bidders who follow the wrong day are shut out.", fix="Decide which is right and say it once.",
    ),
    check(
        "current-journal", "draft", "The journal named is in use", Outcome.PASSED, "none of the words was found",
        authorities=(LAW,),
    ),
    check(
        "placeholders", "draft", "No placeholder is left", Outcome.ERROR,
        "the check itself crashed (ValueError); please report it", authorities=(PRACTICE,),
    ),
    check(
        "tupe-information", "contract", "The pack says whether staff transfer", Outcome.INAPPLICABLE,
        "the service is new, so nobody could transfer", authorities=(PRACTICE,),
    ),
)  # fmt: skip

FACTS: dict[str, tuple[FactRow, ...]] = {
    "buyer_name": (fact("Westmere Borough Council", "Westmere Borough Council",
                        at(ITT, "Westmere Borough Council (“the Council”)", paragraph=2)),),
    "title": (fact("Support at home for disabled adults", "Support at home for disabled adults",
                   at(ITT, "Support at home for disabled adults", paragraph=1)),),
    "procedure": (fact("open", "open", at(ITT, "This is an open procedure", clause="2.1")),),
    "contract_value_total": (
        fact({"min": 1200000, "max": 1200000, "currency": "GBP", "vat": "excl"}, "£1.2 million",
             at(ITT, "worth £1.2 million, excluding VAT, over its whole life", clause="1.4"),
             why="the invitation speaks of the whole life"),
        fact({"min": None, "max": 900000, "currency": "GBP", "vat": "unknown"}, "up to £900,000",
             at(SPEC, "a budget of up to £900,000", page=3), chosen=False, sure="medium"),
    ),
    "term_initial_months": (fact(36, "36", at(ITT, "for an initial term of three years", clause="1.5")),),
    "term_extension_months": (fact(24, "24", at(ITT, "with the option of two further years", clause="1.5")),),
    "issue_date": (fact("2026-06-12", "12 June 2026", at(ITT, "Issued on 12 June 2026", clause="3.1")),),
    "clarification_deadline": (fact("2026-06-22T17:00", "22 June 2026, 17:00",
                                    at(ITT, "Questions must reach us by 5pm on 22 June 2026", clause="3.3")),),
    "answers_by": (fact("2026-06-25", "25 June 2026", at(ITT, "published by 25 June 2026", clause="3.4")),),
    "submission_deadline": (
        fact("2026-07-03T12:00", "3 July 2026, 12:00",
             at(ITT, "Tenders must be returned by 12 noon on Friday 3 July 2026", clause="3.2"),
             why="stands in the timetable of the invitation"),
        fact("2026-07-06T17:00", "6 July 2026, 17:00", at(TERMS, "tenders received by 5pm on 6 July 2026", page=3),
             chosen=False),
        fact("2026-07-03T12:00", "3 July 2026, 12:00", at(PRICES, "Return by noon, 3 July 2026"), chosen=False),
        fact("2026-07-03T12:00", "3 July 2026, 12:00", at(SPEC, "by noon on 3 July 2026", page=24), chosen=False),
    ),
    "interview_date": (fact("2026-07-14", "14 July 2026", at(ITT, "Interviews: 14 July 2026", clause="3.5")),),
    "award_date": (fact("2026-08", "August 2026", at(ITT, "Contract award: August 2026", paragraph=44), sure="low"),),
    "contract_start": (fact("2026-10-01", "1 October 2026", at(ITT, "start on 1 October 2026", clause="3.6")),),
    "contract_end": (fact("2029-09-30", "30 September 2029", at(TERMS, "expires on 30 September 2029", page=5)),),
    "price_weight": (fact(40, "40", at(ITT, "Price 40%", clause="7.1")),),
    "quality_weight": (fact(50, "50", at(ITT, "Quality 50%", clause="7.1")),),
    "social_value_weight": (fact(10, "10", at(ITT, "Social value 10%", clause="7.1")),),
    "award_criteria": tuple(
        fact({"name": name, "weight": weight, "parent": parent}, f"{name} {weight}", at(ITT, f"{name} {weight}%"))
        for name, weight, parent in (
            ("Price", 40, None), ("Quality", 50, None), ("Social value", 10, None), ("Staff", 12.5, "Quality"),
            ("Working with users", 17.5, "Quality"), ("Safeguarding", 10, "Quality"), ("Start", 10, "Quality"),
        )
    ),
    "insurance_public_liability": (fact(10000000, "10,000,000", at(ITT, "£10 million public liability")),),
    "unlimited_liability": (fact(True, "yes", at(TERMS, LONG, page=33, clause="21.4")),),
    "performance_bond": (fact(10, "10", at(TERMS, "a bond of ten per cent (10%)", page=40)),),
    "page_or_word_limits": (fact({"scope": "Each answer", "words": 750}, "Each answer: 750 words",
                                 at(ODD, "No answer may be longer than 750 words")),),
    "accessible_formats_offered": (fact(["large print", "easy read", "braille"], "large print, easy read, braille",
                                        at(ITT, "large print, easy read and braille", paragraph=4)),),
    "agreement_type": (fact("contract", "contract", at(TERMS, "THIS CONTRACT is made", page=1)),),
}  # fmt: skip

CHECKLIST = (
    ItemRow("adequate-lead-time", "A. Time", "Bidders have enough time to bid", Outcome.FAILED,
            "Gives 21 days to bid, where at least 25 are needed; Leaves 15 working days",
            ("tender-period", "lead-in-time"), (ITT, SPEC, TERMS, PRICES, ODD), also=("deadline-day",)),
    ItemRow("clarification-window", "A. Time", "There is time to ask questions and to use the answers", Outcome.PASSED,
            "answers are promised 8 days before the deadline", ("answers-in-time",), (ITT,)),
    ItemRow("lead-in-award-to-start", "A. Time", "There is time between award and start", Outcome.CANNOT_TELL,
            "the day of award is given only as a month", ("standstill-before-start",), (ITT, TERMS),
            "Look for the day of award and the day the contract starts."),
    ItemRow("proportionate-requirements", "B. Proportion", "What is asked of bidders is in proportion", Outcome.FAILED,
            "Asks for insurance to be in place before award", ("insurance-before-award", "turnover-cap"),
            (ITT, SPEC, TERMS, PRICES, ODD)),
    ItemRow("no-restrictive-penalties", "B. Proportion", "No bonds, penalties or late payment", Outcome.FAILED,
            "Demands an indemnity without limit; Pays after 45 days",
            ("unlimited-liability", "payment-in-30-days", "performance-bond"), (TERMS,)),
    ItemRow("complaints-form", "C. Forms, formats and guidance", "A form or procedure for complaints", Outcome.FAILED,
            "The pack holds no form or named procedure for complaints about this procurement", ("complaints-form",),
            (ITT, SPEC, TERMS, PRICES, ODD)),
    ItemRow("accessible-formats", "C. Forms, formats and guidance", "The pack comes in accessible formats",
            Outcome.PASSED, "other formats are offered with a contact", ("accessible-formats",), (ITT,)),
    ItemRow("plain-language", "C. Forms, formats and guidance", "The pack is written in plain language", Outcome.FAILED,
            "15 sentences are too long", ("long-sentences",), (ITT, SPEC, TERMS)),
    ItemRow("portal-accessible", "C. Forms, formats and guidance", "The portal can be used by disabled people",
            Outcome.CANNOT_TELL, "a person must judge this", (), (), "Try the portal with a screen reader."),
    ItemRow("consortia-welcome", "D. Openness", "Joint bids are allowed and explained", Outcome.CANNOT_TELL,
            "a person must judge this", (), (), "Is bidding together welcomed, or only tolerated?",
            "Yes: section 4 explains it well. A. Reader, 14 June 2026"),
    ItemRow("user-involvement", "E. Value, quality and users", "Disabled people have a part in it",
            Outcome.CANNOT_TELL, "a person must judge this", (), (), "Who wrote the specification, and with whom?"),
    ItemRow("tupe-information", "F. The contract offered", "The pack says whether staff transfer",
            Outcome.INAPPLICABLE, "the service is new, so nobody could transfer", ("tupe-information",), (ITT,)),
    ItemRow("facts-agree", "G. The draft itself", "The pack does not contradict itself", Outcome.FAILED,
            "The deadline is 3 July 2026 here and 6 July 2026 in the draft contract", ("facts-agree",), (ITT, TERMS)),
    ItemRow("no-placeholders", "G. The draft itself", "No placeholder is left", Outcome.ERROR,
            "the check itself crashed (ValueError); please report it", ("placeholders",), (ITT, TERMS)),
    ItemRow("current-law", "G. The draft itself", "The wording fits the law of the day", Outcome.PASSED,
            "none of the words was found", ("current-journal",), (ITT, TERMS)),
)  # fmt: skip


REGIME = RegimeRow("PA2023", "Procurement Act 2023", "no law is named; issued on 12 June 2026", "derived", "England")


def example() -> Report:
    """A care service tender with a bit of everything."""
    return Report(
        version="0.0.0",
        checks_digest="0123456789abcdef",
        name="support-at-home",
        path="support-at-home",
        day="2026-06-12",
        regime=REGIME,
        documents=DOCUMENTS,
        reading=READ_PACK,
        facts={name: FACTS.get(name, ()) for name in FACT_NAMES},
        checks=(*TIME, *PROPORTION, *FORMS, *DRAFT),
        checklist=CHECKLIST,
        not_read=(
            NotRead(SCAN, None, "all 3 pages are pictures without text"),
            NotRead(TERMS, 17, "is a picture without text"),
        ),
        leaves_open=("standstill-before-start",),
    )


def nothing_wrong() -> Report:
    """A report in which every check passed."""
    passed = tuple(row for row in example().checks if row.outcome is Outcome.PASSED)
    items = tuple(row for row in CHECKLIST if row.outcome is Outcome.PASSED)
    return dataclasses.replace(
        example(), checks=passed, checklist=items, not_read=(), leaves_open=(), documents=DOCUMENTS[:2]
    )


def set_aside() -> Report:
    """A report in which everything was set aside, by waivers and by a baseline, and a person stated some facts."""
    waiver = WaivedBy("waiver", "Head of procurement", "2027-03-31", "waivers.toml", 4)
    rows = []
    for row in example().checks:
        known = WaivedBy("baseline", file="known.json") if row.area != "proportion" else waiver
        reason = "The insurer has agreed." if known is waiver else "it was there before"
        findings = tuple(dataclasses.replace(each, waived=reason, waived_by=known) for each in row.findings)
        rows.append(dataclasses.replace(row, findings=findings))
    value = {"min": 900000, "max": 900000, "currency": "GBP", "vat": "excl"}
    stated = (
        StatedRow("value", value, "£900,000", at("tenderlint.toml", "value = 900000", part="line 3")),
        StatedRow("commenced", "2026-03-02", "2 March 2026", at("tenderlint.toml", "commenced = 2026", part="line 4")),
        StatedRow("nation", "Wales", "Wales", at("the settings")),
    )  # fmt: skip
    return dataclasses.replace(example(), checks=tuple(rows), stated=stated)


def empty() -> Report:
    """A report of which nothing can be said: no document, no fact, no check."""
    return Report("0.0.0", "", "empty", "empty", "2026-06-12", REGIME)


def many(number: int) -> Report:
    """A report with very many findings: twelve checks that fail in each of six documents."""
    rows = []
    for index in range(12):
        findings = tuple(
            found(f"Finding {index}-{each}.",
                  at(DOCUMENTS[each // 12 % 6].path, f"Words {each} " * 8, paragraph=each + 1))
            for each in range(index, number, 12)
        )
        rows.append(dataclasses.replace(FORMS[2], id=f"check-{index}", findings=findings))
    return dataclasses.replace(example(), checks=tuple(rows))
