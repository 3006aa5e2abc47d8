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
from tenderlint.patterns import late_pattern

_KIND = (
    r"(?:invitations? to (?:tender|quote|bid|negotiate|participate|submit \w+)|requests? for (?:quotations?"
    r"|quotes?|proposals?|tenders?|bids?|information)|quick quotes?|tender(?: documents?| pack| specification"
    r"| brief)?|ITT|ITQ|RFQ"
    r"|RFP|PQQ"
    r"|further competition|mini-?competition|quotation(?: request)?|specification|expressions? of interest"
    r"|call for (?:tenders|proposals)|contract|procurement|instructions? (?:to|for) \w+"
    r"|(?:pre-?)?selection questionnaire|project brief|service specification)"
)
_LABEL = late_pattern(
    r"^(?:\W|\d|\.)*(?:(?:contract|project|tender|procurement|opportunity|scheme|requirement|framework|service"
    r"|rfq|itt|quotation)(?:'s|’s)? (?:title|name|reference and title)|title(?: of (?:the )?(?:contract|tender"
    r"|project|requirement|procurement|services?|opportunity))?"
    r"|name of (?:the )?(?:contract|project|tender|service|scheme)"
    r"|subject(?: of (?:the )?contract)?)\s*(?P<sep>[:|–-]\s*(?P<after>\S.{3,180}))?$",
    re.IGNORECASE,
)
_FOR = late_pattern(
    rf"^(?:\W|\d|\.)*(?:the |this |an? )?(?:[\w() /-]{{0,60}}\b)?{_KIND}(?: \([A-Z]{{2,4}}\))?(?: documents?"
    rf"| pack)?(?: under [\w /.&-]{{3,60}}?)?\s*(?:for|[:–—|-])\s*(?:the |a |an )?(?P<name>\S.{{5,180}})$",
    re.IGNORECASE,
)
_KIND_LINE = late_pattern(
    rf"^(?:\W|\d|\.)*(?:(?:the|this|an?|public|open|formal|official|draft|final|full|restricted|below threshold"
    rf"|services?|works?|goods"
    rf"|volume|part|document|stage|section|appendix|schedule|attachment|\d+"
    rf"|[a-z])\W+){{0,4}}{_KIND}(?: \([^)]{{1,8}}\))?(?: invitation)?"
    rf"(?: documents?| pack)?\W*(?:for|for the|to provide|for the provision of)?\W*$",
    re.IGNORECASE,
)
_KIND_LAST = late_pattern(rf"^(?P<name>[A-Z0-9].{{4,120}}?)[\s–—:-]+{_KIND}\W*$", re.IGNORECASE)
_PROVISION = late_pattern(
    r"^(?:the )?(?:provision|supply|delivery|procurement|appointment|construction|refurbishment|installation"
    r"|design|maintenance|management|replacement|purchase|development|evaluation|hire|operation)\b.{5,150}$",
    re.IGNORECASE,
)
_SUBJECT = late_pattern(
    r"\b(?:tenders?|quotations?|proposals?|bids?|quotes?|offers?|invites?(?: \w+){0,4}) (?:are invited "
    r"|is invited |from \w+(?: \w+){0,4} )?(?:for|to provide) (?:the )?(?P<name>(?:provision|supply"
    r"|delivery) of [^.,;\n]{5,120})",
    re.IGNORECASE,
)
_INVITED = late_pattern(
    r"\b(?:invited? (?:\w+ )?to (?:submit (?:a |an )?)?|[Ii]nvit(?:es|ing) (?:\w+ ){0,3})(?:[Tt]ender|[Qq]uote|[Bb]id"
    r"|[Qq]uotation|[Pp]roposal"
    r"|[Oo]ffer)s? for (?:the )?(?P<name>[A-Z][^.;,:]{5,110}?)(?= (?:in|under|on|by|which|as|at)\b|[.,;:]|$)"
)
_GENERIC = late_pattern(
    rf"^(?:\W|\d|\.)*(?:{_KIND}(?: \([^)]{{1,12}}\))?(?: invitation)?|contents?|table of contents|introduction"
    rf"|background"
    rf"|overview|instructions.*"
    rf"|appendix.*|annex.*|schedule.*|section.*|part .*|confidential\w*|draft|volume.*|attachment.*|terms.*"
    rf"|version\b.*|dates?\b.*|ref(?:erence)?\b.*|issued?\b.*|documents?\b.*|guidance.*|frequently.*|faqs?|form of.*"
    rf"|foreword"
    rf"|(?:executive )?summary|applicable .*|.{{0,20}}procedure|submission of .*|addendum.*"
    r"|questions?.*|about .*|notice.*|important.*|read ?me|microsoft word.*|(?:framework|buyer|lot|client|customer"
    r"|authority)\s*:.*|.*\bworksheet|untitled|statement of requirements?"
    r"|how to bid.*|template\b.*|page\b.*|tel(?:ephone)?\b.*|dear\b.*|www.*|bid pack|tender pack"
    r"|(?:frequently )?asked questions"
    r"|.*\b(?:order form|framework schedule|call-?off schedules?|reference number|solicitation number)\b.*"
    r"|.{0,20}\bnumber\b.*|contract (?:period|value|term|details|length)|key (?:facts|dates)|what is on offer"
    r"|(?:the )?timetable"
    r"|competitive (?:flexible )?(?:process|procedure).*|memorandum of information.*"
    r"|open|restricted|public|cover(?:ing)? letter|e-?mail.*"
    r"|(?:contract )?award(?: criteria| process| notice)?|(?:tender )?specification and .{0,30}|(?:tender "
    r"|bid )?evaluation(?: of (?:bids|tenders)| (?:and|&) \w+)?(?: weightings?| criteria| methodology| process| model)?"
    r"|pricing(?: schedule)?)\W*$",
    re.IGNORECASE,
)
_NOISE = late_pattern(
    r"^\W*(?:.*\b(?:reference|ref)\b ?(?:no\.?|number)?:.*|.*\bdocument \d+ of \d+.*|.*\d ?%.*|\d{1,2} \w+ \d{4}"
    r"|\w+ \d{4}|[\d/.-]+|.{0,4}|.*@.*|.*\bpage \d+.*|(?:ref(?:erence)?|version|date"
    r"|closing|deadline|return|issued?)\b.*)\W*$",
    re.IGNORECASE,
)
_PLACEHOLDER = late_pattern(r"[«»\[\]{}<>]|\bXX+|\.{4}|_{3}|\binsert\b", re.IGNORECASE)
_SENTENCE = late_pattern(
    r"[a-z]{2}\.(?:$|\s+[A-Z])|\b(?:should|shall|must|will|we|you|your|has|have|please|cannot|(?-i:may)|is"
    r"|are)\b(?!.*\b(?:provision|supply) of)",
    re.IGNORECASE,
)
_FILE = late_pattern(r"\.(?:docx?|pdf|xlsx?|odt)$")
_WORK = late_pattern(
    r"\b(?:services|project|provision|supply|works|contract|framework|maintenance|support|programme|agreement)\b",
    re.IGNORECASE,
)
_DEFINED = late_pattern(r"\s*\((?:the )?[\"“‘'][^)]{1,40}\)$")
_EARLY = 30
_RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)  # they stand first in a PDF file and last in a Word file


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
    for passage in passages.having(
        "provision of", "supply of", "delivery of", "invited to", "invite you to", "invites ", "inviting "
    ):
        match = _SUBJECT.search(passage.text) or _INVITED.search(passage.text)
        if match and passage.role not in (Role.TERMS, Role.FORM):
            found.append(_Title(match["name"].strip(" ,"), passage, 2.0))
    found = [each for each in found if _is_title(each.name, buyer)]
    counts = Counter(_plain(each.name) for each in found)
    found = [each for each in found if each.worth * _ROLE.get(each.passage.role, 1.0) >= 1.5]
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
                _DEFINED.sub("", each.name),
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
    """Yield what may be the title among the first lines of a document."""
    document = passages.all[start].document
    early = [
        passage
        for passage in passages.all[start : start + _EARLY]
        if passage.document is document and passage.block.kind not in _RUNNING
    ]
    for number, passage in enumerate(early):
        text = " ".join(passage.text.split())
        if len(text) > 200 or passage.block.kind is BlockKind.CONTENTS:
            continue
        nearness = 1.0 if number < 12 else 0.4
        if _KIND_LINE.match(text):
            yield from _beside(passages, early, number, buyer, nearness)
        else:
            named = _in_line(passage, text, number, buyer)
            if named is not None:
                yield _Title(named[0], passage, named[1] * nearness)
    title = document.structure.title
    same = next((each for each in early if title and _plain(title) in _plain(each.text)), None)
    if title and same is not None and not _FILE.search(title):
        yield _Title(title, same, 3.0)


def _in_line(passage: Passage, text: str, number: int, buyer: str) -> tuple[str, float] | None:
    """Read a title in a line of a cover, and say what it is worth; None where the line is no title."""
    heading = passage.block.kind is BlockKind.HEADING
    if match := _FOR.match(text):
        return match["name"], 4.5
    if (match := _KIND_LAST.match(text)) and (heading or number < 4):
        return (text if heading else match["name"]), 3.8
    if _PROVISION.match(text) and len(text) < 150 and not text.endswith("."):
        return text, 3.7
    if passage.block.label[:1].isdigit():
        return None  # the heading of a part of the text
    if number < 6 and passage.row is None and len(text) < 110 and _is_title(text, buyer) and text[-1] not in ".:,":
        return text, (2.2 if heading else 1.4) - 0.1 * number
    return None


def _beside(
    passages: Passages, early: Sequence[Passage], number: int, buyer: str, nearness: float
) -> Iterator[_Title]:
    """Yield the lines below and above a line that says only what kind of document it is."""
    below = (
        each
        for each in early[number + 1 : number + 4]
        if _is_title(each.text, buyer) and len(each.text) < 160 and not each.block.label[:1].isdigit()
    )
    above = (each for each in reversed(early[max(0, number - 2) : number]) if _is_title(each.text, buyer))
    following, leading = next(below, None), next(above, None)
    if leading is not None and 12 < len(leading.text) < 160 and early[number].row is None:
        yield _Title(leading.text, leading, 2.6 * nearness)
    if following is not None:
        yield _Title(_with_years(following, passages), following, 3.6 * nearness)


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
    if (
        (is_organisation(plain) and not _WORK.search(plain))
        or _FILE.search(plain)
        or re.match(r"(?:definitions|purpose|amendment) (?:of|used|in)\b", plain, re.IGNORECASE)
    ):
        return False
    if (
        plain.endswith((":", "-"))
        or re.search(r"\b(?:to|for|of|in|the|and|with|by)$", plain)
        or _SENTENCE.search(plain)
    ):
        return False
    return len(re.findall(r"[A-Za-z]{3,}", plain)) > 1


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
