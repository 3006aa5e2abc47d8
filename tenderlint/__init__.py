"""Checks public tender packs against the law of the day and a good-practice checklist.

`tenderlint.lint(path)` returns the report of a pack, `tenderlint.compare(old, new)` what an amendment changed.
`docs/api.md` shows how to use them.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenderlint.api import (
        CheckRow,
        Comparison,
        FactRow,
        FindingRow,
        ItemRow,
        Outcome,
        Report,
        Settings,
        Severity,
        TenderlintError,
        as_data,
        compare,
        from_data,
        lint,
    )

__version__ = "0.1.0"

__all__ = [
    "CheckRow", "Comparison", "FactRow", "FindingRow", "ItemRow", "Outcome", "Report", "Settings", "Severity",
    "TenderlintError", "__version__", "as_data", "compare", "from_data", "lint",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load the rest when it is first asked for, so that importing tenderlint costs nothing."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("tenderlint.api"), name)
    raise AttributeError(f"module 'tenderlint' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
