"""Parts of a pack that are named without a number: the entries of its list, and what is said to be attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlint.facts.attachment_names import references
from tenderlint.facts.attachment_places import Standing, plain_words, standing_parts
from tenderlint.facts.forms import under
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.places import terms_of
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern

_LIST_TITLE = late_pattern(
    r"^[\d.\s]*(?:what is in (?:this|the) pack|what(?:'|’)s in (?:this|the) pack|(?:the )?documents in (?:this"
    r"|the) (?:pack|tender)"
    r"|contents of (?:this|the) (?:pack|tender pack|tender documents)|(?:list|schedule) of (?:tender )?(?:documents"
    r"|attachments|enclosures|appendices)"
    r"|(?:the )?(?:tender|procurement|bid|quotation) (?:documents|documentation|pack)|pack contents|enclosures"
    r"|attachments|associated documents"
    r"|documents (?:provided|attached|enclosed|issued)|attached documents|(?:the )?(?:tender|bid) pack(?: contents)?"
    r"|supporting documents|documents? (?:list|index|register)|index of documents"
    r"|what (?:we have sent you|you have been sent)|(?:list of )?(?:appendices|annexe?s|schedules)|with this letter"
    r"|enclosed(?: with this letter)?|enc(?:l|s|losed)?|attached)\W*$",
    re.IGNORECASE,
)
_FOOT = late_pattern(
    r"^\W{0,3}(?:enc(?:l(?:osures?|s)?|losed|s)?|attach(?:ments?|ed)|att|annexes|appendices)\.?(?:"
    r" \(\d{1,2}\))?\s?[:.–—-]\s*"
    r"(?P<names>\S.{2,300})$",
    re.IGNORECASE,
)
"""The last line of a letter: "Enc: brief; form of quotation"."""
_WEAK_TITLE = late_pattern(r"^[\d.\s]*(?:the )?documents\W*$", re.IGNORECASE)
"""A title that may as well stand over the bidder's documents: it counts where the list names the invitation."""
_INVITATION = late_pattern(r"\b(?:invitation|instructions|this document|request for)\b", re.IGNORECASE)
_NUMBERED = late_pattern(r"(?:^|[,;:]|\bof|\band)\s{1,3}(?P<number>\d{1,2})[.)]\s{1,3}")
_COUNTED = late_pattern(r"(?:^|[.,;] )(?P<number>\d{1,2})[.):]?\s{1,3}(?=[A-Z])")
_MADE_UP = late_pattern(
    r"\b(?:pack|invitation|documents?|papers|files)\b[^.]{0,60}\b(?:compris\w+|consists? of|includes?|contains?"
    r"|made up of|forms? part|attached|enclosed|issued|listed|are)\b",
    re.IGNORECASE,
)
_LEADING_NUMBER = late_pattern(r"^\d{1,2}[.)]\s{1,3}")
_FEWEST_NUMBERED = 3
_LEAD = late_pattern(
    r"\b(?:following|these) (?:\w+ )?(?:documents?|attachments|appendices|papers|files"
    r"|enclosures)\b[^.]{0,60}\b(?:attached|enclosed|included|provided|issued"
    r"|supplied|form part|make up|comprise)|\b(?:pack|invitation|ITT|RFQ|documentation|documents?"
    r"|tender) (?:\w+ ){0,4}(?:comprises?|consists? of|includes?|contains?|is made up of)"
    r"\b[^.]{0,40}(?:following|documents|:\s?-?$)|\b(?:attached|enclosed) (?:\w+ ){0,3}(?:are|is"
    r"|documents)\b[^.]{0,40}:|\benclosed with this\b[^.]{0,60}:",
    re.IGNORECASE,
)
_BIDDERS_LIST = late_pattern(
    r"\b(?:submit|return|complete|provide|include|upload|enclose|supply|send)\w*\b|\byour (?:tender|bid|response)\b"
    r"|\bmust (?:be|include)\b|\b(?:must|should|shall) (?:consist|comprise|contain)\b"
    r"|\b(?:tenderers?|bidders?) (?:must|shall|should|are)\b",
    re.IGNORECASE,
)
_TYPE = (
    r"(?:specification|schedules?|forms?|conditions|terms|contract|agreement|questionnaire|drawings?|plans?|maps?"
    r"|certificates?|letter|requirements?|template|workbook|spreadsheet"
    r"|bill of quantities|sheet|declarations?|checklist|survey|guidance|instructions|policy|policies|brief|matrix"
    r"|data sheet|label|statement|glossary|list|information|report|asset register|inventory|photographs?)"
)
_HAS_TYPE = late_pattern(rf"\b{_TYPE}\b", re.IGNORECASE)
_SELF = late_pattern(
    r"\b(?:this|these|the present) (?:document|invitation|letter|ITT|RFQ|instructions|pack|file)\b"
    r"|^(?:invitation to tender|request for quotation|ITT|RFQ)\W*$",
    re.IGNORECASE,
)
_GONE = late_pattern(
    r"not applicable|\bn/a\b|not used|to follow|will be|on request|https?://|www\.|if required|where applicable"
    r"|any other",
    re.IGNORECASE,
)
_NAME = (
    r"(?P<name>(?:[A-Z][\w'’/&-]{1,60} |(?:of|and|for|to|the|by) ){0,7}"
    r"(?:[A-Z][\w'’/&-]{1,60}|form|template|plan|drawings?|map|schedule))"
)
_ATTACHED = tuple(
    late_pattern(words)
    for words in (
        rf"\b(?:[Tt]he|[Oo]ur|[Aa]) (?:attached|enclosed|accompanying|appended) {_NAME}",
        rf"\b(?:[Tt]he|[Aa]n?) {_NAME} (?:is |are )?(?:attached|enclosed|appended)\b(?! (?:to|with|by) (?:your|their"
        rf"|the (?:tender|bid|supplier|bidder|contractor)))",
        rf"\b{_NAME} ?[–(-] ?(?:separate document|separate file|separate attachment|attached separately|see attached"
        rf"|attached|enclosed)\b",
        r"\b(?:form|template|plan|label|list) attached to the (?P<name>(?:[A-Z][\w'’-]+ |of ){0,4}[A-Z][\w'’-]+)",
    )
)


_PLAIN = late_pattern(
    r"\b(?:[Aa] copy of (?:our|the)|[Oo]ur) (?P<name>(?:[a-z][\w-]{1,30} ){1,4}?(?:policy|procedure|plan|maps?"
    r"|drawings?|form|template|handbook|schedule|report|brief|list))"
    r" (?:is|are) (?:also )?(?:attached|enclosed|appended|included)\b"
)
"""A paper of the buyer's that is named without capitals."""
_BIDDERS_OWN = frozenset({Role.FORM, Role.SELECTION})
_GOVERNING = late_pattern(
    r"\b(?:accordance with|subject to|governed by|bound by|comply with|accept(?:ance of)?|based on|on the basis of)"
    r" (?:all of )?"
    r"(?:the|our|its|these) (?P<name>(?:[A-Z][\w'’]+ ){0,3}(?:Terms (?:and|&) Conditions|Conditions of Contract"
    r"|Contract Conditions|Draft Contract)(?: of Contract)?)"
)
_KEPT = late_pattern(
    r"https?://|www\.|\bweb ?site|\boffices?\b|\bon request\b|\bwill be (?:sent|issued|provided|agreed)|\bJCT\b"
    r"|\bNEC\d?\b"
    r"|\bDEFCON|\bpublished\b|\bstandard form\b|\bto be agreed\b|\bbelow\b|\bthis (?:document|section|invitation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A part by its name, and where it is named."""

    name: str
    passage: Passage


def listed_documents(passages: Passages) -> tuple[Listed, ...]:
    """Return the unnumbered parts that the pack lists or says are attached, each once."""
    found: dict[frozenset[str], Listed] = {}
    for name, passage in (*_from_lists(passages), *_from_words(passages), *_from_terms(passages)):
        words = plain_words(name)
        if words and not _GONE.search(name) and not _SELF.search(name):
            found.setdefault(words, Listed(name, passage))
    return tuple(found.values())


def _from_lists(passages: Passages) -> Iterator[tuple[str, Passage]]:
    for title in passages.having(
        "document", "pack", "attachment", "enclos", "attached", "comprise", "consist", "sent", "encl:", "encl.",
        "encs", "enc:", "enc.", "appendices", "annexes", "schedules",
    ):
        if title.role in (Role.TERMS, Role.NOTICE):
            continue
        foot = _FOOT.match(title.text) if title.row is None else None
        if foot is not None and not _BIDDERS_LIST.search(title.text):
            for name in re.split(r"[;,•\n]|\band\b", foot["names"]):
                yield from _entry(name, title)
            continue
        if title.role is Role.FORM:
            continue
        heading = title.block.kind is BlockKind.HEADING and _LIST_TITLE.match(title.text)
        lead = (
            title.row is None
            and len(title.text) < 400
            and title.text.rstrip().endswith((":", ":-", ": -"))
            and _LEAD.search(title.text)
        )
        if (heading or lead) and not _BIDDERS_LIST.search(title.text):
            yield from _entries(passages, title)
        elif title.block.kind is BlockKind.HEADING and _WEAK_TITLE.match(title.text):
            if any(_INVITATION.search(each.text) for each in under(passages, title)):
                yield from _entries(passages, title)
        elif title.row is None and ("3. " in title.text or "3) " in title.text):
            yield from _in_line(title)


def _in_line(passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Yield the parts that a sentence counts: "the pack is made up of 1. a specification, 2. a price schedule"."""
    marks = list(_NUMBERED.finditer(passage.text))
    if [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)) or len(marks) < _FEWEST_NUMBERED:
        return
    lead = passage.text[: marks[0].end()]
    if _MADE_UP.search(lead) is None or _BIDDERS_LIST.search(lead):
        return
    ends = [mark.start() for mark in marks[1:]] + [len(passage.text)]
    for mark, end in zip(marks, ends, strict=True):
        name = re.split(r"[.;](?:\s|$)|,? and$", passage.text[mark.end() : end].strip(" ,;"))[0]
        yield from _entry(name, passage)


def _entries(passages: Passages, title: Passage) -> Iterator[tuple[str, Passage]]:
    """Yield the items, or the telling cells of the rows, that follow the title of a list."""
    heading = title.block.kind is BlockKind.HEADING
    following = under(passages, title) if heading else passages.all[title.index + 1 : title.index + 80]
    for passage in following:
        if passage.document is not title.document or passage.block.kind is BlockKind.HEADING:
            return
        if passage.row is not None:
            if passage.row.number >= passage.row.table.header_rows and not any(map(_GONE.search, passage.row.cells)):
                yield from _entry(passage.text, passage)
        elif passage.block.label:
            yield from _entry(passage.text, passage)
        elif heading and _COUNTED.match(passage.text):
            for name in _COUNTED.split(passage.text)[2::2]:
                yield from _entry(name, passage)
        elif not heading:
            return


def _entry(words: str, passage: Passage) -> Iterator[tuple[str, Passage]]:
    text = _LEADING_NUMBER.sub("", words.strip(" ;,."))
    if (
        _HAS_TYPE.search(text)
        and len(text.split()) <= 9
        and next(references(text), None) is None
        and not _BIDDERS_LIST.search(text)
    ):
        yield text, passage


def _from_words(passages: Passages) -> Iterator[tuple[str, Passage]]:
    for passage in passages.having(
        "attached", "enclosed", "accompanying", "appended", "separate document", "separate file"
    ):
        if passage.role in (Role.TERMS, Role.NOTICE, Role.QUESTIONS) or _GONE.search(passage.text):
            continue
        for match in (match for pattern in _ATTACHED for match in pattern.finditer(passage.text)):
            name = match["name"]
            if (
                name[:1].isupper()
                and (_HAS_TYPE.search(name) or "Letter" in name)
                and next(references(passage.text[match.start() : match.end() + 25]), None) is None
            ):
                yield name.strip(), passage
        if passage.role not in _BIDDERS_OWN:
            for match in _PLAIN.finditer(passage.text):
                yield match["name"].strip(), passage


def _from_terms(passages: Passages) -> Iterator[tuple[str, Passage]]:
    """Yield the terms that are to govern the contract, when the pack does not say that they are kept elsewhere."""
    for passage in passages.having("terms and conditions", "terms & conditions", "contract conditions", *_CONTRACTS):
        if passage.role in (Role.TERMS, Role.NOTICE, Role.QUESTIONS):
            continue
        for match in _GOVERNING.finditer(passage.text):
            if not _KEPT.search(passage.text):
                yield match["name"], passage


_CONTRACTS = ("conditions of contract", "draft contract")
_BY_ROLE = (
    (
        Role.SPECIFICATION,
        late_pattern(r"\bspecification|statement of requirement|\bbrief\b|schedule of requirement", re.IGNORECASE),
    ),
    (Role.PRICING, late_pattern(r"\bpric(?:e|ing)|\bcost|schedule of rates|bill of quantities", re.IGNORECASE)),
    (Role.TUPE, late_pattern(r"\btupe\b|workforce", re.IGNORECASE)),
)
_TERMS = late_pattern(r"\b(?:conditions|terms|agreement|contract)\b", re.IGNORECASE)


def missing_documents(passages: Passages) -> tuple[Listed, ...]:
    """Return the unnumbered parts that stand nowhere in the pack: no file, title or document of their kind."""
    standing = standing_parts(passages)
    return tuple(listed for listed in listed_documents(passages) if not _stands(passages, standing, listed))


def _stands(passages: Passages, standing: Standing, listed: Listed) -> bool:
    words = plain_words(listed.name)
    if standing.has_title(words) or (len(words) > 1 and any(words <= title for _, title in standing.titles)):
        return True
    name = listed.name.lower()
    if any(name in title.lower() for title in standing.names):
        return True
    if any(
        pattern.search(listed.name) and any(document.role is role for document in passages.pack.documents)
        for role, pattern in _BY_ROLE
    ):
        return True
    return _TERMS.search(listed.name) is not None and terms_of(passages) is not None
