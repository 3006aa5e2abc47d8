"""What a comparison of two packs holds: plain data that every format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tenderlint.outcomes import Outcome
from tenderlint.report import CheckRow, FactRow, FindingRow, Report, Where

SCHEMA_VERSION = 1


class Kind(StrEnum):
    """What became of a thing between the two packs."""

    NEW = "new"
    GONE = "gone"
    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"


class Answer(StrEnum):
    """Whether the amendment must move the deadline; LOOK leaves it to a person who must decide."""

    YES = "yes"
    LOOK = "look"
    NO = "no"
    CANNOT_TELL = "cantTell"


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """One document in both packs, or in one of them. `kind` is KEPT only where not a byte differs."""

    kind: Kind
    old: str | None
    new: str | None

    @property
    def renamed(self) -> bool:
        """Whether it has another name now."""
        return self.old is not None and self.new is not None and self.old != self.new


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that the packs state differently. `told` says how far it moved: "brought forward by 7 days"."""

    name: str
    kind: Kind
    old: tuple[FactRow, ...]
    new: tuple[FactRow, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding of both packs or of one. Without `finding` a check failed and had nothing to show.

    GONE is told as put right only where `settled`: the check can still tell, and finds no fault. `with_document` says
    that its whole document is gone.
    """

    kind: Kind
    check: CheckRow
    old: FindingRow | None = None
    new: FindingRow | None = None
    settled: bool = True
    reason: str = ""
    with_document: bool = False


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An item of the checklist whose answer is another one now."""

    item: str
    title: str
    old: Outcome
    new: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: of both packs (KEPT), of the old one (GONE) or of the new one (NEW)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """A passage that was added, taken out, changed or moved, with its words piece by piece."""

    kind: Kind
    pieces: tuple[Piece, ...]
    old: Where | None = None
    new: Where | None = None

    @property
    def words(self) -> int:
        """How many words came or went."""
        if self.kind is Kind.MOVED:
            return 0
        return sum(len(piece.text.split()) for piece in self.pieces if piece.kind is not Kind.KEPT)


@dataclass(frozen=True, slots=True)
class Section:
    """The changes in one section of one document; the headings are those of the new pack where it still has it."""

    document: str
    heading: tuple[str, ...]
    changes: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What the law says of deadlines when a pack is amended."""

    authority: str
    url: str
    says: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Something in the amendment that bears on the deadline: a fact by its name, or told in words.

    `when` is the condition of the rules that it meets: "any", "significant" or "late".
    """

    when: str
    told: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Whether the amendment must move the deadline, and why. `days` is how far it moved, less than 0 for forward."""

    answer: Answer
    reason: str
    old: FactRow | None
    new: FactRow | None
    days: int | None
    rules: tuple[Rule, ...]
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two packs."""

    old: Report
    new: Report
    documents: tuple[DocumentPair, ...]
    facts: tuple[FactChange, ...]
    findings: tuple[FindingChange, ...]
    answers: tuple[AnswerChange, ...]
    sections: tuple[Section, ...]
    deadline: Deadline

    @property
    def is_same(self) -> bool:
        """Whether nothing differs in what was read."""
        return not (
            self.facts or self.answers or self.sections
            or any(pair.kind is not Kind.KEPT or pair.renamed for pair in self.documents)
            or any(row.kind is not Kind.KEPT for row in self.findings)
        )  # fmt: skip

    def found(self, kind: Kind) -> tuple[FindingChange, ...]:
        """Return the findings of one kind."""
        return tuple(row for row in self.findings if row.kind is kind)
