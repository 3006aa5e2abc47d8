"""Knows the local authorities of the United Kingdom by name: their codes, nations and kinds, and what is not listed."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tenderlint.patterns import late_pattern

UNKNOWN = "not known"
NOT_LISTED = "not in the list of local authorities"

_LIST = Path(__file__).resolve().parent.parent / "data" / "local-authorities.csv"
_BELOW = late_pattern(r"\b(?:parish|town|community)\s+(?:and \w+ )?council\b", re.IGNORECASE)
_FILLING = late_pattern(
    r"\b(?:the|of|and|council|corporation|borough|boroughs|city|county|district|metropolitan|royal|london|unitary|authority|islands?"
    r"|cyngor|sir|dinas|bwrdeistref|mbc|cbc|mdc|bc|cc|dc|lb)\b"
)
_BRACKETS = late_pattern(r"\([^()]{0,80}\)")
_REGIONS = {
    "C": "North East", "D": "North West", "E": "Yorkshire and the Humber", "F": "East Midlands", "G": "West Midlands",
    "H": "East of England", "I": "London", "J": "South East", "K": "South West", "L": "Wales", "M": "Scotland",
    "N": "Northern Ireland",
}  # fmt: skip
_REGION_CODE = late_pattern(r"(?:UK|TL)([C-N])[0-9A-Z]{0,3}", re.IGNORECASE)
_ALSO = {
    "comhairle nan eilean siar": "na h eileanan siar",
    "western isles": "na h eileanan siar",
    "ynys mon": "isle anglesey",
    "anglesey": "isle anglesey",
    "east herts": "east hertfordshire",
    "north east lincs": "north east lincolnshire",
    "bath ne somerset": "bath north east somerset",
    "hull": "kingston upon hull",
    "bcp": "bournemouth christchurch poole",
}  # fmt: skip
"""Names in use that the list words otherwise, both without what every council's name holds."""


@dataclass(frozen=True, slots=True)
class Area:
    """A buyer as the outputs group it. `code` is empty where the list of local authorities does not hold it."""

    name: str
    code: str = ""
    nation: str = UNKNOWN
    region: str = UNKNOWN
    kind: str = NOT_LISTED

    @property
    def key(self) -> str:
        """What two names of one authority have in common: its code, or its name without capitals."""
        return self.code or " ".join(re.findall(r"\w+", self.name.casefold())) or UNKNOWN


def find(name: str, region: str = "", nation: str = "") -> Area:
    """Return the area of a buyer named so; `region` is a NUTS or ITL code or a region's name, as a notice gives it.

    A name is matched as a whole, never in part: "University of Derby" is not Derby.
    """
    plain = " ".join(name.split())
    listed = _by_name().get(_bare(plain)) if plain and not _BELOW.search(plain) else None
    told = region_of(region)
    if listed is None:
        return Area(plain or UNKNOWN, nation=_nation(told) or nation or UNKNOWN, region=told or UNKNOWN)
    own = "London" if listed["code"].startswith("E09") else listed["nation"]
    where = own if own != "England" else (told if _nation(told) == "England" else "")
    return Area(plain, listed["code"], listed["nation"], where or UNKNOWN, listed["kind"])


def listed_name(code: str) -> str:
    """Return the name that the list gives to a code, or ""."""
    return next((row["name"] for row in _rows() if row["code"] == code), "")


def listed(nation: str = "") -> int:
    """Return how many authorities of today are in the list, of one nation or of all."""
    return sum(not row["until"] and nation in ("", row["nation"]) for row in _rows())


def region_of(words: str) -> str:
    """Return the region that a NUTS or ITL code, or a region's own name, stands for, or ""."""
    plain = " ".join(words.split())
    code = _REGION_CODE.fullmatch(plain)
    if code:
        return _REGIONS[code[1].upper()]
    return next((name for name in _REGIONS.values() if name.casefold() == plain.casefold()), "")


def _nation(region: str) -> str:
    if region in ("Wales", "Scotland", "Northern Ireland"):
        return region
    return "England" if region else ""


def _bare(name: str) -> str:
    """Return what tells a council's name from those of others."""
    words = _BRACKETS.sub(" ", name).casefold().replace("&", " and ").replace("ô", "o")
    words = " ".join(re.findall(r"[a-z]+", words.replace("'", "").replace("’", "")))
    bare = " ".join(_FILLING.sub(" ", words).split())
    return _ALSO.get(bare, bare) or ("city of london" if {"city", "london"} <= set(words.split()) else words)


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    with _LIST.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _by_name() -> Mapping[str, Mapping[str, str]]:
    """Return the authorities by bare name, those of today first; where two of today share a name, neither."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in _rows():
        found.setdefault(_bare(row["name"]), []).append(row)
    chosen = {}
    for name, rows in found.items():
        now = [row for row in rows if not row["until"]] or rows
        if len(now) == 1:
            chosen[name] = now[0]
    return chosen


def all_listed() -> tuple[Area, ...]:
    """Return every authority of today that the list names, in the order of names."""
    found = []
    for row in _rows():
        if not row["until"]:
            own = "London" if row["code"].startswith("E09") else row["nation"]
            region = own if own != "England" else UNKNOWN
            found.append(Area(row["name"], row["code"], row["nation"], region, row["kind"]))
    return tuple(sorted(found, key=lambda area: area.name.casefold()))
