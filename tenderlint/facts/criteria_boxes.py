"""Reads the weights that stand in a line or a row of their own, under or beside a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlint.facts.criteria_names import is_total, label_of, tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED
from tenderlint.facts.passages import Passage, Passages
from tenderlint.patterns import late_pattern

_BOX = late_pattern(
    r"[\s(\[]*(?:this |the )?(?:question|section|overall|criteri(?:on|a)|sub-?criteri(?:on|a)|total"
    r"|tender)?(?:'s)? ?(?:is )?"
    r"(?:weight(?:ing|ed|age)?|percentage(?: weighting)?|(?:marks|points) available|available (?:marks|points)"
    r"|max(?:imum)? (?:marks|points)(?: available)?|worth)"
    r"(?: \(?%\)?| for (?:this )?(?:question|section|criterion)| (?:of|is|at|available"
    r"|score))*[\s:=–—-]*(?P<number>\d{1,3}(?:\.\d{1,2})?)\s?(?P<unit>%|per ?cent|marks|points)?"
    r"(?: of (?:the )?[\w ]{0,40})?[\s)\].;]*",
    re.IGNORECASE,
)


def read_boxes(passages: Passages) -> Iterator[Sheet]:
    """Yield the criteria whose weight stands in a line or row of its own."""
    entries: dict[str, list[tuple[int, Entry, Passage]]] = {}
    seen: set[tuple[int, int]] = set()
    for passage in passages.having("weight", "marks", "points", "percentage"):
        if passage.row is not None:
            key = (id(passage.row.table), passage.row.number)
            if key in seen or len(passage.row.table.rows) > 80:
                continue
            seen.add(key)
            text = " ".join(" ".join(cell.split()) for cell in passage.row.cells if cell.strip())
        else:
            text = passage.text
        match = _box(text)
        if match is None or Decimal(match["number"]) > HUNDRED or Decimal(match["number"]) == 0:
            continue
        name = _question_of(passage)
        if name and not is_total(name):
            entry = Entry(
                name,
                Decimal(match["number"]),
                text,
                passage.place,
                None,
                "%"
                if (match["unit"] or "")[:1] in ("%", "p") and match["unit"] != "points"
                else "points"
                if match["unit"]
                else "",
                own=False,
            )
            entries.setdefault(passage.document.path, []).append((passage.index, entry, passage))
    for found in entries.values():
        first = found[0][2]
        yield Sheet(tuple(entry for _, entry, _ in found), first.document, first.index, "boxes", first.headings)


def _box(text: str) -> re.Match[str] | None:
    match = _BOX.match(text[:120])
    if match is None or (match.end() < len(text) and not re.match(r"[A-Z(|]", text[match.end() :])):
        return None
    return match


def _question_of(passage: Passage) -> str:
    """Name the question that a weight stands under: the row above in its table, the line before, or the heading."""
    if passage.row is not None:
        for row in reversed(passage.row.table.rows[: passage.row.number]):
            words = " ".join(cell.text.strip() for cell in row if cell.text.strip())
            if label_of(words) or re.match(r"(?:question|criteri|method statement|title)", words, re.IGNORECASE):
                return tidy(re.sub(r"^(?:question|criterion|title)[\s:]+(?=[A-Z])", "", words))
        first = (
            " ".join(cell.text.strip() for cell in passage.row.table.rows[0] if cell.text.strip())
            if passage.row.number
            else ""
        )
        if first and not _BOX.fullmatch(first):
            return tidy(first)
    elif (
        len(passage.before) <= 160
        and (label_of(passage.before) or not passage.before.endswith((".", ":")))
        and passage.before
    ):
        return tidy(passage.before)
    return tidy(passage.place.heading[-1]) if passage.place.heading else ""
