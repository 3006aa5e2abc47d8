"""How long the contract runs, and by how much it may be extended, in whole months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from tenderlint.facts import term_words as words
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.lengths import Length, lengths
from tenderlint.facts.near import question_before
from tenderlint.facts.numbers import number
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, lowered, statements
from tenderlint.facts.term_dates import extended_to, from_dates, from_timetable, told_in_words
from tenderlint.facts.term_refused import not_extended

_UNITS = ("year", "month", "week", "yr", "mth", "+", " plus ")


_MOST = 240  # months of any contract, extensions with it
_LONG = 6  # months: "it lasts" of less is said of courses and visits


@dataclass(frozen=True, slots=True)
class _Term:
    """One of the two facts as a statement has it; `whole` says that it covers first term and extensions together."""

    name: str
    months: int
    start: int
    end: int
    strength: int = STATED
    sure: Sure = Sure.HIGH
    why: str = ""
    whole: bool = False


def terms(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every statement of the first term and of the extensions, which are added up; 0 where there is none."""
    found: dict[str, list[Candidate[int]]] = {"term_initial_months": [], "term_extension_months": []}
    totals: list[Candidate[int]] = []
    for statement in statements(reading.passages.having(*_UNITS)):
        for term in _from_spans(statement):
            (totals if term.whole else found[term.name]).append(_candidate(statement, term))
    for statement in statements(reading.passages.matching(words.YEARS)):
        for term in _from_years(statement):
            found[term.name].append(_candidate(statement, term))
    for statement in statements(_on_yearly(reading.passages)):
        found["term_initial_months"].extend(_candidate(statement, term) for term in _from_yearly(statement))
    dated = told_in_words(found["term_initial_months"], list(from_dates(reading)))
    if dated:  # days tell more than years alone
        found["term_initial_months"] = [each for each in found["term_initial_months"] if each.fact.sure is not Sure.LOW]
    found["term_initial_months"] += dated
    if not found["term_initial_months"]:
        found["term_initial_months"] = totals or list(from_timetable(reading))
    if not found["term_extension_months"]:
        found["term_extension_months"] = list(extended_to(reading)) or list(not_extended(reading))
    return {name: choose(candidates) for name, candidates in found.items()}


def _on_yearly(passages: Passages) -> Iterator[Passage]:
    """Yield the passages that may speak of a contract of one year, made anew each year; some may come twice."""
    for year in ("annual", "yearly"):
        for thing in ("sla", "contract", "agreement", "grant", "arrangement"):
            yield from passages.whole(year, thing)
    yield from passages.having("year to year", "year by year")


def _candidate(statement: Statement, term: _Term) -> Candidate[int]:
    fact = statement.fact(term.name, term.months, term.start, term.end, term.sure, term.why)
    return Candidate(fact, term.strength, statement.passage.role)


def _from_spans(statement: Statement) -> Iterator[_Term]:
    text = lowered(statement.text)
    found = lengths(text)
    if not found or text.endswith("?") or statement.is_option or words.BARRED_LABELS.search(_label(statement)):
        return
    if words.NOT_MEANT.search(text):
        return
    spans = _behind_money(found, text) or [span for span in found if _is_term(statement, text, span)]
    if len(found) > 1 and len(spans) == 1:
        spans = _with_next(found, spans[0], text)
    initial = next((span for span in spans if span.kind in ("", "initial")), None)
    whole = next((span for span in spans if span.kind == "total"), None)
    extensions = _extensions(spans, text)
    strength = TABLED if statement.passage.row is not None or len(text) < 60 else STATED
    parted = _parted(text, initial, strength) if initial is not None else []
    if parted:
        yield from parted
        return
    if initial is not None:
        yield _Term("term_initial_months", initial.months, initial.start, initial.end, strength)
    elif whole is not None and not extensions:
        yield _Term("term_initial_months", whole.months, whole.start, whole.end, strength, why="in total", whole=True)
    if extensions:
        months = sum(span.months for span in extensions)
        yield _Term("term_extension_months", months, extensions[0].start, extensions[-1].end, strength)
    elif initial is not None and whole is not None and whole.months > initial.months:
        months, why = whole.months - initial.months, f"{whole.months} months in total less {initial.months}"
        yield _Term("term_extension_months", months, whole.start, whole.end, strength, Sure.MEDIUM, why)


def _behind_money(found: Sequence[Length], text: str) -> list[Length]:
    """Read "£450,000 (three years plus two optional years)": a first term and more in the brackets behind a sum."""
    for one, two in pairwise(found):
        joined = two.kind == "extension" and words.PLUS.fullmatch(text[one.end : two.start])
        if joined and text[two.end : two.end + 1] == ")" and words.MONEY_BRACKET.search(text[: one.start]):
            return [replace(one, kind="initial"), two]
    return []


def _parted(text: str, initial: Length, strength: int) -> list[_Term]:
    """Read "two years, maybe three" and "five years, of which the first three are firm"."""
    more = words.PERHAPS.match(text, initial.end)
    firm = words.OF_FIRM.match(text, initial.end)
    match = more or firm
    if match is None:
        return []
    size = 1 if firm and (match["unit"] or "").startswith("month") else 12
    other = int(number(match["count"]) or 0) * size if match["count"] else initial.months + 12
    first, last = sorted((initial.months, other))
    if not 0 < first < last <= _MOST or (other == first) is not (firm is not None):
        return []
    start, end = initial.start, match.end()
    return [
        _Term("term_initial_months", first, start, end, strength, Sure.MEDIUM),
        _Term("term_extension_months", last - first, start, end, strength, Sure.MEDIUM, f"{last} months less {first}"),
    ]


def _with_next(found: Sequence[Length], known: Length, text: str) -> list[Length]:
    """Add the span beside a term that the words between them join to it: "three years, with one more year"."""
    for one, two in pairwise(found):
        is_first = two is known and known.kind == "extension" and one.kind == "initial"
        follows = one is known and known.kind in ("", "initial") and two.kind == "extension"
        if follows and words.JOINS.fullmatch(text[one.end : two.start]):
            return [one, two]
        if is_first:
            return [one, two]
        if one is known and known.kind == "extension" and two.kind == "initial":
            return [two, one]
    return [known]


def _label(statement: Statement) -> str:
    row = statement.passage.row
    heading = statement.passage.block.place.heading
    return f"{heading[-1] if heading else ''} {row.label if row is not None else ''}".lower()


def _extensions(spans: list[Length], text: str) -> list[Length]:
    """The extensions that add up: one that only sums up those before it ("24 months in all") is left out."""
    kept: list[Length] = []
    for span in spans:
        if span.kind != "extension":
            continue
        between = text[kept[-1].end : span.start] if kept else ""
        sums_up = span.months == sum(each.months for each in kept) and words.SUMS_UP.search(between) is not None
        if not sums_up and not words.SPLIT_UP.match(between):
            kept.append(span)
    return kept


def _is_term(statement: Statement, text: str, span: Length) -> bool:
    before, after = text[: span.start][-170:], text[span.end :][:70]
    if _is_other(text, span, before, after):
        return False
    if span.kind == "extension":
        near = f"{_label(statement)} {before}{text[span.start : span.end]}{after}"
        adds = text[span.start : span.end].lstrip().startswith(("+", "plus")) and words.CONTRACT.search(before)
        row = statement.passage.row
        in_row = row is not None and words.BEFORE.search(f"{row.label.lower()} ") is not None
        return bool(adds or in_row or words.EXTENDS.search(near) or words.BEFORE.search(before))
    if span.kind == "total" and words.EXTENDS.search(before):
        return True
    if words.BEFORE.search(before) or words.AFTER.match(after):
        return True
    if span.kind == "initial" and "initial" in before[-20:] and words.CONTRACT.search(text):
        return True
    if span.kind == "initial" and "+" in text[span.start : span.end + 2] and words.CONTRACT.search(before):
        return True
    if span.months >= _LONG and words.LASTS.search(before):
        return True
    if words.ADJECTIVE.search(text[: span.end]) and span.months > 1 and words.BEFORE_NOUN.match(after):
        return True
    if statement.passage.row is not None:
        label = _label(statement)
        return words.BEFORE.search(f"{label} ") is not None or words.HOW_LONG.search(label) is not None
    return len(text) < 40 and _names_term(statement)


def _is_other(text: str, span: Length, before: str, after: str) -> bool:
    """Whether a span is of something else than the contract: experience, records, notice, a phase, a sentence."""
    offered = span.kind == "extension" and words.IF.match(after) is not None
    if not span.months or (words.BARRED_AFTER.match(after) and not offered):
        return True
    if words.RATE.search(before[-30:]) and text[span.start : span.end].startswith(("a ", "one ")):
        return True
    if before.endswith("first ") and words.FIRST_PART.match(after):
        return True
    is_part = words.PHASE.search(before) is not None and "total" not in before[-40:]
    if is_part or words.NOT_OURS.search(before):
        return True
    if text[: span.end].endswith(("'", "’")) and words.SERVED.match(after):
        return True
    barred = words.BARRED_BEFORE.search(before)
    if barred is None or span.kind == "initial" or words.FOR_THE.search(before):
        return False
    return span.kind != "extension" or words.AFTER_FIRST.search(before) is None


def _names_term(statement: Statement) -> bool:
    """Whether a short line stands under a heading, or behind a label, that names the term."""
    heading = statement.passage.block.place.heading
    near = [heading[-1]] if heading else []
    near += [statement.passage.before] if len(statement.passage.before) < 60 else []
    near.append(question_before(statement.passage.text, statement.text))
    said = [each.lower() for each in near]
    return any(words.NAMES_TERM.search(each) or words.HOW_LONG.search(each) for each in said)


def _from_years(statement: Statement) -> Iterator[_Term]:
    """Reckon the term from years alone: "for the period 2026 to 2029", "extended for the 2030 and 2031 years"."""
    text = lowered(statement.text)
    more = words.EXTENDED_YEARS.search(text)
    if more:
        months, why = 12 * len(words.YEAR.findall(more[1])), "by the years named"
        yield _Term("term_extension_months", months, more.start(), more.end(), STATED, Sure.MEDIUM, why)
    span = words.TERM_YEARS.search(text)
    past = span is not None and words.OF_THE_PAST.search(text[: span.start(1)]) is not None
    if span and not more and not past and _names_contract(text) and 0 < int(span[2]) - int(span[1]) <= 10:
        both = text[span.end(1) : span.start(2)] == " and " and "between" not in text[: span.start(1)][-20:]
        months, why = 12 * (int(span[2]) - int(span[1]) + both), "by the years named"
        yield _Term("term_initial_months", months, span.start(1), span.end(2), PASSING, Sure.LOW, why)


def _names_contract(text: str) -> bool:
    return words.CONTRACT.search(text) is not None and words.NOT_CONTRACT.search(text[-140:]) is None


def _from_yearly(statement: Statement) -> Iterator[_Term]:
    """Read "this is an annual agreement", "the SLA runs from year to year"."""
    text = lowered(statement.text)
    match = words.YEARLY_TERM.search(text)
    if match and not text.endswith("?") and not statement.is_option:
        yield _Term("term_initial_months", 12, match.start(), match.end(), PASSING, Sure.MEDIUM)
