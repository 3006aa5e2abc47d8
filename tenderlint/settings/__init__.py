"""What users may set: which checks are asked, their bars, and what they know of the pack themselves."""

from tenderlint.settings.finding import load_settings
from tenderlint.settings.house_phrases import HOUSE, of_house
from tenderlint.settings.mistakes import nearest
from tenderlint.settings.reading import settings_from
from tenderlint.settings.values import (
    AUTHORITY_TYPES,
    FILE_NAME,
    NATIONS,
    READERS,
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

__all__ = [
    "AUTHORITY_TYPES", "FILE_NAME", "HOUSE", "NATIONS", "READERS", "WAIVER_FILE", "HousePhrase", "HouseWords", "Known",
    "PackFacts", "Said", "Settings", "Value", "Waiver", "load_settings", "nearest", "of_house", "settings_from",
]  # fmt: skip
