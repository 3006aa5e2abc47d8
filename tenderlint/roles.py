"""What each document of a pack is for, told from its name, its title, its first headings and its folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlint.model import BlockKind, Document, Role
from tenderlint.patterns import late_pattern

# In order: the first that fits decides. A name's last noun says what a thing is ("pricing guidance" is guidance), so
# the words for kinds of paper stand before the words for what papers are about.
_WORDS: tuple[tuple[Role, str], ...] = (
    (
        Role.NOTICE,
        r"^notice$|(?:contract|tender|award|find a tender|planned procurement|pipeline|market engagement) notice"
        r"|\bocds\b",
    ),
    (
        Role.QUESTIONS,
        r"q ?(?:&|and) ?a\b|q ?& ?as\b|questions? (?:and|&) (?:answers?|responses?)|clarifications?$"
        r"|clarifications? (?:log|register|questions|responses|answers|received|document|no\b|\d)"
        r"|(?:bidder|tender|supplier)s?['’]? (?:questions|queries)|responses? to (?:questions|clarifications?)"
        r"|queries (?:log|and responses)|frequently asked questions|\bfaqs?\b",
    ),
    (
        Role.AMENDMENT,
        r"amendments?\b|addend(?:um|a)\b|corrigend(?:um|a)\b|errat(?:um|a)\b|circular letter|tender bulletin",
    ),
    (
        Role.INSTRUCTIONS,
        r"(?:terms|conditions|rules) (?:of|for) (?:the )?(?:tender|bidding|quotation|procurement|competition)"
        r"|(?:^|(?:council|trust|association|university|authority|board|college) ?[–—:-] )(?:an? )?(?:invitation to"
        r" (?:tender|quote|bid|participate)|requests? for (?:quotations?|proposals?|tenders?)|itt|rf[qp]"
        r"|tender) (?:for|to join|to establish)\b(?![^–—:]{0,160} - )[^–—:]{0,80}?\b(?:agreement"
        r"|contract)(?: (?:for|to|with)\b[^–—:]{0,80})?$"
        r"|[–—:-] ?(?:invitation to (?:tender|quote|bid|participate)|instructions? (?:to|for) (?:tenderers|bidders"
        r"|suppliers|applicants|candidates|quoters)|itt|requests? for (?:quotations?|proposals?|tenders?))\W{0,3}$",
    ),
    (
        Role.TUPE,
        r"\btupe (?:information|data|list|details|spreadsheet|schedule|table|staff|anonym\w+|return)|^tupe$"
        r"|workforce (?:information|data)|employee liability information"
        r"|staff(?:ing)? transfer (?:information|data|list)",
    ),
    (
        Role.GUIDANCE,
        r"guidance\b|guidelines\b|user guide|suppliers?['’]? guide|bidders?['’]? guide|tenderers?['’]? guide"
        r"|how to (?:complete|fill|register|use|submit)|easy[- ]read|(?:help|guidance|completion) notes?"
        r"|notes (?:for|to|on) (?:bidders|tenderers|suppliers|completi)|hints and tips|handbook|\bguide\b"
        r"|(?:tender\w{0,12}|quotation|procurement|purchasing) (?:and \w+ )?(?:procedures?|policy|strategy)\b",
    ),
    (
        Role.TERMS,
        r"form of (?:contract|agreement|bond|guarantee|warranty)"
        r"|(?:guarantee|bond|deed|warranty)$|order form and (?:terms|call[- ]?off)"
        r"|(?:performance|parent company|collateral) (?:bond|guarantee|warranty)|special conditions"
        r"|articles of agreement|data (?:processing|sharing) (?:agreement|schedule|terms)",
    ),
    (
        Role.SELECTION,
        r"selection (?:questionnaire|stage|criteria)|pre[- ]?qualification|\bpqq\b|\bs?sq\b|\bpsq\b"
        r"|procurement[- ]specific questionnaire|suitability (?:assessment|questionnaire)|\be?spd\b"
        r"|single procurement document|conditions of participation|due diligence questionnaire"
        r"|(?:supplier|business|company|organisation) (?:questionnaire|information|details)$",
    ),
    (
        Role.PRICING,
        r"(?:pric(?:e|es|ing)|cost(?:s|ing)?|commercial|financial|fee) (?:schedule|form|response|envelope"
        r"|matrix|model|breakdown|submission|proposal|offer|workbook|sheet|document|table|return|tender)"
        r"|bills? of quantit|\bboq\b|schedules? of (?:rates|prices|charges|fees)|rate ?card|day rates"
        r"|activity schedule|pricing$|prices?$|\bpricing\b(?! (?:evaluation|approach|strategy))",
    ),
    (
        Role.EVALUATION,
        r"evaluation (?:criteria|methodology|model|matrix|scheme|approach|process|plan|guide|framework)"
        r"|award criteria|award methodology|scoring (?:guide|matrix|methodology|criteria|scheme)"
        r"|assessment (?:methodology|criteria)|tender evaluation$|evaluation of (?:tenders|bids|quotations)",
    ),
    (
        Role.FORM,
        r"form of (?:tender|offer|bid|quotation|return)|(?:anti|non)[- ]?(?:collusi|canvass)\w+|certificates?\b"
        r"|declarations?\b|(?:tender|bid|supplier|quality|technical|method|returnable|submission|quotation|award"
        r"|bidders?['’]?) (?:response|submission|return|questions|questionnaire|envelope|statements?|answers"
        r"|documents? to (?:be )?return)|return(?:able)?s? (?:forms?|documents?|schedules?|checklist)"
        r"|response (?:form|document|template|pack|booklet)|method statements?|questionnaire|survey"
        r"|undertaking|(?:non[- ]?disclosure|confidentiality) agreement|checklist|order form|\bforms?\b"
        r"|submission document",
    ),
    (
        Role.SPECIFICATION,
        r"specifications?\b|\bspec\b|statement of (?:requirements?|works?|need)|\bpws\b|\bsow\b|\bsor\b"
        r"|scope of (?:works?|services?|the)|scope$"
        r"|(?:service|technical|user|authority|buyer|business|functional)s?['’]? (?:requirements?|description"
        r"|level requirements?|specification)|requirements$|terms of reference"
        r"|(?:project|design|client|consultants?|research)['’]? brief|^brief$|works? information"
        r"|service information|employers?['’]? requirements|schedules? of (?:works?|requirements)"
        r"|performance work statement|drawings|lot descriptions?",
    ),
    (
        Role.TERMS,
        r"terms (?:and|&) conditions|t ?& ?cs?\b|conditions of (?:contract|purchase|engagement|sale)"
        r"|contract (?:terms|conditions)"
        r"|(?:draft|model|standard|proposed|sample|short[- ]form) (?:form )?(?:of )?(?:contract|agreement|terms)"
        r"|framework (?:agreement|contract|terms)|call[- ]?off (?:terms|contract|agreement)|core terms"
        r"|service level agreement|\bsla\b|terms$|\bnec ?[34]\b|\bjct\b|agreement$|^(?:the )?contract$"
        r"|contract document|contract agreement",
    ),
    (
        Role.INSTRUCTIONS,
        r"invitation (?:to|for) (?:tender|quote|quotation|participate|negotiate|bid|treat|submit|discussion|final)"
        r"|invitation$|\bi?itt\b|\bitq\b|\bitn\b|\bispd\b|\bitpd\b|\bisft\b|\brf[qpi]\b|instructions?\b"
        r"|how to (?:bid|tender)"
        r"|requests? for (?:a )?(?:quotations?|proposals?|quotes?|tenders?|bids?|information)"
        r"|(?:about|conduct of|overview of) the (?:procurement|tender|competition|process)|covering letter"
        r"|cover letter"
        r"|(?:tender|procurement|bid|quotation|competition|mini[- ]?competition) (?:information|document|pack"
        r"|brief|process|rules|overview|documentation)|mini[- ]?competition|(?:further|mini) competition"
        r"|expressions? of interest|direct award|memorandum of information|descriptive document|prospectus"
        r"|tender\b|quotation\b|bid pack",
    ),
    (
        Role.SPECIFICATION,
        r"requirements?\b|scope\b|description of (?:the )?(?:services?|works|goods)",
    ),
    (
        Role.TERMS,
        r"\bcontract\b|\bagreement\b|\bterms\b|\bconditions\b",
    ),
)  # fmt: skip
_PATTERNS = tuple((role, late_pattern(words, re.IGNORECASE)) for role, words in _WORDS)
_WEAK = 2  # the last patterns are single words: enough in a file's name, too little in a line of text
_SEPARATORS = late_pattern(r"[_\s]+|(?<=[a-z])(?=[A-Z])")
_FRONT = late_pattern(
    r"(?:(?:appendix|annexe?|attachment|document|doc|volume|vol|part|section|enclosure|file|lot|schedule)\b[ .-]?"
    r"(?:no\.? ?)?(?:\d{1,3}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5})\b|\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?)[\s:.,–—-]{0,5}",
    re.IGNORECASE,
)
_BACK = late_pattern(
    r"[\s(–—-]{1,3}(?:v(?:er(?:sion)?)?[ .]?\d[\d.]{0,8}|final|draft|template|pro-?forma|issued?|copy|signed"
    r"|\d{1,4}(?:[-. ]\d{1,4}){0,3}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}(?: \d{4})?)[\s)]{0,2}$",
    re.IGNORECASE,
)
_MARKER = late_pattern(
    r"\b(?P<kind>appendix|annexe?|attachment|enclosure|schedule|document|volume|vol|part|section)\b[ .-]?"
    r"(?:no\.? ?)?(?:\d{1,3}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5})\b[\s:.,–—-]{0,5}",
    re.IGNORECASE,
)
_TERMS_SCHEDULE = late_pattern(r"\b(?:joint|call[- ]?off|framework|contract|core) schedule \d", re.IGNORECASE)
_SCHEDULE = late_pattern(r"schedule[ _-]?\d", re.IGNORECASE)
_PIECES = frozenset({"volume", "vol", "part", "section", "document"})  # of the invitation itself, not put beside it
_BRACKETED = late_pattern(r"\(([^)]{4,80})\)")
_ASIDE = late_pattern(r"\([^)]{0,80}\)|,? (?:including|incorporating|with|plus) .{0,200}$", re.IGNORECASE)
_CALL = late_pattern(
    r"(?:the )?(?:i?itt|itq|itn|rf[qpi]|invitation to (?:tender|quote)|request for (?:quotations?|proposals?|tenders?)"
    r"|tender|bid pack|quotation)(?: (?:pack|documents?|ref\w*))?[\s:.,–—-]{1,5}"
    r"(?P<and>(?:and|&) )?(?!for\b|to\b|of\b)",
    re.IGNORECASE,
)
_SHEET = late_pattern(r"\.(?:xls[xmb]?|ods|csv)$", re.IGNORECASE)
_MOST_HEADINGS = 40
_LONGEST_TITLE = 12  # words of a line on the first page that may be the document's name
_WHOLE = 3  # so many different roles among the headings make a document that is the whole invitation
_OWN_SECTIONS = (
    Role.INSTRUCTIONS, Role.SPECIFICATION, Role.PRICING, Role.EVALUATION, Role.TERMS, Role.FORM, Role.SELECTION,
)  # fmt: skip


def with_roles(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents, each with its role; a role that a reader found in the file itself stays."""
    return tuple(
        document if document.role is not Role.OTHER else replace(document, role=role_of(document))
        for document in documents
    )


def role_of(document: Document) -> Role:
    """Tell what a document is for: its name first, then its title and first lines, its headings, its folder."""
    folder, _, name = document.path.rpartition("/")
    title = document.structure.title
    named = _role_of_name(name.rpartition(".")[0] or name)
    if named is not None:
        return named
    titled = _role_of_name(title) if title and not _is_of_part(document, title) else None
    lines = (_role_of_name(line, weak=False) for line in _first_lines(document))
    first = next((role for role in lines if role not in (None, Role.NOTICE)), None)
    found = titled or first or _role_of_headings(document) or _role_of_folder(folder)
    if found is Role.INSTRUCTIONS and _SHEET.search(name):  # its sheet of that name says how to fill in the rest
        return Role.FORM
    return found or (Role.TERMS if _SCHEDULE.match(name) else Role.OTHER)


def _is_of_part(document: Document, title: str) -> bool:
    """Say whether a title is that of an appendix that begins, or is only listed, further down in the document."""
    first = document.blocks[0].text if document.blocks else ""
    return _MARKER.match(title) is not None and first != title and any(each.text == title for each in document.blocks)


def _role_of_name(words: str, weak: bool = True) -> Role | None:
    """Tell a role from a name: without its number, version and asides, and by what follows "Annex B" or "ITT"."""
    name = _SEPARATORS.sub(" ", words).strip()[:300]
    name = name if " " in name else name.replace("-", " ")
    bare = _ASIDE.sub("", name).strip() or name
    for _ in range(4):
        bare = _BACK.sub("", bare).strip()
    while (front := _FRONT.match(bare)) and front.end() < len(bare):
        bare = bare[front.end() :]
    marker = _MARKER.search(bare)
    after = _match(bare[marker.end() :], weak) if marker else None
    if _TERMS_SCHEDULE.search(bare):
        return after if after in (Role.PRICING, Role.SPECIFICATION) else Role.TERMS
    if marker and (after or marker["kind"].lower() not in _PIECES):
        return after or _match(" ".join(_BRACKETED.findall(name)), weak)
    call = _CALL.match(bare)
    if call and call["and"]:  # "ITT and specification" is the whole invitation
        return Role.INSTRUCTIONS
    after = _match(bare[call.end() :], weak) if call else None
    return after or _match(bare, weak) or _match(name, weak)


def _match(words: str, weak: bool) -> Role | None:
    patterns = _PATTERNS if weak else _PATTERNS[:-_WEAK]
    return next((role for role, pattern in patterns if pattern.search(words)), None)


def _first_lines(document: Document) -> Iterator[str]:
    """Yield the lines at the top that may name the document: a heading of the first level, or a short line."""
    for block in document.blocks[:8]:
        whole = not block.text.endswith((".", ";", ",")) and ":" not in block.text
        short = whole and len(block.text.split()) <= _LONGEST_TITLE
        titular = block.kind is BlockKind.HEADING and block.level == 1 and not block.label
        if short and (titular or block.kind is BlockKind.PARAGRAPH):
            yield block.text


def _role_of_headings(document: Document) -> Role | None:
    headings = [block.text for block in document.blocks if block.kind is BlockKind.HEADING][:_MOST_HEADINGS]
    roles = [role for heading in headings if (role := _role_of_name(heading, weak=False)) not in (None, Role.NOTICE)]
    if roles and roles[0] is Role.GUIDANCE and _role_of_name(headings[0], weak=False) is not Role.GUIDANCE:
        roles = [role for role in roles if role is not Role.GUIDANCE]  # a part on help makes no guide of the whole
    if not roles:
        return None
    different = {role for role in roles if role in _OWN_SECTIONS}
    return Role.INSTRUCTIONS if Role.INSTRUCTIONS in roles or len(different) >= _WHOLE else roles[0]


def _role_of_folder(folder: str) -> Role | None:
    """Tell a role from the folder; one named after the whole invitation says nothing of a single file."""
    role = _role_of_name(folder.rpartition("/")[2]) if folder else None
    return role if role is not Role.INSTRUCTIONS else None
