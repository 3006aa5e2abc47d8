"""Makes settings of the table of a settings file, and finds every mistake in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tenderlint.outcomes import Severity
from tenderlint.settings.figures import NO_LAW, figure
from tenderlint.settings.house_phrases import house_phrases, house_styles, of_house
from tenderlint.settings.lines import Lines, Path
from tenderlint.settings.mistakes import Mistakes
from tenderlint.settings.pack_facts import pack_facts
from tenderlint.settings.profiles import PROFILES
from tenderlint.settings.values import READERS, UNNAMED, HouseWords, Known, PackFacts, Said, Settings, Value

KEYS = (
    "profile", "select", "ignore", "fail_on", "as", "statistics", "grammar", "max_findings", "baseline", "severity",
    "checks", "words", "pack", "waiver",
)  # fmt: skip
_LAW = ("law", "figure", "figures", "threshold", "thresholds")
_LEVELS = tuple(each.value for each in reversed(Severity))


def settings_from(
    data: Mapping[str, object], source: str = "", *, known: Known | None = None, text: str = "", start: Path = (),
    profile: str = "",
) -> Settings:  # fmt: skip
    """Make settings of a table; raises SettingsError that tells all mistakes in one line.

    `source` is the file that holds the table, `text` all that stands in it, and `start` where in it the table stands.
    A `profile` goes before the one that the table names. Without `known` the names of checks are taken as they stand.
    """
    return _Reader(data, source, known, Mistakes(source, Lines(text, start))).read(profile)


class _Reader:
    """Reads one table. What the table does not say, the profile does."""

    def __init__(self, data: Mapping[str, object], source: str, known: Known | None, wrong: Mistakes) -> None:
        self._data = data
        self._source = source
        self._file = source.replace("\\", "/").rpartition("/")[2] or UNNAMED
        self._known = known
        self._wrong = wrong
        self._profile: Mapping[str, object] = {}
        self._of_profile = ""
        self._origins: dict[str, str] = {}

    def read(self, profile: str) -> Settings:
        rest = [key for key in self._data if key not in _LAW or key in KEYS]
        for key in self._data.keys() - set(rest):
            self._wrong.add(NO_LAW, key)
        self._wrong.unknown_keys(dict.fromkeys(rest), KEYS)
        chosen = profile or self._one_of("profile", tuple(PROFILES), "")
        self._profile = PROFILES.get(chosen, {})
        self._of_profile = f"the profile {chosen}"
        fail_on = self._one_of("fail_on", (*_LEVELS[:-1], "never"), "error")
        settings = Settings(
            select=self._names("select"),
            ignore=self._names("ignore"),
            fail_on=None if fail_on == "never" else Severity(fail_on),
            severity=self._severities(),
            checks=self._checks(),
            source=self._source,
            profile=chosen,
            reader=self._one_of("as", READERS, "buyer"),
            statistics=self._truth("statistics"),
            grammar=self._truth("grammar"),
            max_findings=self._number("max_findings"),
            baseline=self._words("baseline"),
            words=self._house_words(),
            pack=self._pack(),
        )
        if "waiver" in self._data:
            from tenderlint.settings.waiving import waivers

            made = waivers(self._data["waiver"], self._file, self._known, self._wrong)
            settings = replace(settings, waivers=made)
        self._wrong.refuse()
        return replace(settings, origins=self._origins)

    def _value(self, key: str) -> Any:
        """Return what the table, or else the profile, says, and note which."""
        if key in self._data:
            self._note((key,))
            return self._data[key]
        if key in self._profile:
            self._origins[key] = self._of_profile
        return self._profile.get(key)

    def _note(self, path: tuple[str, ...]) -> None:
        self._origins[".".join(path)] = str(Said(self._file, self._wrong.lines.of(*path)))

    def _one_of(self, key: str, allowed: tuple[str, ...], usual: str) -> str:
        value = self._value(key)
        if value is None or value in allowed:
            return usual if value is None else str(value)
        told = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
        self._wrong.add(f"{key} must be {told}", key)
        return usual

    def _truth(self, key: str) -> bool:
        value = self._value(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self._wrong.add(f"{key} must be true or false", key)
        return False

    def _number(self, key: str) -> int | None:
        value = self._value(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
            return value
        self._wrong.add(f"{key} must be a whole number, 0 or more", key)
        return None

    def _words(self, key: str) -> str:
        value = self._value(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value or ""
        self._wrong.add(f"{key} must be the path of a file, in quotes", key)
        return ""

    def _names(self, key: str) -> tuple[str, ...]:
        value = self._value(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong.add(f"{key} must be a list of names", key)
            return ()
        return tuple(self._name(each, key) for each in value)

    def _name(self, name: str, *path: str) -> str:
        """Return the id of a check that is named by it or an old name, or an area."""
        if self._known is None:
            return name
        if name not in self._known.names and not of_house(name):
            self._wrong.unknown("check or area", name, self._known.names, *path)
        return self._known.checks.get(name, name)

    def _severities(self) -> dict[str, Severity]:
        value = self._data.get("severity", {})
        if not isinstance(value, Mapping):
            self._wrong.add("severity must be a table of check = severity", "severity")
            return {}
        made: dict[str, Severity] = {}
        usual = self._profile.get("severity", {})
        for name, each in usual.items() if isinstance(usual, Mapping) else ():
            made[name] = Severity(each)
            self._origins[f"severity.{name}"] = self._of_profile
        for name, each in value.items():
            if each in _LEVELS:
                made[self._name(name, "severity", name)] = Severity(each)
                self._note(("severity", name))
            else:
                told = ", ".join(_LEVELS)
                self._wrong.add(f"the severity of {name} must be one of {told}", "severity", name)
        return made

    def _checks(self) -> dict[str, Mapping[str, Value]]:
        value = self._data.get("checks", {})
        if not isinstance(value, Mapping) or not all(isinstance(table, Mapping) for table in value.values()):
            self._wrong.add("checks must hold a table for each check", "checks")
            return {}
        made: dict[str, Mapping[str, Value]] = {}
        for name, table in value.items():
            if self._known is not None and name not in self._known.checks:
                self._wrong.unknown("check", name, self._known.checks, "checks", name)
                continue
            check = name if self._known is None else self._known.checks[name]
            made[check] = {
                key: figure(check, (name, key), each, self._known, self._wrong) for key, each in table.items()
            }
            for key in table:
                self._note(("checks", name, key))
        return made

    def _house_words(self) -> HouseWords:
        value = self._data.get("words", {})
        if not isinstance(value, Mapping):
            self._wrong.add("words must be a table with accept, avoid, checks or styles", "words")
            return HouseWords()
        self._wrong.unknown_keys(value, ("accept", "avoid", "checks", "styles"), "words")
        accept, avoid = value.get("accept", []), value.get("avoid", {})
        if not isinstance(accept, list) or not all(isinstance(each, str) and each.strip() for each in accept):
            self._wrong.add("words.accept must be a list of words", "words", "accept")
            accept = []
        if isinstance(avoid, list) and all(isinstance(each, str) and each.strip() for each in avoid):
            avoid = dict.fromkeys(avoid, "")
        if not isinstance(avoid, Mapping) or not all(isinstance(each, str) for each in avoid.values()):
            told = 'words.avoid must be a list of words, or a table of "word" = "better word"'
            self._wrong.add(told, "words", "avoid")
            avoid = {}
        for key in value:
            self._note(("words", key))
        return HouseWords(
            tuple(accept), dict(avoid), house_phrases(value.get("checks", []), self._wrong),
            house_styles(value.get("styles", []), self._wrong),
        )  # fmt: skip

    def _pack(self) -> PackFacts:
        value = self._data.get("pack", {})
        if not isinstance(value, Mapping):
            self._wrong.add("pack must be a table such as [pack] with nation = \"England\"", "pack")
            return PackFacts()
        made = pack_facts(value, self._file, self._known, self._wrong)
        for key in value:
            self._note(("pack", key))
        return made
