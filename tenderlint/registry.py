"""Finds everything that `checks/` holds: cards with their functions, the law, the checklist, the holidays."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import tomli

from tenderlint import toml_store
from tenderlint.cards import Card, load_cards
from tenderlint.errors import CardError
from tenderlint.folders import folder
from tenderlint.law import LawBook
from tenderlint.outcomes import Outcome
from tenderlint.wording import Wording, load_wording
from tenderlint.working_days import Calendar

if TYPE_CHECKING:
    from tenderlint.checking import Context, Result
    from tenderlint.settings import Known

    CheckFunction = Callable[[Context], Result]

_ITEM_KEYS = {"id", "section", "title", "checks", "also", "ask", "silent", "silent_reason"}


@dataclass(frozen=True)
class Check:
    """A card with the function that answers it; a card of words only is answered by the engine."""

    card: Card
    made: CheckFunction | None = None

    @cached_property
    def function(self) -> CheckFunction | None:
        """The check's own function, loaded when it is first asked for; None for a card of words only.

        A function that was made by the program goes first: then no file is loaded. Raises CardError when the file
        holds no function named `check`.
        """
        if self.made is not None:
            return self.made
        path = self.card.function_path
        if not path.exists():
            return None
        spec = importlib.util.spec_from_file_location(f"tenderlint_checks.{self.card.area}.{path.stem}", path)
        if spec is None or spec.loader is None:
            raise CardError("cannot be loaded", str(path.name))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        function = getattr(module, "check", None)
        if not callable(function):
            raise CardError("holds no function named `check`", f"{self.card.area}/{path.name}")
        return cast("CheckFunction", function)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the good-practice checklist: `checks` decide it, `also` are shown beside it.

    `silent` is its answer, and `silent_reason` why, when the question of none of its checks arises.
    """

    id: str
    section: str
    title: str
    checks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    ask: str = ""
    silent: Outcome = Outcome.INAPPLICABLE
    silent_reason: str = ""


@dataclass(frozen=True)
class Book:
    """All that is asked of packs."""

    checks: tuple[Check, ...]
    items: tuple[Item, ...]
    law: LawBook
    calendar: Calendar
    digest: str = ""
    words_path: Path | None = None

    @cached_property
    def wording(self) -> Wording:
        """The lists of words that the checks of plain language know; raises CardError."""
        return load_wording(self.words_path) if self.words_path is not None else Wording()

    def check(self, name: str) -> Check:
        """Return a check by its id or an old name of it; raises KeyError."""
        for check in self.checks:
            if name == check.card.id or name in check.card.aliases:
                return check
        raise KeyError(name)

    @cached_property
    def known(self) -> Known:
        """The names that settings may use."""
        from tenderlint.settings import Known

        cards = [check.card for check in self.checks]
        return Known(
            checks={name: card.id for card in cards for name in (card.id, *card.aliases)},
            areas=frozenset(self.areas),
            settings={card.id: {name: row.value for name, row in card.settings.items()} for card in cards},
            figures={card.id: card.figures for card in cards},
            regimes=tuple(regime.id for regime in self.law.regimes),
            law=frozenset(self.law.by_name),
        )

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that have checks, in order."""
        return tuple(dict.fromkeys(check.card.area for check in self.checks))


def load_book(checks: Path | None = None, *, examples: bool = False, also: Sequence[Path] = ()) -> Book:
    """Read the whole of `checks/`, and the folders of a user's own checks; raises CardError naming the file at fault.

    A folder of `also` is built like `checks/` and may have a `checklist.toml` with items of its own. The functions in
    it are run, so only a user may name it, never a pack.
    """
    place = checks or folder("checks")
    own = [card for each in also for card in load_cards(each, examples=examples)]
    cards = (*load_cards(place, examples=examples), *own)
    _refuse_twice(cards)
    lists = [each / "checklist.toml" for each in also if (each / "checklist.toml").is_file()]
    return Book(
        checks=tuple(Check(card) for card in cards),
        items=(*load_items(place / "checklist.toml"), *(item for each in lists for item in load_items(each))),
        law=LawBook.load(place / "law.toml"),
        calendar=Calendar.load(place / "holidays.toml"),
        digest="-".join(_digest(each) for each in (place, *also)),
        words_path=place / "words.toml",
    )


def _refuse_twice(cards: Iterable[Card]) -> None:
    seen: dict[str, Card] = {}
    for card in cards:
        for name in (card.id, *card.aliases):
            if name in seen:
                raise CardError(f"there is a check named {name} already", str(card.path), "Give it another name.")
            seen[name] = card


def load_items(path: Path) -> tuple[Item, ...]:
    """Read the checklist; raises CardError."""
    try:
        entries = toml_store.loads(path.read_text(encoding="utf-8"))["item"]
    except (OSError, tomli.TOMLDecodeError, KeyError) as error:
        raise CardError(f"cannot be read: {error}", path.name) from error
    for entry in entries:
        unknown = entry.keys() - _ITEM_KEYS
        if unknown or not {"id", "section", "title"} <= entry.keys():
            raise CardError(f"the item {entry.get('id', entry)} has unknown or missing keys", path.name)
    return tuple(
        Item(
            entry["id"], entry["section"], entry["title"], _names(entry.get("checks", ())),
            _names(entry.get("also", ())), " ".join(str(entry.get("ask", "")).split()),
            Outcome(entry.get("silent", "inapplicable")), str(entry.get("silent_reason", "")),
        )
        for entry in entries
    )  # fmt: skip


def _names(names: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(name) for name in names)


def _digest(place: Path) -> str:
    """Name the state of all cards and functions, so that two reports can be told to rest on the same checks."""
    sums, start = hashlib.blake2b(digest_size=8), len(os.path.join(place, ""))
    files = [os.path.join(where, name) for where, _, names in os.walk(place) for name in names]
    for path in sorted(path for path in files if path.endswith((".toml", ".py", ".txt"))):
        sums.update(path[start:].replace(os.sep, "/").encode())
        with open(path, "rb", buffering=0) as file:
            sums.update(file.readall())
    return sums.hexdigest()
