"""Where the cards and the pages are: in the installed package, or at the top of the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder `name` ("checks" or "reports") that belongs to this copy of tenderlint.

    Raises FileNotFoundError when the installation is broken and the folder is in neither place.
    """
    for parent in (_PACKAGE, _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"tenderlint is not installed whole: the folder '{name}' is missing")
