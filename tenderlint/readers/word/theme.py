"""The fonts and colours that a Word file names by their place in its theme."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlint.patterns import late_pattern
from tenderlint.readers.word.names import A, W

if TYPE_CHECKING:
    from lxml import etree

_HEX = late_pattern(r"[0-9A-Fa-f]{6}")
_SLOTS = {
    "dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1", "dark2": "dk2", "text2": "dk2",
    "light2": "lt2", "background2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_BLACK, _WHITE = "000000", "FFFFFF"
_NO_PATTERN = frozenset({"clear", "nil"})
_STRIPES = 0.25  # about so much of the ground do stripes and crosses cover
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme's colours by slot (six hex digits) and its two fonts."""

    colours: dict[str, str] = field(default_factory=dict)
    major: str | None = None
    minor: str | None = None

    def font(self, name: str) -> str | None:
        """Return the font that "minorHAnsi" and the like stand for."""
        return self.major if name.startswith("major") else self.minor

    def colour(self, element: etree._Element, value: str = "val", prefix: str = "theme") -> str | None:
        """Return the colour of an element such as w:color or w:shd; None for "auto".

        The colour that the file spells out goes before the theme's, of which it is the last known form.
        """
        spelt = element.get(W + value) or ""
        if _HEX.fullmatch(spelt):
            return str(spelt).upper()
        slot = element.get(W + (f"{prefix}Color" if value == "val" else f"{prefix}Fill"))
        base = self.colours.get(_SLOTS.get(slot, slot)) if slot else None
        if base is None:
            return None
        ending = "" if value == "val" else "Fill"
        return shaded(base, element.get(f"{W}{prefix}{ending}Tint"), element.get(f"{W}{prefix}{ending}Shade"))


    def shade(self, element: etree._Element) -> str | None:
        """Return the colour that a w:shd makes: its fill, with the colour of its pattern mixed in; None for "auto"."""
        fill = self.colour(element, "fill")
        pattern = element.get(W + "val", "clear")
        if pattern in _NO_PATTERN:
            return fill
        ink = element.get(W + "color") or ""
        return mixed(ink.upper() if _HEX.fullmatch(ink) else _BLACK, fill or _WHITE, _share(pattern))


NO_THEME = Theme()


def highlight(name: str | None) -> str | None:
    """Return the colour of a highlighter pen as six hex digits."""
    return _HIGHLIGHTS.get(name or "")


def shaded(colour: str, tint: str | None, shade: str | None) -> str:
    """Return a colour made lighter (tint) or darker (shade); both are two hex digits of 255."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        part = _part(tint)
        light = light * part + (1 - part)
    if shade:
        light *= _part(shade)
    return "".join(f"{round(each * 255):02X}" for each in colorsys.hls_to_rgb(hue, min(light, 1.0), saturation))


def mixed(ink: str, ground: str, share: float) -> str:
    """Return the colour that `share` of one colour on another makes from afar; all are six hex digits."""
    pairs = zip(bytes.fromhex(ink), bytes.fromhex(ground), strict=True)
    return "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in pairs)


def read_theme(root: etree._Element | None) -> Theme:
    """Read the theme part; no theme where there is none."""
    if root is None:
        return NO_THEME
    colours = {}
    for slot in root.iterfind(f".//{A}clrScheme/*"):
        for colour in slot:
            value = colour.get("val") if colour.tag == A + "srgbClr" else colour.get("lastClr")
            if value and _HEX.fullmatch(value):
                colours[slot.tag.rpartition("}")[2]] = value.upper()
    return Theme(colours, _latin(root, "majorFont"), _latin(root, "minorFont"))


def _latin(root: etree._Element, name: str) -> str | None:
    font = root.find(f".//{A}fontScheme/{A}{name}/{A}latin")
    return (font.get("typeface") or None) if font is not None else None


def _share(pattern: str) -> float:
    """How much of the ground a pattern covers: all for "solid", a fifth for "pct20"."""
    if pattern == "solid":
        return 1.0
    percent = pattern.removeprefix("pct")
    return min(int(percent), 100) / 100 if percent.isdecimal() else _STRIPES


def _part(two_digits: str) -> float:
    try:
        return int(two_digits, 16) / 255
    except ValueError:
        return 1.0
