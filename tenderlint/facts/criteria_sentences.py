"""Reads award criteria from running text ("evaluated on price (40%) and quality (60%)", "a 60:40 split")."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlint.facts.criteria_bare import (
    STRONG,
    Pair,
    read_bare,
    read_fractions,
    read_given,
    read_remainder,
    read_rest,
)
from tenderlint.facts.criteria_grammar import named_after, named_before
from tenderlint.facts.criteria_heads import read_heads
from tenderlint.facts.criteria_lines import EXAMPLE, FOREIGN
from tenderlint.facts.criteria_lowest import lowest_in, not_lowest
from tenderlint.facts.criteria_names import Kind, is_total, kind_of
from tenderlint.facts.criteria_parts import (
    GOT,
    HEADED,
    WITHIN,
    all_on_price,
    is_all_shares,
    is_scored,
    only_quality,
    opens_aside,
    opens_bracket,
    whole_of,
)
from tenderlint.facts.criteria_points import in_paragraphs, read_pair, read_points
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED, close
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.shares import Share, percents, points, splits
from tenderlint.facts.statements import Statement, holds_any, in_one_line
from tenderlint.patterns import late_pattern

_JUDGED = late_pattern(
    r"\bweigh|\bscor(?:e|ed|es|ing)\b|\bmarks?\b|\bevaluat|\baward|\bcriteri|\bassess|\bpoints\b|\bratio\b"
    r"|\bsplit\b|\bbasis\b|\bjudge|\bcounts? (?:for|towards)\b|\bcarr(?:y|ies)\b",
    re.IGNORECASE,
)
_INSIDE = late_pattern(
    r"\b(?:within (?:it|this|that|which|these|quality|the)|of (?:which|this|that)|made up of|compris(?:es|ing|ed)"
    r"|consist(?:s|ing)|split|broken down|divided|sub-?divided|including|includes"
    r"|sub-?criteria|incl\.?)\b",
    re.IGNORECASE,
)
_PAIR_WORD = r"(?:price|pricing|costs?|commercial|financial|quality|technical|non-?price|social value)"
_SEPARATOR = r"\s?(?:[:/–—,-]|\bto\b|\band\b|\bversus\b|\bvs?\.?\b)\s?"
_PAIR = late_pattern(
    rf"\b(?P<one>{_PAIR_WORD}){_SEPARATOR}(?P<two>{_PAIR_WORD})(?:{_SEPARATOR}(?P<three>{_PAIR_WORD}))?\b",
    re.IGNORECASE,
)
_SPLIT_WORDS = late_pattern(r"%|\b(?:ratio|split|weight\w*|marks|points|score\w*)\b", re.IGNORECASE)
_FAVOUR = late_pattern(rf"\bin favour of (?:the )?(?P<kind>{_PAIR_WORD})\b", re.IGNORECASE)
_SELECTS = late_pattern(
    r"\W*(?:the )?(?:PQQ|SQ|PSQ|SPD|pre-?qualification|selection|short-?list(?:ing)?|stage (?:1|one))\b[^.:;]{0,30}?"
    r"\b(?:scor|mark|weight|criteri|evaluat)",
    re.IGNORECASE,
)
_LABELLED = late_pattern(
    r"^\W{0,3}(?:(?:evaluation|award|assessment|scoring|weighting|criteria)\b|how (?:we|your|bids|tenders|quotes|it)\b"
    r"[^|]{0,30}\b(?:scor|choos|chose|decid|judg|mark|assess|evaluat)|price ?(?:[/:&]|and) ?quality"
    r"|quality ?(?:[/:&]|and)"
    r" ?price)",
    re.IGNORECASE,
)
_FIGURES = late_pattern(r"\d(?:\d| ?%)")
_WITHOUT_FIGURES = (
    "per cent", "percent", "equal", "alf ", "hird of", "hirds of", "uarter of", "uarters of",
    "lowest", "cheapest", "alone", "solely", "only", "undred ", "ty points", "ty marks",
)  # fmt: skip
_EQUAL = late_pattern(
    r"\bprice and quality\b[^.;]{0,50}\bequal(?:ly)?\b[^.;]{0,25}"
    r"|\bquality and price\b[^.;]{0,50}\bequal(?:ly)?\b[^.;]{0,25}"
    r"|\bequal (?:weight\w*|marks)\b[^.;]{0,40}\b(?:price and quality|quality and price)\b",
    re.IGNORECASE,
)
_PART_OF = late_pattern(
    r"\s*\)? ?of (?:the |our )?(?:total |overall |available )?(?P<whole>quality|technical|price|commercial"
    r"|social value)"
    r"(?: (?:score|marks|points|weighting|criteri\w+|element|section|evaluation|assessment|component|total))",
    re.IGNORECASE,
)
_GAP = 3
_SPECIAL_WORDS = ("100", "equal", "lowest", "cheapest", "only", "alone", "sole", "purely", "entirely")
"""Words of which any sentence that sets no other shares holds one: by price alone, or in equal parts."""


_LONG_CELL = 90
_SHORT_LINE = 120
_PAIR_OF = 2
_ROUND = frozenset(map(Decimal, (200, 250, 300, 400, 500, 600, 800, 1000, 2000)))


def read_sentences(passages: Passages, taken: Container[int] = ()) -> Iterator[Sheet]:
    """Yield the criteria that stand in sentences, a sheet a sentence; passages numbered in `taken` are passed over."""
    heads = list(read_heads(passages, taken))
    yield from heads
    told = {sheet.index for sheet in heads}
    candidates = [
        passage
        for passage in passages.having(
            "price", "cost", "quality", "social value", "technical", "commercial", "lowest", "cheapest",
            "value for money", "score",
            "marks", "marked", "assessed", "judge", "evaluat", "criteria", "weight"
        )
        if passage.index not in taken and passage.index not in told and _may_hold(passage)
    ]
    for statement in in_paragraphs(candidates):
        entries = read_sentence(statement) if _has_shares(statement.text) else []
        if entries:
            yield Sheet(
                tuple(entries), statement.passage.document, statement.passage.index, "sentence", statement.about,
                _all_points(entries),
            )  # fmt: skip


def _may_hold(passage: Passage) -> bool:
    """Say whether a passage may state weights: a row only under a label that says so, or in a long cell."""
    row = passage.row
    if row is None:
        return _has_shares(passage.text)
    if _LABELLED.search(row.label):
        return _has_shares(in_one_line(row.cells))
    return max(map(len, row.cells)) > _LONG_CELL and _has_shares(passage.text)


def _all_points(entries: Sequence[Entry]) -> Decimal | None:
    """Return what points add up to where that is a round number other than a hundred: 200, 1,000."""
    outer = [entry for entry in entries if not entry.depth]
    whole = sum((entry.weight or Decimal(0) for entry in outer), Decimal(0))
    return whole if whole in _ROUND and all(entry.unit == "points" for entry in outer) else None


def _has_shares(text: str) -> bool:
    return _FIGURES.search(text) is not None or any(word in text for word in _WITHOUT_FIGURES)


def read_sentence(statement: Statement) -> list[Entry]:
    """Return the criteria of a sentence, outermost first; an empty list where it states none."""
    text = statement.text
    if len(text) > 1500 or EXAMPLE.search(text) or EXAMPLE.search(statement.about[-160:]) or _SELECTS.match(text):
        return []
    pairs = _split_pairs(text) or read_rest(text) or read_remainder(text) or read_given(text)
    pairs = pairs or read_points(text) or read_pair(text)
    pairs = pairs or _from_shares(statement) or read_bare(text) or read_fractions(text) or _special(statement)
    return _nested(statement, pairs) if pairs and not GOT.search(text) else []


def _split_pairs(text: str) -> list[Pair]:
    """Read "60:40" with the two names near it, in the order of the names, or by whom it favours."""
    for split in splits(text):
        if " to " in text[split.start : split.end] and not _SPLIT_WORDS.search(text):
            continue
        near = [
            match
            for match in _PAIR.finditer(text)
            if match.start() - split.end < 60 and split.start - match.end() < 60
        ]
        near = [
            match
            for match in near
            if kind_of(match["one"]) is not kind_of(match["two"]) and bool(match["three"]) == (len(split.values) == 3)
        ]
        favour = _FAVOUR.search(text)
        if near:
            best = min(near, key=lambda match: max(match.start() - split.end, split.start - match.end()))
            names = [best[name] for name in ("one", "two", "three") if best[name]]
        elif favour and len(split.values) == 2:
            other = "price" if kind_of(favour["kind"]) is not Kind.PRICE else "quality"
            names = [favour["kind"], other] if split.values[0] >= split.values[1] else [other, favour["kind"]]
        else:
            continue
        return [
            Pair(name, Share(value, split.start, split.end)) for name, value in zip(names, split.values, strict=True)
        ]
    return []


def _from_shares(statement: Statement) -> list[Pair]:
    text = statement.text
    shares = percents(text) or points(text)
    if not shares or len(shares) > 14:
        return []
    readings = [
        [Pair(name, share) for share, name in zip(shares, names, strict=True) if name]
        for names in (named_before(text, shares), named_after(text, shares))
    ]
    within = WITHIN.match(text)
    if within and within.end() >= shares[0].start - _GAP:
        return readings[1] if len(readings[1]) == len(shares) else []
    if re.match(r"\W*\d", text):
        readings.reverse()
    readings += [_mixed(text, shares), _turned(text, shares)]
    readings.sort(key=_known_kinds, reverse=True)
    return next((pairs for pairs in readings if _believed(statement, pairs, shares)), [])


def _mixed(text: str, shares: Sequence[Share]) -> list[Pair]:
    """Name each share by what stands before it, but one in an aside ("including a 10% weighting for ...") by what
    follows."""
    before, after = named_before(text, shares), named_after(text, shares)
    names = [
        late if opens_aside(text[: share.start]) else early
        for share, early, late in zip(shares, before, after, strict=True)
    ]
    return [Pair(name, share) for share, name in zip(shares, names, strict=True) if name]


def _turned(text: str, shares: Sequence[Share]) -> list[Pair]:
    """Name the first shares by what follows and the rest by what stands before: "40% cost and 60% quality, made up of
    method 40% and team 20%"."""
    before, after = named_before(text, shares), named_after(text, shares)
    known = [kind_of(name) is not Kind.OTHER for name in after]
    turn = known.index(False) if False in known else len(known)
    if not 1 < turn < len(shares):
        return []
    return [Pair(name, share) for share, name in zip(shares, [*after[:turn], *before[turn:]], strict=True) if name]


def _known_kinds(pairs: Sequence[Pair]) -> int:
    return sum(1 for pair in pairs if kind_of(pair.name) is not Kind.OTHER)


def _believed(statement: Statement, pairs: Sequence[Pair], shares: Sequence[Share]) -> bool:
    """Say whether a sentence's names and shares are criteria: price and another that add up, or one said outright."""
    text = statement.text
    kinds = {kind_of(pair.name) for pair in pairs}
    if len(pairs) == len(shares) and _inside(text, pairs) is not None:
        return True
    if _are_listed(text, pairs, shares) or (len(pairs) == 1 and HEADED.match(text) and _is_judged(statement)):
        return True
    if kinds <= {Kind.OTHER} or any(is_total(pair.name) for pair in pairs) or len(pairs) < len(shares):
        return False
    named = len(kinds - {Kind.OTHER})
    whole = _is_whole(pairs)
    if len(pairs) > 2 and (_of_the_first(pairs) or _outside(text, pairs)):
        return True
    if named > 1 and (whole or _INSIDE.search(text) or _JUDGED.search(text) or _is_bare_list(statement, pairs, kinds)):
        return (
            not re.search(r"\b(?:at least|minimum|less than|below|above|fail|invoice|paid)\b", text, re.IGNORECASE)
            or whole
        )
    if named == 1 and _is_bare_list(statement, pairs, kinds) and is_all_shares(text):
        return True
    if FOREIGN.search(text) or re.search(
        r"\b(?:at least|minimum|less than|below|above|lowest|highest|higher|lower|difference|deviation|each|every)\b",
        text,
        re.IGNORECASE,
    ):
        return False
    bracketed = all(text[pair.share.start - 1] == "(" for pair in pairs if pair.share.start)
    if len(pairs) > 1 and whole and Kind.PRICE in kinds and (_JUDGED.search(text) or bracketed):
        return True
    if len(pairs) > 1 and not whole and not _INSIDE.search(text):
        return False
    return STRONG.search(text) is not None or (len(text) < 90 and _is_judged(statement))


def _is_judged(statement: Statement) -> bool:
    """Whether a sentence stands among words on how bids are judged."""
    return _JUDGED.search(f"{statement.passage.text[:600]} {statement.about}") is not None


def _is_bare_list(statement: Statement, pairs: Sequence[Pair], kinds: Container[Kind]) -> bool:
    """Say whether a short line under a heading on criteria names price and others, whatever they add up to."""
    return (
        len(pairs) > _PAIR_OF
        and Kind.PRICE in kinds
        and len(statement.text) < _SHORT_LINE
        and _JUDGED.search(statement.about) is not None
    )


def _is_whole(pairs: Sequence[Pair]) -> bool:
    """Say whether the shares add up to a hundred, or points to another round number."""
    total = sum((pair.share.value for pair in pairs), Decimal(0))
    return close(total, HUNDRED) or (total in _ROUND and all(pair.share.unit == "points" for pair in pairs))


def _inside(text: str, pairs: Sequence[Pair]) -> Kind | None:
    """Tell of which criterion all shares of a sentence are parts: "Quality is made up of: staffing 20%, ..."."""
    within = WITHIN.match(text)
    if within and all(kind_of(pair.name) is not kind_of(within["whole"]) for pair in pairs):
        return kind_of(within["whole"])
    if len(pairs) < 2 or any(kind_of(pair.name) is Kind.PRICE for pair in pairs):
        return None
    return whole_of(text[: pairs[0].share.start])


def _are_listed(text: str, pairs: Sequence[Pair], shares: Sequence[Share]) -> bool:
    """Say whether names of no known kind are criteria all the same: they add up, behind words that say so."""
    whole = close(sum((pair.share.value for pair in pairs), Decimal(0)), HUNDRED)
    if len(pairs) != len(shares) or not 2 < len(pairs) < 10 or not whole or FOREIGN.search(text):
        return False
    return is_scored(text[: shares[0].start]) and not any(is_total(pair.name) for pair in pairs)


def _outside(text: str, pairs: Sequence[Pair]) -> bool:
    """Say whether what stands outside the brackets adds up to a hundred: "price 60%, quality 40% (method 20%, ...)"."""
    outer = [pair for pair in pairs if text.count("(", 0, pair.share.start) == text.count(")", 0, pair.share.start)]
    kinds = {kind_of(pair.name) for pair in outer}
    whole = close(sum((pair.share.value for pair in outer), Decimal(0)), HUNDRED)
    return 1 < len(outer) < len(pairs) and whole and len(kinds - {Kind.OTHER}) > 1


def _of_the_first(pairs: Sequence[Pair]) -> bool:
    """Say whether the sentence takes its first share apart: "of the 60% for quality, 20% is for ..."."""
    return close(sum((pair.share.value for pair in pairs[1:]), Decimal(0)), pairs[0].share.value)


def _special(statement: Statement) -> list[Pair]:
    text = statement.text
    if not holds_any(text.lower(), _SPECIAL_WORDS):
        return []
    alone = all_on_price(text)
    if alone:
        return [Pair("price", Share(HUNDRED, alone.start(), alone.end()))]
    quality = only_quality(text)
    if quality and not not_lowest(text):
        return [Pair("quality", Share(HUNDRED, quality.start(), quality.end()))]
    equal = _EQUAL.search(text)
    if equal and (_JUDGED.search(text) or "count equally" in text):
        half = Decimal(50)
        return [Pair(name, Share(half, equal.start(), equal.end())) for name in ("price", "quality")]
    row = statement.passage.row
    if lowest := lowest_in(text, row is not None and _LABELLED.search(row.label) is not None):
        return [Pair("price", Share(HUNDRED, lowest.start(), lowest.end()))]
    return []


def _within(text: str, pair: Pair) -> Kind | None:
    """Tell of which criterion a share is a part, where the words after it say so."""
    match = _PART_OF.match(text, pair.share.end)
    kind = kind_of(match["whole"]) if match else Kind.OTHER
    return kind if kind not in (Kind.OTHER, kind_of(pair.name)) else None


def _nested(statement: Statement, pairs: Sequence[Pair]) -> list[Entry]:
    """Give each pair its depth: inside what "of which" opens, until its bracket ends or it is used up."""
    text = statement.text
    entries: list[Entry] = []
    inside, outside = _inside(text, pairs), _outside(text, pairs)
    room: Decimal | None = None
    bracket = False
    if inside is None and len(pairs) > 2 and _of_the_first(pairs) and kind_of(pairs[0].name) is not Kind.OTHER:
        room = pairs[0].share.value
    for number, pair in enumerate(pairs):
        between = (
            text[pairs[number - 1].share.end : pair.share.start]
            if number and pair.share.start > pairs[number - 1].share.end
            else ""
        )
        opens = inside is None and _INSIDE.search(between) is not None
        opens = opens or (outside and room is None and opens_bracket(between))
        closed = bracket and ")" in re.sub(r"^\s*%?\s*\)" if not opens else r"^$", "", between) and not opens
        if opens and room is None:
            room, bracket = pairs[number - 1].share.value, "(" in between
        elif room is not None and (closed or room <= 0 or kind_of(pair.name) is Kind.PRICE):
            room, bracket = None, False
        depth = 1 if room is not None and number else 0
        if room is not None and number:
            room -= pair.share.value
        quote = statement.fact("award_criteria", pair.name, pairs[0].share.start, pairs[-1].share.end).quote
        entry = Entry(pair.name, pair.share.value, quote, statement.passage.place, depth, pair.share.unit)
        entries.append(replace(entry, within=inside or _within(text, pair)))
    return entries
