"""Says whether an amendment must move the deadline: by the rules of the regime, and what the amendment changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from tenderlint.comparing.facts import days_moved
from tenderlint.comparing.rows import Answer, Deadline, DocumentPair, FactChange, Ground, Kind, Rule, Section
from tenderlint.errors import CardError
from tenderlint.outcomes import Outcome, Severity
from tenderlint.report import FactRow, Report

PERIOD_CHECK = "tender-period"
_DEADLINE = "submission_deadline"
_WHEN = frozenset({"any", "significant", "late"})
_KEYS = frozenset({"when", "must", "regime", "authority", "url", "says", "doubt"})


@dataclass(frozen=True, slots=True)
class AmendmentRule:
    """One rule of `amendments.toml`: `when` says what must have happened, `must` whether the deadline has to move."""

    when: str
    must: bool
    regimes: frozenset[str]
    rule: Rule


@dataclass(frozen=True, slots=True)
class AmendmentRules:
    """The rules, with the project's own bar for what a significant change is: some facts, or so many words."""

    rules: tuple[AmendmentRule, ...]
    facts: frozenset[str]
    words: int
    unknown: str

    def of(self, regime: str) -> tuple[AmendmentRule, ...]:
        """Return the rules of one regime."""
        return tuple(each for each in self.rules if regime in each.regimes)


def load_rules(path: Path) -> AmendmentRules:
    """Read `amendments.toml`; raises CardError that says what is wrong."""
    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
        return AmendmentRules(
            tuple(_rule(entry, path.name) for entry in data["rule"]), frozenset(data["significant"]["facts"]),
            int(data["significant"]["words"]), str(data["unknown"]["says"]),
        )  # fmt: skip
    except (OSError, tomli.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise CardError(f"cannot be read: {error}", path.name) from error


def _rule(entry: Mapping[str, Any], where: str) -> AmendmentRule:
    unknown = entry.keys() - _KEYS
    if unknown or entry["when"] not in _WHEN:
        raise CardError(f"a rule has an unknown key or condition: {', '.join(sorted(unknown)) or entry['when']}", where)
    rule = Rule(entry["authority"], entry["url"], " ".join(entry["says"].split()), entry.get("doubt", ""))
    return AmendmentRule(entry["when"], bool(entry["must"]), frozenset(entry["regime"]), rule)


def deadline_of(
    old: Report, new: Report, *, documents: Iterable[DocumentPair], facts: Iterable[FactChange],
    sections: Iterable[Section], rules: AmendmentRules,
) -> Deadline:  # fmt: skip
    """Return whether the amendment must move the deadline, under the regime and on the day of the new report."""
    grounds = tuple(_grounds(documents, facts, sections, rules))
    was, now = _stated(old), _stated(new)
    days = days_moved(was.value, now.value) if was and now else None
    holding = [each for each in rules.of(new.regime.id) if _arises(each, grounds, was, now)]
    answer, reason = _answer(old, new, holding, grounds, rules)
    return Deadline(answer, reason, was, now, days, tuple(each.rule for each in holding), grounds)


def _stated(report: Report) -> FactRow | None:
    return next((row for row in report.facts.get(_DEADLINE, ()) if row.chosen), None)


def _grounds(
    documents: Iterable[DocumentPair], facts: Iterable[FactChange], sections: Iterable[Section], rules: AmendmentRules
) -> Iterator[Ground]:
    for pair in documents:
        if pair.kind is Kind.NEW:
            yield Ground("late", f"{pair.new} came with the amendment")
        elif pair.kind is Kind.GONE:
            yield Ground("any", f"{pair.old} was taken out")
    changed = list(facts)
    if any(each.name == "site_visit" and each.kind is Kind.NEW for each in changed):
        yield Ground("late", "a site visit is told of that was not before")
    names = dict.fromkeys(each.name for each in changed if each.name != _DEADLINE)
    yield from (Ground("significant" if name in rules.facts else "any", fact=name) for name in names)
    words = sum(change.words for section in sections for change in section.changes)
    if words:
        when = "significant" if words >= rules.words else "any"
        yield Ground(when, f"{words:,} {'word' if words == 1 else 'words'} came or went")


def _arises(rule: AmendmentRule, grounds: tuple[Ground, ...], was: FactRow | None, now: FactRow | None) -> bool:
    if rule.when == "any":
        return bool(grounds) or (was is not None and now is not None and was.value != now.value)
    return any(each.when == rule.when for each in grounds)


def _answer(
    old: Report, new: Report, holding: list[AmendmentRule], grounds: tuple[Ground, ...], rules: AmendmentRules
) -> tuple[Answer, str]:
    if too_short := _too_short(new):
        return Answer.YES, f"As it stands the time to bid is too short: {too_short}"
    was, now = _stated(old), _stated(new)
    if was is None and now is None:
        return Answer.CANNOT_TELL, "A person must look for it, in the notice or in what could not be read."
    if was is None or now is None:
        return Answer.CANNOT_TELL, f"The {'new' if now is None else 'old'} pack states no deadline that could be read."
    later = _later(was.value, now.value)
    if later:
        return Answer.NO, "The deadline was put back. A person must judge whether that is time enough for the changes."
    if not grounds:
        return _unchanged(old, new, later)
    moved = "stayed where it was" if later is None else "was brought forward"
    opening = f"The pack changed and the deadline {moved}."
    if not rules.of(new.regime.id):
        return Answer.LOOK, f"{opening} {rules.unknown}"
    if any(each.must for each in holding):
        return Answer.LOOK, f"{opening} It must be put back if a person finds that the rule below meets these changes."
    if holding:
        return Answer.LOOK, f"{opening} Somebody must look at it again and decide; the law does not say by how much."
    if later is False:
        return Answer.LOOK, f"{opening} No rule that is known here forbids it. Bidders may have counted on the time."
    return Answer.NO, f"{opening} The changes look small, so no rule that is known here asks for more time."


def _unchanged(old: Report, new: Report, later: bool | None) -> tuple[Answer, str]:
    if later is False:
        return Answer.LOOK, "The deadline was brought forward, and nothing else that was read changed."
    if not (old.complete and new.complete):
        return Answer.CANNOT_TELL, "Nothing changed in what was read, but not everything could be read."
    return Answer.NO, "Nothing changed in what was read, so nothing asks for another deadline."


def _later(was: Any, now: Any) -> bool | None:
    """Say whether the deadline moved to later; None where it stayed."""
    days = days_moved(was, now)
    if days:
        return days > 0
    both_told = "T" in str(was) and "T" in str(now)
    return str(now) > str(was) if both_told and was != now else None


def _too_short(new: Report) -> str:
    """Return why the law's least time to bid is not kept by the new pack; nothing where it is, or nobody can tell."""
    for row in new.checks:
        if row.id == PERIOD_CHECK and row.outcome is Outcome.FAILED and row.severity is Severity.ERROR:
            return row.reason
    return ""
