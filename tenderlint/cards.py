"""Cards: what each check asks, why, how to put it right, and what stands behind it; read from `checks/`."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import tomli

from tenderlint import toml_store
from tenderlint.errors import CardError
from tenderlint.outcomes import Strength

Setting = int | float | str | bool | tuple[str, ...]

_KEYS = {
    "id", "title", "message", "why", "fix", "figures", "settings", "phrases", "basis", "example", "aliases", "looks_in",
    "note",
}  # fmt: skip
_BASIS_KEYS = {"authority", "url", "regime", "nation", "from", "until", "strength", "doubt", "procedure", "above"}
_EXAMPLE_KEYS = {"outcome", "on", "pack", "files", "finds", "why", "trap", "settings", "doubts"}
_SETTING_KEYS = {"value", "unit", "note"}


@dataclass(frozen=True, slots=True)
class Basis:
    """One authority for a rule, and when and where it holds; an empty regime or nation holds everywhere.

    `doubt` says in plain words what about it has not been confirmed. `procedure` names the one procedure that it is of;
    it is left out where a check says that its answer is for another. `above` is True where it reaches only contracts
    above the threshold; it is left out of the answer for one that lies below.
    """

    authority: str
    strength: Strength
    url: str = ""
    regimes: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    doubt: str = ""
    procedure: str = ""
    above: bool = False

    def holds(self, regime: str, nation: str, day: dt.date) -> bool:
        """Say whether the authority is in force under this regime, in this nation, on this day."""
        if self.regimes and regime not in self.regimes:
            return False
        if self.nations and nation and nation not in self.nations:
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A figure that is the project's own and that a user may change."""

    value: Setting
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A small pack and the answer it must get; `files` holds several documents by name instead of one.

    `doubts` are what a proofreader is made to say of the text: rule, category, words and meant.
    """

    outcome: str
    on: dt.date
    pack: str | Mapping[str, str]
    finds: str = ""
    why: str = ""
    trap: bool = False
    settings: Mapping[str, object] = field(default_factory=dict)
    doubts: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Card:
    """All that is said of one check."""

    id: str
    area: str
    title: str
    message: str
    why: str
    fix: str
    bases: tuple[Basis, ...]
    figures: tuple[str, ...] = ()
    settings: Mapping[str, SettingRow] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    aliases: tuple[str, ...] = ()
    looks_in: tuple[str, ...] = ()
    note: str = ""
    path: Path = Path()

    @property
    def function_path(self) -> Path:
        """Where the check's function stands, if it has one."""
        return self.path.with_suffix(".py")

    @cached_property
    def fields(self) -> frozenset[str]:
        """The names of the values that the card's message has room for."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self.message) if name)

    def in_force(self, regime: str, nation: str, day: dt.date) -> tuple[Basis, ...]:
        """Return the authorities that hold; none means that the question is not to be asked."""
        return tuple(basis for basis in self.bases if basis.holds(regime, nation, day))


def load_cards(folder: Path, *, examples: bool = True) -> tuple[Card, ...]:
    """Read every card below a folder of checks, in the order of area and id.

    Without `examples` the part of each file from the first example on is not parsed: a lint has no need of it.
    Raises CardError for the first card that is not well formed, naming what is wrong in it.
    """
    return tuple(load_card(path, examples=examples) for path in sorted(folder.glob("*/*.toml")))


def load_card(path: Path, *, examples: bool = True) -> Card:
    """Read one card; raises CardError that names the file and what is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomli.loads(text) if examples else toml_store.loads(text.partition("\n[[example]]")[0])
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise CardError(f"cannot be read: {error}", f"{path.parent.name}/{path.name}") from error
    where = f"{path.parent.name}/{path.name}"
    _refuse_unknown(data, _KEYS, where)
    missing = {"id", "title", "message", "why", "fix", "basis"} - data.keys()
    if missing:
        raise CardError(f"lacks {', '.join(sorted(missing))}", where)
    if str(data["id"]).replace("-", "_") != path.stem:
        raise CardError(f"its id {data['id']} does not fit the name of the file", where)
    return Card(
        id=str(data["id"]),
        area=path.parent.name,
        title=str(data["title"]),
        message=_text(data["message"]),
        why=_text(data["why"]),
        fix=_text(data["fix"]),
        bases=tuple(_basis(entry, where) for entry in data["basis"]),
        figures=tuple(str(name) for name in data.get("figures", ())),
        settings=_settings(data.get("settings", {}), where),
        phrases=_phrases(data.get("phrases", {}), where),
        examples=tuple(_example(entry, where) for entry in data.get("example", ())),
        aliases=tuple(str(name) for name in data.get("aliases", ())),
        looks_in=tuple(str(role) for role in data.get("looks_in", ())),
        note=_text(data.get("note", "")),
        path=path,
    )


def _text(value: object) -> str:
    return " ".join(str(value).split())


def _basis(entry: Mapping[str, object], where: str) -> Basis:
    _refuse_unknown(entry, _BASIS_KEYS, where)
    if "authority" not in entry or "strength" not in entry:
        raise CardError("a basis lacks its authority or its strength", where)
    try:
        strength = Strength(str(entry["strength"]))
    except ValueError as error:
        allowed = ", ".join(Strength)
        raise CardError(f"the strength {entry['strength']!r} is none of {allowed}", where) from error
    return Basis(
        authority=_text(entry["authority"]),
        strength=strength,
        url=str(entry.get("url", "")),
        regimes=_names(entry.get("regime")),
        nations=_names(entry.get("nation")),
        start=_day(entry.get("from")),
        end=_day(entry.get("until")),
        doubt=_text(entry.get("doubt", "")),
        procedure=_text(entry.get("procedure", "")),
        above=bool(entry.get("above")),
    )


def _names(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    return tuple(str(each) for each in value) if isinstance(value, list) else (str(value),)


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None


def _settings(data: Mapping[str, object], where: str) -> Mapping[str, SettingRow]:
    rows = {}
    for name, entry in data.items():
        if not isinstance(entry, Mapping) or "value" not in entry:
            raise CardError(f"the setting {name} lacks its value", where)
        _refuse_unknown(entry, _SETTING_KEYS, where)
        value = entry["value"]
        kept = tuple(str(each) for each in value) if isinstance(value, list) else value
        rows[name] = SettingRow(kept, str(entry.get("unit", "")), _text(entry.get("note", "")))
    return MappingProxyType(rows)


def _phrases(data: Mapping[str, object], where: str) -> Mapping[str, tuple[str, ...]]:
    for name, words in data.items():
        if not isinstance(words, list) or not words:
            raise CardError(f"the phrases {name} are not a list of words", where)
    return MappingProxyType({name: _names(words) for name, words in data.items()})


def _example(entry: Mapping[str, object], where: str) -> Example:
    _refuse_unknown(entry, _EXAMPLE_KEYS, where)
    on, files = entry.get("on"), entry.get("files")
    if not isinstance(on, dt.date) or "outcome" not in entry or ("pack" not in entry and files is None):
        raise CardError("an example lacks its outcome, its day (on) or its pack", where)
    settings = entry.get("settings", {})
    return Example(
        outcome=str(entry["outcome"]),
        on=on,
        pack={str(k): str(v) for k, v in files.items()} if isinstance(files, Mapping) else str(entry["pack"]),
        finds=str(entry.get("finds", "")),
        why=_text(entry.get("why", "")),
        trap=bool(entry.get("trap", False)),
        settings=dict(settings) if isinstance(settings, Mapping) else {},
        doubts=_doubts(entry.get("doubts", ())),
    )


def _doubts(rows: object) -> tuple[Mapping[str, str], ...]:
    given = rows if isinstance(rows, list) else []
    return tuple({str(name): str(value) for name, value in row.items()} for row in given)


def _refuse_unknown(entry: Mapping[str, object], known: set[str], where: str) -> None:
    unknown = entry.keys() - known
    if unknown:
        raise CardError(f"unknown key {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}", where)
