"""What does a bid cost, beside what the contract is worth?"""

from dataclasses import dataclass

from tenderlint.checking import Context, Finding, Limit, Result, cannot_tell, judge

_MINUTES = 60


@dataclass(frozen=True, slots=True)
class _Effort:
    read: float
    write: float
    fixed: float

    def hours(self, pace: float = 1.0) -> float:
        """The hours of the whole bid when writing goes at `pace` times the usual speed."""
        return self.read + self.write / pace + self.fixed


def check(context: Context) -> Result:
    """Work out hours and cost from the length of the pack and the limits on answers, as a range."""
    effort = _effort(context)
    least, usual, most = effort.hours(2), effort.hours(), effort.hours(0.5)
    said = f"{least:.0f} to {most:.0f}"
    worth = context.facts.contract_value
    if worth is None:
        return cannot_tell(f"a bid takes about {said} hours, but the pack does not say what the contract is worth")
    rate = float(context.setting("hourly_cost"))
    share = usual * rate / float(worth.value.most)
    values = {
        "hours": said,
        "cost": f"£{usual * rate:,.0f}",
        "rate": f"£{rate:.0f}",
        "share": f"{share:.1%}",
        "worth": worth.value,
    }
    if share > context.setting("most_share"):
        return judge([Finding.at(worth, **values)])
    return judge((), passed=f"a bid takes about {said} hours: {share:.1%} of {worth.value}", evidence=(worth,))


def _effort(context: Context) -> _Effort:
    words = sum(document.words for document in context.documents())
    read = words / (float(context.figure("reading_wpm")) * _MINUTES) * context.setting("reading_passes")
    written = sum(_words(fact.value, context.setting("words_a_page")) for fact in context.facts.limits)
    return _Effort(read, written / context.setting("words_an_hour"), float(context.setting("fixed_hours")))


def _words(limit: Limit, words_a_page: int) -> int:
    if limit.words is not None:
        return limit.words
    return (limit.pages or 0) * words_a_page
