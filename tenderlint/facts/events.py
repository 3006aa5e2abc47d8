"""Tells which step of a procurement a few words name: a row's label, or the clause before or after a date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tenderlint.facts import event_words as words_of
from tenderlint.facts.event_words import OTHER, PERIOD, TENDER_PERIOD
from tenderlint.patterns import late_pattern

_ASIDE = late_pattern(r"\([^()]{0,80}\)")
_ADDRESS = late_pattern(r"[\w.+-]{1,64}@[\w.-]{1,80}")
_WORK = late_pattern(r"\w")
_RATE = late_pattern(r"(?:\blev(?:y|ies)\b|\btax(?:es)?\b|\d ?% of\b)[^;]{0,90}\bwith effect\b")
"""What is paid at a rate from some day on."""
_OTHER_PAPER = late_pattern(
    r"\b(?:issued|published|released|launched|adopted|set out|brought out) (?:a|an|its|their|the|our|his|her|new"
    r"|revised|updated)(?: (?!tender|bid|procurement|contract|invitation)[\w'’-]+){0,5}?"
    r" (?:codes?|charters?|strateg(?:y|ies)|polic(?:y|ies)|plans?|reports?|(?:white|green|discussion|position) papers?"
    r"|standards?|visions?|reviews?|manifestos?|principles|pledges?|toolkits?|stud(?:y|ies)|frameworks?|inquir(?:y|ies))\b"
)
"""A paper of policy that somebody brought out: its day is not that of the tender."""
_STAGED = ("submission_deadline", "issue_date", "clarification_deadline", TENDER_PERIOD)


@dataclass(frozen=True, slots=True)
class Event:
    """A step of the procurement. `of` is "selection stage" where the words say so, "" for the tender itself."""

    name: str
    of: str = ""


@lru_cache(maxsize=4096)
def of_label(words: str) -> Event | None:
    """Tell which step a label names ("Return of tenders", "Start date"); None when it names none."""
    if not _WORK.search(words):
        return None
    event = _nearest(words.lower(), is_label=True)
    outside = _ASIDE.sub(" ", words).strip()
    if event is not None and event.name == OTHER and outside != words.strip() and _WORK.search(outside):
        return of_label(outside)
    return event


@lru_cache(maxsize=4096)
def before_date(words: str) -> Event | None:
    """Tell which step the words before a date name, going back clause by clause from the date."""
    words = _plain(words)
    labelled = words_of.LABEL_IN_LABEL.search(words)
    if labelled and (event := of_label(labelled[1])) is not None:
        return event
    deadline = words_of.ENDS_IN_DEADLINE.search(words)
    if deadline and not words_of.QUESTIONS.search(deadline[0]):
        return Event("submission_deadline", _stage(deadline[0]))
    return next((event for clause in _clauses(words) if (event := _nearest(clause)) is not None), None)


@lru_cache(maxsize=4096)
def after_date(words: str) -> Event | None:
    """Tell which step the words after a date name, no further than the end of the clause."""
    clauses = _clauses(_plain(words))
    return _nearest(clauses[-1]) if clauses else None


def _plain(words: str) -> str:
    """Return the words in small letters, without addresses: "evaluation@..." evaluates nothing."""
    return _ADDRESS.sub(" ", words.lower()) if "@" in words else words.lower()


def is_past(words: str) -> bool:
    """Say whether the words speak of an earlier contract or of something long done."""
    return words_of.PAST.search(words.lower()) is not None


def is_of_contract(words: str) -> bool:
    """Say whether the words name a contract or what it is for."""
    return words_of.CONTRACTED.search(words.lower()) is not None


def is_asked(words: str) -> bool:
    """Say whether the words ask for something and so state nothing."""
    return words.endswith("?") or words_of.ASKED.search(words.lower()) is not None


def _clauses(words: str) -> list[str]:
    """The clauses of the words, the last one first."""
    return [clause for clause in reversed(words_of.CUT.split(words)) if _WORK.search(clause)]


def _nearest(words: str, is_label: bool = False) -> Event | None:
    """Choose the step that is named last; what is asked or answered wins over what is sent or returned."""
    words = words_of.STANDSTILL_BEGINS.sub("", words)
    if words_of.BARRED.search(words) or _RATE.search(words):
        return Event(OTHER)
    distractor = max((match.end() for match in words_of.DISTRACTORS.finditer(words)), default=-1)
    if distractor < 0 and _is_starting(words):
        return Event("contract_start")
    found = _named(words)
    if not found:
        return Event(OTHER) if distractor >= 0 else _weak(words)
    name = _ruling(words, found, distractor, is_label)
    if name == "issue_date" and not is_label:
        if _OTHER_PAPER.search(words):
            return Event(OTHER)
        if not words_of.ISSUED.search(words):
            return Event(name) if words_of.BARE_ISSUE.match(words) else None
    unsure = words_of.UNSURE.get(name)
    if unsure is not None and unsure[1].search(words):
        return Event(name, unsure[0])
    return Event(name, _stage(words) if name in _STAGED else "")


def _named(words: str) -> dict[str, int]:
    """Every step that the words name, with the place where they last name it."""
    found: dict[str, int] = {}
    for step in words_of.STEPS:
        if any(stem in words for stem in step.stems):
            for match in step.pattern.finditer(words):
                found[step.name] = match.end()
    return found


def _is_starting(words: str) -> bool:
    match = words_of.STARTING.search(words)
    if match is None or not _WORK.search(words[: match.start()]):
        return False
    needs_contract = "effect" in match[0] or words[: match.start()].rstrip().endswith("period")
    return not needs_contract or words_of.CONTRACTED.search(words) is not None


def _weak(words: str) -> Event | None:
    """Read words that name a step only when nothing else does: "Start", "it must arrive by"."""
    name = next((step.name for step in words_of.WEAK_STEPS if step.pattern.search(words)), None)
    if name == "contract_start" and words_of.SOMETHING_STARTS.search(words) and not words_of.CONTRACTED.search(words):
        return None
    return Event(name, _stage(words) if name in _STAGED else "") if name else None


def _ruling(words: str, found: dict[str, int], distractor: int, is_label: bool) -> str:
    if "answers_by" in found and words_of.THEIR_ANSWERS.search(words):
        return _of_their_answers(words, found)
    if "answers_by" in found:
        return "answers_by"
    if "clarification_deadline" in found and found.get("interview_date", -1) < found["clarification_deadline"]:
        return "clarification_deadline"
    is_demand = "submission_deadline" in found and words_of.MUST.search(words)
    if is_demand or found.keys() & {"site_visit", "interview_date", "award_date"}:
        found.pop("issue_date", None)  # a place "available" for a visit, an award letter that is "issued"
    if found.keys() & {"contract_start", "contract_end"}:
        found.pop(PERIOD, None)
        if is_label and {"contract_start", "contract_end"} <= found.keys():
            return PERIOD
    name = max(found, key=lambda each: found[each])
    if name in ("contract_start", "contract_end", PERIOD) and words_of.OTHERS.search(words):
        return OTHER
    return OTHER if distractor > found[name] else name


def _of_their_answers(words: str, found: dict[str, int]) -> str:
    """Choose the step at which bidders answer: an interview, or the day by which their answers must be sent."""
    if "interview_date" in found:
        return "interview_date"
    return "submission_deadline" if words_of.SENT_IN.search(words) else OTHER


def _stage(words: str) -> str:
    return "selection stage" if words_of.STAGE.search(words) and not words_of.FINAL.search(words) else ""
