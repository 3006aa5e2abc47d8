"""Documents are found again by bytes, by name, and then by likeness."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlint.comparing.documents import core_name, likeness, pairs_of
from tenderlint.comparing.rows import DocumentPair, Kind
from tenderlint.model import Document
from tenderlint.testing import pack

TERMS = "# Terms\n\nThe contract is governed by the law of England and each party may end it with three months’ notice."
FORM = "# Form\n\nName of the bidder, address of the bidder, number of the company and the person whom we may ask."


def documents(**texts: str) -> tuple[Document, ...]:
    return pack({name.replace("_", " ") + ".md": text for name, text in texts.items()}).documents


def told(pairs: tuple[DocumentPair, ...]) -> list[tuple[Kind, str | None, str | None]]:
    return [(pair.kind, pair.old, pair.new) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ITT v1.docx", "ITT v2.docx"), ("ITT.docx", "ITT (2).docx"), ("ITT draft.docx", "ITT FINAL amended.pdf"),
        ("a/Terms 2026-03-02.pdf", "b/Terms 2026-04-09.pdf"), ("Spec_rev_B3.docx", "Spec_rev_B4.docx"),
        ("Pricing schedule version 1.2.xlsx", "Pricing schedule version 2.xlsx"),
        ("Terms (March 2026).pdf", "Terms (April 2026).pdf"),
    ],
)  # fmt: skip
def test_marks_of_a_version_are_no_part_of_a_name(one: str, other: str) -> None:
    if "rev" in one:  # letters of a revision stand as they are
        assert core_name(one) == core_name(other) == "spec b"
    assert core_name(one) == core_name(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attachment 1.docx", "Attachment 2.docx"), ("Lot 1 pricing.xlsx", "Lot 2 pricing.xlsx"),
        ("Part 1 - Instructions.docx", "Part 2 - Specification.docx"), ("Annex 3.pdf", "Schedule 3.pdf"),
    ],
)  # fmt: skip
def test_numbers_of_parts_lots_and_annexes_are(one: str, other: str) -> None:
    assert core_name(one) != core_name(other)


def test_a_name_of_marks_alone_is_no_name() -> None:
    assert core_name("2026-03-02 final v2.docx") == ""


def test_a_renamed_file_that_is_the_same_byte_for_byte_is_kept() -> None:
    old, new = documents(Terms=TERMS, Form=FORM), documents(Conditions=TERMS, Form=FORM)
    assert told(pairs_of(old, new)) == [
        (Kind.KEPT, "Terms.md", "Conditions.md"), (Kind.KEPT, "Form.md", "Form.md"),
    ]  # fmt: skip


def test_a_new_version_is_found_by_its_name_and_another_name_by_its_words() -> None:
    old = documents(ITT_v1="# Invitation\n\nOne.", Terms=TERMS)
    new = documents(ITT_v2="# Invitation\n\nTwo, quite unlike the first.", Contract=TERMS + " Payment is in 30 days.")
    assert told(pairs_of(old, new)) == [
        (Kind.CHANGED, "ITT v1.md", "ITT v2.md"), (Kind.CHANGED, "Terms.md", "Contract.md"),
    ]  # fmt: skip


def test_what_is_like_nothing_came_or_went() -> None:
    old, new = documents(Terms=TERMS, Notes="Bring boots."), documents(Terms=TERMS, Form=FORM)
    assert told(pairs_of(old, new)) == [
        (Kind.KEPT, "Terms.md", "Terms.md"), (Kind.NEW, None, "Form.md"), (Kind.GONE, "Notes.md", None),
    ]  # fmt: skip


def test_two_files_alone_are_compared_whatever_they_are_called() -> None:
    (pair,) = pairs_of(documents(First="One."), documents(Second="Two."))
    assert (pair.kind, pair.renamed) == (Kind.CHANGED, True)


def test_two_copies_in_one_pack_are_not_taken_for_each_other() -> None:
    old = documents(A_terms=TERMS, B_terms=TERMS)
    pairs = pairs_of(old, (*old, replace(old[0], path="C terms.md")))
    assert told(pairs)[:2] == [(Kind.KEPT, each.path, each.path) for each in old]
    assert told(pairs)[2] == (Kind.NEW, None, "C terms.md")


def test_likeness_of_nothing_is_none() -> None:
    assert likeness(frozenset(), frozenset({1})) == 0
    assert likeness(frozenset({1, 2}), frozenset({2, 3})) == 0.5
