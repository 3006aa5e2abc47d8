"""Do the days from the notice to the deadline keep the legal minimum?"""

from decimal import Decimal

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Result,
    Side,
    When,
    cannot_tell,
    judge,
    not_applicable,
    number,
)

_NO_NUMBER = frozenset({"rfq", "below-threshold", "light-touch", "framework-call-off", "further-competition"})
_OPEN = frozenset({"open", ""})


def check(context: Context) -> Result:
    """Count the days and hold them against the shortest limit that the pack's own words allow."""
    procedure = str(getattr(context.facts.chosen("procedure"), "value", ""))
    threshold = context.threshold
    if threshold.light_touch:
        return not_applicable("a light touch contract has no minimum in numbers; the time must be reasonable")
    if threshold.side is Side.BELOW or procedure in _NO_NUMBER:
        return not_applicable("the law sets no number of days here; the time must be reasonable and the same for all")
    issue, deadline = context.facts.when("issue_date"), context.facts.when("submission_deadline")
    if issue is None or deadline is None:
        return cannot_tell(_gap(issue, deadline), *(fact for fact in (issue, deadline) if fact))
    days = (deadline.value.date - issue.value.date).days
    least, which = _least(context, procedure)
    said = f"{days} days from {issue.value} to {deadline.value}"
    if days >= least:
        return judge((), passed=f"{said}; at least {number(least)} ({which})", evidence=(issue, deadline))
    if threshold.side is Side.UNKNOWN:
        return cannot_tell(f"{said} is less than {number(least)} ({which}), but {threshold.why}", issue, deadline)
    reductions = list(context.find("reductions"))
    if reductions and days >= _reduced(context, procedure):
        return cannot_tell(f"{said} needs a reason for a shorter time; see whether this is one", *reductions[:2])
    said_of = {"days": days, "issue": issue.value, "deadline": deadline.value, "least": least, "which": which}
    return judge([Finding.at(deadline, **said_of)])


def _gap(issue: Fact[When] | None, deadline: Fact[When] | None) -> str:
    if issue is None and deadline is None:
        return "the pack states neither the day of issue nor the deadline"
    return f"the pack does not state {'the day of issue' if issue is None else 'the deadline'}"


def _least(context: Context, procedure: str) -> tuple[Decimal, str]:
    """The number of days that the regime asks for, given how tenders come in."""
    on_paper = any(context.find("paper")) and not any(context.find("electronic"))
    how = "tenders on paper" if on_paper else "tenders sent electronically"
    if context.regime == "PA2023":
        return context.figure("tender_days.paper_all_docs" if on_paper else "tender_days.electronic_all_docs"), how
    if procedure not in _OPEN:
        name = "tender_days.restricted_tender" if on_paper else "tender_days.restricted_tender_electronic"
        found = context.law.find(name) or context.law.find("tender_days.restricted_tender")
        return (found.value if found else context.figure(name)), f"restricted procedure, {how}"
    names = () if on_paper else ("tender_days.open_electronic", "tender_days.open_enotice_docs_online")
    found = next((figure for name in names if (figure := context.law.find(name))), None)
    return (found.value if found else context.figure("tender_days.open")), f"open procedure, {how}"


def _reduced(context: Context, procedure: str) -> Decimal:
    """The shortest limit that a stated reason can lead to."""
    names = (
        ("tender_days.urgency", "tender_days.open_urgency", "tender_days.open_pin_floor")
        if procedure in _OPEN
        else ("tender_days.urgency", "tender_days.restricted_tender_urgency")
    )
    return next((figure.value for name in names if (figure := context.law.find(name))), Decimal(0))
