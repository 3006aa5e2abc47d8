"""What a tender is called: from its title row, its cover, or its first headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.organisations import is_organisation
from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind, Role

_KIND = (
    r"(?:invitations? to (?:tender|quote|bid|negotiate|participate|submit \w+)|requests? for (?:quotations?"
    r"|quotes?|proposals?|tenders?|bids?)|tender(?: documents?| pack| specification| brief)?|ITT|ITQ|RFQ|RFP|PQQ"
    r"|further competition|mini-?competition|quotation(?: request)?|specification|expressions? of interest"
    r"|call for (?:tenders|proposals)|contract|procurement|instructions? (?:to|for) \w+"
    r"|(?:pre-?)?selection questionnaire|project brief|service specification)"
)
_LABEL = re.compile(
    r"^(?:\W|\d|\.)*(?:(?:contract|project|tender|procurement|opportunity|scheme|requirement|framework|service"
    r"|rfq|itt|quotation)(?:'s|’s)? (?:title|name|reference and title)|title(?: of (?:the )?(?:contract|tender"
    r"|project|requirement|procurement|services?|opportunity))?"
    r"|name of (?:the )?(?:contract|project|tender|service|scheme)"
    r"|subject(?: of (?:the )?contract)?)\s*(?P<sep>[:|–-]\s*(?P<after>\S.{3,180}))?$",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"^(?:\W|\d|\.)*(?:the |this |an? )?(?:[\w() /-]{{0,60}}\b)?{_KIND}(?: \([A-Z]{{2,4}}\))?(?: documents?"
    rf"| pack)?\s*(?:for|[:–—|-])\s*(?:the |a |an )?(?P<name>\S.{{5,180}})$",
    re.IGNORECASE,
)
_KIND_LINE = re.compile(
    rf"^(?:\W|\d|\.)*(?:(?:the|this|an?|public|open|formal|official|draft|final|full|restricted|below threshold|services?|works?|goods"
    rf"|volume|part|document|stage|section|appendix|schedule|attachment|\d+|[a-z])\W+){{0,4}}{_KIND}(?: \([^)]{{1,8}}\))?"
    rf"(?: documents?| pack)?\W*(?:for|for the|to provide|for the provision of)?\W*$",
    re.IGNORECASE,
)
_KIND_LAST = re.compile(rf"^(?P<name>[A-Z0-9].{{4,120}}?)[\s–—:-]+{_KIND}\W*$", re.IGNORECASE)
_PROVISION = re.compile(
    r"^(?:the )?(?:provision|supply|delivery|procurement|appointment|construction|refurbishment|installation"
    r"|design|maintenance|management|replacement|purchase|development|evaluation|hire|operation)\b.{5,150}$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:tenders?|quotations?|proposals?|bids?|quotes?|offers?|invites?(?: \w+){0,4}) (?:are invited "
    r"|is invited |from \w+(?: \w+){0,4} )?(?:for|to provide) (?:the )?(?P<name>(?:provision|supply"
    r"|delivery) of [^.,;\n]{5,120})",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"\binvited? (?:\w+ )?to (?:submit (?:a |an )?)?(?:tender|quote|bid|quotation|proposal|offer)s? for (?:the )?(?P<name>[A-Z][^.;,:]{5,110}?)(?= (?:in|under|on|by|which|as|at)\b|[.,;:]|$)"
)
_GENERIC = re.compile(
    rf"^(?:\W|\d|\.)*(?:{_KIND}(?: \([^)]{{1,12}}\))?|contents?|table of contents|introduction|background|overview|instructions.*"
    rf"|appendix.*|annex.*|schedule.*|section.*|part .*|confidential\w*|draft|volume.*|attachment.*|terms.*"
    rf"|version.*|date.*|ref\w*.*|issue.*|document.*|guidance.*|frequently.*|faqs?|form of.*|foreword|(?:executive )?summary|applicable .*|.{0,20}procedure|submission of .*|addendum.*"
    r"|questions?.*|about .*|notice.*|important.*|read ?me|microsoft word.*|untitled|statement of requirements?"
    r"|how to bid.*|template.*|page.*|tel.*|dear.*|www.*|bid pack|tender pack|(?:frequently )?asked questions|.*\b(?:order form|framework schedule|call-?off schedules?|reference number|solicitation number)\b.*|.{0,20}\bnumber\b.*|open|restricted|public|cover(?:ing)? letter|e-?mail.*"
    r"|award.*|evaluation.*|pricing.*)\W*$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^\W*(?:\d{1,2} \w+ \d{4}|\w+ \d{4}|[\d/.-]+|.{0,4}|.*@.*|.*\bpage \d+.*|(?:ref(?:erence)?|version|date"
    r"|closing|deadline|return|issued?)\b.*)\W*$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[«»\[\]{}<>]|\bXX+|\.{4}|_{3}|\binsert\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[a-z]{2}\.(?:$|\s+[A-Z])|\b(?:should|shall|must|will|we|you|your|has|have|please|cannot|(?-i:may)|is|are)\b(?!.*\b(?:provision|supply) of)", re.IGNORECASE
)
_WORK = re.compile(r"\b(?:services|project|provision|supply|works|contract|framework|maintenance|support|programme|agreement)\b", re.IGNORECASE)
_EARLY = 30


@dataclass(frozen=True, slots=True)
class _Title:
    name: str
    passage: Passage
    worth: float


def read_titles(passages: Passages, buyer: str) -> Sequence[Fact[str]]:
    """Return the statements of the title, best first chosen; `buyer` is a name that is no title."""
    found: list[_Title] = []
    last = None
    for passage in passages.all:
        if passage.document is not last:
            last = passage.document
            found += _on_cover(passages, passage.index, buyer)
    for passage in passages.having("title", "name of", "project name", "contract name", "subject"):
        found += _keyed(passages, passage)
    for passage in passages.having("provision of", "supply of", "delivery of", "invited to", "invite you to"):
        match = _SUBJECT.search(passage.text) or _INVITED.search(passage.text)
        if match and passage.role not in (Role.TERMS, Role.FORM):
            found.append(_Title(match["name"].strip(" ,"), passage, 2.0))
    found = [each for each in found if _is_title(each.name, buyer)]
    counts = Counter(_plain(each.name) for each in found)
    found = [each for each in found if each.worth * _ROLE.get(each.passage.role, 1.0) >= 1.2]
    if not found:
        return ()
    best = max(
        found,
        key=lambda each: (
            each.worth * _ROLE.get(each.passage.role, 1.0) + 0.3 * min(5, counts[_plain(each.name)]),
            -each.passage.index,
        ),
    )
    same = [each for each in found if _plain(each.name) == _plain(best.name)]
    facts = [
        Candidate(
            Fact(
                "title",
                each.name,
                each.passage.text[:200].strip(),
                each.passage.place,
                Sure.HIGH if best.worth > 3 else Sure.MEDIUM,
            ),
            2 if each is best else 1,
            Role.OTHER,
        )
        for each in same[:3]
    ]
    return choose(facts)


_ROLE = {
    Role.TERMS: 0.5,
    Role.FORM: 0.6,
    Role.PRICING: 0.6,
    Role.TUPE: 0.4,
    Role.GUIDANCE: 0.8,
    Role.NOTICE: 1.2,
    Role.INSTRUCTIONS: 1.1,
}


def _on_cover(passages: Passages, start: int, buyer: str) -> Iterator[_Title]:
    early = [
        passage
        for passage in passages.all[start : start + _EARLY]
        if passage.document is passages.all[start].document
    ]
    for number, passage in enumerate(early):
        text = " ".join(passage.text.split())
        if len(text) > 200 or passage.block.kind is BlockKind.CONTENTS:
            continue
        nearness = 1.0 if number < 12 else 0.4
        match = _FOR.match(text)
        if match:
            yield _Title(match["name"], passage, 4.5 * nearness)
        elif _KIND_LINE.match(text):
            following = next(
                (
                    each
                    for each in early[number + 1 : number + 4]
                    if _is_title(each.text, buyer) and len(each.text) < 160
                ),
                None,
            )
            above = next((each for each in reversed(early[max(0, number - 2) : number]) if _is_title(each.text, buyer) and 12 < len(each.text) < 160), None)
            if above is not None and passage.row is None:
                yield _Title(above.text, above, 2.6 * nearness)
            if following is not None:
                yield _Title(_with_years(following, passages), following, 3.6 * nearness)
        elif (last := _KIND_LAST.match(text)) and (passage.block.kind is BlockKind.HEADING or number < 4):
            yield _Title(text if passage.block.kind is BlockKind.HEADING else last["name"], passage, 3.8 * nearness)
        elif _PROVISION.match(text) and len(text) < 150 and not text.endswith("."):
            yield _Title(text, passage, 3.7 * nearness)
        elif number < 6 and passage.row is None and _is_title(text, buyer) and len(text) < 110 and not text.endswith((".", ":", ",")):
            yield _Title(text, passage, (2.2 if passage.block.kind is BlockKind.HEADING else 1.4) - 0.1 * number)
    title = passages.all[start].document.structure.title if early else None
    if (
        title
        and early
        and not re.search(r"\.(?:docx?|pdf|xlsx?)$", title)
        and any(_plain(title) in _plain(each.text) for each in early)
    ):
        yield _Title(title, next(each for each in early if _plain(title) in _plain(each.text)), 3.0)


def _with_years(passage: Passage, passages: Passages) -> str:
    """Add the years that stand on the line below a title."""
    below = passages.all[passage.index + 1].text if passage.index + 1 < len(passages.all) else ""
    return f"{passage.text} {below}" if re.fullmatch(r"20\d\d ?[-–/] ?(?:20)?\d\d", below.strip()) else passage.text


def _keyed(passages: Passages, passage: Passage) -> Iterator[_Title]:
    text = " ".join(passage.text.split())
    match = _LABEL.match(text) if len(text) < 260 else None
    if match is None or passage.role is Role.TERMS:
        return
    if match["after"]:
        yield _Title(match["after"], passage, 5.0)
        return
    following = passages.all[passage.index + 1] if passage.index + 1 < len(passages.all) else None
    if (
        following is not None
        and following.document is passage.document
        and (passage.row is None or following.row is passage.row)
        and len(following.text) < 200
    ):
        yield _Title(following.text, following, 5.0 if passage.row else 3.0)


def _is_title(name: str, buyer: str) -> bool:
    plain = " ".join(name.split())
    if not 6 < len(plain) <= 200 or _GENERIC.match(plain) or _NOISE.match(plain) or _PLACEHOLDER.search(plain):
        return False
    if buyer and _plain(plain) in (_plain(buyer), _plain(f"the {buyer}")):
        return False
    if (is_organisation(plain) and not _WORK.search(plain)) or re.search(r"\.(?:docx?|pdf|xlsx?|odt)$", plain) or re.match(r"(?:definitions|purpose|amendment) (?:of|used|in)\b", plain, re.IGNORECASE):
        return False
    if plain.endswith((":", "-")) or re.search(r"\b(?:to|for|of|in|the|and|with|by)$", plain) or _SENTENCE.search(plain):
        return False
    return len(re.findall(r"[A-Za-z]{3,}", plain)) > 1


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
