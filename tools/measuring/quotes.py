"""Reads short quotations whose meaning is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tenderlint.facts import Facts
from tenderlint.facts.amounts import amounts
from tenderlint.facts.days import days
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data
from tools.measuring.corpus import short

EXPECTED = {
    "annual_value": "contract_value_annual", "total_value": "contract_value_total", "value_max": "contract_value_total",
    "deadline": "submission_deadline", "issue": "issue_date", "public_liability": "insurance_public_liability",
}  # fmt: skip
"""What the expectations of single quotations are called, and the fact that each is of."""


@dataclass
class Quotes:
    """How many expectations the facts meet, and how many at least the value: a fragment may not say what it is of."""

    asked: int = 0
    met: int = 0
    read: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, quote: Mapping[str, Any]) -> None:
        """Try every expectation of one quotation that is of a fact."""
        facts = Facts(Passages(pack(quote["quote"])))
        for name, wanted in quote["expect"].items():
            if name not in EXPECTED:
                continue
            self.asked += 1
            found = [as_data(fact.value) for fact in facts.all(EXPECTED[name])]
            if _is_met(found, wanted):
                self.met += 1
                self.read += 1
                continue
            values = _values(quote["quote"])
            self.read += _is_met(values, wanted)
            told = "only its value is read" if _is_met(values, wanted) else f"read {short(values)}"
            self.told.append(f"  {name} {short(wanted)}: {told}  “{quote['quote'][:110]}”")

    def lines(self) -> Iterator[str]:
        """Yield what is not met, and the count."""
        yield from self.told
        yield f"quotations: {self.read} of {self.asked} values read, {self.met} of them as the fact that they are of"


def _values(text: str) -> list[Any]:
    return [as_data(each.money) for each in amounts(text)] + [as_data(each.when) for each in days(text)]


def _is_met(found: Sequence[Any], wanted: Any) -> bool:
    values = [value["max"] if isinstance(value, dict) else value for value in found]
    each_wanted = wanted if isinstance(wanted, list) else [wanted]
    return all(any(value == each or str(value) == str(each)[:16] for value in values) for each in each_wanted)
