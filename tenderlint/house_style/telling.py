"""Turns what a house's rule finds into findings: one for each thing said, with its count and first places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Passage,
    Result,
    cannot_tell,
    clip,
    counted,
    first_places,
    judge,
    listed,
)
from tenderlint.facts.statements import sentences
from tenderlint.house_style.patterns import Clock, TooSlowError
from tenderlint.house_style.vale import Rule
from tenderlint.model import BlockKind

_MOST = 20
_MOST_WORDS = 3
_MOST_QUOTE = 300
_ASIDE = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS})
_OF_KIND = {"paragraph": BlockKind.PARAGRAPH, "heading": BlockKind.HEADING, "list": BlockKind.LIST_ITEM}


@dataclass(slots=True)
class _Said:
    """One thing that a rule has to say, and where it says it."""

    message: str
    quote: str
    words: str
    passages: list[Passage] = field(default_factory=list)


def of_phrases(context: Context) -> Result:
    """Answer for a card of words only: its `faults`, each word told once, but where the passage has `unless` too."""
    has_excuse = "unless" in context.card.phrases
    excuses = frozenset(match.passage.index for match in context.find("unless")) if has_excuse else frozenset()
    found = [
        match for match in context.find("faults")
        if match.passage.index not in excuses and match.passage.block.kind not in _ASIDE
    ]  # fmt: skip
    said: dict[str, _Said] = {}
    message = _filled(context.card.message, found)
    for match in found:
        _add(said, message, match.passage, (match.start, match.end), words=match.words)
    return judge(_findings(said), passed="none of the words was found")


def of_rule(rule: Rule, context: Context) -> Result:
    """Answer for a rule written for Vale."""
    clock = Clock()
    said: dict[str, _Said] = {}
    try:
        for passage, text in _units(context, rule):
            if rule.kind == "occurrence":
                _count(rule, passage, text, clock, said)
            else:
                _look(rule, passage, text, clock, said)
    except TooSlowError:
        return cannot_tell(f"the pattern of {rule.full_name} takes too long; make it simpler")
    return judge(_findings(said), passed=f"{rule.full_name} found nothing")


def _filled(message: str, found: Iterable[Match]) -> str:
    """Put the words that were found into the message, each once."""
    words = list(dict.fromkeys(match.words.lower() for match in found))[:_MOST_WORDS]
    return message.replace("“{words}”", listed(words) if words else "").replace("{words}", ", ".join(words))


def _units(context: Context, rule: Rule) -> Iterator[tuple[Passage, str]]:
    """Yield the stretches of text that a rule looks at, by its scopes."""
    for passage in context.passages.all:
        if passage.block.kind in _ASIDE:
            continue
        for scope, level in rule.scopes:
            if scope == "sentence" and passage.block.kind is not BlockKind.HEADING:
                yield from ((passage, sentence) for sentence in sentences(passage.text))
            elif _is_of(passage, scope, level):
                yield passage, passage.text


def _is_of(passage: Passage, scope: str, level: int) -> bool:
    if scope in ("text", "table"):
        return scope == "text" or passage.row is not None
    block = passage.block
    return block.kind is _OF_KIND.get(scope) and passage.row is None and level in (0, block.level)


def _look(rule: Rule, passage: Passage, text: str, clock: Clock, said: dict[str, _Said]) -> None:
    for match in rule.pattern.search(text, clock):
        found = text[match.start() : match.end()].strip()
        if not found or (rule.exceptions is not None and any(rule.exceptions.search(found, clock))):
            continue
        if rule.better is None:
            words: tuple[str, ...] = (found,)
        else:
            choices = rule.better.get(match.lastindex or 0, "").split("|")
            if found in choices:
                continue
            words = " or ".join(choices), found
        _add(said, _message(rule.message, words), passage, (match.start(), match.end()), text, found)


def _count(rule: Rule, passage: Passage, text: str, clock: Clock, said: dict[str, _Said]) -> None:
    number = sum(1 for _ in rule.pattern.search(text, clock))
    if (rule.most and number > rule.most) or (rule.least and number < rule.least):
        _add(said, _message(rule.message, (str(number),)), passage, (0, len(text)), text)


def _message(message: str, words: Iterable[str]) -> str:
    """Put words into a message as Vale does, where %s stands; words too many are left out."""
    for word in words:
        message = message.replace("%s", word, 1)
    return " ".join(message.replace("%%", "%").split())


def _add(
    said: dict[str, _Said], message: str, passage: Passage, span: tuple[int, int], text: str = "", words: str = ""
) -> None:
    key = message.casefold()
    if key not in said:
        said[key] = _Said(message, clip(text or passage.text, *span, _MOST_QUOTE), words)
    said[key].passages.append(passage)


def _findings(said: dict[str, _Said]) -> Iterator[Finding]:
    """Yield a finding for each thing said, the most frequent first."""
    for each in sorted(said.values(), key=lambda each: -len(each.passages))[:_MOST]:
        where = first_places([passage.place for passage in each.passages])
        times = "Once" if len(each.passages) == 1 else counted(len(each.passages), "time")
        end = "" if each.message.endswith((".", "?", "!", "”", "'")) else "."
        told = f"{each.message}{end} {times}{where}."
        yield Finding.at(each.passages[0], quote=each.quote, message=told, words=each.words)
