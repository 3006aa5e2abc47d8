"""Reads and writes the file of a baseline: JSON, one finding a line, the same for the same findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tenderlint.baseline import Baseline, Entries, Entry
from tenderlint.errors import SettingsError

VERSION = 1
_KEYS: dict[str, type] = {"check": str, "fingerprint": str, "count": int, "document": str, "heading": str, "quote": str}
_NEEDED = ("check", "fingerprint")
_NEW = "Mend it, or delete it and write it anew with --write-baseline."
_WHITE = " \t\r\n"


def read(path: Path) -> Baseline:
    """Return the baseline that a file holds; raises SettingsError that names the file and the line."""
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
    except FileNotFoundError as error:
        raise SettingsError("there is no such baseline.", str(path), "Make it with --write-baseline.") from error
    except json.JSONDecodeError as error:
        raise SettingsError(f"line {error.lineno}: is not JSON: {error.msg}.", str(path), _NEW) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise SettingsError("line 1: is not a baseline.", str(path), _NEW) from error
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror or error}.", str(path)) from error
    wrong = next(_wrong(data), None)
    if wrong is not None:
        place, words = wrong
        raise SettingsError(f"line {_line_of(text, place)}: {words}.", str(path), _NEW)
    return {pack: tuple(Entry(**row) for row in rows) for pack, rows in data["packs"].items()}


def written(baseline: Baseline) -> str:
    """Return the text of the file."""
    rows = [_pack(name, baseline[name]) for name in sorted(baseline)]
    inner = ",\n".join(rows)
    packs = f"{{\n{inner}\n  }}" if rows else "{}"
    return f'{{\n  "tenderlint_baseline": {VERSION},\n  "packs": {packs}\n}}\n'


def _pack(name: str, entries: Entries) -> str:
    rows = ",\n".join(f"      {_row(entry)}" for entry in sorted(entries))
    return f"    {_json(name)}: [\n{rows}\n    ]" if rows else f"    {_json(name)}: []"


def _row(entry: Entry) -> str:
    return _json({name: getattr(entry, name) for name in _KEYS})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def _wrong(data: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is wrong with the data of a baseline, and where."""
    if not isinstance(data, dict) or data.get("tenderlint_baseline") != VERSION:
        yield (("tenderlint_baseline",) if isinstance(data, dict) else ()), f"is not a baseline of version {VERSION}"
        return
    packs = data.get("packs")
    if not isinstance(packs, dict):
        yield ("packs",), "packs must hold the findings of each pack"
        return
    for name, rows in packs.items():
        if not isinstance(rows, list):
            yield ("packs", name), f"{name} must hold a list of findings"
            continue
        for index, row in enumerate(rows):
            if words := _wrong_row(row):
                yield ("packs", name, index), words


def _wrong_row(row: Any) -> str:
    if not isinstance(row, Mapping):
        return "is not a finding"
    missing = [key for key in _NEEDED if not row.get(key)]
    if missing:
        return f"the finding lacks {' and '.join(missing)}"
    unknown = sorted(row.keys() - _KEYS.keys())
    if unknown:
        return f"unknown key {', '.join(unknown)}"
    for key, value in row.items():
        if not isinstance(value, _KEYS[key]) or isinstance(value, bool):
            return f"the {key} of the finding is not right"
    return "the count of the finding is not right" if row.get("count", 1) < 1 else ""


def _line_of(text: str, place: tuple[str | int, ...]) -> int:
    """Return the line on which a value of a JSON text begins, or the value around it that there is."""
    at = _skip(text, 0)
    for part in place:
        inner = _inside(text, at, part)
        if inner is None:
            break
        at = inner
    return text.count("\n", 0, at) + 1


def _inside(text: str, at: int, part: str | int) -> int | None:
    """Return where an entry of the object or list at a place begins; None where there is none."""
    decoder = json.JSONDecoder()
    is_object = text[at : at + 1] == "{"
    at = _skip(text, at + 1)
    index = 0
    while at < len(text) and text[at] not in "]}":
        key: str | int = index
        if is_object:
            key, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == part:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at : at + 1] == "," else at
        index += 1
    return None


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _WHITE:
        at += 1
    return at
