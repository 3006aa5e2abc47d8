"""Reads rules written for Vale: the kinds existence, substitution and occurrence, as their YAML files stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenderlint.errors import SettingsError
from tenderlint.house_style.patterns import PatternError, StrangePattern, package

KINDS = ("existence", "substitution", "occurrence")
SCOPES = ("text", "sentence", "paragraph", "heading", "list", "table")
_AS_TEXT = ("raw", "summary")
_MOST_BYTES = 1_000_000
_MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it looks for, where, and what it says. `better` are the replacements, by group of the pattern.

    `scopes` are pairs of a kind of text and the level of a heading (0 for any). `most` and `least` count occurrences.
    """

    style: str
    name: str
    kind: str
    message: str
    pattern: StrangePattern
    level: str = "suggestion"
    link: str = ""
    description: str = ""
    scopes: tuple[tuple[str, int], ...] = (("text", 0),)
    better: Mapping[int, str] | None = None
    exceptions: StrangePattern | None = None
    most: int = 0
    least: int = 0

    @property
    def full_name(self) -> str:
        """The name that Vale gives it: Google.Passive."""
        return f"{self.style}.{self.name}"


@dataclass(frozen=True, slots=True)
class Style:
    """The rules of one folder (or of one file), and those that were left out, each with the reason."""

    name: str
    rules: tuple[Rule, ...]
    left_out: tuple[str, ...]


def rule_files(place: Path) -> tuple[Path, ...]:
    """Return the files of rules in a folder of a style, or the one file; raises SettingsError."""
    if place.is_dir():
        files = tuple(sorted(path for path in place.iterdir() if path.suffix in (".yml", ".yaml") and path.is_file()))
        if len(files) > _MOST_FILES:
            raise SettingsError(f"holds more than {_MOST_FILES} rules.", str(place))
        return files
    if place.is_file():
        return (place,)
    raise SettingsError("there is no such folder or file of rules.", str(place), "Check words.styles.")


def load_style(place: Path) -> Style:
    """Read the rules of a folder or a file; raises SettingsError that names the file that is wrong."""
    files = rule_files(place)
    name = place.name if place.is_dir() else place.resolve().parent.name
    rules: list[Rule] = []
    left: list[str] = []
    for path in files:
        data = _read(path)
        kind = str(data.get("extends", ""))
        scopes = tuple(_scopes(data.get("scope", "text")))
        if kind not in KINDS:
            left.append(f"{path.stem} ({kind or 'no kind'})")
        elif not scopes:
            left.append(f"{path.stem} (scope {data.get('scope')})")
        else:
            rules.append(_rule(data, kind, name, path, scopes))
    return Style(name, tuple(rules), tuple(left))


def _read(path: Path) -> Mapping[str, Any]:
    yaml = package("yaml", "PyYAML")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SettingsError("is too large for a rule.", str(path))
        # This loader makes text of every scalar and nothing else: "no" is a word here.
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}.", str(path)) from error
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark is not None else ""
        raise SettingsError(f"is not well-formed YAML{where}.", str(path)) from None
    if not isinstance(data, Mapping):
        raise SettingsError("is no rule: it holds no table.", str(path))
    return data


def _rule(
    data: Mapping[str, Any], kind: str, style: str, path: Path, scopes: tuple[tuple[str, int], ...]
) -> Rule:
    ignore_case = _truth(data.get("ignorecase"))
    better: dict[int, str] | None = None
    try:
        if kind == "substitution":
            text, better = _swaps(data, ignore_case, path)
        else:
            text = _looked_for(data, kind, path)
        pattern = StrangePattern(text, ignore_case=ignore_case)
        exceptions = list(_texts(data.get("exceptions", ())))
        excepted = StrangePattern(f"^(?:{'|'.join(exceptions)})$", ignore_case=ignore_case) if exceptions else None
    except PatternError as error:
        raise SettingsError(f"its pattern cannot be used: {error}.", str(path)) from None
    return Rule(
        style=style, name=path.stem, kind=kind, message=str(data.get("message", "")) or f"{style}.{path.stem}",
        pattern=pattern, level=str(data.get("level", "suggestion")), link=_link(data.get("link")),
        description=" ".join(str(data.get("description", "")).split()), scopes=scopes, better=better,
        exceptions=excepted, most=_number(data.get("max"), path), least=_number(data.get("min"), path),
    )  # fmt: skip


def _looked_for(data: Mapping[str, Any], kind: str, path: Path) -> str:
    """Put a pattern together as Vale does: what is raw goes before the tokens, which stand as whole words."""
    if kind == "occurrence":
        token = str(data.get("token", ""))
        if not token:
            raise SettingsError("an occurrence rule needs a token.", str(path))
        return token
    tokens = [token for token in _texts(data.get("tokens", ())) if token.strip()]
    raw = "".join(_texts(data.get("raw", ())))
    if not tokens and not raw:
        raise SettingsError("an existence rule needs tokens or raw.", str(path))
    if not tokens:
        return raw
    words = _whole("|".join(tokens), data)
    return f"{words}{raw}" if _truth(data.get("append")) else f"{raw}{words}"


def _swaps(data: Mapping[str, Any], ignore_case: bool, path: Path) -> tuple[str, dict[int, str]]:
    """Return one pattern for all that is to be replaced, and the replacement by the group that matches."""
    swap = data.get("swap")
    if not isinstance(swap, Mapping) or not swap:
        raise SettingsError("a substitution rule needs a table named swap.", str(path))
    better: dict[int, str] = {}
    group = 1
    for found, replacement in swap.items():
        better[group] = str(replacement)
        group += 1 + StrangePattern(str(found), ignore_case=ignore_case).groups
    return _whole("|".join(f"({found})" for found in swap), data), better


def _whole(alternatives: str, data: Mapping[str, Any]) -> str:
    return f"(?:{alternatives})" if _truth(data.get("nonword")) else rf"\b(?:{alternatives})\b"


def _scopes(value: object) -> Iterator[tuple[str, int]]:
    """Yield the scopes that a tender document has; "heading.h2" is a heading of the second level."""
    for scope in _texts(value):
        name, _, rest = scope.strip().partition(".")
        if name in _AS_TEXT:
            yield "text", 0
        elif name in SCOPES:
            level = rest.removeprefix("h") if name == "heading" else ""
            yield name, int(level) if level.isdecimal() else 0


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        yield from (each for each in value if isinstance(each, str))


def _truth(value: object) -> bool:
    return str(value).lower() in ("true", "yes", "on")


def _number(value: object, path: Path) -> int:
    if value is None:
        return 0
    if not str(value).isdecimal():
        raise SettingsError(f"{value!r} is not a whole number.", str(path))
    return int(str(value))


def _link(value: object) -> str:
    link = str(value or "")
    return link if link.startswith(("https://", "http://")) else ""
