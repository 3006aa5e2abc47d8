"""The words by which an amount is known to be the contract's value, and those by which it is known not to be."""

from __future__ import annotations

import re

from tenderlint.facts.amounts import Amount
from tenderlint.facts.statements import Statement

_THING = (
    "(?:contract|agreement|framework|award|project|procurement|tender|opportunity|lot|requirement|commission"
    "|service|services|work|works|grant"
    "|study|review|research|appointment|scheme|programme|BPA|order|call-?off|package|event|evaluation|assignment"
    "|consultancy|supply|purchase|job)"
)
_VALUE = (
    f"(?:{_THING}['’]?s? |estimated |total |overall |annual |yearly |anticipated |approximate |indicative |maximum "
    "|minimum |expected |likely |potential |whole[- ]?life |aggregate |net |gross |initial |combined "
    "|three[- ]year |five[- ]year )+(?:value|worth|spend|cost|price|budget|sum|expenditure|fee|charge"
    r"|amount)\b(?! (?:for money|engineering|added|based))"
    rf"|value (?:of|for) (?:the |this |each |any |our |a )?(?:\w+ ){{0,3}}?{_THING}s?\b"
    r"|\bvalue of (?:\w+ ){1,5}(?:is|to be|will be|at)\b|\bvalue(?: \(?(?:ex|inc|net|in £|£)| is\b| ?[:–=-])"
    r"|\b(?:total|overall|annual|yearly|maximum) funding\b|funding (?:for|to deliver) (?:this|the)\b"
    r"|\bbudgets?\b(?! (?:holder|monitor|manag|report|setting|line|proposal|template|breakdown|narrative))"
    "|(?:financial|funding|cost|price|budget|affordability) (?:envelope|ceiling|limit|cap|available)|price cap"
    r"|cost cap|\benvelope of"
    r"|fund(?:s|ing) (?:\w+ ){0,2}(?:available|allocated|of up to|of)|available (?:fund(?:s|ing)|resources?|budget)"
    "|(?:guide|target|ceiling|maximum|indicative|upper) prices?|guide for pricing|upper limit"
    r"|(?:expect|anticipat|intend|plan|estimat|look|propos|budget)\w*(?: \w+){0,3} (?:spend|spending|spent|pay"
    rf"|paying|expenditure)\b|(?:spend|expenditure) (?:on|under|through) (?:this|the) {_THING}"
    rf"|{_THING}s?\b[^.;£$€]{{0,60}}?\b(?:worth|valued? (?:at|of|up to|is|between|in)|valued|to the value of"
    "|(?:estimated|expected|anticipated|likely|not expected) (?:to be |to cost |at |to exceed )|costs? (?:of|up to"
    "|no more)|budgeted at|priced at|not exceed|not to exceed|capped at)"
    r"|\bis worth\b|\bworth (?:up to|around|about|approximately|circa|between|in the region)|\bto cost (?:up to"
    "|around|about|between|approximately|circa|no more)|(?:we|council|authority|trust|board) (?:have|has) (?:up to "
    "|around |approximately |allocated |set aside |a maximum of )+"
    "|(?:allocated|set aside|earmarked|made available) (?:up to |a |the |approximately |around )*(?:sum |total "
    "|maximum |budget )?(?:of )?|up to a (?:maximum|total) (?:contract )?value|total (?:fee|price|payment"
    "|contract price)"
)
_SUBJECT = re.compile(rf"\b(?:{_VALUE})", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(
    r"^[^.;£$€]{0,70}?\b(?:is|has been|have been|will be|are) (?:available|allocated|set aside|budgeted|earmarked"
    "|the (?:total |maximum |estimated |available )*(?:budget|value))"
    r"|^[\s,(]{0,3}(?:is |are )?(?:available|allocated) (?:for|to)\b|^[\s,(]{0,3}(?:total |maximum |annual |overall "
    r"|contract )*(?:budget|contract value|contract\b(?! (?:price|sum)s? adj))"
    r"|^[^.;£$€]{0,30}\b(?:over|for|during|across) (?:the )?(?:\w+ ){0,3}(?:life|lifetime|duration|whole term"
    rf"|contract (?:term|period)|term of the {_THING})\b",
    re.IGNORECASE,
)
_VETO = (
    r"threshold|insuranc\w*|indemnit\w*|liabilit\w*|any one (?:claim|event|occurrence|incident)|turnover|claims?\b"
    r"|penalt\w+|fine[sd]?\b|deposits?|net worth|allowable|whichever|\d ?% of[^.;]{0,40}|bonds?\b|damages|service credits?|retention"
    r"|salar\w+|wages?\b|hourly|invoice[sd]?\b|invoicing|expenses|loans?\b|assets?|profits?|savings?\b|surplus|reserves|incomes?"
    r"|rent\b|rental|pension\w*|\bexcess of loss|stationery"
    "|(?:similar|comparable|equivalent|other|previous|past|existing|current|earlier|recent|last|expiring"
    r"|incumbent) (?:\w+ )?(?:contracts?|projects?|work|works|value|size|scale|commissions?|spend|budget|funding"
    "|cost|price|arrangements?|services?|provider|agreement)"
    "|(?:contracts?|procurements?|purchases|orders|tenders|projects|quotations|works|changes?|variations?|payments?"
    "|transactions|awards|(?:any|each|every) (?:sub-?)?contract|sub-?contracts?|grants) (?:with a (?:total "
    r"|contract )?value )?(?:of |valued (?:at )?|worth |that are |are |which are )?(?:over|above|exceed\w*"
    "|in excess of|greater than|more than|below|under|less than|between|at or above|up to and including)"
    "|(?:where|if|when|for all|any) (?:the |a )?(?:total |estimated |contract |procurement )*(?:values?|contracts?"
    r"|spend) (?:is|are|of|exceeds?|over|above)|reference(?:s| contract| project)|case stud\w+|worked example"
    r"|example|illustrat\w+|e\.?g\b|scenario|budget holder|authori[sz](?:e|ed|es|ation)\b|delegat\w+|approv(?:e|ed"
    r"|al)s?\b|sign-?off|hypothetical|tenderer [a-d]\b|bidder [a-d]\b|supplier [a-d]\b"
    "|population|living wage|national minimum|council tax|precept|(?:per|each|every) (?:hour|day|visit|session"
    "|person|user|child|place|unit|item|meal|head|night|household)|levy|mileage|stamp|postage|subscription"
    "|minimum (?:bid|order|spend|charge|price)|abnormally low|price adjustment|key performance|kpi|(?:published"
    r"|publish|transparency) (?:\w+ ){0,4}(?:spend|expenditure|payments)|late payment|compensation|settlement|raised"
    "|turned over|assessed at|scored"
)
_VETOES = re.compile(rf"\b(?:{_VETO})", re.IGNORECASE)
_VETO_AFTER = re.compile(
    r"^[^.;£$€]{0,12}(?:per|an?|each|/)\s?(?:hour|day|week|month|visit|session|person|user|unit|item|claim|event"
    r"|head)\b|^[\s,)]{0,3}(?:each and every|any one|in aggregate|per claim|for any one)"
    r"|^[^.;£$€]{0,40}\b(?:threshold|turnover|insurance|indemnity|liability|cover\b|deposit|fee is payable"
    "|must be paid by (?:the )?(?:bidder|tenderer|supplier))"
    r"|^ (?:for|of|towards?|in|plus|on) (?:\w+ ){0,2}(?:travel|expenses|training|equipment|materials|mileage"
    r"|subsistence|postage|printing|licen[cs]es?|contingency|damage|savings)\b"
    r"|^(?: ?\([^()]{0,40}\))? ?(?:or|and) (?:more|above|over|less|below|higher|greater)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"(?:\b(?:(?<!not )(?<!not to )exceed\w*|in excess of|over|above|greater than|more than|below|under|less than"
    r"|at least|a minimum of|no less than)|[<>≥≤])\s*(?:approximately |circa )?$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:where|if|when|whenever|unless|any|all|each|every|those|services having|are|contracts|whose"
    r"|which have)\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_OWN_BUDGET = re.compile(
    r"\b(?:council|trust|authority|board|department|company|charity|group|parish|organisation|foundation|directorate"
    r"|university|college|school|hospital|NHS|ministry|fund|government)(?:['’]s?)? (?:\w+ ){0,3}(?:(?:annual|overall"
    r"|total|net|gross|revenue|capital|yearly|core) )+(?:\w+ )?(?:budget|spend|expenditure|value|funding)"
    r"|\b(?:annual|overall|net|gross|revenue|capital|total) (?:revenue |capital |net |gross )?budget of (?:the"
    "|an?) (?:council|trust|authority|board|department|service)"
    r"|\b(?:manag(?:es|ing)|responsible for|with|has|holds?|controls?|oversees) (?:\w+ ){0,2}(?:an? )?(?:annual"
    "|overall|net|gross|revenue|capital|total)? ?(?:budget|portfolio|fund)s? of",
    re.IGNORECASE,
)
_OURS = re.compile(
    rf"\b(?:for|of|to|under) (?:this|the|our|these) (?:\w+ ){{0,3}}?{_THING}\b|\bthis {_THING}\b",
    re.IGNORECASE,
)
_BARRED_HEADS = re.compile(
    r"insurance|threshold|financial (?:standing|capacity|stability)|turnover|references?\b|examples?|penalt|liabilit"
    "|damages|about (?:us|the council|the trust)|background to the (?:council|trust|organisation)"
    "|past (?:performance|contracts)|experience|bond|payment|invoic|approv|delegat|authoris",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:annual(?:ly|ised)?|yearly|per annum|per year|p\.?a\.?|each year|every year|a year"
    r"|per contract year)(?!\w)",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:over|for|during|across|throughout|in) (?:the |its |a |an |all )?(?:\w+[ -]){0,5}?(?:life|lifetime"
    r"|duration|term|years|year|period|months|extensions?)\b|\bwhole[- ]?life|\blifetime|\btotal|\boverall"
    r"|\bin all\b|including (?:any |all |the |possible |optional |potential )*(?:\w+ )?extensions?|aggregate",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(
    r"\b(?:over|for|during|across) (?:the |its |an? |all )?(?:\w+[ -]){0,4}?(?:life|lifetime|duration|term|years"
    r"|period|months)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\binitial\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:inclu\w+|with) (?:\w+ ){0,4}(?:extension|option)|\b(?:initial"
    r"|first)[^.;]{0,60}\band\b[^.;]{0,40}extension",
    re.IGNORECASE,
)
_LOT = re.compile(
    r"\b(?:lot|role|part|workstream|package)s? ?(?:no\.? ?)?(\d{1,2}|[A-H]|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)
_LABEL_END = re.compile(
    r"(?:[:|–—=-]|\bis|\bof|\bare)\s*(?:up to|circa|c\.|approximately|around|between|a maximum of)?\s*$",
    re.IGNORECASE,
)


def is_subject(before: str, after: str) -> bool:
    """Say whether the words before an amount, or straight after it, name the contract's value."""
    return _SUBJECT.search(before) is not None or _SUBJECT_AFTER.match(after) is not None


def subject_ends(before: str) -> int | None:
    """Return where a label such as "Contract value:" ends, or None when the words before are not just a label."""
    match = _LABEL_END.search(before)
    return match.start() if match and len(before) < 70 and not re.search(r"\b(?:the|we|our|this|will|may)\b", before, re.IGNORECASE) else None


def is_vetoed(before: str, after: str, statement: Statement) -> bool:
    """Say whether the words beside an amount, or those that it stands under, show that it is something else."""
    if _VETOES.search(before) or _VETO_AFTER.match(after):
        return True
    compares = _COMPARES.search(before)
    if compares and (compares[0].strip()[:1] in "<>≥≤" or _CONDITION.search(before) or not _OURS.search(before)):
        return True
    if _OWN_BUDGET.search(before) and not _OURS.search(before + after):
        return True
    heads = " ".join(statement.passage.block.place.heading[-1:]) + " " + (" ".join(statement.passage.row.heads) if statement.passage.row else "")
    return _BARRED_HEADS.search(heads) is not None


def is_yearly(amount: Amount, before: str, after: str, statement: Statement) -> bool:
    """Say whether an amount is a year's value and not that of the whole contract."""
    if amount.per == "year":
        return True
    if _EACH_YEAR.match(after[:60].lstrip(" ,(")) or re.search(r"\btotal(?! annual)\b[^.;]{0,30}$", before, re.IGNORECASE):
        return False
    row = statement.passage.row
    label = f"{row.label} {' '.join(row.heads)}" if row is not None else ""
    return _YEARLY.search(before[-90:]) is not None or _YEARLY.search(label) is not None


def is_whole_life(before: str, after: str) -> bool:
    """Say whether the words say that an amount is for the whole life or term."""
    return _LIFE.search(before) is not None or _LIFE.match(after.lstrip(" ,(")) is not None


def is_of_initial(quote: str) -> bool:
    """Say whether a quote gives a value for the initial term alone."""
    return _INITIAL.search(quote) is not None and not _ALL.search(quote)


def is_lot(statement: Statement) -> bool:
    """Say whether a row of a table gives the value of a lot."""
    row = statement.passage.row
    if row is None or not _LOT.match(row.label):
        return False
    return any(_SUBJECT.search(head) for head in row.heads)


def lot_of(statement: Statement, before: str, after: str) -> str:
    """Return the lot that an amount is of ("Lot 2"), or "" for the whole contract."""
    row = statement.passage.row
    heading = statement.passage.block.place.heading
    places = [before, after[:40], row.label if row is not None else "", heading[-1] if heading else ""]
    for words in places:
        found = _LOT.findall(words)
        if found and len(set(found)) == 1:
            match = _LOT.search(words)
            return match[0][:1].upper() + match[0][1:].lower() if match else ""
    return ""
