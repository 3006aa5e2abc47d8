"""Makes the store of an audit over made-up packs: one is linted, the others say something else."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tenderlint.audit.found import Found
from tenderlint.audit.keeping import Keeper, Setting
from tenderlint.audit.rows import rows_of
from tenderlint.linting import lint
from tenderlint.report_data import as_data

DAY = dt.date(2026, 11, 22)
ITT = """# Invitation to tender: advocacy service
Adur District Council invites tenders for an advocacy service for older people.
The contract is worth £120,000 in total over three years.
This invitation was issued on 1 October 2026. Tenders must be submitted by 12 noon on 2 November 2026.
Bidders must have a minimum annual turnover of £1 million.
"""


@cache
def report(folder: Path) -> dict[str, Any]:
    """Return the report of one pack as data."""
    pack = folder / "pack"
    pack.mkdir(parents=True)
    (pack / "itt.md").write_text(ITT, encoding="utf-8")
    return as_data(lint(pack, today=DAY))


def pack(data: Mapping[str, Any], **told: Any) -> dict[str, Any]:
    """Return the report of another pack: `outcomes` are those of checks by name, the rest are chosen facts by name."""
    made = copy.deepcopy(dict(data))
    for check, outcome in told.pop("outcomes", {}).items():
        for row in made["checks"]:
            if row["id"] == check:
                row["outcome"], row["findings"] = outcome, row["findings"] if outcome == "failed" else []
    for name, value in told.items():
        one = {**_ANY, "value": value, "words": str(value)}
        made["facts"][name] = [] if value is None else [one]
    return made


_ANY = {
    "value": None, "words": "", "quote": "as printed", "document": "itt.md", "page": None, "heading": [],
    "clause": None, "paragraph": 1, "part": "", "sure": "high", "chosen": True, "why": "",
}  # fmt: skip


def store(path: Path | str, packs: Iterable[tuple[Found, Mapping[str, Any] | None]]) -> str:
    """Write a store that holds these packs; one without a report failed for its trouble."""
    known: set[int] = set()
    with Keeper(path) as keeper:
        setting = Setting("digest", DAY.isoformat(), "0.1.0", "program", "settings", "sources")
        keeper.begin(setting, "2026-11-22T09:00:00")
        for number, (found, data) in enumerate(packs):
            rows = None if data is None else rows_of(copy.deepcopy(dict(data)), known)
            keeper.keep(found, f"pack {number}", f"contents {number}", "run", rows, found.trouble, 0.5, (found.place,))
        keeper.finish([], "2026-11-22T10:00:00")
    return str(path)


def found(number: int, **told: Any) -> Found:
    """Return a pack that a source has found."""
    return Found(f"packs/{number}", f"packs/{number}", "packs", **{"name": f"pack {number}", **told})
