"""Times what the rules for PDF files cost by themselves: python -m tools.pdf_cost FOLDER.

Prints milliseconds a page for what the reader looks at on their account alone, and for the checks. The text, the tags
and the places are read in any case, and are not counted.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

BAR = 0.7  # milliseconds a page
_DAY = dt.date(2026, 1, 5)
_LOOKS = (
    ("document", "barriers_in"),
    ("document", "faults_of"),
    ("document", "forget_described"),
    ("order", "stumbles_in"),
    ("pages", "faint_marks"),
    ("pages", "drawn_tables"),
    ("document", "pages_of"),
)
"""The functions of the reader that serve the rules alone, and the modules that call them."""


class Clock:
    """Adds up the CPU seconds that functions take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, timed; what it yields is drawn out at once."""

        def run(*arguments: Any, **named: Any) -> Any:
            start = time.process_time_ns()
            result = function(*arguments, **named)
            drawn = list(result) if isinstance(result, Iterator) else result
            self.seconds += (time.process_time_ns() - start) / 1e9
            return drawn

        return run


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """Time the reader's looks at barriers while this is open."""
    from importlib import import_module

    from tenderlint.readers.pdf.facts import FontFacts

    before: list[tuple[Any, str, Any]] = [(FontFacts, "look", FontFacts.look)]
    for module, name in _LOOKS:
        holder = import_module(f"tenderlint.readers.pdf.{module}")
        before.append((holder, name, getattr(holder, name)))
    try:
        for holder, name, function in before:
            setattr(holder, name, clock.timed(function))
        yield
    finally:
        for holder, name, function in before:
            setattr(holder, name, function)


def cost(files: Sequence[Path]) -> tuple[int, float, float]:
    """Return how many pages were read, and the CPU seconds of the reader's looks and of the checks."""
    from tenderlint import engine
    from tenderlint.model import Pack
    from tenderlint.readers import read_or_say
    from tenderlint.readers.base import Source
    from tenderlint.registry import load_book
    from tenderlint.settings import settings_from

    book = load_book()
    settings = settings_from({"select": ["pdf"], "pack": {"commenced": _DAY}})
    reading, checking = Clock(), Clock()
    pages = 0
    answer = engine.answer
    for file in files:
        with watched(reading):
            document = read_or_say(Source(file.name, file.read_bytes()))
        pages += document.pages or 0
        engine.answer = checking.timed(answer)
        try:
            engine.run(Pack(file.stem, file.name, (document,)), book, settings, _DAY)
        finally:
            engine.answer = answer
    return pages, reading.seconds, checking.seconds


def told(pages: int, reading: float, checking: float) -> tuple[str, float]:
    """Return the line to print, and milliseconds a page."""
    each = 1000 * (reading + checking) / max(pages, 1)
    return (
        f"rules for PDF files, {pages:,} pages: {1000 * reading / max(pages, 1):.2f} ms a page in the reader, "
        f"{1000 * checking / max(pages, 1):.2f} ms in the checks, {each:.2f} ms in all   bar {BAR:g}   "
        f"{'holds' if each <= BAR else 'MISSED'}",
        each,
    )


def main(arguments: Sequence[str]) -> int:
    """Print the cost for all PDF files below the folders."""
    files = sorted(path for folder in arguments for path in Path(folder).rglob("*.pdf"))
    if not files:
        print("There are no PDF files to time: give the folders that hold them.")
        return 0
    line, each = told(*cost(files))
    print(line)
    return int(each > 2 * BAR)  # a busy machine explains less


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
