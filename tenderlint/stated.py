"""The facts of a pack where a person has stated some of them: what is stated goes before what the pack says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tenderlint.facts import Fact, Facts
from tenderlint.facts.passages import Passages
from tenderlint.model import Place
from tenderlint.report import StatedRow, Where
from tenderlint.settings import UNNAMED, PackFacts, Said
from tenderlint.values import When, as_data, in_words

BY_A_PERSON = "stated by a person"
_FACTS = {
    "contract_value_total": "value",
    "contract_value_whole": "value",
    "nation": "nation",
    "authority_type": "authority_type",
}
"""The facts that can be stated, and the names under which the settings know them."""


class StatedFacts(Facts):
    """The facts of a pack, what a person stated of it put first and chosen.

    `own` and `noticed` still give what the pack itself says, so that no pack is told to contradict a person.
    """

    def __init__(self, passages: Passages, stated: PackFacts) -> None:
        super().__init__(passages)
        self._stated = stated

    def all(self, name: str) -> tuple[Fact[Any], ...]:
        """Return every statement of the fact, a person's first; raises KeyError for an unknown name."""
        read = super().all(name)
        value = getattr(self._stated, _FACTS[name]) if name in _FACTS else None
        if not value:
            return read
        said = self._stated.said.get(_FACTS[name], Said(UNNAMED))
        fact = Fact(name, value, said.words or in_words(value), _place(said), chosen=True, why=BY_A_PERSON)
        return (fact, *(replace(each, chosen=False) for each in read))


def facts_of(passages: Passages, stated: PackFacts) -> Facts:
    """Return the facts of a pack, with those that a person stated."""
    return StatedFacts(passages, stated)


def rows(stated: PackFacts) -> Iterator[StatedRow]:
    """Yield what a person stated, for the report."""
    for name in ("value", "commenced", "authority_type", "nation", "regime"):
        value = getattr(stated, name)
        if not value:
            continue
        said = stated.said.get(name, Said(UNNAMED))
        place = _place(said)
        data = as_data(When(value)) if name == "commenced" else as_data(value)
        yield StatedRow(name, data, in_words(value), Where(place.document, part=place.part, quote=said.words))


def _place(said: Said) -> Place:
    return Place(said.file, part=f"line {said.line}" if said.line else "")
