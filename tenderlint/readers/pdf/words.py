"""Reads one page's words with PDFium and puts those that stand beside each other into segments."""

from __future__ import annotations

import ctypes
import re
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat, starmap
from operator import ne
from typing import Any

from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.fonts import Fonts
from tenderlint.readers.pdf.frame import Frame, frame_of
from tenderlint.readers.pdf.repair import HYPHENS, NOTHING_ODD, Survey, mend, survey
from tenderlint.readers.pdf.types import ARTIFACT, NO_CONTENT, Page, Segment, Style

WIDE_GAP = 0.95  # in ems: a wider gap between two words separates labels, columns and cells
_BACK = 0.6  # in ems: a word that starts this far left of the end of the one before stands elsewhere

_WORD = re.compile(r"\S+")
_SPAN = re.Match.span
_HYPHENED = re.compile(rf"[^\s{HYPHENS}]+[{HYPHENS}]?|[{HYPHENS}]")


@dataclass(slots=True)
class _Words:
    """The words of a page in the order of its content: parallel lists, since pages hold thousands."""

    text: str
    starts: list[int]
    stops: list[int]  # the place after each word
    index: list[int] | None  # PDFium's number of each character, where that is not its place in the text
    found: Survey = NOTHING_ODD
    objects: list[int] = field(default_factory=list)

    def character(self, place: int) -> int:
        """PDFium's number of the character at a place in the text."""
        return self.index[place] if self.index else place

    def firsts(self) -> list[int]:
        """PDFium's numbers of the first characters of all words."""
        return [self.index[place] for place in self.starts] if self.index else self.starts

    def lasts(self) -> list[int]:
        """PDFium's numbers of the last characters of all words."""
        places = [stop - 1 for stop in self.stops]
        return [self.index[place] for place in places] if self.index else places


Boxes = tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float]]  # lefts, tops, rights, bottoms


class BoxReader:
    """Asks PDFium for the boxes of many characters, into memory that is set aside once."""

    def __init__(self) -> None:
        self._grow(1024)

    def _grow(self, count: int) -> None:
        self._memory = (ctypes.c_float * (4 * count))()
        start = ctypes.addressof(self._memory)
        self._slots = [engine.pointer(at) for at in range(start, start + 16 * count, 16)]

    def read(self, text_page: object, characters: list[int]) -> Boxes:
        """Return the boxes of characters, each as high as the lines of its font."""
        count = len(characters)
        if count > len(self._slots):
            self._grow(2 * count)
        deque(map(engine.quick_loose_box, repeat(text_page), characters, self._slots), maxlen=0)
        values = array("f", memoryview(self._memory).cast("B")[: 16 * count].tobytes())
        return values[0::4], values[1::4], values[2::4], values[3::4]


@dataclass(slots=True)
class PageReader:
    """Reads the pages of one document; `tagged` says whether marked-content ids are wanted."""

    tagged: bool
    fonts: Fonts = field(default_factory=Fonts)
    boxes: BoxReader = field(default_factory=BoxReader)
    _contents: dict[int, int] = field(default_factory=dict)

    def read(self, page: int, number: int) -> Page:
        """Return the words of an open page; `number` counts from 1."""
        frame = frame_of(page)
        result = Page(number, frame.width, frame.height)
        self.fonts.turn_over()
        self._contents.clear()
        text_page = engine.load_text(page)
        if text_page:
            try:
                words = _words_of(text_page, result)
                if words.starts:
                    self._read(text_page, words, frame, result)
            finally:
                engine.close_text(text_page)
        return result

    def _read(self, text_page: int, words: _Words, frame: Frame, result: Page) -> None:
        firsts = words.firsts()
        handle = engine.pointer(text_page)
        words.objects = list(map(engine.quick_text_object, repeat(handle), firsts))
        if self.tagged and self._split(text_page, words):
            firsts = words.firsts()
        starts, ends = self.boxes.read(handle, firsts), self.boxes.read(handle, words.lasts())
        examples = dict(zip(words.objects, range(len(firsts)), strict=True))
        items = list(map(engine.pointer, examples))
        styles = self.fonts.styles(text_page, items, examples, firsts, starts, frame)
        turn = _turn_of_page(words.objects, styles)
        if turn:
            frame = frame.turned(4 - turn)
            result.width, result.height = frame.width, frame.height
        if not frame.plain:
            starts, ends = _framed(starts, frame), _framed(ends, frame)
        result.frame = frame
        if self.fonts.invisible:
            hidden = sum(1 for item in words.objects if item in self.fonts.invisible)
            result.hidden = hidden > 0.5 * len(words.objects)
        contents = self._contents_of(examples, items) if self.tagged else {}
        result.segments = _gather(words, starts, ends, styles, contents, turn, result.number)

    def _split(self, text_page: int, words: _Words) -> bool:
        """Cut words whose ends belong to different marked contents, such as a clause number and what follows it."""
        ends = map(engine.quick_text_object, repeat(engine.pointer(text_page)), words.lasts())
        pairs = list(zip(words.objects, ends, strict=True))
        mixed = [
            place
            for place in compress(range(len(pairs)), starmap(ne, pairs))
            if self._content(pairs[place][0]) != self._content(pairs[place][1])
        ]
        for place in reversed(mixed):
            start, end = words.starts[place], words.stops[place]
            items = [engine.text_object(text_page, words.character(at)) for at in range(start, end)]
            contents = [self._content(item) for item in items]
            cuts = [0, *(at for at in range(1, end - start) if contents[at] != contents[at - 1]), end - start]
            words.starts[place : place + 1] = [start + cut for cut in cuts[:-1]]
            words.stops[place : place + 1] = [start + cut for cut in cuts[1:]]
            words.objects[place : place + 1] = [items[cut] for cut in cuts[:-1]]
        return bool(mixed)

    def _contents_of(self, items: Iterable[int], pointers: list[Any]) -> dict[int, int]:
        """Return the marked contents of text objects, given by their addresses and by pointers made of these."""
        contents = dict(zip(items, map(engine.quick_content_id, pointers), strict=True))
        for item, content in contents.items():
            if content < 0:
                contents[item] = self._content(item)
        return contents

    def _content(self, item: int) -> int:
        content = self._contents.get(item)
        if content is None:
            content = engine.content_id(item) if item else NO_CONTENT
            if content < 0:
                content = ARTIFACT if item and _is_artifact(item) else NO_CONTENT
            self._contents[item] = content
        return content


def _words_of(text_page: int, result: Page) -> _Words:
    count = engine.count_characters(text_page)
    if count <= 0:
        return _Words("", [], [], None)
    buffer = bytearray(4 * count + 4)
    written = engine.get_text(text_page, 0, count, ctypes.addressof(ctypes.c_char.from_buffer(buffer)))
    text = str(memoryview(buffer)[: 2 * max(written - 1, 0)], "utf-16-le", "replace")
    index = None
    if len(text) != count:
        index = [max(engine.character_index(text_page, place), 0) for place in range(len(text))]
    result.letters = len(text) - text.count(" ") - text.count("\r") - text.count("\n")
    found = survey(text)
    result.odd = found.odd
    hyphens = HYPHENS[0] in text or HYPHENS[1] in text
    if not (hyphens or found.odd or found.mending or found.uneven):
        return _Words(text, *_plain_words(text), index, found)
    places = list(map(_SPAN, (_HYPHENED if hyphens else _WORD).finditer(text)))
    return _Words(text, [start for start, _ in places], [stop for _, stop in places], index, found)


def _plain_words(text: str) -> tuple[list[int], list[int]]:
    """Return where words start and stop in a text with no white space but blanks and ends of lines.

    That is most pages, and it takes half the time of a search with a pattern.
    """
    starts: list[int] = []
    stops: list[int] = []
    at = 0
    for word in text.replace("\r", " ").replace("\n", " ").split(" "):
        stop = at + len(word)
        if stop > at:
            starts.append(at)
            stops.append(stop)
        at = stop + 1
    return starts, stops


def _framed(boxes: Boxes, frame: Frame) -> Boxes:
    """Return boxes as the page is shown."""
    lefts, tops, rights, bottoms = boxes
    turned = [frame.box(*box) for box in zip(lefts, bottoms, rights, tops, strict=True)]
    lefts, bottoms, rights, tops = (array("f", side) for side in zip(*turned, strict=True))
    return lefts, tops, rights, bottoms


def _is_artifact(item: int) -> bool:
    for number in range(min(max(engine.count_marks(item), 0), 8)):
        mark = engine.get_mark(item, number)
        if mark and engine.mark_name(mark, _NAME, 64, _LENGTH_AT):
            name = _NAME.raw[: max(min(_LENGTH.value, 64) - 2, 0)].decode("utf-16-le", "replace")
            if name == "Artifact":
                return True
    return False


def _turn_of_page(objects: list[int], styles: dict[int, Style]) -> int:
    """Return in which direction, in quarters, nearly all words run when it is not from left to right."""
    if not any(style.turned for style in styles.values()):
        return 0
    turn, times = Counter(styles[item].turned for item in objects).most_common(1)[0]
    return turn if times > 0.7 * len(objects) else 0


def _gather(
    words: _Words,
    starts: Boxes,
    ends: Boxes,
    styles: dict[int, Style],
    contents: dict[int, int],
    turn: int,
    page: int,
) -> list[Segment]:
    """Put words into segments: as long as they stand on one line, without a wide gap, in one marked content."""
    text, stops = words.text, words.stops
    lefts, tops, bottoms = starts[0], starts[1], starts[3]
    segments: list[Segment] = []
    item_before = content = -9
    begin = 0  # where in the text the open segment begins
    far = -1e9
    low = peak = back = wide = 0.0
    segment, style = _NOWHERE, _NO_STYLE
    for at, item, left, right in zip(range(len(lefts)), words.objects, lefts, ends[2], strict=True):
        gap = left - far
        # The words of one text object stand on one line in one style: by far the most common case.
        if item != item_before or not back < gap < wide:
            item_before, this = item, styles[item]
            top, bottom, start = tops[at], bottoms[at], words.starts[at]
            size = this.size or top - bottom
            if top - bottom < 1:
                top = bottom + max(size, 1)
            back, wide = -_BACK * size, WIDE_GAP * size
            if this.turned != turn:
                beside = style.turned == this.turned and abs(gap) < 2 * size and begin >= 0
            else:
                overlap = (top if top < peak else peak) - (bottom if bottom > low else low)
                height = top - bottom if top - bottom < peak - low else peak - low
                beside = overlap > 0.5 * height and back < gap < wide
            content_here = contents.get(item, NO_CONTENT)
            if not beside or content_here != content:
                if segments:
                    stop = stops[at - 1]
                    segment.right, segment.text = far, text[begin:stop]
                    segment.glued = start == stop
                segment = Segment("", left, bottom, right, top, ((0, this),), content_here, len(segments), page=page)
                segments.append(segment)
                begin, content = start, content_here
            else:
                if this is not style:
                    segment.runs += ((start - begin, this),)
                if bottom < segment.bottom:
                    segment.bottom = bottom
                if top > segment.top:
                    segment.top = top
            low, peak, style = bottom, top, this
        far = right
    segment.right, segment.text = far, text[begin : stops[-1]]
    return _finished(segments, words.found)


def _finished(segments: list[Segment], found: Survey) -> list[Segment]:
    """Fold the white space of the segments' text and mend it, keeping the places of their styles right."""
    mending = found.mending
    uneven = found.uneven or mending
    before: Segment | None = None
    empty = False
    for segment in segments:
        words = segment.text
        if words[-1] in HYPHENS:
            segment.hyphen, segment.glued = True, False
            segment.text = words = words[:-1]
            if not words and before is not None and before.glued:  # a hyphen in a marked content of its own
                before.hyphen, before.glued = True, False
        before = segment
        if uneven or "\r" in words:
            if len(segment.runs) > 1:
                runs = [(len(_folded(f"{words[:start]}|", mending)) - 1, style) for start, style in segment.runs]
                segment.runs = tuple(runs)
            segment.text = words = _folded(words, mending)
        empty = empty or not words
    return [segment for segment in segments if segment.text] if empty else segments


def _folded(text: str, mending: bool) -> str:
    words = text.split()
    return " ".join([mend(word) for word in words]) if mending else " ".join(words)


_NAME, _LENGTH = ctypes.create_string_buffer(64), ctypes.c_ulong()
_LENGTH_AT = ctypes.addressof(_LENGTH)
_NO_STYLE = Style("", 0.0)
_NOWHERE = Segment("", 0.0, 0.0, 0.0, 0.0, ((0, _NO_STYLE),), -9)
