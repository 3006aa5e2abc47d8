"""What a proofreader says of a pack: plain data that checks read."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlint.facts.passages import Passage


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that a rule of the proofreader doubts, where they stand in a passage, and what it would put for them."""

    rule: str
    category: str
    passage: Passage
    start: int
    words: str
    meant: str
    quote: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The doubts about a pack in the order of reading, and how much of its running text was read.

    `why_not` says in a few words why not all was read; it is empty where all was.
    """

    doubts: tuple[Doubt, ...] = ()
    done: int = 0
    total: int = 0
    why_not: str = ""
