"""Finds names of other authorities where only the buyer's can stand, as an older pack's text leaves them behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlint.facts.buyer_words import DEFINED, MEANS
from tenderlint.facts.organisations import is_body, is_organisation
from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern

_KINDS = ("council", "nhs", "university", "college", "authority", "constabulary", "association", "trust", "academy")
_SMALL = r"(?:and|of|upon|on|in|under|the)"
_NAME = late_pattern(
    r"\bUniversity of (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    rf"|\b(?!The University of)(?:[A-Z][\w'’-]{{1,60}},? (?:{_SMALL} ){{0,2}}){{1,6}}"
    r"(?:Council|NHS (?:Foundation )?Trust|University|College|Authority|Constabulary|Association|Trust|Academy)\b"
)
_HANDED = late_pattern(
    r"\b(?:[Rr]eturn(?:ed)?|[Ss]ubmit(?:ted)?|[Aa]ddress(?:ed)?|[Ss]ent|[Ss]end|[Dd]eliver(?:ed)?)\b[^.;]{0,50}?"
    r" to (?:the )?$"
)
_ACTS = late_pattern(
    r" (?:reserves? the right|do(?:es)? not bind|(?:is|are) not bound|invites?\b|(?:is|are) inviting"
    r"|wish(?:es)? to (?:appoint|award|procure)|intends? to (?:appoint|award|procure)"
    r"|will (?:evaluate|award|not be (?:liable|bound))|accepts? no"
    r"|shall (?:pay|evaluate|be entitled|not be (?:liable|bound)))"
)
_BOUND = late_pattern(
    r"\b(?:[Oo]blig(?:es?|ing)|[Bb]ind(?:s|ing)?|[Cc]ommit(?:s|ting)?|(?:[Ii]ncurred|[Aa]ccepted|[Mm]ade|[Ii]ssued"
    r"|[Ll]et)"
    r" by|[Bb]ehalf of|[Dd]iscretion of|[Pp]roperty of|[Oo]fficers? of|[Ee]mployees? of)(?: the)? $"
)
"""What a pack says of its buyer alone: whom it binds, whose officers bidders must not approach."""
_WHO_BUYS = late_pattern(
    r",? (?:to (?:award|accept|appoint|enter|contract|proceed|place)\b|(?:in connection with|in respect of|for)"
    r" (?:this|the)"
    r" (?:tender|procurement|contract|invitation|competition|quotation)|(?:does|do) not (?:accept|undertake))"
)
_BETWEEN = late_pattern(
    r"\b(?:[Cc]ontract|[Aa]greement) (?:is |shall be |will be )?(?:made "
    r"|entered into )?[Bb]etween (?:\(?1\)? )?(?:the )?$"
)
_OTHER_PARTY = late_pattern(
    r"[^.;]{0,30}\band (?:\(?2\)? )?(?:the |each )?(?:[Pp]rovider|[Cc]ontractor|[Ss]upplier|[Cc]onsultant"
    r"|successful|winning"
    r"|appointed)\b"
)
"""The two parties of the contract, of which the first is the buyer."""
_RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)
_MOST = 20


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A name of a body with where it stands in a passage."""

    passage: Passage
    name: str
    start: int
    end: int


def other_buyers(passages: Passages, buyer: str) -> list[NamedBody]:
    """Return where another authority is defined as the buyer, tendered to, acts as a buyer or heads the pages.

    `buyer` is the name of the pack's own. A name that anywhere stands in one passage with it is that of a partner, a
    part or a neighbour, and one in a document that never names the buyer is that document's own: neither counts.
    """
    own, signs = _plain(buyer), _signs(buyer)
    beside: list[str] = []
    at_home: set[str] = set()
    found: list[NamedBody] = []
    for passage in passages.having(*_KINDS, *(sign.lower() for sign in signs)):
        if any(sign in passage.text for sign in signs):
            at_home.add(passage.document.path)
            beside.append(_plain(passage.text))
            continue
        found.extend(each for each in _named(passage) if not _is_same(own, _plain(each.name)))
    partners = " | ".join(beside)
    return [
        each for each in found if each.passage.document.path in at_home and _plain(each.name) not in partners
    ][:_MOST]


def _named(passage: Passage) -> Iterator[NamedBody]:
    text = passage.text
    for match in _NAME.finditer(text):
        name = re.sub(r"^(?:The|Between|By|To|Dear) ", "", match[0])
        if " " not in name or not (is_organisation(name) and is_body(name)):
            continue
        before, after = text[max(0, match.start() - 90) : match.start()], text[match.end() : match.end() + 110]
        running = passage.block.kind in _RUNNING
        party = _BETWEEN.search(before) and _OTHER_PARTY.match(after)
        named = DEFINED.match(after) or _ACTS.match(after) or MEANS.search(before) or _HANDED.search(before)
        named = named or (_BOUND.search(before) and _WHO_BUYS.match(after))
        if running or party or named:
            start = match.end() - len(name)
            yield NamedBody(passage, name, start, match.end())


def _signs(buyer: str) -> tuple[str, ...]:
    """The name as it may stand: whole, without its article, and without the kind of body at its end."""
    name = buyer.removeprefix("The ").removeprefix("the ")
    first = name.split()[0]
    long = len(first) > 4 and not is_body(first) and first.lower() not in _COMMON
    return (name, name.upper(), *([first, first.upper()] if long else ()))


_COMMON = frozenset((
    "royal", "london", "north", "south", "northern", "southern", "eastern", "western", "central", "greater",
    "university", "borough", "county", "district", "national", "metropolitan", "police", "community", "saint",
))  # fmt: skip


def _is_same(own: str, other: str) -> bool:
    """Say whether two names may be of one body: one within the other, or one an opening of the other's words."""
    return own in other or other in own


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
