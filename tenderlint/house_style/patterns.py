"""Patterns that strangers wrote: compiled by an engine that cannot hang, or searched against the clock."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from tenderlint.errors import UsageError

MOST_SECONDS = 1.0
"""Processor time that one rule may spend on a pack, where its pattern needs the engine that can be slow."""
_MOST_LETTERS = 200_000
_MOST_COPIES = 1000
_MEMORY = 64 << 20
_LOOKS = re.compile(r"\(\?(?:[=!>]|<[=!])")
_COUNT = re.compile(r"\{(\d{1,9})(?:(,)(\d{0,9}))?\}")


class Found(Protocol):
    """What both engines give for a match."""

    lastindex: int | None

    def start(self) -> int:
        """Where the match begins."""

    def end(self) -> int:
        """Where it ends."""


class TooSlowError(Exception):
    """The pattern took longer than a rule may."""


class PatternError(Exception):
    """The pattern cannot be used; the words say why."""


class Clock:
    """The seconds that a rule has left."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._left = seconds

    def spend(self, search: Callable[[float], list[Found]]) -> list[Found]:
        """Run a search that takes the seconds left as its limit; raises TooSlowError."""
        start = time.process_time()
        try:
            return search(max(self._left, 0.001))
        except TimeoutError:
            raise TooSlowError from None
        finally:
            self._left -= time.process_time() - start


class StrangePattern:
    """A pattern with one way to search, whichever engine is behind it.

    RE2 takes time in line with the text, whatever the pattern. What RE2 does not know (looking ahead and behind) goes
    to `regex`, which can be slow and is therefore stopped when a rule's time is up.
    """

    def __init__(self, text: str, *, ignore_case: bool = False) -> None:
        if len(text) > _MOST_LETTERS:
            raise PatternError(f"it has more than {_MOST_LETTERS:,} letters")
        self._is_linear = _LOOKS.search(text) is None
        try:
            self._compiled = _by_re2(text, ignore_case) if self._is_linear else _by_regex(text, ignore_case)
        except (PatternError, UsageError):
            raise
        except Exception as error:  # noqa: BLE001 - each engine has errors of its own
            raise PatternError(_told(error)) from None

    @property
    def groups(self) -> int:
        """How many groups the pattern has."""
        return int(self._compiled.groups)

    def search(self, text: str, clock: Clock) -> Iterator[Found]:
        """Yield the matches in a text, in their order; raises TooSlowError."""
        if self._is_linear:
            yield from self._compiled.finditer(text)
        else:
            yield from clock.spend(lambda left: list(self._compiled.finditer(text, timeout=left)))


def _by_re2(text: str, ignore_case: bool) -> Any:
    engine = package("re2", "google-re2")
    options = engine.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    options.case_sensitive = not ignore_case
    return engine.compile(f"(?m){text}", options)


def _by_regex(text: str, ignore_case: bool) -> Any:
    if _copies(text) > _MOST_COPIES:
        raise PatternError(f"it repeats something more than {_MOST_COPIES:,} times")
    engine = package("regex", "regex")
    return engine.compile(text, engine.MULTILINE | (engine.IGNORECASE if ignore_case else 0))


def _copies(text: str) -> int:
    """Return how many times the counts of a pattern repeat a thing, counts within counts multiplied."""
    most = 1
    inner = [1]  # for each group that is open, the most that is repeated in it
    last = 1
    position = 0
    while position < len(text):
        letter = text[position]
        count = _COUNT.match(text, position) if letter == "{" else None
        if letter == "\\":
            position += 2
            last = 1
            continue
        if count:
            last *= max(int(count[1]), int(count[3] or 0), 1)
            inner[-1] = max(inner[-1], last)
            position = count.end()
        else:
            if letter == "(":
                inner.append(1)
            elif letter == ")" and len(inner) > 1:
                last = inner.pop()
                inner[-1] = max(inner[-1], last)
            else:
                last = 1
            position += 1
        most = max(most, inner[-1], last)
    return most


def package(module: str, name: str) -> Any:
    """Return a package of the extra `style`; raises UsageError that says how to install it."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise UsageError(
            f"rules written for Vale need the package {name}.", advice="Install it: pip install 'tenderlint[style]'."
        ) from None


def _told(error: Exception) -> str:
    said = error.args[0] if error.args else error
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
