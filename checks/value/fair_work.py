"""Is fair work, where the authority says it values it, scored?"""

import re

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    apart,
    found,
    judge,
    late_pattern,
    not_applicable,
    phrase_pattern,
    sentence_about,
)

_WEIGHED = late_pattern(r"^[^.;:?!]{0,60}?[\s(–—-]\d{1,3}(?:\.\d)? ?(?:%|per ?cent|points?|marks?)", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look for fair work in policy and in the criteria."""
    valued = [match for match in context.find("valued") if not _is_law(context, match)]
    if not valued:
        return not_applicable("the pack does not say that it values fair work", by_absence=True)
    scored = [match for match in valued if _is_scored(context, match)]
    if scored:
        return found("the fair work that it values is scored", *apart(scored, 2))
    binding = [match for match in valued if _is_required(context, match)]
    if binding:
        return found("the contract demands it", *apart(binding, 2))
    return judge([Finding.at(valued[0], words=valued[0].words)])


def _is_law(context: Context, match: Match) -> bool:
    around = match.passage.text[max(0, match.start - 60) : match.end + 60]
    return phrase_pattern(context.card.phrases["law_only"]).search(around) is not None


def _is_required(context: Context, match: Match) -> bool:
    """What the contract demands of its winner needs no marks."""
    sentence = sentence_about(match.passage.text, match.start)
    return not match.denied and context.says("required", sentence)


def _is_scored(context: Context, match: Match) -> bool:
    """It is scored when a criterion or a question names it, or its passage or heading speaks of marks."""
    words = match.words.lower()
    if any(words in fact.value.name.lower() for fact in context.facts.award_criteria):
        return True
    row = match.passage.row
    if _WEIGHED.match(match.passage.text[match.end :]):
        return True
    around = f"{match.passage.headings} {match.passage.text} {' '.join(row.heads) if row else ''}".lower()
    return any(word in around for word in context.card.phrases["scored"])
