"""A pattern is tried only where its cues stand: they must stand wherever the pattern fits."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from tenderlint.pattern_cues import cues
from tenderlint.pattern_store import compiled, ignores_case
from tenderlint.patterns import late_pattern
from tests.conftest import ROOT
from tools.all_patterns import collected

TIMES = 12


def cues_of(text: str, flags: int = re.IGNORECASE) -> set[str]:
    return set(cues(_parser.parse(text, flags), fold=ignores_case(text, flags)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"\bturnover\b", {"turnover"}),
        (r"\b(?:bond|guarantee)s?\b", {"bond", "guarantee"}),
        (r"no (?:bond|guarantee)", {"no bond", "no guarantee"}),
        (r"call[- ]?off", {"call-off", "call off", "calloff"}),
        (r"further\s+competition", {"competition"}),
        (r"(?:\w+ ){1,3}framework", {"framework"}),
        (r"annexe?", {"annex"}),
        (r"Annex (?P<letter>[A-Z])", {"annex "}),
        (r"(?=.*price)\d+%", {"price"}),
        (r"price(?! list)", {"price"}),
        (r"(?:ab){2}", {"abab"}),
        (r"(?:price)+ ", {"price"}),
    ],
)
def test_the_letters_that_every_fitting_text_holds_are_found(text: str, wanted: set[str]) -> None:
    assert cues_of(text) == wanted


@pytest.mark.parametrize(
    "text", [r"\d+", r"(?:turnover)?", r"a|turnover", r"[a-z]+", r"(?!turnover)", r"(?:price)*", ""]
)
def test_where_a_text_without_any_certain_letters_may_fit_there_are_no_cues(text: str) -> None:
    assert cues_of(text) == set()


def test_capitals_count_where_the_pattern_minds_them() -> None:
    assert cues_of(r"\bMEAT\b", 0) == {"MEAT"}
    assert cues_of(r"\bMEAT\b") == {"meat"}
    assert cues_of(r"(?i:meat) pie", 0) == {"meat pie"}


def test_a_late_pattern_finds_the_same_before_and_after_it_has_learnt_whether_its_cues_pay() -> None:
    late = late_pattern(r"\bbonds?\b", re.IGNORECASE)
    for _ in range(100):
        assert late.search("No price is asked.") is None
        assert list(late.finditer("No price is asked.")) == []
        assert late.findall("No price is asked.") == []
        match = late.search("A BOND of 10%")
        assert match is not None
        assert match.span() == (2, 6)
        assert late.findall("bond, Bonds", 1) == ["Bonds"]


def test_every_pattern_of_the_project_has_its_cues_in_texts_that_are_made_to_fit_it() -> None:
    rest = random.Random(7)
    fitted = 0
    for pattern in own_patterns():
        found = compiled(pattern.pattern, pattern.flags)[1]
        if not found:
            continue
        tree = _parser.parse(pattern.pattern, pattern.flags)
        for _ in range(TIMES):
            text = "".join(letters(tree, rest))
            for each in (text, text.upper(), text.title()):
                if pattern.search(each):
                    fitted += 1
                    assert has_cue(pattern, found, each), (pattern.pattern, found, each)
    assert fitted > 5000


def test_every_pattern_of_the_project_finds_the_same_in_the_sample_packs() -> None:
    texts = [line for path in sorted(ROOT.glob("samples/*/source/*")) for line in lines(path)]
    assert len(texts) > 300
    for pattern in own_patterns():
        found = compiled(pattern.pattern, pattern.flags)[1]
        if found:
            assert [text for text in texts if pattern.search(text) and not has_cue(pattern, found, text)] == []


def own_patterns() -> list[re.Pattern[str]]:
    found = [each.pattern for each in collected() if isinstance(each.pattern.pattern, str)]
    assert len(found) > 800
    return found


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()] if path.is_file() else []


def has_cue(pattern: re.Pattern[str], found: tuple[str, ...], text: str) -> bool:
    where = text.lower() if ignores_case(pattern.pattern, pattern.flags) else text
    return any(cue in where for cue in found)


def letters(parts: Any, rest: random.Random) -> Iterator[str]:
    """Yield the pieces of a text that mostly fits the parts of a pattern; what must not follow is left to chance."""
    for name, value in parts:
        match str(name):
            case "LITERAL":
                yield chr(value)
            case "ANY" | "NOT_LITERAL":
                yield rest.choice("ab 1")
            case "IN":
                yield one_of(value, rest)
            case "BRANCH":
                yield from letters(rest.choice(value[1]), rest)
            case "SUBPATTERN":
                yield from letters(value[3], rest)
            case "ATOMIC_GROUP":
                yield from letters(value, rest)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                for _ in range(rest.randint(value[0], min(int(value[1]), value[0] + 2))):
                    yield from letters(value[2], rest)


def one_of(members: Any, rest: random.Random) -> str:
    """Return a letter of a set; of a set of what must not stand, a letter that is seldom forbidden."""
    name, value = rest.choice(members)
    match str(name):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(rest.randint(*value))
        case "CATEGORY":
            return {"CATEGORY_DIGIT": "5", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(value), "-")
    return rest.choice("ab 1-")
