"""Do the answers to questions come in time to use them?"""

import datetime as dt
import re

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Result,
    Source,
    When,
    cannot_tell,
    in_words,
    judge,
    late_pattern,
    missing,
    number_in,
    sentence_at,
)

_WITHIN = late_pattern(
    r"\b(?:within|in) (?:a maximum of |no more than |approximately |about )?(?P<number>\w{1,8})(?: \(\d{1,2}\))? "
    r"(?P<kind>(?:working|business|calendar|clear)[ -])?(?P<unit>days?|hours?)\b",
    re.IGNORECASE,
)
_HOURS_A_DAY = 24


def check(context: Context) -> Result:
    """Hold the day of the answers, stated or promised for each question, against the deadline."""
    facts = context.facts
    answers, deadline = facts.when("answers_by"), facts.when("submission_deadline")
    questions = facts.when("clarification_deadline")
    if deadline is None:
        return cannot_tell("the pack does not state the deadline", *([answers] if answers else []))
    if answers is not None:
        return _judge(context, answers, answers.value.date, deadline)
    if questions is None:
        return cannot_tell("the pack says nothing of questions and answers by a day", by_absence=True)
    promise = _promise(context, questions)
    if promise is not None:
        return _judge(context, promise[0], promise[1], deadline)
    nearest: list[tuple[Source, str]] = [(match, "names no day") for match in context.find("promises")]
    return missing("no day for the answers is stated", nearest[:2], fault="have no day by which they come")


def _judge(context: Context, source: Source, last: dt.date, deadline: Fact[When]) -> Result:
    figure = context.law.find("answers_before_deadline")
    bar = int(figure.value) if figure else int(context.setting("days_before"))
    rule = f"the Regulations ask for {bar} days" if figure else f"this project's bar is {bar} days"
    days = (deadline.value.date - last).days
    before = f"{days} day{'' if days == 1 else 's'} before the deadline" if days >= 0 else "after the deadline"
    if days < bar:
        return judge([Finding.at(source, fault=f"may come as late as {in_words(last)}, {before}; {rule}")])
    return judge((), passed=f"the last answers come on {in_words(last)}, {before}", evidence=(source,))


def _promise(context: Context, questions: Fact[When]) -> tuple[Match, dt.date] | None:
    """A promise to answer within some days, and the day of the answer to a question asked on the last day."""
    for match in context.find("answers"):
        start, end = sentence_at(match.passage.text, match.start)
        within = _WITHIN.search(match.passage.text, start, end)
        number = number_in(within["number"]) if within else None
        if within is None or number is None:
            continue
        days = int(number) if within["unit"].lower().startswith("day") else -(-int(number) // _HOURS_A_DAY)
        asked = questions.value.date
        if (within["kind"] or "").lower().startswith(("working", "business")):
            last = context.calendar.nth_working_day(asked + dt.timedelta(days=1), days, context.nation or "England")
        else:
            last = asked + dt.timedelta(days=days)
        return Match(match.passage, start, end), last
    return None
