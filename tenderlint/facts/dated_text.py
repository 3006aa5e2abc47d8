"""Reads dated steps from sentences: the words before each date, else those after it, else what it stands under."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlint.facts import dated_words as words
from tenderlint.facts.choose import PASSING, STATED, TABLED
from tenderlint.facts.dated import LEAP, Dated, dates_document, is_fact, made
from tenderlint.facts.days import Day, days
from tenderlint.facts.event_words import PERIOD
from tenderlint.facts.events import Event, after_date, before_date, is_asked, is_of_contract, is_past, of_label
from tenderlint.facts.passages import Passage
from tenderlint.facts.statements import sentences
from tenderlint.patterns import late_pattern

_CUTS_OFF = late_pattern(r"\s*[(–-]")
_LASTS = ("answers_by", "clarification_deadline", "submission_deadline")
_OWN = (Event("contract_start"), Event("contract_end"))
_LABEL = 40  # letters: so short a sentence may be the heading of the one that follows it on the line
_MONTH = dt.timedelta(days=28)
_LONG = dt.timedelta(days=240)
_UNENDING = ("award_date", "contract_start", "interview_date", "site_visit")


def in_text(passage: Passage) -> Iterator[Dated]:
    """Yield the dated steps of running text; what is asked, left blank or given as an example states nothing."""
    label = ""
    for sentence in whole_sentences(passage.text):
        above = ((label,) if label else ()) + _above(passage)
        label = sentence if len(sentence) < _LABEL and not days(sentence, LEAP) else ""
        if is_asked(sentence) or words.BLANK.search(sentence) or words.EXAMPLE.search(sentence[:40]):
            continue
        found = days(sentence, LEAP)
        if found:
            yield from in_sentence(sentence, found, passage, above)


def whole_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; "by 5 p.m. Friday 3 July" is one."""
    found = tuple(sentences(text))
    if ".m. " not in text or len(found) < 2:
        return found
    out = [found[0]]
    for each in found[1:]:
        if words.HALF_DAY.search(out[-1]) and words.NEXT_DAY.match(each):
            out[-1] = f"{out[-1]} {each}"
        else:
            out.append(each)
    return tuple(out)


def in_sentence(text: str, found: tuple[Day, ...], passage: Passage, above: tuple[str, ...]) -> Iterator[Dated]:
    """Yield the dated steps of one sentence, or of a cell that reads like one, under the words `above` it."""
    walk = _Walk(text, found, passage, above)
    past = is_past(text)
    for at, day in enumerate(found):
        before = walk.before(at)
        if words.EXAMPLE.search(before[-30:]) or _is_edition(day, before, walk.after(at)):
            continue
        event, strength = walk.step(at)
        if event is not None and is_fact(event) and not past and not walk.is_either(at):
            yield made(event, day, text, at, passage, strength, before)


def _is_edition(day: Day, before: str, after: str) -> bool:
    """Whether a date tells when a page was changed, or a month the edition of a form: "Insurance (March 1996)"."""
    if words.UPDATED.search(before):
        return True
    return not day.when.day_given and before.rstrip().endswith("(") and after.startswith(")")


@dataclass
class _Walk:
    """Goes through the dates of a sentence; `last` is the step of the date before, `follows` that labels come after."""

    text: str
    found: tuple[Day, ...]
    passage: Passage
    above: tuple[str, ...]
    last: Event | None = None
    follows: bool = False

    def __post_init__(self) -> None:
        first = self.found[0]
        if not words.LETTERS.search(self.text[: first.start]):
            self.follows = len(self.found) > 1 or words.LETTERS.search(self.text[first.end :]) is not None

    def before(self, at: int) -> str:
        return self.text[self.found[at - 1].end if at else 0 : self.found[at].start][-240:]

    def after(self, at: int) -> str:
        until = self.found[at + 1].start if at + 1 < len(self.found) else len(self.text)
        return self.text[self.found[at].end : until][:160]

    def step(self, at: int) -> tuple[Event | None, int]:
        before = self.before(at)
        event, strength = self._after_last(at, before) or self._beside(at, before)
        if event is None and at == 0 and not words.SINCE.search(before):
            event, strength = self._under(before)
        if event is None and not self.found[at].range and dates_document(self.passage, before, self.after(at)):
            event, strength = Event("issue_date"), PASSING
        self.last = event
        return event, strength

    def is_either(self, at: int) -> bool:
        """Whether a date is one of two that the words leave open: "in December 2025 or January 2026"."""
        if at and words.OR.fullmatch(self.before(at)):
            return True
        return at + 1 < len(self.found) and words.OR.fullmatch(self.after(at)) is not None

    def _after_last(self, at: int, before: str) -> tuple[Event | None, int] | None:
        """The step that a date shares with the one before it, or ends."""
        if self.last is None:
            return None
        if self.found[at].range == "last" or words.OR.fullmatch(before):
            return self.last, STATED
        if aside := words.ASIDE.match(before):
            before = before[aside.end() :]
        if self.last.name == "contract_start" and (words.UNTIL.match(before) or words.RUNS_TO.match(before)):
            return Event("contract_end"), STATED
        return (self.last, STATED) if not self.follows and words.SAME.fullmatch(before) else None

    def _beside(self, at: int, before: str) -> tuple[Event | None, int]:
        if self.follows:
            ends = self.found[at].range == "first" and at + 1 < len(self.found)
            return after_date(self.after(at + 1 if ends else at)), TABLED
        if words.SINCE.search(before):
            return _last_day(before, self.after(at)), PASSING
        event = self._asked(at, before) or before_date(before) or self._of_contract(at, before)
        if self.found[at].range == "first" and is_fact(event) and event not in _OWN and self._is_long(at):
            event = Event(PERIOD)
        if not is_fact(event) and (joint := words.WHEN_IT.match(self.after(at))):
            event = after_date(self.after(at)[joint.end() :]) or event
        if event is not None:
            return _until(event, before), TABLED if _is_label(before) else STATED
        return self._behind(at), STATED

    def _of_contract(self, at: int, before: str) -> Event | None:
        """The contract's start, or its whole time, where the words before a date speak of that alone."""
        if at and words.BEGINS.match(before) and is_of_contract(self.text[: self.found[0].start]):
            return Event("contract_start")
        if self.found[at].range == "first" and words.TERM.search(before) and self._is_long(at):
            return Event(PERIOD)
        if (words.SEASON.search(before) or words.WORKED.search(before)) and self._is_long(at, _MONTH):
            return Event(PERIOD)
        if at == 0 and self._runs_to(before):
            return Event("contract_end")
        return _behind_label(before) if at == 0 else None

    def _runs_to(self, before: str) -> bool:
        """Whether a date stands behind the length of the contract: "It runs for three years, to"."""
        match = words.RUNS_TO.match(before)
        if match is None or match["what"].lower().endswith("and"):
            return False
        if not match["what"].lower().endswith("it"):
            return True
        said = self.passage.text.partition(self.text[:_LABEL])[0] or self.passage.before
        return words.OURS.search(said[-200:]) is not None and not is_past(said[-200:])

    def _behind(self, at: int) -> Event | None:
        """The step that the words after a date name, where they are not said of the next date."""
        after = self.after(at)
        if at + 1 < len(self.found) and words.NEXT_CLAUSE.match(after):
            return None
        event = after_date(after)
        self.follows = event is not None and at == 0 and _CUTS_OFF.match(after) is not None
        return event

    def _asked(self, at: int, before: str) -> Event | None:
        """The last day of questions where a question leads to it: "Got a question? Email us by 30 January"."""
        if at or len(before) > _LABEL or not self.above or not self.above[0].endswith("?"):
            return None
        event = of_label(self.above[0])
        return event if event is not None and event.name == "clarification_deadline" else None

    def _is_long(self, at: int, least: dt.timedelta = _LONG) -> bool:
        """Whether a range of dates is too long for any step of a procurement, and so the contract's."""
        last = self.found[at + 1] if at + 1 < len(self.found) else None
        return last is not None and last.range == "last" and (last.when.date - self.found[at].when.date) > least

    def _rest(self) -> str:
        """The words outside the dates."""
        starts = [0, *(day.end for day in self.found)]
        ends = [*(day.start for day in self.found), len(self.text)]
        return " ".join(self.text[start:end] for start, end in zip(starts, ends, strict=True))

    def _under(self, before: str) -> tuple[Event | None, int]:
        """The step of a lone date, or of "it must arrive by ...", from what it stands under."""
        alone = words.NAMED.search(words.DATE_ALONE.sub("", self._rest())) is None
        if not alone and not words.LEADS.search(before):
            return None, PASSING
        for number, heading in enumerate(self.above):
            event = None if is_past(heading) else of_label(heading)
            if event is not None:
                return event, PASSING if not alone else TABLED if number == 0 else STATED
        return None, PASSING


def _behind_label(before: str) -> Event | None:
    """The step of a date in a line that a label opens: "How to bid: through the portal by", "When: starts"."""
    label, colon, rest = before.partition(": ")
    if not colon or len(label) > _LABEL:
        return None
    how = words.HOW_TO.fullmatch(label) if words.LAST_DAY.search(rest) else None
    if how is not None:
        return Event("clarification_deadline" if how["ask"] else "submission_deadline")
    return before_date(rest)


def _last_day(before: str, after: str) -> Event | None:
    """The step whose last day a date is, where what comes later is refused; otherwise "after" a date states nothing."""
    if not words.REFUSED_LATER.search(before) and not words.REFUSED_AFTER.match(after):
        return None
    event = before_date(before)
    if event is None or event.name not in _LASTS:
        return None
    return Event("clarification_deadline", event.of) if event.name == "answers_by" else event


def _is_label(before: str) -> bool:
    """Whether the words before a date are a label ("Return of tenders:") and no sentence."""
    if before.rstrip().endswith((":", "-", "–", "—", "|")):
        return True
    return words.VERB.search(before) is None and words.IMPERATIVE.match(before) is None


def _above(passage: Passage) -> tuple[str, ...]:
    """What a date may be under: the line before it when that leads to it, then its headings, the nearest first."""
    leads = passage.before.rstrip()
    short = len(leads) < 80 and not leads.endswith(".") and not words.DIGITS.search(leads)
    near = (leads[-160:],) if short or leads.endswith((":", "-", "–")) else ()
    near = () if near and words.ASKED_AND_ANSWERED.search(near[0]) else near
    over = reversed(passage.block.place.heading[-2:])
    headings = (each for each in over if not words.ASKED_AND_ANSWERED.search(each))
    return (*near, *headings)


def _until(event: Event, before: str) -> Event | None:
    """A date behind "until" ends something: "an appointment until 31 March" names no day of award."""
    if event.name not in _UNENDING or not words.ENDS.search(before):
        return event
    if words.EXTENDED.search(before):
        return None
    return Event("contract_end") if event.name in ("award_date", "contract_start") else None
