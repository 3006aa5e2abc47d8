"""Collects every pattern of the program and of its checks, with where it stands and what it is asked."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import tenderlint
from tenderlint.facts.phrases import phrase_pattern
from tenderlint.patterns import _Late
from tenderlint.registry import load_book

PACKAGE = Path(tenderlint.__file__).parent
_SEARCHING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
_ASKING = _SEARCHING | {"match", "fullmatch"}
_SEARCHED = frozenset({"search"})
_DEEPEST = 5

Uses = Mapping[str, set[str]]


@dataclass(frozen=True)
class Tried:
    """A pattern, where it stands, and how it is asked: "search" (in any place of a text), "match" or "fullmatch"."""

    where: str
    pattern: re.Pattern[Any]
    asked: frozenset[str]


def collected() -> list[Tried]:
    """Return the patterns that modules hold, those that stand within functions, and those of phrases with gaps.

    A pattern that the program only matches at a place is not tried anywhere else; where a pattern is handed on to
    other code it is taken to be searched for.
    """
    trees = {path: ast.parse(path.read_text("utf-8")) for path in _sources()}
    anywhere = _uses(trees.values())
    found: dict[tuple[Any, int], Tried] = {}
    for name, path, variables in _modules():
        own = _uses([trees[path]])
        for variable, value in variables.items():
            uses = own if variable.startswith("_") else anywhere
            for pattern in _patterns_in(value):
                asked = _asked(uses, variable) if isinstance(value, _Late | re.Pattern) else _SEARCHED
                _add(found, Tried(f"{name}.{variable}", pattern, asked))
    for path, tree in trees.items():
        for line, pattern, method in _inline(tree):
            _add(found, Tried(f"{path.stem}.py, line {line}", pattern, _kinds({method})))
    for check in load_book().checks:
        for name, phrases in check.card.phrases.items():
            with_gaps = tuple(phrase for phrase in phrases if "..." in phrase)
            for pattern in _patterns_in(phrase_pattern(with_gaps)) if with_gaps else ():
                _add(found, Tried(f"{check.card.id}.toml, {name}", pattern, _SEARCHED))
    return list(found.values())


def _add(found: dict[tuple[Any, int], Tried], tried: Tried) -> None:
    key = (tried.pattern.pattern, tried.pattern.flags)
    before = found.get(key, tried)
    found[key] = Tried(before.where, before.pattern, before.asked | tried.asked)


def _sources() -> list[Path]:
    checks = [check.card.function_path for check in load_book().checks]
    return [*sorted(PACKAGE.rglob("*.py")), *(path for path in checks if path.exists())]


def _modules() -> Iterator[tuple[str, Path, dict[str, Any]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(("tenderlint", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        if path.stem != "__main__":
            try:
                yield name, path, dict(vars(importlib.import_module(name)))
            except ImportError:  # it needs an extra that is not installed
                continue
    for check in load_book().checks:
        if check.function is not None and check.card.function_path.exists():
            variables = dict(getattr(check.function, "__globals__", {}))
            yield f"checks.{check.card.area}.{check.card.id}", check.card.function_path, variables


def _patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that a value is or holds, and the one that it is a method of."""
    owner = getattr(value, "__self__", None)
    value = owner if isinstance(owner, _Late | re.Pattern) else value
    if isinstance(value, _Late):
        yield value.match.__self__
    elif isinstance(value, re.Pattern):
        yield value
    elif depth < _DEEPEST:
        for inner in _held(value):
            yield from _patterns_in(inner, depth + 1)


def _held(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return (*value, *value.values())
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name, None) for field in fields(value)]
    return ()


def _uses(trees: Iterable[ast.Module]) -> Uses:
    """Return what is asked of each name; "" stands for a name that is handed on, so that anything may be asked."""
    uses: dict[str, set[str]] = {}
    for tree in trees:
        owners: set[int] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                uses.setdefault(_last(node.value), set()).add(node.attr)
                owners.add(id(node.value))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load) and id(node) not in owners:
                uses.setdefault(_last(node), set()).add("")
    return uses


def _last(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _asked(uses: Uses, name: str) -> frozenset[str]:
    used = uses.get(name, set())
    return _SEARCHED if "" in used or not used & _ASKING else _kinds(used & _ASKING)


def _kinds(methods: Iterable[str]) -> frozenset[str]:
    return frozenset("search" if method in _SEARCHING else method for method in methods)


def _inline(tree: ast.Module) -> Iterator[tuple[int, re.Pattern[Any], str]]:
    """Yield the patterns that stand in calls such as `re.search("a", text)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            first, method = node.args[0], node.func.attr
            if _last(node.func.value) == "re" and method in _ASKING and isinstance(first, ast.Constant):
                flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(node) else 0
                yield node.lineno, re.compile(first.value, flags), method
