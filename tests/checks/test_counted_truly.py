"""What is said of Word files is true of each of them."""

from __future__ import annotations

from tests.checks.asking import ask

_LONG = {"Specification.docx": "# Cleaning\nClean the hall.\n\n# Windows\nClean them."}
_SHORT = {"Form.docx": "# Price form\nYour price: \n"}
_BARE = {"Note.docx": "Please clean two rooms."}


def test_a_short_file_with_its_title_alone_is_not_said_to_have_headings() -> None:
    row = ask("word-headings", {**_LONG, **_SHORT, **_BARE})
    assert row.outcome == "passed"
    assert row.reason == (
        "1 of 3 Word files has real headings; the others are short, with a title or one heading at most"
    )


def test_files_that_all_have_headings_are_counted_together() -> None:
    row = ask("word-headings", {**_LONG, "Terms.docx": _LONG["Specification.docx"]})
    assert row.reason == "2 Word files have real headings"


def test_a_short_file_alone_is_said_to_be_short() -> None:
    assert ask("word-headings", _SHORT).reason == "1 Word file is short, with a title or one heading at most"


def test_of_lines_to_write_on_only_what_was_looked_for_is_told() -> None:
    row = ask("word-form-blanks", {**_LONG, **_SHORT})
    assert row.reason == "2 Word files have no lines of dots or underscores to write on; nothing else was looked for"
    signed = ask("word-form-blanks", {"Form.docx": "# Form\nSigned: ______________"})
    assert signed.reason.startswith("1 Word file has only 1 line of dots or underscores to write on; nothing else")
