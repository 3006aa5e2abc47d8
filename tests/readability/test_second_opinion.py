"""textstat, our second opinion, comes to nearly the same figures; where it does not, the page of docs says why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tenderlint.readability import Sentence, sentences_of
from tenderlint.readability.comparing import FORMULAS, compare
from tenderlint.readability.second import second_opinion
from tenderlint.testing import document
from tests.conftest import ROOT

EASY = """The council wants to buy help for people who live on their own. You will call on each person once a day. You
will help them wash, dress and cook. Some of them like to talk, and some like to be left in peace. Ask them what they
want and do it. If a person falls ill, ring the nurse at once and stay until she comes. Write down what you did before
you leave the house. We will pay you for each hour that you work and for the time that you spend on the road. We will
meet you once a month to see how things are going. Tell us if something is wrong, and we will try to put it right."""
MIDDLING = """Tenderers are asked to explain how they would organise the service and how they would measure its quality.
The council expects the contractor to recruit enough trained staff, to check their records and to supervise their work.
Every visit must be recorded, and the records must be available to the council whenever it asks for them. The contractor
should consult the people who receive the service at least twice a year and should report what they said. Complaints
must be answered within a week, and serious complaints must be passed to the council on the same day. The contract may
be extended when both parties agree, provided that the quality of the service has been satisfactory throughout."""
HARD = """Notwithstanding the generality of the foregoing provisions, the contractor shall be responsible for obtaining
all necessary authorisations and for demonstrating continuous compliance with applicable environmental legislation.
Submissions that fail to substantiate the methodology by which organisational capability is to be maintained throughout
the mobilisation period may be eliminated from consideration at the discretion of the evaluation committee. Additional
information regarding the administration of intermediate payments, including the verification of certified quantities
and the reconciliation of provisional allocations, is contained within the supplementary documentation. Participating
organisations are accordingly encouraged to familiarise themselves with these requirements before submission, because
subsequent representations concerning their interpretation will not ordinarily be entertained by the committee."""
CLEAN = {"easy": EASY, "middling": MIDDLING, "hard": HARD}


def rows(text: str) -> Sequence[Sentence]:
    return list(sentences_of(document(text)))


def bounds() -> dict[str, tuple[float, float]]:
    """Read how far textstat's figure may lie below and above ours from the page of docs."""
    page = (ROOT / "docs" / "readability.md").read_text(encoding="utf-8")
    table = page.partition("| formula | lowest |")[2].partition("\n\n")[0]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return {cells[0]: (float(cells[1]), float(cells[2])) for cells in lines}


def test_the_page_gives_bounds_for_every_formula() -> None:
    assert list(bounds()) == [formula.title for formula in FORMULAS]


@pytest.mark.parametrize("name", CLEAN)
def test_on_clean_text_the_two_agree_within_the_bounds(name: str) -> None:
    pairs = compare(rows(CLEAN[name]))
    assert len(pairs) == len(FORMULAS)
    apart = {
        pair.formula.title: round(pair.textstat - pair.ours, 2)
        for pair in pairs
        if not bounds()[pair.formula.title][0] <= round(pair.textstat - pair.ours, 2) <= bounds()[pair.formula.title][1]
    }
    assert apart == {}


def test_both_rank_the_three_texts_in_the_same_order() -> None:
    for formula in FORMULAS:
        if formula.name in {"words", "sentences", "syllables", "minutes"}:
            continue
        pairs = [next(pair for pair in compare(rows(text)) if pair.formula is formula) for text in CLEAN.values()]
        down = formula.name == "flesch_ease"
        for figures in ([pair.ours for pair in pairs], [pair.textstat for pair in pairs]):
            assert figures == sorted(figures, reverse=down), formula.title


def test_textstat_has_the_dictionary_and_not_only_its_fallback() -> None:
    figures = second_opinion("The queue was idle. " * 10)
    assert figures["syllables"] == 50  # the fallback, made for line ends, gives fewer


@pytest.mark.parametrize(
    ("text", "name", "ours", "textstat"),
    [
        ("Please see No. 7 of the list that we gave you. ", "sentences", 20, 40),
        ("The price is £1.50 for each person who comes. ", "words", 160, 180),
        ("The well-known firm has sent us its best price. ", "words", 200, 180),
        ("The firm is known to us; it works, as ever, with care. ", "ari", -0.12, 1.45),
        ("We are expecting responses. They are considering services. ", "fog", 6.6, 21.6),
    ],
)
def test_each_known_difference_is_there(text: str, name: str, ours: float, textstat: float) -> None:
    pair = next(pair for pair in compare(rows(text * 20)) if pair.formula.name == name)
    assert (round(pair.ours, 2), round(pair.textstat, 2)) == (ours, textstat)
