"""What can be set for a run: plain, frozen data, each value with the line that it was set in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from tenderlint.outcomes import Severity
from tenderlint.values import Money

FILE_NAME = "tenderlint.toml"
WAIVER_FILE = "waivers.toml"
UNNAMED = "the settings"
"""What settings are called that stand in no file."""
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
AUTHORITY_TYPES = ("central", "sub-central", "utility")
READERS = ("buyer", "bidder")

Value = int | float | str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Where a person said something: the file, its line (0 where there is none) and the words of the line."""

    file: str
    line: int = 0
    words: str = ""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What a person states of the pack: it overrules what the pack's words say. `said` tells where, by name."""

    commenced: dt.date | None = None
    nation: str = ""
    authority_type: str = ""
    regime: str = ""
    value: Money | None = None
    said: Mapping[str, Said] = field(default_factory=dict, compare=False)

    def where(self, name: str) -> str:
        """Return " (tenderlint.toml, line 4)" for a fact that was stated in a file, else nothing."""
        said = self.said.get(name)
        return f" ({said})" if said is not None and said.line else ""


@dataclass(frozen=True, slots=True)
class HousePhrase:
    """A phrase check of the house: what to find (as on a card), what to say, and words that excuse it."""

    name: str
    find: tuple[str, ...]
    message: str
    unless: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class HouseWords:
    """The words of the house: those that it accepts whatever a check says, and those that it avoids.

    `avoid` gives for each word what to write instead, which may be empty. `checks` are phrase checks of the house, and
    `styles` the folders or files of its rules, which start at the folder of the settings file.
    """

    accept: tuple[str, ...] = ()
    avoid: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[HousePhrase, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that somebody has decided to leave as it is: which, why, who answers for it, and until when.

    `pack` limits it to the pack of that name; empty means whatever pack it stands beside.
    """

    check: str
    quote: str
    reason: str
    owner: str
    last_day: dt.date
    pack: str = ""
    said: Said = Said("")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set for one run. Empty `select` means all checks.

    `baseline` is the path of a file of findings that were there before. `origins` says where each value came from.
    """

    on: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    severity: Mapping[str, Severity] = field(default_factory=dict)
    checks: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    pack: PackFacts = PackFacts()
    source: str = ""
    profile: str = ""
    reader: str = "buyer"
    statistics: bool = False
    grammar: bool = False
    max_findings: int | None = None
    baseline: str = ""
    words: HouseWords = HouseWords()
    waivers: tuple[Waiver, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)

    def asks(self, check_id: str, area: str) -> bool:
        """Say whether a check is asked for and not left out, by its id or its area."""
        names = {check_id, area}
        return (not self.select or not names.isdisjoint(self.select)) and names.isdisjoint(self.ignore)

    def weight(self, check_id: str, area: str, usual: Severity) -> Severity:
        """Return how much a failure of a check weighs: as set for it, else for its area, else as usual."""
        return self.severity.get(check_id) or self.severity.get(area) or usual


@dataclass(frozen=True)
class Known:
    """The names that settings may use: checks by id and old name, areas, their settings, and the law's figures.

    Without it (None is passed instead) names are taken as they stand.
    """

    checks: Mapping[str, str]
    areas: frozenset[str]
    settings: Mapping[str, Mapping[str, Value]]
    figures: Mapping[str, tuple[str, ...]]
    regimes: tuple[str, ...]
    law: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """The ids, old names and areas that `select`, `ignore` and `severity` take."""
        return frozenset(self.checks) | self.areas
