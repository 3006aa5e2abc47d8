"""Does the pack say whether staff transfer, and give the information?"""

import re

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Passage,
    Result,
    Role,
    Source,
    Statement,
    Transfer,
    cannot_tell,
    found,
    is_clause,
    is_project,
    judge,
    late_pattern,
    missing,
    not_applicable,
    phrase_pattern,
    sentence_about,
    single_work,
    transfers,
)

_RECURRING = 12
_MOST_NEAR = 3
_TOO_LATE = late_pattern(
    r"\b(?:successful|preferred|winning|appointed) (?:\w+ )?(?:tenderer|bidder|supplier|contractor|provider|applicant)"
    r"|\b(?:after|on|upon|following|once) (?:the )?(?:contract )?award"
    r"|\b(?:on|upon|at|after|before) (?:the )?(?:expiry|termination|end)\b",
    re.IGNORECASE,
)
"""What only the winner gets, or the next buyer at the end, helps nobody to price."""

_LOT = late_pattern(r"\blot (?:\d{1,2}|[A-Z])\b", re.IGNORECASE)
_THOUGHT = late_pattern(
    r"\b(?:think|believe|consider|expect|likely|thought|believed|expected|considered|understand)s?\b"
    r"|\b(?:our|its) view\b",
    re.IGNORECASE,
)
_OF_SERVICES = late_pattern(r"(?<=\bpurchase of)[^.;]{0,60}\bservices?\b", re.IGNORECASE)
"""What is bought may be a service that goes on."""


def check(context: Context) -> Result:
    """Read what is said of TUPE; when nothing is, ask whether the service recurs."""
    if context.regime == "ABROAD":
        return not_applicable("TUPE is law of the United Kingdom only")
    said = transfers(context.passages)
    no, yes = _first(said, "no"), _first(said, "yes", "may")
    if no is not None and yes is None:
        return found("the pack says that TUPE is not thought to apply", no)
    given = _information(context) or _beside(context, said)
    if given is not None and (yes is not None or said or isinstance(given, Match)):
        says = isinstance(given, Match) and not given.passage.block.level
        gives = "says how to get" if says else "gives"
        alike = isinstance(given, Match) and yes is not None and given.passage is yes.passage
        shown = [given] if yes is None or alike else [yes, given]
        without = _lot_of(no)
        told = f", and says that TUPE {_of_lots(said, yes)}does not apply to {without}" if without else ""
        shown += [no] if no is not None and without else []
        return found(f"the pack speaks of TUPE and {gives} the workforce information{told}", *shown)
    only = yes or _first(said, "advice")
    if only is not None:
        return judge([Finding.at(only, fault=_fault(only, yes))])
    return _silent(context)


def _first(said: tuple[Transfer, ...], *kinds: str) -> Statement | None:
    return next((each.statement for each in said if each.says in kinds), None)


def _lot_of(no: Statement | None) -> str:
    """The lot that a statement is of, where it names one alone."""
    lots = {match[0].lower() for match in _LOT.finditer(no.text)} if no is not None else set()
    return lots.pop() if len(lots) == 1 else ""


def _of_lots(said: tuple[Transfer, ...], yes: Statement | None) -> str:
    """What is said of the lot to which it applies, where a statement names one alone."""
    lot = _lot_of(yes)
    if yes is None or not lot:
        return ""
    says = next(each.says for each in said if each.statement is yes)
    thought = "is thought to apply" if _THOUGHT.search(yes.text) else "applies"
    return f"{'may apply' if says == 'may' else thought} to {lot} and "


def _fault(only: Statement, yes: Statement | None) -> str:
    if yes is None:
        return "The pack sends bidders to their own lawyers about TUPE, and gives no workforce information"
    return f"The pack says “{only.text[:200]}” but not how to get the workforce information"


def _information(context: Context) -> Source | None:
    """The paper with the workforce, or the sentence that says how to get it."""
    papers = context.documents(Role.TUPE)
    if papers:
        return papers[0]
    how = phrase_pattern(context.card.phrases["how"])
    for match in context.find("information"):
        if is_clause(match.passage) or match.denied:
            continue
        sentence = sentence_about(match.passage.text, match.start)
        if _TOO_LATE.search(sentence):
            continue
        if match.passage.block.level or how.search(sentence):
            return match
    return None


def _beside(context: Context, said: tuple[Transfer, ...]) -> Source | None:
    """Words such as “their details” count beside what is said of the transfer."""
    places = {each.statement.passage.index for each in said}
    named = context.passages.having("tupe", "transfer of undertakings")
    places.update(each.index for each in named if each.role is not Role.TERMS and not is_clause(each))
    how = phrase_pattern(context.card.phrases["how"])
    for match in context.find("near"):
        if match.passage.index in places and how.search(sentence_about(match.passage.text, match.start)):
            return match
    return None


def _silent(context: Context) -> Result:
    kinds = {fact.value for fact in context.facts.all("contract_kind")}
    hints = (
        match for match in context.find("one_off")
        if match.passage.role is not Role.TERMS and not _OF_SERVICES.match(match.passage.text, match.end)
    )
    once = len({match.words.lower().removesuffix("s") for match in hints})
    term = context.facts.amount("term_initial_months")
    recurs = term is not None and term.value >= 2 * _RECURRING
    single = next(context.find("single"), None) is not None
    if (kinds and kinds <= {"goods", "works"}) or ("services" not in kinds and (once > 1 or single) and not recurs):
        return not_applicable("goods, works or a single piece of work")
    named = context.passages.having("tupe", "transfer of undertakings")
    lasts = term is not None and term.value >= _RECURRING and context.invites
    if not named:
        brief = term is not None and term.value < _RECURRING and is_project(context.passages)
        if brief or ((term is None or term.value < _RECURRING) and single_work(context.passages) is not None):
            return not_applicable("a single piece of work")
        if lasts:
            reason = "a service of a year or more, and no word on TUPE"
            return missing(reason, fault="Nowhere does the pack speak of TUPE")
        return cannot_tell("the pack does not speak of TUPE", by_absence=True)
    reason = "the pack names TUPE, and does not tell bidders whether it applies and how to get the information"
    if lasts:
        near = [(each, _why_not(each)) for each in named[:_MOST_NEAR]]
        return missing(reason, near, fault=f"{reason[:1].upper()}{reason[1:]}")
    return cannot_tell(reason, named[0], by_absence=True)


def _why_not(passage: Passage) -> str:
    in_terms = passage.role is Role.TERMS or is_clause(passage)
    return "this is part of the contract and gives no information" if in_terms else "this only names TUPE"
