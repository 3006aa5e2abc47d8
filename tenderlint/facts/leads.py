"""The words that open the list in which an item stands, however many items stand between."""

from __future__ import annotations

from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind

_ITEMS = 8
_LONGEST = 200
"""Letters of an item at most: what is longer is a paragraph of its own, and ends a list."""


def lead_of(passages: Passages, item: Passage) -> Passage | None:
    """Return the nearest passage above that ends in a colon, with short items alone between; else None.

    A paragraph after the items of a list is no item of it.
    """
    if item.row is not None:
        return None
    listed = item.block.kind is BlockKind.LIST_ITEM
    for above in reversed(passages.all[max(0, item.index - _ITEMS) : item.index]):
        if above.block.kind is BlockKind.HEADING or above.document is not item.document or above.row is not None:
            return None
        if above.text.rstrip().endswith(":"):
            return above
        if len(above.text) > _LONGEST or (above.block.kind is BlockKind.LIST_ITEM and not listed):
            return None
    return None
