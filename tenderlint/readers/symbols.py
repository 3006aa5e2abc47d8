"""Says in ordinary letters what the signs of symbol fonts show."""

from __future__ import annotations

from tenderlint.patterns import late_pattern

BULLET = "•"

_PRIVATE = late_pattern("[\ue000-\uf8ff]")
_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL = {
    0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB3: "≥", 0xB4: "×", 0xB7: BULLET, 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD6: "√", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA8: "☐", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐"}
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x72: "✗", 0x67: BULLET}
FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x61: "✓", 0xA6: "→", 0x22: "→"},
    "webdings": _WEBDINGS,
    "zapfdingbats": {0x33: "✓", 0x34: "✓", 0x71: "☐", 0x6F: "☐"},
}
_MOST_SIGNS = 3  # longer text in a symbol font is words in the wrong font rather than signs


def sign(code: int, font: str) -> str:
    """Return what the letter with this number shows in a symbol font, a bullet where that is unknown."""
    name = font.lower()
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if low > 0xFF:
        return BULLET if 0xE000 <= low <= 0xF8FF else chr(low)
    shown = FONTS.get(name, {}).get(low)
    if shown:
        return shown
    if name == "symbol":
        letter = chr(low)
        return _GREEK.get(letter, letter if low < 0x7F else BULLET)
    if name not in FONTS and code <= 0xFF:
        return chr(low)
    return " " if low == 0x20 else BULLET


def shown(text: str, font: str | None, symbols: bool) -> str:
    """Return text with private letters, and short text in a symbol font, as what they show."""
    if symbols and font and len(text.strip()) <= _MOST_SIGNS:
        return "".join(letter if letter.isspace() else sign(ord(letter), font) for letter in text)
    return _PRIVATE.sub(lambda found: sign(ord(found[0]), font or ""), text)
