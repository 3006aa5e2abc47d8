"""Puts the sheets of criteria together: which is part of what in another sheet, and what each weighs of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlint.facts.criteria_names import Kind, bare
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED, close, parents
from tenderlint.patterns import late_pattern

_QUALITY_WORD = late_pattern(r"\b(?:quality|technical|method statements?|qualitative)\b", re.IGNORECASE)
_PRICE_WORD = late_pattern(r"\b(?:price|pricing|commercial|financial|cost)\b", re.IGNORECASE)
_SOCIAL_WORD = late_pattern(r"\bsocial value\b|\bcommunity benefits?\b", re.IGNORECASE)


_MONEY = late_pattern(r"\W*(?:(?:overall|best) )?(?:value(?: for money)?|vfm|budget|fees?)\W*", re.IGNORECASE)
"""What price is called where nothing else of a sheet is price."""
_CENT = Decimal("0.011")


@dataclass(frozen=True, slots=True)
class Placed:
    """A criterion with what it is part of, by name, and its percent of the whole where that can be told."""

    entry: Entry
    sheet: Sheet
    parent: str | None
    share: Decimal | None
    kind: Kind
    root: bool


@dataclass(frozen=True, slots=True)
class _Above:
    name: str
    weight: Decimal | None
    share: Decimal | None
    kind: Kind


def place(sheets: Iterable[Sheet]) -> list[Placed]:
    """Return every criterion of the sheets in their order, with its parent and its share of the whole."""
    sheets = list(sheets)
    trees = [parents(sheet.entries, sheet.total) for sheet in sheets]
    tops = [_is_top(sheet, tree) for sheet, tree in zip(sheets, trees, strict=True)]
    outermost = [
        above for sheet, tree, top in zip(sheets, trees, tops, strict=True) if top for above in _roots(sheet, tree)
    ]
    found: list[Placed] = []
    for sheet, tree, top in zip(sheets, trees, tops, strict=True):
        above = None if top else _above(sheet, tree, outermost)
        found += _placed(sheet, tree, above, outermost)
    return found


def _is_top(sheet: Sheet, tree: Sequence[int | None]) -> bool:
    """A sheet tells the outermost weights when price is among them, or it names only quality and social value."""
    kinds = [entry.kind for entry, parent in zip(sheet.entries, tree, strict=True) if parent is None]
    if Kind.PRICE in kinds:
        return True
    return Kind.QUALITY in kinds and all(kind is not Kind.OTHER for kind in kinds)


def _roots(sheet: Sheet, tree: Sequence[int | None]) -> list[_Above]:
    total = _whole(sheet, tree)
    kinds = _kinds(sheet, tree)
    return [
        _Above(entry.name, entry.weight, _of_whole(entry, total), kind)
        for entry, parent, kind in zip(sheet.entries, tree, kinds, strict=True)
        if parent is None
    ]


def _kinds(sheet: Sheet, tree: Sequence[int | None]) -> list[Kind]:
    """The kinds of the entries; what stands alone beside price (and social value) is quality, whatever its name."""
    kinds = [entry.kind for entry in sheet.entries]
    roots = [number for number, parent in enumerate(tree) if parent is None]
    others = [number for number in roots if kinds[number] not in (Kind.PRICE, Kind.SOCIAL)]
    weights = [sheet.entries[number].weight for number in roots]
    complete = all(weight is not None for weight in weights) and close(
        sum((weight or Decimal(0) for weight in weights), Decimal(0)), _whole(sheet, tree) or HUNDRED
    )
    if (
        len(others) == 1
        and kinds[others[0]] is Kind.OTHER
        and (len(roots) == 2 or (sheet.entries[others[0]].weight or 0) * 10 >= (_whole(sheet, tree) or HUNDRED) * 3)
        and complete
        and any(kinds[number] is Kind.PRICE for number in roots)
    ):
        kinds[others[0]] = Kind.QUALITY
    if complete and len(roots) > 1 and not any(kinds[number] is Kind.PRICE for number in roots):
        money = [number for number in roots if _MONEY.fullmatch(bare(sheet.entries[number].name))]
        if len(money) == 1:
            kinds[money[0]] = Kind.PRICE
    return kinds


def _whole(sheet: Sheet, tree: Sequence[int | None]) -> Decimal | None:
    """Return what the outermost weights of a sheet are out of: 100, or the points of all, where price is among them."""
    roots = [
        entry
        for entry, parent in zip(sheet.entries, tree, strict=True)
        if parent is None and entry.weight is not None
    ]
    sum_ = sum((entry.weight or Decimal(0) for entry in roots), Decimal(0))
    if len(roots) > 1 and abs(sum_ - 1) < _CENT:
        return Decimal(1)
    if close(sum_, HUNDRED) or all(entry.unit == "%" for entry in roots):
        return HUNDRED
    if sheet.total is not None and close(sum_, sheet.total):
        return sheet.total
    if sheet.total is not None and close(sheet.total, HUNDRED):
        return HUNDRED
    return (
        sum_
        if len(roots) > 1
        and Kind.PRICE in {entry.kind for entry in roots}
        and sheet.source in ("table", "sentence", "list")
        else None
    )


def _of_whole(entry: Entry, whole: Decimal | None) -> Decimal | None:
    return None if entry.weight is None or not whole else _round(entry.weight * HUNDRED / whole)


def _above(sheet: Sheet, tree: Sequence[int | None], outermost: Sequence[_Above]) -> _Above | None:
    """Find what a sheet is part of: named by its headings or the words before it, or what it adds up to."""
    roots = [
        entry.weight
        for entry, parent in zip(sheet.entries, tree, strict=True)
        if parent is None and entry.weight is not None
    ]
    sum_ = sum(roots, Decimal(0))
    for words in (sheet.heads, *reversed(sheet.entries[0].place.heading), sheet.about[-200:]):
        kind = _kind_in(words)
        if kind is not None:
            named = [above for above in outermost if above.kind is kind]
            if named:
                return _best(named, sum_)
    quality = [above for above in outermost if above.kind is Kind.QUALITY]
    if (
        not quality
        or not roots
        or any(entry.kind is Kind.SOCIAL for entry in sheet.entries if len(sheet.entries) == 1)
    ):
        return None
    fitting = [above for above in quality if above.share is not None and close(above.share, sum_)]
    if fitting or close(sum_, HUNDRED):
        return (fitting or quality)[0]
    return None


def _best(named: Sequence[_Above], sum_: Decimal) -> _Above:
    return next((above for above in named if above.share is not None and close(above.share, sum_)), named[0])


def _kind_in(words: str) -> Kind | None:
    """The one kind that a heading speaks of; None where it speaks of none or of several."""
    spoken = [
        kind
        for kind, pattern in ((Kind.QUALITY, _QUALITY_WORD), (Kind.PRICE, _PRICE_WORD), (Kind.SOCIAL, _SOCIAL_WORD))
        if pattern.search(words)
    ]
    return spoken[0] if len(spoken) == 1 else None


def _placed(
    sheet: Sheet, tree: Sequence[int | None], above: _Above | None, outermost: Sequence[_Above]
) -> list[Placed]:
    kinds = _kinds(sheet, tree)
    whole = _whole(sheet, tree)
    shares: list[Decimal | None] = []
    found = []
    for number, (entry, parent) in enumerate(zip(sheet.entries, tree, strict=True)):
        root = True
        beside = [other.weight or Decimal(0) for other, its in zip(sheet.entries, tree, strict=True) if its == parent]
        if parent is not None:
            over = sheet.entries[parent]
            share = _of_part(entry.weight, sum(beside), over.weight, shares[parent], sheet.source)
            name: str | None = over.name
        elif entry.within is not None:
            over_ = next((each for each in outermost if each.kind is entry.within), None)
            alike = sum(each.weight or Decimal(0) for each in sheet.entries if each.within is entry.within)
            share = _of_part(entry.weight, alike, over_.weight, over_.share, "") if over_ else None
            if share is None and over_ is not None:
                share = _share_of(entry.weight, over_.share)
            name = over_.name if over_ else None
            root = False
        elif above is not None and not _same(entry, above):
            source = "points" if sheet.source == "table" and entry.unit != "%" else sheet.source
            share, name = _of_part(entry.weight, sum(beside), above.weight, above.share, source), above.name
        else:
            share, name = _of_whole(entry, whole), None
        shares.append(share if share is not None else _summed(sheet, tree, number, whole))
        found.append(Placed(entry, sheet, name, shares[-1], kinds[number], root and name is None))
    return found


def _summed(sheet: Sheet, tree: Sequence[int | None], number: int, whole: Decimal | None) -> Decimal | None:
    """Add up the parts of an entry that is named without a weight, where they are printed as shares of the whole."""
    if sheet.entries[number].weight is not None or tree[number] is not None:
        return None
    parts = [
        entry.weight
        for entry, parent in zip(sheet.entries, tree, strict=True)
        if parent == number and entry.weight is not None
    ]
    all_parts = [
        entry.weight
        for entry, parent in zip(sheet.entries, tree, strict=True)
        if parent is not None and entry.weight is not None
    ]
    if parts and whole and tree.count(None) > 1 and close(sum(all_parts, Decimal(0)), HUNDRED):
        return _round(sum(parts, Decimal(0)))
    return None


def _of_part(
    weight: Decimal | None, beside: Decimal | int, over: Decimal | None, share: Decimal | None, source: str
) -> Decimal | None:
    """What a part weighs of the whole: its own figure where the parts add up to their parent's, or a part of that."""
    if weight is None:
        return None
    beside = Decimal(beside)
    if over is None or share is None:
        return None
    if close(beside, over) and over:
        return _round(weight * share / over)
    if close(beside, share):
        return weight
    if close(beside, HUNDRED):
        return _round(weight * share / HUNDRED)
    if source == "points" and beside > HUNDRED:
        return _round(weight * share / beside)
    return weight if source == "sentence" and weight < share else None


def _share_of(weight: Decimal | None, share: Decimal | None) -> Decimal | None:
    return None if weight is None or share is None else _round(weight * share / HUNDRED)


def _same(entry: Entry, above: _Above) -> bool:
    """Whether a sheet only says again what it would be part of."""
    return entry.weight == above.weight and (
        entry.kind is above.kind is not Kind.OTHER or bare(entry.name).lower() == bare(above.name).lower()
    )


def _round(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01")).normalize() + 0
