"""The law that a pack is read under is stated, derived from its dates, or assumed, and the report says which."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tenderlint.formats.terminal import write
from tenderlint.linting import lint_pack
from tenderlint.report import Report
from tenderlint.settings import settings_from
from tenderlint.testing import pack
from tests.checks.asking import book

TODAY = dt.date(2026, 11, 22)


def read(text: str, **settings: object) -> Report:
    return lint_pack(pack(text), today=TODAY, settings=settings_from(settings), book=book())


def test_a_pack_that_says_nothing_is_read_under_the_law_of_today_and_says_so() -> None:
    report = read("Please quote for two desks.")
    assert (report.regime.id, report.regime.sure, report.day) == ("PA2023", "assumed", "2026-11-22")
    assert "assumed" in report.regime.why


def test_the_dates_of_a_pack_tell_its_law() -> None:
    report = read("Tenders must be received by 12 noon on 2 April 2019.")
    assert (report.regime.id, report.regime.sure, report.day) == ("PCR2015", "derived", "2019-04-02")


def test_a_law_that_is_named_and_holds_is_stated() -> None:
    report = read(
        "This procurement is run under the Procurement Act 2023. Tenders must be received by 12 noon on 2 April 2026."
    )
    assert (report.regime.id, report.regime.sure) == ("PA2023", "stated")


def test_an_old_law_that_is_named_in_a_new_pack_does_not_hold() -> None:
    report = read(
        "This procurement is run under the Public Contracts Regulations 2015. "
        "Tenders must be received by 12 noon on 2 April 2026."
    )
    assert report.regime.id == "PA2023"
    assert "did not hold" in report.regime.why


def test_a_person_who_knows_when_it_commenced_overrules_the_pack() -> None:
    report = read(
        "Tenders must be received by 12 noon on 2 April 2026.", pack={"commenced": dt.date(2025, 2, 20)}
    )
    assert (report.regime.id, report.regime.sure, report.day) == ("PCR2015", "stated", "2025-02-20")


def test_a_scottish_pack_is_read_under_scottish_law() -> None:
    report = read("Tenders must be received by 12 noon on 2 April 2026.", pack={"nation": "Scotland"})
    assert report.regime.id == "PCS2015"


@pytest.mark.parametrize("day", ["2006-01-30", "1999-01-01"])
def test_a_day_before_all_law_that_is_known_takes_the_oldest(day: str) -> None:
    report = lint_pack(
        pack("Quote for desks."), today=dt.date.fromisoformat(day), settings=settings_from({}), book=book()
    )
    assert report.regime.id in {"PCR2006", "PCS2012"}


def test_a_pack_that_stands_outside_a_law_is_not_said_to_name_none() -> None:
    report = read(
        "This ITT is exempt from the Public Contracts Regulations 2015. Tenders are due by noon on 2 April 2019."
    )
    assert (report.regime.id, report.regime.sure) == ("PCR2015", "derived")
    assert "2015.”, so nothing is called a breach of this law" in report.regime.why
    assert "no law is named" not in report.regime.why


@pytest.mark.parametrize(("words", "severity"), [("", "error"), ("This contract is exempt from the {}.", "advice")])
def test_a_law_that_the_pack_stands_outside_of_makes_no_breach(words: str, severity: str) -> None:
    law = "Public Contracts Regulations 2015"
    report = read(
        f"The value is above the threshold. {words.format(law)}\n\nTenders must be received by noon on 2 April 2019."
        "\n\nBidders should send turnover figures for the last five financial years.",
    )
    assert report.check("turnover-years").severity == severity


def test_a_rule_of_law_alone_is_left_to_a_person_where_the_pack_stands_outside_of_it() -> None:
    report = read(
        "This tender is not subject to the Public Contracts Regulations 2015. The value is above the threshold.\n\n"
        "Issued on 25 March 2019. Tenders must be received by noon on 2 April 2019.",
    )
    row = report.check("tender-period")
    assert row.outcome == "cantTell"
    assert "stands outside the Public Contracts Regulations 2015" in row.reason
    assert not [each for each in report.checks if each.severity == "error"]


def test_a_law_that_a_person_set_holds_although_the_pack_says_that_it_stands_outside() -> None:
    report = read(
        "This tender is not subject to the Public Contracts Regulations 2015. Tenders are due by noon on 2 April 2019.",
        pack={"regime": "PCR2015"},
    )
    assert "set for this pack" in report.regime.why
    assert "stands outside" not in report.check("tender-period").reason


def test_a_pack_that_is_read_by_another_day_is_told_what_its_own_dates_say() -> None:
    text = (
        "This procurement follows the Public Contracts Regulations 2015. Issued on 7 May 2019. "
        "Tenders must be received by noon on 7 June 2019."
    )
    settings = replace(settings_from({}), on=dt.date(2026, 11, 1))
    report = lint_pack(pack(text), today=TODAY, settings=settings, book=book())
    assert report.regime.id == "PA2023"
    assert "the law of 1 November 2026 was asked for" in report.regime.why
    assert report.regime.why.endswith("which held on the pack's own day: issued on 7 May 2019")
    told = write(report)
    assert "(chosen: the law of 1 November 2026" in " ".join(told.split())
    assert "The deadline, 7 June 2019, 12:00, had passed on 1 November 2026" in " ".join(told.split())
    assert "had passed" not in write(read(text))


def test_the_words_that_name_the_nation_are_shown() -> None:
    told = read("We buy under the Procurement Act 2023. The law of England and Wales applies.").regime
    assert told.nation == ""
    assert told.why.endswith("; it may be of England or of Wales, as “The law of England and Wales applies” fits both")
    english = read("We buy under the Procurement Act 2023. This agreement is governed by English law.").regime
    assert english.why.endswith("; England is read from “This agreement is governed by English law.”")
    welsh = read(
        "Bids go through Sell2Wales. The law of England and Wales applies. So do the courts of England and Wales."
    )
    assert welsh.regime.nation == "Wales"
    euros = read("The contract is worth €90,000. The law of England and Wales applies.")
    assert (euros.regime.id, euros.regime.nation) == ("PA2023", "")
    silent = read("We buy under the Procurement Act 2023.").regime
    assert "told by" not in silent.why
    stated = read("The law of England and Wales applies.", pack={"nation": "Wales"}).regime
    assert (stated.nation, "told by" in stated.why) == ("Wales", False)
