"""Do the days from the notice to the deadline keep the legal minimum?"""

from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Result,
    Side,
    Source,
    When,
    cannot_tell,
    clip,
    conflicts,
    judge,
    not_applicable,
    number,
    sentence_about,
)

_NO_NUMBER = frozenset({"rfq", "below-threshold", "light-touch", "framework-call-off", "further-competition"})
_EACH_ITS_OWN = ("open", "restricted")
"""Procedures for which older law has a regulation each."""
_OPEN = ("open_electronic", "open_enotice_docs_online")
_RESTRICTED = ("restricted_tender_electronic", "restricted_tender_docs_online", "restricted_tender")
_SHORTENED = ("urgency", "open_urgency", "open_pin_floor", "restricted_tender_urgency")


@dataclass(frozen=True, slots=True)
class _Limit:
    days: Decimal
    which: str


def check(context: Context) -> Result:
    """Count the days and hold them against the shortest limit that the pack's own words allow."""
    procedure = str(getattr(context.facts.chosen("procedure"), "value", ""))
    return replace(_answer(context), procedure=procedure if procedure in _EACH_ITS_OWN else "")


def _answer(context: Context) -> Result:
    free, shown = _has_no_limit(context)
    if free:
        return not_applicable(free, *shown)
    issue, deadline = context.facts.when("issue_date"), context.facts.when("submission_deadline")
    if issue is None or deadline is None:
        known = (fact for fact in (issue, deadline) if fact)
        return cannot_tell(_gap(issue, deadline), *known, by_absence=True)
    days = (deadline.value.date - issue.value.date).days
    if days < 0:
        return cannot_tell("the deadline stands before the day of issue", issue, deadline)
    limits = sorted(_limits(context), key=lambda limit: limit.days)
    said = f"{days} days from {issue.value} to {deadline.value}"
    if days >= limits[-1].days:
        return judge((), passed=f"{said}; at least {_words(limits[-1])}", evidence=(issue, deadline))
    turns_on = _turns_on(context, days, limits)
    if turns_on:
        reason, shown = turns_on
        return cannot_tell(f"{said} is less than {_words(limits[-1])}, but {reason}", *shown, issue, deadline)
    least = limits[0]
    rivals = [other for _, other in conflicts(context.facts.own("submission_deadline")) if _is_rival(deadline, other)]
    also = f" The pack also gives {rivals[0].value} as the deadline." if rivals else ""
    values = {"issue": issue.value, "deadline": deadline.value, "least": least.days, "which": least.which, "also": also}
    return judge([Finding.at(deadline, days=days, **values)], beside=(issue, *rivals[:1], *_held_back(context)))


def _is_rival(deadline: Fact[When], other: Fact[When]) -> bool:
    return other.value.date != deadline.value.date and other.place != deadline.place


def _has_no_limit(context: Context) -> tuple[str, list[Source]]:
    """Why the law sets no number of days, where it sets none, and the words that show it."""
    procedure = str(getattr(context.facts.chosen("procedure"), "value", ""))
    threshold = context.threshold
    if threshold.light_touch:
        return "a light touch contract has no minimum in numbers; the time must be reasonable", []
    lighter = next((match for match in context.find("light") if not match.denied), None)
    if lighter is not None:
        told = f"the pack says “{lighter.words}”, for which the law sets no number of days"
        return f"{told}; the time must be reasonable", [lighter]
    if threshold.side is Side.BELOW or procedure in _NO_NUMBER:
        return "the law sets no number of days here; the time must be reasonable and the same for all", []
    return "", []


def _turns_on(context: Context, days: int, limits: list[_Limit]) -> tuple[str, list[Source]] | None:
    """What the answer turns on where nobody can tell whether the days are too few, and the words that show it."""
    threshold = context.threshold
    if threshold.side is Side.UNKNOWN:
        return threshold.why, []
    held = _held_back(context)
    if held and days >= limits[0].days:
        return f"{number(limits[0].days)} would do if they were: see whether these words hold any back", list(held)
    if days >= limits[0].days:
        return f"{_words(limits[0])} would do: it turns on which it is", []
    reductions = list(context.find("reductions"))
    if reductions and days >= _shortest(context):
        return "a shorter time is allowed for a stated reason; see whether this is one", list(reductions[:2])
    return None


def _gap(issue: Fact[When] | None, deadline: Fact[When] | None) -> str:
    if issue is None and deadline is None:
        return "the pack states neither the day of issue nor the deadline"
    return f"the pack does not state {'the day of issue' if issue is None else 'the deadline'}"


def _limits(context: Context) -> list[_Limit]:
    """The limits that may hold: one where the pack names its procedure, two where it may have had an earlier stage."""
    paper, electronic = any(context.find("paper")), any(context.find("electronic"))
    on_paper = paper and not electronic
    how = "tenders on paper" if on_paper else "tenders sent electronically"
    if paper == electronic:
        how = f"if {how}".replace("tenders", "tenders are")
    if context.regime == "PA2023":
        return _limits_2023(context, "paper" if on_paper else "electronic", how)
    procedure = str(getattr(context.facts.chosen("procedure"), "value", ""))
    staged = procedure not in {"open", ""} or any(context.find("stages"))
    rows = []
    if procedure == "open" or not staged or not procedure:
        rows.append(_Limit(_first(context, () if on_paper else _OPEN, "open"), f"open procedure, {how}"))
    if procedure != "open" and staged:
        names = _RESTRICTED[2:] if on_paper else _RESTRICTED
        rows.append(_Limit(_first(context, names, "restricted_tender"), f"restricted procedure, {how}"))
    return rows


def _limits_2023(context: Context, kind: str, how: str) -> list[_Limit]:
    """The limit where all documents are given with the notice, and that where the pack says that some are not."""
    least, more = (context.figure(f"tender_days.{kind}_{when}") for when in ("all_docs", "docs_later"))
    held = _held_back(context)
    told = f"if not all are, as “{_save_for(held[0])}” seems to say" if held else "if not all are"
    limits = [_Limit(least, f"{how}, all documents given with the notice; {number(more)} {told}")]
    if held:
        limits.append(_Limit(more, f"{how}, if not all documents were given with the notice"))
    return limits


def _held_back(context: Context) -> list[Match]:
    """Where the pack says that some of the documents are not given with the rest."""
    if context.regime != "PA2023":
        return []
    said = ((match, sentence_about(match.passage.text, match.start)) for match in context.find("later"))
    return [match for match, words in said if context.says("papers", words) and context.says("given", words)][:1]


def _save_for(match: Match) -> str:
    """The words by which a document is held back, without what stands before them in their sentence."""
    words = sentence_about(match.passage.text, match.start)
    return clip(words[max(0, words.find(match.words)) :].rstrip("."), 0, 0, 80)


def _first(context: Context, names: tuple[str, ...], other: str) -> Decimal:
    """The first figure of these that the law of the day knows."""
    figures = (context.law.find(f"tender_days.{name}") for name in names)
    found = next((figure for figure in figures if figure is not None), None)
    return context.figure(f"tender_days.{other}") if found is None else found.value


def _shortest(context: Context) -> Decimal:
    """The shortest limit that a stated reason can lead to."""
    figures = (context.law.find(f"tender_days.{name}") for name in _SHORTENED)
    return min((figure.value for figure in figures if figure is not None), default=Decimal(0))


def _words(limit: _Limit) -> str:
    return f"{number(limit.days)} ({limit.which})"
