"""Says on which line of a TOML file a key stands, which the reader of TOML does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.patterns import late_pattern

Path = tuple[str | int, ...]

_BLANK = late_pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = late_pattern(r"""[ \t]*(?:([A-Za-z0-9_-]+)|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*""")
_VALUE = late_pattern(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|\'\'\'(?:[^\']|\'{1,2}(?!\'))*\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
    r"|#[^\n]*|[\[{]|[\]}]|\n|[^\"'#\[\]{}\n]+|.",
    re.DOTALL,
)


class Lines:
    """The lines of the keys of a TOML text that has been read without fault."""

    def __init__(self, text: str = "", start: Path = ()) -> None:
        self._start = start
        self._rows = text.splitlines()
        self._at = dict(_keys(text)) if text else {}

    def of(self, *path: str | int) -> int:
        """Return the line of a key, or of the nearest table around it; 0 where nothing is known.

        The entries of an array of tables are numbered from 0.
        """
        whole = (*self._start, *path)
        while whole:
            if whole in self._at:
                return self._at[whole]
            whole = whole[:-1]
        return 0

    def words(self, line: int) -> str:
        """Return the words of a line, white space folded and the comment left on."""
        return " ".join(self._rows[line - 1].split()) if 0 < line <= len(self._rows) else ""


def _keys(text: str) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    seen: set[Path] = set()
    at, line, counted = 0, 1, 0
    while True:
        match = _BLANK.match(text, at)
        at = match.end() if match else at
        if at >= len(text):
            return
        line += text.count("\n", counted, at)
        counted = at
        if text[at] == "[":
            many = text.startswith("[[", at)
            names, at = _dotted(text, at + 1 + many)
            table = _numbered(names, counts, many)
            found = table
            at = _end_of_line(text, at)
        else:
            names, at = _dotted(text, at)
            found = (*table, *names)
            at = _after_value(text, at + 1)
        for length in range(1, len(found) + 1):
            if found[:length] not in seen:
                seen.add(found[:length])
                yield found[:length], line


def _dotted(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Return the parts of a dotted key that begins at a place, and where it ends."""
    names: list[str] = []
    while match := _KEY.match(text, at):
        names.append(next(part for part in match.groups() if part is not None))
        at = match.end()
        if not text.startswith(".", at):
            break
        at += 1
    return tuple(names), at


def _numbered(names: tuple[str, ...], counts: dict[Path, int], many: bool) -> Path:
    """Return the path of a table, with the numbers of the arrays of tables that it stands in."""
    path: Path = ()
    for index, name in enumerate(names):
        path = (*path, name)
        if many and index == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _after_value(text: str, at: int) -> int:
    """Return where the value that begins at a place ends, with the rest of its line."""
    depth = 0
    while match := _VALUE.match(text, at):
        at = match.end()
        sign = match[0]
        if sign in ("[", "{"):
            depth += 1
        elif sign in ("]", "}"):
            depth -= 1
        elif sign == "\n" and depth <= 0:
            break
    return at


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
