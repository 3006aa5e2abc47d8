"""Are the award criteria and their importance disclosed?"""

import re
from dataclasses import replace
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Passage,
    Result,
    Role,
    cannot_tell,
    counted,
    found,
    is_clause,
    judge,
    late_pattern,
    missing,
    not_applicable,
    sentence_about,
)

_CRITERIA = late_pattern(
    r"\b(?:criteri\w+|evaluat\w+|assess\w*|award\w*|scor\w+|mark(?:ed|s|ing)|judg\w+|look at|consider\w*|quality"
    r"|tenders?|bids?|quotations?|proposals?|applications?)\b",
    re.IGNORECASE,
)
_TIE = late_pattern(
    r"\b(?:tie[sd]?|tied|tie[- ]?breaks?|dead heat|draw lots)\b"
    r"|\b(?:equal|same|identical|joint)\b[^.;]{0,20}?\b(?:position|place|rank\w*|totals?|first"
    r"|(?:final |overall |total )?(?:scores?|marks))\b"
    r"|\b(?:scores?|marks|bids|tenders|quotations) (?:are|is|were|being|be) (?:the same|equal|level|identical)\b",
    re.IGNORECASE,
)
"""What decides between equals tells bidders nothing of the criteria themselves."""
_RANKED = late_pattern(
    r"[(–—:,-]\s{0,2}(?:(?:very|most|quite|fairly|less|least|more|of (?:high|medium|low|great|some)|high|medium|low"
    r"|equally)"
    r"\s)?importan(?:t|ce)\W{0,3}$",
    re.IGNORECASE,
)
_CHOICE = late_pattern(r"\b(?:choos\w+|choice|pick\w*|decid\w+|decision|selecting)\b", re.IGNORECASE)
_GAP = (
    r"(?:«[^»]{0,80}»|\[[^\]]{0,60}\]|<[^<>]{1,60}>|\{[^{}]{0,60}\}|\b[xXyYzZ]{1,4}\b|_{2,20}|\.{3,20}|…{1,9}|\?{1,4}"
    r"|\bTB[CADN]\b)"
)
_OPEN_WEIGHT = late_pattern(
    rf"{_GAP}\s?(?:%|per ?cent\b)|%\s?{_GAP}(?!\w)|\bweight\w*\W{{1,4}}(?:of |is |to be )?{_GAP}(?!\w)"
)
"""Where a weight should stand and does not yet: "«weight» %", "XX%", "[ ]%", "Weighting: TBC"."""
_JUDGED = late_pattern(
    r"\b(?:price|pricing|costs?|commercial|financial|quality|technical|social value|cultural fit|experience|delivery"
    r"|method\w*|sustainab\w+|value for money|added value|approach|criteri\w+)\b",
    re.IGNORECASE,
)
_PASS_FAIL = late_pattern(r"\bpass\s{0,2}(?:/|or|–|-)\s{0,2}fail\b", re.IGNORECASE)
_LINE = 160
_ALL = 100
_EARLY = frozenset({"market engagement", "selection"})


def check(context: Context) -> Result:
    """Look for criteria with weights, for an order of importance, or for price alone."""
    criteria = context.facts.award_criteria
    weighted = [fact for fact in criteria if fact.value.weight is not None]
    if len(weighted) == 1 and weighted[0].value.weight == _ALL and context.facts.chosen("price_weight") is not None:
        return found("price alone decides", weighted[0])
    if _is_weighted(context, weighted):
        return found(_counted(weighted), *_outermost(weighted)[:3])
    stage = context.facts.chosen("tender_stage")
    if stage is not None and stage.value in _EARLY and not criteria:
        return not_applicable(f"this is a stage of {stage.value}: tenders are not yet assessed")
    ordered = [match for match in context.find("importance") if not match.denied and _is_of_criteria(match)]
    if ordered:
        return found("the importance of the criteria is told in words", *ordered[:2])
    ranked = _ranked_lines(context)
    if ranked:
        return found("the importance of each criterion is told in words", *ranked[:3])
    cheapest = [match for match in context.find("price_only") if not match.denied]
    if cheapest and not criteria:
        return found("price alone decides", cheapest[0])
    return _failed(context, criteria)


def _ranked_lines(context: Context) -> list[Passage]:
    """Return lines that end in their importance, "Cost (less important)", where two stand under words on choosing."""
    lines = [
        passage for passage in context.passages.having("important", "importance")
        if len(passage.text) < _LINE and _RANKED.search(passage.text) and not is_clause(passage)
    ]
    for heading in dict.fromkeys(each.place.heading for each in lines):
        group = [each for each in lines if each.place.heading == heading]
        if len(group) > 1 and (_CRITERIA.search(" ".join(heading)) or _CHOICE.search(heading[-1] if heading else "")):
            return group
    return []


def _outermost(weighted: list[Fact[Any]]) -> list[Fact[Any]]:
    """The criteria that are part of no other; all of them where only parts have weights."""
    return [fact for fact in weighted if fact.value.parent is None] or weighted


def _counted(weighted: list[Fact[Any]]) -> str:
    """Count the criteria, and apart from them the parts into which they are split."""
    whole = len(_outermost(weighted))
    parts = len(weighted) - whole
    said = "1 criterion has a weight" if whole == 1 else f"{whole} criteria have weights"
    if not parts:
        return said
    whose = "of it" if whole == 1 else "of them"
    return f"{said}, and so {'does' if parts == 1 else 'do'} {counted(parts, 'part')} {whose}"


def _is_of_criteria(match: Match) -> bool:
    """Say whether the order is one of criteria: the papers of a contract have an order of precedence too."""
    if is_clause(match.passage):
        return False
    sentence = sentence_about(match.passage.text, match.start)
    if _TIE.search(sentence):
        return False
    about = f"{match.passage.headings} {sentence} {match.passage.before[-200:]}"
    return _CRITERIA.search(about) is not None


def _is_weighted(context: Context, weighted: list[Fact[Any]]) -> bool:
    """A single weight counts only as part of a split that is stated otherwise."""
    return len(weighted) > 1 or (bool(weighted) and context.facts.chosen("price_weight") is not None)


def _failed(context: Context, criteria: tuple[Fact[Any], ...]) -> Result:
    unfilled = _unfilled(context)
    if len(unfilled) > 1:
        fault = f"{len(unfilled)} criteria are named, and their weights are still to be filled in"
        return judge([Finding.at(unfilled[0], fault=fault)], beside=unfilled[1:4], at_most=context.reach)
    if criteria:
        return judge([Finding.at(criteria[0], fault=_unweighted(criteria))], at_most=context.reach)
    told = [match for match in context.find("told") if not match.denied and not is_clause(match.passage)]
    if told:
        fault = "The criteria are told in a sentence, and they have no weight and no order of importance"
        return judge([Finding.at(told[0], fault=fault)], at_most=context.reach)
    if not context.invites:
        return cannot_tell("no award criteria were found, but the pack holds no invitation that would say it")
    near: list[tuple[Match, str]] = [
        (match, "names no criterion with its weight") for match in context.find("criteria")
    ]
    fault = "Nowhere does the pack say by which criteria tenders are judged"
    return replace(missing("no award criteria were found", near[:2], fault=fault), at_most=context.reach)


def _unweighted(criteria: tuple[Fact[Any], ...]) -> str:
    """Say what is missing of criteria that are named without a weight."""
    named = counted(len(criteria), "criterion is named", "criteria are named")
    if all(_PASS_FAIL.search(fact.quote) for fact in criteria):
        how = "all" if len(criteria) > 1 else "which is"
        return f"{named}, {how} pass or fail: no weight and no order of importance"
    return f"{named}, and {'they have' if len(criteria) > 1 else 'it has'} no weight and no order of importance"


def _unfilled(context: Context) -> list[Passage]:
    """Return the lines that name a criterion and leave its weight open, each wording once."""
    lines: dict[str, Passage] = {}
    for passage in context.passages.having("%", "weight", "per cent", "percent"):
        text = passage.text
        if len(text) < _LINE and passage.role is not Role.TERMS and _OPEN_WEIGHT.search(text):
            name = _OPEN_WEIGHT.sub(" ", text)
            if _JUDGED.search(name):
                lines.setdefault(" ".join(name.lower().split()), passage)
    return list(lines.values())
