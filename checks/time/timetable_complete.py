"""Are issue, questions, deadline, award and start all stated?"""

import re

from tenderlint.checking import (
    Context,
    Fact,
    Match,
    Passage,
    Result,
    Source,
    Statement,
    When,
    about,
    cannot_tell,
    is_clause,
    judge,
    late_pattern,
    missing,
)

_STEPS = {
    "issue_date": "the day of issue",
    "clarification_deadline": "the last day for questions",
    "submission_deadline": "the deadline for bids",
    "award_date": "the day of award",
    "contract_start": "the day the contract starts",
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{'|'.join(_MONTHS)})\b"
_CUES = {
    "issue_date": r"publi\w+|issued?|issuing|opens?|launch\w*|advertis\w+|d[ei]spatch\w*|sent out|released",
    "clarification_deadline": r"questions?|clarifications?|quer(?:y|ies)|enquir(?:y|ies)|ask us",
    "submission_deadline": r"deadline|clos(?:e|es|ing)|returned|submi\w+|due|apply|received|to be with us|reach us"
    r"|lodged|(?:by|before) (?:12 )?noon|by \d{1,2}[ap]m",
    "award_date": r"award\w*|deci(?:de|ded|des|sion)|notif\w+|outcome|successful|appoint\w*|approv\w+|letters",
    "contract_start": r"starts?|starting|commenc\w+|begins?|possession|go[- ]live|mobili[sz]ation",
}
_BESIDE = {
    step: (
        late_pattern(rf"\b(?:{cues})\b[^.;]{{0,70}}?\b{_DAY}", re.IGNORECASE),
        late_pattern(rf"\b{_DAY}[^.;]{{0,70}}?\b(?:{cues})\b", re.IGNORECASE),
    )
    for step, cues in _CUES.items()
}
_BLANK = late_pattern(
    r"«[^»]{0,80}»|\[[^\]]{0,60}\]|\bTB[CA]\b|\bto be confirmed\b|\bx{2}[/ .-]", re.IGNORECASE
)
_IS_STEP = {
    "issue_date": late_pattern(r"^.{0,30}\b(?:publish(?:ed)?|publication|issued?)\b", re.IGNORECASE),
    "clarification_deadline": late_pattern(
        r"^(?=.{0,60}\b(?:deadline|last|final|clos\w+|ends?)\b)(?!.{0,60}\b(?:publi\w+|responses?|responding|answer\w*"
        r"|repl(?:y|ies))\b).{0,60}\b(?:questions?|clarifications?|queries)\b",
        re.IGNORECASE,
    ),
    "submission_deadline": late_pattern(
        r"^(?=.{0,60}\b(?:deadline|clos\w+|last|return)\b)(?!.{0,60}\b(?:questions?|clarif\w+|queries|respond)\b)"
        r".{0,60}\b(?:bids?|tenders?|applications?|submissions?|quotations?|proposals?)\b",
        re.IGNORECASE,
    ),
    "award_date": late_pattern(r"^.{0,30}\baward\b(?!.{0,20}\b(?:criteria|letter))", re.IGNORECASE),
    "contract_start": late_pattern(
        r"^.{0,30}\b(?:contract|service|supply) (?:start|commence)\w*"
        r"|^(?:start|commencement)(?: date| of (?:the )?(?:contract|services?))?\W{0,9}$",
        re.IGNORECASE,
    ),
}
_LABEL = 90


def check(context: Context) -> Result:
    """Name the steps of the timetable that have no day; one with a day beside its word is left to a person."""
    stated = {name: fact for name in _STEPS if (fact := context.facts.when(name)) is not None}
    gaps = [name for name in _STEPS if name not in stated]
    if not gaps:
        passed = "the days of issue, last questions, deadline, award and start are all stated"
        return judge((), passed=passed, evidence=(*stated.values(), *_first_stage(context)))
    if not context.invites:
        return cannot_tell("the timetable has gaps, but the pack holds no invitation that would say it")
    taken = {(fact.value.date.day, fact.value.date.month) for fact in stated.values()}
    near = {name: match for name in gaps if (match := _beside(context, name, taken)) is not None}
    lost = [name for name in gaps if name not in near]
    if not lost:
        return cannot_tell(f"see whether these words give {_words(gaps)}", *near.values())
    nearest: list[tuple[Source, str]] = [(fact, f"this gives {_STEPS[name]}") for name, fact in stated.items()]
    nearest += [(fact, "this gives the deadline of the selection stage") for fact in _first_stage(context)]
    nearest += _unfilled(context, lost)
    return missing(f"not stated: {_words(lost)}", nearest, what=_words(lost))


def _first_stage(context: Context) -> list[Fact[When]]:
    """The day on which a stage before the tender closes."""
    chosen = context.facts.when("submission_deadline")
    days = (fact for fact in context.facts.all("submission_deadline") if fact.of == "selection stage")
    return [fact for fact in days if chosen is not None and not chosen.of and fact.value.date < chosen.value.date][:1]


def _unfilled(context: Context, names: list[str]) -> list[tuple[Source, str]]:
    """Rows of a timetable that name a step and leave its day open, one for each step."""
    found: dict[str, Passage] = {}
    for passage in context.passages.having("«", "[", "tbc", "tba", "to be confirmed", "xx"):
        if passage.row is None or _BLANK.search(passage.text) is None:
            continue
        label = " ".join(cell for cell in passage.row.cells if _BLANK.search(cell) is None)
        for name in names:
            if name not in found and len(label) < _LABEL and _IS_STEP[name].match(label):
                found[name] = passage
    return [
        (Statement(about.row_text(passage), passage, "row"), f"this names {_STEPS[name]}, and its day is still open")
        for name, passage in found.items()
    ]


def _words(names: list[str]) -> str:
    words = [_STEPS[name] for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _beside(context: Context, name: str, taken: set[tuple[int, int]]) -> Match | None:
    """Words of the step with a day beside them that no other step has."""
    for passage in context.passages.having(*_MONTHS):
        words = passage.text if passage.row is None else " ".join(passage.row.cells)
        if is_clause(passage, by_role=False):
            continue
        for said in (said for pattern in _BESIDE[name] for said in pattern.finditer(words)):
            if (int(said["day"]), _MONTHS.index(said["month"].lower()) + 1) not in taken:
                return _match(passage, said)
    return None


def _match(passage: Passage, said: re.Match[str]) -> Match:
    return Match(passage, *said.span()) if passage.row is None else Match(passage, 0, len(passage.text))
