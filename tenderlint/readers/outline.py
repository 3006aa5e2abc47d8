"""Keeps count of where a reader is: the headings above, the clause, the running number of the paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from tenderlint.model import Place
from tenderlint.readers.labels import clause_number, item_token

MINOR = 10
"""The rank of a line that only looks like a heading: below every heading that the file marks as one."""



@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list that the reader stands in; `token` is its part of a reference, "" for a bullet."""

    listed: object
    depth: int
    indent: int
    token: str

    def holds(self, listed: object, depth: int, indent: int) -> bool:
        """Whether an item that comes next is part of this one."""
        return self.depth < depth if self.listed == listed else self.indent < indent


Mark = tuple[tuple[tuple[int, float, str], ...], str | None, tuple[_Item, ...]]

@dataclass(slots=True)
class Outline:
    """The state of one document while it is read from its beginning to its end."""

    document: str
    paragraph: int = 0
    clause: str | None = None
    last: int = 0  # the number of the last clause of the first level
    _headings: list[tuple[int, float, str]] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _names: tuple[str, ...] = ()

    def place(self, part: str = "", clause: str | None = None) -> Place:
        """Count a block and return where it stands; `clause` is the block's own number where it has one."""
        self.paragraph += 1
        return Place(self.document, None, self._names, clause or self.clause, self.paragraph, part)

    def here(self, part: str = "") -> Place:
        """Return the place of the last block."""
        return Place(self.document, None, self._names, self.clause, self.paragraph or None, part)

    def rise(self, level: int, size: float = 0.0) -> None:
        """Leave the clause, and the headings that a heading of this level closes, before its own place is taken."""
        self.clause = None
        kept = self._above(level, size)
        if len(kept) < len(self._headings):
            self._headings, self._names = kept, tuple(name for _, _, name in kept)

    def leave_clause(self) -> None:
        """Leave the clause, before the place of a line without a number that looks like a heading is taken."""
        self.clause = None

    def heading(self, level: int, name: str, label: str) -> None:
        """Go under a heading; call it after its own place was taken. `level` counts from 1."""
        self._under(name, level, 0.0)
        self._items.clear()
        self.clause = clause_number(label)
        self._count(self.clause)

    def minor_heading(self, name: str, size: float, numbered: bool) -> None:
        """Go under a line that looks like a heading of `size` points; a larger one stays above it."""
        self._under(name, MINOR, size)
        self._items.clear()
        if not numbered:
            self.clause = None

    def number(self, label: str) -> None:
        """Go to a numbered clause, before its place is taken."""
        number = clause_number(label)
        if number is None:
            return
        self._items.clear()
        self.clause = number
        self._count(number)

    def item(self, listed: object, depth: int, indent: int, label: str) -> tuple[int, str | None]:
        """Go to an item of a list; return its depth from 1 and its number as references name it ("6.2(a)").

        `listed` tells the list from others, `depth` is the level that it gives the item, and `indent` how
        far from the margin it stands: an item of another list that stands further in is part of the last one.
        """
        while self._items and not self._items[-1].holds(listed, depth, indent):
            self._items.pop()
        self._items.append(_Item(listed, depth, indent, self._token(label)))
        tokens = "".join(item.token for item in self._items)
        return len(self._items), (self.clause or "") + tokens or None

    def paragraph_at(self, indent: int) -> None:
        """Leave the items that stand further in than a paragraph without a number."""
        while self._items and self._items[-1].indent > indent:
            self._items.pop()

    def _token(self, label: str) -> str:
        token = item_token(label)
        if token is None:
            return ""
        within = self.clause is not None or any(item.token for item in self._items)
        if token[1:-1].isdigit() and not label.startswith("("):
            return "" if within else token[1:-1]
        return token if within else ""

    def save(self) -> Mark:
        """Remember where the reader is, before a table."""
        return tuple(self._headings), self.clause, tuple(self._items)

    def restore(self, mark: Mark, clause: bool = True) -> None:
        """Go back to where the reader was; without `clause`, stay in the clause that was come to since."""
        headings, before, items = mark
        if clause:
            self.clause = before
        self._headings, self._items = list(headings), list(items)
        self._names = tuple(name for _, _, name in self._headings)

    def leave(self) -> None:
        """Leave the running text: what follows stands under no heading."""
        self.restore(((), None, ()))

    def _above(self, rank: int, size: float) -> list[tuple[int, float, str]]:
        return [
            entry for entry in self._headings if entry[0] < rank or (entry[0] == rank == MINOR and entry[1] > size)
        ]

    def _under(self, name: str, rank: int, size: float) -> None:
        self._headings = self._above(rank, size)
        self._headings.append((rank, size, name))
        self._names = tuple(each for _, _, each in self._headings)

    def _count(self, number: str | None) -> None:
        first = number.partition(".")[0] if number else ""
        if first.isdigit():
            self.last = int(first)
