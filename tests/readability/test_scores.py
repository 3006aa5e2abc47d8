"""Reading levels come from running text alone, and agree with the formulas worked by hand."""

from __future__ import annotations

import pytest

from tenderlint.facts.statements import sentences
from tenderlint.readability import (
    count,
    flesch_ease,
    flesch_kincaid_grade,
    reading_age,
    sentences_of,
    smog_grade,
)
from tenderlint.syllables import syllables
from tenderlint.testing import document

CAT = "The cat sat on the mat. The dog ran to the park."


def test_the_formulas_give_the_values_worked_by_hand() -> None:
    counts = count(sentences_of(document(CAT)))
    assert (counts.words, counts.sentences, counts.syllables, counts.letters) == (12, 2, 12, 35)
    assert flesch_ease(counts) == pytest.approx(116.145)
    assert flesch_kincaid_grade(counts) == pytest.approx(-1.45)
    assert smog_grade(counts) == pytest.approx(3.1291)
    assert reading_age(counts) == pytest.approx(3.55)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("procurement", 3), ("tender", 2), ("favourable", 4), ("enquiries", 3), ("analyse", 3), ("organisation", 5),
        ("centre", 2), ("labelling", 3), ("programme", 2), ("authority", 4), ("mobilisation", 5), ("bids", 1),
        ("council's", 2), ("subcontractor", 4), ("quality", 3), ("evaluated", 5), ("services", 3),
    ],
)  # fmt: skip
def test_british_words_have_as_many_syllables_as_people_say(word: str, number: int) -> None:
    assert syllables(word) == number


def test_headings_tables_and_bare_list_items_are_not_scored() -> None:
    text = "# Documents to be returned\n- Form of tender\n- Pricing schedule\n\n| A cell | Another cell |\n"
    assert list(sentences_of(document(text))) == []


def test_a_list_of_sentences_is_scored_item_by_item() -> None:
    text = "- You must sign the form of tender.\n- You must price every line of the schedule.\n"
    assert [row.words for row in sentences_of(document(text))] == [7, 8]


def test_acronyms_count_as_words_and_have_no_syllables() -> None:
    counts = count(sentences_of(document("The NHS and the DPULO will meet the RSPCA today.")))
    assert (counts.words, counts.spoken) == (10, 7)


def test_numbers_and_abbreviations_do_not_end_a_sentence() -> None:
    text = "The price is £1.5m, i.e. clause 2.3 applies to no. 7 by 12.00 p.m. on that day. Please sign it here now."
    assert len(list(sentences_of(document(text)))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Contract: Marsh Lane Depot Survey & Watching Brief, Eastern Approach Phase 2",
        "Type of organisation (sole trader, partnership, company or charity):",
        "Signed for and on behalf of the tenderer ........................ (must be a director)",
        "https://www.example.org/procurement/where-tenders-are-published/and-more-words-that-are-not-read.",
        "The Pump House, 12 Canal Walk, Northgate, Eastborough EB1 2AB",
        "THE TENDERER MUST SIGN THE FORM OF TENDER.",
        "The firm has a policy that is kept up to date: Yes / No",
    ],
)
def test_labels_addresses_links_and_blanks_are_no_sentences(text: str) -> None:
    assert list(sentences_of(document(text))) == []


def test_an_item_without_a_stop_is_a_sentence_when_it_has_a_verb() -> None:
    text = "- The keys must be handed back at the end of each shift\n- Keys for the depot and the yard at Mill Lane\n"
    rows = list(sentences_of(document(text)))
    assert [row.words for row in rows] == [12]
    assert not rows[0].is_whole


def test_stops_of_abbreviations_end_a_sentence_only_where_a_new_one_starts() -> None:
    assert sentences("The Fair Work (N.I.) Order 1998 applies. Bids are open.")[0].endswith("Order 1998 applies.")
    assert len(sentences("Bring bags, bins etc. The contractor pays for them.")) == 2
    assert len(sentences("Work was done by Hill Ltd. Tenderers must say so.")) == 2
    assert len(sentences("May we vary the bid? No. The price is fixed.")) == 3
    assert len(sentences("Contract No. AB/12 applies, see Sch. 2 and Cllr. Ng of the U.K. Health Board.")) == 1
