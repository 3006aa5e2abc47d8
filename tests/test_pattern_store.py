"""Patterns kept beside the bytecode are the same patterns, and a broken store costs nothing but time."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tenderlint import pattern_store
from tenderlint.kept import Kept

PATTERNS = [
    (r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>jan|feb)\w*\b", re.IGNORECASE),
    (r"(?<!not )(?:a|b){1,3}(?=\s|$)", 0),
    (r"^£\s?(\d{1,3}(?:,\d{3}){0,3})(?:\.(\d\d))?(?![\w])", re.MULTILINE),
    (r"[“”’–—é]\w+|(?-i:MEAT)", re.IGNORECASE),
]
TEXT = "On 3rd February and 4 JAN we met; £1,200.50 was paid.\n£7 too. a b aab. “Quoted” – MEAT or meat é"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache" / "patterns.bin"
    path.parent.mkdir()
    made = Kept(str(path))
    monkeypatch.setattr(pattern_store, "_store", lambda: made)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return path


def again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin anew with what is on the disk, as the next run does."""
    read = Kept(str(path))
    monkeypatch.setattr(pattern_store, "_store", lambda: read)


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_pattern_from_the_store_finds_what_the_same_pattern_finds(
    text: str, flags: int, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pattern_store.compiled(text, flags)
    pattern_store.save()
    again(store, monkeypatch)
    (kept, _), plain = pattern_store.compiled(text, flags), re.compile(text, flags)
    assert store.is_file()
    assert [(match.span(), match.groupdict()) for match in kept.finditer(TEXT)] == [
        (match.span(), match.groupdict()) for match in plain.finditer(TEXT)
    ]
    assert (kept.flags, kept.groups, kept.groupindex) == (plain.flags, plain.groups, plain.groupindex)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xfb\x00\x00\x00\x00", b"[" * 40])
def test_a_broken_store_is_as_good_as_none(content: bytes, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write_bytes(content)
    again(store, monkeypatch)
    assert pattern_store.compiled(r"a+", 0)[0].search("caat")


def test_an_entry_that_is_wrong_is_made_anew(store: Path) -> None:
    made = pattern_store._store()
    made.entries[("a+", 0)] = b"nonsense"
    match = pattern_store.compiled("a+", 0)[0].search("caat")
    assert match is not None
    assert match[0] == "aa"


def test_nothing_is_written_where_python_itself_writes_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    pattern_store.compiled("a+", 0)
    pattern_store.save()
    assert not store.exists()


def test_a_pattern_that_is_none_is_an_error_as_ever(store: Path) -> None:
    with pytest.raises(re.error):
        pattern_store.compiled("(", 0)
