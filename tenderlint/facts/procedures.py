"""By which procedure a contract is procured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenderlint.facts.base import Fact
from tenderlint.facts.choose import STATED, TABLED, Candidate, choose
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern


@dataclass(frozen=True, slots=True)
class _Procedure:
    """A procedure by its name in a report, the pattern that it is known by, and the words that lead to it."""

    name: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]


def _named(name: str, pattern: str, *words: str) -> _Procedure:
    return _Procedure(name, late_pattern(rf"(?<![\w-])(?:{pattern})", re.IGNORECASE), words)


_PROCEDURES = (
    _named("competitive-flexible", r"competitive flexible\b", "competitive flexible"),
    _named("competitive-with-negotiation", r"competitive (?:procedure )?with negotiation", "with negotiation"),
    _named("restricted", r"restricted (?:procedure|tender(?:ing)? (?:procedure|process)|process)", "restricted"),
    _named(
        "open",
        r"open[’'”\"]? (?:tender(?:ing)? )?(?:procedure|process|exercise)\b|open competition\b|open tender\b",
        "open procedure", "open process", "open tender", "open competition", "open exercise", "open’ ", "open' ",
        "open” ", 'open" ',
    ),
    _named(
        "further-competition",
        r"further competition|mini[- ]?(?:tender|competition)",
        "further competition", "mini",
    ),
    _named(
        "framework-call-off",
        r"call(?:ed|ing)?[- ]?off (?:from|under|against|procedure|process)"
        r"|direct award (?:under|from|via) (?:the |a )?framework",
        "off from", "off under", "off against", "off pro", "direct award",
    ),
    _named(
        "rfq",
        r"request for quot(?:ation|e)s?|invitation to quote|invitations? for quotations?|\bRFQ\b|\bITQ\b"
        r"|quick quotes?|quotation (?:process|procedure|exercise)|three quotes?|written quotations?",
        "request for quot", "invitation to quote", "for quotation", "rfq", "itq", "quotation p", "quotation"
        " exercise", "quick quote",
        "three quote", "written quot",
    ),
    _named(
        "light-touch",
        r"light[- ]touch (?:regime|rules|contract|procedure|process|services?)|\bLTR\b",
        "light touch", "light-touch", "ltr",
    ),
    _named("below-threshold", r"(?:below|under|sub)[- ](?:the )?(?:relevant )?(?:\w+ )?threshold\b", "threshold"),
    _named(
        "framework",
        r"framework (?:tender|procedure|procurement)|procurement of a framework",
        "framework tender", "framework proc", "of a framework",
    ),
)  # fmt: skip
_PLAIN = {
    "open": late_pattern(r"\bopen\b", re.IGNORECASE),
    "restricted": late_pattern(r"\brestricted\b", re.IGNORECASE),
}
_CONDUCTED = late_pattern(
    r"\b(?:procur\w+|tender\w*|competition|conduct\w*|procedure|process|us(?:e|es|ing)|under|follow\w*|invit\w+"
    r"|in accordance|exercise|we are|this is|opportunity|run(?:ning)?|carr(?:y|ied)|by way of|advertis\w+|bid"
    r"|quotation|request|used|adopt\w*|chosen?|opted for|decided on|selected|purchas\w+|buy(?:ing)?|appl(?:y|ies))\b",
    re.IGNORECASE,
)
_SPEAKS_FOR_ITSELF = (
    "framework-call-off",
    "further-competition",
    "competitive-flexible",
    "competitive-with-negotiation",
)
_OTHER_PROCEDURE = late_pattern(
    r"\b(?:may|might|could|reserves? the right|would|future|if (?:the|a|an|no)|where|in the event|typically"
    r"|generally|usually|normally|options? (?:of|for|to)|(?:top|highest)[- ](?:\w+ ){0,3}?ranked|possible"
    r"|financial regulations|standing orders|policy|previously|options? (?:include"
    r"|are)|e\.g|for example|such as)\b",
    re.IGNORECASE,
)
_NOT_TAKEN = late_pattern(
    r" (?:was|is|has|will|did|does)(?: been| be)? ?n[o']t (?:be |been )?(?:chosen|used|selected|adopted|appl|follow)",
    re.IGNORECASE,
)
_NAMED_IN = (
    "procedure",
    "tender type",
    "procurement route",
    "route to market",
    "type of procurement",
    "procurement method",
    "process",
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the procedures that the pack says are followed."""
    passages = reading.passages
    return {
        "procedure": choose(_procedures(passages)),
    }


def _procedures(passages: Passages) -> list[Candidate[str]]:
    """Collect the procedures named, at most one a statement: the more particular name goes first."""
    found: dict[tuple[int, str], Candidate[str]] = {}
    rows = list(_beside_labels(passages))
    for each in _PROCEDURES:
        for statement in statements((*passages.having(*each.words), *(rows if each.name in _PLAIN else ()))):
            key = (statement.passage.index, statement.text)
            if key in found or len(statement.text) > 700:
                continue
            candidate = _procedure(statement, each.name, each.pattern)
            if candidate is not None:
                found[key] = candidate
    return [found[key] for key in sorted(found, key=lambda key: key[0])]


def _beside_labels(passages: Passages) -> Iterator[Passage]:
    """Yield what stands beside or below a label such as "Procedure"."""
    for passage in passages.having("procedure", "procurement route", "tender type", "route to market"):
        if passage.row is not None:
            yield passage
        elif passage.text.strip(" :").lower() in _NAMED_IN and passage.index + 1 < len(passages.all):
            yield passages.all[passage.index + 1]


def _procedure(statement: Statement, name: str, pattern: re.Pattern[str]) -> Candidate[str] | None:
    text, keyed = statement.text, _keyed(statement)
    match = pattern.search(text) or (_PLAIN[name].search(text) if keyed and name in _PLAIN else None)
    if match is None or statement.is_definition or refused(text, match.start(), match.end()):
        return None
    if _NOT_TAKEN.match(text, match.end()):
        return None
    if not keyed and not _is_conducted(statement, name, match):
        return None
    strength = TABLED if keyed else STATED
    return Candidate(statement.fact("procedure", name, match.start(), match.end()), strength, statement.passage.role)


def _keyed(statement: Statement) -> bool:
    label = (
        statement.passage.row.label
        if statement.passage.row
        else statement.text.partition(":")[0]
        if ":" in statement.text[:50]
        else statement.passage.before
        if len(statement.text) < 60 and len(statement.passage.before) < 30
        else ""
    ).lower()
    return any(word in label for word in _NAMED_IN)


def _is_conducted(statement: Statement, name: str, match: re.Match[str]) -> bool:
    """Say whether the words tell how this procurement is run, and not how others are or might be."""
    text, passage = statement.text, statement.passage
    if passage.role is Role.TERMS:
        return False
    if name == "rfq":
        title = passage.block.kind is BlockKind.HEADING or passage.index < 12
        return (title and len(text) < 120) or re.search(
            r"\bthis (?:request for quot|invitation to quote|rfq|itq)", text, re.IGNORECASE
        ) is not None
    if _OTHER_PROCEDURE.search(text[max(0, match.start() - 120) : match.end() + 2]) or (
        name not in _SPEAKS_FOR_ITSELF and not _CONDUCTED.search(text[: match.start()] + text[match.end() :])
    ):
        return False
    if name == "below-threshold":
        return (
            re.search(
                r"\b(?:this|the) (?:procurement|contract|tender|requirement|opportunity|value|estimated)\b"
                r"|\bis (?:a )?below\b",
                text,
                re.IGNORECASE,
            )
            is not None
        )
    if name == "light-touch":
        return re.search(r"\b(?:this|the|these|under|procurement|services)\b", text, re.IGNORECASE) is not None
    return True
