"""TOML from the store means what the text means, and a broken store costs nothing but time."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli

from tenderlint import toml_store
from tenderlint.cards import load_cards
from tenderlint.folders import folder
from tenderlint.kept import Kept
from tests.conftest import ROOT

TEXT = """
title = "Straße"
days = [2026-03-01, 2026-04-01]
numbers = [1, 2.5, -3, 9_007_199_254_740_993]
mixed = [["a"], { until = 2030-12-31 }]
on = true
[[basis]]
from = 2015-02-26
until = 2025-02-23
[law.figures]
share = 0.1
"""


@pytest.fixture
def anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Kept]:
    """Return a function that begins anew with what is on the disk, as the next run does."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def begin() -> Kept:
        store = Kept(str(tmp_path / "toml.bin"))
        monkeypatch.setattr(toml_store, "_store", lambda: store)
        return store

    begin()
    return begin


def test_a_text_from_the_store_means_what_it_means(
    anew: Callable[[], Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert toml_store.loads(TEXT) == tomli.loads(TEXT)
    toml_store.save()
    anew()
    monkeypatch.setattr(toml_store, "tomli", None)
    first, second = toml_store.loads(TEXT), toml_store.loads(TEXT)
    assert first == second == tomli.loads(TEXT)
    first["days"].clear()
    assert second["days"], "each gets a copy of its own"


def test_every_file_of_the_checks_comes_back_as_it_is(anew: Callable[[], Kept]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "checks").rglob("*.toml"))]
    assert len(texts) > 50
    for text in texts:
        toml_store.loads(text)
    toml_store.save()
    anew()
    assert [toml_store.loads(text) for text in texts] == [tomli.loads(text) for text in texts]


def test_cards_are_the_same_with_and_without_the_store(anew: Callable[[], Kept]) -> None:
    load_cards(folder("checks"), examples=False)
    toml_store.save()
    store = anew()
    again = load_cards(folder("checks"), examples=False)
    assert not store.is_new
    whole = load_cards(folder("checks"))
    assert [(card.id, card.bases, card.phrases, card.settings) for card in again] == [
        (card.id, card.bases, card.phrases, card.settings) for card in whole
    ]


def test_times_which_the_store_cannot_hold_are_parsed_each_time(anew: Callable[[], Kept]) -> None:
    text = "at = 2026-03-01T12:00:00\nalso = 12:30:00\n"
    assert toml_store.loads(text) == tomli.loads(text)
    toml_store.save()
    anew()
    assert toml_store.loads(text) == tomli.loads(text)


@pytest.mark.parametrize("entry", [b"nonsense", marshal.dumps("text"), marshal.dumps({"a": ("no day",)})])
def test_an_entry_that_is_wrong_is_made_anew(entry: bytes, anew: Callable[[], Kept]) -> None:
    store = anew()
    store.entries[TEXT] = entry
    assert toml_store.loads(TEXT) == tomli.loads(TEXT)
    assert store.entries[TEXT] != entry


def test_a_mistake_in_the_text_is_an_error_as_ever(anew: Callable[[], Kept]) -> None:
    for _ in range(2):
        with pytest.raises(tomli.TOMLDecodeError):
            toml_store.loads("a = [")


def test_the_entries_of_a_store_are_what_marshal_holds(anew: Callable[[], Kept]) -> None:
    store = anew()
    kept: Any = object()
    store.keep("key", kept)
    assert store.find("key") is None
    assert not store.is_new
