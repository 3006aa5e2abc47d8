"""Patterns that are compiled when they are first used behave like those that are compiled at once."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

import tenderlint
from tenderlint import pattern_store
from tenderlint.patterns import _Late, late_pattern

PACKAGE = Path(tenderlint.__file__).parent
MODULES = sorted(
    ".".join(("tenderlint", *path.relative_to(PACKAGE).with_suffix("").parts))
    for path in PACKAGE.rglob("*.py")
    if path.name not in ("__init__.py", "__main__.py")
)


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = pattern_store.compiled
    monkeypatch.setattr(pattern_store, "compiled", lambda text, flags: compiled.append(text) or real(text, flags))
    late = late_pattern(r"(\d+) days", re.IGNORECASE)
    assert compiled == []
    assert [match[1] for match in late.finditer("30 Days or 45 DAYS")] == ["30", "45"]
    assert late.sub("x", "10 days") == "x"
    assert compiled == [r"(\d+) days"]


def test_it_answers_every_question_that_a_pattern_answers() -> None:
    late, at_once = late_pattern(r"(?P<a>b)c?"), re.compile(r"(?P<a>b)c?")
    assert late.pattern == at_once.pattern
    assert late.groupindex == at_once.groupindex
    assert late.flags == at_once.flags
    assert late.split("abcabd") == at_once.split("abcabd")
    with pytest.raises(AttributeError):
        late.no_such_thing  # noqa: B018 - to ask for it is the test


def test_a_faulty_pattern_says_so_at_its_first_use() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("")


@pytest.mark.parametrize("name", MODULES)
def test_every_late_pattern_of_a_module_can_be_compiled(name: str) -> None:
    module = importlib.import_module(name)
    late = [each for each in _everything_in(vars(module)) if isinstance(each, _Late)]
    for each in late:
        assert isinstance(each.flags, int)
    assert name in sys.modules


def _everything_in(value: object, depth: int = 0) -> list[object]:
    """Return a value and, to some depth, all that its tables and lists hold."""
    if depth > 4:
        return []
    if isinstance(value, dict):
        return [each for inner in value.values() for each in _everything_in(inner, depth + 1)]
    if isinstance(value, list | tuple | set | frozenset):
        return [each for inner in value for each in _everything_in(inner, depth + 1)]
    return [value]
