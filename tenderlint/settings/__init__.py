"""What users may set: which checks are asked, their bars, and what they know of the pack themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenderlint.settings.finding import load_settings
from tenderlint.settings.house_phrases import HOUSE, of_house
from tenderlint.settings.values import (
    AUTHORITY_TYPES,
    FILE_NAME,
    NATIONS,
    READERS,
    UNNAMED,
    WAIVER_FILE,
    HousePhrase,
    HouseWords,
    Known,
    PackFacts,
    Said,
    Settings,
    Value,
    Waiver,
)

if TYPE_CHECKING:
    from tenderlint.settings.mistakes import nearest
    from tenderlint.settings.reading import settings_from

__all__ = [
    "AUTHORITY_TYPES", "FILE_NAME", "HOUSE", "NATIONS", "READERS", "UNNAMED", "WAIVER_FILE", "HousePhrase",
    "HouseWords", "Known", "PackFacts", "Said", "Settings", "Value", "Waiver", "load_settings", "nearest", "of_house",
    "settings_from",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load what reads settings when somebody asks for it: most packs have none."""
    if name == "settings_from":
        from tenderlint.settings.reading import settings_from

        return settings_from
    if name == "nearest":
        from tenderlint.settings.mistakes import nearest

        return nearest
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
