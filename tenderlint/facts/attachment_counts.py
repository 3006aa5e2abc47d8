"""The parts that a pack names, each counted once however often and in whatever way it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tenderlint.facts.attachment_lists import Listed, listed_documents
from tenderlint.facts.attachment_names import variants
from tenderlint.facts.attachment_parts import Part, named_parts
from tenderlint.facts.attachment_places import file_names, plain_words
from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind, Document

_NUMBERED_FILES = ("document", "attachment", "part")


@dataclass(frozen=True, slots=True)
class Counted:
    """A part: where it is named, and the file that it is, where it is a file of its own."""

    passage: Passage
    file: Document | None


def counted_parts(passages: Passages) -> tuple[Counted, ...]:
    """Return the parts that the pack names, first those of its list; a title names only what stands under it."""
    files = [
        (document, frozenset(keys), [plain_words(name) for name in names])
        for document, (names, keys) in zip(passages.pack.documents, file_names(passages), strict=True)
    ]
    found = []
    listed = listed_documents(passages)
    for each in listed:
        words = plain_words(each.name)
        file = next((document for document, _, names in files if any(words <= name for name in names)), None)
        found.append(Counted(each.passage, file))
    for part in named_parts(passages):
        file = next((document for document, keys, _ in files if not keys.isdisjoint(_keys(part))), None)
        if file is not None and any(row.file is file for row in found[: len(listed)]):
            continue
        named = [
            passage
            for passage in part.passages
            if passage.block.kind is not BlockKind.HEADING and passage.document is not file
        ]
        if named and not is_listed(part, listed):
            found.append(Counted(named[0], file))
    return tuple(found)


def is_listed(part: Part, listed: Sequence[Listed]) -> bool:
    """Say whether a numbered part is one of those that are listed by name, by its title or its number in the row."""
    titles = {plain_words(title) for title in part.titles}
    return any(plain_words(each.name) in titles or _has_number(part, each) for each in listed)


def _has_number(part: Part, listed: Listed) -> bool:
    row = listed.passage.row
    if row is None or part.reference.kind not in _NUMBERED_FILES:
        return False
    return any(cell.strip(" .)") == part.reference.number for cell in row.cells)


def _keys(part: Part) -> list[tuple[str, str]]:
    return [(part.reference.kind, spelling) for spelling in variants(part.reference.number)]
