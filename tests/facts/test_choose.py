"""Which of several statements is chosen, why, and which contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from tenderlint.facts import Facts
from tenderlint.facts.base import Fact
from tenderlint.facts.choose import Candidate, choose, conflicts, differ
from tenderlint.facts.passages import Passages
from tenderlint.model import Place, Role
from tenderlint.testing import pack
from tenderlint.values import Money, When, as_data


def facts_of(text: str | Mapping[str, str]) -> Facts:
    return Facts(Passages(pack(text)))


def chosen(text: str | Mapping[str, str], name: str = "submission_deadline") -> tuple[object, str]:
    fact = facts_of(text).chosen(name)
    assert fact is not None
    return as_data(fact.value), fact.why


def day(number: int, hour: int | None = None) -> When:
    return When(dt.date(2026, 7, number), dt.time(hour) if hour is not None else None)


def statement(value: When, quote: str = "", **more: object) -> Candidate[When]:
    fact = Fact("submission_deadline", value, quote or str(value), Place("a"), of=str(more.pop("of", "")))
    return Candidate(fact, **more)  # type: ignore[arg-type]


def test_an_amendment_supersedes_what_went_before() -> None:
    text = {
        "Invitation to tender.md": "Tenders must be returned by noon on 3 July 2026.",
        "Amendment 1.md": "The closing date for tenders has been extended to noon on 10 July 2026.",
    }
    value, why = chosen(text)
    assert value == "2026-07-10T12:00"
    assert "amendment" in why


def test_the_old_date_of_an_extension_is_kept_as_superseded_and_contradicts_nothing() -> None:
    facts = facts_of("The deadline for tenders has been extended from 3 July 2026 to 10 July 2026.").all(
        "submission_deadline"
    )
    assert [(as_data(fact.value), fact.of, fact.chosen) for fact in facts] == [
        ("2026-07-03", "superseded", False),
        ("2026-07-10", "", True),
    ]
    assert conflicts(facts) == ()


def test_a_timetable_beats_a_mention_in_passing() -> None:
    text = """
# Submission

It should reach us by 4 July 2026.

| Stage | Date |
| Return of tenders | 3 July 2026 |
| Award | 1 August 2026 |
"""
    assert chosen(text)[0] == "2026-07-03"


def test_instructions_go_before_terms() -> None:
    text = {
        "Conditions of contract.md": "The contract commences on 1 September 2026.",
        "Invitation to tender.md": "The contract will start on 1 October 2026.",
    }
    assert chosen(text, "contract_start")[0] == "2026-10-01"


def test_a_time_of_day_is_taken_from_a_statement_that_agrees() -> None:
    text = "| Tender return | 3 July 2026 |\n| Award | 1 August 2026 |\n\nTenders are due by noon on 3 July 2026."
    assert chosen(text)[0] == "2026-07-03T12:00"


def test_what_is_stated_more_often_is_chosen_and_the_reason_told() -> None:
    text = "Tenders are due by 4 July 2026.\n\nTenders are due on 3 July 2026.\n\nReturn your tender by 3 July 2026."
    assert chosen(text) == ("2026-07-03", "it is stated most often")


def test_the_first_is_chosen_where_nothing_else_tells() -> None:
    assert chosen("Tenders are due by 4 July 2026.\n\nTenders are due by 3 July 2026.")[0] == "2026-07-04"


def test_the_tender_goes_before_its_selection_stage() -> None:
    text = "Selection questionnaires must be returned by 1 May 2026.\n\nTenders must be returned by 3 July 2026."
    facts = facts_of(text).all("submission_deadline")
    assert [(as_data(fact.value), fact.of, fact.chosen) for fact in facts] == [
        ("2026-05-01", "selection stage", False),
        ("2026-07-03", "", True),
    ]
    assert conflicts(facts) == ()


def test_a_selection_stage_alone_is_chosen() -> None:
    assert chosen("Expressions of interest must be received by noon on 1 May 2026.")[0] == "2026-05-01T12:00"


def test_statements_that_differ_are_paired_once_a_value() -> None:
    facts = facts_of(
        "Tenders are due by 3 July 2026.\n\nTenders are due by noon on 3 July 2026.\n\n"
        "Return tenders by 5 July 2026.\n\nSend your tender by 5 July 2026."
    ).all("submission_deadline")
    pairs = conflicts(facts)
    assert [(as_data(one.value), as_data(other.value)) for one, other in pairs] == [("2026-07-03T12:00", "2026-07-05")]


def test_questions_and_answers_do_not_contradict_the_instructions() -> None:
    text = {
        "Invitation to tender.md": "Tenders must be returned by 3 July 2026.",
        "Questions and answers.md": "We understood that tenders must be returned by 4 July 2026.",
    }
    assert [as_data(fact.value) for fact in facts_of(text).all("submission_deadline")] == ["2026-07-03"]


def test_the_same_words_in_the_same_place_count_once() -> None:
    twice = [statement(day(3), "by 3 July 2026"), statement(day(3), "by 3 July 2026")]
    assert len(choose(twice)) == 1


def test_no_statements_give_no_fact() -> None:
    assert choose([]) == ()
    assert conflicts(()) == ()


def test_roles_weigh_more_than_numbers() -> None:
    terms = [statement(day(4), f"{number}", role=Role.TERMS) for number in range(3)]
    facts = choose([*terms, statement(day(3), role=Role.INSTRUCTIONS)])
    assert [as_data(fact.value) for fact in facts if fact.chosen] == ["2026-07-03"]


def test_a_day_and_the_same_day_at_an_hour_agree() -> None:
    assert not differ(day(3), day(3, 12))
    assert differ(day(3, 11), day(3, 12))
    assert differ(day(3), day(4))


def test_a_month_agrees_with_a_day_in_it() -> None:
    month = When(dt.date(2026, 7, 1), day_given=False)
    assert not differ(month, day(3))
    assert differ(month, When(dt.date(2026, 8, 3)))


def test_amounts_agree_when_only_vat_lies_between_them() -> None:
    net = Money(Decimal(100), Decimal(100), vat="excl")
    assert not differ(net, Money(Decimal(120), Decimal(120), vat="incl"))
    assert differ(net, Money(Decimal(125), Decimal(125), vat="incl"))
    assert differ(net, Money(Decimal(100), Decimal(100), "EUR"))


def test_a_lot_does_not_contradict_the_total() -> None:
    facts = facts_of("Contract value: £300,000.\n\nEstimated value of lot 1: £100,000.").all("contract_value_total")
    assert [fact.of for fact in facts] == ["", "Lot 1"]
    assert conflicts(facts) == ()
