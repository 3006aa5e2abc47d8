"""Checks public tender packs against the law of the day and a good-practice checklist."""

__version__ = "0.1.0"
