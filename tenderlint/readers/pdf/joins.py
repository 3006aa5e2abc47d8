"""Puts together what a page break cut in two: paragraphs, list items and tables."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.lines import Line

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ENDS = (".", ":", ";", "!", "?", ".”", ".’", ".)", "…")
_OPEN = late_pattern(
    r"\b(?:the|an?|of|to|in|for|by|with|from|on|at|as|is|be|are|will|shall|this|that|its|any|such|all)$"
)
_NEAR = 6.0  # points
_INSET = 30.0  # points: by so much what is left of a row may stand in from the column's edge, as an item of a list does


def joined_over_pages(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those that go on from one page to the next made one."""
    result: list[Draft] = []
    for draft in drafts:
        before = result[-1] if result else None
        if before is not None and before.lines and draft.lines and _is_torn(before, draft):
            before.lines.extend(draft.lines)
            continue
        if before is not None and draft.page == _last_page(before) + 1:
            if draft.table is not None and before.table is not None:
                if _same_table(before.table, draft.table):
                    _add_rows(before.table, draft.table)
                    before.lines = draft.lines or before.lines
                    before.last_page = draft.page
                    continue
            elif _goes_on(before, draft):
                before.lines.extend(draft.lines)
                continue
        result.append(draft)
    return result


def go_on(before: Draft, after: Draft) -> bool:
    """Tell whether a table is the rest, on the next page, of the table before it."""
    if before.table is None or after.table is None or after.page != _last_page(before) + 1:
        return False
    return _same_table(before.table, after.table)


def _is_torn(before: Draft, after: Draft) -> bool:
    """Tell whether a producer tagged the next line of a paragraph as one of its own."""
    if before.kind not in _TEXT or after.kind is not BlockKind.PARAGRAPH or after.label:
        return False
    last, first = before.lines[-1], after.lines[0]
    if last.page != first.page or not first.text[:1].islower() or last.text.endswith((*_ENDS, ",")):
        return False
    if last.text.endswith((" and", " or")) or abs(last.size - first.size) > 0.6 or last.bold != first.bold:
        return False
    drop = last.bottom - first.bottom
    return 0 < drop < 1.4 * (last.top - last.bottom) and first.left > before.lines[0].left - 1


def _last_page(draft: Draft) -> int:
    return draft.lines[-1].page if draft.lines else draft.last_page or draft.page


def _goes_on(before: Draft, after: Draft) -> bool:
    if before.kind not in _TEXT or (after.kind is not BlockKind.PARAGRAPH and after.kind is not BlockKind.LIST_ITEM):
        return False
    if not before.lines or not after.lines or after.label:
        return False
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > 0.6 or last.bold != first.bold:
        return False
    text = first.text
    ended = last.text.endswith(_ENDS)
    if last.hyphen:
        return True
    if text[:1].islower():
        return not ended or last.text[-1:] not in ".!?:"
    return not ended and (_is_full(before, last) or _OPEN.search(last.text) is not None)


def _is_full(draft: Draft, last: Line) -> bool:
    """Tell whether the last line goes as far right as the others: what ends short has ended."""
    rights = [line.right for line in draft.lines]
    return len(rights) > 1 and last.right > max(rights) - 2.5 * last.size


def _same_table(one: TableDraft, two: TableDraft) -> bool:
    if not one.columns or len(one.columns) != len(two.columns):
        return False
    pairs = [(here, there) for here, there in zip(one.columns, two.columns, strict=True) if here and there]
    inset = _INSET if _begins_within_a_row(two) else _NEAR
    return bool(pairs) and all(-_NEAR <= there - here <= inset for here, there in pairs)


def _begins_within_a_row(table: TableDraft) -> bool:
    """Tell whether the first row has nothing in its first cell, as the rest of a row that a page break cut has not."""
    return bool(table.rows) and bool(table.rows[0]) and not table.rows[0][0].drafts


def _add_rows(one: TableDraft, two: TableDraft) -> None:
    """Add the rows of a table's next page; its first row may repeat the head or finish the row before."""
    rows = two.rows
    if one.rows and rows and _row_text(one.rows[0]) == _row_text(rows[0]) and _row_text(rows[0]):
        rows = rows[1:]
    if one.rows and rows and _finishes(one.rows[-1], rows[0]):
        for cell, more in zip(one.rows[-1], rows[0], strict=True):
            _finish_cell(cell, more)
        rows = rows[1:]
    shift = len(one.rows) - (rows[0][0].row if rows and rows[0] else 0)
    for row in rows:
        for cell in row:
            cell.row += shift
        one.rows.append(row)


def _row_text(row: list[CellDraft]) -> str:
    return "|".join(" ".join(line.text for draft in cell.drafts for line in draft.lines) for cell in row)


def _finishes(last: list[CellDraft], first: list[CellDraft]) -> bool:
    if len(last) != len(first) or not last or first[0].drafts or not last[0].drafts:
        return False
    for cell, more in zip(last, first, strict=True):
        if more.drafts and cell.drafts and more.drafts[0].lines and cell.drafts[-1].lines:
            if more.drafts[0].label or not more.drafts[0].lines[0].text[:1].islower():
                continue
            return True
    return False


def _finish_cell(cell: CellDraft, more: CellDraft) -> None:
    drafts = more.drafts
    if cell.drafts and drafts and drafts[0].lines and cell.drafts[-1].lines:
        first = drafts[0]
        if first.lines[0].text[:1].islower() and not first.label:
            cell.drafts[-1].lines.extend(first.lines)
            drafts = drafts[1:]
    cell.drafts.extend(drafts)
