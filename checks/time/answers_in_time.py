"""Do the answers to questions come in time to use them?"""

import datetime as dt
import re
from dataclasses import replace

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Match,
    Passage,
    Result,
    Side,
    Source,
    Strength,
    When,
    cannot_tell,
    in_words,
    is_clause,
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
_ANSWER = late_pattern(r"\b(?:answer\w*|respon\w+|repl(?:y|ies|ied))\b", re.IGNORECASE)
_QUESTION = late_pattern(r"\b(?:questions?|clarifications?|quer(?:y|ies)|enquir(?:y|ies))\b", re.IGNORECASE)
_SERVICE = late_pattern(
    r"\b(?:provider|contractor|supplier|consultant|callers?|users?|referrals?|residents?|patients?"
    r"|complaints?)\b[^.;]{0,60}"
    r"\b(?:answer|respon|repl|within)|\b(?:callers?|referrals?|complaints?|incidents?|calls?)\b",
    re.IGNORECASE,
)
"""How fast the service answers those that it serves."""
_DATED = late_pattern(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: 20\d\d)?[\s,:|–—-]{1,4}[^.;:]{0,40}?\b(?:answers|replies|responses)\b"
    r"|\b(?:answer\w*|respon[ds]\w*|repl(?:y|ies)|clarifications? (?:answer|respon|publish|issue|log|summary)\w*"
    r"|q ?(?:&|and) ?a (?:log|document))\b[^.;]{0,70}?"
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b",
    re.IGNORECASE,
)
_DAY = late_pattern(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?:,? (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TO_QUESTIONS = late_pattern(
    r"\b(?:answers?|replies|reply|questions?|quer(?:y|ies)|enquir(?:y|ies)|clarifications?|ask(?:ed)?)\b", re.IGNORECASE
)
_OF_BIDS = late_pattern(
    r"\b(?:responses?|replies|answers?) (?:to (?:the|this|our) (?:itt|rfq|tender|invitation|bid|request|quality|method)"
    r"|(?:must|are to|should|shall) (?:be )?(?:submitted|received|returned|reach|arrive)|returned|received|submitted)\b"
    r"|\b(?:interviews?|evaluat\w+|moderation|award\w*|deadline|closing)\b",
    re.IGNORECASE,
)
"""Answers that bidders give, and other steps."""
_OF_A_FORM = late_pattern(
    r"\b(?:responses?|answers?) to (?:all |the |each |your )?(?:questions?|quer(?:y|ies)) "
    r"(?:at|in|on|under|above|below|set out|listed|numbered|[a-z]{0,2}\d)"
    r"|\b(?:quality|challenge|written|tender|bid|bidders?['’]?|tenderers?['’]?|scenario|method) (?:\w+ )?"
    r"(?:responses|answers)\b|\bresponses (?:will|must|should|shall) be (?:scored|marked|evaluated|assessed|read)\b",
    re.IGNORECASE,
)
"""What bidders answer in a form: "responses to questions in part B", "quality responses will be scored"."""
_HOURS_A_DAY = 24
_LEAD = 120


def check(context: Context) -> Result:
    """Hold the day of the answers, stated or promised for each question, against the deadline."""
    facts = context.facts
    answers, deadline = facts.when("answers_by"), facts.when("submission_deadline")
    questions = facts.when("clarification_deadline")
    if deadline is None:
        return cannot_tell("the pack does not state the deadline", *([answers] if answers else []), by_absence=True)
    if answers is not None:
        return _judge(context, answers, answers.value.date, deadline)
    if questions is None:
        return cannot_tell("the pack gives no day for questions or for answers", by_absence=True)
    promise = _promise(context, questions)
    if promise is not None:
        return _judge(context, promise[0], promise[1], deadline)
    dated = _dated_answer(context, questions, deadline)
    if dated is not None:
        day = _day_of(context, dated, questions, deadline)
        if day is not None:
            return _judge(context, dated, day, deadline)
        return cannot_tell("a day stands beside the answers; see whether they come by it", dated)
    said = (match for match in context.find("promises") if not _OF_A_FORM.search(match.passage.text))
    nearest: list[tuple[Source, str]] = [(match, "names no day") for match in said]
    fault = "The pack names no day by which questions are answered"
    silent = missing("no day for the answers is stated", nearest[:2], fault=fault)
    return replace(silent, at_most=Strength.PRACTICE)


def _judge(context: Context, source: Source, last: dt.date, deadline: Fact[When]) -> Result:
    figure = context.law.find("answers_before_deadline")
    figure = figure if figure and _is_reached(context) else None
    bar = int(figure.value) if figure else int(context.setting("days_before"))
    rule = f"the bar in the settings is {bar} days"
    if figure:
        rule = f"the Regulations ask for {bar} days, where questions are asked in good time"
    result = _held(source, last, deadline, bar, rule)
    if figure is None:
        return replace(result, at_most=Strength.PRACTICE)
    return result if _is_owed(context, deadline, bar) else replace(result, at_most=Strength.GUIDANCE)


def _is_reached(context: Context) -> bool:
    """Say whether the full rules are known to hold: above the threshold, and not for services under lighter ones."""
    threshold = context.threshold
    lighter = threshold.light_touch or any(not match.denied for match in context.find("light"))
    return threshold.side is Side.ABOVE and not lighter


def _is_owed(context: Context, deadline: Fact[When], bar: int) -> bool:
    """Say whether a question on the pack's own last day is asked in good time, in a procedure of the full length."""
    questions = context.facts.when("clarification_deadline")
    asked_early = questions is not None and (deadline.value.date - questions.value.date).days >= bar
    return asked_early and not any(True for _ in context.find("shorter"))


def _held(source: Source, last: dt.date, deadline: Fact[When], bar: int, rule: str) -> Result:
    days = (deadline.value.date - last).days
    before = f"{days} day{'' if days == 1 else 's'} before the deadline" if days >= 0 else "after the deadline"
    if days < bar:
        return judge([Finding.at(source, fault=f"Answers may come as late as {in_words(last)}, {before}; {rule}")])
    return judge((), passed=f"the last answers come on {in_words(last)}, {before}", evidence=(source,))


def _promise(context: Context, questions: Fact[When]) -> tuple[Match, dt.date] | None:
    """A promise to answer within some days, and the day of the answer to a question asked on the last day."""
    for passage in context.passages.having("answer", "respond", "response", "reply", "replies"):
        if "day" not in passage.text and "hour" not in passage.text:
            continue
        within = _WITHIN.search(passage.text)
        number = number_in(within["number"]) if within else None
        if within is None or number is None:
            continue
        start, end = sentence_at(passage.text, within.start())
        if not _is_to_bidders(passage, passage.text[start:end]):
            continue
        days = int(number) if within["unit"].lower().startswith("day") else -(-int(number) // _HOURS_A_DAY)
        asked = questions.value.date
        if (within["kind"] or "").lower().startswith(("working", "business")):
            last = context.calendar.nth_working_day(asked + dt.timedelta(days=1), days, context.nation or "England")
        else:
            last = asked + dt.timedelta(days=days)
        return Match(passage, start, end), last
    return None


def _dated_answer(context: Context, *known: Fact[When]) -> Match | None:
    """Words on answers with a day beside them that is none of the days that are known already."""
    days = {(fact.value.date.day, fact.value.date.month) for fact in known}
    for passage in context.passages.having("answer", "respon", "reply", "replies", "clarification"):
        words = passage.text if passage.row is None else " | ".join(passage.row.cells)
        if is_clause(passage, by_role=False):
            continue
        for said in _DATED.finditer(words):
            named = {(int(day["day"]), _month(day)) for day in _DAY.finditer(said[0])}
            if not named or not named <= days:
                return Match(passage, *(said.span() if passage.row is None else (0, len(passage.text))))
    return None


def _day_of(context: Context, said: Match, questions: Fact[When], deadline: Fact[When]) -> dt.date | None:
    """The day of the answers, where one day alone stands beside words on answers to questions, in the time to bid."""
    passage = said.passage
    words = " | ".join(passage.row.cells) if passage.row is not None else _sentence(said)
    if _SERVICE.search(words) or _OF_BIDS.search(words) or not _TO_QUESTIONS.search(f"{words} {_leading(said)}"):
        return None
    known = {questions.value.date, deadline.value.date}
    days = {day for found in _DAY.finditer(words) if (day := _date(found, deadline.value.date)) is not None} - known
    last = next(iter(days)) if len(days) == 1 else None
    return last if last is not None and questions.value.date <= last <= deadline.value.date else None


def _leading(said: Match) -> str:
    """The words at the head of the passage, and those just before the sentence."""
    text = said.passage.text
    return f"{text[:_LEAD]} {text[max(0, said.start - _LEAD) : said.start]}"


def _sentence(said: Match) -> str:
    start, end = sentence_at(said.passage.text, said.start)
    return said.passage.text[start:end]


def _date(found: re.Match[str], deadline: dt.date) -> dt.date | None:
    """The day that the words name; its year, where none is given, is that of the deadline."""
    try:
        return dt.date(int(found["year"] or deadline.year), _month(found), int(found["day"]))
    except ValueError:
        return None


def _month(found: re.Match[str]) -> int:
    return _MONTHS.index(found["month"][:3].lower()) + 1


def _is_to_bidders(passage: Passage, sentence: str) -> bool:
    """Say whether the sentence promises an answer to a question about the tender."""
    about = f"{passage.headings} {passage.text[:_LEAD]} {sentence}"
    return (
        _ANSWER.search(sentence) is not None and _QUESTION.search(about) is not None and not _SERVICE.search(sentence)
    )
