"""How far two colours stand apart, as the Web Content Accessibility Guidelines measure it."""

from __future__ import annotations

from functools import lru_cache

from tenderlint.model import Look

WHITE = "FFFFFF"
_LARGE, _LARGE_BOLD = 18.0, 14.0  # points, as WCAG 2.2 defines large text
_NEEDED, _NEEDED_LARGE = 4.5, 3.0  # WCAG 2.2, success criterion 1.4.3
_BARELY = 1.2  # colours as near as this are meant not to be seen, or lie over something that the file does not tell


def faintness(look: Look) -> float | None:
    """Return the contrast ratio of words that are too faint for WCAG 1.4.3, or None when they are not.

    Words whose colour the file leaves to the program are never too faint.
    """
    if look.colour is None:
        return None
    ratio = contrast(look.colour, look.background or WHITE)
    if ratio is None or ratio < _BARELY:
        return None
    return ratio if ratio < (_NEEDED_LARGE if is_large(look) else _NEEDED) else None


def is_large(look: Look) -> bool:
    """Say whether words are so large that they may be fainter."""
    size = look.size or 0.0
    return size >= _LARGE or (look.bold and size >= _LARGE_BOLD)


@lru_cache(maxsize=1024)
def contrast(one: str, two: str) -> float | None:
    """Return the contrast ratio of two colours of six hex digits, 1 to 21; None when one is no such colour."""
    first, second = _luminance(one), _luminance(two)
    if first is None or second is None:
        return None
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _luminance(colour: str) -> float | None:
    try:
        parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    except ValueError:
        return None
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
