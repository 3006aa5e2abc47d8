"""What each format writes of the example is kept whole, so that a change is seen; TENDERLINT_REGEN=1 writes it anew."""

from __future__ import annotations

from tenderlint.formats import html, json, terminal
from tests.formats.example_report import empty, example, nothing_wrong
from tests.formats.golden import kept, regenerating


def test_the_kept_files_are_not_being_written_anew() -> None:
    assert not regenerating(), "TENDERLINT_REGEN=1 is set: the kept files were written, not compared"


def test_json_is_written_as_kept() -> None:
    text = json.write(example())
    assert text == kept("example.json", text)


def test_the_terminal_is_written_as_kept_at_eighty_columns() -> None:
    text = terminal.write(example(), width=80)
    assert text == kept("terminal-80.txt", text)


def test_the_terminal_is_written_as_kept_at_120_columns_in_colour() -> None:
    text = terminal.write(example(), width=120, colour=True)
    assert text == kept("terminal-120-colour.txt", text)


def test_the_terminal_is_written_as_kept_for_a_bidder_in_plain_signs() -> None:
    text = terminal.write(example(), audience="bidder", width=60, encoding="ascii")
    assert text == kept("terminal-60-bidder-ascii.txt", text)


def test_a_pack_without_a_fault_is_written_as_kept() -> None:
    text = terminal.write(nothing_wrong(), width=80)
    assert text == kept("terminal-nothing-wrong.txt", text)


def test_an_empty_report_is_written_as_kept() -> None:
    text = terminal.write(empty(), width=80)
    assert text == kept("terminal-empty.txt", text)


def test_the_page_is_written_as_kept() -> None:
    text = html.write(example())
    assert text == kept("example.html", text)


def test_the_page_for_a_bidder_is_written_as_kept() -> None:
    text = html.write(example(), audience="bidder")
    assert text == kept("example-bidder.html", text)
