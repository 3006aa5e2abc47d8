"""Are standards, badges and memberships demanded without an equivalent?"""

import re
from collections.abc import Iterable, Iterator

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    Role,
    apart,
    found,
    judge,
    late_pattern,
    lead_of,
    not_applicable,
    sentence_at,
)

_DEMAND = late_pattern(
    r"\b(?:must|shall|required|requires?|mandatory|minimum|need(?:s|ed)? to|essential|have to"
    r"|is a condition|pass/fail)\b",
    re.IGNORECASE,
)
_WILL = late_pattern(
    r"\b(?:will|are|is) (?:all )?(?:to )?(?:hold|have|be (?:qualified|accredited|certified))\b", re.IGNORECASE
)
_BY_LAW = late_pattern(r"\b(?:Gas Safe|by law|the law requires|legal requirement|statutory)\b", re.IGNORECASE)
_QUESTION = late_pattern(r"\b(?:does|do|is|are|have|has) (?:your|you|the)\b[^.?]{0,120}\?", re.IGNORECASE)
_IN_PASSING = late_pattern(
    r"\b(?:in accordance with|in line with|aligned to|compliance with|based on|principles of"
    r"|evidence of (?:its|their|your)|renewal of|review of|where the)\b",
    re.IGNORECASE,
)
"""A plan that follows a standard, or a paper that shows what is held, is another matter than holding a badge."""
_MUST_HAVE = late_pattern(
    r"\b(?:must|shall|required to|need(?:s|ed)? to|have to) (?:\w+ ){0,3}?(?:have|hold|possess|be (?:members?"
    r"|accredited|certified))\b",
    re.IGNORECASE,
)
_SHOWN = late_pattern(
    r"\b(?:must|shall|required to|need(?:s|ed)? to|have to) (?:\w+ ){0,3}?(?:provide|supply|submit|enclose|show"
    r"|demonstrate|attach)\b",
    re.IGNORECASE,
)
_BADGE = late_pattern(r"\b(?:certif\w+|accredit\w+|members?(?:hip)?|registr\w+)\b", re.IGNORECASE)
_HELD = late_pattern(
    r"\b(?:hold(?:s|ing)?|held|have|has|obtain\w*|gain\w*|possess\w*|achiev\w*|qualified|accredited|certified)\b"
    r"[^.;]{0,80}?\b(?:certificates?|certification|diplomas?|qualifications?|accreditations?|awards?|memberships?"
    r"|members|registrations?|quality marks?|kitemarks?|badges?|licen[cs]es?|NVQs?|level \d|standards?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What stands before words that let an equal in: something to be held that shows what a person or a body can do."""
_ITEM_HELD = late_pattern(
    r"\b(?:certificat(?:es?|ion)|diplomas?|qualifications?|accreditations?|memberships?|registrations?"
    r"|quality (?:marks?|standards?|assurance)|kitemarks?|badges?|licen[cs]es?|NVQs?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""The same where a form asks for it without a verb."""
_OF_A_BODY = late_pattern(
    r"\b(?:[Mm]ust|MUST|[Ss]hall|[Rr]equired to|[Nn]eeds? to|[Hh]a(?:ve|s) to) (?:all |also |each |themselves )?"
    r"(?:be|hold|have) (?:an? )?(?:current |full |fully |registered |corporate |approved |active |valid )?"
    r"(?:members?(?:hip)? of|registered (?:with|by)|accredited (?:by|with)|affiliated to) (?:the )?"
    r"(?P<body>[A-Z][\w&'’-]{1,20}(?: (?:(?:of|for|and|the|&|in) ){0,2}[A-Z][\w&'’-]{1,20}){0,6})"
)
_TRADE = late_pattern(
    r"\b(?:Association|Federation|Guild|Society|Confederation|Alliance|Institut(?:e|ion)|Register of)\b|^[A-Z]{3,6}$"
)
"""What bodies are called that one joins; those that the law makes one register with are not among them."""
_LAWFUL = late_pattern(
    r"\b(?:Care Quality|CQC|Ofsted|OFSTED|Estyn|Inspectorate|RQIA|CIW|Companies House|HMRC|Revenue|Charity Commission"
    r"|OSCR|CCNI|Information Commissioner|ICO|Financial Conduct|FCA|Solicitors|SRA|Law Society|Medical Council|GMC|GDC"
    r"|NMC|HCPC|GPhC|Social Work|Social Care|SSSC|NISCC|Security Industry|SIA|Gas Safe|Environment Agency|SEPA"
    r"|Natural Resources|DBS|Disclosure|Regulator|ARB|Architects Registration|DVSA|DVLA|Gangmasters|GLAA|PAYE|VAT"
    r"|Ofcom|Ofgem|Building Societ|Housing Association|Registered)\b"
)
_FORMS = frozenset({Role.FORM, Role.SELECTION, Role.EVALUATION})
_ITEM = 90
_NEXT = 120


def check(context: Context) -> Result:
    """Look for each scheme that is demanded, and for words that let an equal in."""
    matches = list(context.find("schemes"))
    bodies = [] if matches else list(_bodies(context))
    if bodies:
        return judge(bodies, at_most=context.reach)
    if not matches:
        held = [match for match in context.find("equals") if _is_held(match)]
        if held:
            return found("what bidders or their staff must hold is open to equals", *apart(held, 2))
        return not_applicable("the pack names no standard or scheme that bidders must hold", by_absence=True)
    closed = _once(match for match in matches if _is_closed(context, match))
    return judge(
        (Finding.at(match, scheme=match.words) for match in closed),
        passed="what is named is open to equals, or is not demanded",
        evidence=apart(matches, 2),
        at_most=context.reach,
    )


def _bodies(context: Context) -> Iterator[Finding]:
    """Yield the first demand to have joined a body of a trade or profession, where no equal is let in."""
    for passage in context.passages.having("member of", "members of", "membership of", "registered", "accredited"):
        demand = _OF_A_BODY.search(passage.text) if passage.role is not Role.TERMS else None
        if demand is None or not _TRADE.search(demand["body"]) or _LAWFUL.search(demand["body"]):
            continue
        start, end = sentence_at(passage.text, demand.start())
        said = f"{passage.text[start:end]} {passage.text[end : end + _NEXT]}"
        if not (context.says("open", said) or "equivalen" in said.lower() or _BY_LAW.search(said)):
            yield Finding.at(passage, quote=passage.text[start:end].strip(), scheme=demand["body"])
            return


def _once(matches: Iterable[Match]) -> list[Match]:
    """The first demand for each scheme."""
    first: dict[str, Match] = {}
    for match in matches:
        first.setdefault(match.words.casefold(), match)
    return list(first.values())


def _is_held(match: Match) -> bool:
    """Say whether the words let in an equal of something that bidders or their staff have to hold."""
    start, end = sentence_at(match.passage.text, match.start)
    sentence = match.passage.text[start:end]
    is_item = match.passage.role in _FORMS and len(sentence) <= _ITEM
    if is_item and _ITEM_HELD.search(sentence, 0, match.start - start):
        return True
    demanded = _DEMAND.search(sentence) or _WILL.search(sentence)
    return demanded is not None and _HELD.search(sentence, 0, match.start - start) is not None


def _is_closed(context: Context, match: Match) -> bool:
    """Look in the sentence, and in the next one, which may let an equal in."""
    text = match.passage.text
    start, end = sentence_at(text, match.start)
    sentence = text[start:end]
    if match.denied or _BY_LAW.search(sentence) or _QUESTION.search(sentence) or _IN_PASSING.search(sentence):
        return False
    after = text[end : end + _NEXT]
    if context.says("open", f"{sentence} {after}") or "equivalen" in f"{sentence} {after}".lower():
        return False
    return _DEMAND.search(sentence) is not None or _is_item(context, match)


def _is_item(context: Context, match: Match) -> bool:
    """Say whether the words are an item, without a verb, of a list of what bidders must have."""
    if len(match.passage.text) > _ITEM:
        return False
    above = lead_of(context.passages, match.passage)
    if above is None or context.says("open", above.text):
        return False
    shown = _SHOWN.search(above.text) is not None and _BADGE.search(match.passage.text) is not None
    return shown or _MUST_HAVE.search(above.text) is not None
