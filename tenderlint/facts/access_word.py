"""What in a Word file is hard for people who use assistive technology, beyond its tables and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tenderlint.facts.access import headings, marked
from tenderlint.facts.survey import Survey
from tenderlint.model import Block, BlockKind, Document, Picture, Place, walk
from tenderlint.patterns import late_pattern

_CAPTION_LABEL = late_pattern(r"^(?:table|figure|fig\.?|chart|diagram|map|image)\s?\d{1,3}(?:\.\d{1,3})?\s?[:.–—-]?\s*",
                              re.IGNORECASE)  # fmt: skip
_SERIFS = frozenset((
    "times new roman", "times", "georgia", "garamond", "cambria", "book antiqua", "palatino", "palatino linotype",
    "bookman old style", "century", "century schoolbook", "baskerville", "baskerville old face", "constantia",
    "liberation serif", "dejavu serif", "noto serif", "eb garamond", "minion pro", "rockwell", "perpetua", "didot",
    "bodoni mt", "caslon", "goudy old style", "sitka text", "linux libertine", "hoefler text", "charter",
    "source serif pro", "merriweather", "pt serif", "courier new",
))  # fmt: skip
_OUTSIDE = ("header", "footer", "comment", "footnote", "endnote", "text box")
_HUES = ("red", "amber", "green", "blue", "purple")
_LEAST_CHROMA = 60  # of 255 between the strongest and the weakest part of a colour: less is a grey or a pale tint
_FEWEST_HUES = 2
_LETTER = 0.5  # width of a letter with its share of the blanks, in sizes of the type


def hue(colour: str) -> str:
    """Return the name of a plain hue of a colour of six hex digits; "" for greys, pale tints and what is no colour."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return ""
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < _LEAST_CHROMA:
        return ""
    if most == blue:
        return "purple" if red > green + (most - least) / 2 else "blue"
    if most == green:
        return "amber" if red > least + 0.8 * (most - least) else "green"
    return "amber" if green > least + 0.35 * (most - least) else "red"


def coloured_cells(document: Document) -> list[Place]:
    """Return the tables in which cells without words have several plain hues, as in red, amber and green."""
    rows = marked(document, "coloured empty cells")
    return [place for place, colours in rows if len({*map(hue, colours.split())} - {""}) >= _FEWEST_HUES]


def coloured_signs(seen: Survey) -> list[Block]:
    """Return the first of the signs, such as a dot, that mean one thing in one hue and another in another."""
    found = []
    for blocks in seen.signs.values():
        hues = {hue(block.look.colour or ""): block for block in reversed(blocks)}
        hues.pop("", None)
        if len(hues) >= _FEWEST_HUES:
            found.append(min(hues.values(), key=lambda block: block.place.paragraph or 0))
    return found


def serif_share(fonts: Counter[str]) -> tuple[str, float]:
    """Return the serif typeface of most letters, and the share of letters in all such typefaces."""
    serif = Counter({font: letters for font, letters in fonts.items() if font.lower() in _SERIFS})
    if not serif:
        return "", 0.0
    return serif.most_common(1)[0][0], serif.total() / fonts.total()


def typed_captions(document: Document, seen: Survey) -> list[Block]:
    """Return the lines that only look like captions: neither their style nor a field makes them one."""
    counted = {place.paragraph for place, _ in marked(document, "numbered caption")}
    return [block for block in seen.captions if block.place.paragraph not in counted]


def line_spacings(document: Document) -> list[tuple[float, int, Place]]:
    """Return how far lines stand apart (as a share of single spacing), in how many letters, and where first."""
    found = []
    for place, text in marked(document, "line spacing"):
        spacing, _, letters = text.partition(":")
        found.append((float(spacing), int(letters), place))
    return found


def letters_in_line(document: Document, seen: Survey) -> tuple[int, int]:
    """Return about how many letters stand in a line of the running text, and in how many letters of long lines.

    A letter of the plain typefaces is about half as wide as it is high.
    """
    size = max(seen.sizes, key=lambda each: seen.sizes[each], default=0.0)
    for _, text in marked(document, "line width"):
        width, _, letters = text.partition(":")
        return (round(float(width) / (_LETTER * size)) if size else 0), int(letters)
    return 0, 0


def floating_pictures(document: Document) -> Iterator[Picture]:
    """Yield the pictures with something to tell that hang beside the running text."""
    for picture in document.structure.pictures:
        if picture.floating and not picture.decorative and not picture.place.part.startswith(_OUTSIDE):
            yield picture


def repeats_caption(document: Document, pictures: Iterable[Picture]) -> list[Picture]:
    """Return the pictures that are described by the words of their caption and no others."""
    described = [picture for picture in pictures if (picture.alt or "").strip() and not picture.decorative]
    if not described:
        return []
    captions = {_bare(block.text) for block in walk(document.blocks) if block.kind is BlockKind.CAPTION}
    return [picture for picture in described if _bare(picture.alt or "") in captions]


def first_below(document: Document, seen: Survey) -> Block | None:
    """Return the first heading of the text where it is not of level 1 and nothing stands for one before it."""
    first = next((block for block in seen.headings if not block.place.part.startswith(_OUTSIDE)), None)
    if first is None or first.level <= 1:
        return None
    at = first.place.paragraph or 0
    demoted = marked(document, "empty heading") + marked(document, "paragraph styled as heading")
    return None if any((place.paragraph or 0) <= at for place, _ in demoted) else first


def in_tables(document: Document) -> list[Block]:
    """Return the headings that stand in the cells of tables."""
    return [block for block in headings(document) if block.place.part.startswith("row ")]


def _bare(text: str) -> str:
    return _CAPTION_LABEL.sub("", " ".join(text.split())).strip(" .").lower()
