"""The numbered parts that a pack names as its own: appendices, schedules, attachments and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tenderlint.facts.about import row_text
from tenderlint.facts.attachment_names import Reference, references
from tenderlint.facts.passages import Passage, Passages, once_a_pack
from tenderlint.facts.statements import sentences
from tenderlint.model import BlockKind, Document, Role
from tenderlint.patterns import late_pattern

_SEARCH = (
    "append",
    "appx",
    "app.",
    "annex",
    "schedule",
    "attachment",
    "volume",
    "vol.",
    "enclosure",
    "exhibit",
    "defform",
)
_SIGNS = (*"abcdefgh", *(str(number) for number in range(1, 31)))
_LAW = r"(?:Act|Acts|Regulations?|Order|Directive|Rules|Bill|Measure|Treaty|Convention|Statute|Instrument|GDPR|DPA|PCR)"
_OF_LAW = late_pattern(
    rf"^[^.;]{{0,12}}?\s{{0,9}},?\s{{0,9}}(?:\(?(?:to|of|in|under|within)\)?\s)(?:the |that |this "
    rf"|those )?(?:[\w&’'-]+[ ,(]+){{0,9}}?{_LAW}\b"
    rf"|^\s{{0,9}},?\s{{0,9}}\(?(?:[A-Z][\w’'&-]*\s){{1,6}}{_LAW}\s\d{{4}}"
)
_LAW_BEFORE = late_pattern(
    rf"\b{_LAW}(?:\s\d{{4}})?,?\s(?:\([^)]{{0,40}}\)\s)?(?:at|in|under|see)?\s?$"
    rf"|\b{_LAW}\s\d{{4}}[^.;()]{{0,30}}\($"
    r"|\b(?:paragraphs?|para\.?)\s\d+[\d,\s and()a-z]{0,20}\s(?:of|in|to)\s$"
)
_FOREIGN_BEFORE = late_pattern(
    r"\b(?:ISO|BS|EN|IEC|GSA|PAS|IFRS|Multiple Award)[\s\d:/.-]{0,20},?\s?$|\b(?!DEF)[A-Z]{2,6}\d{1,5}[A-Z]?\s$"
)
_OWN = (
    r"(?:ITT|ITQ|RFQ|RFP|PQQ|SQ|invitation|tender|tendering|request|bid|bidder|pack|documents?|specification"
    r"|contract|agreement|conditions|terms"
    r"|call[- ]?off|response pack|form|quotation|instructions|volume|schedule|annexe?|appendix|part|attachment|order"
    r"|draft|above|following"
    r"|procurement|service|services|section|questionnaire|letter|DEFFORM)"
)
_OTHER = late_pattern(
    rf"^\)?\]?\s(?:to|of|in|within|from)\s(?:(?:the|our|its|their|your|his|a|an|that"
    rf"|each)\s(?!{_OWN}\b)(?:[\w’'-]+\s){{0,3}}[\w’'-]+|[A-Z]{{2,5}}\s?\d+)",
    re.IGNORECASE,
)
_BIDDERS = late_pattern(
    r"^\)?\s(?:to|of|in|with|within)\s(?:your|their|his|its|the (?:bidder|tenderer|supplier|applicant)['’]?s?)\s",
    re.IGNORECASE,
)
_LABELLED = late_pattern(
    r"\b(?:attach|submit|provide|include|label|mark|suppl|upload|append|enclos|name|return|send|reference|number"
    r"|present)\w*\b[^.;]{0,80}"
    r"\b(?:as|called|entitled|named|marked|labelled|titled|headed|your|own|separate|an)\s[\"“‘']?$",
    re.IGNORECASE,
)
_GIVEN = late_pattern(
    r"(?P<paper>\b(?:forms?|templates?|specifications?|schedules?|documents?|sheets?|spreadsheets?|workbooks?|tables?"
    r"|questionnaires?|terms|conditions|contract|agreement|guidance|brief|drawings?|lists?)"
    r"\s(?:which\s(?:is|are)\s|that\s(?:is|are)\s)?)?"
    r"\b(?:attached|enclosed|appended|annexed|provided|supplied|issued|included|reproduced|given|found|set out)\s"
    r"(?:\w{2,12}ly\s|herewith\s|below\s|with this \w{2,12}\s){0,2}(?:as|at|in)\s[\"“‘'(]?$",
    re.IGNORECASE,
)
"""What stands before a part that the buyer gives: "our policy is attached as"."""
_ASKED = late_pattern(
    r"\b(?:be|please|your|their|bidder['’]s|tenderer['’]s|supplier['’]s)\b"
    r"|\b(?:bidders?|tenderers?|suppliers?|applicants?|you) (?:have|has)\b",
    re.IGNORECASE,
)
"""What turns the same words into something that the bidder is to give."""
_OWN_DOCUMENT = late_pattern(
    r"(?:^|[^\w\s]|\b[a-z][\w'’-]{0,30}|\b(?:The|Our|See|Complete|Use|Read|Return|Please|Tender"
    r"|Procurement|Bid|Contract|Pack|Project|Quotation|ITT|RFQ|In|From|To|And))[\s\"“‘'(]{0,3}$"
)
"""What may stand before "Document 3" of the pack; another capital makes it a name, as in "Approved Document M"."""
_KNOWN_AS = late_pattern(r"\b(?:also|otherwise|formerly|previously) (?:known|called|referred to) as\s?$", re.IGNORECASE)
_FRAMEWORK = late_pattern(
    r"^\)?\s(?:to|of|in)\s(?:the|a)\s(?:[\w-]+\s){0,4}(?:framework|handbook|guidance|policy|procedure rules"
    r"|standing orders|code|standard|plan"
    r"|strategy|report|toolkit|manual)\b",
    re.IGNORECASE,
)
_NOT_USED = late_pattern(
    r"^[\s):\]–—,.-]{0,6}(?:[\w ’'/&-]{0,60}?[\s:(\[–—-]{1,3})?\(?\[?(?:not used|not applicable|n/?a\b"
    r"|reserved\b(?! for| to)|deleted"
    r"|intentionally|omitted|withdrawn|unused|no longer|is not used|does not apply|not required|not included)",
    re.IGNORECASE,
)
_LATER = late_pattern(
    r"\b(?:will|shall|to|may|can) be (?:issued|sent|made available|released|supplied|shared|published|uploaded"
    r"|forwarded|provided"
    r"|requested|developed|agreed|populated|completed (?:by|with|after|on|upon|following)|finalised|inserted|drafted"
    r"|added)\b"
    r"|\bto follow\b|\b(?:available|provided|supplied|sent|released) (?:up)?on request\b|\bin due course\b"
    r"|\bto the successful\b"
    r"|\b(?:following|after|on|upon|at) (?:contract )?(?:award|signature|appointment)\b|\b(?:next|second|later"
    r"|final) stage\b"
    r"|\bbe (?:agreed|completed) (?:between|by) the parties\b",
    re.IGNORECASE,
)
_ENCLOSED = late_pattern(
    r"\b(?:attached|enclosed|appended|accompan\w+|provided with|included (?:in|with)|supplied with|herewith)\b",
    re.IGNORECASE,
)
_LINKED = late_pattern(
    r"https?://|www\.|\b(?:on|from|via|at) (?:our|the) (?:web ?site|web ?page)\b|\bdownload", re.IGNORECASE
)
_STATUTE = late_pattern(r"\b(?:this|that|the 19\d\d|the 20\d\d) Act\b|\bthis (?:Order|Directive)\b")
_OPTION = late_pattern(r"\binsert\b|\[|«", re.IGNORECASE)
_FORM_WANTED = late_pattern(
    r"\b(?:complet\w+|attach\w*|return\w*|submit\w*|enclos\w*|fill\w*|sign\w*|consists? of|following)\b", re.IGNORECASE
)
_ANSWER = late_pattern(r"\b(?:yes|no|n/a|pass|fail|tick|\d{1,3} ?%)\b|[☐□]", re.IGNORECASE)
GATHERED = late_pattern(r"^(?P<kind>appendices|annexe?s|schedules|attachments|enclosures)\W*$", re.IGNORECASE)
"""A heading under which parts stand, or are listed, by their number alone."""


@dataclass
class Part:
    """A part that the pack names: how it is written at first, and every passage that names it."""

    reference: Reference
    passages: list[Passage] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The part as a person would write it."""
        return self.reference.name


@once_a_pack
def named_parts(passages: Passages) -> tuple[Part, ...]:
    """Return the numbered parts that the pack names as its own, each once, in the order of reading."""
    found: dict[tuple[str, str], Part] = {}
    unused: set[tuple[str, str]] = set()
    divided = _kinds_of_files(passages)
    for passage in part_candidates(passages):
        if passage.role is Role.NOTICE or passage.block.kind in (BlockKind.HEADER, BlockKind.FOOTER):
            continue
        for reference in references(passage.text):
            if not _counts(passage, reference, divided):
                continue
            if _is_unused(passage, reference):
                unused.add((reference.kind, reference.number))
            elif _is_own(passage, reference):
                _take(found, passage, _with_title(passage, reference))
    for passage, reference in _listed_by_number(passages):
        if _is_unused(passage, reference):
            unused.add((reference.kind, reference.number))
        else:
            _take(found, passage, reference)
    return tuple(part for key, part in found.items() if key not in unused)


@once_a_pack
def part_candidates(passages: Passages) -> tuple[Passage, ...]:
    """Return the passages that may name a part; "form 2" and the like are looked up whole, as the words are common."""
    found = {passage.index: passage for passage in passages.having(*_SEARCH)}
    numbered = {number for sign in _SIGNS for number in passages.vocabulary.get(sign, ())}
    for kind in ("form", "document", *_kinds_of_files(passages) & {"part"}):
        for word in (kind, f"{kind}s"):
            for number in numbered.intersection(passages.vocabulary.get(word, ())):
                found[number] = passages.all[number]
    return tuple(found[index] for index in sorted(found))


def _take(found: dict[tuple[str, str], Part], passage: Passage, reference: Reference) -> None:
    part = found.setdefault((reference.kind, reference.number), Part(reference))
    if not part.reference.title and reference.title:
        part.reference = reference
    if reference.title and reference.title not in part.titles:
        part.titles.append(reference.title)
    if passage not in part.passages:
        part.passages.append(passage)


def _counts(passage: Passage, reference: Reference, divided: frozenset[str]) -> bool:
    """Leave out numbers of pages, and "part 3" and "document 3" where they may mean anything."""
    loose = reference.kind in ("part", "document") and reference.kind not in divided
    if loose and not _is_named_paper(passage, reference):
        return False
    return not _is_page_number(passage, reference)


def _is_page_number(passage: Passage, reference: Reference) -> bool:
    """In a table of contents "Tender Form 32" names no form 32: the number is the page."""
    at_end = reference.end >= len(passage.text.rstrip())
    return passage.block.kind is BlockKind.CONTENTS and at_end and reference.start > 0 and reference.number.isdigit()


def _kinds_of_files(passages: Passages) -> frozenset[str]:
    """Say whether the files themselves are numbered as parts or as documents, so that "part 3" can mean one."""
    names = [stem(document) for document in passages.pack.documents]
    kinds = {reference.kind for name in names for reference in references(name)}
    if sum(bool(re.match(r"\d{1,2}\b", name)) for name in names) > 1:
        kinds.add("document")
    return frozenset(kinds)


def stem(document: Document) -> str:
    """Return the name of a document's file without folder and ending, with blanks for its separators."""
    name = document.path.rpartition("/")[2].rpartition(".")[0] or document.path
    return re.sub(r"[_\s]+", " ", name)


def _listed_by_number(passages: Passages) -> Iterator[tuple[Passage, Reference]]:
    """Yield the rows of a list of appendices that give only the letter or number beside the title."""
    for title in passages.having("appendices", "annexes", "schedules", "attachments", "enclosures"):
        gathered = GATHERED.match(title.text)
        if gathered is None or title.block.kind is not BlockKind.HEADING:
            continue
        kind = next(references(f"{gathered['kind']} 1")).kind
        for passage in passages.all[title.index + 1 : title.index + 60]:
            row = passage.row
            if row is None or passage.document is not title.document:
                break
            cells = [cell.strip() for cell in row.cells if cell.strip()]
            if len(cells) > 1 and cells[0] == passage.text and re.fullmatch(r"[A-Z]|\d{1,2}|[IVX]{1,4}", cells[0]):
                yield passage, Reference(kind, cells[0].lower(), cells[1][:80], 0, len(cells[0]))


def _with_title(passage: Passage, reference: Reference) -> Reference:
    """Take the title from the next cell where a table lists the parts."""
    row = passage.row
    if reference.title or row is None or len(passage.text) > reference.end + 3:
        return reference
    rest = [cell for cell in row.cells if cell.strip() and cell != passage.text and not _ANSWER.search(cell)]
    title = " ".join(rest[0].split()) if rest and len(rest[0]) < 80 and not rest[0].strip().isdigit() else ""
    return Reference(reference.kind, reference.number, title, reference.start, reference.end)


def _is_unused(passage: Passage, reference: Reference) -> bool:
    if _NOT_USED.match(passage.text[reference.end : reference.end + 110]):
        return True
    row = passage.row
    return row is not None and any(
        _NOT_USED.match(cell) for cell in row.cells if cell != passage.text and len(cell) < 60
    )


def _is_own(passage: Passage, reference: Reference) -> bool:
    """A part is the pack's own unless it belongs to a law, another document, the bidder or a later day."""
    before, after = (
        passage.text[max(0, reference.start - 110) : reference.start],
        passage.text[reference.end : reference.end + 130],
    )
    if reference.kind == "framework schedule" or _quotes_law(passage.text):
        return False
    if reference.number in ("x", "xx") and _OPTION.search(passage.text):
        return False
    if any(pattern.match(after) for pattern in (_OF_LAW, _BIDDERS, _FRAMEWORK)) or (
        _OTHER.match(after) and reference.kind != "defform"
    ):
        return False
    if any(pattern.search(before) for pattern in (_LAW_BEFORE, _FOREIGN_BEFORE, _KNOWN_AS)):
        return False
    if _LABELLED.search(before) and not _is_given(before):
        return False
    return _is_here_now(passage, reference)


def _is_given(before: str) -> bool:
    """Say whether the words before a part give it to bidders ("attached as"), and do not ask them for it."""
    given = _GIVEN.search(before)
    if given is None:
        return False
    return given["paper"] is not None or _ASKED.search(re.split(r"[.;]\s", before[: given.start()])[-1]) is None


def _is_named_paper(passage: Passage, reference: Reference) -> bool:
    """Say whether "Document 7" is a paper of the pack though no file is numbered so."""
    if reference.kind != "document" or passage.text[reference.start : reference.start + 1] != "D":
        return False
    before = passage.text[max(0, reference.start - 110) : reference.start]
    return _is_given(before) or _OWN_DOCUMENT.search(before) is not None


def _quotes_law(text: str) -> bool:
    return any(word in text for word in ("Act", "Order", "Directive")) and _STATUTE.search(text) is not None


def _is_here_now(passage: Passage, reference: Reference) -> bool:
    """Say whether the words speak of a part that should be in the pack, and not on a website or sent another day."""
    sentence = _sentence(passage, reference)
    if _LINKED.search(sentence) or any(
        span.link and span.start < reference.end and span.end > reference.start for span in passage.block.spans
    ):
        return False
    if reference.kind in ("defform", "form") and len(sentence) > 120 and not _FORM_WANTED.search(sentence):
        return False
    return not (_LATER.search(sentence) and not _ENCLOSED.search(sentence)) or passage.role is Role.TERMS


def _sentence(passage: Passage, reference: Reference) -> str:
    if passage.row is not None:
        return row_text(passage)
    words = passage.text[reference.start : reference.end]
    return next((each for each in sentences(passage.text) if words in each), passage.text)
