"""A fact: a value that never goes without the words that it was read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from tenderlint.model import Place
from tenderlint.values import Value

T_co = TypeVar("T_co", bound=Value, covariant=True)


class Sure(StrEnum):
    """How sure a reading is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """One statement of a fact. `quote` is exact and contiguous in the document, white space folded.

    `chosen` marks the statement that the checks use; `why` says why it was chosen, or what is odd. `of` names
    the part that it speaks of where that is not the whole: a lot, "selection stage", "superseded".
    """

    name: str
    value: T_co
    quote: str
    place: Place
    sure: Sure = Sure.HIGH
    chosen: bool = False
    why: str = ""
    of: str = ""

    def choose(self, why: str = "") -> Fact[T_co]:
        """Return the same statement, marked as the one that checks use."""
        return replace(self, chosen=True, why=why or self.why)
