"""Asks every check of a pack under the law of its day, and makes the report of the answers."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tenderlint import __version__
from tenderlint.cards import Basis, Card, Setting
from tenderlint.careful import CarefulFacts
from tenderlint.checking import Context, Finding, Match, Result, Side, judge
from tenderlint.coverage import UNREAD, gap, not_read
from tenderlint.facts import FACT_NAMES, Fact, Facts
from tenderlint.facts.passages import Passages
from tenderlint.facts.survey import Surveys
from tenderlint.fingerprints import fingerprint
from tenderlint.law import LawBook, NoFigureError
from tenderlint.model import Document, Extent, Note, Pack, Place
from tenderlint.outcomes import Outcome, Severity, Strength, not_stronger, severity_of, strongest
from tenderlint.pack_words import PackWords
from tenderlint.readability import Prose
from tenderlint.regime import RegimeReading, law_day, read_regime
from tenderlint.registry import Book, Check
from tenderlint.report import (
    NOTHING_TO_JUDGE,
    NOTHING_WRONG,
    Authority,
    CheckRow,
    DocumentRow,
    FactRow,
    FindingRow,
    RegimeRow,
    Report,
    StatedRow,
    Where,
)
from tenderlint.report_reading import Reading
from tenderlint.row_quotes import RowQuotes
from tenderlint.scoring import pack_reading, readings
from tenderlint.settings import HouseWords, PackFacts, Settings
from tenderlint.values import as_data, in_words, one_agrees
from tenderlint.wording import Wording

if TYPE_CHECKING:
    from tenderlint.grammar.proof import Proof

_LOG = logging.getLogger("tenderlint")
_NO_OVERRIDES: Mapping[str, Setting] = MappingProxyType({})
_OPENING = {
    Outcome.PASSED: f"{NOTHING_WRONG} was found", Outcome.INAPPLICABLE: f"{NOTHING_TO_JUDGE} was found",
    Outcome.FAILED: "not found",
}
"""Answers that turn into "cannot tell" where they rest on absence and not all was read, and how that is told."""


@dataclass(frozen=True)
class _Run:
    pack: Pack
    book: Book
    settings: Settings
    passages: Passages
    facts: Facts
    reading: RegimeReading
    gaps: dict[str, str]
    prose: Prose
    surveys: Surveys
    words: PackWords
    proof: Proof | None
    rows: RowQuotes

    @cached_property
    def day(self) -> dt.date:
        """The day whose law holds."""
        return law_day(self.reading)

    @cached_property
    def bare(self) -> Context:
        """What all checks may look at, as the first card has it."""
        return Context(
            pack=self.pack,
            passages=self.passages,
            facts=self.facts,
            law=self.book.law.on(self.reading.regime.id, self.day),
            calendar=self.book.calendar,
            day=self.day,
            regime=self.reading.regime.id,
            nation=self.reading.nation,
            authority_type=self.reading.authority_type,
            card=self.book.checks[0].card,
            prose=self.prose,
            words=self.words,
            proof=self.proof,
            sure=self.reading.sure,
            surveys=self.surveys,
        )

    def context(self, card: Card) -> Context:
        return self.bare.of(card, self.settings.checks.get(card.id, _NO_OVERRIDES))


def run(pack: Pack, book: Book, settings: Settings, today: dt.date, proof: Proof | None = None) -> Report:
    """Ask every check that the settings ask for; the report has no checklist yet.

    `today` is the day on which the law is read when neither the settings nor the pack tell one. `proof` is what a
    proofreader said of the pack; without it one is asked where the settings want grammar checked.
    """
    passages = Passages(pack)
    facts, stated = _facts(passages, settings)
    told = CarefulFacts(facts)
    reading = read_regime(told, book.law, settings, today)
    prose = Prose(pack)
    if proof is None and settings.grammar:
        from tenderlint.grammar.proofread import proofread

        proof = proofread(passages)
    words = PackWords(prose, passages, _wording(book, settings))
    gaps = {area: gap(pack, area) for area in ("", "pdf", "word")}
    rows = RowQuotes(passages)
    job = _Run(pack, book, settings, passages, facts, reading, gaps, prose, Surveys(), words, proof, rows)
    asked = [check for check in book.checks if settings.asks(check.card.id, check.card.area)]
    answers = [_ask(check, job) for check in asked]
    scored = readings(job.prose)
    return Report(
        version=__version__,
        checks_digest=book.digest,
        name=pack.name,
        path=pack.path,
        day=job.day.isoformat(),
        regime=RegimeRow(reading.regime.id, reading.regime.title, reading.why, reading.sure, reading.nation),
        documents=tuple(_document_row(document, scored.get(document.path)) for document in pack.documents),
        facts={name: tuple(_fact_row(fact, rows) for fact in told.all(name)) for name in FACT_NAMES},
        checks=(*(row for row, _ in answers), *_crashed(told)),
        not_read=not_read(pack),
        leaves_open=tuple(row.id for row, opened in answers if opened),
        stated=stated,
        reading=pack_reading(pack, job.prose),
    )


def _facts(passages: Passages, settings: Settings) -> tuple[Facts, tuple[StatedRow, ...]]:
    """The facts of the pack, and what a person stated of it in the settings."""
    if settings.pack == PackFacts():
        return Facts(passages), ()
    from tenderlint import stated

    return stated.facts_of(passages, settings.pack), tuple(stated.rows(settings.pack))


def _wording(book: Book, settings: Settings) -> Callable[[], Wording]:
    """What gives the lists of words, those of the house added."""
    if settings.words == HouseWords():
        return lambda: book.wording
    from tenderlint.house import wording_of

    return wording_of(lambda: book.wording, settings.words)


def _crashed(facts: CarefulFacts) -> tuple[CheckRow, ...]:
    """The row that names the facts whose finders crashed, so that the report never hides it."""
    if not facts.crashed:
        return ()
    names = ", ".join(f"{name} ({fault})" for name, fault in facts.crashed.items())
    return (
        CheckRow(
            "facts-could-be-read", "draft", "Every fact could be looked for", Outcome.ERROR, Severity.NONE,
            f"the search for these facts crashed: {names}; please report it",
        ),
    )  # fmt: skip


def answer(check: Check, context: Context) -> Result:
    """Return a check's own answer; a fault of the check becomes an answer of its own and is never a pass."""
    try:
        function = check.function
        return words_only(context) if function is None else function(context)
    except NoFigureError as error:
        return Result(Outcome.CANNOT_TELL, f"the law of the day has no figure for “{error}”")
    except Exception as error:  # noqa: BLE001 - whatever a check does, the rest of the report must come out
        _LOG.exception("the check %s crashed", check.card.id)
        return Result(Outcome.ERROR, f"the check itself crashed ({type(error).__name__}); please report it")


def words_only(context: Context) -> Result:
    """Answer for a card that says it all: its `faults` must not stand, unless the passage also has `unless`."""
    excuses = frozenset(match.passage.index for match in _matches(context, "unless"))
    return judge(
        (Finding.at(match, words=match.words) for match in _matches(context, "faults")
         if match.passage.index not in excuses),
        passed="none of the words was found",
    )  # fmt: skip


def _matches(context: Context, name: str) -> Iterable[Match]:
    return context.find(name) if name in context.card.phrases else ()


def _ask(check: Check, job: _Run) -> tuple[CheckRow, bool]:
    """Return the row of a check, and whether what was not read left its answer open."""
    card = check.card
    reading = job.reading
    bases = card.in_force(reading.regime.id, reading.nation, job.day)
    if not bases:
        return _row(card, (), Result(Outcome.INAPPLICABLE, _not_of_this_law(card, reading, job.book.law)), job), False
    context = job.context(card)
    result = answer(check, context)
    if any(basis.above for basis in bases) and context.threshold.side is Side.BELOW:
        bases = tuple(basis for basis in bases if not basis.above)
    if reading.stands_outside:
        bases = tuple(basis for basis in bases if basis.strength is not Strength.LAW or not basis.regimes)
        if not bases and result.outcome is Outcome.FAILED:
            reason = f"the pack says that it stands outside the {reading.regime.title}; see whether that is right"
            result = Result(Outcome.CANNOT_TELL, reason, evidence=result.evidence)
    if job.settings.words.accept:
        from tenderlint.house import without_accepted

        result = without_accepted(result, job.settings.words)
    if result.at_most is not None:
        bases = tuple(basis for basis in bases if not_stronger(basis.strength, result.at_most))
    if result.procedure:
        bases = tuple(basis for basis in bases if basis.procedure in ("", result.procedure))
    why = job.gaps.get(card.area, job.gaps[""])
    if result.by_absence and why and result.outcome in _OPENING:
        return _row(card, bases, _opened(result, why), job), True
    if result.by_absence and why and result.outcome is Outcome.CANNOT_TELL and UNREAD not in result.reason:
        result = replace(result, reason=f"{result.reason}; {why}")
    return _row(card, bases, result, job), False


def _not_of_this_law(card: Card, reading: RegimeReading, law: LawBook) -> str:
    """Say under which law a check looks at packs, where it is another; else that its rule did not hold on the day."""
    ids = dict.fromkeys(regime for basis in card.bases for regime in basis.regimes)
    titles = [f"the {regime.title}" for regime in law.regimes if regime.id in ids]
    starts = [basis.start for basis in card.bases if reading.regime.id in basis.regimes and basis.start is not None]
    if starts and min(starts) > reading.day:
        return f"what this looks for came only on {in_words(min(starts))}, after the day of this pack"
    if reading.regime.id in ids or not titles:
        return f"no such rule was in force under the {reading.regime.title} on that day"
    other = " or ".join(filter(None, (", ".join(titles[:-1]), titles[-1])))
    return f"this looks at packs under {other}; this one is read under the {reading.regime.title}"


def _opened(result: Result, why: str) -> Result:
    """Turn "not there" into "cannot tell" where a file that was not read may hold it."""
    reason = f"{_OPENING[result.outcome]} in what was read, but {why}"
    return replace(result, outcome=Outcome.CANNOT_TELL, reason=reason, findings=())


def _row(card: Card, bases: tuple[Basis, ...], result: Result, job: _Run) -> CheckRow:
    findings = tuple(_finding_row(card, finding, job.rows) for finding in result.findings)
    severity = Severity.NONE
    if result.outcome is Outcome.FAILED:
        strength = strongest(basis.strength for basis in bases)
        if strength is not None:
            severity = job.settings.weight(card.id, card.area, severity_of(strength))
    return CheckRow(
        id=card.id,
        area=card.area,
        title=card.title,
        outcome=result.outcome,
        severity=severity,
        reason=one_agrees(result.reason) or (findings[0].message if findings else ""),
        findings=findings if result.outcome is Outcome.FAILED else (),
        evidence=tuple(dict.fromkeys(_finding_row(card, each, job.rows, plain=True) for each in result.evidence)),
        nearest=tuple(_finding_row(card, each, job.rows, plain=True) for each in result.nearest),
        why=card.why,
        fix=card.fix,
        authorities=tuple(Authority(each.authority, each.strength.value, each.url, each.doubt) for each in bases),
    )


def _finding_row(card: Card, finding: Finding, rows: RowQuotes, *, plain: bool = False) -> FindingRow:
    message = one_agrees(finding.message or ("" if plain else _fill(card, finding.values)))
    where = _where(finding.place, finding.quote, rows)
    return FindingRow(message, where, "" if plain else fingerprint(card.id, where, message))


def _fill(card: Card, values: Mapping[str, str]) -> str:
    """Put the values into the card's message; one that is missing shows as three dots rather than crash a report."""
    return card.message.format_map({name: values.get(name, "…") for name in card.fields})


def _where(place: Place | None, quote: str, rows: RowQuotes) -> Where:
    if place is None:
        return Where(quote=quote)
    cells = rows.cells(place, quote)
    return Where(place.document, place.page, place.heading, place.clause, place.paragraph, place.part, quote, cells)


def _fact_row(fact: Fact[Any], rows: RowQuotes) -> FactRow:
    value = fact.value
    return FactRow(
        as_data(value), in_words(value), _where(fact.place, fact.quote, rows), fact.sure.value, fact.chosen, fact.why
    )


def _told(note: Note) -> str:
    """A note with its page, unless its own words begin with it."""
    page = f"page {note.page}"
    return note.text if note.page is None or note.text.lower().startswith(f"{page} ") else f"{page}: {note.text}"


def _document_row(document: Document, reading: Reading | None) -> DocumentRow:
    notes = tuple(_told(note) for note in document.notes)
    role = "" if document.extent is Extent.NOT else document.role.value
    return DocumentRow(
        document.path, document.media_type, role, document.digest, document.pages, document.words,
        document.extent.value, notes, reading,
    )  # fmt: skip
