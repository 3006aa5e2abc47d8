"""Asks the clock for the day: the one place in the program that does."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """Return today's date."""
    return dt.date.today()
