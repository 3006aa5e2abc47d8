"""What a check works with: the context it is given, and the answers it can return. Checks import only this."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tenderlint.cards import Card, Setting
from tenderlint.facts import Fact, Facts, Sure, about, attachments, forms, grievances, together
from tenderlint.facts.access import (
    PDF,
    all_small,
    counted,
    first_places,
    headings,
    is_language,
    is_poor_title,
    marked,
    pdf_files,
    read_by_tags,
    silent_pictures,
    skipped_levels,
    tagged_files,
    word_files,
)
from tenderlint.facts.access_links import poor_links, same_words, wordless_links
from tenderlint.facts.access_steps import Need, steps
from tenderlint.facts.access_tables import has_blank_rows, has_header, has_spans, headed_by_data, lays_out
from tenderlint.facts.access_word import (
    coloured_cells,
    coloured_signs,
    first_below,
    floating_pictures,
    in_tables,
    letters_in_line,
    line_spacings,
    repeats_caption,
    serif_share,
    typed_captions,
)
from tenderlint.facts.choose import conflicts, differ
from tenderlint.facts.contrast import faintness, is_large
from tenderlint.facts.days import days
from tenderlint.facts.languages import language_of
from tenderlint.facts.leads import lead_of
from tenderlint.facts.near import apart, sentence_about, sentence_at
from tenderlint.facts.numbers import number as number_in
from tenderlint.facts.other_buyers import other_buyers
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.phrases import first_of, holds, likely, phrase_pattern, stands
from tenderlint.facts.places import invites, is_clause, names_terms, terms_of
from tenderlint.facts.single_work import is_project, single_work
from tenderlint.facts.spelling import spelling
from tenderlint.facts.statements import Statement, clip, denied, sentences, statements
from tenderlint.facts.survey import Survey, Surveys
from tenderlint.facts.transfer import Transfer, transfers
from tenderlint.hard_terms import hard_terms, where_terms_are
from tenderlint.law import Law, NoFigureError
from tenderlint.model import (
    Block,
    BlockKind,
    Document,
    Extent,
    Look,
    Mark,
    Note,
    Pack,
    Picture,
    Place,
    Revision,
    Role,
    Span,
    Structure,
    Table,
    walk,
)
from tenderlint.outcomes import Outcome, Strength
from tenderlint.pack_words import PackWords
from tenderlint.patterns import cued, late_pattern
from tenderlint.readability import (
    LEAST_WORDS,
    Counts,
    Prose,
    Sentence,
    count,
    flesch_kincaid_grade,
    reading_age,
)
from tenderlint.stale_words import stale_words
from tenderlint.thresholds import Side, Threshold, threshold_of
from tenderlint.values import Criterion, Limit, Money, When, amount_in_words, in_words, number
from tenderlint.word_findings import enough_prose, is_read, listed, whole, words_to_avoid, worst_sentences
from tenderlint.working_days import Calendar

if TYPE_CHECKING:
    from tenderlint.grammar.proof import Proof

__all__ = [
    "LEAST_WORDS", "PDF", "Block", "BlockKind", "Calendar", "Card", "Context", "Counts", "Criterion", "Document",
    "Extent", "Fact", "Facts", "Finding", "Law", "Limit", "Look", "Mark", "Match", "Money", "Need", "NoFigureError",
    "Note", "Outcome", "Pack", "PackWords", "Passage", "Passages", "Picture", "Place", "Prose", "Result", "Revision",
    "Role", "Sentence", "Side", "Source", "Span", "Statement", "Strength", "Structure", "Sure", "Survey", "Surveys",
    "Table", "Threshold", "Transfer", "When", "about", "all_small", "amount_in_words", "apart", "attachments",
    "cannot_tell", "clip", "coloured_cells", "coloured_signs", "conflicts", "count", "counted", "cued", "days",
    "denied", "differ", "enough_prose", "faintness", "first_below", "first_of", "first_places",
    "flesch_kincaid_grade", "floating_pictures", "forms", "found", "grievances", "hard_terms", "has_blank_rows",
    "has_header", "has_spans", "headed_by_data", "headings", "in_tables", "in_words", "is_clause", "is_language",
    "is_large", "is_poor_title", "is_project", "is_read", "judge", "judge_files", "judge_holding", "language_of",
    "late_pattern", "lays_out", "lead_of", "letters_in_line", "line_spacings", "listed", "marked", "marks_told",
    "missing", "names_terms", "not_applicable", "number", "number_in", "other_buyers", "pdf_files", "phrase_pattern",
    "poor_links", "read_by_tags", "reading_age", "reckoned", "repeats_caption", "same_words", "sentence_about",
    "sentence_at", "sentences", "serif_share", "silent_pictures", "single_work", "skipped_levels", "spelling",
    "stale_words", "statements", "steps", "tagged_files", "together", "told_once", "transfers", "typed_captions",
    "walk", "where_terms_are", "whole", "word_files", "wordless_links", "words_to_avoid", "worst_sentences",
]  # fmt: skip

_ROUGH = late_pattern(
    r"\b(?:in the region of|around|about|approximately|approx\.?|circa|roughly|c\.) ?(?=[£$€\d])", re.IGNORECASE
)
"""What stands before a sum that is not exact."""
MOST_QUOTE = 300
"""Letters of a quote at most; what is longer is cut at a word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: where it stands, its own words, and the values that fill the card's message.

    `message` takes the place of the card's message where that does not fit.
    """

    place: Place | None
    quote: str
    values: Mapping[str, str] = field(default_factory=dict)
    message: str = ""

    @classmethod
    def at(cls, source: Source, *, quote: str = "", message: str = "", **values: object) -> Finding:
        """Make a finding at a fact, a match, a statement, a passage, a block, a document or a place.

        The quote is the source's own words unless one is given. Values are written as people read them.
        """
        place, words = _place_and_words(source)
        said = {name: in_words(value) for name, value in values.items()}
        return cls(place, quote or _shortened(" ".join(words.split())), said, message)


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a card's list, found in a passage from `start` to `end`."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand in the passage."""
        return self.passage.text[self.start : self.end]

    @property
    def denied(self) -> bool:
        """Whether the passage denies what it names ("no bond is required")."""
        return denied(self.passage.text, self.start, self.end)


Source = Fact[Any] | Match | Statement | Sentence | Passage | Block | Document | Place


@dataclass(frozen=True, slots=True)
class Result:
    """What a check says. `by_absence` marks answers that a file which was not read could overturn.

    `at_most` holds down the authority that a failure claims (see `judge`); `procedure` leaves out those of others.
    """

    outcome: Outcome
    reason: str
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Finding, ...] = ()
    nearest: tuple[Finding, ...] = ()
    by_absence: bool = False
    at_most: Strength | None = None
    procedure: str = ""


def judge(
    findings: Iterable[Finding], *, passed: str = "", evidence: Iterable[Source] = (), at_most: Strength | None = None,
    beside: Iterable[Source] = (), by_absence: bool = False,
) -> Result:  # fmt: skip
    """Fail with the findings, or pass when there are none; `passed` says what was looked at and found right.

    A pass without evidence rests on nothing wrong being found; so does one with evidence where `by_absence` says so.
    `beside` are other words that a failure turns on, as the first of two days that are too close together.
    `at_most` is the strongest authority that the failure may claim, where the law of the card does not reach this
    contract (below the threshold, say) or where that is not known.
    """
    rows = tuple(findings)
    if rows:
        return Result(Outcome.FAILED, "", rows, tuple(Finding.at(source) for source in beside), at_most=at_most)
    shown = tuple(Finding.at(source) for source in evidence)
    return Result(Outcome.PASSED, passed, evidence=shown, by_absence=by_absence or not shown)


def reckoned(worth: Fact[Money]) -> str:
    """Return what the contract is worth, and how that was reckoned where the pack does not state it outright."""
    value = f"about {worth.value}" if _ROUGH.search(worth.quote) else f"{worth.value}"
    if not worth.why or worth.why.startswith("stated"):
        return value
    return f"{value} ({worth.why.replace(' (', ', ').removesuffix(')')})"


def judge_files(files: Sequence[Document], kind: str, faults: Callable[[Document], Iterable[Finding]]) -> Result:
    """Judge each file by itself: `faults` gives its findings; `kind` names such a file ("Word file")."""
    if not files:
        return not_applicable(f"there is no {kind}", by_absence=True)
    several = kind.replace("file", "files", 1)
    passed = counted(len(files), f"{kind} was looked at, and nothing is", f"{several} were looked at, and nothing is")
    return judge((finding for document in files for finding in faults(document)), passed=f"{passed} wrong")


def judge_holding(
    files: Sequence[Document], kind: str, things: str, holds: Callable[[Document], bool],
    faults: Callable[[Document], Iterable[Finding]],
) -> Result:  # fmt: skip
    """Judge the files that hold a thing (or a fault, at the least): "no PDF file has form fields" where none does."""
    rows = {id(document): tuple(faults(document)) for document in files}
    holding = [document for document in files if rows[id(document)] or holds(document)]
    if files and not holding:
        return not_applicable(f"no {kind} has {things}", by_absence=True)
    return judge_files(holding, f"{kind} with {things}" if files else kind, lambda each: rows[id(each)])


def told_once(
    places: Sequence[Place], one: str, several: str = "", *, quote: str = "", **values: str
) -> Iterator[Finding]:
    """Tell things of one kind in one finding, at the first of them; nothing where there is none.

    `one` and `several` make its `count` ("1 table has", "2 tables have"), and `where` says where the first few stand.
    """
    if places:
        count, where = counted(len(places), one, several), first_places(places)
        yield Finding.at(places[0], quote=quote, count=count, where=where, **values)


def marks_told(
    document: Document, kind: str, one: str, several: str = "", *, quoted: bool = True, **values: str
) -> Iterator[Finding]:
    """Tell what the reader of the file marked as of this kind, once; the quote is the first one's words if `quoted`."""
    rows = marked(document, kind)
    yield from told_once([at for at, _ in rows], one, several, quote=rows[0][1] if rows and quoted else "", **values)


def found(reason: str, *sources: Source) -> Result:
    """Pass because the thing looked for is there, and show it."""
    return Result(Outcome.PASSED, reason, evidence=tuple(Finding.at(source) for source in sources))


def missing(reason: str = "", nearest: Sequence[tuple[Source, str]] = (), **values: object) -> Result:
    """Fail because the pack nowhere holds the thing; `nearest` are passages with why each did not count."""
    near = {f"{each.place} {each.quote}": each for each in (Finding.at(at, message=why) for at, why in nearest)}
    gap = Finding(None, "", {name: in_words(value) for name, value in values.items()})
    return Result(Outcome.FAILED, reason, (gap,), nearest=tuple(near.values()), by_absence=True)


def cannot_tell(reason: str, *sources: Source, by_absence: bool = False) -> Result:
    """Leave the answer to a person, who is told why and shown where to look."""
    return Result(
        Outcome.CANNOT_TELL, reason, evidence=tuple(Finding.at(source) for source in sources), by_absence=by_absence
    )


def not_applicable(reason: str, *sources: Source, by_absence: bool = False) -> Result:
    """Say that the question does not arise, and why; `by_absence` where a file that was not read may raise it."""
    return Result(
        Outcome.INAPPLICABLE, reason, evidence=tuple(Finding.at(source) for source in sources), by_absence=by_absence
    )


@dataclass(frozen=True)
class Context:
    """All that a check may look at.

    `regime` is the id of the body of law, `day` the day whose law holds (when the procurement commenced, or the
    day given), `sure` how that is known ("stated", "derived" or "assumed" where the pack tells no day), `nation` the
    nation whose holidays and bodies count ("" if untold), `authority_type` "central", "sub-central", "utility" or "".
    """

    pack: Pack
    passages: Passages
    facts: Facts
    law: Law
    calendar: Calendar
    day: dt.date
    regime: str
    nation: str
    authority_type: str
    card: Card
    prose: Prose
    words: PackWords
    overrides: Mapping[str, Setting] = field(default_factory=dict)
    sure: str = "stated"
    surveys: Surveys = field(default_factory=Surveys)
    proof: Proof | None = None

    def of(self, card: Card, overrides: Mapping[str, Setting]) -> Context:
        """Return the same for another card: most of it stays, so it is copied as it is."""
        other = object.__new__(Context)
        other.__dict__.update(self.__dict__, card=card, overrides=overrides)
        return other

    def setting(self, name: str) -> Any:
        """Return a figure of the card that is the project's own, as the user has set it; raises KeyError."""
        if name in self.overrides:
            return self.overrides[name]
        return self.card.settings[name].value

    def figure(self, name: str) -> Decimal:
        """Return a legal figure in force; raises NoFigureError, which becomes "cannot tell"."""
        return self.law.figure(name)

    @property
    def threshold(self) -> Threshold:
        """On which side of the legal threshold the contract lies, and why."""
        return threshold_of(self.facts, self.law, self.authority_type)

    @property
    def reach(self) -> Strength | None:
        """The strongest authority that rules for contracts above the threshold may claim for this one."""
        return None if self.threshold.side is Side.ABOVE else Strength.PRACTICE

    @property
    def invites(self) -> bool:
        """Whether the pack holds an invitation at all, so that its silence means something."""
        return invites(self.passages) or self.facts.when("submission_deadline") is not None

    @property
    def terms(self) -> Passage | None:
        """Where the terms of the contract stand in the pack, or None when they are not there."""
        return terms_of(self.passages)

    def find(self, name: str, *, roles: Iterable[Role] = ()) -> Iterator[Match]:
        """Yield where the words of the card's list `name` stand, in the order of reading."""
        allowed = frozenset(roles)
        spans: dict[int, list[tuple[int, int]]] = {}
        passages: dict[int, Passage] = {}
        for phrase in likely(self.passages, self.card.phrases[name]):
            for passage, start, end in stands(self.passages, phrase):
                if not allowed or passage.role in allowed:
                    passages[passage.index] = passage
                    spans.setdefault(passage.index, []).append((start, -end))
        for index in sorted(passages):
            at = 0
            for start, end in sorted(spans[index]):
                if start >= at:  # of phrases that overlap, the first and longest counts
                    yield Match(passages[index], start, -end)
                    at = -end

    def says(self, name: str, text: str) -> bool:
        """Say whether the text holds any of the words of the card's list `name`."""
        return holds(self.card.phrases[name], text)

    def sections(self, name: str) -> Iterator[forms.Section]:
        """Yield the documents and sections whose title holds any of the words of the card's list `name`."""
        words = self.card.phrases[name]
        return forms.sections(self.passages, lambda title: holds(words, title))

    def documents(self, *roles: Role) -> tuple[Document, ...]:
        """Return the documents of these roles, or all that were read."""
        return tuple(
            document
            for document in self.pack.documents
            if document.extent is not Extent.NOT and (not roles or document.role in roles)
        )


def _shortened(words: str) -> str:
    return words if len(words) <= MOST_QUOTE else words[: MOST_QUOTE + 1].rpartition(" ")[0] or words[:MOST_QUOTE]


def _place_and_words(source: Source) -> tuple[Place, str]:
    match source:
        case Fact():
            return source.place, source.quote
        case Match():
            return source.passage.place, clip(source.passage.text, source.start, source.end, MOST_QUOTE)
        case Statement():
            return source.passage.place, source.text
        case Sentence():
            return source.block.place, source.text
        case Passage() | Block():
            return source.place, source.text
        case Document():
            return Place(source.path), ""
        case Place():
            return source, ""
