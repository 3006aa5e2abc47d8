"""Reads TOML that is the same at every start, such as the cards, from a store: parsing it takes ten times as long."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from functools import cache
from typing import Any

import tomli

from tenderlint.kept import Kept, place_of


def loads(text: str) -> dict[str, Any]:
    """Return what `tomli.loads` returns; raises tomli.TOMLDecodeError."""
    kept = _store().find(text)
    if isinstance(kept, dict):
        with suppress(TypeError, ValueError, IndexError, OverflowError):
            known: dict[str, Any] = _with_days(kept)
            return known
    data = tomli.loads(text)
    _store().keep(text, _without_days(data))
    return data


def save() -> None:
    """Write what this run has added to the store."""
    _store().save()


@cache
def _store() -> Kept:
    """The one store of this process: a text means the same for every pack."""
    return Kept(place_of("toml"))


def _without_days(value: Any) -> Any:
    """Return a value with each day as a tuple of its number, for the store holds no days, and TOML has no tuples."""
    if isinstance(value, dict):
        return {name: _without_days(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_days(each) for each in value]
    return (value.toordinal(),) if type(value) is dt.date else value


def _with_days(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        for name, each in value.items():
            if type(each) in (dict, list, tuple):
                value[name] = _with_days(each)
    elif kind is list:
        return [_with_days(each) for each in value]
    elif kind is tuple:
        return dt.date.fromordinal(value[0])
    return value
