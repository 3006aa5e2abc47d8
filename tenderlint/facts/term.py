"""How long the contract runs, and by how much it may be extended, in whole months."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.days import Day, days
from tenderlint.facts.lengths import Length, lengths
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, statements

_HINTS = ("year", "month", "week", "yr", "+", " plus ", "/20", "20")
_THING = (
    r"(?:contracts?|agreements?|frameworks?|appointments?|commissions?|services?|SLAs?|grants?|arrangements?|term|leases?|licen[cs]es?|concessions?|projects?"
    r"|(?:service |work )?orders?|BPAs?|call-?offs?|DPS|dynamic market|works|work|programmes?|partnerships?|provision|assignments?|study|engagement|pilots?|supply)"
)
_BEFORE = re.compile(
    rf"\b{_THING}\b[^.;?]{{0,110}}?(?:\b(?:for|of|is|be|to|last|lasts|run|runs|over|plus|term|period|duration|length|years?|from|and|or|with|in)|[:(–+-])\s*(?:(?:an?|the|up to|its?|approximately|around|about|initial(?:ly)?|fixed|first|minimum|maximum|further|total|of|period|term|not exceeding|optional|additional|another|circa)\s+){{0,6}}\(?$"
    r"|\b(?:initial|contract|fixed|core|minimum|maximum|total|ordering|agreement|service|delivery|call-?off|framework|overall)(?: contract| initial| fixed| agreement)* (?:term|period|duration|length)\b[^.;?]{0,60}$"
    r"|^(?:[^.;?]{0,30}\b)?(?:duration|term|period|length)\b(?! of (?:notice|time|absence|leave|employment))[^.;?]{0,40}$"
    r"|\b(?:appoint|let|award|contract|engage|commission|procur|tender)\w*\b[^.;?]{0,80}\b(?:for|over|of)\b[^.;?]{0,40}$|\b(?:run|last|continue|operate)s?\b[^.;?]{0,40}\bfor\b[^.;?]{0,30}$|\bover an? $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^[\s,-]{{0,3}}(?:fixed |initial |rolling |framework |service |term |call-?off )*(?:{_THING}|term|duration|period (?:beginning|commencing|starting|from))\b|^[\s,]{{0,3}}(?:from|commencing|starting|beginning) (?:on |from )?(?:the )?(?:\d|commencement|start|award|date|[A-Z])",
    re.IGNORECASE,
)
_EXTENSION_WORDS = re.compile(r"\b(?:exten(?:d|ds|ded|sions?|dable|sible|ding)|renew(?:al|als|ed|able)?|options?)\b", re.IGNORECASE)
_BARRED_BEFORE = re.compile(
    r"\b(?:(?<!will )(?<!shall )(?<!to )last|past|previous|preceding|prior|within|experience|at least|minimum of|every|after|notice|retain\w*|kept|keep|maintain\w*|valid\w*|open for|warrant\w+|guarantee\w*"
    r"|defects?|liabilit\w+|convict\w+|limitation|aged?|review\w*|accounts|turnover|trading|trad(?:ed|e)|establish\w*|older|break|sentence|imprison\w*|fixed price|prices? (?:\w+ ){0,4}(?:fixed|firm|held)|rates? (?:\w+ ){0,4}(?:fixed|firm|held)"
    r"|insur\w+|probation\w*|training|qualif\w+|payback|archiv\w+|record\w*|confidential\w*|suspen\w+|exclu\w+|debar\w*|disqualif\w*|in the|for the|following|expiry of|arrears|mobili[sz]\w+|transition\w*|exit|handover|lead[- ]in|restrict\w*|survive\w*"
    r"|old|audit\w*|test\w*|inspect\w*|certif\w+|service life|life ?(?:span|expectancy|cycle)|current contract|existing contract|previous contract|incumbent|similar|not exceeding|delay\w*|extension of time|credit)\b[^.;?]{0,28}$",
    re.IGNORECASE,
)
_BARRED_AFTER = re.compile(
    r"^['’]?s?['’]? ?(?:of )?(?:relevant |proven |previous |post-?\w+ )*(?:accounts|experience|turnover|notice|old|guarantee|warranty|prior|before|after|ago|of age|audited|trading|track|history|written notice|defects|qualified|financial|in business|records?|free|interest|salary|data|of (?:the )?(?:date|receipt|award|contract (?:award|expiry|end)|expiry|completion|start|being|each|such|any)|from the (?:deadline|closing|expiry|end)|following|to (?:respond|comply|submit|remedy)|in advance|for (?:each|every)|in arrears|later|thereafter|if)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:exclu(?:ded|sion)|debarr?ed|barred|banned|disqualif\w+|prohibit\w*|guarantees?\b|guarantor|\bbonds?\b|security|procurement process|tender process|lead[- ]time|convict\w+|penalt\w+|imprison\w*"
    r"|(?:can|could|may|might|will|would|usually|normally|typically) takes?|limitation period|non-?compete|restrict\w+|lock-?in|apprentice\w*|maternity|sick\w*|probation\w*)\b",
    re.IGNORECASE,
)
_PHASE = re.compile(r"\b(?:phase|stage|sprint|milestone|workstream|task)s?\b[^.;?]{0,60}$", re.IGNORECASE)
_FOR_THE = re.compile(r"\b(?:for|in|over|of) the (?:full |entire |whole |initial |first |contract |fixed |maximum )*$|\bfor the (?:duration|period|term)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:period|term|years?|contract|from|for|services?|between)\b[^.;\d]{0,40}\b(20[0-4]\d)(?: ?(?:-|–|—|to|until|and) ?)(20[0-4]\d)\b(?![/-]\d)", re.IGNORECASE)
_EXTENDED_YEARS = re.compile(r"\bexten\w+[^.;]{0,60}?\b((?:20[0-4]\d(?:, | and |, and | & |/)){0,5}20[0-4]\d)\b(?! to|[/-])[^.;]{0,20}\byears?\b", re.IGNORECASE)
_SPAN_WORDS = re.compile(rf"\b(?:{_THING}|period|term|duration)\b", re.IGNORECASE)
_BARRED_LABELS = re.compile(
    r"experience|reference|accounts|insurance|notice|warranty|validity|turnover|retention|review|payment|previous|current contract|defects|liabilit|record|confidential|exclusion|convict|offence|mobili[sz]ation|transition|exit|tupe|price (?:fix|hold)|data protection|termination",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Term:
    """One of the two facts as a statement has it; `whole` says that it covers first term and extensions together."""

    name: str
    months: int
    start: int
    end: int
    strength: int = STATED
    sure: Sure = Sure.HIGH
    why: str = ""
    whole: bool = False


def terms(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every statement of the first term and of the extensions, which are added up."""
    found: dict[str, list[Candidate[int]]] = {"term_initial_months": [], "term_extension_months": []}
    totals: list[Candidate[int]] = []
    for statement in statements(reading.passages.having(*_HINTS)):
        if statement.is_option or statement.text.endswith("?") or _BARRED_LABELS.search(_label(statement)):
            continue
        for term in _terms_of(statement):
            fact = statement.fact(term.name, term.months, term.start, term.end, term.sure, term.why)
            candidate = Candidate(fact, term.strength, statement.passage.role)
            (totals if term.whole else found[term.name]).append(candidate)
    if not found["term_initial_months"]:
        found["term_initial_months"] = totals
    return {name: choose(candidates) for name, candidates in found.items()}


def _label(statement: Statement) -> str:
    row = statement.passage.row
    heading = statement.passage.block.place.heading
    return f"{heading[-1] if heading else ''} {row.label if row is not None else ''}"


def _terms_of(statement: Statement) -> Iterator[_Term]:
    text = statement.text
    spans = [span for span in lengths(text) if _is_term(statement, span)]
    initial = next((span for span in spans if span.kind in ("", "initial")), None)
    whole = next((span for span in spans if span.kind == "total"), None)
    extensions = _extensions(spans)
    strength = TABLED if statement.passage.row is not None or len(text) < 60 else STATED
    if initial is not None:
        yield _Term("term_initial_months", initial.months, initial.start, initial.end, strength)
    elif whole is not None and not extensions:
        yield _Term("term_initial_months", whole.months, whole.start, whole.end, strength, why="in total", whole=True)
    if extensions:
        months = sum(span.months for span in extensions)
        yield _Term("term_extension_months", months, extensions[0].start, extensions[-1].end, strength)
    elif initial is not None and whole is not None and whole.months > initial.months:
        months, why = whole.months - initial.months, f"{whole.months} months in total less {initial.months}"
        yield _Term("term_extension_months", months, whole.start, whole.end, strength, Sure.MEDIUM, why)
    if initial is None and not spans:
        yield from _from_dates(statement)


def _extensions(spans: list[Length]) -> list[Length]:
    """The extensions that add up: one that only sums up those before it ("24 months in all") is left out."""
    kept: list[Length] = []
    for span in spans:
        if span.kind == "extension" and not (kept and span.months == sum(each.months for each in kept) and span.months > 12):
            kept.append(span)
    return kept


def _is_term(statement: Statement, span: Length) -> bool:
    text = statement.text
    before, after = text[: span.start][-170:], text[span.end :][:70]
    if _BARRED_AFTER.match(after) or not span.months or _PHASE.search(before) or _NOT_OURS.search(before):
        return False
    barred = _BARRED_BEFORE.search(before)
    if barred and span.kind != "initial" and not _FOR_THE.search(before):
        return False
    if span.kind == "extension":
        return _extends_contract(statement, before, after)
    if text[: span.end].endswith(("'", "’")) and re.match(r" (?:service|standing|employment)\b", after, re.IGNORECASE):
        return False
    if span.kind == "total" and _EXTENSION_WORDS.search(before):
        return True
    row = statement.passage.row
    said = _BEFORE.search(before) is not None or _AFTER.match(after) is not None
    if row is not None and not said:
        return _BEFORE.search(f"{_label(statement)} ") is not None and span.months >= 1
    return said or (len(text) < 40 and _names_term(statement))


def _names_term(statement: Statement) -> bool:
    """Whether a short line stands under a heading, or behind a label, that names the term."""
    heading = statement.passage.block.place.heading
    words = [heading[-1]] if heading else []
    words += [statement.passage.before] if len(statement.passage.before) < 60 else []
    return any(re.search(r"\b(?:duration|term|period|length)\b(?!s)", each, re.IGNORECASE) for each in words)


def _extends_contract(statement: Statement, before: str, after: str) -> bool:
    near = f"{_label(statement)} {before} {after}"
    return _EXTENSION_WORDS.search(near) is not None or _BEFORE.search(before) is not None or re.search(r"\+\s*\S*$", before) is not None


def _from_dates(statement: Statement) -> Iterator[_Term]:
    """Reckon the term from the first and last day that one sentence or row gives, or from its years."""
    text = statement.text
    more = _EXTENDED_YEARS.search(text)
    if more:
        yield _Term("term_extension_months", 12 * len(re.findall(r"20\d\d", more[1])), more.start(), more.end(), STATED, Sure.MEDIUM, "by the years named")
        return
    if not _SPAN_WORDS.search(text) and not _names_term(statement):
        return
    found = days(text)
    ranges = [(one, two) for one, two in zip(found, found[1:], strict=False) if (one.range, two.range) == ("first", "last")]
    for first, last in ranges[:1]:
        months = _months(first.when.date, last.when.date) if _names_contract(text, first) else 0
        if months >= 3:
            why = f"from {first.when} to {last.when}"
            yield _Term("term_initial_months", months, first.start, last.end, PASSING, Sure.MEDIUM, why)
    years = _YEARS.search(text) if not found else None
    if years and _names_contract(text, None) and 0 < int(years[2]) - int(years[1]) <= 10:
        months = 12 * (int(years[2]) - int(years[1]))
        yield _Term("term_initial_months", months, years.start(1), years.end(2), PASSING, Sure.LOW, "by the years named")


_CONTRACT = re.compile(r"\b(?:contract|agreement|framework|services?|works?|term|commission|appointment|provision)\b", re.IGNORECASE)
_NOT_CONTRACT = re.compile(r"\b(?:strategy|plan|policy|budget|accounts|previous|current|existing|last|evaluat\w+|standstill|tender|interview\w*|financial statements|spend|data|report|act|funding)\b", re.IGNORECASE)


def _names_contract(text: str, first: Day | None) -> bool:
    before = text[: first.start] if first is not None else text
    return _CONTRACT.search(before) is not None and _NOT_CONTRACT.search(before[-100:]) is None


def _months(first: dt.date, last: dt.date) -> int:
    """Whole months from the first day to the end of the last; a term that ends a day short of whole counts as whole."""
    after = last + dt.timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    return months if after.day >= first.day else months - 1
