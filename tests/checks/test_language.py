"""Plain language: what is told is true and worth telling, each barrier once, and terms of art are left alone."""

from __future__ import annotations

import pytest

from tenderlint.outcomes import Severity
from tenderlint.report import CheckRow
from tests.checks.asking import ask

EASY = """
We want to hear from you. Please read this page first. It tells you what we need and when we need it.
Send us your bid by post or by email. We will tell you that we got it. You can ask us for help at any time.
We will score each bid in the same way. Two people read each answer. They do not see the price until the end.
If you win, we will call you and then write to you. If you do not win, we will tell you why.
You can bid with a friend or a partner. One of you must take the lead and sign the form.
We pay each bill in thirty days. We will meet you once a month to see how the work is going.
"""
CHECKS = (
    "plain-words", "wordy-phrases", "latin-words", "legal-terms-explained", "acronyms-explained", "one-word-for-duty",
    "nested-clauses", "passive-voice", "noun-strings", "double-negatives", "long-paragraphs", "blocks-of-capitals",
)  # fmt: skip


def messages(row: CheckRow) -> list[str]:
    return [finding.message for finding in row.findings]


def test_a_word_used_in_many_places_is_one_finding_with_its_count_and_first_places() -> None:
    row = ask("plain-words", "# Bids\nPlease utilise the form.\n# Prices\nUtilise the table.\n# End\nWe utilised both.")
    assert messages(row) == [
        "3 times in the pack: “utilise” and “utilised” (under “Bids”, “Prices” and “End”). Plain words: use."
    ]
    assert row.findings[0].where.quote == "Please utilise the form."
    assert row.severity is Severity.ADVICE


def test_a_term_within_a_longer_one_is_told_once() -> None:
    row = ask("legal-terms-explained", "# Bids\nSign the certificate of non-collusion and send it with the bid.")
    assert [text.partition(":")[0] for text in messages(row)] == ["Once in the pack and not explained"]
    assert "“certificate of non-collusion”" in messages(row)[0]


def test_the_most_used_word_comes_first() -> None:
    row = ask("plain-words", "We utilise it. We utilise it. You endeavour. You endeavour. You endeavour.")
    assert ["endeavour" in messages(row)[0], "utilise" in messages(row)[1]] == [True, True]


@pytest.mark.parametrize("name", ["Conditions of contract.md", "Contract notice.md"])
def test_contracts_and_notices_are_left_alone(name: str) -> None:
    role = "terms" if "Conditions" in name else "notice"
    text = f"---\nrole: {role}\n---\nWe hereby agree inter alia, in order to utilise it. In order to utilise it."
    for check in ("plain-words", "wordy-phrases", "latin-words"):
        assert ask(check, {name: text}).outcome == "passed"


def test_words_in_headings_are_left_alone() -> None:
    assert ask("wordy-phrases", "# In order to bid\nSign it.\n# In order to win\nWrite well.").outcome == "passed"


def test_endeavours_that_a_contract_measures_stay() -> None:
    assert ask("plain-words", "Use reasonable endeavours. You must use reasonable endeavours.").outcome == "passed"


def test_latin_with_and_without_stops_is_told_as_one() -> None:
    row = ask("latin-words", "Send proof, e.g. a letter. Send a plan, eg a list.")
    assert messages(row) == ["2 times in the pack: “e.g.” and “eg”. In English: for example, such as."]


@pytest.mark.parametrize(
    "text",
    [
        "You accept novation of the contract (this is a change of the company).",
        "Novation means that another company takes over. You accept novation.",
        "You accept novation.\n\n| Term | Meaning |\n|---|---|\n| Novation | Another company takes over |",
        "You accept novation.\n\nNovation: another company takes over.",
    ],
)
def test_a_hard_term_that_the_pack_explains_anywhere_is_no_finding(text: str) -> None:
    assert ask("legal-terms-explained", text).outcome == "passed"


def test_a_hard_term_comes_with_a_line_in_plain_words() -> None:
    row = ask("legal-terms-explained", "All members are jointly and severally liable.")
    assert "each may be made to pay the whole" in messages(row)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The Care Quality Board Exeter (CQBX) visits. The CQBX reports.",
        "The CQBE (Care Quality Board of Exeter) visits. The CQBE reports.",
        "CQBX means the board. The CQBX reports.",
        "The Board for the Quality of Care (“the BQC”) visits. The BQC reports.",
        "The Freedom of Tables Act 2000 (“the FOTA”) holds. The FOTA is old.",
        "Small and Medium-sized Halls (SMHs) may bid. SMHs are welcome. An SMH is small.",
        "The CQBE reports. The CQBE visits.\n\n| CQBE | Care Quality Board Exeter |\n|---|---|\n| a | b |",
        "Quote ABCD 13549. The ABCD 20400 standard holds.",
        "Write to ABCD-12 or ABCD-14.",
        "Bids are OPENED at noon. Bids are OPENED by two people. No bid is opened early.",
        "PLEASE READ THE XQRS NOW. THE XQRS IS HERE.",
    ],
)
def test_short_forms_that_are_spelled_out_and_codes_are_no_findings(text: str) -> None:
    assert ask("acronyms-explained", text).outcome == "passed"


def test_a_short_form_is_told_with_its_count_and_where_it_first_stands() -> None:
    row = ask("acronyms-explained", "# Jobs\nThe XQRS shows jobs. You read the XQRS.\n# End\nClose the XQRS.")
    assert messages(row) == ["XQRS stands 3 times (under “Jobs” and “End”), and no words beside it spell it out."]
    assert row.findings[0].where.quote == "The XQRS shows jobs."


def test_a_short_form_that_is_spelled_out_too_late_is_told_with_both_places() -> None:
    text = "# Jobs\nThe JQRS shows jobs. You read the JQRS.\n# End\nThe Job Quick Reply System (JQRS) is free."
    row = ask("acronyms-explained", text)
    assert messages(row) == ["JQRS stands 2 times (under “Jobs”) before it is spelled out (under “End”)."]


def test_a_list_of_terms_may_stand_at_the_end() -> None:
    text = "# Jobs\nThe XQRS shows jobs. You read the XQRS.\n# Glossary\nXQRS means Extra Quick Reply System."
    assert ask("acronyms-explained", text).outcome == "passed"


def test_duties_of_bidders_and_of_suppliers_are_not_mixed_up() -> None:
    text = "The supplier shall clean. The supplier shall paint. The supplier shall lock. "
    text += "Bidders must sign. Bidders must price. Bidders must ask."
    assert ask("one-word-for-duty", text).outcome == "passed"


def test_mixed_duties_show_both_words_and_where() -> None:
    text = "# Bids\n" + "Bidders shall sign the form. " * 3 + "\n# Prices\n" + "You must price each item. " * 3
    row = ask("one-word-for-duty", text)
    assert row.outcome == "failed"
    assert "“must” first under “Prices”" in messages(row)[0]


def test_the_worst_sentence_is_quoted_with_what_is_wrong_with_it() -> None:
    bad = (
        "If a bidder who has no account finds that the form which it needs is missing, it must tell us, unless the "
        "form is one that it may send later, where the notice says so."
    )
    row = ask("nested-clauses", f"# Forms\n{bad}\n{EASY}")
    assert [finding.where.quote for finding in row.findings] == [bad]
    assert "“who”, “that”, “which”, “unless”, “that” and “where”" in messages(row)[0]


def test_a_that_which_points_at_a_thing_opens_no_clause() -> None:
    some = ("A bidder who asks for that form by that day, and who sends it with that price to that office under that "
            "rule, will be told of it at that time and after that may ask the council more about that contract.")
    assert ask("nested-clauses", f"# Forms\n{some}\n{EASY}").outcome == "passed"


def test_at_most_five_sentences_are_shown_and_the_same_one_once() -> None:
    bad = "Once the {0} are received they will be opened, a record will be made and the {0} will be checked by two."
    texts = [bad.format(word) for word in ("bids", "bids", "forms", "plans", "files", "pages", "parts", "lists")]
    row = ask("passive-voice", EASY + "\n\n".join(texts))
    assert len(row.findings) == 5
    assert len({finding.where.quote for finding in row.findings}) == 5


@pytest.mark.parametrize(
    "text",
    [
        "The hall is located by the sea, is aged and is related to the school.",
        "You are interested, you are experienced and you are qualified.",
        "You need to be in the red feed shed, and it is indeed speed that we need.",
    ],
)
def test_words_that_tell_a_state_are_no_passive_verbs(text: str) -> None:
    assert ask("passive-voice", EASY + text).outcome == "passed"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("No bid will be read unless the form is signed.", "failed"),
        ("It is not uncommon to bid late.", "failed"),
        ("We will not unreasonably refuse.", "failed"),
        ("You must not call us unless it is late.", "passed"),
        ("Send no more than two pages unless we ask.", "passed"),
        ("Tell us whether or not you agree, unless you did.", "passed"),
        ("It is not until May that we open bids.", "passed"),
        ("It is hard if not impossible to bid late.", "passed"),
        ("A mistake does not invalidate the bid.", "passed"),
    ],
)
def test_one_no_that_undoes_another(text: str, outcome: str) -> None:
    assert ask("double-negatives", text).outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Attach your carbon reduction implementation plan to the form.", "failed"),
        ("Attach your social value delivery methodology statement.", "failed"),
        ("Attach your plan for the management of risk and of data.", "passed"),
        ("Attach data, security, insurance, quality and payment details.", "passed"),
        ("Attach your Carbon Reduction Implementation Plan.", "passed"),
    ],
)
def test_strings_of_nouns(text: str, outcome: str) -> None:
    assert ask("noun-strings", text).outcome == outcome


def test_one_long_paragraph_is_told_with_its_length_and_its_beginning() -> None:
    text = "# About us\n" + " ".join(EASY.split()) + " " + " ".join(EASY.split())
    row = ask("long-paragraphs", text)
    assert messages(row)[0].startswith("1 paragraph is long (under “About us”).")
    assert row.findings[0].where.quote.startswith("We want to hear from you.")
    assert row.findings[0].where.quote.endswith("…")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Note: LATE BIDS THAT COME AFTER NOON WILL BE SENT BACK UNREAD to you.", "failed"),
        ("INVITATION TO TENDER FOR THE CLEANING OF HALLS AND OTHER BUILDINGS", "passed"),
        ("You MUST NOT be late.", "passed"),
    ],
)
def test_clauses_in_capitals(text: str, outcome: str) -> None:
    assert ask("blocks-of-capitals", text).outcome == outcome


def test_whole_paragraphs_in_capitals_of_a_word_file_are_left_to_the_check_of_word_files() -> None:
    text = "LATE BIDS THAT COME AFTER NOON WILL BE SENT BACK UNREAD TO YOU."
    assert ask("blocks-of-capitals", {"Bids.docx": text}).outcome == "passed"
    assert ask("blocks-of-capitals", {"Bids.pdf": text}).outcome == "failed"


@pytest.mark.parametrize("check", CHECKS)
def test_hostile_text_does_not_hang_a_check(check: str) -> None:
    pieces = ("not " * 4000, "A&" * 9000, "AB " * 6000, "is not only then " * 3000, "no unless " * 3000, "(" * 9000,
              "which that if " * 2000 + ".", "management " * 4000)  # fmt: skip
    text = "\n\n".join(f"Please {piece}." for piece in pieces)
    assert ask(check, text).outcome != "error"


@pytest.mark.parametrize("check", CHECKS)
def test_easy_text_passes(check: str) -> None:
    assert ask(check, EASY).outcome == "passed"
