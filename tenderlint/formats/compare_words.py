"""The words in which a comparison of two packs is told in every format."""

from __future__ import annotations

from tenderlint.comparing.rows import Answer, Comparison, FactChange, FindingChange, Ground, Kind, TextChange
from tenderlint.formats import words
from tenderlint.formats.fact_words import fact_label, fact_words
from tenderlint.formats.words import Tag
from tenderlint.outcomes import Outcome
from tenderlint.report import FactRow

ANSWERS = {
    Answer.YES: Tag("law", "✗", "The deadline must move"),
    Answer.LOOK: Tag("cannot-tell", "?", "Somebody must decide whether the deadline moves"),
    Answer.NO: Tag("passed", "✓", "Nothing asks for another deadline"),
    Answer.CANNOT_TELL: Tag("cannot-tell", "?", "Cannot tell whether the deadline must move"),
}
CHANGES = {
    Kind.NEW: Tag("new", "+", "Added"),
    Kind.GONE: Tag("gone", "–", "Taken out"),
    Kind.CHANGED: Tag("changed", "±", "Changed"),
    Kind.MOVED: Tag("moved", "→", "Moved"),
    Kind.KEPT: Tag("kept", "=", "Unchanged"),
}
_ORDER = (Outcome.ERROR, Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.INAPPLICABLE, Outcome.PASSED)


def headline(comparison: Comparison) -> str:
    """Return in one sentence what changed, without a full stop."""
    if comparison.is_same:
        return "Nothing changed in what was read"
    passages = sum(len(section.changes) for section in comparison.sections)
    counts = [
        words.plural(len({row.name for row in comparison.facts}), "fact") + " changed",
        words.plural(len(comparison.found(Kind.NEW)), "new finding"),
        words.plural(len(put_right(comparison)), "finding") + " put right",
        words.plural(passages, "passage") + " changed",
    ]
    told = [count for count in counts if not count.startswith("0 ")]
    moved = _moved(comparison)
    if moved:
        told[:0] = [f"Deadline {moved}"]
    return ", ".join(told) if told else "Files changed, and nothing in what they say"


def _moved(comparison: Comparison) -> str:
    return next((each.told for each in comparison.facts if each.name == "submission_deadline"), "")


def deadline_moved(comparison: Comparison) -> str:
    """Return the deadline in both packs, and how far it moved."""
    row = comparison.deadline
    was, now = (statements("submission_deadline", (each,) if each else ()) for each in (row.old, row.new))
    if row.old and row.new and row.old.value == row.new.value:
        return f"{now} in both packs."
    if not row.old and not row.new:
        return "No deadline could be read in either pack."
    told = _moved(comparison)
    return f"{was} before, {now} now{f': {told}' if told else ''}."


def put_right(comparison: Comparison) -> tuple[FindingChange, ...]:
    """Return the findings that are gone because what was wrong is gone, and not its whole document."""
    return tuple(row for row in comparison.found(Kind.GONE) if row.settled and not row.with_document)


def gone_with_documents(comparison: Comparison) -> tuple[FindingChange, ...]:
    """Return the findings that are gone because their documents were taken out."""
    return tuple(row for row in comparison.found(Kind.GONE) if row.settled and row.with_document)


def left_open(comparison: Comparison) -> tuple[FindingChange, ...]:
    """Return the findings that are found no more, and of which nobody can say that they were put right."""
    return tuple(row for row in comparison.found(Kind.GONE) if not row.settled)


def statements(name: str, rows: tuple[FactRow, ...]) -> str:
    """Return the values of a fact as people say them, or that nothing is stated."""
    return "; ".join(fact_words(name, row) for row in rows) if rows else "not stated"


def fact_change(change: FactChange) -> str:
    """Return how far a fact moved, or that it is stated now or no more."""
    if change.told:
        return change.told
    return {Kind.NEW: "stated now", Kind.GONE: "stated no more"}.get(change.kind, "")


def ground(row: Ground) -> str:
    """Return in words what bears on the deadline."""
    return f"{fact_label(row.fact)}: changed" if row.fact else row.told


def better(old: Outcome, new: Outcome) -> bool:
    """Say whether an answer asks for less work than before."""
    return _ORDER.index(new) > _ORDER.index(old)


def section_title(heading: tuple[str, ...]) -> str:
    """Return the headings of a section in one line."""
    return " › ".join(heading) if heading else "Before the first heading"


def was_and_now(change: TextChange) -> tuple[str, str]:
    """Return the old and the new words of a changed passage."""
    old = " ".join(piece.text for piece in change.pieces if piece.kind is not Kind.NEW)
    new = " ".join(piece.text for piece in change.pieces if piece.kind is not Kind.GONE)
    return old, new


def around(change: TextChange, kind: Kind, context: int = 8) -> str:
    """Return the old (GONE) or new (NEW) words of a passage that changed, with long unchanged stretches left out."""
    told = []
    for number, piece in enumerate(change.pieces):
        if piece.kind is not Kind.KEPT:
            told += [piece.text] if piece.kind is kind else []
            continue
        parts = piece.text.split()
        before, after = (context if number else 0), (context if number < len(change.pieces) - 1 else 0)
        if len(parts) <= before + after + 1:
            told.append(piece.text)
        else:
            kept = [*parts[:before], "…", *(parts[-after:] if after else [])]
            told.append(" ".join(kept))
    return " ".join(told)
