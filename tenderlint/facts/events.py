"""Tells which step of a procurement a few words name: a row's label, or the clause before or after a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

OTHER = "other"
"""The words name a step that is no fact of the timetable (an evaluation, a standstill, a validity)."""

TENDER_PERIOD = "tender_period"
"""The words name the time in which tenders are made: it begins with the issue and ends with the deadline."""

PERIOD = "contract_period"
"""The words name the whole contract: a range of dates is its start and its end."""

_BID = (
    r"(?:tender|bid|quot(?:e|ation)|proposal|submission|response|application|offer|ITT|ITQ|RFQ|RFP|ITPD|PQQ|SQ|PSQ|EOI"
    r"|expressions? of interest|(?:selection|supplier|pre-?qualification|procurement specific) questionnaire"
    r"|requests? to participate|invitation to (?:tender|quote)|requests? for (?:proposals?|quotations?|tenders?|bids?))s?"
)
_STAGE = re.compile(
    r"\b(?:PQQ|SS?Q|PSQ|EOI|expressions? of interest|(?:selection|pre-?qualification|procurement specific) (?:stage )?questionnaire"
    r"|requests? to participate|selection stage|stage (?:one|1)\b|first stage|round (?:one|1)\b|initial (?:round|request|tender)\w*)",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\b(?:ISFT|final tender|BAFO|best and final|stage (?:two|2)|second stage|round (?:two|2)|negotiat\w+|dialogue)", re.IGNORECASE
)
_QUESTION = (
    r"(?:(?<!quality )(?<!method statement )(?<!technical )(?<!award )(?<!scored )(?<!evaluation )(?<!interview )(?<!response )"
    r"(?<!selection )(?<!challenge )(?<!pass/fail )"
    r"(?:clarifications?|questions?(?! \d)|quer(?:y|ies)|[ei]nquir(?:y|ies)|requests? for (?:clarification|further information)|Q ?(?:&|and) ?As?\b|CQs?\b))"
)
_DUE = r"(?:submit\w*|return\w*|receiv\w*|receipt|upload\w*|lodg\w*|deliver\w*|sent|send|e-?mail\w*|post\w*|reach\w*|arriv\w*|due|made|in place)"
_CLOSE = r"(?:deadline|clos(?:es?|ed|ing)|cut-?off|last (?:date|day)|latest date|final (?:date|day)|due (?:date|by)|end (?:date|of)|expir\w+|return date|period)"
_CONTRACT = (
    r"(?:contract(?:s|ed)?(?: works?| services?| term)?|agreement|framework|appointment|commission|services?|service delivery|works?|project|provision|scheme"
    r"|term|lease|concession|grant|order|call-?off|SLA|delivery|supply|supplies|operations?|duration)"
)
_BEGIN = r"(?:start(?:s|ed|ing)?|commenc\w+|begin(?:s|ning)?|go(?:es)?[- ]live|effective|incept\w+|inaugurat\w+)"
_END = r"(?:ends?(?! (?:of|date))|ending|expir\w+|finish\w*|complet\w+|terminat\w+|conclud\w+|runs? (?:out|until))"
_AWARD = (
    r"award(?:s|ed|ing)?(?! (?:criteri|questionnaire|stage question|question|procedure|process|of marks|points|marks|winning|scheme))"
    r"|(?:preferred|successful|winning|selected|chosen) (?:and unsuccessful )?(?:tenderer|bidder|supplier|provider|contractor|consultant|applicant|candidate|organisation|partner|company|agency)s?"
    r"|appoint(?:ment|ed|ing)?\b(?: of)?|(?:letter|notice) of (?:acceptance|intent|appointment)|intent(?:ion)? to award"
    r"|notif(?:y|ied|ication|ying)\b[^.;]{0,40}?\b(?:outcome|result|decision|tenderer|bidder|supplier|applicant|contractor|unsuccessful|intention)s?"
    r"|(?:bidder|tenderer|supplier|applicant)s? (?:will be )?(?:notified|informed|advised|told)|notification of (?:the )?(?:outcome|results?|decision|intention)"
    r"|(?:inform|advise|tell)\w* [^.;]{0,30}?(?:outcome|result|decision)|(?:outcome|results?|decision)s?\b(?! making)"
    r"|contracts? (?:to be )?(?:sign(?:ed|ature|ing)?|execut\w+|let\b|formation|completion and signature)|sign(?:ing|ature|ed)? (?:of )?(?:the )?contract"
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("answers_by", rf"(?:respon(?:se|ses|d|ding)|answers?|answered|repl(?:y|ies|ying)|publi(?:sh|cation)\w*|issu\w+|circulat\w+|releas\w+|provi\w+)\b[^.;?]{{0,45}}?\b{_QUESTION}"
                   rf"|{_QUESTION}\b[^.;?]{{0,40}}?\b(?:respons(?:e|es)|respond(?:ed)?|answers?|answered|repl(?:y|ies|ied)|publi\w+|issued|circulated|released|log)\b"
                   r"|\b(?:final )?answers? (?:published|issued|by|due|date|sent|out)"
                   r"|\b(?:responses?|answers?|repl(?:y|ies))\b (?:will|to be|shall|are|is)\b[^.;]{0,30}?\b(?:issued|published|provided|circulated|given|posted|made available|uploaded|shared|sent)"
                   r"|\b(?:we|authority|council|buyer|trust|board|commissioner|customer|client)s? (?:will|aims? to|shall|intends? to|expects? to|must)(?: \w+){0,3} (?:respond|reply|answer)\b"),
    ("clarification_deadline", _QUESTION),
    ("site_visit", r"(?:site|premises|building|property|ground)s?[ -]*(?:visit|inspection|viewing|tour|meeting|walk)\w*|(?:visit|inspection|viewing|tour)s? (?:of|to|at) (?:the )?(?:site|premises|building|property|school)s?"
                   r"|accompanied (?:visit|viewing)s?|(?:open|viewing|visit|inspection) days?|(?:visit|view|inspect|tour)\w* the (?:site|premises|building|property)s?"),
    ("interview_date", r"interview(?:s|ed)?|(?:supplier|tenderer|bidder|tender|clarification|shortlist\w*|bid)?[ ']*presentations?(?! of)|pitch(?:es)?\b|demonstrations?|demo days?|clarification meetings?|(?:supplier|panel|tender) (?:panel )?meetings?"),
    ("submission_deadline",
        rf"{_BID}['’]?s?\b[ \w/()'’&-]{{0,30}}?\b(?:return(?:s|ed)?|submissions?|submitted|clos(?:e[sd]?|ing)|due|deadline|receipt|received|cut-?off|end(?:s|ed)?|to be (?:submitted|returned|received|uploaded|in)|period (?:clos|end|expir)\w*)\b"
        rf"|(?:deadline|clos(?:e|ing)(?: date)?|last (?:date|day)|latest (?:date|time)|final (?:date|day)|due date|cut-?off|end date|date)(?: and time| date| time|/time)*(?: for| of| to)? ?(?:the )?(?:receipt|submission|submitting|submit|return|returning|receiving|lodg\w+|upload\w*|delivery|completed?|electronic)\b"
        rf"|(?:deadline|closing date|last date|latest date|final date|due date|cut-?off|closing time|return date)(?: and time| date| time|/time)*(?: for| of)? (?:all |the |any |your |completed |final |electronic )*{_BID}\b"
        rf"|(?:submi(?:t|ssion)|return|receipt|send|upload|lodge|deliver|e-?mail|delivery|submitting|returning|receive|submitted)\b[^.;?]{{0,60}}?\b{_BID}\b"
        rf"|(?!ITT|RFQ|RFP|ITQ|invit|request for){_BID}\b(?! (?:amendment|addendum|update|documents? will))[^.;?]{{0,110}}?\b(?:must|should|shall|to|will|can|are|is|be|may|have|has|it)\b[^.;?]{{0,90}}?\b{_DUE}\b"
        rf"|{_BID} (?:(?:sent|emailed|uploaded|delivered|submitted|returned|received|back) )?(?:in |back )?(?:by|before|no later|not later)\b|^\W*{_BID} (?:in|back)\W*$|\b(?:must|need to|should) (?:have|receive) (?:\w+ ){{0,4}}?{_BID}\b"
        rf"|(?:ITT|RFQ|RFP|ITQ)s?\b[^.;?]{{0,60}}?\b(?:must|should|shall)\b[^.;?]{{0,60}}?\b(?:returned|submitted|received|uploaded)\b"
        r"|(?:closing|return|submission|due|tender) (?:date|time|deadline)(?! for)|\bdeadline\b(?! for)|(?:deadline|closing date)(?: and time)? for (?:this|the) (?:opportunity|procurement|competition|contract|exercise|requirement|advert|notice)|\bcloses?\b|closing (?:on|at)"),
    ("tender_period", r"(?:tender|bid|bidding|quotation|submission|opportunity|procurement|ITT|RFQ|RFP|portal|advert)s? (?:response )?(?:period|window|live|open)(?! clos| end| expir)\b"),
    ("contract_period", rf"{_CONTRACT}\b[ \w]{{0,14}}?\b(?:period|duration|dates?|length|term)\b|(?:period|duration|term|length) (?:of|for) (?:the )?{_CONTRACT}|^(?:contract )?(?:period|duration|term)$|\bfor the period\b"),
    ("contract_start", rf"{_CONTRACT}\b[^.;?]{{0,60}}?\b{_BEGIN}\b|{_BEGIN}\b[ \w-]{{0,12}}? (?:of|to|the|for)? ?(?:\w+ )?{_CONTRACT}\b"
                       rf"|(?:start|commencement|go[- ]live|effective|starting|inception|mobilisation start) dates?|{_CONTRACT}\b[^.;?]{{0,60}}?\b(?:with effect|effective|runs?|running|operat\w+) from|contract from"),
    ("contract_end", rf"{_CONTRACT}\b[^.;?]{{0,60}}?\b{_END}\b|{_END}\b (?:date )?(?:of )?(?:the )?(?:initial )?{_CONTRACT}\b|(?:end|expiry|expiration|completion|finish|termination) dates?|contract (?:to|until)"),
    ("award_date", _AWARD),
    ("issue_date", rf"(?:issue|issued|issuing|publish\w*|publication|advertis(?:ed|ement|ing the)|advert\b|despatch\w*|dispatch\w*|release|released|launch\w*|circulat\w+|available|availability|sent out)\b"
                   rf"|(?:tender|procurement|ITT|RFQ|RFP|PQQ|bid|opportunity|competition|request for (?:proposals?|quotations?|tenders?)|invitation)\b(?: process| period| opportunity| exercise| stage)?(?: is)? (?:commence\w*|start\w*|open(?:s|ed)?|begins?|live|launch)\b"
                   r"|date of (?:this )?(?:ITT|invitation|document|tender|RFQ|letter|notice)"),
)  # fmt: skip
_WEAK: tuple[tuple[str, str], ...] = (
    ("contract_start", r"^\W*(?:start|starts|commencement|commences|begins?|go[- ]live|going live|mobili[sz]ation start)\W*$"
                       r"|\b(?:to|will|should|must|can|shall) (?:start|commence|begin|go live)\b[\w ]{0,25}\W*$"),
    ("contract_end", r"^\W*(?:end|ends|expiry|expires?|finish|completion)\W*$|\b(?:expir(?:ing|es?)|ending|finishing|terminating)\b(?: on| in)?\W*$"),
    ("submission_deadline", r"^\W*(?:(?:it|they|this|these) )?(?:(?:is|are|must|should|shall|to|be|have to|will) ){0,3}(?:e-?mailed|submitted|returned|received|uploaded|delivered|sent|lodged|submit|return|send|e-?mail|arrive|reach)\b[^;]{0,110}\b(?:by|before|than|deadline)\b[^.;]{0,30}$"),
)  # fmt: skip
_DISTRACTORS = (
    r"stand-?still|evaluat\w+|moderat\w+|scor(?:e|ing)\b|mobili[sz]ation|hand-?over|\bTUPE\b|valid(?:ity)?\b|remain open|held open|open for acceptance|irrevocable|withdraw\w*"
    r"|(?:cabinet|board|committee|council|executive|governance|internal|member|trustee)s? (?:approval|meeting|decision|sign-?off|report)|approval"
    r"|market (?:engagement|test\w*|consultation)|soft market|request for information|\bRFI\b|prior information|planned procurement|pipeline notice|contract details notice"
    r"|supplier (?:day|event|briefing)|bidder(?:s['’]?|['’]s)? (?:day|event|briefing|conference)|briefing|industry day|launch event"
    r"|register(?:ed|ing|ation)?\b|book(?:ed|ing)?s?\b|confirm(?:ed|ation)? (?:of )?(?:attendance|your)|names? of|attendance|attending|intention to (?:tender|bid|submit|respond)|intent to (?:bid|tender|respond)"
    r"|review(?:ed)?\b|version|revis(?:ed|ion) (?:date|on)|amend(?:ed|ment) (?:of|to) the|(?:year|period) end(?:ed|ing)?|financial year|accounts|policy|insurance|licen[cs]e|"
    r"act\b|finali[sz]\w+|regulations?\b|directive|legislation|royal assent|birth|invoice|payment|price (?:increase|review|fixed)|shortlist\w*|short-?listing|long-?list\w*|due diligence|debrief\w*|feedback"
    r"|opening of|opened|unsealed|report(?:s|ing)?\b|extension (?:request|to)|requests? for extension|break (?:clause|point)|notice to|extension period|optional extension"
)
_BARRED = (
    r"requests? for (?:an )?extensions?|(?:request|arrang|book|appl|sign)\w*[^.;]{0,25}? (?:site )?(?:visit|viewing|inspection)s?|(?:intention|intent|intend\w*) to (?:tender|bid|submit|respond|quote)|names? of|register(?:ed|ing|ation)? (?:for|to|an interest|their|your|attendance)"
    r"|book(?:ed|ing)?s?\b|confirm(?:ed|ation)? (?:of )?(?:attendance|your)|request for information|\bRFI\b|market (?:engagement|test\w*|consultation)"
    r"|prior information|planned procurement|pipeline notice|valid(?:ity)?\b|remain open|held open|open for acceptance|irrevocable|withdr[ae]w\w*"
    r"|(?:evaluat\w+|opening|scoring|moderation|assessment) of (?:the )?(?:tender|bid|quot|proposal|submission|response)\w*|(?:tender|bid|quotation|proposal|submission)s? (?:evaluat\w+|opening|assessment|moderation|will be opened)"
    r"|(?:financial|tax|school|academic|calendar) year|insurance|policy|licen[cs]e|legislation|royal assent|birth|invoice|price (?:increase|review)|accounts"
)
_EVENTS = tuple((name, re.compile(rf"(?:(?<=\W)|^)(?:{words})", re.IGNORECASE)) for name, words in _PATTERNS)
_MUST = re.compile(r"\b(?:must|should|shall|required to|have to)\b", re.IGNORECASE)
_STARTING = re.compile(r"\b(?:beginning|starting|commencing|with effect)\b(?: on| in| from)?\W*$", re.IGNORECASE)
_SOMETHING_STARTS = re.compile(r"\b(?:to|will|should|must|can|shall)\b", re.IGNORECASE)
_CONTRACTED = re.compile(rf"\b{_CONTRACT}\b", re.IGNORECASE)
_WEAKS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _WEAK)
_ISSUED = re.compile(
    rf"\b(?:{_BID}|documents?|packs?|notices?|adverts?|advertisements?|opportunity|procurement|specification|invitations?|competition|website|portal|contracts finder|find a tender)\b",
    re.IGNORECASE,
)
_PHASE = re.compile(r"\b(?:phase|milestone|stage \d|sprint|workstream|foundation(?:al)? work|pilot)s?\b", re.IGNORECASE)
_NONE = re.compile(rf"\b(?:{_DISTRACTORS})", re.IGNORECASE)
_NEVER = re.compile(rf"\b(?:{_BARRED})", re.IGNORECASE)
_CUT = re.compile(
    rf"[;]|[.?!]\s|,? \bbut\b|, (?:and|with|while|whilst|so that|after which|followed by|then)\b|\band (?=(?:{_BID}|the {_CONTRACT}|{_CONTRACT}|all|any|an?|questions?)\b[^.;,]{{0,60}}\b(?:must|should|shall|will|is|are|to|by)\b)",
    re.IGNORECASE,
)
_OF_DEADLINE = re.compile(
    rf"\b(?:before|prior to|after|following|until|by|to|of|from|ahead of|preceding|than|and) (?:the )?(?:{_BID} )?(?:\w+ )?(?:deadline|closing date|return date|submission date|closing time|due date)(?: and time| date)?"
    r"(?: for [^.;,?]{0,50}| of tenders)?[ ,:(–-]*(?:which is|is|of|on|by|at|being)?(?: the)? *$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:current|existing|previous|present|incumbent|last|former|expired|old) (?:contract|agreement|framework|arrangement|provider|supplier|contractor|service)"
    r"|\b(?:was|were|had been) (?:previously |last |first |originally )?(?:award|appoint|tender|let\b|establish|found|introduc|adopt|approv|built)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:we|i|supplier|bidder|contractor)s? (?:would )?(?:\w+ly )?(?:request|ask|suggest|like to request)\b|\b(?:is it possible|would it be possible|could you|could the|would the|would you|can the|can you|may we|will you consider)\b",
    re.IGNORECASE,
)
_WORK = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Event:
    """A step of the procurement. `of` is "selection stage" where the words say so, "" for the tender itself."""

    name: str
    of: str = ""
    sharp: bool = True


@lru_cache(maxsize=4096)
def of_label(words: str) -> Event | None:
    """Tell which step a label names ("Return of tenders", "Start date"); None when it names none."""
    if not _WORK.search(words):
        return None
    return _nearest(words, is_label=True)


@lru_cache(maxsize=4096)
def before_date(words: str) -> Event | None:
    """Tell which step the words before a date name, going back clause by clause from the date."""
    deadline = _OF_DEADLINE.search(words)
    if deadline and not re.search(_QUESTION, deadline[0], re.IGNORECASE):
        return Event("submission_deadline", _stage(deadline[0]))
    for clause in _clauses(words):
        event = _nearest(clause)
        if event is not None:
            return event
    return None


@lru_cache(maxsize=4096)
def after_date(words: str) -> Event | None:
    """Tell which step the words after a date name, no further than the end of the clause."""
    clauses = _clauses(words)
    return _nearest(clauses[-1]) if clauses else None


def is_past(words: str) -> bool:
    """Say whether the words speak of an earlier contract or of something long done."""
    return _PAST.search(words) is not None


def is_asked(words: str) -> bool:
    """Say whether the words ask for something and so state nothing."""
    return words.endswith("?") or _ASKED.search(words) is not None


def _clauses(words: str) -> list[str]:
    """The clauses of the words, the last one first."""
    return [clause for clause in reversed(_CUT.split(words)) if _WORK.search(clause)]


def _nearest(words: str, is_label: bool = False) -> Event | None:
    """Choose the step that is named last; what is asked or answered wins over what is sent or returned."""
    if _NEVER.search(words):
        return Event(OTHER)
    found: dict[str, int] = {}
    for name, pattern in _EVENTS:
        for match in pattern.finditer(words):
            found[name] = max(found.get(name, 0), match.end())
    none = max((match.end() for match in _NONE.finditer(words)), default=-1)
    if none < 0 and _is_starting(words):
        return Event("contract_start")
    if not found:
        return Event(OTHER) if none >= 0 else _weak(words)
    name = _ruling(words, found, none, is_label)
    if name == "issue_date" and not is_label and not _ISSUED.search(words):
        return None
    return Event(name, _stage(words) if name in ("submission_deadline", "issue_date", "clarification_deadline", TENDER_PERIOD) else "")


def _is_starting(words: str) -> bool:
    match = _STARTING.search(words)
    if match is None or not _WORK.search(words[: match.start()]):
        return False
    return "effect" not in match[0].lower() or _CONTRACTED.search(words) is not None


def _weak(words: str) -> Event | None:
    name = next((name for name, pattern in _WEAKS if pattern.search(words)), None)
    if name == "contract_start" and _SOMETHING_STARTS.search(words) and not _CONTRACTED.search(words):
        return None
    return Event(name, _stage(words) if name == "submission_deadline" else "", sharp=False) if name else None


def _ruling(words: str, found: dict[str, int], none: int, is_label: bool) -> str:
    if "answers_by" in found:
        return "answers_by"
    if "clarification_deadline" in found and found.get("interview_date", -1) < found["clarification_deadline"]:
        return "clarification_deadline"
    if "issue_date" in found and "submission_deadline" in found and _MUST.search(words):
        del found["issue_date"]
    if PERIOD in found and ("contract_start" in found or "contract_end" in found):
        del found[PERIOD]
        if "contract_start" in found and "contract_end" in found and is_label:
            return PERIOD
    name = max(found, key=lambda each: found[each])
    if name in ("contract_start", "contract_end", "contract_period") and _PHASE.search(words):
        return OTHER
    return OTHER if none > found[name] else name


def _stage(words: str) -> str:
    return "selection stage" if _STAGE.search(words) and not _FINAL.search(words) else ""
