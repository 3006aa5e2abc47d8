"""Award criteria and what price, quality and social value weigh in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.criteria_boxes import read_boxes
from tenderlint.facts.criteria_lines import read_lines
from tenderlint.facts.criteria_marks import read_marks
from tenderlint.facts.criteria_names import Kind, bare, kind_of, label_of
from tenderlint.facts.criteria_sentences import read_sentences
from tenderlint.facts.criteria_shares import Placed, place
from tenderlint.facts.criteria_sheets import Sheet
from tenderlint.facts.criteria_tables import read_table
from tenderlint.facts.criteria_unweighted import read_unweighted
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.model import Place
from tenderlint.patterns import late_pattern
from tenderlint.values import Criterion, number

_NAMES = {Kind.PRICE: "price_weight", Kind.QUALITY: "quality_weight", Kind.SOCIAL: "social_value_weight"}
_SOURCES = ("table", "headings", "list", "sentence", "boxes")
_WHOLE_SHARE = 100
_WHOLE = late_pattern(r"\W*(?:quality|technical(?: quality)?|technical merit)\W*", re.IGNORECASE)
_TABLE_WORDS = ("out of", "weight", "%", "marks", "points", "score", "pass/fail", "pass / fail", "percent", "per cent")


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every award criterion, and the weights of price, quality and social value in percent of the whole."""
    sheets = list(_sheets(reading.passages))
    if not any(entry.weight is not None for sheet in sheets for entry in sheet.entries):
        sheets += read_unweighted(reading.passages)
    placed = place(sorted(sheets, key=lambda sheet: sheet.index))
    found: dict[str, Sequence[Fact[Any]]] = {name: _weights(placed, kind) for kind, name in _NAMES.items()}
    found["award_criteria"] = _criteria(placed)
    return found


def _sheets(passages: Passages) -> Iterator[Sheet]:
    seen: set[int] = set()
    for passage in passages.having(*_TABLE_WORDS):
        if passage.row is not None and id(passage.row.table) not in seen:
            seen.add(id(passage.row.table))
            sheet = read_table(passage)
            if sheet is not None:
                yield sheet
    lines = list(read_lines(passages))
    yield from lines
    yield from read_boxes(passages)
    taken = {index for sheet in lines for index in sheet.lines}
    marks = list(read_marks(passages, taken))
    yield from marks
    yield from read_sentences(passages, taken | {sheet.index for sheet in marks})


def _weights(placed: Sequence[Placed], kind: Kind) -> Sequence[Fact[Decimal]]:
    candidates: list[Candidate[Decimal]] = []
    for sheet in dict.fromkeys(each.sheet for each in placed):
        mine = [each for each in placed if each.sheet is sheet and each.kind is kind and each.share is not None]
        mine = [each for each in mine if each.root or kind is Kind.SOCIAL]
        if kind is Kind.QUALITY and not _stands_for_all(mine, sheet, placed):
            continue
        share = sum((each.share or Decimal(0) for each in mine), Decimal(0))
        if not mine or not 0 < share <= 100:
            continue
        sure = Sure.HIGH if len(mine) == 1 and mine[0].entry.weight == share else Sure.MEDIUM
        quote, where, why = _with_figures(mine, placed, share)
        fact = Fact(_NAMES[kind], share, quote, where, sure, why=why)
        strength = STATED if sheet.source in ("sentence", "boxes") else TABLED
        candidates.append(Candidate(fact, strength, sheet.document.role))
    return choose(_outright_first(candidates))


def _outright_first(candidates: Sequence[Candidate[Decimal]]) -> list[Candidate[Decimal]]:
    """Put a weight that was added up behind an outright statement of the same weight."""
    outright = {each.fact.value for each in candidates if each.fact.sure is Sure.HIGH}
    return [
        replace(each, strength=PASSING) if each.fact.sure is not Sure.HIGH and each.fact.value in outright else each
        for each in candidates
    ]


def _with_figures(mine: Sequence[Placed], placed: Sequence[Placed], share: Decimal) -> tuple[str, Place, str]:
    """The words of a weight and their place; of a sum that stands nowhere itself the first part, and how it adds up."""
    first = mine[0].entry
    if any(character.isdigit() for character in first.quote):
        return first.quote, first.place, ""
    parts = [
        each.entry for each in placed
        if each.sheet is mine[0].sheet and each.parent == first.name and each.entry.weight is not None
    ]
    weights = [each.weight for each in parts if each.weight is not None]
    if not parts or sum(weights) != share:
        alone = share == _WHOLE_SHARE and len(mine) == 1
        return first.quote, first.place, "it decides alone; the pack states no weight" if alone else ""
    added = f"the sum of its parts, {' + '.join(map(number, weights))}"
    why = added if len(parts) > 1 else "the weight of its one part"
    return parts[0].quote, parts[0].place, why


def _stands_for_all(mine: Sequence[Placed], sheet: Sheet, placed: Sequence[Placed]) -> bool:
    """Whether the quality of a sheet is all its quality, and not one of several criteria beside price."""
    beside = [each for each in placed if each.sheet is sheet and each.root and each.kind is Kind.OTHER and each.share]
    return not beside or any(_WHOLE.fullmatch(bare(each.entry.name)) for each in mine)


def _criteria(placed: Sequence[Placed]) -> list[Fact[Criterion]]:
    """Return each criterion once, however often it stands; all are chosen, for they stand together."""
    kept: dict[tuple[str, Decimal | None], Fact[Criterion]] = {}
    tabled = {
        each.sheet.document.path for each in placed if each.sheet.source == "table" and each.entry.unit != "points"
    }
    for each in sorted(placed, key=_first_weighted):
        keys = list(_keys(each))
        whole = each.root and each.sheet.source == "sentence"
        marks = each.entry.unit == "points" and each.sheet.source != "table"
        if marks and not whole and each.sheet.document.path in tabled:
            continue  # the marks of a question, in a document that has the weights of all in a table
        if any(key in kept for key in keys) or _is_said(each, keys, kept):
            continue
        criterion = Criterion(each.entry.name, each.entry.weight, each.parent)
        fact = Fact("award_criteria", criterion, each.entry.quote, each.entry.place, chosen=True)
        for key in keys:
            kept.setdefault(key, fact)
    names = {
        Kind(each.kind): kept[_root_key(each)].value.name
        for each in placed
        if each.root and each.kind is not Kind.OTHER and _root_key(each) in kept
    }
    order = {id(each.entry.place): number for number, each in enumerate(placed)}
    return sorted(
        (_under_kept(fact, names) for fact in dict.fromkeys(kept.values())),
        key=lambda fact: order.get(id(fact.place), 0),
    )


def _under_kept(fact: Fact[Criterion], names: Mapping[Kind, str]) -> Fact[Criterion]:
    """Call the parent by the name under which the criterion is told ("Quality", "quality")."""
    parent = fact.value.parent
    name = names.get(kind_of(parent)) if parent and parent not in names.values() else None
    return fact if name is None else replace(fact, value=replace(fact.value, parent=name))


def _root_key(each: Placed) -> tuple[str, Decimal | None]:
    return f"<{each.kind}>", each.share if each.entry.weight is not None else None


def _first_weighted(each: Placed) -> tuple[bool, int]:
    return each.entry.weight is None, _SOURCES.index(each.sheet.source)


def _is_said(
    each: Placed,
    keys: Sequence[tuple[str, Decimal | None]],
    kept: Mapping[tuple[str, Decimal | None], Fact[Criterion]],
) -> bool:
    """Whether a criterion was read already in other words: without its weight, or by its question."""
    if each.entry.weight is None and each.root and keys[0][0].startswith("<"):
        return any(name == keys[0][0] for name, _ in kept)
    return each.sheet.source == "boxes" and _is_known(each, kept)


def _keys(each: Placed) -> Iterator[tuple[str, Decimal | None]]:
    """What makes two statements of a criterion the same: its words, or its kind and rank, with its weight."""
    if each.root and each.kind is not Kind.OTHER:
        yield _root_key(each)
        return
    name = re.sub(r"[^a-z0-9]+", " ", bare(each.entry.name).lower()).strip()
    yield f"{(each.parent or '').lower() if len(name) < 12 else ''}|{name[:60]}", each.entry.weight
    label = label_of(each.entry.name)
    if label and label[-1].isdigit():
        yield f"#{label}|{(each.parent or '').lower()}", each.entry.weight


def _is_known(each: Placed, kept: Mapping[tuple[str, Decimal | None], Fact[Criterion]]) -> bool:
    """Whether a weight that stands alone is that of a criterion already read, under a longer or shorter name."""
    name, label = bare(each.entry.name).lower(), label_of(each.entry.name)
    for fact in kept.values():
        other = bare(fact.value.name).lower()
        if fact.value.weight == each.entry.weight and (
            name in other or other in name or (label and label == label_of(fact.value.name))
        ):
            return True
    return False
