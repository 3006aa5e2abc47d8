"""Does the contract start before the standstill can end?"""

import datetime as dt

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Outcome,
    Result,
    Role,
    Side,
    about,
    cannot_tell,
    in_words,
    judge,
    not_applicable,
)

_ONE_DAY = dt.timedelta(days=1)


def check(context: Context) -> Result:
    """Work out the end of the standstill from the day of award, and hold the start against it."""
    threshold = context.threshold
    light = threshold.light_touch or any(not match.denied for match in context.find("light"))
    if context.regime != "PSR" and (threshold.side is Side.BELOW or light or _is_call_off(context)):
        own = _own_standstill(context)
        if own is None:
            return not_applicable("no standstill is compulsory here")
        return Result(
            Outcome.INAPPLICABLE,
            "no standstill is compulsory here, but the pack speaks of one: see that the start leaves room for it",
            evidence=(Finding.at(own, quote=about.row_text(own.passage) if own.passage.row else ""),),
        )
    award, start = context.facts.when("award_date"), context.facts.when("contract_start")
    if award is None or start is None:
        return cannot_tell("the pack does not state both the day of award and the start", by_absence=True)
    end = standstill_end(context, award.value.date)
    if start.value.date > end:
        return judge((), passed=f"a standstill from {award.value} ends on {in_words(end)}", evidence=(start,))
    if threshold.side is Side.UNKNOWN and context.regime != "PSR":
        return cannot_tell(f"a standstill would end on {in_words(end)}, but {threshold.why}", award, start)
    return judge([Finding.at(start, start=start.value, award=award.value, end=end)], beside=(award,))


def _own_standstill(context: Context) -> Match | None:
    """Where the pack gives a standstill of its own accord; first where it stands with a day or a number of days."""
    said = [each for each in context.find("standstill") if not each.denied and each.passage.role is not Role.TERMS]
    return min(said, key=lambda each: not any(map(str.isdigit, about.row_text(each.passage))), default=None)


def _is_call_off(context: Context) -> bool:
    procedure = context.facts.chosen("procedure")
    return procedure is not None and procedure.value in {"framework-call-off", "further-competition", "rfq"}


def standstill_end(context: Context, notice: dt.date) -> dt.date:
    """Return the last day of the standstill for a notice of this day, as the regime counts it."""
    if context.regime == "PCR2015":
        return notice + int(context.figure("standstill.calendar_days")) * _ONE_DAY
    days = int(context.figure("standstill.working_days"))
    if context.regime == "PSR":
        return context.calendar.nth_working_day(notice + 2 * _ONE_DAY, days, "England")
    return context.calendar.nth_working_day(notice, days)
