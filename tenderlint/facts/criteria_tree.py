"""Finds which criterion is part of which: by depth, by numbering, or by what adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from tenderlint.facts.criteria_names import label_of
from tenderlint.facts.criteria_sheets import Entry
from tenderlint.patterns import late_pattern

HUNDRED = Decimal(100)
_SLACK = Decimal("0.51")
_NUMBERING = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.")
_MOST = 48  # entries; a longer list is taken as it stands
_STYLES = (
    (late_pattern(r"^\d+(?:\.\d+)*$"), "number"), (late_pattern(r"^[ivx]+$"), "roman"),
    (late_pattern(r"^[a-z]\d+(?:\.\d+)*$"), "code"),
    (late_pattern(r"^[a-z]$"), "letter"), (late_pattern(r"^[a-z]{2,}"), "word"),
)  # fmt: skip

Parents = tuple[int | None, ...]
"""For each entry the number of the entry that it is part of, or None."""

_Run = tuple[int, Parents]


def parents(entries: Sequence[Entry], total: Decimal | None = None) -> Parents:
    """Return for each entry the number of the entry that it is part of, or None."""
    depths = [entry.depth for entry in entries]
    if len({depth for depth in depths if depth is not None}) > 1:
        return _by_depth([depth or 0 for depth in depths])
    weights = [entry.weight for entry in entries]
    if _adds_up([weight for weight in weights if weight is not None], total):
        return (None,) * len(entries)
    numbered = _by_number(entries)
    if numbered is not None:
        return numbered
    if all(weight is not None for weight in weights) and 2 < len(weights) <= _MOST:
        return _by_sum(tuple(weight for weight in weights if weight is not None), total) or (None,) * len(entries)
    return (None,) * len(entries)


def close(one: Decimal, other: Decimal) -> bool:
    """Say whether two weights are the same but for rounding."""
    return abs(one - other) <= _SLACK


def _adds_up(weights: Sequence[Decimal], total: Decimal | None) -> bool:
    whole = sum(weights, Decimal(0))
    return close(whole, HUNDRED) or (total is not None and close(whole, total))


def _by_depth(depths: Sequence[int]) -> Parents:
    found: list[int | None] = []
    open_at: list[tuple[int, int]] = []
    for number, depth in enumerate(depths):
        while open_at and open_at[-1][0] >= depth:
            open_at.pop()
        found.append(open_at[-1][1] if open_at else None)
        open_at.append((depth, number))
    return tuple(found)


def _by_number(entries: Sequence[Entry]) -> Parents | None:
    """Use the numbers at the heads of the names: "3.1" is part of "3", and "i)" of the "3.3.1" before it."""
    labels = [label_of(entry.name) or _bare(entry.label) for entry in entries]
    if sum(1 for label in labels if label) < 2:
        return None
    inside = _by_prefix(labels)
    if any(parent is not None for parent in inside):
        return inside
    styles = [_style(label) for label in labels]
    order = list(dict.fromkeys(styles))
    if len(order) < 2 or styles[0] == "":
        return None
    found = _by_depth([order.index(style) for style in styles])
    return found if _some_agree(entries, found) else None


def _by_prefix(labels: Sequence[str]) -> Parents:
    found: list[int | None] = []
    for number, label in enumerate(labels):
        above = [
            at
            for at, other in enumerate(labels[:number])
            if other
            and label != other
            and label.startswith(other)
            and not _runs_on(label, len(other))
        ]
        found.append(max(above, key=lambda at: len(labels[at])) if above else None)
    return tuple(found)


def _runs_on(label: str, at: int) -> bool:
    """Whether a number goes on past `at` as one number: "12" is no part of "1", and "ii" none of "i"."""
    joint = label[at - 1 : at + 1]
    return joint.isdigit() or joint.isalpha()


def _bare(label: str) -> str:
    """A number that the program set before the words, as `label_of` writes it; nothing for a bullet."""
    return "".join(each for each in label.lower() if each in _NUMBERING).strip(".")


def _style(label: str) -> str:
    name = next((name for pattern, name in _STYLES if pattern.match(label)), "")
    return f"{name}{label.count('.')}" if name == "number" else name


def _some_agree(entries: Sequence[Entry], found: Sequence[int | None]) -> bool:
    """Say whether the parts of at least one entry add up to its weight or to a hundred."""
    for number, entry in enumerate(entries):
        parts = [other.weight or Decimal(0) for other, parent in zip(entries, found, strict=True) if parent == number]
        if (
            parts
            and entry.weight
            and (close(Decimal(sum(parts)), entry.weight) or close(Decimal(sum(parts)), HUNDRED))
        ):
            return True
    return False


def _by_sum(weights: tuple[Decimal, ...], total: Decimal | None) -> Parents | None:
    """Find a reading in which the outermost weights add up, and so do the parts of every weight that has any."""
    search = _Search(weights)
    for whole in dict.fromkeys((HUNDRED, total or HUNDRED)):
        for end, found in search.runs(0, whole):
            if end == len(weights):
                return found
    return None


class _Search:
    """Looks for runs of weights that add up to a sum, where each weight may be followed by its parts."""

    def __init__(self, weights: tuple[Decimal, ...]) -> None:
        self._weights = weights
        self._tries = 0
        self._known: dict[tuple[int, Decimal], list[_Run]] = {}

    def runs(self, start: int, target: Decimal) -> list[_Run]:
        """Return the runs from `start` that add up to `target`: where each ends, and the parents of what is in it."""
        key = (start, target)
        if key not in self._known:
            self._known[key] = []
            self._known[key] = list(islice(self._walk(start, start, target, ()), 60))
        return self._known[key]

    def _walk(self, at: int, start: int, left: Decimal, above: Parents) -> Iterator[_Run]:
        self._tries += 1
        if close(left, Decimal(0)) and at > start:
            yield at, above
        if at >= len(self._weights) or left <= 0 or self._weights[at] > left + _SLACK or self._tries > 20_000:
            return
        rest = left - self._weights[at]
        for end, inside in self._parts(at):
            yield from self._walk(end, start, rest, (*above, None, *inside))
        yield from self._walk(at + 1, start, rest, (*above, None))

    def _parts(self, at: int) -> Iterator[_Run]:
        """Yield the runs that can be parts of a weight: they add up to it, or are two and more that add up to 100."""
        for target in dict.fromkeys((self._weights[at], HUNDRED)):
            for end, inner in self.runs(at + 1, target):
                if end - at > 2 or target == self._weights[at]:
                    yield end, tuple(at if parent is None else parent for parent in inner)
