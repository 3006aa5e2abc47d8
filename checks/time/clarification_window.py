"""Do questions stay open long enough?"""

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge


def check(context: Context) -> Result:
    """Hold the last day for questions against the days from issue to deadline."""
    facts = context.facts
    questions, deadline = facts.when("clarification_deadline"), facts.when("submission_deadline")
    if questions is None:
        return cannot_tell("the pack states no last day for questions", by_absence=True)
    if deadline is None:
        return cannot_tell("the pack does not state the deadline", questions, by_absence=True)
    if questions.value.date > deadline.value.date:
        return judge([Finding.at(questions, when=f"on {questions.value}, after the deadline of {deadline.value}")])
    issue = facts.when("issue_date")
    if issue is None:
        return cannot_tell("the pack does not state the day of issue", questions, deadline, by_absence=True)
    open_days = (questions.value.date - issue.value.date).days
    all_days = (deadline.value.date - issue.value.date).days
    if all_days <= 0 or open_days < 0:
        return cannot_tell("the dates are not in order", issue, questions, deadline)
    said = f"{_days(open_days)} into the {_days(all_days)} from issue to deadline"
    if open_days < all_days * float(context.setting("first_share")):
        return judge([Finding.at(questions, when=f"on {questions.value}, {said}")])
    return judge((), passed=f"questions close on {questions.value}, {said}", evidence=(questions,))


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
