"""What figures over many packs may say: denominators, spread, nothing of too few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlint.audit import areas
from tenderlint.audit.indicators import INDICATORS, LEAST, by, figure, figures, size, views
from tenderlint.audit.outputs_charts import draw, headline
from tenderlint.audit.sight import Sight, kind_of

DAYS, BURDEN, COMPLAINTS = INDICATORS[0], INDICATORS[1], INDICATORS[2]


def pack(number: int = 1, **told: object) -> Sight:
    plain = Sight(str(number), f"pack {number}", f"packs/{number}", areas.find("Adur District Council"))
    return replace(plain, **told)  # type: ignore[arg-type]


def packs(*days: int | None) -> list[Sight]:
    return [pack(number, days=each) for number, each in enumerate(days)]


def test_a_figure_says_in_how_many_packs_it_could_be_assessed() -> None:
    found = figure(DAYS, packs(10, 20, 30, 40, 50, None, None))
    assert (found.assessed, found.packs) == (5, 7)


def test_the_spread_is_told_and_not_only_the_mean() -> None:
    spread = figure(DAYS, packs(10, 20, 30, 40, 200)).spread
    assert spread is not None
    assert (spread.least, spread.lower, spread.median, spread.upper, spread.most) == (10, 20, 30, 40, 200)
    assert spread.mean == 60


def test_quarters_between_two_packs_lie_between_them() -> None:
    spread = figure(DAYS, packs(10, 20, 30, 40, 50, 60)).spread
    assert spread is not None
    assert (spread.lower, spread.median, spread.upper) == (22.5, 35, 47.5)


@pytest.mark.parametrize("count", range(LEAST))
def test_too_few_packs_have_no_figure(count: int) -> None:
    found = figure(DAYS, packs(*[20] * count, None, None, None, None, None))
    assert found.few
    assert found.spread is None
    assert found.percent is None
    assert headline(found) == "too few to show"


def test_a_share_is_of_those_that_pass_or_fail_and_not_of_those_that_cannot_tell() -> None:
    outcomes = ["passed", "failed", "failed", "failed", "failed", "cantTell", "inapplicable", "error"]
    found = figure(COMPLAINTS, [pack(answers={"complaints-form": each}) for each in outcomes])
    assert (found.yes, found.assessed, found.packs, found.percent) == (1, 5, 8, 20)


def test_a_pack_that_was_never_asked_counts_as_not_assessed() -> None:
    assert figure(COMPLAINTS, [pack() for _ in range(6)]).assessed == 0


def test_the_burden_is_words_for_each_thousand_pounds() -> None:
    assert BURDEN.of(pack(words=20_000, value=100_000.0)) == 200
    assert BURDEN.of(pack(words=20_000, value=None)) is None


def test_groups_stand_by_name_and_not_by_merit() -> None:
    groups = by([pack(title=name, days=days) for name, days in (("b", 90), ("a", 5), ("c", 40))], lambda one: one.title)
    assert [group.name for group in groups] == ["a", "b", "c"]


def test_sizes_stand_from_small_to_large_with_the_unknown_last() -> None:
    values = (3_000_000, None, 50_000, 250_000, 250_001)
    groups = views([pack(value=value) for value in values])["size"][1]
    assert [(group.name, group.packs) for group in groups] == [
        ("up to £50,000", 1), ("£50,000 to £250,000", 1), ("£250,000 to £1 million", 1), ("over £1 million", 1),
        ("value not stated", 1),
    ]  # fmt: skip
    assert size(pack(value=0.0)) == "value not stated"


def test_every_indicator_can_be_worked_out_of_a_pack_that_says_nothing() -> None:
    assert [found.assessed for found in figures([pack()])] == [0] * len(INDICATORS)


def test_nothing_is_drawn_of_groups_that_are_all_too_small() -> None:
    assert draw([("England", figure(DAYS, packs(1, 2)))]) is None


def test_a_group_that_is_too_small_stands_in_the_drawing_without_a_bar() -> None:
    drawing = draw([("England", figure(DAYS, packs(10, 20, 30, 40, 50))), ("Wales", figure(DAYS, packs(7)))])
    assert drawing is not None
    assert [(strip.name, strip.told, strip.median is None) for strip in drawing.strips] == [
        ("England", "30", False), ("Wales", "too few", True),
    ]  # fmt: skip
    assert "7" not in drawing.told.replace("England: middle 30 days, half lie between 20 and 40", "")


def test_a_drawing_of_nothing_but_noughts_can_be_made() -> None:
    drawing = draw([("All", figure(DAYS, packs(0, 0, 0, 0, 0)))])
    assert drawing is not None
    assert drawing.strips[0].median == drawing.strips[0].least


@pytest.mark.parametrize(
    ("service", "title", "kind"),
    [
        ("85312000", "", "care, health and support"),
        ("90911200", "Advocacy", "cleaning, waste and environment"),
        ("33600000", "", "goods"),
        ("", "Provision of cleaning services", "cleaning, waste and environment"),
        ("", "Advocacy for older people", "care, health and support"),
        ("catering and hotels", "Cleaning", "catering and hotels"),
        ("", "Widgets", "not known"),
    ],
)
def test_the_kind_of_service_is_that_of_the_code_or_else_of_the_title(service: str, title: str, kind: str) -> None:
    assert kind_of(service, title) == kind
