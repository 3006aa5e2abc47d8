"""Does the contract start before the standstill can end?"""

import datetime as dt
import re

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Outcome,
    Result,
    Role,
    Side,
    When,
    about,
    cannot_tell,
    counted,
    days,
    in_words,
    judge,
    late_pattern,
    not_applicable,
    sentence_about,
)

_LAST = late_pattern(
    r"\b(?:ends?|ending|expir\w+|finish\w*|clos\w+|conclu\w+|last day|until|till|to|over|lasts?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before the last day of something."""
_ONE_DAY = dt.timedelta(days=1)


def check(context: Context) -> Result:
    """Work out the end of the standstill from the day of award, and hold the start against it."""
    threshold, start = context.threshold, context.facts.when("contract_start")
    light = threshold.light_touch or any(not match.denied for match in context.find("light"))
    if context.regime != "PSR" and (threshold.side is Side.BELOW or light or _is_call_off(context)):
        own = _own_standstill(context)
        if own is None:
            return _none_asked_for(context)
        said = Finding.at(own, quote=about.row_text(own.passage) if own.passage.row else "")
        until = _granted_until(own)
        if until is None or start is None:
            told = "but the pack speaks of one: see that the start leaves room for it"
            return Result(Outcome.INAPPLICABLE, f"no standstill is compulsory here, {told}", evidence=(said,))
        joint = "and" if start.value.date > until.date else "but"
        told = f"the pack grants one to {in_words(until.date)}, {joint} the contract starts on {start.value}"
        evidence = (said, Finding.at(start))
        return Result(Outcome.INAPPLICABLE, f"no standstill is compulsory here; {told}", evidence=evidence)
    award = context.facts.when("award_date")
    if award is None or start is None:
        return cannot_tell("the pack does not state both the day of award and the start", by_absence=True)
    if context.regime == "PCR2006":
        return _under_2006(context, award, start)
    end = standstill_end(context, award.value.date)
    if start.value.date > end:
        return judge((), passed=f"a standstill from {award.value} ends on {in_words(end)}", evidence=(award, start))
    if threshold.side is Side.UNKNOWN and context.regime != "PSR":
        return cannot_tell(f"a standstill would end on {in_words(end)}, but {threshold.why}", award, start)
    return judge([Finding.at(start, start=start.value, award=award.value, end=end)], beside=(award,))


def _none_asked_for(context: Context) -> Result:
    """Say that no standstill is compulsory, with the pack's own words where they name the lighter rules."""
    lighter = next((match for match in context.find("light") if not match.denied), None)
    if lighter is None:
        return not_applicable("no standstill is compulsory here")
    return not_applicable(f"the pack says “{lighter.words}”, for which no standstill is compulsory", lighter)


def _under_2006(context: Context, award: Fact[When], start: Fact[When]) -> Result:
    """Hold the start against the award under rules whose number of days was not confirmed."""
    room = (start.value.date - award.value.date).days
    told = f"{counted(room, 'day')} from the award on {award.value} to the start on {start.value}"
    if room > context.setting("days_2006"):
        passed = f"{told}, which leaves room for a standstill"
        return judge((), passed=passed, evidence=(award, start))
    reason = f"{told}; the 2006 Regulations asked for a standstill, whose days were not confirmed: see regulation 32A"
    return cannot_tell(reason, award, start)


def _own_standstill(context: Context) -> Match | None:
    """Where the pack gives a standstill of its own accord; first where it stands with a day or a number of days."""
    said = [each for each in context.find("standstill") if not each.denied and each.passage.role is not Role.TERMS]
    return min(said, key=lambda each: not any(map(str.isdigit, about.row_text(each.passage))), default=None)


def _granted_until(own: Match) -> When | None:
    """The last day of a standstill, where the words give one."""
    said = about.row_text(own.passage) if own.passage.row else sentence_about(own.passage.text, own.start)
    at = max(said.find(own.words), 0)
    last = next((day for day in days(said) if day.start > at and day.range != "first"), None)
    if last is None or not last.when.day_given or not (last.range or _LAST.search(said[: last.start])):
        return None
    return last.when


def _is_call_off(context: Context) -> bool:
    procedure = context.facts.chosen("procedure")
    return procedure is not None and procedure.value in {"framework-call-off", "further-competition", "rfq"}


def standstill_end(context: Context, notice: dt.date) -> dt.date:
    """Return the last day of the standstill for a notice of this day, as the regime counts it."""
    if context.regime == "PCR2015":
        return notice + int(context.figure("standstill.calendar_days")) * _ONE_DAY
    number = int(context.figure("standstill.working_days"))
    if context.regime == "PSR":
        return context.calendar.nth_working_day(notice + 2 * _ONE_DAY, number, "England")
    return context.calendar.nth_working_day(notice, number)
