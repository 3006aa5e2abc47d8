"""What every group of facts reads from: the passages, and what was found in them once for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenderlint.facts.passages import Passages


class Reading:
    """The passages of one pack with the amounts, dates, shares and spans of time that stand in them."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
