"""The hard terms of a contract: performance bond, parent company guarantee, damages, service credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.listed_terms import is_demanded_item, is_waived_item
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import outright, refused
from tenderlint.facts.shares import percents
from tenderlint.facts.statements import Statement, holds_any, statements
from tenderlint.patterns import late_pattern

_BOND = late_pattern(
    r"\bperformance[ -](?:and payment )?(?:bonds?|guarantees?|security|securities|sureties)\b|\b(?:surety"
    r"|on[- ]demand|bank) bonds?\b|\bbonds? (?:from|issued by|given by"
    r"|provided by) (?:an? )?(?:\w+ ){0,2}?(?:bank|insurer|surety)\b|\bcontract guarantee bonds?\b"
    r"|\bbonds?\b(?= (?:equal|equivalent|to the value|for|of|in the sum|worth"
    r"|amounting)[^.;]{0,25}(?:\d{1,2}(?:\.\d)? ?%|per ?cent|\b(?:an?|one)[ -](?:tenth|fifth|quarter|twentieth)\b))"
    r"|(?:\d ?%|\bper ?cent) (?:(?:contract|completion|default|price|cash|works) ){0,2}bonds?\b"
    r"|(?P<asked>(?<!not )(?<!n[’']t )\b(?:provide|give|needs?|requires?|obtain|furnish|wants?|asks? for|put up|lodge"
    r"|arrange|take out) (?:us )?(?:with )?an? "
    r"(?:(?:contract|completion|default|cash|works|£[\d,.]{1,12}k?) ){0,2}bond\b"
    r"(?! (?:between|with|scheme|board|paper|holder|issue|strength|to|for (?:the |a |any )?(?:tenan|resident|rent)))"
    r"|\b(?:an?|the) (?:(?:contract|completion|default|cash|works|£[\d,.]{1,12}k?) ){0,2}bond (?:is|will be|must be"
    r"|shall be|has to be) (?:needed|required|asked for|wanted|provided|given|put up|lodged)\b"
    r"(?! (?:between|with|to (?:the|a)\b|for (?:the |a |any )?(?:tenan|resident|rent))))",
    re.IGNORECASE,
)
_FRACTION = late_pattern(r"\b(?:an?|one)[ -](?P<part>tenth|fifth|quarter|twentieth)\b", re.IGNORECASE)
_PARTS = {"tenth": Decimal(10), "fifth": Decimal(20), "quarter": Decimal(25), "twentieth": Decimal(5)}
"""How many per cent a part of the price is."""
_NO_BOND = late_pattern(
    r"\bno bonds?(?: of any (?:kind|sort))? (?:is|are|will be|shall be) (?:required|needed|asked for|sought|wanted"
    r"|called for)\b|\b(?:ask|asks|call|calls) for no bonds?\b|(?:\b(?:not|never)|n['’]t) (?:ask for|asking for|require"
    r"|want|need|seek|call for) (?:an?|any) bonds?\b(?! (?:between|with|to)\b)|\bno bonds?,? (?:or|nor|and) (?:parent"
    r"|guarantee|deposit|retention)",
    re.IGNORECASE,
)
_PARENT = late_pattern(
    r"\bparent[- ]company(?:'s|’s)? (?:or bank |and/or bank |/ ?bank |deed of |performance "
    r"|financial )?guarantees?\b|\bPCGs?\b"
    r"|\bguarantees? (?:of performance )?(?:from|by|of|given by|provided by) (?:its|your|their|the|a|an"
    r"|any)? ?(?:[\w']+ ){0,2}?(?:ultimate )?(?:(?:parent|holding) compan(?:y|ies)\b"
    r"|parent\b(?! (?:or|and|compan|governor)))"
    r"|\b(?:parent|holding) compan(?:y|ies)\b[^.;]{0,70}\b(?:provide|give|furnish|enter into|offer|execute|sign"
    r"|willing)\b[^.;]{0,40}\bguarantee\b"
    r"|\bguarantee\b[^.;]{0,60}\bcompleted if the \w+ is a subsidiary\b|\bholding company guarantees?\b"
    r"|\b(?:deed|undertaking|letter of support|covenant) (?:from|by|given by|signed by|of) (?:its|your|their|the|a|an"
    r"|any)"
    r" (?:ultimate )?(?:holding|parent|group) (?:company|undertaking|body)\b"
    r"|\bgroup guarantees?\b|\b(?:parent|holding|group) (?:company|undertaking|body)\b[^.;]{0,50}\b(?:stands?|acts?"
    r"|serves?|be)(?: as)?(?: an?| the)? guarantors?\b",
    re.IGNORECASE,
)
_DAMAGES = late_pattern(
    r"\bliquidated(?: (?:and|&) ascertained)? damages\b|\bLADs?\b|\bdelay damages\b|\bdamages for (?:delay"
    r"|late (?:completion|delivery))\b"
    r"|£ ?[\d,.]{1,12}k? (?:for |per |a |in respect of )?(?:(?:each|every) )?(?:\w+ )?(?:day|week)\b"
    r"(?=[^.;]{0,60}\b(?:until (?:it|they|(?:the |all )?(?:work|job|building)\w*) (?:is|are|has been|have been)"
    r" (?:finished|completed?|done|ready)|(?:work|job|completion|project|building|installation)s? (?:\w+ )?"
    r"(?:is|are|runs?) (?:late|over|delayed|unfinished|not finished|incomplete)|late (?:completion|finish)"
    r"|(?:past|beyond|after) the (?:agreed |contract )?(?:completion|finish\w*|end) date))"
    r"|\b(?:work|job|completion|project|building|installation)s?\b[^.;£]{0,30}\b(?:late|delayed|unfinished"
    r"|not (?:finished|completed?)|overruns?)\b[^.;£]{0,60}\b(?:pays?|deduct\w*|take off|charge[ds]?|owe)\b[^.;£]{0,25}"
    r"£ ?[\d,.]{1,12}k?(?: for| per| a)?(?: each| every)? (?:\w+ )?(?:day|week)\b",
    re.IGNORECASE,
)
_CREDITS = late_pattern(
    r"\bservice credits?\b|\b(?:service|performance|payment|unavailability|contract price|financial"
    r"|fee) deductions?\b|\bdefault points?\b|\bpenalty points?\b"
    r"|\bservice failure points?\b|\bdeduct(?:ed|ions?)\b(?=[^.;]{0,80}\b(?:kpis?|key performance|service levels?"
    r"|performance (?:targets?|standards?|measures?)|poor performance)\b)"
    r"|\b(?:kpis?|key performance|service levels?|performance (?:targets?|standards?"
    r"|measures?))\b[^.;]{0,80}\bdeduct(?:ed|ions?)\b"
    r"|\bdeduct(?:s|ed|ions?)?\b(?=[^.;]{0,60}\bfor (?:each|every|any)\b(?: \w+){0,4}? (?:miss\w+|late\w*|fail\w+"
    r"|short\w+"
    r"|default\w*|incomplete|poor|breach\w*|defect\w*))"
    r"|\b(?:miss\w+|fail\w+|late\w*|not met|falls? (?:short|below))\b[^.;]{0,60}\breduced? (?:(?:the|that|your"
    r"|its)\b[^.;]{0,25}?"
    r"\b(?:charges?|fees?|payments?|price|invoices?)|by \d)"
    r"|\b(?:council|authority|trust|we|buyer|board|university|client|association) (?:may|will|shall|can) deduct"
    r" £ ?[\d,.]{1,12}k? (?:for|per|from each) (?:each|every|any)\b"
    r"|\b(?:you|contractor|provider|supplier) (?:(?:will|shall|must) )?pays?(?: us| the \w+)? £ ?[\d,.]{1,12}k?,?"
    r" (?:for|per|in respect of|each|every|a)\b(?=[^.;]{0,60}\b(?:late\w*|miss\w+|delay\w*|fail\w*|overrun\w*|make up"
    r" for"
    r"|makes up for|compensat\w+|our loss)\b)"
    r"|\bperformance (?:\w+ )?(?:below|beneath|short of|under)\b[^.;]{0,60}\bdeduct(?:ed|ions?)\b"
    r"|\bdeduct(?:s|ed|ions?|ible)?\b[^.;]{0,30}\b(?:whenever|when|where|if|each time"
    r"|every time)\b[^.;]{0,40}?\b(?:miss\w+"
    r"|late\w*|fail\w+|short\w+|incomplete|not (?:done|carried out|delivered|met))\b"
    r"|\b(?:kpis?|key performance|service levels?|performance|targets?|milestones?)\b[^.;]{0,100}\bwithh(?:old"
    r"|eld|olding)\b"
    r"|\bwithh(?:old|eld|olding)\b(?=[^.;]{0,100}\b(?:kpis?|key performance|service levels?|performance (?:targets?"
    r"|standards?|measures?)|poor performance|under-?performance)\b)"
    r"|£ ?[\d,.]{1,12}k? (?:shall|will|may|is to|can) be (?:recovered|recoverable|charged|levied|claimed"
    r"|taken off)\b[^.;]{0,60}"
    r"\bfor (?:each|every|any)\b[^.;]{0,40}\b(?:not|miss\w+|late\w*|fail\w+|short\w+|default\w*|delay\w*)\b"
    r"|\bclaw(?:s|ed)?[ -]?back\b(?=[^.;]{0,60}\b(?:targets?|outcomes?|outputs?|performance)\b)"
    r"|\b(?:fine|penalty|financial penalty|charge) of (?:up to )?£ ?[\d,.]{1,12}k?,? (?:(?:will|shall|may) (?:be "
    r"\w+|apply) )?(?:for|per|a|an|each|every)\b(?=[^.;]{0,40}\b(?:miss\w+|late\w*|fail\w+|short\w+|default\w*"
    r"|delay\w*|days?|visits?)\b)",
    re.IGNORECASE,
)
_FORGIVES = late_pattern(
    r"(?:\b(?:no|not|nor|never|neither|without)|n['’]t)\b[^.;:?]{0,40}?\b(?:penalty for (?:delay|late\w*|poor"
    r"|miss\w+|slips|failure\w*)"
    r"|charge you for (?:slips|failures|mistakes|poor|late\w*|miss\w+|short\w+)"
    r"|hold back (?:any )?(?:money|payments?)|fines?|(?:financial )?penalties"
    r"|penalty (?:clauses?|charges?)"
    r"|deductions(?! from (?:[\w'’]+ ){0,2}?(?:wages?|pay|salar(?:y|ies)|earnings|benefits?|pensions?)\b)"
    r"|take (?:any )?money (?:off|back)|dock\b|withhold (?:any )?(?:money|payments?)"
    r"|money (?:off|back) for (?:late|poor|miss\w+|slips|failure\w*|slow))\b"
    r"(?!(?: or \w+)? (?:for|on|if|in|by)\b[^.;]{0,30}\b(?:ask\w*|bid\w*|tender\w*|question\w*|withdraw\w*"
    r"|answer\w*|tax"
    r"|one lot|single lot|data)\b)",
    re.IGNORECASE,
)
"""Penalties that the pack says it does not use, in plain words; nothing lost by asking or bidding is meant."""
_PENALTIES = ("fine", "penalt", "deductions", "money off", "money back", "dock", "withhold", "hold back", "charge")
_ELSEWHERE = late_pattern(
    r"\b(?:to the extent|if (?:any|applicable|expressly|specified|stated|so)|where (?:applicable|specified|stated"
    r"|expressly|used|required (?:by|in) the (?:order form|particulars|contract data))"
    r"|as (?:may be )?specified in the order form|expressly provided for|if required (?:by|in"
    r"|under) the (?:order form|call-off|particulars|contract data)|(?:including|or) any)\b",
    re.IGNORECASE,
)
_HEADING_ONLY = late_pattern(r"^[\W\d]*(?:[A-Z][\w-]*(?:[ ,&]+|$)){1,6}$")
_DEMAND = late_pattern(
    r"\b(?:must|shall|will|would|required?s?|may|need(?:s|ed)?|provide[ds]?|provision|appl(?:y|ies|ied|icable)"
    r"|pay(?:able|s)?|deduct\w*|enclose[ds]?|complete[ds]?|furnish\w*|obtain\w*|yes|levied|charged|subject to"
    r"|incur\w*|recorded?|calculated|entitled|be made|in the form|to be|accrue\w*|awarded|rate of|per (?:day"
    r"|week)|reserves?|submit\w*)\b|£|%",
    re.IGNORECASE,
)
_OTHER_BONDS = late_pattern(
    r"\b(?:tender|bid|retention|advance payment|off-?site materials|vesting|savings|housing|brown"
    r"|premium) bonds?\b|\bbid security\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    listed: bool = False  # asked for by a bare item of a list
_A_DAY = tuple(f"{each} {time}" for each in ("each", "every", "per") for time in ("day", "week", "calendar", "working"))
_TERMS = (
    _Term("parent_company_guarantee", _PARENT, ("guarant", "pcg", "holding company", "parent company"), listed=True),
    _Term("liquidated_damages", _DAMAGES, ("damages", "lads", " lad ", *_A_DAY)),
    _Term(
        "service_credits", _CREDITS,
        ("service credit", "pay £", "pays £", "pay us £", "reduce the", "reduce that", "reduce your",
         "reduced by", "deduct", "default point", "penalty point",
         "failure point", "withh", "claw",
         "be recovered", "be charged", "be levied", "be claimed", "fine of",
         "penalty of", "charge of"),
    ),
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return for each hard term True where it is asked for, and False where the pack says that there is none.

    A bond is told in per cent of the price, or True; 0 where the pack says that there is none.
    """
    found: dict[str, Sequence[Fact[Any]]] = {}
    for term in _TERMS:
        found[term.name] = choose(
            each
            for statement in statements(reading.passages.having(*term.words))
            for each in _asked(reading.passages, statement, term)
        )
    found["service_credits"] = found["service_credits"] or choose(_forgiven(reading))
    bonds = statements(
        reading.passages.having("bond", "performance guarantee", "performance security", "performance suret")
    )
    found["performance_bond"] = choose(each for statement in bonds for each in _bond(reading.passages, statement))
    return found


def _forgiven(reading: Reading) -> Iterator[Candidate[bool]]:
    for statement in statements(reading.passages.having(*_PENALTIES)):
        match = _FORGIVES.search(statement.text) if holds_any(statement.text.lower(), _PENALTIES) else None
        if match is not None and not statement.is_option and not statement.is_definition:
            fact = statement.fact("service_credits", False, match.start(), match.end(), Sure.MEDIUM)
            yield candidate(statement, fact)


def _asked(passages: Passages, statement: Statement, term: _Term) -> Iterator[Candidate[bool]]:
    text = statement.text
    match = term.pattern.search(text)
    if match is None or statement.is_definition or statement.is_option:
        return
    if refused(text, match.start(), match.end()):
        yield candidate(statement, statement.fact(term.name, False, match.start(), match.end()))
    elif term.listed and is_demanded_item(passages, statement):
        yield candidate(statement, statement.fact(term.name, True, match.start(), match.end(), Sure.MEDIUM))
    elif term.listed and is_waived_item(passages, statement):
        yield candidate(statement, statement.fact(term.name, False, match.start(), match.end(), Sure.MEDIUM))
    elif (
        not _HEADING_ONLY.match(text)
        and _DEMAND.search(text)
        and not _ELSEWHERE.search(text[max(0, match.start() - 90) : match.end() + 90])
        and len(text) > len(match[0]) + 8
    ):
        yield candidate(statement, statement.fact(term.name, True, match.start(), match.end(), _sureness(text)))


def _sureness(text: str) -> Sure:
    return Sure.MEDIUM if re.search(r"\b(?:may|if|might|willing|could|where)\b", text, re.IGNORECASE) else Sure.HIGH


def _bond(passages: Passages, statement: Statement) -> Iterator[Candidate[Any]]:
    text = statement.text
    match = _BOND.search(text)
    if match is None and (none := _NO_BOND.search(text)) is not None:
        yield from _no_bond(statement, none)
    if (
        match is None
        or statement.is_definition
        or statement.is_option
        or _OTHER_BONDS.search(text[max(0, match.start() - 12) : match.end() + 6])
    ):
        return
    if refused(text, match.start(), match.end()):
        yield from _no_bond(statement, match)
        return
    if _ELSEWHERE.search(text[max(0, match.start() - 90) : match.end() + 90]):
        return
    shares = [(Decimal(each.value), each.start, each.end) for each in percents(text)] or [
        (_PARTS[each["part"].lower()], each.start(), each.end()) for each in _FRACTION.finditer(text)
    ]
    near = [share for share in shares if abs(share[1] - match.start()) < 160]
    if near:
        share, begins, ends = min(near, key=lambda share: abs(share[1] - match.start()))
        start, end = min(begins, match.start()), max(ends, match.end())
        yield candidate(statement, statement.fact("performance_bond", share, start, end, _sureness(text)))
    elif match["asked"] or (
        _DEMAND.search(text) and not _HEADING_ONLY.match(text) and len(text) > len(match[0]) + 8
    ) or is_demanded_item(passages, statement):
        yield candidate(
            statement, statement.fact("performance_bond", True, match.start(), match.end(), _sureness(text))
        )
    elif is_waived_item(passages, statement):
        yield from _no_bond(statement, match)


def _no_bond(statement: Statement, match: re.Match[str]) -> Iterator[Candidate[Any]]:
    """A bond of no per cent, where the pack says outright, and of no sum or share, that it wants none."""
    bare = statement.is_definition or statement.is_option or _OTHER_BONDS.search(statement.text)
    told = holds_any(statement.text, ("£", "%", "per cent")) or _ELSEWHERE.search(statement.text)
    if not bare and not told and outright(statement.text):
        yield candidate(statement, statement.fact("performance_bond", Decimal(0), match.start(), match.end()))
