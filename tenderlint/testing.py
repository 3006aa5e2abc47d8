"""Makes packs from a few lines of text, for the tests and for the examples on the cards.

Beside headings (`#`), items (`-`) and tables (`|`, with a rule below a header row) a text may hold what only a Word or
PDF file has: `==highlighted==`, `{++inserted++}`, `{--deleted--}`, `{>>comment<<}`, `{~~hidden~~}`, a picture
`![its alternative text](name)`, a link `[words](address)`, `{look bold size=14 colour=777777}` before the words of a
block that looks so, a picture that floats (`![floating: its alternative text](name)`), and front matter between `---`
lines with `title`, `language`, `tagged`, `title_shown`,
`bookmarks`, `pages`, `role`, `box: words in a text box` and `mark: kind | words`. An empty text stands for a file that
could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tenderlint.model import (
    Block,
    BlockKind,
    Cell,
    Document,
    Extent,
    Look,
    Mark,
    Note,
    Pack,
    Picture,
    Place,
    Revision,
    Role,
    Span,
    Structure,
)
from tenderlint.notice import Release, load
from tenderlint.patterns import late_pattern
from tenderlint.readers import release
from tenderlint.readers.base import Source
from tenderlint.readers.plain import read
from tenderlint.roles import with_roles

_MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
}
_MARKUP = late_pattern(
    r"==(?P<high>[^=\n]{1,600})==|\{\+\+(?P<new>[^\n]{1,600}?)\+\+\}|\{--(?P<old>[^\n]{1,600}?)--\}|"
    r"\{>>(?P<said>[^\n]{1,600}?)<<\}|\{~~(?P<hidden>[^\n]{1,600}?)~~\}|\{->(?P<link>[^\n{]{1,300}?)->(?P<target>[^\n{]{1,300}?)<-\}"
)
_LINK = late_pattern(r"(?<!!)\[(?P<link>[^\]\n]{1,200})\]\((?P<target>[^)\s]{1,300})\)")
_LOOK = late_pattern(r"\{look (?P<says>[^}\n]*)\}\s*")
_PICTURE = late_pattern(r"^!\[(?P<alt>[^\]\n]*)\]\((?P<name>[^)\n]*)\)$", re.MULTILINE)
_FRONT = late_pattern(r"\A\s*---\n(?P<rows>.*?)\n---\n", re.DOTALL)
_YELLOW = Look(background="FFFF00")


def document(text: str, name: str = "Invitation to tender.md") -> Document:
    """Make a document as a reader would; its place and role come from its name."""
    if not text:
        note = Note("is empty: it has 0 bytes. Copy or download it again.")
        return Document(name, _media_type(name), notes=(note,), extent=Extent.NOT)
    if name.endswith(".json"):
        return release.read(Source(name, text.encode()))
    front, body = _front(text)
    pictures = tuple(_picture(match, name) for match in _PICTURE.finditer(body))
    body = _PICTURE.sub("", body)
    if _media_type(name):  # the reader of plain text keeps of a link its words only
        body = _LINK.sub(r"{->\g<link>->\g<target><-}", body)
    made = read(Source(name, body.encode()))
    blocks = tuple(changed for block in made.blocks for changed in _with_markup(block))
    return replace(
        made,
        media_type=_media_type(name) or made.media_type,
        blocks=(*blocks, *_boxes(front, name)),
        structure=_structure(front, made.structure, pictures, name),
        pages=int(front["pages"]) if "pages" in front else made.pages,
        role=Role(front["role"]) if "role" in front else made.role,
    )


def pack(text: str | Mapping[str, str], name: str = "pack", notice: Release | None = None) -> Pack:
    """Make a pack from one text, or from several by the names of their files; one of them may be its notice."""
    texts = {"Invitation to tender.md": text} if isinstance(text, str) else text
    documents = tuple(document(words, path) for path, words in texts.items())
    roles = {made.path: made.role for made in documents if made.role is not Role.OTHER}
    placed = tuple(replace(made, role=roles.get(made.path, made.role)) for made in with_roles(documents))
    found = (load(words.encode()) for path, words in texts.items() if path.endswith(".json"))
    return Pack(name, name, placed, notice or next(found, None))


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(name[name.rfind(".") :].lower(), "")


def _front(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    rows: dict[str, str] = {}
    for line in match["rows"].splitlines():
        key, _, value = line.partition(":")
        key = key.strip()
        rows[key] = f"{rows[key]}\n{value.strip()}" if key in rows else value.strip()
    return rows, text[match.end() :]


def _structure(front: Mapping[str, str], made: Structure, pictures: tuple[Picture, ...], name: str) -> Structure:
    marks = []
    for line in front.get("mark", "").splitlines():
        kind, _, words = line.partition("|")
        marks.append(Mark(kind.strip(), Place(name), words.strip()))
    return replace(
        made,
        title=front.get("title", made.title if _media_type(name) == "" else None),
        language=front.get("language", made.language),
        tagged=_truth(front.get("tagged")),
        title_shown=_truth(front.get("title_shown")),
        bookmarks=int(front["bookmarks"]) if "bookmarks" in front else made.bookmarks,
        pictures=(*made.pictures, *pictures),
        marks=(*made.marks, *marks),
    )


def _boxes(front: Mapping[str, str], name: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.TEXT_BOX, words, Place(name)) for words in front.get("box", "").splitlines())


def _truth(word: str | None) -> bool | None:
    return None if word is None else word.lower() in {"yes", "true"}


def _picture(match: re.Match[str], name: str) -> Picture:
    alt = match["alt"]
    floating, alt = alt.startswith("floating: "), alt.removeprefix("floating: ")
    place = Place(name, part=f"picture {match['name']}")
    return Picture(place, alt or None, decorative=alt == "decorative", floating=floating)


def _with_markup(block: Block) -> tuple[Block, ...]:
    """Return the block with its spans, and the comments that hang on it."""
    if block.table is not None:
        rows = tuple(tuple(_cell(cell) for cell in row) for row in block.table.rows)
        return (replace(block, table=replace(block.table, rows=rows)),)
    block = _with_look(block)
    text, spans, comments, last = "", [], [], 0
    for match in _MARKUP.finditer(block.text):
        text += block.text[last : match.start()]
        last = match.end()
        kind = "link" if match["link"] else match.lastgroup or ""
        words = match[kind or 0]
        if kind == "said":
            comments.append(Block(BlockKind.COMMENT, words, block.place, author="A. Writer"))
            continue
        spans.append(_span(kind, words, len(text), match["target"]))
        text += "" if kind == "old" else words
    if not spans and not comments:
        return (block,)
    return (replace(block, text=text + block.text[last:], spans=(*block.spans, *spans)), *comments)


def _with_look(block: Block) -> Block:
    match = _LOOK.match(block.text)
    if match is None:
        return block
    says: dict[str, object] = {}
    for word in match["says"].split():
        name, _, value = word.partition("=")
        says[name] = float(value) if name == "size" else value or True
    return replace(block, text=block.text[match.end() :], look=replace(block.look, **says))  # type: ignore[arg-type]


def _span(kind: str, words: str, start: int, target: str | None = None) -> Span:
    end = start + len(words)
    match kind:
        case "link":
            return Span(start, end, link=target)
        case "high":
            return Span(start, end, look=_YELLOW)
        case "new":
            return Span(start, end, revision=Revision.INSERTED, author="A. Writer")
        case "old":
            return Span(start, start, revision=Revision.DELETED, author="A. Writer", text=words)
        case _:
            return Span(start, end, hidden=True)


def _cell(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(changed for block in cell.blocks for changed in _with_markup(block)))
