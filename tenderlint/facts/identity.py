"""Who buys, and what the tender is called."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenderlint.facts import buyer_words as words
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.near import sentence_around
from tenderlint.facts.organisations import (
    KIND_WORDS,
    authority_type,
    in_title_case,
    is_body,
    is_organisation,
    may_be_organisation,
    shorter,
)
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.titles import read_titles
from tenderlint.model import BlockKind, Role

_EARLY = 14
_INTRODUCTION = 70
_LED_BY = ("Between ", "BETWEEN ", "Issued by ", "Commissioned by ")


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    passage: Passage
    start: int
    end: int
    worth: float
    told: bool = False  # the words about it say that it is a body


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the buyer's name, its kind of authority ("central", "sub-central", "utility") and the title."""
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
    found = [each for each in _candidates(passages) if each.told or is_organisation(each.name)]
    found += [
        _Found(name, each.passage, each.start, each.start + len(name), each.worth / 2)
        for each in found
        for name in shorter(each.name)
    ]
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
    plainest = max(each.worth for key, group in groups.items() if best in key for each in group)
    if scores[best] < 1.5 or plainest < 1:  # a name that stands often but never as the buyer's is another body's
        return ()
    statements = sorted(groups[best], key=lambda each: (-each.worth, each.passage.index))
    kept: list[Candidate[str]] = []
    for each in statements[:4]:
        sure = Sure.HIGH if scores[best] > 5 else Sure.MEDIUM
        fact = Fact(
            "buyer_name",
            statements[0].name,
            sentence_around(each.passage.text, each.start, each.end),
            each.passage.place,
            sure,
        )
        kept.append(Candidate(fact, 2 if each.worth > 3 else 1, each.passage.role))
    return choose(kept)


def _candidates(passages: Passages) -> Iterator[_Found]:
    starts = tuple(_starts(passages))
    with_kinds = {passage.index for word in KIND_WORDS for passage in passages.whole(word)}
    for passage, early in _where_buyers_stand(passages, starts):
        if passage.index not in with_kinds:
            continue
        factor = words.WEIGHT_ROLE.get(passage.role, 1.0) * (1.0 if early else 0.5)
        for match in words.RUNS.finditer(passage.text):
            run = in_title_case(match[0])
            worth = _worth(passage.text, match) if may_be_organisation(run) else 0.0
            name = _trim(run) if worth else ""
            if worth and is_organisation(name):
                yield _Found(name, passage, match.start(), match.end(), worth * factor)
    for start, _ in starts:
        yield from _alone(passages, start)
    yield from _described(passages, [start for start, _ in starts])
    for passage in passages.having(
        "authority", "buyer", "client", "customer", "issued by", "employer", "behalf of", "council", "work is for"
    ):
        if len(passage.text) < 160:
            yield from _keyed(passages, passage)
            yield from _signed(passage)


def _where_buyers_stand(
    passages: Passages, starts: Sequence[tuple[int, Any]]
) -> Iterator[tuple[Passage, bool]]:
    """Yield the first passages of each document, then those further on that speak of a buyer; say which are early."""
    seen: set[int] = set()
    for start, document in starts:
        for passage in passages.all[start : start + _INTRODUCTION]:
            if passage.document is document and len(passage.text) < 2500:
                seen.add(passage.index)
                yield passage, True
    for passage in passages.having("(the ", "behalf of", "us (", "we (", "means the "):
        if passage.index not in seen and len(passage.text) < 2500:
            yield passage, False


def _worth(text: str, match: re.Match[str]) -> float:
    """Weigh a name by the words on both sides: whether it is defined as the buyer, or does what buyers do."""
    before, after = text[max(0, match.start() - 45) : match.start()], text[match.end() : match.end() + 110]
    if words.BACKED.search(before):
        return 0.0
    if words.DEFINED.match(after) or words.WE.search(before) or words.MEANS.search(before):
        return 4.0
    if words.INVITES.search(before) or match[0].startswith(_LED_BY):
        return 3.0
    if words.DOES.match(after):
        return 2.0
    return 1.0 if words.SHORTENED.match(after) or words.TO.search(before) else 0.0


def _starts(passages: Passages) -> Iterator[tuple[int, Any]]:
    last = None
    for passage in passages.all:
        if passage.document is not last:
            last = passage.document
            yield passage.index, last


def _alone(passages: Passages, start: int) -> Iterator[_Found]:
    """Read names that stand alone at the head of a document."""
    for passage in passages.all[start : start + _EARLY]:
        if len(passage.text) > 120 or passage.document is not passages.all[start].document:
            continue
        for text in _parts(passage):
            match = words.ALONE.match(text)
            name = in_title_case(match[0]) if match else ""
            if match and is_organisation(name) and is_body(name):
                at = max(0, passage.text.find(match[0]))
                yield _Found(_trim(name), passage, at, at + len(match[0]), 2.5)


def _parts(passage: Passage) -> list[str]:
    """The names in a line: a second one after a stroke says the first in another language."""
    text = passage.text.strip()
    return text.split(" / ") if " / " in text else [text]


def _described(passages: Passages, starts: Sequence[int]) -> Iterator[_Found]:
    """Read names whose sentence says what body they are: "Red Kite is an arts charity that ...".

    Where the sentence is "We are an arts charity", the name is what the cover begins with.
    """
    for passage in passages.having(*words.BODIES):
        start = starts[bisect_right(starts, passage.index) - 1]
        if passage.index - start >= _INTRODUCTION:
            continue
        match = words.DESCRIBED.match(passage.text)
        if match and not words.NOT_NAMES.match(match["name"]):
            name = _trim(match["name"])
            yield _Found(name, passage, match.start("name"), match.end("name"), 3.0, told=True)
        cover = passages.all[start]
        is_name = 1 < len(cover.text.split()) < 6 and words.A_NAME.fullmatch(cover.text.strip())
        if is_name and words.WE_ARE.search(passage.text):
            yield _Found(_trim(cover.text), cover, 0, len(cover.text), 2.5, told=True)


def _keyed(passages: Passages, passage: Passage) -> Iterator[_Found]:
    text = " ".join(passage.text.split())
    label = words.LABEL.match(text) if len(text) < 160 else None
    if label is None:
        return
    if label["after"]:
        match = words.A_NAME.match(label["after"])
        if match:
            start, told = label.start("after"), words.OF_BODY.match(text) is not None
            yield _Found(_trim(match[0]), passage, start, start + match.end(), 4.0, told)
        return
    following = passages.all[passage.index + 1] if passage.index + 1 < len(passages.all) else None
    if (
        following is not None
        and following.document is passage.document
        and (passage.row is None or following.row is passage.row)
    ):
        match = words.A_NAME.match(following.text)
        if match and passage.block.kind is not BlockKind.HEADING:
            told = words.OF_BODY.match(text) is not None
            worth = 4.0 if passage.row else 3.0
            yield _Found(_trim(match[0]), following, match.start(), match.end(), worth, told)


def _signed(passage: Passage) -> Iterator[_Found]:
    """Read the body in a line that signs a letter: "A. Writer | Parks Officer | Oakham Borough Council"."""
    at = 0
    for part in passage.text.split(" | ") if " | " in passage.text and passage.row is None else ():
        name = part.strip()
        if words.A_NAME.fullmatch(name) and is_organisation(name) and is_body(name):
            yield _Found(_trim(name), passage, at, at + len(part), 2.5)
        at += len(part) + 3


def _trim(name: str) -> str:
    """Leave out the words before a name that only begin its sentence, and what hangs on behind."""
    name = words.LAST_OF_LIST.sub("", name)
    own = words.OWN_COMPANY.search(name)
    name = own[1] if own else name
    name = words.STOP.split(words.ARTICLE_INSIDE.split(name.strip())[-1])[-1]
    name = words.SENTENCE.sub("", name).strip("'’\"“”").removeprefix("The ").removeprefix("the ")
    part = words.PART_OF_BODY.match(name) or words.ADDRESSED.match(name)
    name = part[1] if part and is_body(part[1]) else name
    name = words.AS_BUYER.sub("", name)
    name = words.ACRONYM.sub("", name.removesuffix("'s").removesuffix("’s"))
    return name if name.endswith(("Ltd.", "Co.")) else words.LOOSE_END.sub("", name)


def _plain(name: str) -> str:
    plain = re.sub(r"^(?:the) ", "", name.lower())
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()
