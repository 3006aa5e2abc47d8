"""Tells what changed between two audits, or between the states of the packs of one: pack by pack and check by check."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tenderlint.audit.store import PackRow, Store
from tenderlint.formats.fact_words import fact_words
from tenderlint.report import FactRow, Where

_ASSESSED = ("passed", "failed")


class Kind(StrEnum):
    """What became of a pack: RENAMED has the same files under another name, AMENDED other files."""

    SAME = "same"
    RENAMED = "renamed"
    AMENDED = "amended"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One pack in both audits, or in one. `facts` holds what was said before and now, by the name of the fact."""

    kind: Kind
    name: str
    authority: str
    old: int | None
    new: int | None
    put_right: tuple[str, ...] = ()
    now_failing: tuple[str, ...] = ()
    facts: Mapping[str, tuple[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class CheckChange:
    """One check over the packs that are in both audits: in how many it could be assessed, and in how many it failed."""

    check_id: str
    title: str
    assessed_before: int
    failed_before: int
    assessed_now: int
    failed_now: int
    put_right: int
    now_failing: int


@dataclass(frozen=True, slots=True)
class AuditComparison:
    """What changed: `checks` are those with any change, the most changed first."""

    changes: tuple[Change, ...]
    checks: tuple[CheckChange, ...]

    def number(self, kind: Kind) -> int:
        """Return of how many packs that became."""
        return sum(change.kind is kind for change in self.changes)

    @property
    def pairs(self) -> int:
        """How many packs are in both."""
        return sum(change.old is not None and change.new is not None for change in self.changes)


class _Side:
    """What is needed of the packs of one audit."""

    def __init__(self, store: Store, packs: list[PackRow]) -> None:
        self.packs = {row.id: row for row in packs}
        wanted = self.packs.keys()
        self.assessed: defaultdict[int, set[str]] = defaultdict(set)
        self.failed: defaultdict[int, set[str]] = defaultdict(set)
        self.facts: defaultdict[int, dict[str, str]] = defaultdict(dict)
        self.titles: dict[str, str] = {}
        for row in store.outcomes(wanted):
            check = sys.intern(row.check_id)
            self.titles[check] = row.title
            if row.outcome in _ASSESSED:
                self.assessed[row.pack_id].add(check)
            if row.outcome == "failed":
                self.failed[row.pack_id].add(check)
        for fact in store.facts(packs=wanted):
            said = self.facts[fact.pack_id]
            words = fact_words(fact.name, FactRow(fact.value, fact.words, Where(), fact.sure, chosen=True))
            said[fact.name] = f"{said[fact.name]}; {words}" if fact.name in said else words


def compare_audits(old: Store, new: Store) -> AuditComparison:
    """Compare the packs that the last audit of each store saw: by OCID or name, or else by their files."""
    before, now = _Side(old, list(old.packs("last"))), _Side(new, list(new.packs("last")))
    return _compared(before, now, _matched(before.packs.values(), now.packs.values()))


def compare_states(store: Store) -> AuditComparison:
    """Compare every current pack of a store with the state that it amends; packs without one are left out."""
    packs = {row.id: row for row in store.packs("all")}
    pairs: list[tuple[int | None, int | None]] = [
        (row.amends, row.id) for row in store.packs() if row.amends is not None
    ]
    before = _Side(store, [packs[old] for old, _ in pairs if old is not None])
    now = _Side(store, [packs[new] for _, new in pairs if new is not None])
    return _compared(before, now, pairs)


def _matched(old: Collection[PackRow], new: Collection[PackRow]) -> list[tuple[int | None, int | None]]:
    """Return the ids of the packs that belong together; None where there is no other."""
    by_name = {row.identity: row for row in old}
    partner = {row.id: by_name.pop(row.identity).id for row in new if row.identity in by_name}
    by_contents = {row.contents: row for row in by_name.values() if row.contents}
    for row in new:
        if row.id not in partner and row.contents in by_contents:
            partner[row.id] = by_contents.pop(row.contents).id
    taken = set(partner.values())
    pairs: list[tuple[int | None, int | None]] = [(partner.get(row.id), row.id) for row in new]
    return pairs + [(row.id, None) for row in old if row.id not in taken]


def _compared(before: _Side, now: _Side, pairs: list[tuple[int | None, int | None]]) -> AuditComparison:
    changes = tuple(_change(before, now, old, new) for old, new in pairs)
    return AuditComparison(changes, tuple(_checks(before, now, changes)))


def _change(before: _Side, now: _Side, old: int | None, new: int | None) -> Change:
    if old is None or new is None:
        row = before.packs[old] if old is not None else now.packs[new or 0]
        return Change(Kind.NEW if old is None else Kind.GONE, row.name, row.authority, old, new)
    one, other = before.packs[old], now.packs[new]
    was, is_ = before.facts[old], now.facts[new]
    facts = {
        name: (was.get(name, ""), is_.get(name, ""))
        for name in sorted(was.keys() | is_.keys()) if was.get(name) != is_.get(name)
    }  # fmt: skip
    both = before.assessed[old] & now.assessed[new]
    put_right = before.failed[old] & both - now.failed[new]
    now_failing = now.failed[new] - before.failed[old]
    answers = _sorted(put_right), _sorted(now_failing)
    return Change(_kind(one, other), other.name, other.authority, old, new, *answers, facts)


def _kind(old: PackRow, new: PackRow) -> Kind:
    if old.contents != new.contents:
        return Kind.AMENDED
    return Kind.SAME if old.identity == new.identity else Kind.RENAMED


def _sorted(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _checks(before: _Side, now: _Side, changes: tuple[Change, ...]) -> Iterator[CheckChange]:
    pairs = [(change.old, change.new) for change in changes if change.old is not None and change.new is not None]
    old_assessed = Counter(check for old, _ in pairs for check in before.assessed[old])
    old_failed = Counter(check for old, _ in pairs for check in before.failed[old])
    new_assessed = Counter(check for _, new in pairs for check in now.assessed[new])
    new_failed = Counter(check for _, new in pairs for check in now.failed[new])
    right = Counter(check for change in changes for check in change.put_right)
    wrong = Counter(check for change in changes for check in change.now_failing)
    for check in sorted(right.keys() | wrong.keys(), key=lambda check: (-right[check] - wrong[check], check)):
        title = now.titles.get(check) or before.titles[check]
        yield CheckChange(
            check, title, old_assessed[check], old_failed[check], new_assessed[check], new_failed[check],
            right[check], wrong[check],
        )  # fmt: skip
