"""The words by which the steps of a procurement are named; all in small letters, for texts in small letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tenderlint.facts import event_plain as plain
from tenderlint.facts.event_things import (
    AND_TIME,
    ANSWERED,
    BEGIN,
    BID,
    BIDDER,
    CALL,
    CONTRACT,
    DUE,
    END,
    GIVEN,
    LIMIT,
    QUESTION,
    SITE,
    either,
)
from tenderlint.patterns import late_pattern

OTHER = "other"
"""A step that is no fact of the timetable (an evaluation, a standstill, a validity)."""
TENDER_PERIOD = "tender_period"
"""The time in which tenders are made: it begins with the issue and ends with the deadline."""
PERIOD = "contract_period"
"""The whole contract: a range of dates is its start and its end."""


@dataclass(frozen=True, slots=True)
class Step:
    """How a step is named. One of the stems must stand in the words before its pattern is worth a try."""

    name: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]


def _step(name: str, stems: str, *words: str) -> Step:
    return Step(name, tuple(stems.split()), late_pattern(rf"(?:(?<=\W)|^){either(*words)}"))


STEPS = (
    _step(
        "answers_by", "respon answer repl publi issu circul releas provi shar q&a q-and-a post",
        rf"{either(ANSWERED, 'publi(?:sh|cation)', 'issu', 'circulat', 'releas', 'provi')}\w*[^.;?]{{0,45}}?"
        rf"\b{QUESTION}",
        rf"{QUESTION}\b[^.;?]{{0,40}}?\b{either(ANSWERED, r'publi', 'issued', 'circulated', 'released', 'log')}",
        *plain.ANSWERS,
        r"(?:last|latest|final) (?:date|day) for [^.;]{0,30}?\b(?:repl(?:y|ies)|answers?)\b",
        r"(?:final )?answers?\b[ \w]{0,12}? (?:published|issued|circulated|by|due|date|sent|out)",
        r"(?:repl(?:y|ies)|answers?|responses?) to (?:all )?(?:tenderers|bidders|suppliers|applicants"
        r"|candidates|firms)\b",
        r"(?:we|i) (?:reply|answer|respond) (?:by|on|before|no later)\b",
        rf"(?:responses?|answers?|repl(?:y|ies)) (?:will|to be|shall|are|is)\b[^.;]{{0,30}}?\b{GIVEN}",
        r"(?:provide\w*|issue|publish|give)\b (?:\w+ ){0,3}(?:responses?|answers?|replies)\b(?! (?:form|document"
        "|template|sheet))",
        r"(?:we|authority|council|buyer|trust|board|commissioner|customer|client)s?"
        r" (?:will|aims? to|shall|intends? to|expects? to|must)(?: \w+){0,3} (?:respond|reply|answer)\b",
    ),
    _step(
        "clarification_deadline",
        "clarif question quer quir q&a q and cq request information ask clear sure puzzl raise",
        QUESTION,
        *plain.QUESTIONS,
        r"(?:last|latest|final) (?:date|day|time|chance) (?:to|for) (?:ask|asking)\b",
        r"\bask (?:us|me|the \w+|our \w+)\b[^;?]{0,120}?\b(?:by|before|until|no later|not later)\b",
        r"\bask\b(?! (?:for|you|bidders?|suppliers?|tenderers?|that|to)\b)(?: us)?(?: (?:\w+ ){0,4}?\w+)?"
        r" (?:by|before|until|no later)\b",
        r"(?:further|more|additional) information\b[^.;]{0,40}\b(?:contact|e-?mail|ask|call|write|request)",
    ),
    _step(
        "site_visit", "visit view tour inspect walk meeting open seen look",
        rf"{SITE}[ -]*(?:visit|inspection|viewing|tour|meeting|walk)\w*",
        rf"(?:visit|inspection|viewing|tour)s? (?:of|to|at) (?:the )?{SITE}",
        r"visits? to (?:our"
        r"|the) ", r"\blook(?:ing)? (?:a)?round\b(?! for)", rf"{SITE}\b[^.;?]{{0,30}}?\b(?:visited|inspected"
            rf"|viewed|toured|seen|open)\b",
        r"(?:may|can|could) be (?:visited|inspected|viewed|seen)\b", r"walk(?:ing)? (?:round|around|over)\b",
        r"walk-?(?:round|around|over|through)s?\b",
        r"(?:bidders?|suppliers?|tenderers?)['’]?s? (?:visit|tour|walk)s?\b", r"(?:optional|compulsory"
        r"|mandatory) visits?\b",
        r"accompanied (?:\w+ )?(?:visit|viewing|tour|inspection)s?", r"(?:open|viewing|visit|inspection) (?:days?"
            r"|mornings?|afternoons?)",
        r"\bcome (?:and|to) (?:look|see|view|visit)\b",
        rf"(?:visit|view|inspect|tour)\w* the {SITE}",
    ),
    _step(
        "interview_date", "interview present pitch demo meet talk convers show chat",
        r"(?:talks?|chats?|meet(?:s|ings?)?|conversations?|discussions?|calls?) (?:with |to )?(?:the |all |our "
        r"|each |any )?"
        r"(?:(?:short-?listed|selected|top|final|preferred)\b"
        rf"|(?:best|leading|strongest|first|highest[- ]scoring) (?:\w+ )?{BIDDER}"
        r"|(?:best|leading|strongest) (?:two|three|four|few|firms?|ones)\b)",
        r"(?:we|the panel|the trustees) meets? (?:with )?(?:up to )?(?:the |our )?(?:best |top "
        r"|short-?listed )?(?:two|three|four"
        rf"|five|six) (?:{BIDDER}|companies|firms|teams|artists|agencies)\b",
        rf"(?:short-?listed|selected|best|final|top)(?: \w+)? (?:{BIDDER}|firms?|teams?|ones|two|three|four|five)"
        r" (?:(?:will|to|are|is|then|be|asked|invited|come|in|and) ){1,6}(?:talk|speak|meet|see us)\b",
        r"interview(?:s|ed)?", r"\bshow (?:us|the panel) (?:their|your|the) (?:system|product|software|work|kit)s?\b",
        r"presentations?(?! of)", r"(?:invited|asked|required) to (?:\w+ )?present\b",
        "present to (?:the|our) panel", r"pitch(?:es)?\b", r"demonstrations?", r"demo days?",
        r"clarification meetings?", r"(?<!mid-)(?<!mid )(?<!pre-)(?<!pre )(?:supplier|panel"
        r"|tender) (?:panel )?meetings?",
    ),
    _step(
        "submission_deadline",
        "tender bid quot propos submi respon applic offer itt rfq rfp pqq sq eoi expression request questionnaire"
        " deadline clos return"
        " due cut apply price figure form reply last hear interest",
        rf"{BID}['’]?s?\b[ \w/()'’&-]{{0,30}}?\b(?:return(?:s|ed)?|submissions?|submitted|clos(?:e[sd]?|ing)|due"
        "|deadline|receipt"
        "|received|cut-?off|end(?:s|ed)?|to be (?:submitted|returned|received|uploaded|in)|period (?:clos|end"
        r"|expir)\w*)\b",
        f"{LIMIT}{AND_TIME}(?: for| of| to)? ?(?:the )?(?:receipt|submission|submitting|submit|return|returning"
        "|receiving"
        r"|lodg\w+|upload\w*|delivery|completed?|electronic)\b",
        rf"{LIMIT}{AND_TIME}(?: for| of)? (?:(?:all|the|this|any|your|completed|final|electronic) ){{0,3}}{BID}\b",
        "(?<!invitation to )(?:submi(?:t|ssion|tted|tting)|return(?:ing)?|receipt|receive|send|upload|lodge"
        "|deliver|delivery"
        r"|e-?mail)\b[^.;?]{0,60}?"
        rf"\b{BID}\b",
        rf"(?!{CALL}){BID}\b(?! (?:amendment|addendum|update|documents? will))[^.;?]{{0,110}}?\b(?:must|should|shall"
        "|to|will|can|are"
        rf"|is|be|may|have|has|it)\b[^.;?]{{0,90}}?\b{DUE}\b",
        f"{BID} (?:(?:sent|emailed|uploaded|delivered|submitted|returned|received|back) )?(?:in |back )?"
        r"(?:to (?:me|us|the \w+) )?(?:please )?(?:by"
        "|before|no later"
        r"|not later)\b",
        rf"^\W*{BID} (?:in|back)\W*$",
        *plain.SUBMISSION,
        rf"(?:require|need|want|expect)\w* (?:\w+ ){{0,2}}?{BID}\b[^.;]{{0,30}}\b(?:by|before|no later)\b",
        rf"(?:must|need to|should) (?:have|receive) (?:\w+ ){{0,4}}?{BID}\b",
        rf"{CALL}s?\b[^.;?]{{0,60}}?\b(?:must|should|shall)\b[^.;?]{{0,60}}?\b(?:returned|submitted|received"
        r"|uploaded)\b",
        r"(?:closing|return|submission|due|tender) (?:date|time|deadline)(?! for)",
        r"(?<!award )(?<!decision )deadline\b(?! for)", r"closes?\b",
        r"closing (?:on|at)", r"^\W*clos(?:ing|ed?)\W*$",
        rf"{BID}\b[^.;?]{{0,60}}?\b(?:reach(?:es)?|gets? to|arrives? (?:with|at)|comes? (?:in|to)|back (?:with"
        rf"|to) us)\b",
        rf"\bget {either('your', 'the', 'all', 'any')} (?:\w+ ){{0,2}}?{BID}\b",
        rf"\b(?:let|give|send|get|post|hand)\w*\b[^.;?]{{0,40}}?\byour (?:\w+ )?(?:prices?|figures?"
        rf"|{BID})\b[^.;?]{{0,80}}?"
        r"\b(?:by|before|no later|not later)\b",
        r"\bapply\b[^.;?]{0,40}?\b(?:by|before|no later)\b",
        r"(?:like|want|wish|hope)\w* to (?:bid|tender|quote|apply|take part)\b[^.;?]{0,60}?\b(?:by|before|no later)\b",
        "(?:deadline|closing date)(?: and time)? for (?:this|the) (?:opportunity|procurement|competition|contract"
        "|exercise"
        r"|requirement|advert|notice)",
    ),
    _step(
        TENDER_PERIOD, "period window live open",
        rf"(?:{CALL}|tender|bid|bidding|quotation|submission|opportunity|procurement|portal|advert)s? (?:response )?"
        r"(?:period|window|live|open)(?! clos| end| expir)\b",
    ),
    _step(
        PERIOD, "period duration date length term",
        rf"{CONTRACT}\b[ \w]{{0,14}}?\b(?:period|duration|dates?|length|term)\b",
        rf"(?:period|duration|term|length) (?:of|for) (?:the )?{CONTRACT}",
        r"^(?:contract )?(?:period|duration|term)\W*$",
        r"for the period\b",
    ),
    _step(
        "contract_start", "start commenc begin live effect incept from into possession kick first up take place",
        rf"{CONTRACT}\b[^.;?]{{0,60}}?\b{BEGIN}\b",
        rf"{BEGIN}\b[ \w-]{{0,12}}? (?:of|to|the|for)? ?(?:\w+ )?{CONTRACT}\b",
        r"(?:start|commencement|go[- ]live|effective|starting|inception|mobilisation start) dates?",
        rf"{CONTRACT}\b[^.;?]{{0,60}}?\b(?:with effect|effective|runs?|running|operat\w+|provided|delivered|required"
        "|supplied) from",
        r"(?:appoint|engage|commission|seek|look|need|requir)\w*\b[^.;?]{0,80}?\b(?:years?"
        r"|months?) from(?: the)?\W*$",
        *plain.START,
        rf"{CONTRACT} from\b", "start on site", "site (?:start|possession)", r"possession of (?:the )?site",
        r"dates? (?:for|of) possession",
        rf"{CONTRACT}\b[^.;?]{{0,80}}?\b(?:years?|months?|seasons?|terms)\b(?: \([^()]{{1,20}}\))? from(?: the)?\W*$",
        rf"{CONTRACT}\b[^.;?]{{0,40}}?\b(?:takes? effect|comes? into (?:effect|force))",
        rf"(?:{BIDDER}|we|work|it) (?:will|should|must|is to|are to|to) (?:start|commence|begin)\b",
    ),
    _step(
        "contract_end", "end expir finish complet terminat until contract conclud",
        rf"{CONTRACT}\b[^.;?]{{0,60}}?\b{END}\b",
        rf"{END}\b (?:date )?(?:of )?(?:the )?(?:initial )?{CONTRACT}\b",
        r"(?:end|expiry|expiration|completion|finish|termination) dates?", r"contract (?:to|until)",
        "practical completion", r"dates? (?:for|of) completion",
    ),
    _step(
        "award_date",
        "offer announc choice enter winner know award prefer success winning selected chosen appoint letter"
        " notice notif inform advis tell"
        " told hear make"
        " outcome result"
        " decision decide write summar contract sign intent won choose pick",
        "award(?:s|ed|ing)?(?! (?:criteri|questionnaire|stage question|question|procedure|process|of marks|points"
        "|marks|winning"
        r"|scheme))",
        rf"(?:preferred|successful|winning|selected|chosen)(?:(?: and |/| or )(?:un)?successful)? {BIDDER}",
        rf"{BIDDER} (?:is |are |will be )?(?:selected|chosen|appointed|confirmed)",
        rf"select(?:ion of)? (?:the )?{BIDDER}",
        r"(?<!by )(?<!an )(?<!prior )appoint(?:ment|ed|ing)?\b(?: of)?", r"(?:letter|notice) of (?:acceptance|intent"
        r"|appointment)",
        "intent(?:ion)? to award",
        rf"notif(?:y|ied|ication|ying)\b[^.;]{{0,40}}?\b(?:outcome|result|decision|unsuccessful|intention|{BIDDER})s?",
        rf"(?<!shortlisted )(?<!short-listed ){BIDDER} (?:will be )?(?:notified|informed|advised|told)",
        r"(?:inform|advise|tell)\w* [^.;]{0,30}?(?:outcome|result|decision)",
        r"(?:outcome|result|decision)s?\b(?! making)",
        r"assessment summar(?:y|ies)", r"^\W{0,3}(?:[a-z]{1,12} ){0,3}(?:award|decision) (?:deadline|closing date)\W*$",
        r"(?:name|announce|confirm) (?:the|our|a) (?:winner|winning|successful"
        r"|preferred)\b", r"decide\b(?! (?:(?:up)?on (?:whether|if|how)|if|to|not|whether|how|which))",
        r"contracts? (?:(?:will|to|is to|are to|shall|should|can) be )?(?:sign(?:ed|ature|ing)?|execut\w+|let\b"
        r"|formation|completion and signature)",
        r"sign(?:ing|ature|ed)? (?:of )?(?:the )?contract", r"enter\w* into (?:the |a )?contract",
        *plain.AWARD,
        r"let (?:\w+ ){1,3}know (?:the|if|whether|our)\b",
        r"(?:\b(?:will|shall|expect to|hope to|aim to)|we['’]ll|i['’]ll) (?:let (?:\w+ ){1,2}know"
        r"|tell (?:you|all|every\w+)|write to (?:you|all|every\w+))\b",
        r"\bhear (?:back|from us)\b", r"\bwhen (?:you|bidders|applicants|everyone)(?: will|['’]ll) hear\b",
        r"\bmake (?:our|the|a) (?:final )?(?:decision|choice)\b",
    ),
    _step(
        "issue_date",
        "went goes gone going put upload plac came send comes post mail issu publi advert patch releas launch"
        " circul availab sent"
        " start commenc open begin live"
        " date out notice",
        r"(?:issue|issued|issuing|publish\w*|publication|advertis(?:ed?|ement|ing the)|advert|[di][ei]spatch\w*"
        "|release|released"
        r"|launch\w*|circulat\w+|available|availability|sent out)\b",
        rf"(?:{CALL}|tender|procurement|pqq|bid|opportunity|competition|invitation|applications?)\b(?: process| period"
        "| opportunity| exercise"
        r"| stage)?(?: is| goes| going| went)? (?:commence\w*|start\w*|open(?:s|ed)?|begins?|live|launch)\b",
        rf"(?:{CALL}|request|invitation|pack|advert|notice|documents?|brief|tender|opportunity)s?\b[^.;?]{{0,20}}?"
        r"\b(?:went|go|goes|gone|going|put|came|comes) out\b",
        rf"{CALL}s? (?:is |are |will be )?(?:sent|out|issued)\b",
        r"this (?:letter|request|brief|invitation|pack|document)\b[^.;?]{0,20}?\b(?:posted|e-?mailed|sent)\b",
        r"^\W*open(?:s|ed|ing)?(?: on| date| for \w+)?\W*$",
        r"(?:tender|bid) (?:documents?|packs?) (?:sent|out)\b",
        *plain.ISSUE,
        rf"date of (?:this )?(?:{CALL}|invitation|document|tender|letter|notice)",
    ),
)  # fmt: skip
WEAK_STEPS = (
    _step(
        "contract_start", "start commenc begin live mobili",
        r"^\W*(?:(?:expected|planned|target|anticipated|estimated|proposed|likely|intended|indicative|earliest"
        r"|latest) )?"
        r"(?:start|starts|commencement|commences|begins?|go[- ]live|going live|mobili[sz]ation start)\W*$",
        r"(?:to|will|should|must|can|shall) (?:start|commence|begin|go live)\b[\w ]{0,25}\W*$",
    ),
    _step(
        "contract_end", "end expir finish complet terminat",
        r"^\W*(?:(?:expected|planned|target|anticipated|estimated|proposed|likely|intended|indicative) )?(?:end"
        r"|ends|expiry|expires?|finish|completion)\W*$",
        r"(?:expir(?:ing|es?)|ending|finishing|terminating)\b(?: on| in)?\W*$",
    ),
    _step(
        "submission_deadline", "mail submi return receiv upload deliver sen lodg arriv reach",
        r"^[\W\d]*(?:(?:it|they|this|these|please) )?(?:(?:is|are|must|should|shall|to|be|have to"
        r"|will) ){0,3}(?:e-?mailed"
        "|submitted|returned"
        r"|received|uploaded|delivered|sent|lodged|submit|return|send|e-?mail|arrive|reach)\b"
        r"(?! [^;]{0,40}\b(?:timesheet|order|claim|monitoring|consent|feedback|expense|invoice|survey|menu|mileage"
        r"|meter"
        r"|rota|register|booking|payroll)s?\b)[^;]{0,170}\b(?:by"
        r"|before|than|deadline)\b"
        r"[^.;]{0,30}$",
    ),
)  # fmt: skip
DISTRACTORS = late_pattern(
    r"\b" + either(
        "stand-?still", r"evaluat\w+", r"moderat\w+", r"scor(?:e|ing)\b", "mobili[sz]ation", "hand-?over", r"tupe\b",
        "(?:cabinet|board|committee|council|executive|governance|internal|member|trustee)s? (?:meeting|decision"
        "|sign-?off)",
        "approval", "soft market", "contract details notice", "briefing", "(?:industry|supplier) day",
        "(?:launch|supplier) event",
        r"bidders?['’]?s? (?:day|event|conference)", r"register(?:ed|ing|ation)?\b", "attendance", "attending",
        r"review(?:ed)?\b", "version", "revis(?:ed|ion) (?:date|on)", "amend(?:ed|ment) (?:of|to) the",
        "(?:year|period) end(?:ed|ing)?", r"act\b", r"finali[sz]\w+", r"regulations?\b", "directive", "payment",
        "price fixed",
        r"short-?list\w*\b(?! (?:bidder|supplier|tenderer|provider|applicant|candidate|organisation|compan))",
        r"long-?list\w*", "due diligence", r"debrief\w*",
        "feedback", "opened",
        "unsealed", r"report(?:s|ing)?\b", "extension (?:request|to|period)", "break (?:clause|point)", "notice to",
        "optional extension",
    )
)  # fmt: skip
"""Steps that are no facts; one of them that stands nearer to a date than a fact's words takes the date."""
STANDSTILL_BEGINS = late_pattern(
    r"\s{0,9}(?:/|,|&|\(|–|-|\band)\s*(?:the )?(?:start|beginning|begins?|commencement|opening) (?:of )?(?:the )?"
    r"(?:mandatory )?stand-?still(?: period| begins?| starts?)?"
    r"|\s{0,9}(?:/|,|&|\(|–|-|\band)\s*(?:the )?(?:mandatory )?stand-?still(?: period)? (?:begins?|starts?|commences?)"
)
"""The day on which an award is told is that on which the standstill begins, so the words add nothing."""
BARRED = late_pattern(
    r"\b" + either(
        "requests? for (?:an )?extensions?", "invitations? (?:to|for) (?:the )?(?:interview|present|demonstrat|pitch)",
        r"(?:request|arrang|book|appl|sign)\w*[^.;]{0,25}? (?:site )?(?:visit|viewing|inspection)s?",
        r"(?:intention|intent|intend\w*) to (?:tender|bid|submit|respond|quote)", "names? of",
        *plain.NO_STEP,
        "register(?:ed|ing|ation)? (?:for|to|an interest|their|your|attendance)", r"book(?:ed|ing)?s?\b",
        "confirm(?:ed|ation)? (?:of )?(?:attendance|your)", "request for information", r"rfi\b",
        r"market (?:engagement|test\w*|consultation)", "prior information", "planned procurement", "pipeline notice",
        r"valid(?:ity)?\b", "remain open", "held open", "open for acceptance", "irrevocable", r"withdr[ae]w\w*",
        rf"(?:evaluat\w+|opening|scoring|moderation|assessment) of (?:the )?{BID}",
        rf"{BID} (?:evaluat\w+|opening|assessment|moderation|will be opened)",
        "(?:financial|tax|school|academic|calendar) year", "insurance", "policy", "licen[cs]e", "legislation",
        "royal assent",
        "birth", "invoice", "price (?:increase|review)", "accounts",
    )
)  # fmt: skip
"""Words that take every meaning of a fact from the clause they stand in."""
STAGE = late_pattern(
    r"\b" + either(
        "pqq", "ss?q", "psq", "eoi", "expressions? of interest", "requests? to participate", "selection stage",
        r"stage (?:one|1)\b", "first stage", r"round (?:one|1)\b", r"initial (?:round|request|tender)\w*",
        "(?:selection|pre-?qualification|procurement specific) (?:stage )?questionnaire",
    )
)  # fmt: skip
FINAL = late_pattern(
    r"\b(?:isft|final tender|bafo|best and final|stage (?:two|2)|second stage|round (?:two|2)|negotiat\w+|dialogue)"
)
THEIR_ANSWERS = late_pattern(
    r"\b(?:you|bidders|tenderers|suppliers|applicants|candidates|firms) (?:(?:will|must|should|can|may|shall|are to|are"
    r" asked to|have to|need to) )?(?:answer|respond|reply)\b|\byour (?:\w+ )?(?:answers?|responses?|replies)\b"
    r"|\b(?:responses?|answers?|replies) to (?:(?:the|all|our|each|these|any|every) ){0,2}(?:(?:method|quality|scored"
    r"|pricing|award|selection|following|tender|above) ){1,2}(?:questions?|questionnaire)\b"
    r"|\b(?:responses?|answers?|replies) to (?:(?:the|all|our|each|these|any|every) ){0,2}questions?\b[^.;]{0,30}"
    r"\b(?:must|should|shall|are to|have to|need to)\b[^.;]{0,20}\b(?:submitted|returned|received|completed|reach us)\b"
)
"""Words by which it is the bidders who answer."""
SENT_IN = late_pattern(
    r"\b(?:submit\w*|upload\w*|return\w*|received|sent (?:in|to us)|send|reach us|be with us)\b"
)
OPENED = "opening"
RESPONDED = "responses"
UNSURE = {
    "contract_start": ("first meeting", late_pattern(r"\b(?:inception|start-?up|kick-?off) meeting\b")),
    "issue_date": (OPENED, late_pattern(r"^\W*(?:the )?opening(?: (?:date|day))?\W*$")),
    "submission_deadline": (
        RESPONDED,
        late_pattern(
            r"^\W*(?:and )?(?:the |our )?(?:responses?|repl(?:y|ies)) ?(?:(?:are |is )?due |date |out )?"
            r"(?:by |on )?\W*$"
        ),
    ),
}
"""Words that name a step only where no other does so better, and what such a step is of: a first meeting may come
before the contract begins, an opening is that of the tenders where it follows the deadline, responses are the buyer's
where they stand between the questions and the tenders."""
MUST = late_pattern(r"\b(?:must|should|shall|required to|have to)\b")
STARTING = late_pattern(r"\b(?:beginning|starting|commencing|with effect)\b(?: on| in| from)?\W*$")
SOMETHING_STARTS = late_pattern(r"\b(?:to|will|should|must|can|shall)\b")
CONTRACTED = late_pattern(rf"\b{CONTRACT}\b")
ISSUED = late_pattern(
    rf"{plain.SENT}|\b(?:(?:call|fund|round) opens?|uk ?\d{{1,2}}|{BID}|documents?|packs?|notices?|adverts?"
    rf"|advertisements?"
    rf"|opportunity|procurement|specification"
    "|invitations?|competition|letters?|briefs?|prospectus|guidance|application packs?|applications"
    r"|requests?|suppliers|bidders|tenderers|website|portal|contracts finder|find a tender)\b"
)
BARE_ISSUE = late_pattern(
    r"\W*(?:first |formally )?(?:opens?|issued|published|released|advertised|[di][ei]spatched|sent out)"
    r"(?: by [^.;]{1,60}?)?(?: on)?\W*$|\W*(?:release|issue|publication) date\W*$"
)
OTHERS = late_pattern(
    r"\b(?:regulations?|act|order|directive|code) (?:19|20)\d\d\b[^.;]{0,30}\b(?:effective|in(?:to)? force|with effect)"
    r"|\b(?:phase|milestone|stage \d|sprint|workstream|foundation(?:al)? work|pilot)s?\b")
ENDS_IN_DEADLINE = late_pattern(
    r"\b(?:before|prior to|after|following|until|by|to|of|from|ahead of|preceding|than"
    rf"|and) (?:the )?(?:{BID} )?(?:\w+ )?"
    r"(?:deadline|closing date|return date|submission date|closing time|due date)(?: and time| date)?"
    r"(?: for [^.;,?]{0,50}| of tenders)?[ ,:(–-]*(?:which is|is|of|on|by|at|being)?(?: the)? {0,9}$"
)
LABEL_IN_LABEL = late_pattern(r":\s(?:[^:]{1,60}[,;]\s)?([^:;,.]{3,60}):\s*$")
"""The last of several labels in one line: "Key dates: opening date: 3 March 2026"."""
QUESTIONS = late_pattern(QUESTION)
CUT = late_pattern(
    r"[;]|[.?!]\s|,? \bbut\b|, (?:and|with|while|whilst|so that|after which|followed by|then)\b"
    rf"|\band (?=(?:{BID}|(?:the )?{CONTRACT}|all|any|an?|questions?)\b[^.;,]{{0,60}}\b(?:must|should|shall|will|is"
    r"|are|to|by)\b)"
)
PAST = late_pattern(
    r"(?<!be )(?<!been )\b(?:commenced|began)\b(?! by)|\b(?:project|programme|scheme|service) started\b|"
    r"\b(?:contract|agreement|framework) was (?:then |later )?(?:extended|renewed|prolonged)\b|"
    r"\b(?:whose|(?:its|their|his) own)(?: own)?(?: \w+){0,2} (?:contract|agreement|framework)\b|"
    r"\b(?:(?:current|existing|previous|present|incumbent|expired)(?: \w+){0,2}|last|former|old)"
    r" (?:contract|agreement|framework|arrangement|provider|supplier|service)"
    r"|\b(?:was|were|had been) (?:previously |last |first |originally )?(?:award|appoint|tender|let\b|establish"
    r"|found|introduc|adopt|approv|built)"
)
ASKED = late_pattern(
    r"\b(?:we|i|supplier|bidder|contractor)s? (?:would )?(?:\w+ly )?(?:request|ask|suggest|like to request)\b"
    r"|^please (?:can you |could you )?(?:confirm|clarify|advise|explain)\b"
    r"|\b(?:is it possible|would it be possible|could you|could the|would the|would you|can the|can you|may we"
    r"|will you consider)\b"
)
