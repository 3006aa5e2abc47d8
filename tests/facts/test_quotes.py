"""The sentence that a contact or a name is quoted with."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.near import sentence_around
from tenderlint.facts.passages import Passages
from tenderlint.formats.words import dotted
from tenderlint.testing import pack
from tests.facts.facts_read import read

_TEXT = (
    "Bids are due on Monday 4 May 2026. Write to the clerk, Ysella Brand, at clerk@brock.example or call 01632 960477."
    " She can send you this invitation in large print or read it to you over the telephone. Allow three days."
)


@pytest.mark.parametrize("name", ["contact_email", "contact_phone"])
def test_a_contact_is_quoted_with_its_whole_sentence(name: str) -> None:
    fact = Facts(Passages(pack(_TEXT))).chosen(name)
    assert fact is not None
    assert fact.quote == "Write to the clerk, Ysella Brand, at clerk@brock.example or call 01632 960477."
    assert read(_TEXT, name)


def test_a_sentence_that_is_too_long_is_quoted_from_its_beginning() -> None:
    text = "First. The Council of Brock " + "hereby invites tenders and " * 20 + "ends."
    start = text.index("Council of Brock")
    quote = sentence_around(text, start, start + len("Council of Brock"))
    assert quote.startswith("The Council of Brock hereby")
    assert 250 < len(quote) <= 300
    assert dotted(quote).endswith("tenders and …") or dotted(quote).endswith(" …")


def test_what_stands_deep_in_a_long_sentence_is_quoted_with_dots_on_both_sides() -> None:
    text = "It " + "goes on and " * 60 + "names Brock Council " + "and goes on " * 40 + "and ends."
    start = text.index("Brock Council")
    shown = dotted(sentence_around(text, start, start + len("Brock Council")))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "Brock Council" in shown


def test_short_quotes_and_whole_sentences_have_no_dots() -> None:
    assert dotted("price 50") == "price 50"
    whole = "The Council " + "asks and asks " * 20 + "again."
    assert dotted(whole) == whole
