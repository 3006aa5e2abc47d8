"""Compares the answers of the checklist with those that a person gave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tenderlint.linting import lint_pack
from tenderlint.model import Pack
from tenderlint.registry import Book
from tenderlint.settings import Settings

LABELLED_ON = dt.date(2026, 11, 24)
"""The day whose law the labels assume where a pack tells none."""


@dataclass
class Answers:
    """How often the checklist agrees, and the lines that tell where it does not.

    `comfort` counts the worst fault: passed, where a person says failed and nothing else would do.
    """

    book: Book
    asked: int = 0
    agreed: int = 0
    comfort: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, label: Mapping[str, Any], pack: Pack) -> None:
        """Lint one pack and compare every labelled item."""
        report = lint_pack(pack, today=LABELLED_ON, settings=Settings(), book=self.book)
        got = {item.item: item for item in report.checklist}
        for name, wanted in label.get("checklist", {}).items():
            outcomes = (wanted["outcome"], *(wanted.get("alternatives") or ()))
            item = got.get(name)
            if item is None:
                self.told.append(f"  {label['id']}: there is no item {name}")
                continue
            self.asked += 1
            if item.outcome in outcomes:
                self.agreed += 1
                continue
            false = item.outcome == "passed" and wanted["outcome"] == "failed"
            self.comfort += false
            why = wanted.get("note") or wanted.get("reason") or ""
            self.told.append(
                f"  {label['id']}: {name} is {item.outcome}, wanted {' or '.join(outcomes)}"
                f"{' (FALSE COMFORT)' if false else ''}\n      ours: {item.reason[:160]}\n      label: {why[:160]}"
            )

    def lines(self) -> Iterator[str]:
        """Yield every disagreement and the count."""
        yield from self.told
        yield f"checklist: {self.agreed} of {self.asked} answers agree; passed although failed: {self.comfort}"
