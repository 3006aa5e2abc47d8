"""Are issue, questions, deadline, award and start all stated?"""

from tenderlint.checking import Context, Result, cannot_tell, judge, missing

_STEPS = {
    "issue_date": "the day of issue",
    "clarification_deadline": "the last day for questions",
    "submission_deadline": "the deadline for bids",
    "award_date": "the day of award",
    "contract_start": "the day the contract starts",
}


def check(context: Context) -> Result:
    """Name the steps of the timetable that have no day."""
    stated = [fact for name in _STEPS if (fact := context.facts.when(name)) is not None]
    gaps = [words for name, words in _STEPS.items() if context.facts.when(name) is None]
    if not gaps:
        return judge((), passed="all five days are stated", evidence=stated)
    what = gaps[0] if len(gaps) == 1 else f"{', '.join(gaps[:-1])} and {gaps[-1]}"
    if not context.invites:
        return cannot_tell("the timetable has gaps, but the pack holds no invitation that would say it")
    return missing(f"not stated: {what}", [(fact, "is stated") for fact in stated], what=what)
