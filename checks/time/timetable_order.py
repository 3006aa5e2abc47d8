"""Are the steps of the timetable in an order that can be kept?"""

from collections.abc import Iterator
from itertools import pairwise

from tenderlint.checking import Context, Fact, Finding, Result, When, judge, not_applicable

_STEPS = {
    "issue_date": "Issue",
    "clarification_deadline": "The last day for questions",
    "answers_by": "The day of the answers",
    "submission_deadline": "The deadline",
    "interview_date": "The interviews",
    "award_date": "Award",
    "contract_start": "The start of the contract",
    "contract_end": "The end of the contract",
}
_Step = tuple[str, Fact[When]]


def check(context: Context) -> Result:
    """Compare each stated step with the one before it."""
    steps = [(words, fact) for name, words in _STEPS.items() if (fact := context.facts.when(name)) is not None]
    if len(steps) < 2:
        return not_applicable("the pack states fewer than two steps of a timetable", by_absence=True)
    return judge(_faults(steps), passed="the days are in order", evidence=[fact for _, fact in steps])


def _faults(steps: list[_Step]) -> Iterator[Finding]:
    for (earlier, before), (later, after) in pairwise(steps):
        if _day(after) < _day(before):
            yield Finding.at(
                after, later=later, later_day=after.value, earlier=_lower(earlier), earlier_day=before.value
            )


def _day(fact: Fact[When]) -> tuple[int, int]:
    """A month without a day is compared by its month only."""
    day = fact.value.date
    return (day.year * 12 + day.month, day.day if fact.value.day_given else 31)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
