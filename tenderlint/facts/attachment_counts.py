"""The parts that a pack names, each counted once however often and in whatever way it is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from tenderlint.facts.attachment_lists import Listed, listed_documents
from tenderlint.facts.attachment_names import variants
from tenderlint.facts.attachment_parts import Part, named_parts
from tenderlint.facts.attachment_places import file_names, plain_words
from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind, Document
from tenderlint.patterns import late_pattern

_File = tuple[Document, frozenset[tuple[str, str]], list[frozenset[str]]]
_NUMBERED_FILES = ("document", "attachment", "part")
_PLAIN_NAME = late_pattern(
    r"[\W\d]{0,12}(?P<words>[a-z]{2,20}(?: [a-z]{2,20}){1,4}?)(?:\W{1,3}(?:v|version|final|draft)?[\W\d]{0,12})?"
)
"""A file that is called by plain words: "tender form", "3 pricing schedule v2"."""


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
    listed = listed_documents(passages)
    numbered = [(part, _file_of(part, files)) for part in named_parts(passages)]
    found = []
    for each in listed:
        words = plain_words(each.name)
        file = next((document for document, _, names in files if any(words <= name for name in names)), None)
        file = file or next((its for part, its in numbered if its is not None and is_listed(part, [each])), None)
        found.append(Counted(each.passage, file))
    for part, file in numbered:
        if (file is not None and any(row.file is file for row in found[: len(listed)])) or is_listed(part, listed):
            continue
        named = [
            passage
            for passage in part.passages
            if passage.block.kind is not BlockKind.HEADING and passage.document is not file
        ]
        if named:
            found.append(Counted(named[0], file))
    return tuple(found) or tuple(_called(passages))


def _called(passages: Passages) -> Iterator[Counted]:
    """Yield each file that another document calls by its name: "fill in the tender form"."""
    for document in passages.pack.documents:
        name = PurePosixPath(document.path).stem.lower().replace("_", " ")
        plain = _PLAIN_NAME.fullmatch(" ".join(name.split()))
        for passage, _, _ in passages.words(plain["words"]) if plain else ():
            if passage.document is not document and passage.block.kind is not BlockKind.HEADING:
                yield Counted(passage, document)
                break


def is_listed(part: Part, listed: Sequence[Listed]) -> bool:
    """Say whether a numbered part is one of those that are listed by name, by its title or its number in the row."""
    titles = {plain_words(title) for title in part.titles}
    return any(plain_words(each.name) in titles or _has_number(part, each) for each in listed)


def _has_number(part: Part, listed: Listed) -> bool:
    row = listed.passage.row
    if part.reference.kind not in _NUMBERED_FILES:
        return False
    if row is None:
        return listed.passage.block.label.strip(" .)") == part.reference.number
    return any(cell.strip(" .)") == part.reference.number for cell in row.cells)


def _file_of(part: Part, files: Sequence[_File]) -> Document | None:
    keys = [(part.reference.kind, spelling) for spelling in variants(part.reference.number)]
    return next((document for document, known, _ in files if not known.isdisjoint(keys)), None)
