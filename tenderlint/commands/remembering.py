"""Gives a command the report of an earlier run, where nothing that it depends on has changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tenderlint.clock import today

if TYPE_CHECKING:
    from types import TracebackType

    from tenderlint.again import Said
    from tenderlint.apart import Apart
    from tenderlint.cache import Cache
    from tenderlint.registry import Book
    from tenderlint.report import Report
    from tenderlint.settings import Settings


class Shelf:
    """The book of checks, and for `many` packs the child that lints them, each had when it is first needed.

    A report that is remembered needs neither. The child ends with the `with` block. `own` are folders of the user's
    own checks.
    """

    def __init__(self, *, many: bool = False, own: tuple[Path, ...] = ()) -> None:
        self._many = many
        self._own = own

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        child = self.__dict__.get("apart")
        if child is not None:
            child.__exit__(kind, error, traceback)

    @cached_property
    def book(self) -> Book:
        """The book; raises CardError."""
        from tenderlint.registry import load_book

        return load_book(also=self._own)

    @cached_property
    def apart(self) -> Apart | None:
        """The child process that lints one pack after another; None for one pack, which gets its own."""
        from tenderlint.commands.reading import is_debugging

        if not self._many or is_debugging():
            return None
        from tenderlint.apart import Apart

        return Apart(self.book)


def basis_of(settings: Settings, *, standard: bool = False, own: tuple[Path, ...] = ()) -> tuple[object, ...]:
    """Return all that is set for a report besides the pack: the settings, and the state of the files of own checks."""
    state = ""
    if own or settings.words.styles:
        from tenderlint.commands.own_checks import state as state_of

        state = state_of(settings, own)
    return settings, standard, state


class Memory:
    """The reports of earlier runs, kept in the user's folder for such things; without `use` there are none."""

    def __init__(self, use: bool = True) -> None:
        self._use = use
        self._packs: dict[str, str] = {}  # the contents of every pack whose report is kept

    @cached_property
    def _cache(self) -> Cache | None:
        if not self._use:
            return None
        from tenderlint.cache_place import cache_folder

        folder = cache_folder()
        if folder is None:
            return None
        from tenderlint.cache import Cache

        return Cache(folder)

    @cached_property
    def _program(self) -> str:
        from tenderlint.cache_program import program_digest

        return "" if self._cache is None else program_digest(self._cache.folder)

    def report(self, pack: str, said: object, notice: str | None, lint: Callable[[], Report]) -> Report:
        """Return the report of a pack from an earlier run, or else what `lint` gives, and keep that.

        `said` is the run's basis, in plain values: two runs that may differ must differ in it.
        """
        if self._cache is None or not Path(pack).exists():
            return lint()
        from tenderlint.cache_files import NoKeyError, contents_of, entries_of
        from tenderlint.cache_key import key_of

        place, told = Path(pack), None if notice is None else Path(notice)
        try:
            entries = entries_of(place)
            contents = contents_of(place, entries)
            key = key_of(place, contents, settings=said, day=today(), notice=told, program=self._program)
        except NoKeyError:
            return lint()
        known = self._cache.find(key)
        if known is not None:
            self._packs[pack] = contents
            return replace(known, path=str(place))
        report = lint()
        if _is_as_it_was(place, entries) and self._cache.keep(key, report):
            self._packs[pack] = contents
        return report

    def keep_run(self, arguments: Sequence[str], packs: Sequence[str], said: Said, code: int) -> None:
        """Keep what a whole run printed, if nothing but its arguments, packs and settings had a part in it."""
        if self._cache is None or self._packs.keys() != set(packs):
            return
        from tenderlint import again

        again.keep(self._cache.folder, arguments, self._packs, said, code, self._program)


def _is_as_it_was(place: Path, entries: tuple[object, ...]) -> bool:
    """Say whether nobody saved a file of the pack while it was read: such a report is of neither state."""
    from tenderlint.cache_files import NoKeyError, entries_of

    try:
        return entries_of(place) == entries
    except NoKeyError:
        return False
