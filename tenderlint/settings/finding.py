"""Finds the settings that hold for a pack: those in files beside it or above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import tomli

from tenderlint.errors import SettingsError
from tenderlint.settings.values import FILE_NAME, WAIVER_FILE, Known, Settings


def load_settings(
    pack: Path, known: Known | None = None, *, profile: str = "", file: Path | None = None, alone: bool = False
) -> Settings:
    """Read the settings that hold for a pack: `tenderlint.toml` beside it or above, or `[tool.tenderlint]`.

    The nearest file wins; none at all gives the defaults. Waivers of the nearest `waivers.toml` hold too. A `file`
    takes the place of the search, `alone` leaves every file out, and a `profile` goes before the one that a file
    names. Raises SettingsError that names every mistake with its line.
    """
    found = None if alone else _found(pack, file)
    settings = _without_a_file(profile)
    if found is not None:
        from tenderlint.settings.reading import settings_from

        path, text, table, start = found
        settings = settings_from(table, str(path), known=known, text=text, start=start, profile=profile)
        if settings.baseline:
            settings = replace(settings, baseline=str(path.parent / settings.baseline))
    return settings if alone else _with_waivers(settings, pack, known)


def _without_a_file(profile: str) -> Settings:
    """Return the settings where no file says anything: usually nothing is loaded for that."""
    if not profile:
        return Settings()
    from tenderlint.settings.reading import settings_from

    return settings_from({}, profile=profile)


def places(pack: Path) -> Iterator[Path]:
    """Yield the folders in which settings of a pack may stand, the nearest first."""
    start = pack.resolve()
    return iter((start, *start.parents))


def _found(pack: Path, file: Path | None) -> tuple[Path, str, Mapping[str, object], tuple[str, ...]] | None:
    if file is not None:
        text, data = _read(file)
        return _table(file, text, data) if file.name == "pyproject.toml" else (file, text, data, ())
    for place in places(pack):
        own = place / FILE_NAME
        if own.is_file():
            text, data = _read(own)
            return own, text, data, ()
        project = place / "pyproject.toml"
        if project.is_file() and _may_hold_a_table(project) and (table := _table(project, *_read(project))) is not None:
            return table
    return None


def _may_hold_a_table(path: Path) -> bool:
    """Say whether a file names this program at all: what is wrong in other projects' files is none of our concern."""
    try:
        return b"tenderlint" in path.read_bytes()
    except OSError:
        return False


def _table(
    path: Path, text: str, data: Mapping[str, Any]
) -> tuple[Path, str, Mapping[str, object], tuple[str, ...]] | None:
    tool = data.get("tool", {})
    if not isinstance(tool, Mapping) or "tenderlint" not in tool:
        return None
    table = tool["tenderlint"]
    if not isinstance(table, Mapping):
        raise SettingsError("tool.tenderlint must be a table.", str(path))
    return path, text, table, ("tool", "tenderlint")


def _with_waivers(settings: Settings, pack: Path, known: Known | None) -> Settings:
    for place in places(pack):
        path = place / WAIVER_FILE
        if path.is_file():
            from tenderlint.settings.lines import Lines
            from tenderlint.settings.mistakes import Mistakes
            from tenderlint.settings.waiving import waivers

            text, data = _read(path)
            wrong = Mistakes(str(path), Lines(text))
            wrong.unknown_keys(data, ("waiver",))
            made = waivers(data.get("waiver", []), path.name, known, wrong)
            wrong.refuse()
            return replace(settings, waivers=(*settings.waivers, *made))
    return settings


def _read(path: Path) -> tuple[str, dict[str, object]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return text, tomli.loads(text)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"cannot be read: line {line} is not in UTF-8.", str(path)) from error
    except tomli.TOMLDecodeError as error:
        raise SettingsError(f"cannot be read: line {error.lineno}: {_reason(error)}.", str(path)) from error
    except RecursionError as error:
        raise SettingsError("cannot be read: its brackets lie too deep.", str(path)) from error
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror or error}.", str(path)) from error


def _reason(error: tomli.TOMLDecodeError) -> str:
    return f"{error.msg[:1].lower()}{error.msg[1:]}"
