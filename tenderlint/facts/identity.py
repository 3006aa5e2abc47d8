"""Who buys, and what the tender is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.organisations import NAME, authority_type, is_organisation, shorter
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import clip
from tenderlint.facts.titles import read_titles
from tenderlint.model import BlockKind, Role

_ROLE_WORD = (
    r"(?:contracting )?(?:Council|Authority|Buyer|Trust|Client|Customer|Employer|Purchaser|Commissioners?"
    r"|Association|University|College|School|Company|Department|Agency|Board|Charity|Foundation|Commissioner"
    r"|Organisation"
    r"|Group|Partnership|Academy)"
)
_DEFINED = re.compile(
    rf"(?P<name>{NAME}) ?(?:,? ?\(|, )(?:hereinafter |hereafter |herein |also |collectively "
    rf"|individually )?(?:(?:referred to|known) as |called |being )?[\"“‘'’]?(?:the "
    rf"|The )?[\"“‘'’]?{_ROLE_WORD}[\"”’']?[)\s,]"
)
_SHORTENED = re.compile(rf"(?P<name>{NAME}) \((?:the )?[\"“‘'’]?(?P<short>[A-Z][A-Za-z]{{1,6}}|[A-Z]{{2,7}})[\"”’']?\)")
_WE = re.compile(rf"\b(?:us|we|We|our|Our) ?[(,–-] ?(?P<name>(?:the |The )?{NAME})")
_DOES = re.compile(
    rf"(?P<name>{NAME}),? (?:\([^)]{{1,60}}\),? )?(?:(?:is|are) (?:a |an |the |now |currently |pleased to "
    rf"|hereby |committed |responsible |issuing|inviting|seeking|looking|tendering|procuring|undertaking|running"
    rf"|planning|intending|commissioning|requesting|proposing|conducting"
    r"|going out)|invites?\b|seeks?\b|wishes\b|intends\b|requires\b|would like\b|wants\b|requests?\b"
    r"|has (?:decided|a requirement|issued|published|identified)|needs\b|plans\b|proposes\b|reserves\b"
    r"|will (?:award|evaluate|enter|appoint))"
)
_TO = re.compile(
    rf"\b(?:(?:on )?behalf of|issued by|commissioned by|published by|prepared by|produced by|supply to"
    rf"|services? (?:to|for|at)|contract with|appointed by|submitted to|offer to|between|to provide (?:to )?"
    rf"|by) (?P<name>{NAME})"
)
_LABEL = re.compile(
    r"^(?:\W|\d|\.)*(?:(?:name of )?(?:the )?(?:contracting )?(?:authority|buyer|client|customer|employer"
    r"|purchaser|commissioner|contracting body|council|purchasing (?:body|organisation|authority))(?:'s"
    r"|’s)?(?: (?:name|organisation))?|issued by|on behalf of|to|organisation (?:name )?(?:buying|procuring))"
    r"\s*(?:\((?:the )?[“\"']?\w+[”\"']?\))?\s*[:|–-]?\s*$|^(?:contracting authority|issued by|client|buyer"
    r"|customer)\s*[:–-]\s*(?P<after>\S.*)$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(rf"\b(?P<name>{NAME}),? (?:\d|[A-Z][\w ]+(?:Street|Road|Lane|House|Square|Hall|Way)\b)")
_PATTERNS = ((_DEFINED, 4.0), (_WE, 4.0), (_DOES, 2.0), (_SHORTENED, 1.0), (_TO, 1.0))
_WEIGHT_ROLE = {Role.TERMS: 0.5, Role.FORM: 0.7, Role.PRICING: 0.7}
_SENTENCE = re.compile(
    r"^(?:(?:In|On|At|For|By|To|From|As|If|When|While|This|That|Although|Since|Dear|Clerk,?|Welcome|Based|Under|Background|Introduction|Overview|Only|All|Any|Each|Please|Where|With|Note|Both|Upon|Within|Once|Our|Your|We)\b"
    r"(?: (?:to|upon|on|in|of|by|the))*[ ,]+)+"
)
_EARLY = 14


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    passage: Passage
    start: int
    end: int
    worth: float


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the buyer's name, the kind of authority that its name tells ("central", "sub-central", "utility"), and the title."""
    buyers = _buyers(reading.passages)
    kinds = [
        Candidate(Fact("authority_type", kind, fact.quote, fact.place, Sure.MEDIUM), role=Role.OTHER)
        for fact in buyers
        if fact.chosen and (kind := authority_type(fact.value))
    ]
    return {
        "buyer_name": buyers,
        "authority_type": choose(kinds),
        "title": read_titles(reading.passages, next((fact.value for fact in buyers if fact.chosen), "")),
    }


def _buyers(passages: Passages) -> Sequence[Fact[str]]:
    found = [each for each in _candidates(passages) if is_organisation(each.name)]
    found += [_Found(name, each.passage, each.start, each.start + len(name), each.worth / 2) for each in found for name in shorter(each.name)]
    groups: dict[str, list[_Found]] = defaultdict(list)
    for each in found:
        groups[_plain(each.name)].append(each)
    if not groups:
        return ()
    text = "\n".join(passage.text for passage in passages.all)
    scores = {
        key: sum(sorted((each.worth for each in group), reverse=True)[:6]) + 0.25 * min(12, text.count(group[0].name))
        for key, group in groups.items()
    }
    for key in scores:
        scores[key] += sum(
            0.4 * scores[other] for other in scores if other != key and key in other
        )  # a longer form speaks for the shorter
    best = max(scores, key=lambda key: scores[key])
    if scores[best] < 1.5:
        return ()
    statements = sorted(groups[best], key=lambda each: (-each.worth, each.passage.index))
    kept: list[Candidate[str]] = []
    for each in statements[:4]:
        sure = Sure.HIGH if scores[best] > 5 else Sure.MEDIUM
        fact = Fact(
            "buyer_name",
            statements[0].name,
            clip(each.passage.text, each.start, each.end, 200),
            each.passage.place,
            sure,
        )
        kept.append(Candidate(fact, 2 if each.worth > 3 else 1, each.passage.role))
    return choose(kept)


def _candidates(passages: Passages) -> Iterator[_Found]:
    start_of = {document.path: index for index, document in _starts(passages)}
    for passage in passages.having("the council", "authority", "invit", "buyer", "client", "behalf of", "is seeking", "wishes", "intends", "requires", "customer", "employer", "issued by", "trust", "foundation", "university",
                                   "agency", "department", "ministry", "commission", "limited", " is a ", "college", "school", "(the "):  # fmt: skip
        if len(passage.text) > 2500:
            continue
        factor = _WEIGHT_ROLE.get(passage.role, 1.0)
        if passage.index - start_of[passage.document.path] > 60:
            factor *= 0.5
        for pattern, worth in _PATTERNS:
            for match in pattern.finditer(passage.text):
                yield _Found(_trim(match["name"]), passage, match.start("name"), match.end("name"), worth * factor)
    for start in start_of.values():
        yield from _early(passages, start)
    for passage in passages.having(
        "authority",
        "buyer",
        "client",
        "customer",
        "issued by",
        "employer",
        "purchaser",
        "behalf of",
        "commissioner",
        "council",
    ):
        yield from _keyed(passages, passage)


def _starts(passages: Passages) -> Iterator[tuple[int, Any]]:
    last = None
    for passage in passages.all:
        if passage.document is not last:
            last = passage.document
            yield passage.index, last


def _early(passages: Passages, start: int) -> Iterator[_Found]:
    """Read names that stand alone at the head of a document."""
    for passage in passages.all[start : start + _EARLY]:
        text = passage.text.strip()
        if len(text) > 120 or passage.document is not passages.all[start].document:
            continue
        match = re.fullmatch(NAME, text) or re.match(rf"(?:{NAME})(?=$|[,|–-] )", text)
        if match and is_organisation(match[0]):
            yield _Found(_trim(match[0]), passage, match.start(), match.end(), 2.5)


def _keyed(passages: Passages, passage: Passage) -> Iterator[_Found]:
    text = " ".join(passage.text.split())
    label = _LABEL.match(text) if len(text) < 160 else None
    if label is None:
        return
    if label["after"]:
        match = re.match(NAME, label["after"])
        if match:
            yield _Found(_trim(match[0]), passage, label.start("after"), label.start("after") + match.end(), 4.0)
        return
    following = passages.all[passage.index + 1] if passage.index + 1 < len(passages.all) else None
    if (
        following is not None
        and following.document is passage.document
        and (passage.row is None or following.row is passage.row)
    ):
        match = re.match(NAME, following.text)
        if match and passage.block.kind is not BlockKind.HEADING:
            yield _Found(_trim(match[0]), following, match.start(), match.end(), 4.0 if passage.row else 3.0)


def _trim(name: str) -> str:
    """Leave out the words before a name that only begin its sentence, and what hangs on behind."""
    name = re.split(r"(?<=[a-z]) (?=The [A-Z])", name.strip())[-1]
    name = _SENTENCE.sub("", name)
    name = re.split(r"(?<=[A-Za-z]{3})\. (?=[A-Z])", name)[-1].strip("'’\"“”")
    name = re.sub(r"(?:'s|’s)$", "", re.sub(r"^[Tt]he ", "", name))
    return re.sub(r"[\s,.&]+(?:and|of|for|the|in|on|by)?$", "", name) if not name.endswith(("Ltd.", "Co.")) else name


def _plain(name: str) -> str:
    plain = re.sub(r"^(?:the) ", "", name.lower())
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()
