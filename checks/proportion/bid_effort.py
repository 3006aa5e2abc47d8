"""What does a bid cost, beside what the contract is worth and the days that are given?"""

import math
import re
from dataclasses import dataclass

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Limit,
    Passage,
    Result,
    Role,
    cannot_tell,
    counted,
    judge,
    late_pattern,
    number,
    number_in,
)

_MINUTES = 60
_ASKS = late_pattern(
    r"^\W*(?:(?:Q(?:uestion)?\W?)?\d{1,2}(?:\.\d{1,2})?[.):]?\W+)?(?:please )?(?:describe|explain|outline|set out"
    r"|demonstrate|tell us|detail|summarise|give (?:details|an? (?:example|account))"
    r"|provide (?:details|evidence|an? (?:example|outline|summary|account))|how (?:will|would|do|have|has|is|are|can)"
    r"|what (?:will|would|do|is|are|have))\b",
    re.IGNORECASE,
)
_NUMBERED = late_pattern(r"Q(?:uestion)?\W?\d{1,2}(?:\.\d{1,2})?[a-z]?\b")
_WHERE = late_pattern(r"\b(?:question\w*|method statements?|response|quality|technical|your answers?)\b", re.IGNORECASE)
_EACH = late_pattern(r"\b(?:each|per (?:answer|question|response|section)|every|any)\b", re.IGNORECASE)
_FORMS = frozenset({Role.FORM, Role.SELECTION, Role.EVALUATION})
_ASKING = frozenset({Role.INSTRUCTIONS, *_FORMS})
_ANSWERS = ("answer", "response", "reply", "replies")
_STARTS = (
    "describe", "explain", "outline", "set out", "demonstrate", "tell us", "detail", "summarise", "give", "provide",
    "how", "what",
)  # fmt: skip
_PRICE = late_pattern(
    r"\b(?:price|pricing|cost|costs|commercial|financial|fees?|interviews?|presentation)\b", re.IGNORECASE
)
_ANSWER = late_pattern(
    r"(?:your |bidder'?s?[’']? |tenderer'?s?[’']? |supplier'?s?[’']? |organisation'?s?[’']? |the )?"
    r"(?:answers?|responses?|repl(?:y|ies))\b.{0,40}",
    re.IGNORECASE,
)
_MARKS = late_pattern(r"\b(?:points?|marks?|scores?|weight\w*|max\w*)\b|%", re.IGNORECASE)
_TOTAL = late_pattern(r"\W*(?:sub-?)?totals?\b", re.IGNORECASE)
_HOW_YOU_WILL = late_pattern(
    r"(?:^|[.;:?!]\s{1,3})(?:please |you (?:must |should |need to )?|we (?:want|need|ask) you to )?(?:describe|explain"
    r"|outline|set out|demonstrate|tell us|show us|say) (?:how|what) you (?:will|would|intend|plan|propose|mean)\b"
    r"(?! (?:like|prefer|rather|need|want))",
    re.IGNORECASE,
)
"""A question in the running text; what somebody would like to have is none."""
_SEVERAL = late_pattern(
    r"\b(?:enclose|attach|upload|send|include|provide|submit|supply)(?: us)?(?: a)?(?: cop(?:y|ies) of)? (?:all |the )?"
    r"(?P<count>both|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
    r"(?=\W{0,2}(?:$|\)|of (?:them|these)|polic|certificat|documents?\b|papers?\b|cop(?:y|ies)\b))",
    re.IGNORECASE,
)
"""How many papers are to come with the bid: "enclose all three"."""
_CHARACTERS_A_WORD = 6  # with the blank behind it, in English prose
_SPEEDS = ("words_an_hour_most", "words_an_hour", "words_an_hour_least")


@dataclass(frozen=True, slots=True)
class _Effort:
    """The hours of a bid by what they go into, with what was counted."""

    read: float
    words: int
    unbounded: int
    by_criteria: bool
    forms: float
    fixed: float

    def hours(self, words_an_hour: float) -> float:
        """The hours of the whole bid when so many finished words are written in an hour."""
        return self.read + self.words / words_an_hour + self.forms + self.fixed


def check(context: Context) -> Result:
    """Work out hours and cost from the length of the pack and what it asks for, as a range."""
    effort = _effort(context)
    least, usual, most = (effort.hours(float(context.setting(name))) for name in _SPEEDS)
    said = f"{least:.0f} to {most:.0f}" if round(least) < round(most) else f"{usual:.0f}"
    parts, beside = _parts(context, effort), _beside(context, effort)
    worth = context.facts.contract_value
    if worth is None:
        reason = f"a bid takes about {said} hours ({parts}), but the pack does not say what the contract is worth"
        return cannot_tell(reason + beside, by_absence=True)
    if worth.value.currency != "GBP":
        rest = f"its cost in pounds cannot be held against {worth.value}"
        return cannot_tell(f"a bid takes about {said} hours ({parts}), and {rest}{beside}", worth)
    rate = float(context.setting("hourly_cost"))
    share = usual * rate / float(worth.value.most)
    values = {
        "hours": said,
        "cost": _range(least * rate, most * rate, "£{:,.0f}"),
        "rate": f"£{rate:.0f}",
        "share": _share(least * rate / float(worth.value.most), most * rate / float(worth.value.most)),
        "worth": worth.value,
        "parts": parts,
        "beside": beside,
    }
    if share > context.setting("most_share"):
        return judge([Finding.at(worth, **values)])
    dear = f"{values['cost']} at {values['rate']} an hour: {values['share']} of {worth.value}"
    passed = f"a bid takes about {said} hours ({parts}), {dear}{beside}"
    return judge((), passed=passed, evidence=(worth,), by_absence=True)


def _time(hours: float) -> str:
    """A time as people say it: minutes up to an hour and a half, then hours."""
    minutes = max(1, round(hours * _MINUTES))
    if minutes < _MINUTES * 3 // 2:
        return f"{minutes} minutes"
    return f"{hours:.1f}".removesuffix(".0") + " hours"


def _range(least: float, most: float, form: str) -> str:
    low, high = form.format(least), form.format(most)
    return low if low == high else f"{low} to {high}"


def _share(least: float, most: float) -> str:
    """A share of the value as a range in per cent; nothing is told as 0.0%."""
    if f"{most:.1%}" == "0.0%":
        return "less than 0.1%"
    if f"{least:.1%}" == "0.0%":
        return f"less than {math.floor(most * 1000 + 1) / 1000:.1%}"  # never less than it is
    return _range(least, most, "{:.1%}")


def _parts(context: Context, effort: _Effort) -> str:
    """What the hours go into."""
    writing = f"writing {effort.words:,} words" if effort.words else "nothing for writing: no limit was found"
    if effort.unbounded:
        each = int(context.setting("words_without_limit"))
        kind = ("question without a limit", "questions without a limit")
        if effort.by_criteria:
            kind = ("award criterion", "award criteria")
            kind = (f"{kind[0]} without a question that has a limit", f"{kind[1]} without a question that has a limit")
        every = "each of " if effort.unbounded > 1 else ""
        share = f", {each} taken for {every}" if effort.words > each else " for "
        writing += f"{share}{counted(effort.unbounded, *kind)}"
    if effort.words:
        least, most = (float(context.setting(name)) for name in (_SPEEDS[-1], _SPEEDS[0]))
        writing += f", at {_range(least, most, '{:,.0f}')} an hour"
    passes = float(context.setting("reading_passes"))
    often = {1: "", 2: "twice, "}.get(passes, f"{number(passes)} times, ")
    rest = f"forms, questions and sending {_time(effort.forms + effort.fixed)}"
    parts = (f"reading {often}{_time(effort.read)}", writing, rest)
    return "; ".join(parts)


def _beside(context: Context, effort: _Effort) -> str:
    """The days and the yearly value with which the hours can be compared: they are no part of them."""
    parts = []
    annual = context.facts.annual_value
    most = float(annual.value.most) / 1000 if annual is not None else 0.0
    if annual is not None and 0 < most <= effort.words:
        least = float(annual.value.least or annual.value.most) / 1000
        words = _range(effort.words / most, effort.words / least, "{:,.0f}")
        parts.append(f"{words} words to write for each £1,000 a year")
    issue, deadline = context.facts.when("issue_date"), context.facts.when("submission_deadline")
    if issue is not None and deadline is not None and issue.value.date < deadline.value.date:
        days = context.calendar.working_days(issue.value.date, deadline.value.date, context.nation or "England")
        parts.append(f"{counted(days, 'working day')} to do it in")
    return f". To compare: {' and '.join(parts)}" if parts else ""


def _effort(context: Context) -> _Effort:
    read = sum(document.words for document in context.documents())
    hours = read / (float(context.figure("reading_wpm")) * _MINUTES) * float(context.setting("reading_passes"))
    questions, by_criteria = _questions(context)
    limits = context.facts.limits
    each = [fact for fact in limits if _EACH.search(fact.value.scope)]
    page = int(context.setting("words_a_page"))
    limited = sum(
        _words(fact.value, page) * (max(1, _answers(context, fact, questions)) if fact in each else 1)
        for fact in limits
    )
    unbounded = 0 if each else max(0, questions - len(limits))
    asking = {match.passage.index: match.passage.text for match in context.find("attachments")}
    papers = sum(_papers(text) for text in asking.values())
    declarations = len({match.words.lower() for match in context.find("declarations")})
    forms = (
        (unbounded + _scored_rows(context)) * float(context.setting("question_hours"))
        + papers * float(context.setting("attachment_hours"))
        + declarations * float(context.setting("declaration_hours"))
    )
    words = limited + unbounded * int(context.setting("words_without_limit"))
    return _Effort(hours, words, unbounded, by_criteria, forms, float(context.setting("fixed_hours")))


def _questions(context: Context) -> tuple[int, bool]:
    """How many answers are asked for: questions in the forms, or else (True) criteria that only an answer can meet."""
    starts = context.passages.having(*_STARTS)
    asked = sum(1 for passage in starts if _is_question(passage)) or sum(1 for passage in starts if _asks_how(passage))
    criteria = [fact.value for fact in context.facts.award_criteria]
    parents = {(criterion.parent or "").casefold() for criterion in criteria} | {"quality", "technical"}
    names = {criterion.name.casefold() for criterion in criteria if not _PRICE.search(criterion.name)}
    criteria_only = len(names - parents)
    return max(asked, criteria_only), criteria_only > asked


def _answers(context: Context, limit: Fact[Limit], questions: int) -> int:
    """How many answers a limit on each is for: those under its own heading, or all where none stand there."""
    here = sum(
        1
        for passage in context.passages.all
        if passage.place.heading == limit.place.heading
        and passage.document.path == limit.place.document
        and (_NUMBERED.match(passage.text) or _is_question(passage))
    )
    return here or questions


def _is_question(passage: Passage) -> bool:
    in_place = passage.role in _FORMS or _WHERE.search(passage.headings) is not None
    return in_place and passage.block.level is None and _ASKS.match(passage.text) is not None


def _asks_how(passage: Passage) -> bool:
    """Say whether the running text of an invitation asks bidders how they will do something."""
    return passage.role in _ASKING and passage.row is None and _HOW_YOU_WILL.search(passage.text) is not None


def _scored_rows(context: Context) -> int:
    """How many rows of a form have an empty cell for the answer and marks beside it: "Number of paid staff | | 10"."""
    forms = {each.document.path for each in context.passages.having(*_ANSWERS) if _heads_answers(each)}
    if not forms:
        return 0
    criteria = {fact.value.name.casefold() for fact in context.facts.award_criteria}  # those are counted already
    rows = (each for each in context.passages.all if each.document.path in forms and _is_scored_row(each))
    return sum(1 for each in rows if each.text.strip().casefold() not in criteria)


def _heads_answers(passage: Passage) -> bool:
    return passage.row is not None and passage.role in _FORMS and _ANSWER.fullmatch(passage.text.strip()) is not None


def _is_scored_row(passage: Passage) -> bool:
    row = passage.row
    if row is None or not row.cells or passage.text.strip() != row.cells[0].strip() or _TOTAL.match(passage.text):
        return False
    pairs = list(zip(row.heads, row.cells, strict=False))
    empty = any(_ANSWER.fullmatch(head.strip()) and not cell.strip() for head, cell in pairs)
    marked = any(_MARKS.search(head) and cell.strip(" %").isdigit() for head, cell in pairs[1:])
    return empty and marked and not _is_question(passage)


def _papers(text: str) -> int:
    """How many papers a passage asks for: one, unless it counts them."""
    found = _SEVERAL.search(text)
    if found is None:
        return 1
    return 2 if found["count"].lower() == "both" else max(1, int(number_in(found["count"]) or 1))


def _words(limit: Limit, words_a_page: int) -> int:
    if limit.characters is not None:
        return limit.characters // _CHARACTERS_A_WORD
    return limit.words if limit.words is not None else (limit.pages or 0) * words_a_page
