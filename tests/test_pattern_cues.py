"""A pattern is tried only where its cues and its first letters stand: they must stand wherever the pattern fits."""

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

TIMES = 5


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


@pytest.mark.parametrize(
    ("text", "flags", "tried"),
    [
        (r"\b(?:bond|guarantee)s?\b", re.IGNORECASE, "A BOND, a Guarantee and bonds"),
        (r"(?<!\w)sick", re.IGNORECASE, "Sick, sick, homesick, SICK, sickness, SIC\u212a and s\u0131ck"),
        (r"\b[a-z]+\b", re.IGNORECASE, "Kelvin and 12 Étude x_y"),
        (r"(?:no )?(?=price)p\w+", 0, "no price, price and Price"),
        (r"(?i:kg)|\d+", 0, "12 KG, 3 kg"),
        (r"(?:a|)b|£\d", 0, "ab b £7 a"),
        (r"\s{0,2}\(", 0, "  ( a(b"),
        (r"(?:(?i:meat)|Best) ", 0, "MEAT Best meat best "),
        (r"é\w", re.IGNORECASE, "Étude étude"),
        (r"[^a]b", re.IGNORECASE, "ab bb Bb"),
        (rb"A(?<!AA)(?=a?A)", 0, b"AAA aAaA"),
    ],
)
def test_a_search_that_leaps_finds_what_python_finds(text: Any, flags: int, tried: Any) -> None:
    own, plain = compiled(text, flags)[0], re.compile(text, flags)
    assert [match.span() for match in own.finditer(tried)] == [match.span() for match in plain.finditer(tried)]


def test_every_pattern_of_the_project_fits_the_same_texts_as_with_python_alone() -> None:
    rest = random.Random(7)
    fitted = 0
    for pattern in own_patterns():
        plain, found = re.compile(pattern.pattern, pattern.flags), compiled(pattern.pattern, pattern.flags)[1]
        tree = _parser.parse(pattern.pattern, pattern.flags)
        for _ in range(TIMES):
            text = "".join(letters(tree, rest))
            for each in (text, text.upper(), text.title(), f"Ab {text}, {text.title()} a"):
                fits = spans(plain, each)
                fitted += bool(fits)
                assert spans(pattern, each) == fits, (pattern.pattern, each)
                assert not fits or has_cue(pattern, found, each), (pattern.pattern, found, each)
    assert fitted > 8000


def test_every_pattern_of_the_project_finds_in_the_sample_packs_what_it_finds_with_python_alone() -> None:
    texts = [line for path in sorted(ROOT.glob("samples/*/source/*")) for line in lines(path)]
    assert len(texts) > 300
    for pattern in own_patterns():
        plain, found = re.compile(pattern.pattern, pattern.flags), compiled(pattern.pattern, pattern.flags)[1]
        for text in texts:
            fits = spans(plain, text)
            assert spans(pattern, text) == fits
            assert not fits or has_cue(pattern, found, text)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def own_patterns() -> list[re.Pattern[str]]:
    found = [each.pattern for each in collected() if isinstance(each.pattern.pattern, str)]
    assert len(found) > 800
    return found


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()] if path.is_file() else []


def has_cue(pattern: re.Pattern[str], found: tuple[str, ...], text: str) -> bool:
    if not found:
        return True
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


def test_no_pattern_holds_the_doubled_braces_of_a_text_that_was_to_be_filled_in() -> None:
    braces = {str: re.compile(r"(?<!\\)\{\{"), bytes: re.compile(rb"(?<!\\)\{\{")}
    wrong = [each.where for each in collected() if braces[type(each.pattern.pattern)].search(each.pattern.pattern)]
    assert wrong == []
