"""Ready-made settings for the three ways in which packs are looked at; whatever is set by hand goes before them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PROFILES: Mapping[str, Mapping[str, object]] = MappingProxyType({
    "buyer": {"as": "buyer", "fail_on": "warning", "severity": {"draft": "warning"}},
    "bidder": {"as": "bidder", "fail_on": "never"},
    "audit": {"as": "buyer", "fail_on": "never", "statistics": True},
})  # fmt: skip

WORDS: Mapping[str, str] = MappingProxyType({
    "buyer": "a draft before it is published: what is left over in the draft weighs as a warning, and warnings count",
    "bidder": "a pack that you may bid for: the report speaks to a bidder, and no finding makes the exit code 1",
    "audit": "many packs after the event: a table of counts comes last, and no finding makes the exit code 1",
})  # fmt: skip
