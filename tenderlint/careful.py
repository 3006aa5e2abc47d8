"""Facts for the report itself: a finder that crashes loses its own fact and no more."""

from __future__ import annotations

import logging
from typing import Any

from tenderlint.facts import Fact, Facts

_LOG = logging.getLogger("tenderlint")


class CarefulFacts(Facts):
    """The same facts, empty where their finder crashed; `crashed` holds the names of those.

    Checks are given the plain facts instead, so that a crash shows as their own error and never as a pass.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.crashed: dict[str, str] = {}

    def all(self, name: str) -> tuple[Fact[Any], ...]:
        """Return every statement of the fact, or none when its finder crashed."""
        if name in self.crashed:
            return ()
        try:
            return self._facts.all(name)
        except Exception as error:  # noqa: BLE001 - whatever a finder does, the rest of the report must come out
            _LOG.exception("the finder of %s crashed", name)
            self.crashed[name] = type(error).__name__
            return ()
