"""Reads the figures that a check lets users set; those of the law are refused."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tenderlint.settings.mistakes import Mistakes
from tenderlint.settings.values import Known, Value

NO_LAW = "the figures of the law cannot be set; pack.commenced says on which day the law is read"


def figure(check: str, path: tuple[str, str], value: Any, known: Known | None, wrong: Mistakes) -> Value:
    """Return what is set for a check, under the name of the check and the key in `path`; mistakes are noted."""
    name, key = path
    given: Value = tuple(map(str, value)) if isinstance(value, list) else value
    if known is None:
        return given
    settings = known.settings[check]
    if key not in settings:
        _refuse(check, path, value, known, wrong)
    elif not _fits(given, settings[key]):
        wrong.add(f"checks.{name}.{key} must be {_kind(settings[key])}", "checks", *path)
    return given


def _refuse(check: str, path: tuple[str, str], value: Any, known: Known, wrong: Mistakes) -> None:
    name, key = path
    whole = f"{key}.{next(iter(value), '')}" if isinstance(value, Mapping) else key
    own = {part for each in known.figures[check] for part in (each, each.rpartition(".")[2])}
    if whole in known.law | own:
        wrong.add(f"{whole} of {name} is a figure of the law: {NO_LAW}", "checks", *path)
    elif known.settings[check]:
        wrong.unknown("setting", key, known.settings[check], "checks", *path, shown=f"checks.{name}.{key}")
    else:
        wrong.add(f"the check {name} has no settings of its own, so no {key}", "checks", *path)


def _fits(value: object, usual: Value) -> bool:
    if isinstance(usual, bool) or isinstance(value, bool):
        return isinstance(usual, bool) and isinstance(value, bool)
    if isinstance(usual, int | float):
        return isinstance(value, int | float) and math.isfinite(value) and value >= 0
    return isinstance(value, type(usual))


def _kind(usual: Value) -> str:
    if isinstance(usual, bool):
        return "true or false"
    if isinstance(usual, int | float):
        return f"a number such as {usual}"
    return "a list of words" if isinstance(usual, tuple) else "words in quotes"
