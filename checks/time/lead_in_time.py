"""Are there enough working days between issue and deadline?"""

from tenderlint.checking import Context, Fact, Finding, Match, Result, When, cannot_tell, counted, judge

_FIRST = 8


def check(context: Context) -> Result:
    """Count the working days of the nation, after the day of issue, up to and with the deadline."""
    issue, deadline = context.facts.when("issue_date"), context.facts.when("submission_deadline")
    if issue is None or deadline is None:
        missing = " and ".join(
            words for fact, words in ((issue, "the day of issue"), (deadline, "the deadline")) if fact is None
        )
        known = (fact for fact in (issue, deadline) if fact)
        return cannot_tell(f"the pack does not state {missing}", *known, by_absence=True)
    start, end = issue.value.date, deadline.value.date
    if end < start:
        return cannot_tell("the deadline stands before the day of issue", issue, deadline)
    if not (context.calendar.knows(start) and context.calendar.knows(end)):
        return cannot_tell("the table of bank holidays does not cover these years", issue, deadline)
    days = context.calendar.working_days(start, end, context.nation or "England")
    short = _is_short(context)
    bar = int(context.setting("working_days_short" if short else "working_days"))
    kind = "a short quotation or proposal" if short else "a full invitation"
    stage = _first_stage(context, issue, deadline)
    first, beside = _told_first(context, issue, stage), () if stage is None else (stage,)
    if days < bar:
        few = Finding.at(
            deadline, days=days, issue=issue.value, deadline=deadline.value, bar=bar, kind=kind,
            first=f" {first}." if first else "",
        )  # fmt: skip
        return judge([few], beside=(issue, *beside))
    calendar_days = (end - start).days
    passed = f"{days} working days ({calendar_days} days) from {issue.value} to {deadline.value}"
    return judge((), passed=f"{passed}. {first}" if first else passed, evidence=(issue, deadline, *beside))


def _first_stage(context: Context, issue: Fact[When], deadline: Fact[When]) -> Fact[When] | None:
    """The day on which a stage before the tender closes, where the pack has both."""
    if deadline.of:
        return None
    days = (fact for fact in context.facts.all("submission_deadline") if fact.of == "selection stage")
    return next((fact for fact in days if issue.value.date < fact.value.date < deadline.value.date), None)


def _told_first(context: Context, issue: Fact[When], stage: Fact[When] | None) -> str:
    if stage is None:
        return ""
    days = context.calendar.working_days(issue.value.date, stage.value.date, context.nation or "England")
    return f"The selection stage closes earlier, on {stage.value}: after {counted(days, 'working day')}"


def _is_short(context: Context) -> bool:
    """A quotation says so in its procedure; another short pack by what it is called in its first lines."""
    procedure = context.facts.chosen("procedure")
    if procedure is not None and procedure.value == "rfq":
        return True
    words = sum(document.words for document in context.documents())
    if words > context.setting("short_pack_words"):
        return False
    return any(_is_early(context, match) for match in context.find("short"))


def _is_early(context: Context, match: Match) -> bool:
    """Say whether the words stand in a heading or among the first passages of their document."""
    passage = match.passage
    if passage.block.level:
        return True
    before = passage.index - _FIRST
    return before < 0 or context.passages.all[before].document is not passage.document
