"""What users may set: which checks are asked, their bars, and what they know of the pack themselves."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import tomli

from tenderlint.errors import SettingsError
from tenderlint.outcomes import Severity

FILE_NAME = "tenderlint.toml"
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
AUTHORITY_TYPES = ("central", "sub-central", "utility")

Value = int | float | str | bool | tuple[str, ...]

_KEYS = ("select", "ignore", "fail_on", "severity", "checks", "pack")
_PACK_KEYS = ("commenced", "nation", "authority_type", "regime")


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What a person states of the pack: it overrules what the pack's words say."""

    commenced: dt.date | None = None
    nation: str = ""
    authority_type: str = ""
    regime: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set for one run. Empty `select` means all checks."""

    on: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    severity: Mapping[str, Severity] = field(default_factory=dict)
    checks: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    pack: PackFacts = PackFacts()
    source: str = ""

    def asks(self, check_id: str, area: str) -> bool:
        """Say whether a check is asked for and not left out, by its id or its area."""
        names = {check_id, area}
        return (not self.select or not names.isdisjoint(self.select)) and names.isdisjoint(self.ignore)


def load_settings(pack: Path) -> Settings:
    """Read the settings that hold for a pack: `tenderlint.toml` beside it or above, or `[tool.tenderlint]`.

    The nearest file wins; none at all gives the defaults. Raises SettingsError that names every mistake.
    """
    start = pack.resolve()
    for place in (start, *start.parents):
        own = place / FILE_NAME
        if own.is_file():
            return settings_from(_read(own), str(own))
        project = place / "pyproject.toml"
        if project.is_file():
            table = _read(project).get("tool", {})
            if isinstance(table, Mapping) and "tenderlint" in table:
                return settings_from(table["tenderlint"], str(project))
    return Settings()


def settings_from(data: Mapping[str, object], source: str = "") -> Settings:
    """Make settings of a table; raises SettingsError that tells all mistakes in one line."""
    wrong: list[str] = []
    _unknown(data, _KEYS, "", wrong)
    pack = data.get("pack", {})
    facts = _pack_facts(pack, wrong) if isinstance(pack, Mapping) else PackFacts()
    settings = Settings(
        select=_names(data.get("select"), "select", wrong),
        ignore=_names(data.get("ignore"), "ignore", wrong),
        fail_on=_fail_on(data.get("fail_on", "error"), wrong),
        severity=_severities(data.get("severity", {}), wrong),
        checks=_checks(data.get("checks", {}), wrong),
        pack=facts,
        source=source,
    )
    if wrong:
        raise SettingsError("; ".join(wrong) + ".", source or None)
    return settings


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ", did you mean …?" with the known name that is most like `name`, or nothing."""
    close = difflib.get_close_matches(name, tuple(known), n=1, cutoff=0.5)
    return f", did you mean {close[0]}?" if close else ""


def _read(path: Path) -> dict[str, object]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}.", str(path)) from error


def _unknown(data: Mapping[str, object], known: tuple[str, ...], where: str, wrong: list[str]) -> None:
    wrong += [f"unknown setting {where}{key}{nearest(key, known)}" for key in data if key not in known]


def _names(value: object, key: str, wrong: list[str]) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    wrong.append(f"{key} must be a list of names")
    return ()


def _fail_on(value: object, wrong: list[str]) -> Severity | None:
    if value == "never":
        return None
    try:
        return Severity(str(value))
    except ValueError:
        wrong.append("fail_on must be error, warning, advice or never")
        return Severity.ERROR


def _severities(value: object, wrong: list[str]) -> dict[str, Severity]:
    if not isinstance(value, Mapping):
        wrong.append("severity must be a table of check = severity")
        return {}
    known = {severity.value for severity in Severity}
    wrong += [f"the severity of {name} must be one of {', '.join(sorted(known))}"
              for name, each in value.items() if each not in known]  # fmt: skip
    return {name: Severity(each) for name, each in value.items() if each in known}


def _checks(value: object, wrong: list[str]) -> dict[str, Mapping[str, Value]]:
    if not isinstance(value, Mapping) or not all(isinstance(table, Mapping) for table in value.values()):
        wrong.append("checks must hold a table for each check")
        return {}
    return {
        name: {key: tuple(map(str, each)) if isinstance(each, list) else each for key, each in table.items()}
        for name, table in value.items()
    }


def _pack_facts(data: Mapping[str, object], wrong: list[str]) -> PackFacts:
    _unknown(data, _PACK_KEYS, "pack.", wrong)
    commenced, nation = data.get("commenced"), str(data.get("nation", ""))
    authority = str(data.get("authority_type", ""))
    if commenced is not None and not isinstance(commenced, dt.date):
        wrong.append("pack.commenced must be a date such as 2026-03-02, without quotes")
        commenced = None
    if nation and nation not in NATIONS:
        wrong.append(f"pack.nation must be one of {', '.join(NATIONS)}")
    if authority and authority not in AUTHORITY_TYPES:
        wrong.append(f"pack.authority_type must be one of {', '.join(AUTHORITY_TYPES)}")
    return PackFacts(commenced, nation, authority, str(data.get("regime", "")))
