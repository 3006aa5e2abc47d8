"""Do the answers to questions come in time to use them?"""

from tenderlint.checking import Context, Finding, Result, Source, cannot_tell, judge, missing


def check(context: Context) -> Result:
    """Hold the day of the answers against the deadline."""
    facts = context.facts
    answers, deadline = facts.when("answers_by"), facts.when("submission_deadline")
    if deadline is None:
        return cannot_tell("the pack does not state the deadline", *([answers] if answers else []))
    if answers is None:
        if facts.when("clarification_deadline") is None:
            return cannot_tell("the pack says nothing of questions and answers by a day", by_absence=True)
        nearest: list[tuple[Source, str]] = [(match, "names no day") for match in context.find("promises")]
        return missing("no day for the answers is stated", nearest[:2], fault="have no day by which they come")
    figure = context.law.find("answers_before_deadline")
    bar = figure.value if figure else int(context.setting("days_before"))
    days = (deadline.value.date - answers.value.date).days
    if days < bar:
        when = f"{days} days before the deadline" if days >= 0 else "after the deadline"
        return judge([Finding.at(answers, fault=f"come {when} ({answers.value}); the bar is {bar} days")])
    return judge((), passed=f"answers come {days} days before the deadline", evidence=(answers,))
