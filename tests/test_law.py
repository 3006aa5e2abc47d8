"""The law file holds the figures of the fact base, each on its days and with its source."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from tenderlint.errors import CardError
from tenderlint.law import LawBook, NoFigureError
from tests.checks.asking import book

LAW = book().law
DAY_2025, DAY_2026 = dt.date(2025, 6, 2), dt.date(2026, 6, 1)


def figure(name: str, regime: str, day: dt.date) -> Decimal:
    return LAW.on(regime, day).figure(name)


@pytest.mark.parametrize(
    ("name", "in_2025", "in_2026"),
    [
        ("works", 5372609, 5193000),
        ("central", 139688, 135018),
        ("subcentral", 214904, 207720),
        ("light_touch", 663540, 663540),
        ("utilities_other", 429809, 415440),
        ("utilities_light_touch", 884720, 884720),
        ("concession", 5372609, 5193000),
        ("light_touch_concession", 5372609, 5372609),
    ],
)
def test_thresholds_change_on_1_january_2026(name: str, in_2025: int, in_2026: int) -> None:
    assert figure(f"threshold.{name}", "PA2023", DAY_2025) == in_2025
    assert figure(f"threshold.{name}", "PA2023", DAY_2026) == in_2026


@pytest.mark.parametrize(
    ("regime", "name", "days"),
    [
        ("PA2023", "electronic_all_docs", 25), ("PA2023", "electronic_docs_later", 30),
        ("PA2023", "paper_all_docs", 30),
        ("PA2023", "paper_docs_later", 35), ("PA2023", "qualifying_planned_notice", 10), ("PA2023", "urgency", 10),
        ("PA2023", "preselected_non_central", 10), ("PA2023", "dynamic_market", 10), ("PA2023", "participation", 25),
        ("PA2023", "participation_urgency", 10), ("PCR2015", "open", 35), ("PCR2015", "open_electronic", 30),
        ("PCR2015", "open_pin", 15), ("PCR2015", "open_urgency", 15), ("PCR2015", "restricted_request", 30),
        ("PCR2015", "restricted_tender", 30), ("PCR2015", "restricted_tender_electronic", 25),
        ("PCR2015", "restricted_tender_pin", 10), ("PCR2015", "restricted_request_urgency", 15),
        ("PCR2015", "restricted_tender_urgency", 10), ("PCR2006", "open", 52), ("PCR2006", "open_enotice", 45),
        ("PCR2006", "open_enotice_docs_online", 40), ("PCR2006", "open_pin_floor", 22),
        ("PCR2006", "restricted_request", 37), ("PCR2006", "restricted_tender", 40),
        ("PCR2006", "restricted_tender_docs_online", 35),
    ],
)  # fmt: skip
def test_tender_periods_are_those_of_each_regime(regime: str, name: str, days: int) -> None:
    start = LAW.regime(regime).start
    assert figure(f"tender_days.{name}", regime, start) == days


def test_a_light_touch_contract_has_no_minimum_period() -> None:
    with pytest.raises(NoFigureError):
        figure("tender_days.light_touch", "PA2023", DAY_2026)


@pytest.mark.parametrize(
    ("name", "regime", "day", "value"),
    [
        ("turnover.multiple", "PCR2015", dt.date(2019, 1, 1), 2),
        ("turnover.multiple", "PSR", dt.date(2024, 6, 1), 2),
        ("answers_before_deadline", "PCR2015", dt.date(2019, 1, 1), 6),
        ("answers_before_deadline_accelerated", "PCR2015", dt.date(2019, 1, 1), 4),
        ("kpi_required_over", "PA2023", DAY_2026, 5000000),
        ("payment_days_max", "PA2023", DAY_2026, 30),
        ("reservation.workforce_share", "PCR2006", dt.date(2012, 3, 11), Decimal("0.5")),
        ("reservation.workforce_share", "PCR2015", dt.date(2019, 1, 1), Decimal("0.3")),
        ("reservation.workforce_share", "PA2023", DAY_2026, Decimal("0.3")),
        ("social_value.central_share", "PCR2015", dt.date(2022, 1, 1), Decimal("0.1")),
        ("social_value.central_share", "PA2023", DAY_2026, Decimal("0.1")),
        ("below_threshold_notifiable.central", "PA2023", DAY_2026, 12000),
        ("below_threshold_notifiable.other", "PA2023", DAY_2026, 30000),
        ("accessibility.min_pt", "PA2023", DAY_2026, 12),
        ("accessibility.large_print_min_pt", "PA2023", DAY_2026, 16),
        ("accessibility.max_sentence_words", "PA2023", DAY_2026, 25),
        ("accessibility.reading_age_target", "PA2023", DAY_2026, 9),
        ("reading_wpm", "PA2023", DAY_2026, 238),
        ("standstill.working_days", "PA2023", DAY_2026, 8),
        ("standstill.calendar_days", "PCR2015", dt.date(2019, 1, 1), 10),
        ("employers_liability.floor", "PA2023", DAY_2026, 5000000),
    ],
)
def test_other_figures_are_those_of_the_fact_base(name: str, regime: str, day: dt.date, value: Decimal) -> None:
    assert figure(name, regime, day) == value


def test_the_act_of_2023_has_no_cap_on_turnover() -> None:
    with pytest.raises(NoFigureError):
        figure("turnover.multiple", "PA2023", DAY_2026)


@pytest.mark.parametrize(
    ("day", "nation", "regime"),
    [
        (dt.date(2015, 2, 25), "England", "PCR2006"),
        (dt.date(2015, 2, 26), "England", "PCR2015"),
        (dt.date(2025, 2, 23), "Wales", "PCR2015"),
        (dt.date(2025, 2, 24), "Northern Ireland", "PA2023"),
        (dt.date(2026, 3, 2), "Scotland", "PCS2015"),
    ],
)
def test_regimes_follow_each_other_without_a_gap(day: dt.date, nation: str, regime: str) -> None:
    holding = [each.id for each in LAW.regimes if each.holds(day, nation) and not each.special]
    assert holding == [regime]


def test_every_figure_says_where_it_is_written_and_how_sure_that_is() -> None:
    for each in LAW.figures:
        assert each.source, each.name
        assert each.confidence in {"confirmed", "secondary", "derived", "doubtful"}, each.name


def test_a_law_file_with_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "law.toml"
    path.write_text('[[figure]]\nname = "a"\nvalue = 1\nsource = "x"\nfrm = 2020-01-01\n')
    with pytest.raises(CardError, match="unknown key frm in a"):
        LawBook.load(path)
