"""Makes drafts of the marked contents that tags hold, in the order of the tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.drafts import Draft
from tenderlint.readers.pdf.labels import heading_number, label_of
from tenderlint.readers.pdf.lines import line_of
from tenderlint.readers.pdf.types import Segment

_LONGEST_LABEL = 20  # letters


@dataclass(slots=True)
class Piece:
    """Some segments and where they lead."""

    segments: list[Segment]
    link: str | None


def draft_of(kind: BlockKind, pieces: Sequence[Piece]) -> Draft | None:
    """Make a draft of pieces in the order of the tags, put into lines by where they stand; None without words."""
    lines: list[list[Segment]] = []
    before: Segment | None = None
    for piece in pieces:
        for segment in piece.segments:
            if piece.link is not None:
                segment.link = piece.link
            if before is not None and _same_line(before, segment):
                lines[-1].append(segment)
            else:
                lines.append([segment])
            before = segment
    if not lines:
        return None
    made = [line_of(line) for line in lines]
    return Draft(kind, made, page=made[0].page)


def _same_line(before: Segment, after: Segment) -> bool:
    if before.page != after.page or after.left < before.left:
        return False
    height = min(before.top - before.bottom, after.top - after.bottom)
    return min(before.top, after.top) - max(before.bottom, after.bottom) > 0.5 * height


def spoken(pieces: list[Piece], actual: str, link: str | None) -> list[Piece]:
    """Put the words that the file gives for a stretch in place of what its letters spell, where they differ."""
    segments = [segment for piece in pieces for segment in piece.segments]
    spelt = "".join(segment.text for segment in segments)
    if not segments or _letters(spelt) == _letters(actual):
        return pieces
    first, last = segments[0], segments[-1]
    whole = replace(
        first,
        text=" ".join(actual.split()),
        right=max(each.right for each in segments),
        bottom=min(each.bottom for each in segments),
        runs=first.runs[:1],
        hyphen=False,
        glued=last.glued,
        order=last.order,
    )
    return [Piece([whole], link)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def set_label(draft: Draft, label: str) -> None:
    """Give a draft the label that the file marks as one; it is not in the draft's text."""
    found = label_of(label, apart=True)
    draft.label = found.text if found else label[:_LONGEST_LABEL]
    draft.clause = found.clause if found else None


def find_label(draft: Draft, sure: bool) -> None:
    """Tell the label at the start of a draft's text; `sure` when the tags say that it is a list item."""
    line = draft.lines[0]
    found = line.label() or (label_of(line.text, sure=True) if sure else None)
    if found is not None and (found.length < len(line.text) or len(draft.lines) > 1):
        draft.label, draft.clause, draft.skip = found.text, found.clause, found.length
    elif draft.kind is BlockKind.HEADING:
        number, words = heading_number(line.text)
        if number:
            draft.label, draft.clause, draft.skip = number, number, len(line.text) - len(words)
