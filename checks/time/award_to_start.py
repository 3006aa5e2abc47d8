"""Is there time to get ready between award and start?"""

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge


def check(context: Context) -> Result:
    """Count the days from award to start; more are needed where staff transfer."""
    facts = context.facts
    award, start = facts.when("award_date"), facts.when("contract_start")
    if award is None or start is None:
        gap = " and ".join(
            words for fact, words in ((award, "the day of award"), (start, "the day the contract starts")) if not fact
        )
        return cannot_tell(f"the pack does not state {gap}", *(fact for fact in (award, start) if fact))
    days = (start.value.date - award.value.date).days
    tupe = facts.chosen("tupe")
    staff = tupe is not None and tupe.value == "applies"
    bar = int(context.setting("days_with_staff" if staff else "days"))
    if days < bar:
        because = " where staff transfer" if staff else ""
        said = {"days": days, "award": award.value, "start": start.value, "bar": bar, "because": because}
        return judge([Finding.at(start, **said)])
    return judge((), passed=f"{days} days from {award.value} to {start.value}", evidence=(award, start))
