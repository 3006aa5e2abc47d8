"""Reads the phrase checks of a house, and where its rules stand, out of a settings file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlint.patterns import late_pattern
from tenderlint.settings.values import HousePhrase

if TYPE_CHECKING:
    from tenderlint.settings.mistakes import Mistakes

HOUSE = "house"
"""The area of all checks that a house makes for itself; their names begin with it."""
_KEYS = ("name", "find", "message", "unless", "why")
_NAME = late_pattern(r"[a-z0-9]+(?:-[a-z0-9]+){0,8}")


def of_house(name: str) -> bool:
    """Say whether a name may be that of a check that the house makes; it is held against them when they are made."""
    return name == HOUSE or name.startswith(f"{HOUSE}-")


def house_phrases(value: object, wrong: Mistakes) -> tuple[HousePhrase, ...]:
    """Read the tables [[words.checks]]; each mistake is noted in `wrong`."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        wrong.add("words.checks must be tables that each begin with [[words.checks]]", "words", "checks")
        return ()
    return tuple(_phrases(value, wrong))


def house_styles(value: object, wrong: Mistakes) -> tuple[str, ...]:
    """Read the list of folders of rules; a mistake is noted in `wrong`."""
    if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
        return tuple(value)
    wrong.add("words.styles must be a list of folders", "words", "styles")
    return ()


def _phrases(tables: list[dict[str, object]], wrong: Mistakes) -> Iterator[HousePhrase]:
    names: set[str] = set()
    for number, table in enumerate(tables):
        path: tuple[str | int, ...] = ("words", "checks", number)
        wrong.unknown_keys(table, _KEYS, *path)
        name, message, why = (_text(table, key, path, wrong) for key in ("name", "message", "why"))
        find, unless = (_list(table, key, path, wrong) for key in ("find", "unless"))
        for key, got in (("name", name), ("message", message), ("find", find)):
            if not got and key not in table:
                wrong.add(f"a check of words needs {key}", *path)
        if name and not _NAME.fullmatch(name):
            wrong.add(f"the name {name} may hold small letters, digits and hyphens", *path, "name")
        elif name in names:
            wrong.add(f"two checks of words are named {name}", *path, "name")
        names.add(name)
        yield HousePhrase(name, find, message, unless, why)


def _text(table: dict[str, object], key: str, path: tuple[str | int, ...], wrong: Mistakes) -> str:
    value = table.get(key, "")
    if isinstance(value, str) and (value.strip() or key not in table):
        return " ".join(value.split())
    wrong.add(f"the {key} of a check of words must be words in quotes", *path, key)
    return ""


def _list(table: dict[str, object], key: str, path: tuple[str | int, ...], wrong: Mistakes) -> tuple[str, ...]:
    value = table.get(key, [])
    is_list = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
    if isinstance(value, list) and is_list and (value or key not in table):
        return tuple(value)
    wrong.add(f"{key} of a check of words must be a list of words", *path, key)
    return ()
