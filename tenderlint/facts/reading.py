"""What every group of facts reads from: the passages, and what was found in them once for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from tenderlint.facts.passages import Passages

T = TypeVar("T")


class Reading:
    """The passages of one pack, and what each group found in them."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self._found: dict[Callable[[Reading], Any], Any] = {}

    def once(self, find: Callable[[Reading], T]) -> T:
        """Return what `find` finds in this reading; it looks only once however many groups ask."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast(T, self._found[find])
