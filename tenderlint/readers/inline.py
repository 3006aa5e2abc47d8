"""Puts the words of one block together, white space folded, and remembers which of them are links or changes."""

from __future__ import annotations

from tenderlint.model import Revision, Span
from tenderlint.patterns import late_pattern

_SPACE = late_pattern(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = late_pattern("[\u00ad\u200b-\u200f\u2060\ufeff]")


class Inline:
    """The words of a block so far; `length` is how many characters they make."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._spans: list[Span] = []
        self._space = False

    def words(self, text: str) -> None:
        """Add words; a blank at either end, or between two additions, counts once."""
        folded = _SPACE.sub(" ", _INVISIBLE.sub("", text))
        stripped = folded.strip(" ")
        if not stripped:
            self._space = self._space or bool(folded)
            return
        if self.length and (self._space or folded[0] == " "):
            self._put(" ")
        self._put(stripped)
        self._space = folded[-1] == " "

    def mark(self, start: int, link: str | None = None, inserted: bool = False) -> None:
        """Say of the words since `start` that they are a link, or were put in by a tracked change."""
        if self.length > start and (link or inserted):
            revision = Revision.INSERTED if inserted else Revision.PLAIN
            self._spans.append(Span(start, self.length, link=link, revision=revision))

    def deleted(self, text: str) -> None:
        """Remember words that were taken out: they are not part of the block's text."""
        if text:
            self._spans.append(Span(self.length, self.length, revision=Revision.DELETED, text=text))

    def finish(self) -> tuple[str, tuple[Span, ...]]:
        """Return the text and its spans, and begin anew."""
        text = "".join(self._parts)
        spans = tuple(_without_blank(span, text) for span in self._spans) if text else ()
        self.length, self._parts, self._spans, self._space = 0, [], [], False
        return text, spans

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


def _without_blank(span: Span, text: str) -> Span:
    if span.start == span.end or text[span.start] != " ":
        return span
    return Span(span.start + 1, span.end, link=span.link, revision=span.revision, text=span.text)
