"""What the program that measures the rules for PDF files says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlint.testing import document
from tools import access
from tools.measuring import barriers


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("PDF_UA-1/7.3 Graphics/7.3-t01-fail-a.pdf", ("PDF_UA-1 7.3-t01", True, "7.3-t01-a")),
        ("PDF_UA-1/7.18 Annotations/7-18.3-t01-pass-a.pdf", ("PDF_UA-1 7-18.3-t01", False, "7-18.3-t01-a")),
        ("content/G3_F01/UA1_Tpdf-G3_F01.pdf", ("techniques G3_F01", True, "G3_F01")),
        ("content/readme.pdf", None),
    ],
)
def test_the_name_of_a_file_tells_its_clause_and_whether_it_fails(
    path: str, told: tuple[str, bool, str] | None
) -> None:
    assert access.named(Path(path)) == told


def test_without_a_folder_the_program_says_so_and_ends_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert access.main([str(tmp_path)]) == 0
    assert access.main([]) == 0
    assert "no PDF files" in capsys.readouterr().out


def test_every_rule_that_claims_clauses_is_a_check() -> None:
    known = {check.card.id for check in access.load_book().checks}
    assert set(access.CLAIMS) <= known


def test_the_rules_that_twins_are_compared_by_are_checks() -> None:
    known = {check.card.id for check in access.load_book().checks}
    assert barriers.SURVIVES.keys() | {rule for rules in barriers.SURVIVES.values() for rule in rules} <= known


def test_a_barrier_that_only_the_word_file_shows_is_told_and_one_that_both_show_is_counted() -> None:
    found = barriers.Barriers(access.load_book())
    word = document("# Cleaning\n{look size=9}Clean the hall five times a week in the evening.", "A.docx")
    pdf = document("---\ntagged: yes\n---\n# Cleaning\nClean the hall five times a week in the evening.", "A.pdf")
    found.compare("cleaning", word, pdf)
    *_, missed, last = [line for line in found.lines() if "alone" not in line]
    assert missed == (
        "  missed in the PDF: cleaning: word-small-text: "
        "All the running text is 9 point, smaller than 12 point."
    )
    assert last == "twins: 2 of 3 barriers that survive the export are found in both, in 1 pair"
