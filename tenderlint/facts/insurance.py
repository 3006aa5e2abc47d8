"""Levels of insurance that bidders must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tenderlint.facts.amounts import Amount, amounts
from tenderlint.facts.base import Fact
from tenderlint.facts.choose import STATED, TABLED, Candidate, choose
from tenderlint.facts.insurance_kinds import COVER, NAMES, OTHER, around, assigned, covers_of, with_short
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, holds_any, in_one_line, statements
from tenderlint.patterns import late_pattern

_MONEY = ("£", "pounds", "gbp", "million")
"""Words in small letters of which a statement with an amount in pounds holds one."""
_INSURED = late_pattern(r"\b(?:insur(?:ed?|ances?|er)|cover(?:ed)?)\b", re.IGNORECASE)
_LABEL = late_pattern(r"\W{0,3}(?:P\.?I\.?I?|P\.?L\.?I?|E\.?L\.?I?)(?: (?:insurance|cover|level))?\W{0,3}")
"""A label of a row that says no more than letters."""
_KIND_LABEL = late_pattern(
    r"\W{0,3}(?:employer['’]?s?['’]?(?: \(compulsory\))?|public(?: (?:and|&|/|or) (?:products?|third[- ]party))?"
    r"|third[- ]party(?: ?/ ?public)?|professional)\W{0,3}",
    re.IGNORECASE,
)
"""A label of a row that names a kind of insurance in one word, under a heading on insurance."""
_LEAST_UNTOLD = 250_000
"""Pounds from which such a row is taken for a level, where nothing about it speaks of insurance."""
_NOT_LEVEL = late_pattern(
    r"\b(?:excess(?:es)?(?! of that)|deductible|premiums?|claims? (?:in excess|over|above|exceeding|of more)"
    r"|retention|(?:contract|project|fee|works?)s?"
    r" (?:value[ds]?|worth|price)(?: (?:is|of|up to|over|above|between))*|turnover|fees? of|contracts? (?:over"
    r"|above|up to|below|under|exceeding|worth)"
    r"|liability (?:shall|will|is|are)(?: be)? (?:limited|capped)|(?:legal(?:ly)?"
    r"|statutory) (?:required )?minimum\b[\w '’]{0,30})"
    r"[\w\s,]{0,30}$",
    re.IGNORECASE,
)
_AGGREGATE = late_pattern(r"^[\s,)]*(?:in (?:the )?(?:annual )?aggregate|annual aggregate|aggregate)\b", re.IGNORECASE)
_EXCESS_AFTER = late_pattern(r"^\s*(?:excess|deductible)\b", re.IGNORECASE)
_OTHERS = late_pattern(
    r"\bsub-?(?:contractors?|consultants?|suppliers?)\b[^.;]{0,80}\b(?:hold|holds|maintain|maintains|have|has"
    r"|carry|carries|insured|insurance)\b"
    r"|\b(?:council|authority|trust|buyer|customer|client|university)(?: (?:itself|already|currently"
    r"|also))? (?:holds|has|maintains|carries|is insured)\b"
    r"|\bseller of the land\b|\bguarantor\b",
    re.IGNORECASE,
)
_BIDDER_TOO = late_pattern(
    r"\b(?:supplier|contractor|provider|consultant|tenderer|bidder|you|successful \w+)s?,?(?:'s)? (?:and|or|shall"
    r"|must|will|to)\b[^.;]{0,60}"
    r"\bsub-?(?:contractors?|consultants?)|\bprocure that\b.{0,200}\band\b",
    re.IGNORECASE,
)
_DENIED = late_pattern(
    r"\bnot (?:be )?(?:required|needed|necessary|applicable)\b|\bno requirement\b|\bneed not\b|\bn/a\b", re.IGNORECASE
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the levels of insurance asked of bidders, in pounds."""
    passages = reading.passages.having(
        "liabilit",
        "e against ",
        "professional indemnity",
        "professional negligence",
        "pli",
        "pii",
        "pl £",
        "el £",
        "pi £",
        "pl: £",
        "el: £",
        "pi: £",
        " pi insurance",
        " pl insurance", "pi of", "pl of", "el of", "pi cover", "pl cover",
    )
    lettered = (each for word in ("pi", "pl", "el", "p.i", "p.l", "e.l") for each, _, _ in reading.passages.words(word))
    labels = [each for each in lettered if each.row is not None and _LABEL.fullmatch(each.text)]
    labels += _kind_labels(reading.passages)
    found: dict[str, list[Candidate[Decimal]]] = {name: [] for name in NAMES}
    priced = {passage.index for passage in reading.passages.having(*_MONEY)}
    short = reading.passages.having("insured", "insurance", "cover")
    picked = {each.index: each for each in (*passages, *short, *labels) if each.row is not None or each.index in priced}
    for statement in statements(picked[index] for index in sorted(picked)):
        for name, fact in _levels(statement):
            strength = TABLED if statement.passage.row else STATED
            found[name].append(Candidate(fact, strength, statement.passage.role))
    for name, fact, passage in (*_below(reading.passages, passages), *_in_columns(passages)):
        found[name].append(Candidate(fact, TABLED, passage.role))
    result: dict[str, Sequence[Fact[Any]]] = {name: choose(each) for name, each in found.items()}
    return result


def _kind_labels(passages: Passages) -> Iterator[Passage]:
    """Yield the labels of rows that name a kind in one word, in a table on insurance."""
    for word in ("employer", "employers", "employer's", "employers'", "public", "professional", "third party"):
        for each, _, _ in passages.words(word):
            if each.row is None or each.column or _KIND_LABEL.fullmatch(each.text) is None:
                continue
            if _INSURED.search(f"{' '.join(each.row.heads)} {each.headings}"):
                yield each


def _levels(statement: Statement) -> Iterator[tuple[str, Fact[Decimal]]]:
    text = statement.text
    if not holds_any(text.lower(), _MONEY):
        return
    covers = covers_of(text)
    row = statement.passage.row
    lettered = row is not None and _LABEL.fullmatch(row.label) is not None
    named = row is not None and _KIND_LABEL.fullmatch(row.label) is not None and _INSURED.search(statement.about)
    if lettered or named or _INSURED.search(text):
        covers = with_short(text, covers)
    if not covers or not _asks_bidder(statement):
        return
    levels = _levels_of(text)
    if lettered and not _INSURED.search(f"{text} {statement.about}"):
        levels = [amount for amount in levels if amount.money.most >= _LEAST_UNTOLD]
    for name, amount in assigned(text, covers, levels):
        if name == OTHER:
            continue
        for value in dict.fromkeys((amount.money.least or amount.money.most, amount.money.most)):
            yield name, statement.fact(name, value, *around(covers, name, amount))


def _asks_bidder(statement: Statement) -> bool:
    if statement.is_definition or statement.is_option:
        return False
    others = _OTHERS.search(statement.text)
    return (others is None or _BIDDER_TOO.search(statement.text) is not None) and not _is_denied(statement.text)


def _is_denied(text: str) -> bool:
    """Say whether a cover is not asked for; of "EL £10m / PI not required" only the part without an amount is
    denied."""
    parts = [part for part in re.split(r" / |;|,(?=[^,;]{0,40}\bn/a\b)", text) if holds_any(part.lower(), _MONEY)]
    return any(_DENIED.search(part) for part in parts or [text])


def _levels_of(text: str) -> list[Amount]:
    found = [
        amount
        for amount in amounts(text)
        if amount.money.currency == "GBP"
        and not _NOT_LEVEL.search(text[max(0, amount.start - 60) : amount.start])
        and not _EXCESS_AFTER.match(text[amount.end :])
        and amount.money.most >= 10_000
    ]
    return [
        amount
        for at, amount in enumerate(found)
        if not _AGGREGATE.match(text[amount.end :]) or not at or COVER.search(text[found[at - 1].end : amount.start])
    ]


def _below(passages: Passages, having: Sequence[Passage]) -> Iterator[tuple[str, Fact[Decimal], Passage]]:
    """Read a level that stands in the passage below the name of the insurance."""
    for passage in having:
        covers = covers_of(passage.text) if passage.row is None and len(passage.text) <= 80 else []
        if len(covers) != 1 or amounts(passage.text) or passage.index + 1 >= len(passages.all):
            continue
        following = passages.all[passage.index + 1]
        levels = (
            _levels_of(following.text) if following.document is passage.document and len(following.text) < 300 else []
        )
        if covers[0].name != OTHER and len(levels) == 1 and not covers_of(following.text):
            statement = Statement(following.text, following)
            if _asks_bidder(statement):
                yield (
                    covers[0].name,
                    statement.fact(covers[0].name, levels[0].money.most, levels[0].start, levels[0].end),
                    following,
                )


def _in_columns(having: Sequence[Passage]) -> Iterator[tuple[str, Fact[Decimal], Passage]]:
    """Read levels that stand in columns headed by the names of the insurances."""
    seen: set[int] = set()
    for passage in having:
        row = passage.row
        if row is None or id(row.table) in seen or any(amounts(cell) for cell in row.cells):
            continue
        heads = {
            column: covers_of(cell) for column, cell in zip(row.columns, row.cells, strict=True) if len(cell) < 80
        }
        if sum(1 for covers in heads.values() if covers) < 2:
            continue
        seen.add(id(row.table))
        for cells in row.table.rows[row.number + 1 :]:
            line = in_one_line(cell.text for cell in cells)
            for cell in cells:
                for level, cover in (
                    (level, cover)
                    for cover in heads.get(cell.column, [])
                    if cover.name != OTHER
                    for level in _levels_of(cell.text)
                ):
                    yield cover.name, Fact(cover.name, level.money.most, line[:300], passage.place), passage
