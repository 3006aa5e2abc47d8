"""Reads one page's words with PDFium: where they stand, how they are drawn, to which marked content they belong."""

from __future__ import annotations

import ctypes
import re
from array import array
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress, repeat, starmap
from operator import ne
from typing import Any

from tenderlint.patterns import late_pattern
from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.even import Heights
from tenderlint.readers.pdf.fonts import Fonts
from tenderlint.readers.pdf.frame import Frame, frame_of
from tenderlint.readers.pdf.gather import Boxes, Words, gather
from tenderlint.readers.pdf.repair import HYPHENS, survey
from tenderlint.readers.pdf.types import ARTIFACT, NO_CONTENT, Page, Style

_WORD = late_pattern(r"\S+")
_SPAN = re.Match.span
_HYPHENED = late_pattern(rf"[^\s{HYPHENS}]+[{HYPHENS}]?|[{HYPHENS}]")


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
    heights: Heights = field(default_factory=Heights)
    _contents: dict[int, int] = field(default_factory=dict)

    def read(self, page: int, number: int) -> Page:
        """Return the words of an open page; `number` counts from 1."""
        frame = frame_of(page)
        result = Page(number, frame.width, frame.height)
        self.fonts.turn_over()
        self.heights.turn_over()
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

    def _read(self, text_page: int, words: Words, frame: Frame, result: Page) -> None:
        firsts = words.firsts()
        handle = engine.pointer(text_page)
        words.objects = list(map(engine.quick_text_object, repeat(handle), firsts))
        if self.tagged and self._split(text_page, words):
            firsts = words.firsts()
        starts, ends = self.boxes.read(handle, firsts), self.boxes.read(handle, words.lasts())
        examples = dict(zip(words.objects, range(len(firsts)), strict=True))
        items = list(map(engine.pointer, examples))
        fonts = list(map(engine.quick_text_font, items))
        if self.heights.silent(fonts):
            of_objects = dict(zip(examples, fonts, strict=True))
            starts = self.heights.evened(text_page, starts, firsts, words.objects, of_objects)
        styles = self.fonts.styles(text_page, items, fonts, examples, firsts, starts, frame)
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
        result.segments = gather(words, starts, ends, styles, contents, turn, result.number)

    def _split(self, text_page: int, words: Words) -> bool:
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


def _words_of(text_page: int, result: Page) -> Words:
    count = engine.count_characters(text_page)
    if count <= 0:
        return Words("", [], [], None)
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
        return Words(text, *_plain_words(text), index, found)
    places = list(map(_SPAN, (_HYPHENED if hyphens else _WORD).finditer(text)))
    return Words(text, [start for start, _ in places], [stop for _, stop in places], index, found)


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


_NAME, _LENGTH = ctypes.create_string_buffer(64), ctypes.c_ulong()
_LENGTH_AT = ctypes.addressof(_LENGTH)
