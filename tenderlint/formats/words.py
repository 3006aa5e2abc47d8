"""The words in which every format tells answers, weights and places, to a buyer or to a bidder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from tenderlint.outcomes import Outcome, Severity
from tenderlint.patterns import late_pattern
from tenderlint.readiness import is_law, is_policy
from tenderlint.report import Authority, CheckRow, FindingRow, ItemRow, NotRead, RegimeRow, Report, StatedRow, Where
from tenderlint.report_reading import Reading

# Control characters, marks that turn the direction of writing, and half letters: a hostile file could steer a
# terminal with them or make a line read other than it is.
_UNSAFE = late_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A short answer told by word and symbol, so that colour is never needed; `kind` is its fixed name."""

    kind: str
    symbol: str
    word: str


_ANSWERS = {
    Outcome.FAILED: Tag("failed", "✗", "Problem"),
    Outcome.CANNOT_TELL: Tag("cannot-tell", "?", "Cannot tell"),
    Outcome.PASSED: Tag("passed", "✓", "Passed"),
    Outcome.INAPPLICABLE: Tag("inapplicable", "–", "Does not apply"),
    Outcome.ERROR: Tag("crashed", "!", "Check crashed"),
}
FOR_A_PERSON = Tag("person", "☐", "For a person")
ANSWERED = Tag("answered", "☑", "Answered by a person")
_MOST_UNREAD = 4
_LONG = 240
"""A shorter quote is whole: those that are longer than 300 letters are cut, at a word."""
_STOPS = (".", "?", "!", "…")
_ITEM_ORDER = ("failed", "cannot-tell", "person", "passed", "answered", "inapplicable", "crashed")

_WEIGHTS = {
    "buyer": {
        Severity.ERROR: Tag("law", "✗", "Breach of law"),
        Severity.WARNING: Tag("policy", "✗", "Against policy"),
        Severity.ADVICE: Tag("advice", "✗", "Against good practice"),
    },
    "bidder": {
        Severity.ERROR: Tag("law", "✗", "Not allowed by law"),
        Severity.WARNING: Tag("policy", "✗", "Against policy"),
        Severity.ADVICE: Tag("advice", "✗", "Against good practice"),
    },
}
_RAISED = Tag("law", "✗", "Error by your settings")
_WARNED = Tag("policy", "✗", "Warning by your settings")
_NOTED = Tag("noted", "·", "Noted")

_HOW_READ = {
    "fully": Tag("passed", "✓", "Fully"),
    "partly": Tag("cannot-tell", "!", "Partly"),
    "not": Tag("unread", "✗", "Not read"),
}

STRENGTHS = {
    "law": "law",
    "policy": "policy",
    "guidance": "guidance",
    "good practice": "good practice",
    "setting": "a setting, not law",
}
_STATUTE = late_pattern(r"\b(?:Acts?|Regulations|Order|Directive) (?:\([^)]{1,40}\) )?(?:19|20)\d\d\b")
_REGIME_SURE = {"stated": "stated", "derived": "worked out", "assumed": "assumed"}
_ASKED = late_pattern(r"\bthe law of \d{1,2} \w+ \d{4} was asked for\b")

STATED = {
    "value": "value", "commenced": "commenced on", "authority_type": "kind of buyer", "nation": "nation",
    "regime": "law",
}  # fmt: skip

SECTIONS = {
    "A": "Time",
    "B": "Proportion",
    "C": "Forms, formats and guidance in the pack",
    "D": "Openness",
    "E": "Value, quality and users",
    "F": "The contract offered",
    "G": "The draft itself",
}


def clean(text: str) -> str:
    """Return the text without characters that could steer a terminal or turn the direction of reading."""
    return _UNSAFE.sub("", text)


def dotted(quote: str) -> str:
    """Return a quote with dots before or after it where it begins or ends within a sentence.

    Only long quotes are cut, in reading the facts or in a finding, and always at a word.
    """
    if len(quote) <= _LONG:
        return quote
    before = "… " if quote[0].islower() else ""
    after = " …" if quote[-1].isalnum() or quote[-1] == "," else ""
    return f"{before}{quote.rstrip(' ,')}{after}"


def clip(text: str, most: int) -> str:
    """Return the text in at most `most` characters, cut between words, with dots where something was left out."""
    if len(text) <= most:
        return text
    cut = text[: most - 2]
    head = cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut
    return f"{head.rstrip(' ,;:.')} …"


def clip_sentences(text: str, most: int) -> str:
    """Return as many whole sentences as `most` characters hold, at least part of the first."""
    if len(text) <= most:
        return text
    end = text.rfind(". ", 0, most)
    return text[: end + 1] if end > 0 else clip(text, most)


def law_known(regime: RegimeRow) -> str:
    """Return how the law is known: stated by the pack or a person, chosen for this run, worked out or assumed."""
    return "chosen" if _ASKED.search(regime.why) else _REGIME_SURE.get(regime.sure, regime.sure)


def passed_deadline(report: Report) -> str:
    """Say that the deadline was over on the day whose law was read, or nothing."""
    row = next((row for row in report.facts.get("submission_deadline", ()) if row.chosen), None)
    last = str(row.value)[: len(report.day)] if row is not None else ""
    if row is None or len(last) < len(report.day) or last >= report.day:
        return ""
    return f"The deadline, {row.words}, had passed on {day(report.day)}, the day whose law was read."


def strength_of(authority: str, strength: str) -> str:
    """Return how strongly an authority stands behind a rule; a statute that only points the way is still law."""
    told = STRENGTHS.get(strength, strength)
    if strength in ("guidance", "good practice") and _STATUTE.search(authority):
        return f"law taken as {told}"
    return told


def strengths(authorities: Iterable[Authority]) -> list[str]:
    """Return the different strengths of authorities, in their order."""
    return list(dict.fromkeys(strength_of(each.authority, each.strength) for each in authorities))


def plural(number: int, one: str, several: str = "") -> str:
    """Return "1 file" or "2 files"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def sentence(text: str) -> str:
    """Return the text with a capital letter, unless it opens with a name or figure, and a full stop."""
    first, _, rest = text.strip().partition(" ")
    start = first[:1].upper() + first[1:] if first.isalpha() and first.islower() else first
    whole = f"{start} {rest}".strip()
    return whole if whole.endswith((*_STOPS, *(f"{stop}”" for stop in _STOPS))) or not whole else f"{whole}."


def without_stop(text: str) -> str:
    """Return the text without the full stop of a quotation at its end, for a sentence that goes on."""
    return f"{text[:-2]}”" if text.endswith(".”") else text


def role(name: str) -> str:
    """Return what a document is, with a capital."""
    told = name.replace("tupe", "TUPE")
    return told[:1].upper() + told[1:] if told else "Not known"


def listed(names: list[str]) -> str:
    """Return "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


AREAS = {
    "contract": "The contract offered", "draft": "The draft itself", "forms": "Forms, formats and guidance",
    "house": "House style", "language": "Plain language", "openness": "Openness", "pdf": "PDF files",
    "proportion": "Proportion", "time": "Time", "value": "Value, quality and users", "word": "Word files",
}  # fmt: skip


def under_item(reason: str, item: str) -> str:
    """Return the reason of a check below that of its item, without the files that both name."""
    said, joined, files = reason.partition(", but ")
    return said if joined and item.endswith(files) else reason


def area(name: str) -> str:
    """Return what an area of checks is about."""
    return AREAS.get(name, name)


def unread_files(report: Report) -> str:
    """Return a line that names the files of which nothing was read; "" where there is none.

    Their names may tell what the report knows nothing of: the price form, the conditions.
    """
    names = [row.path for row in report.documents if row.read == "not"]
    shown = [f"“{clean(name)}”" for name in names[:_MOST_UNREAD]]
    more = [f"{len(names) - _MOST_UNREAD} more"] if len(names) > _MOST_UNREAD else []
    return f"Nothing is known of what stands in {listed(shown + more)}." if names else ""


def crafted(number: int, departures: int) -> str:
    """Say how many of the departures are on how the documents are written and made, and not on what they ask."""
    if number == departures:
        which = "It is" if number == 1 else "They are all"
    else:
        which = f"Of the {departures:,}, {number:,} {'is' if number == 1 else 'are'}"
    return f"{which} about how the documents are written and made."


def waiting(rows: tuple[tuple[str, tuple[CheckRow, ...]], ...]) -> str:
    """Say how many checks wait for what could not be read."""
    number = sum(len(checks) for _, checks in rows)
    return f"{plural(number, 'check')} cannot tell: nothing, or nothing wrong, was found in what was read."


def of_invitation(rows: tuple[tuple[str, tuple[CheckRow, ...]], ...]) -> str:
    """Say how many checks look for what only an invitation to tender says."""
    number = sum(len(checks) for _, checks in rows)
    looks = "check looks" if number == 1 else "checks look"
    return f"{number} {looks} for what an invitation says, and there is only a specification: look for it there."


def answer(outcome: Outcome) -> Tag:
    """Return how an answer of a check is told."""
    return _ANSWERS[outcome]


def item_answer(item: ItemRow) -> Tag:
    """Return how the answer to an item of the checklist is told."""
    if item.answer_by_person is not None:
        return ANSWERED
    if not item.checks and item.outcome is Outcome.CANNOT_TELL:
        return FOR_A_PERSON
    return _ANSWERS[item.outcome]


def columns(items: Iterable[ItemRow]) -> list[Tag]:
    """Return the answers that occur in the checklist, the ones that ask for work first."""
    return sorted({item_answer(item) for item in items}, key=lambda tag: _ITEM_ORDER.index(tag.kind))


def how_read(read: str) -> Tag:
    """Return how far a document was read: "fully", "partly" or "not"."""
    return _HOW_READ[read]


def weight(row: CheckRow, audience: str) -> Tag:
    """Return how much a failed check weighs, in words; neither law nor policy is named where only settings say so."""
    if row.severity is Severity.ERROR and not is_law(row):
        return _RAISED
    if row.severity is Severity.WARNING and not is_policy(row):
        return _WARNED
    return _WEIGHTS[audience].get(row.severity, _NOTED)


def section_title(section: str) -> str:
    """Return the title of a section of the checklist, also where only its letter is given."""
    title = SECTIONS.get(section.rstrip(". "))
    return f"{section.rstrip('. ')}. {title}" if title else section


def reading(scored: Reading) -> str:
    """Return what age a pack asks of its readers, and how much of it was scored, in one sentence."""
    if scored.scores.reading_age is None:
        return f"Reading age: cannot tell, as {scored.why}."
    rest = sum(row.words for row in scored.left_out)
    others = f"; {plural(rest, 'other word')} not scored" if rest else ""
    age = int(scored.scores.reading_age + 0.5)
    return f"Reading age: about {age}, from {plural(scored.scores.words, 'word')} of running text{others}."


def inside(where: Where) -> str:
    """Return the place within its document, or nothing where only the document is known."""
    words = str(where)
    return "" if words == where.document else words.removeprefix(f"{where.document}, ")


def day(text: str) -> str:
    """Return an ISO day as people write it: "3 July 2026"; what is no such day comes back as it is."""
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return f"{date.day} {date:%B %Y}"


def looked_in(names: tuple[str, ...], report: Report) -> str:
    """Say which documents were looked through, without a long list where it was all of them."""
    read = [row.path for row in report.documents if row.read != "not"]
    if names and set(names) >= set(read):
        several = "both documents" if len(read) == 2 else f"all {len(read)} documents"
        return f"{several} that were read" if len(read) > 1 else "the one document that was read"
    return listed(list(names))


def link(url: str) -> str:
    """Return the address if it is one of the web, otherwise nothing: "javascript:" must never be a link."""
    return url if url.startswith(("https://", "http://")) else ""


_GOES_ON = ("is ", "are ", "has ", "holds ", "cannot ", "could ", "was ", "does ")


def unread(row: NotRead) -> str:
    """Say what was not read and why, the page once."""
    if row.page is None or row.why.startswith("page "):
        return f"{row.document}: {whole_note(row.why)}"
    return f"{row.document}, page {row.page}: {whole_note(row.why)}"


def whole_note(note: str) -> str:
    """Make a note whole that goes on from the name of its file: "is locked" is "it is locked"."""
    return f"it {note}" if note.startswith(_GOES_ON) else note


def set_aside(finding: FindingRow) -> str:
    """Say why a finding was set aside: the reason, and of a waiver its owner and its last day."""
    reason, by = sentence(finding.waived or ""), finding.waived_by
    if by is None or by.source != "waiver":
        return reason
    return f"{reason} Waived by {by.owner} until {day(by.last_day)}."


def stated(rows: Iterable[StatedRow]) -> str:
    """Say what a person stated of the pack, and where that is set."""
    told = [f"{STATED.get(row.name, row.name)} {row.words} ({row.where})" for row in rows]
    return f"Stated by a person: {listed(told)}." if told else ""
