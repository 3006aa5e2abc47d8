"""Is there time to get ready between award and start?"""

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge, transfers


def check(context: Context) -> Result:
    """Count the days from award to start; more are needed where staff transfer or may."""
    facts = context.facts
    award, start = facts.when("award_date"), facts.when("contract_start")
    if award is None or start is None:
        gap = " and ".join(
            words for fact, words in ((award, "the day of award"), (start, "the day the contract starts")) if not fact
        )
        known = (fact for fact in (award, start) if fact)
        return cannot_tell(f"the pack does not state {gap}", *known, by_absence=True)
    days = (start.value.date - award.value.date).days
    says = {each.says for each in transfers(context.passages)}
    staff = bool(says & {"yes", "may"}) and "no" not in says
    bar = int(context.setting("days_with_staff" if staff else "days"))
    if days >= bar:
        return judge((), passed=f"{days} days from {award.value} to {start.value}", evidence=(award, start))
    if not start.value.day_given or not award.value.day_given:
        return cannot_tell(f"about {days} days from {award.value} to {start.value}: a day is missing", award, start)
    because = " where staff may transfer" if staff else ""
    counted = f"{days} day{'' if days == 1 else 's'}"
    said = {"days": counted, "award": award.value, "start": start.value, "bar": bar, "because": because}
    before = f"The contract starts on {start.value}, before it is awarded on {award.value}."
    return judge([Finding.at(start, message=before if days < 0 else "", **said)], beside=(award,))
