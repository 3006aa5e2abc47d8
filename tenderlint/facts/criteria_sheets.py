"""Criteria that are read together: a table, a list, a run of headings or one sentence of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tenderlint.facts.criteria_names import Kind, kind_of
from tenderlint.model import Document, Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A criterion as it stands: `depth` counts from 0 where layout or words tell it, else it is None.

    `unit` is "%", "points" or "" for a bare number. `own` says that the name is the criterion's own words;
    False where it is only what stands nearest to its weight. `within` is the kind of criterion that the words say the
    weight is a share of ("10% of the quality score").
    """

    name: str
    weight: Decimal | None
    quote: str
    place: Place
    depth: int | None = None
    unit: str = ""
    own: bool = True
    within: Kind | None = None
    label: str = ""

    @property
    def kind(self) -> Kind:
        """What the criterion judges."""
        return kind_of(self.name)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Criteria that were read together; `about` holds the words before them, `total` what a total row says.

    `index` is where they stand among the passages, `lines` which passages hold them; `source`
    is "table", "list", "headings", "boxes" or "sentence".
    """

    entries: tuple[Entry, ...]
    document: Document
    index: int
    source: str
    about: str = ""
    total: Decimal | None = None
    lines: tuple[int, ...] = ()
    heads: str = ""

    @property
    def has_price(self) -> bool:
        """Whether price is among the criteria."""
        return any(entry.kind is Kind.PRICE for entry in self.entries)
