"""Reading levels come from running text alone, and agree with the formulas worked by hand."""

from __future__ import annotations

import pytest

from tenderlint.facts.statements import sentences
from tenderlint.model import Role
from tenderlint.readability import (
    Prose,
    automated_index,
    coleman_liau,
    count,
    flesch_ease,
    flesch_kincaid_grade,
    fog_index,
    minutes,
    reading_age,
    running_text,
    sentences_of,
    smog_grade,
)
from tenderlint.readability.prose import in_tables
from tenderlint.syllables import syllables
from tenderlint.testing import document, pack

CAT = "The cat sat on the mat. The dog ran to the park."


def test_the_formulas_give_the_values_worked_by_hand() -> None:
    counts = count(sentences_of(document(CAT)))
    assert (counts.words, counts.sentences, counts.syllables, counts.letters) == (12, 2, 12, 35)
    assert flesch_ease(counts) == pytest.approx(116.145)
    assert flesch_kincaid_grade(counts) == pytest.approx(-1.45)
    assert smog_grade(counts) == pytest.approx(3.1291)
    assert reading_age(counts) == pytest.approx(3.55)
    assert fog_index(counts) == pytest.approx(2.4)
    assert automated_index(counts) == pytest.approx(-4.6925)
    assert coleman_liau(counts) == pytest.approx(-3.58333, abs=1e-4)
    assert minutes(476) == 2


def test_fog_leaves_out_names_and_words_made_long_by_an_ending() -> None:
    text = "Tenderers considering the requirements of Eastborough expected many services and responses."
    counts = count(sentences_of(document(text)))
    assert counts.polysyllables == 7
    assert counts.hard == 3  # tenderers, considering, requirements


def test_short_and_long_words_are_counted_by_their_letters() -> None:
    counts = count(sentences_of(document("The council's bid isn't for the well-known provider.")))
    assert (counts.words, counts.short, counts.long, counts.letters) == (9, 4, 2, 41)


def test_counts_of_sentences_add_up_to_those_of_the_whole() -> None:
    rows = list(sentences_of(document(CAT * 40 + " The NHS and 12 others must reply by 3 p.m. on that day.")))
    total = count(rows[:30]) + count(rows[30:])
    assert total == count(rows)
    assert total.sentences == len(rows)
    assert total.words == sum(row.words for row in rows)


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


PROSE = "We will read each bid with care and write to all who sent one. "
CLAUSES = "The Contractor shall keep the Council safe from all claims that arise from the services. " * 12


def test_words_that_are_not_scored_are_told_by_kind() -> None:
    text = (
        "# How to bid\n\n" + PROSE + "\n\n- Form of tender\n- Price list\n\nContact: Jo Marsh\n\n"
        "| Park | Hours |\n|---|---|\n| Mill Field | 12 |\n"
    )
    found = running_text(document(text))
    assert len(found.sentences) == 1
    assert found.left_out == {
        "headings": 3, "items of lists that are no sentences": 5,
        "very short sentences, labels, addresses and blanks": 3, "tables": 5,
    }  # fmt: skip


def test_the_words_that_are_scored_and_those_that_are_not_add_up_to_all_words() -> None:
    made = document(f"# Prices\n\n{PROSE} Send all 3 forms & 2 lists by 12 noon on 4 May 2026.\n\n- Price list\n")
    found = running_text(made)
    assert found.left_out["numbers and signs"] == 6
    assert sum(row.words for row in found.sentences) + sum(found.left_out.values()) == made.words


def test_terms_of_contract_within_a_document_stand_apart() -> None:
    made = document(f"# Instructions\n\n{PROSE}\n\n# Terms and conditions of contract\n\n{CLAUSES}")
    found = running_text(made)
    assert [row.text for row in found.sentences] == [PROSE.strip()]
    assert len(found.apart) == 12
    assert found.left_out["terms of contract"] == 180
    assert len(running_text(made, whole=True).sentences) == 13


@pytest.mark.parametrize(
    "text",
    [
        f"# Terms and conditions of tendering\n\n{CLAUSES}",
        "# Terms and conditions of contract\n\nThey are in the second paper that we have put on the portal.",
    ],
)
def test_conditions_of_bidding_and_mere_mentions_of_terms_are_scored(text: str) -> None:
    found = running_text(document(text))
    assert found.apart == ()
    assert found.sentences


def test_papers_that_are_terms_or_notices_are_not_scored_with_the_pack() -> None:
    made = pack({"Invitation to tender.md": PROSE, "Terms and conditions.md": f"# Conditions of contract\n\n{CLAUSES}"})
    prose = Prose(made)
    assert list(prose.by_document) == ["Invitation to tender.md"]
    terms = prose.running["Terms and conditions.md"]
    assert terms.document.role is Role.TERMS
    assert terms.left_out == {"terms of contract": terms.document.words}


def test_sentences_in_tables_are_found_for_themselves() -> None:
    made = document("| What | How |\n|---|---|\n| The park must be open every day. | Daily |\n")
    assert [row.text for row in in_tables(made)] == ["The park must be open every day."]
    assert list(sentences_of(made)) == []


def test_words_taken_out_by_tracked_changes_are_neither_scored_nor_counted() -> None:
    made = document("We will {--never--} read each bid with care and write to all who sent one.", "a.docx")
    assert [row.words for row in sentences_of(made)] == [14]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Send the form by e-mail to bids@example.org please.", 1),
        ("www.example.org/a and www.example.org/b or bids@example.org.", 0),
        ("Tick one box only ☐ yes or no in this line.", 0),
        ("The contractor can't enter the building before the alarm is off", 1),
        ("Cleaning of the building before the alarm goes off again", 0),
        ("Please give the names of all your staff", 1),
    ],
)
def test_what_is_a_sentence(text: str, number: int) -> None:
    assert len(list(sentences_of(document(text)))) == number


@pytest.mark.parametrize("address", ["bids@example.org", "www.example.org/tenders/parks", "https://example.org/a-b-c."])
def test_an_address_is_one_word_however_its_signs_part_it(address: str) -> None:
    made = document(f"You may send us your bid and all of your questions by way of {address}")
    running = running_text(made)
    assert [row.words for row in running.sentences] == [15]
    assert sum(row.words for row in running.sentences) + sum(running.left_out.values()) == made.words
