"""A pack that a source has found, with what the source itself says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A pack to be audited, before anything of it is read.

    `path` is the folder, zip or file to lint; `place` is how the source calls it (a path below the source, an address)
    and is what a pack seen again is known by where there is no `ocid`. What a source does not tell is "" or None, and
    is then taken from the pack's own words. `notice` is a file with the pack's notice (OCDS JSON), where it does not
    lie in the pack. `published` is an ISO date or time. `trouble` says why there is nothing to lint: the pack is then
    recorded as failed, for this reason ("not openly accessible: the portal asks for a login").
    """

    path: str
    place: str
    source: str
    name: str = ""
    ocid: str = ""
    notice: str = ""
    authority: str = ""
    nation: str = ""
    region: str = ""
    service: str = ""
    published: str = ""
    value: float | None = None
    currency: str = ""
    trouble: str = ""
