"""Is an earlier contract with this authority demanded?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Passage,
    Result,
    judge,
    late_pattern,
    lead_of,
    not_applicable,
)

_BODY = (
    r"(?:the|this|our) (?:\w+ ){0,3}?(?:council|authority|trust|buyer|university|college|commission|board|association"
    r"|client|customer|department|ministry|agency|(?:london )?borough|county|district|city|school|academy|college"
    r"|contracting authority|fund|constabulary|police|fire)\b"
)
_DEMAND = late_pattern(
    r"\b(?:must|shall|required to|need to|only)\b[^.;?]{0,60}?\b(?:have|having|hold|held|demonstrate|show|be)\b"
    r"[^.;?]{0,50}?(?:\b(?:previous|prior|existing|current|earlier|past)(?:ly)?\b[^.;?]{0,40}?"
    r"\b(?:contract\w*|work\w*|suppli\w*|service\w*|provider\w*|experience)\b"
    r"|\b(?:held|won|awarded)\b[^.;?]{0,20}?\bcontracts?\b"
    r"|\b(?:delivered|completed|performed|undertaken|fulfilled|carried out)\b[^.;?]{0,20}?"
    r"\b(?:an?|one|two|three|\d) (?:\w+ ){0,2}?contracts?\b)[^.;?]{0,30}?\b(?:with|for|to|by) "
    + _BODY,
    re.IGNORECASE,
)
_NAMED = late_pattern(
    r"\b(?:must|shall|required to|need to|only)\b[^.;?]{0,80}?\b(?:(?:previously|already"
    r"|before) (?:been )?(?:work(?:ed)?"
    r"|contract(?:ed)?|suppl(?:y|ied)|serv(?:e|ed)|deliver(?:ed)?|provid(?:e|ed))|(?:work(?:ed)?"
    r"|contract(?:ed)?|supplied|served"
    r"|held (?:a |an )?contracts?)"
    r"(?: (?:before|previously))?)(?: (?:services?|works?|goods))? (?:for|with|to) (?:the )?(?P<who>[A-Z][\w'’&-]+)"
)
"""A demand that names the buyer by its own name."""
_EARLIER = late_pattern(
    r"\b(?:existing|current|previous|prior|earlier|past|completed) contracts? (?:with|for) (?P<who>(?:the "
    r"|this |our )?[\w'’&-]+)",
    re.IGNORECASE,
)
_MUST = late_pattern(
    r"\b(?:must|shall|required to|need(?:s|ed)? to|have to) (?:\w+ ){0,3}?(?:provide|supply|submit|show"
    r"|demonstrate|have|hold"
    r"|enclose|evidence)\b",
    re.IGNORECASE,
)
_ONE_OF = late_pattern(
    r"\b(?:at least )?(?:one|two|any|each|all|some) (?:or more )?of (?:them|these|those|which|the (?:references?"
    r"|referees?|contracts?|jobs?|projects?|examples?|case studies)|your (?:references?|referees?|contracts?|projects?"
    r"|examples?|case studies))\b[^.;?]{0,20}? (?:must|shall|should|needs? to|has to|have to) (?:have )?(?:be|been|come"
    r"|relate|concern)\b[^.;?]{0,40}? (?:for|from|with|to) (?:us\b|"
    + _BODY
    + r"|(?P<who>[\w'’&-]+))",
    re.IGNORECASE,
)
"""One of the earlier contracts asked for must be of the authority itself."""
_DECLARE = late_pattern(r"\b(?:declare|disclose|conflict|interest|list any|details of any|whether)\b", re.IGNORECASE)
_DEMANDING = ("must", "shall", "required to", "need to", "only")
_WORDS = (
    "previous", "prior", "existing", "current", "earlier", "past", "held", "delivered", "completed", "performed",
    "undertaken", "fulfilled", "carried out", "worked for", "worked with", "already", "before", "supplied",
    "awarded", "won", "reference", "referee", "one of them", "one of these", "one of those", "one of which",
)  # fmt: skip


def check(context: Context) -> Result:
    """Look for demands that a bidder has worked for this authority before."""
    findings = [
        Finding.at(Match(passage, found.start(), found.end()))
        for passage in context.passages.having(*_WORDS)
        for found in (
            *_demands(passage.text), *_by_name(context, passage.text), *_items(context, passage),
            *_one_of(context, passage.text),
        )
        if not _DECLARE.search(passage.text[max(0, found.start() - 60) : found.end()])
    ]
    if not findings and not _asks_for_experience(context):
        return not_applicable("no experience of earlier contracts was found to be asked for", by_absence=True)
    return judge(findings, passed="no earlier contract with the authority is demanded", at_most=context.reach)


def _asks_for_experience(context: Context) -> bool:
    """Say whether the pack speaks of experience, or counts the earlier contracts that bidders must show."""
    spoken = context.passages.having("experience", "track record", "reference", "similar", "examples")
    return bool(spoken) or bool(context.facts.all("references_count"))


def _demands(text: str) -> Iterator[re.Match[str]]:
    small = text.lower()
    return _DEMAND.finditer(text) if any(word in small for word in _DEMANDING) else iter(())


def _one_of(context: Context, text: str) -> Iterator[re.Match[str]]:
    """Yield demands that one of the contracts named be of the authority: by its name, or as "us" or "the Council"."""
    if " of " not in text:
        return iter(())
    first = _first_name(context)
    return (found for found in _ONE_OF.finditer(text) if found["who"] is None or found["who"] == first)


def _items(context: Context, passage: Passage) -> Iterator[re.Match[str]]:
    """Yield items of a list of what bidders must show that name an earlier contract with the authority."""
    above = lead_of(context.passages, passage) if "contract" in passage.text and _EARLIER.search(passage.text) else None
    if above is None or _MUST.search(above.text) is None:
        return
    first = _first_name(context)
    for found in _EARLIER.finditer(passage.text):
        if re.match(_BODY, passage.text[found.start("who") :], re.IGNORECASE) or (first and first in found["who"]):
            yield found


def _first_name(context: Context) -> str:
    """The first word of the buyer's name."""
    buyer = context.facts.chosen("buyer_name")
    return str(buyer.value).removeprefix("The ").split()[0] if buyer is not None else ""


def _by_name(context: Context, text: str) -> Iterator[re.Match[str]]:
    """Yield demands for work done for a body whose name begins as the buyer's does."""
    first = _first_name(context)
    if not first or first not in text:
        return iter(())
    return (found for found in _NAMED.finditer(text) if found["who"] == first)
