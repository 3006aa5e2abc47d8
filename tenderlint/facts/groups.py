"""Which group of finders answers for which fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact
from tenderlint.facts.reading import Reading

Group = Callable[[Reading], Mapping[str, Sequence[Fact[Any]]]]

GROUPS: Mapping[str, Group] = {}
