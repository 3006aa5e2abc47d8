"""Notices pages whose text was lost or spoilt, and says so in notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tenderlint.model import Note
from tenderlint.readers.pdf.types import Page

# Words of tenders that have lost the letters of a ligature (ti, tt, fi, ffi): none is an English word.
_BROKEN = (
    "informaton", "obligaton", "applicaton", "organisaton", "evaluaton", "specificaton", "specifcat", "confdent",
    "fnanc", "benefts", "efcien", "sufcien", "ofcer", "identfy", "certfcat", "submited", "atached", "permited",
    "notfy", "notfcat", "defnit", "qualifcat", "conditon", "additon", "competton", "partes ", "actvit", "notce",
)  # fmt: skip
_ENOUGH_BROKEN = 3  # different broken words
_MOSTLY = 0.6  # of the page's area: a picture this large is the page
_FEW_LETTERS = 40
_FEW_NUMBERS = 5
_ODD_SHARE, _ENOUGH_ODD = 0.1, 20
_FEW_VOWELS, _ENOUGH_WORDS = 0.5, 40
_VOWELS = frozenset("aeiouyAEIOUYàâäáéèêëíîïóôöúùûüœæ")
_OCR = "Run text recognition (OCR) on the file, or ask for the original, and check that."


@dataclass(slots=True)
class Damage:
    """What was found while pages were read: numbers of pages, by what is wrong with them."""

    pictures: list[int] = field(default_factory=list)  # a picture and no text
    shapes: list[int] = field(default_factory=list)  # drawings and no text
    sparse: list[int] = field(default_factory=list)  # a picture with few words
    unmapped: list[int] = field(default_factory=list)  # text that is not words
    too_large: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)  # broken words and the page that shows each first
    numbers: list[int] = field(default_factory=list)  # pages where a number before a paragraph is a picture, each time
    hidden: list[int] = field(default_factory=list)  # text that is not drawn, over a picture

    def look(self, page: Page) -> None:
        """Take in one page."""
        area = max(page.width * page.height, 1.0)
        pictures = page.drawing.pictures
        share = max(((box[2] - box[0]) * (box[3] - box[1]) / area for box in pictures), default=0.0)
        if not page.letters:
            if share > 0.2 or len(pictures) > 20:
                self.pictures.append(page.number)
            elif page.paths > 50:
                self.shapes.append(page.number)
            return
        if (page.odd >= _ENOUGH_ODD and page.odd > _ODD_SHARE * page.letters) or _is_gibberish(page):
            self.unmapped.append(page.number)
        if page.letters < _FEW_LETTERS and share > _MOSTLY:
            self.sparse.append(page.number)
        if page.hidden and share > _MOSTLY:
            self.hidden.append(page.number)
        if len(pictures) >= _FEW_NUMBERS:
            self.numbers.extend([page.number] * _count_numbers(page))
        self._find_broken(page)

    def _find_broken(self, page: Page) -> None:
        text = " ".join([segment.text for segment in page.segments]).lower()
        if "tion" in text and "fi" in text:  # nothing is lost on a page that has these
            return
        for word in _BROKEN:
            if word in text and word not in self.broken:
                self.broken[word] = page.number

    @property
    def text_is_damaged(self) -> bool:
        """True when the text layer lost letters."""
        return len(self.broken) >= _ENOUGH_BROKEN

    def notes(self) -> Iterator[Note]:
        """Yield what has to be said."""
        yield from _told(
            self.pictures,
            f"an image without a text layer. {_OCR}",
            f"images without a text layer. {_OCR}",
        )
        yield from _told(
            self.shapes,
            f"a drawing without text, whose words may be drawn as shapes. {_OCR}",
            f"drawings without text, whose words may be drawn as shapes. {_OCR}",
        )
        yield from _told(
            self.sparse,
            "mostly a picture: words in it were not read.",
            "mostly pictures: words in them were not read.",
            lost=False,
        )
        unmapped = "in a font that does not say what its letters are: its text cannot be trusted. " + _OCR
        yield from _told(self.unmapped, f"set {unmapped}", f"set {unmapped}")
        yield from _told(
            self.too_large,
            "left out: it would unpack to an absurd size, as no real page does.",
            "left out: they would unpack to an absurd size, as no real page does.",
        )
        yield from _told(self.unreadable, "damaged: not read.", "damaged: not read.")
        if len(self.numbers) >= _FEW_NUMBERS:
            yield Note(
                f"the numbers before {len(self.numbers)} paragraphs are drawn as pictures, from page {self.numbers[0]} "
                "on: they were not read, and people who listen to the file do not hear them.",
                self.numbers[0],
            )
        if self.text_is_damaged:
            words = ", ".join(f"“{word.strip()}…”" for word in list(self.broken)[:4])
            yield Note(
                f"the text layer is damaged: letters are missing from words such as {words}. People who listen to the "
                "file hear the same. Make the PDF again from the original.",
                min(self.broken.values()),
                lost=False,
            )


def _count_numbers(page: Page) -> int:
    """Count the small pictures, wider than high as numbers are, that stand close before a line of text."""
    count = 0
    for left, bottom, right, top in page.drawing.pictures:
        high, middle = top - bottom, (top + bottom) / 2
        if not (4 < high < 16 and 1.1 * high < right - left < 45):
            continue
        beside = [segment.left for segment in page.segments if segment.bottom < middle < segment.top]
        count += bool(beside) and 0 < min(beside) - right < 45
    return count


def _told(pages: list[int], one: str, several: str, lost: bool = True) -> Iterator[Note]:
    for first, last in _ranges(pages):
        if first == last:
            yield Note(f"page {first} is {one}", first, lost)
        else:
            yield Note(f"pages {first} to {last} are {several}", first, lost)


def _ranges(pages: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = 0
    for page in pages:
        if page == last + 1 and first:
            last = page
            continue
        if first:
            yield first, last
        first = last = page
    if first:
        yield first, last


def _is_gibberish(page: Page) -> bool:
    """Tell whether most words have no vowel: letters of a font whose map to Unicode is missing."""
    text = " ".join([segment.text for segment in page.segments[:30]])
    if " the " in text or " and " in text:
        return False
    words = [word for word in text.split()[:150] if len(word) > 3 and word.isalpha()]
    if len(words) < _ENOUGH_WORDS or not all(word.isascii() for word in words[:20]):
        return False
    return sum(1 for word in words if not _VOWELS.isdisjoint(word)) < _FEW_VOWELS * len(words)
