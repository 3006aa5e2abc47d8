"""Works out how words look after Word's styles have all had their say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict, cast

from tenderlint.model import PLAIN_LOOK, Look
from tenderlint.readers.runs import Manner
from tenderlint.readers.word.names import AUTHOR, VAL, W, is_on
from tenderlint.readers.word.theme import Theme, highlight

if TYPE_CHECKING:
    from lxml import etree

SYMBOL_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats"})


class Delta(TypedDict, total=False):
    """What one set of run properties says; what it is silent about is absent."""

    font: str | None
    size: float
    bold: bool
    italic: bool
    caps: bool
    hidden: bool
    underline: bool
    colour: str | None
    background: str | None
    language: str
    style: str  # the character style that it names
    effect: str
    changed_by: str  # who changed the look of the words, where that is tracked
    raised: bool  # as the number of a note is


_TOGGLES = ("bold", "italic", "caps", "hidden")
_NAMED = frozenset({W + "rFonts", W + "lang"})
Signature = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """How a run is written: its manner, and whether its letters are signs of a symbol font.

    `odd` says that one of what follows it has something to tell: a language other than that of the
    file's styles, an effect such as blinking, the author of a tracked change to the look, or that it is raised.
    """

    manner: Manner
    symbols: bool = False
    odd: bool = False
    language: str = ""
    effect: str = ""
    changed_by: str | None = None
    raised: bool = False


@dataclass(slots=True)
class Base:
    """The look of a paragraph before its runs have their say, with what was worked out for its runs."""

    delta: Delta
    alignment: str | None
    background: str | None
    plain: Written = field(default_factory=lambda: Written(Manner()))
    runs: dict[Signature, Written] = field(default_factory=dict)


def read_delta(rpr: etree._Element, theme: Theme) -> Delta:
    """Read run properties."""
    delta: Delta = {}
    for child in rpr:
        reader = _READERS.get(child.tag)
        if reader is not None:
            reader(child, delta, theme)
    return delta


def signature(rpr: etree._Element) -> Signature:
    """Return what tells run properties apart, cheaply: names of attributes only where values alone would not do."""
    return tuple(
        [(tag, *(child.items() if tag in _NAMED else child.values())) for child in rpr if (tag := child.tag)]
    )


def layered(base: Delta, above: Delta) -> Delta:
    """Lay a style of another kind over `base`: what both switch on is off, as Word has it (toggles)."""
    merged = cast("Delta", {**base, **above})
    for name in _TOGGLES:
        if base.get(name) and name in above:
            merged[name] = not above[name]  # type: ignore[literal-required]
    return merged


def look_of(delta: Delta, alignment: str | None, background: str | None) -> Look:
    """Return the look that run properties, an alignment and the background of paragraph or cell make."""
    return Look(
        font=delta.get("font"),
        size=delta.get("size"),
        bold=delta.get("bold", False),
        italic=delta.get("italic", False),
        underline=delta.get("underline", False),
        capitals=delta.get("caps", False),
        colour=delta.get("colour"),
        background=delta.get("background") or background,
        alignment=alignment,
    )


class Looks:
    """Every look that was worked out, each kept once."""

    def __init__(self, theme: Theme, character_style: Callable[[str], Delta]) -> None:
        self.theme = theme
        self._character_style = character_style
        self.language = ""  # that of the file's styles
        self._written: dict[tuple[object, ...], Written] = {}
        self._looks = {PLAIN_LOOK: PLAIN_LOOK}  # each look once, so that `is` tells looks apart

    def base(self, delta: Delta, alignment: str | None, background: str | None) -> Base:
        """Return a paragraph's look before its runs have their say."""
        base = Base(delta, alignment, background)
        base.plain = self._keep(delta, base)
        return base

    def run(self, base: Base, rpr: etree._Element | None) -> Written:
        """Return how a run is written in a paragraph of `base`."""
        if rpr is None:
            return base.plain
        key = signature(rpr)
        return base.runs.get(key) or self._worked_out(base, rpr, key)

    def _worked_out(self, base: Base, rpr: etree._Element, key: Signature) -> Written:
        direct = read_delta(rpr, self.theme)
        below = base.delta
        if "style" in direct:
            below = layered(below, self._character_style(direct["style"]))
        written = base.runs[key] = self._keep(cast("Delta", {**below, **direct}), base)
        return written

    def _keep(self, delta: Delta, base: Base) -> Written:
        look = look_of(delta, base.alignment, base.background)
        look = self._looks.setdefault(look, look)
        language, effect, changed_by = delta.get("language", ""), delta.get("effect", ""), delta.get("changed_by")
        symbols = (delta.get("font") or "").lower() in SYMBOL_FONTS
        raised = delta.get("raised", False)
        odd = bool(effect) or changed_by is not None or language != self.language or raised
        key = look, delta.get("hidden", False), symbols, odd, language, effect, changed_by, raised
        if key not in self._written:
            manner = Manner(look, delta.get("hidden", False))
            self._written[key] = Written(manner, symbols, odd, language, effect, changed_by, raised)
        return self._written[key]


def _font(element: etree._Element, delta: Delta, theme: Theme) -> None:
    themed = element.get(W + "asciiTheme") or element.get(W + "hAnsiTheme")
    font = theme.font(themed) if themed else None
    font = font or element.get(W + "ascii") or element.get(W + "hAnsi")
    if font:
        delta["font"] = font


def _size(element: etree._Element, delta: Delta, theme: Theme) -> None:
    try:
        delta["size"] = float(element.get(VAL, "")) / 2
    except ValueError:
        return


def _toggle(name: str) -> Callable[[etree._Element, Delta, Theme], None]:
    def read(element: etree._Element, delta: Delta, theme: Theme) -> None:
        delta[name] = is_on(element.get(VAL))  # type: ignore[literal-required]

    return read


def _colour(element: etree._Element, delta: Delta, theme: Theme) -> None:
    delta["colour"] = theme.colour(element)


def _underline(element: etree._Element, delta: Delta, theme: Theme) -> None:
    delta["underline"] = element.get(VAL, "none") != "none"


def _shade(element: etree._Element, delta: Delta, theme: Theme) -> None:
    if delta.get("background") is None:
        delta["background"] = theme.shade(element)


def _highlight(element: etree._Element, delta: Delta, theme: Theme) -> None:
    colour = highlight(element.get(VAL))
    if colour:
        delta["background"] = colour


def _language(element: etree._Element, delta: Delta, theme: Theme) -> None:
    if element.get(VAL):
        delta["language"] = element.get(VAL)


def _style(element: etree._Element, delta: Delta, theme: Theme) -> None:
    delta["style"] = element.get(VAL, "")


def _effect(element: etree._Element, delta: Delta, theme: Theme) -> None:
    delta["effect"] = "" if element.get(VAL) == "none" else element.get(VAL, "")


def _raised(element: etree._Element, delta: Delta, theme: Theme) -> None:
    delta["raised"] = element.get(VAL) == "superscript"


def _changed(element: etree._Element, delta: Delta, theme: Theme) -> None:
    delta["changed_by"] = element.get(AUTHOR, "")


_READERS: dict[str, Callable[[etree._Element, Delta, Theme], None]] = {
    W + "rFonts": _font,
    W + "sz": _size,
    W + "b": _toggle("bold"),
    W + "i": _toggle("italic"),
    W + "caps": _toggle("caps"),
    W + "vanish": _toggle("hidden"),
    W + "color": _colour,
    W + "u": _underline,
    W + "shd": _shade,
    W + "highlight": _highlight,
    W + "lang": _language,
    W + "rStyle": _style,
    W + "effect": _effect,
    W + "vertAlign": _raised,
    W + "rPrChange": _changed,
}
