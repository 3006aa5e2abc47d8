"""The words round a date that do not name its step: blanks, examples, changes, joints between two dates."""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIGURE_MARKS = ("/0", "/1", "/2", ".20", "-20", "-0", "-1", "/ 20", "- 20")
_MONTH = f"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}"
FIGURES = re.compile(r"\d ?[/.-] ?\d{1,2} ?[/.-] ?\d|\d/\d{6}\b")
DAY_FIRST = re.compile(rf"\d(?:st|nd|rd|th)?(?: day)?(?: of)?,?[ -]?{_MONTH}\b")
MONTH_FIRST = re.compile(rf"\b{_MONTH}\.?,?(?: of)? \d")
DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[A-Za-z]{3}")
DIGITS = re.compile(r"\d\d")
VERB = re.compile(r"\b(?:is|are|was|will|must|shall|should|may|can|be|has|have|been|please)\b", re.IGNORECASE)
IMPERATIVE = re.compile(
    r"\W*(?:\w+ )?(?:return|send|submit|e-?mail|upload|deliver|post|complete|provide|ensure|contact|make|raise|ask)\b",
    re.IGNORECASE,
)
EXAMPLE = re.compile(
    r"\b(?:e\.g\.|for example|for instance|such as|examples?:?(?![.\w])|sample|illustrat\w+)", re.IGNORECASE
)
BLANK = re.compile(r"\[\s*(?:(?:insert|enter|date|tbc|add)\b|dd|x+)|«|»|<\s*insert|\bx{2,}\b|\bdd/mm", re.IGNORECASE)
DATE_LABEL = re.compile(
    r"(?:^|[\s:|])(?:Our |Letter |Document |Tender |ITT )?(?:Date[d:]?|DATE[D:]?)"
    r"(?: of (?:this )?(?:document|letter|issue))?[\s:–-]*$"
)
LEADS = re.compile(
    r"\b(?:by|no later than|not later than|before|on or before|deadline|closing|latest|due|will be|is|on|from|until)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:on or after|after|since|following|as (?:at|of)|dated|from and after)(?: the)?\s*$", re.IGNORECASE
)
UNTIL = re.compile(
    r"\W*(?:and )?(?:(?:it )?(?:will )?(?:must |should |shall |to )?(?:be )?"
    r"(?:run|continu|end|expir|finish|last|complet|conclud|terminat)\w*\W+(?:\w+ly\W+)?)?(?:on |in )?"
    r"(?:until|till|to|ending|expiring|finishing|on|by|no later than)\b[\s\w]{0,10}$",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:until|till|to|up to|ending|expiring)(?: (?:and including|the end of|the))?\s*$", re.IGNORECASE
)
OR = re.compile(r"\W*or\W*(?:in |on )?", re.IGNORECASE)
SAME = re.compile(
    r"\W*(?:and|&)?\W*(?:(?:is|are|has been|have been|will be|was) (?:now |since )?"
    r"(?:changed |moved |extended |postponed |revised |amended )?(?:to|now|until)?)?\W*",
    re.IGNORECASE,
)
"""What may stand between two dates of one step: "3 and 4 July", "3 July, is now 10 July"."""
CHANGED = re.compile(
    r"\b(?:(?:has|have|had|is|are) (?:now |since |been ){0,3}(?:been )?(?:extended|changed|amended|revised|moved"
    r"|postponed|brought forward|put back|altered|varied)"
    r"|(?:new|revised|extended|amended|updated|rescheduled) (?:\w+ ){0,3}(?:deadline|clos\w+|dates?|return"
    r"|submission|timetable)"
    r"|(?:is|are) now\b|(?:deadline|date|clos\w+)[^.;]{0,40}\b(?:extended|postponed|revised|rescheduled|moved)"
    r" (?:to|until|from))",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom (?:the )?[^.;]{0,30}$", re.IGNORECASE)
INSTEAD = re.compile(
    r"\b(?:instead of|rather than|and not|previously|originally|formerly|replac\w+|supersed\w+)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
TIME_LABEL = re.compile(r"\btime\b", re.IGNORECASE)
START_HEAD = re.compile(r"\b(?:start|from|begin|commence|open)", re.IGNORECASE)
END_HEAD = re.compile(r"\b(?:end|to|finish|until|complet|by|clos|expir)", re.IGNORECASE)
BARE_SIDE = re.compile(
    r"\W*(?:start|end|finish|from|to|begin|begins|complete|completion|due)(?: date)?\W*", re.IGNORECASE
)
HISTORY = re.compile(
    r"\b(?:version|revision|amend(?:ed|ment)s? (?:by|made)|document (?:history|control)|author)\b|^v ?\d", re.IGNORECASE
)
WORD = re.compile(r"[A-Za-z]{3,}")
