"""The words round a date that do not name its step: blanks, examples, changes, joints between two dates."""

from __future__ import annotations

import re

from tenderlint.patterns import late_pattern

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIGURE_MARKS = ("/0", "/1", "/2", ".20", ".1", ".2", "-20", "-0", "-1", "/ 20", "- 20")
_MONTH = f"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}"
FIGURES = late_pattern(r"\d ?[/.-] ?\d{1,2} ?[/.-] ?\d|\d/\d{6}\b")
DAY_FIRST = late_pattern(rf"\d(?:st|nd|rd|th)?(?: day)?(?: of)?,?[ -]?{_MONTH}\b")
MONTH_FIRST = late_pattern(rf"\b{_MONTH}\.?,?(?: of)? \d")
DIGIT = late_pattern(r"\d")
LETTERS = late_pattern(r"[A-Za-z]{3}")
DIGITS = late_pattern(r"\d\d")
NAMED = late_pattern(r"(?!until)[A-Za-z]{3}")
DATE_ALONE = late_pattern(r"^\W{0,3}date\b", re.IGNORECASE)
VERB = late_pattern(r"\b(?:is|are|was|will|must|shall|should|may|can|be|has|have|been|please)\b", re.IGNORECASE)
IMPERATIVE = late_pattern(
    r"\W*(?:\w+ )?(?:return|send|submit|e-?mail|upload|deliver|post|complete|provide|ensure|contact|make|raise|ask)\b",
    re.IGNORECASE,
)
EXAMPLE = late_pattern(
    r"\b(?:e\.g\.|for example|for instance|such as"
    r"|(?<!\.)examples?:?(?![.\w])(?! of (?:your|earlier|past|previous|similar|recent|relevant|other|work)\b)"
    r"|sample|illustrat\w+)",
    re.IGNORECASE,
)
BLANK = late_pattern(r"\[\s*(?:(?:insert|enter|date|tbc|add)\b|dd|x+)|«|»|<\s*insert|\bx{2,}\b|\bdd/mm", re.IGNORECASE)
DATE_LABEL = late_pattern(
    r"(?:^|[\s:|])(?:Our |Letter |Document |Tender |ITT )?(?:Date[d:]?|DATE[D:]?|^Sent:)"
    r"(?: of (?:this )?(?:document|letter|issue))?[\s:–-]*$"
)
LEADS = late_pattern(
    r"\b(?:by|no later than|not later than|before|on or before|deadline|closing|latest|due)\b[^.;]{0,40}$"
    r"|\b(?:will be|is|on|from|until)\b[^.;]{0,16}$",
    re.IGNORECASE,
)
SINCE = late_pattern(
    r"\b(?:on or after|after|since|following|as (?:at|of)|dated|from and after)(?: the)?\s*$", re.IGNORECASE
)
UNTIL = late_pattern(
    r"\W*(?:and )?(?:(?:it )?(?:will )?(?:must |should |shall |to |has to |have to |needs to )?(?:be )?"
    r"(?:done|over|run|continu|end|expir|finish|last|complet|conclud|terminat)\w*\W+(?:\w+ly\W+)?)?(?:on |in )?"
    r"(?:until|till|to|ending|expiring|finishing|on|by|no later than)\b[\s\w]{0,10}$",
    re.IGNORECASE,
)
ENDS = late_pattern(
    r"\b(?:until|till|to|up to|ending|expiring)(?: (?:and including|the end of|the))?\s*$", re.IGNORECASE
)
EXTENDED = late_pattern(
    r"\b(?:exten(?:d|ded|sions?)|renew\w*)\b[^.;]{0,30}\b(?:until|till|to)(?: the)?\s*$", re.IGNORECASE
)
"""Words before the day to which a contract may be extended."""
RUNS_TO = late_pattern(
    r"^(?![^;]{0,200}\b(?:exten\w+|options?|current|existing|previous|present|phases?|valid\w*|fixed|notice|held|firm"
    r"|past|last (?:\w+ )?(?:years?|months?)|records?|accounts?|report\w*|data|figures?|prices?|rates?|staff|lease"
    r"|insurance|reviews?|trial|probation\w*|break|mobili\w+|ran|after|before|within|not|no)\b)"
    r"[^.;]{0,60}(?P<what>\b(?:contract|agreement|framework|appointment|sla|call-?off|(?<!school )term)\b|^\W{0,3}it\b"
    r"|^\W{0,3}and\b)"
    r"[^.;?]{0,60}\b(?:years?|months?)\b[\s,(:–-]{0,4}(?:that is,? |so )?(?:up )?(?:to|until|till)"
    r"(?: (?:and including|the end of|the))?\s*$",
    re.IGNORECASE,
)
"""Words before the last day of a contract, behind its length: "the contract runs for three years, to"."""
OURS = late_pattern(r"\b(?:contract|agreement|framework|appointment|call-?off)\b", re.IGNORECASE)
TERM = late_pattern(
    r"\b(?:years?|months?|seasons?|term|length|duration)\b(?: (?:is|are|will be|from))?[\s,(:–-]{0,4}(?:from )?$"
    r"|^\W{0,4}(?:it |this |the (?:contract|agreement|work|award) )?(?:(?:will|is to) )?(?:runs?"
    r"|lasts?) (?:from |between )$"
    r"|\b(?:quot(?:e|ation)s?|prices?|tenders?|bids?|proposals?) (?:for|to)\b(?! be\b)[^.;]{3,140}\b(?:from"
    r"|between)(?: the)?\s*$"
    r"|\b(?:contract|agreement|work|service|project|award|commission|programme) to (?:run|last) (?:from|between) $",
    re.IGNORECASE,
)
SEASON = late_pattern(
    r"^(?![^.;]{0,150}\b(?:shut|clos(?:ed|es)|holiday|away|break|leave)\b)[^.;]{0,200}\bfor (?:one|a|the|two|three"
    r"|this|next) (?:\w+ )?(?:winter|summer|autumn|spring|season)s?[\s,(:–-]{0,4}(?:from )?$",
    re.IGNORECASE,
)
WORKED = late_pattern(
    r"\b(?:carry out|carried out|works?|provided?|deliver(?:ed)?|undertake|supply)\b[^.;]{0,90}\bbetween(?: the)?\s*$",
    re.IGNORECASE,
)
BEGINS = late_pattern(
    r"\W*(?:(?:and|then|but|it|they) ){0,2}(?:(?:will|shall|is to|are to|to|should) )?(?:then )?(?:start|begin"
    r"|commence)s?\b",
    re.IGNORECASE,
)
OR = late_pattern(r"\W*or\W*(?:in |on )?", re.IGNORECASE)
SAME = late_pattern(
    r"\W*(?:and|&)?\W*(?:(?:is|are|has been|have been|will be|was) (?:now |since )?"
    r"(?:changed |moved |extended |postponed |revised |amended )?(?:to|now|until)?)?\W*",
    re.IGNORECASE,
)
"""What may stand between two dates of one step: "3 and 4 July", "3 July, is now 10 July"."""
CHANGED = late_pattern(
    r"\b(?:(?:has|have|had|is|are) (?:now |since |been ){0,3}(?:been )?(?:extended|changed|amended|revised|moved"
    r"|postponed|brought forward|put back|altered|varied)"
    r"|(?:new|revised|extended|amended|updated|rescheduled) (?:\w+ ){0,3}(?:deadline|clos\w+|dates?|return"
    r"|submission|timetable)"
    r"|(?:is|are) now\b|(?:deadline|date|clos\w+)[^.;]{0,40}\b(?:extended|postponed|revised|rescheduled|moved)"
    r" (?:to|until|from))",
    re.IGNORECASE,
)
FROM = late_pattern(r"\bfrom (?:the )?[^.;]{0,30}$", re.IGNORECASE)
INSTEAD = late_pattern(
    r"\b(?:instead of|rather than|and not|previously|originally|formerly|replac\w+|supersed\w+)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
REFUSED_LATER = late_pattern(r"\b(?:no|not|nor|never)\b[^.;]{0,60}\b(?:after|following)(?: the)?\s*$", re.IGNORECASE)
"""Words before the last day of something: "no query will be answered after"."""
REFUSED_AFTER = late_pattern(
    r"[^.;]{0,50}\b(?:(?:will|shall|may|can) ?not\b|cannot\b|(?:will be|are|is) (?:sent back|returned|rejected"
    r"|refused|disqualified|too late)\b|no (?:further |more )?(?:quer|questions?|clarif|tender"
    r"|bid|quot))",
    re.IGNORECASE,
)
"""Words after the last day of something: "questions received after 3 July will not be answered"."""
WHEN_IT = late_pattern(r",? (?:at|on|by|from) which\b|,? when\b|,? and will (?=(?:choose|decide|award"
    r"|appoint) then\b)", re.IGNORECASE
)
"""Joins a date to what happens on it: "the meeting on 3 March, at which the contract will be awarded"."""
TIME_LINE = late_pattern(r"\W{0,3}(?:(?:closing|local) )?time\W{1,3}(?:by |at |is )?", re.IGNORECASE)
"""Begins the line of a time that stands below its date."""
TIME_LABEL = late_pattern(r"\btime\b", re.IGNORECASE)
START_HEAD = late_pattern(r"\b(?:start|from|begin|commence|open)", re.IGNORECASE)
END_HEAD = late_pattern(r"\b(?:end|to|finish|until|complet|by|clos|expir)", re.IGNORECASE)
BARE_SIDE = late_pattern(
    r"\W*(?:start|end|finish|from|to|begin|begins|complete|completion|due)(?: date)?\W*", re.IGNORECASE
)
BARE_DAY = late_pattern(
    r"\W*(?:deadline|due|due by|by when|when|complete by|target|date|(?:due|end|target|completion) date)(?: date)?\W*",
    re.IGNORECASE,
)
"""Heads of columns of days that name no step by themselves."""
HISTORY = late_pattern(
    r"\b(?:version|revision|amend(?:ed|ment)s? (?:by|made)|document (?:history|control)|author)\b|^v ?\d", re.IGNORECASE
)
UPDATED = late_pattern(r"\b(?:updated|edited|modified|revised)(?: on)?(?: the)?\W{0,3}$", re.IGNORECASE)
"""Words before the day on which a page was changed."""
ASIDE = late_pattern(r"\s*\([^()]{1,40}\)")
NEXT_CLAUSE = late_pattern(
    r",? (?:and|but|with|while) (?:interviews?|presentations?|questions|enquiries|queries|clarifications?|tenders|bids"
    r"|quotes|work|the work)\b[^.;]{0,60}"
    r"\b(?:by|on|before|until|from|in|during|commencing|beginning|of)(?: the)?(?: week(?: of| commencing"
    r"| beginning)?)?\s*$|"
    r",? (?:and|but|then) (?:we|you|they|it|all|everyone|the \w+|our \w+)\b[^.;]{0,120}\b(?:by|on|before|until"
    r"|from)(?: the)?\s*$",
    re.IGNORECASE,
)
"""What stands between two dates and is said of the second: "on 3 June and we will tell everyone by"."""
HOW_TO = late_pattern(
    r"\W{0,3}how to (?:(?P<ask>ask)(?: us)?(?: (?:a |any )?questions?)?|(?:bid|tender|quote|apply|reply|respond))\W*",
    re.IGNORECASE,
)
LAST_DAY = late_pattern(r"\b(?:by|until|before|no later than|not later than)\b[^.;]{0,25}$", re.IGNORECASE)
IN_BRACKETS = late_pattern(r"[A-Za-z] ?\(([^()]{3,20})\)\W{0,2}$")
ASKED_AND_ANSWERED = late_pattern(
    r"\bquestions? (?:and|&) answers?\b|\bq ?(?:&|and) ?as?\b|\bfaqs?\b|\basked questions\b", re.IGNORECASE
)
"""Heads what is put as questions with their answers, on any matter."""
HALF_DAY = late_pattern(r"\d ?[ap]\.m\.$", re.IGNORECASE)
NEXT_DAY = late_pattern(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d)")
WORD = late_pattern(r"[A-Za-z]{3,}")
