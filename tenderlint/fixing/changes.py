"""What is asked of a correction, and what came of it: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field

NOTHING = "none"
EVERY_PICTURE = "all"
"""The name that stands for every picture without words, after `--decorative`."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says of the files: their language, and the names of pictures that are pure decoration.

    `british` says that the pack speaks of pounds or of places in the United Kingdom.
    """

    language: str | None = None
    decorative: tuple[str, ...] = ()
    british: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing put right: what it is, how it was, how it is now, and on what grounds."""

    what: str
    before: str
    after: str
    why: str = ""


@dataclass(slots=True)
class Corrected:
    """What came of one file: its changes, what is left to a person, and the bytes of the copy.

    `data` is None where there is nothing to put right, or where the file was refused; `refused` then says why and
    what to do.
    """

    path: str
    changes: list[Change] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    data: bytes | None = None
    refused: str = ""

    def change(self, what: str, before: str, after: str, why: str = "") -> None:
        """Add a change."""
        self.changes.append(Change(what, before, after, why))


class RefusedError(Exception):
    """A file must not, or cannot, be corrected; its text says why and what to do, in words that follow its name."""
