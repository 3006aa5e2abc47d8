"""Answers the checks of hard terms: bonds, guarantees, damages and liability in contracts of every size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    from tenderlint.checking import Context, Fact, Match, Passage, Result

_MOST = 3
_CHOICES = ("[insert", "«insert", "[delete", "delete as appropriate", "[yes", "[enter")
_TEMPLATE = 8
"""So many passages with a blank make a template."""
_EXPLAINS = late_pattern(r"\b(?:glossary|definitions?|jargon|explained|what (?:\w+ ){1,3}means?)\b", re.IGNORECASE)
_OTHER = (
    r"\bor (?:any |some )?(?:an?|other|another|equivalent|similar|alternative) (?:\w+ ){0,2}?"
    r"(?:assurance|comfort|security|evidence|form|means|support|proof|arrangement)"
)
_CHOICE = late_pattern(
    rf"\b(?:guarantees?|bonds?)\b[^.;]{{0,60}}{_OTHER}|{_OTHER}[^.;]{{0,40}}\b(?:guarantees?|bonds?)\b", re.IGNORECASE
)
"""A guarantee that is one of several ways to give comfort."""
_KINDS = (
    ("performance_bond",), ("parent_company_guarantee",), ("liquidated_damages", "service_credits"),
    ("unlimited_liability",),
)  # fmt: skip
_MANY = 3
"""So many kinds of hard terms together are no longer little, even in a large contract."""
_WORDS = {"liquidated_damages": "liquidated damages", "service_credits": "service credits or deductions"}

_POINTS = late_pattern(r"\b(?:default|penalty|failure|demerit|non-?performance) points?\b", re.IGNORECASE)
_COSTS = late_pattern(
    r"£|\b(?:credits?|deduct\w*|withh\w+|pay\w*|money|charges?|invoices?|price|rebates?|abate\w*|reduc\w+|fees?)\b",
    re.IGNORECASE,
)

_SOUGHT = {
    "performance_bond": "a performance bond", "parent_company_guarantee": "a parent company guarantee",
    "liquidated_damages": "damages or deductions", "unlimited_liability": "the limit of liability",
}  # fmt: skip

_COVERED = late_pattern(
    r"\b(?:covered|secured|insured|backed|protected)(?: or \w+)? (?:\w+ )?by (?:an? )?$", re.IGNORECASE
)
"""What is "not covered by bond" does not say that no bond is asked for."""
_MENTIONS = {
    "performance_bond": late_pattern(r"\bperformance (?:bonds?|guarantees?)\b", re.IGNORECASE),
    "parent_company_guarantee": late_pattern(r"\bparent company guarantees?\b", re.IGNORECASE),
    "liquidated_damages": late_pattern(
        r"\b(?:service|performance|payment) (?:credits?|deductions?)\b|\bliquidated (?:and ascertained )?damages\b",
        re.IGNORECASE,
    ),
}
_NAMED = ("performance bond", "company guarantee", "liquidated damages", "service credits", "deductions")


def hard_terms(context: Context, names: tuple[str, ...], passed: str) -> Result:
    """Judge terms that are facts of yes and no, in a contract of this value.

    A term that is asked for fails unless the contract is large (the card's setting `large_contract`) and the terms are
    not hard all round: three kinds of the four together weigh on anybody. Where the pack
    does not speak of it, only a pack that holds the terms of the contract passes.
    """
    from tenderlint.checking import Finding, cannot_tell, found, judge

    stated = [fact for name in names for fact in context.facts.all(name) if not _explains(fact)]
    asked = [fact for fact in stated if fact.value and not _CHOICE.search(fact.quote)]
    worth = context.facts.contract_value
    if asked:
        large = worth is not None and worth.value.most > context.setting("large_contract")
        if worth is not None and large and _kinds(context) < _MANY:
            return found(f"asked for, in a contract worth {worth.value}", *asked[:2])
        extra = f" in a contract worth {worth.value}" if worth is not None else ""
        if all(fact.why.startswith("an indemnity") for fact in asked):
            extra = f", by an indemnity with no limit stated{extra}"
        asked.sort(key=lambda fact: "?" in fact.quote)  # a form that asks whether it is enclosed says less
        shown = list({fact.place.document: fact for fact in reversed(asked)}.values())[::-1][:_MOST]
        return judge([Finding.at(fact, extra=extra, what=_what(fact)) for fact in shown])
    if stated:
        one_of_many = any(_CHOICE.search(fact.quote) for fact in stated)
        return found("it is one way among others" if one_of_many else passed, *stated[:2])
    said = _said_otherwise(context)
    if said is not None:
        return found(passed, said)
    terms = context.terms
    if terms is None and (named := _named(context, names)) is not None:
        told = f"the pack names “{named.words}”"
        return cannot_tell(f"{told}, but {where_terms_are(context)}", named, by_absence=True)
    if terms is None:
        return cannot_tell(f"{_not_found(context, names)}, but {where_terms_are(context)}", by_absence=True)
    if _are_unmade(context, terms):
        return cannot_tell("the terms still hold choices and blanks that nobody has filled in", terms)
    return judge((), passed=f"{passed}; the terms were read", evidence=(terms,))


def _named(context: Context, names: tuple[str, ...]) -> Match | None:
    """Where the pack names the thing in passing, which the terms would tell more of."""
    from tenderlint.checking import Match

    pattern = _MENTIONS.get(names[0])
    for passage in context.passages.having("deduction", "credits", "damages", "bond", "guarantee") if pattern else ():
        said = pattern.search(passage.text) if pattern else None
        if said is not None:
            match = Match(passage, *said.span())
            if not match.denied:
                return match
    return None


def _what(fact: Fact[Any]) -> str:
    """What is provided for, in words; points that count faults are no money where no word says what they cost."""
    points = _POINTS.search(fact.quote) if fact.name == "service_credits" else None
    if points is not None and _COSTS.search(fact.quote) is None:
        return f"{points[0].lower().removesuffix('s')}s"
    return _WORDS.get(fact.name, "deductions")


def _said_otherwise(context: Context) -> Match | None:
    """Where the pack says that it asks for no such thing, or names the limit that the thing has."""
    phrases = context.card.phrases
    named = context.find("names") if "names" in phrases else ()
    denials = (match for match in named if match.denied and not _COVERED.search(match.passage.text, 0, match.start))
    plain = context.find("otherwise") if "otherwise" in phrases else ()
    return next(iter(denials), None) or next(iter(plain), None)


def where_terms_are(context: Context) -> str:
    """Say that the terms are not in the pack, or in which file they seem to be that could not be read."""
    from tenderlint.checking import Extent, Role, names_terms

    for document in context.pack.documents:
        if document.extent is Extent.NOT and (document.role is Role.TERMS or names_terms(document.path)):
            return f"the terms of contract seem to be in {document.path}, which could not be read"
    short = next(iter(context.documents(Role.TERMS)), None)
    if short is not None:
        return f"{short.path} is too short to be all the terms of contract"
    return "the terms of contract are not in the pack"


def _not_found(context: Context, names: tuple[str, ...]) -> str:
    """Say what was not found: all hard terms in one where there are none, so that their checks are told together."""
    stated = any(context.facts.all(name) for kind in _KINDS for name in kind)
    if stated or context.passages.having(*_NAMED):
        return f"nothing on {_SOUGHT[names[0]]} was found"
    return "nothing on bonds, guarantees, deductions or the limit of liability was found"


def _kinds(context: Context) -> int:
    """Count the kinds of hard terms that the pack asks for."""
    return sum(
        any(fact.value and not _explains(fact) for name in names for fact in context.facts.all(name))
        for names in _KINDS
    )


def _are_unmade(context: Context, terms: Passage) -> bool:
    """Say whether the terms are a template whose choices are still open."""
    open_ones = (each for each in context.passages.having(*_CHOICES) if each.document is terms.document)
    return sum(1 for _ in open_ones) >= _TEMPLATE


def _explains(fact: Fact[Any]) -> bool:
    """Say whether the words explain what a thing is, or are a choice of clauses that nobody has made yet."""
    return fact.quote.startswith("[") or any(_EXPLAINS.search(heading) for heading in fact.place.heading[-2:])
