"""Spelling without Java: what is told, what is left alone, and what it costs."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from tenderlint.facts.lexicon import lexicon
from tenderlint.facts.passages import Passages
from tenderlint.facts.spelling import Spelling, spelling
from tenderlint.folders import folder
from tenderlint.testing import pack
from tests.checks.asking import ask


def judged(text: str | Mapping[str, str], accepted: tuple[str, ...] = ()) -> Spelling:
    return spelling(Passages(pack(text)), accepted)


def told(text: str | Mapping[str, str], accepted: tuple[str, ...] = ()) -> dict[str, str]:
    return {slip.word: slip.meant for slip in judged(text, accepted).slips}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("servcie", "service"),  # two letters that changed places
        ("tomorow", "tomorrow"),  # a double letter that is single
        ("untill", "until"),
        ("mobilsation", "mobilisation"),  # one that is missing
        ("guidence", "guidance"),  # a vowel that is another
        ("extention", "extension"),
        ("requirrement", "requirement"),  # one too many
        ("behavior", "behaviour"),  # American
        ("centers", "centres"),
        ("alot", "a lot"),
    ],
)
def test_a_slip_is_told_with_the_word_that_is_meant(wrong: str, right: str) -> None:
    assert told(f"The buyer will check the {wrong} of each bid with care.") == {wrong: right}


@pytest.mark.parametrize(
    "words",
    [
        "organise and organize, focused and focussed, acknowledgement and acknowledgment",
        "a secondee, the consultees, an auditable and costable plan, benchmarked and reprioritised work",
        "prima facie, mutatis mutandis, force majeure, inter alia, pro rata and bona fide",
        "luminaires, soffits, downlighters, hardstanding, strimming and drylining",
        "wellbeing, coproduction, safeguarding, neurodiverse people and keyworkers",
        "cyber security, onboarding, microservices, a helpdesk and an allowlist",
        "the council’s and the bidders' o'clock",
        "well-beign as part of a hyphenated word",
        "servcie@wexley.example, www.wexley.example/servcie, file_servcie and servcie.docx",
        "the WXRECIEVD code",
        "Mr Governer and Ms Tendar of Wexley",
    ],
)
def test_what_may_be_right_is_left_alone(words: str) -> None:
    assert told(f"Each bidder must think of {words} in its answer.") == {}


def test_a_common_mistake_is_told_with_a_capital_and_however_often_it_stands() -> None:
    text = "\n\n".join(f"The Goverment will look at part {number} of the answer." for number in range(1, 9))
    assert told(text) == {"Goverment": "Government"}


def test_a_word_that_the_pack_uses_often_is_a_term_of_its_own() -> None:
    assert told("The functonality is tested.") == {"functonality": "functionality"}
    often = "\n\n".join(f"The functonality of part {number} is tested." for number in range(1, 9))
    assert told(often) == {}


def test_a_word_is_told_once_where_it_stands_first() -> None:
    (slip,) = judged("First comes nothing.\n\nThen the servcie starts.\n\nLater the servcie ends.").slips
    assert slip.quote == "Then the servcie starts."
    assert slip.passage.text[slip.start :].startswith("servcie")


def test_headings_tables_and_words_taken_out_are_not_judged() -> None:
    text = """
# The servcie
| Servcie | Extention |
| guidence | mobilsation |

The {-servcie-}{+service+} begins in May.
"""
    assert told(text) == {}


def test_the_house_accepts_its_own_words() -> None:
    text = "The mobilsation begins in May."
    assert told(text) == {"mobilsation": "mobilisation"}
    assert told(text, ("Mobilsation",)) == {}


def test_a_passage_in_welsh_is_left_alone() -> None:
    welsh = "Rhaid i bob cynigiwr lenwi’r ffurflen hon yn llawn a’i dychwelyd erbyn y dyddiad cau a nodir isod."
    assert told(f"{welsh}\n\nBidders must fill in the form.") == {}


def test_letters_that_a_reader_gave_to_the_next_word_are_no_mistake() -> None:
    assert told("We will answer within five days of receip tof your question.") == {}
    assert told("The date and time s pecified later will be told to you.") == {}


def test_a_text_that_lacks_letters_everywhere_is_not_judged_but_named() -> None:
    broken = (
        "The supplier must notfy the buyer of the informaton, the regulatons, the conditons, the locaton, the duraton, "
        "the positon, the reducton, the collecton, the protecton, the reputaton and the descripton of each opton."
    )
    result = judged({"broken.pdf": broken, "whole.docx": "The security servcie begins in May."})
    assert [document.path for document in result.unjudged] == ["broken.pdf"]
    assert [slip.word for slip in result.slips] == ["servcie"]
    row = ask("spelling", {"broken.pdf": broken})
    assert row.outcome == "cantTell"
    assert "broken.pdf" in row.reason


def test_american_spelling_is_right_in_a_pack_from_america() -> None:
    text = "Analyze the behavior of users in the United States for $50,000. The price is in USD 1,000 steps."
    assert ask("spelling", text).outcome == "inapplicable"


def test_the_finding_has_words_a_place_and_a_fingerprint_that_stays() -> None:
    first = ask("spelling", "# Security\n\nThe security servcie begins in May.").findings[0]
    moved = ask("spelling", "# Security\n\nSomething new.\n\nThe security servcie begins in May.").findings[0]
    assert first.message == (
        "“servcie” is not a word that the list of British English knows. Is “service” meant?"
    )
    assert first.where.quote == "The security servcie begins in May."
    assert first.where.heading == ("Security",)
    assert first.fingerprint == moved.fingerprint


def test_the_lists_hold_small_letters_and_no_word_twice() -> None:
    lines = (folder("checks") / "mistakes.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" > ") for line in lines if line and not line.startswith("#")]
    assert all(len(pair) == 2 for pair in pairs)
    wrong = [pair[0] for pair in pairs]
    assert len(wrong) == len(set(wrong))
    assert all(word.isalpha() and word.islower() for word in wrong)
    known = lexicon()
    for _, right in pairs:
        assert all(len(word) < 2 or known.knows(word) for word in right.split()), right
    accepted = (folder("checks") / "dictionary.txt").read_text("utf-8")
    words = [word for line in accepted.splitlines() if not line.startswith("#") for word in line.split()]
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert not set(words) & set(wrong)
    assert len(words) == len(set(words))


def test_ten_thousand_words_cost_a_few_milliseconds() -> None:
    sentences = (f"The supplier brings item {number} to the luminaires of the plantroom." for number in range(900))
    passages = Passages(pack("\n\n".join(sentences)))
    passages.vocabulary  # noqa: B018 - other checks have asked for it already
    lexicon()
    costs = []
    for _ in range(3):
        start = time.process_time()
        spelling(passages)
        costs.append(time.process_time() - start)
    assert min(costs) < 0.025  # five times what was allowed, for a busy machine


def test_words_that_the_house_accepts_in_its_settings_are_accepted_here_too() -> None:
    text = "The mobilsation begins in May. The servcie ends in June."
    row = ask("spelling", text, settings={"words": {"accept": ["mobilsation"]}})
    assert ["servcie" in finding.message for finding in row.findings] == [True]
