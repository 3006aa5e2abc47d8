"""Finds the user's own checks: folders that the command line names, or packages that offer such a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from tenderlint.settings import Settings

GROUP = "tenderlint.checks"
"""The entry point under which an installed package offers its folder of checks."""


def folders(names: Sequence[str]) -> tuple[Path, ...]:
    """Return the folders of checks that are named; raises UsageError for a name that leads nowhere."""
    return tuple(_folder(name) for name in names)


def state(settings: Settings, places: Sequence[Path]) -> str:
    """Name the state of the files of own checks and rules that a run depends on, or "" where there are none."""
    files = list(_files(settings, places))
    if not files:
        return ""
    sums = blake2b(digest_size=16)
    for path in files:
        sums.update(f"{path}\0".encode())
        sums.update(blake2b(path.read_bytes(), digest_size=16).digest())
    return sums.hexdigest()


def _files(settings: Settings, places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        yield from sorted(path for ending in ("*.toml", "*.py") for path in place.rglob(ending))
    if settings.words.styles:
        from tenderlint.house_style import files_of

        yield from files_of(settings)


def _folder(name: str) -> Path:
    from tenderlint.errors import UsageError

    place = Path(name)
    if place.is_dir():
        return place
    if place.exists() or len(place.parts) > 1:
        raise UsageError("there is no such folder of checks.", name, "Check the path after --checks.")
    from importlib.metadata import entry_points

    offers = {each.name: each for each in entry_points(group=GROUP)}
    if name not in offers:
        from tenderlint.commands.names import unknown

        told = unknown("folder, and no package with checks, named", name, offers)
        raise UsageError(told, advice="Check the path after --checks.")
    return _offered(offers[name])


def _offered(offer: EntryPoint) -> Path:
    """Return the folder of a package: the one that the entry point names, or the one that holds its module."""
    from tenderlint.errors import UsageError

    try:
        found = offer.load()
    except Exception as error:  # whatever a stranger's package does, the user gets one line
        raise UsageError(f"its checks cannot be loaded: {error}.", offer.name, "Install it anew.") from error
    if isinstance(found, str | Path):
        place = Path(found)
    else:
        place = Path(next(iter(getattr(found, "__path__", [])), getattr(found, "__file__", "") or "."))
        place = place if place.is_dir() else place.parent
    if not place.is_dir():
        raise UsageError(f"the package offers checks in {place}, and that is no folder.", offer.name)
    return place
