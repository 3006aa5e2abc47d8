"""Reads OpenDocument text: .odt, .ott and flat .fodt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from tenderlint.errors import UnreadableError
from tenderlint.model import Block, BlockKind, Document, Extent, Mark, Note, Place, Structure, walk
from tenderlint.readers.base import Source, count_words, digest, fold
from tenderlint.readers.odt_lists import OdtLists
from tenderlint.readers.odt_names import DC, MANIFEST, META, OFFICE, STYLE, TEXT, integer
from tenderlint.readers.odt_story import OdtFrame, OdtStory
from tenderlint.readers.odt_styles import OdtStyles
from tenderlint.readers.zipparts import PartError, Parts, open_parts, parse

_MEDIA = "application/vnd.oasis.opendocument.text"
_SAVE_AGAIN = "Save it again as .odt or .docx."
_OTHER_KINDS = {
    "spreadsheet": ("is a spreadsheet, not a text", "Give it the ending .ods."),
    "presentation": ("is a presentation, not a text", "Save it as PDF."),
    "graphics": ("is a drawing, not a text", "Save it as PDF."),
}
_FURNITURE = {
    STYLE + "header": BlockKind.HEADER, STYLE + "header-left": BlockKind.HEADER,
    STYLE + "header-first": BlockKind.HEADER, STYLE + "footer": BlockKind.FOOTER,
    STYLE + "footer-left": BlockKind.FOOTER, STYLE + "footer-first": BlockKind.FOOTER,
}  # fmt: skip


@dataclass(slots=True)
class _File:
    """The parts of a file that are read; in a flat file all are the same."""

    content: etree._Element
    styles: etree._Element | None
    meta: etree._Element | None
    notes: list[Note] = field(default_factory=list)


def read(source: Source) -> Document:
    """Read OpenDocument text; raises UnreadableError, in one plain line, when nothing of it can be read."""
    file = _flat(source) if source.data.lstrip()[:1] == b"<" else _zipped(source)
    body = file.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise _not_text(file, source)
    styles, lists = OdtStyles(), OdtLists()
    for part in (file.styles, file.content):
        if part is not None:
            styles.add(part)
            lists.add(part)
    story = OdtStory(source.path, styles, lists)
    blocks = story.blocks(body, OdtFrame())
    story.outline.leave()
    blocks += [*_notes(story), *_headers(file, story, styles)]
    blocks += [block for comment, place in story.hung.comments for block in story.comment(comment, place)]
    return Document(
        path=source.path,
        media_type=_MEDIA,
        digest=digest(source.data),
        size=len(source.data),
        blocks=tuple(blocks),
        structure=_structure(file, story, sum(len(block.text) for block in walk(blocks))),
        notes=tuple(file.notes),
        extent=Extent.PARTLY if any(note.lost for note in file.notes) else Extent.FULLY,
        pages=_pages(file),
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def _zipped(source: Source) -> _File:
    if not source.data:
        raise UnreadableError("is empty: it has 0 bytes", source.path, "Copy or download it again.")
    if not source.data.startswith(b"PK"):
        raise UnreadableError("is not OpenDocument text", source.path, _SAVE_AGAIN)
    parts = open_parts(source, "OpenDocument file")
    _refuse_locked(parts, source)
    try:
        content = parts.xml("content.xml")
    except PartError as error:
        raise UnreadableError(f"cannot be read: its main part {error}", source.path, _SAVE_AGAIN) from error
    notes: list[Note] = []
    file = _File(content, _part(parts, "styles.xml", "The styles", notes), _part(parts, "meta.xml", "", notes), notes)
    for name in parts.damaged:
        notes.append(Note(f"The part {name} is damaged: what stands after the damage was not read."))
    return file


def _part(parts: Parts, name: str, what: str, notes: list[Note]) -> etree._Element | None:
    if name not in parts:
        return None
    try:
        return parts.xml(name)
    except PartError as error:
        notes.append(Note(f"{what or 'The properties'} could not be read: the part {name} {error}.", lost=bool(what)))
        return None


def _refuse_locked(parts: Parts, source: Source) -> None:
    try:
        manifest = parts.xml("META-INF/manifest.xml")
    except PartError:
        return
    if next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise UnreadableError(
            "is locked with a password", source.path, "Save a copy without it, or ask for one."
        )


def _flat(source: Source) -> _File:
    try:
        root = parse(source.data)
    except PartError as error:
        raise UnreadableError(f"cannot be read: it {error}", source.path, _SAVE_AGAIN) from error
    if root is None or root.tag != OFFICE + "document":
        raise UnreadableError("is not OpenDocument text", source.path, _SAVE_AGAIN)
    return _File(root, None, root)


def _not_text(file: _File, source: Source) -> UnreadableError:
    body = file.content.find(OFFICE + "body")
    kind = next((child.tag.rpartition("}")[2] for child in body), "") if body is not None else ""
    message, advice = _OTHER_KINDS.get(kind, ("holds no text", _SAVE_AGAIN))
    return UnreadableError(message, source.path, advice)


def _notes(story: OdtStory) -> list[Block]:
    counts = {"footnote": 0, "endnote": 0}
    out: list[Block] = []
    for note, place in story.hung.notes:
        kind = note.get(TEXT + "note-class", "footnote")
        kind = kind if kind in counts else "footnote"
        counts[kind] += 1
        body = note.find(TEXT + "note-body")
        if body is not None:
            out.extend(story.aside(body, BlockKind.FOOTNOTE, replace(place, part=f"{kind} {counts[kind]}")))
    return out


def _headers(file: _File, story: OdtStory, styles: OdtStyles) -> list[Block]:
    """The headers and footers of the page styles that the text uses, each distinct one once."""
    out: list[Block] = []
    seen: set[tuple[object, ...]] = set()
    for master in _used_masters(file, styles):
        for child in master:
            kind = _FURNITURE.get(child.tag)
            if kind is None or child.get(STYLE + "display") == "false":
                continue
            blocks = story.aside(child, kind, Place(story.outline.document, part=kind.value))
            words = (kind, *(block.text for block in walk(blocks)))
            if words not in seen:
                seen.add(words)
                out.extend(blocks)
    return out


def _used_masters(file: _File, styles: OdtStyles) -> list[etree._Element]:
    root = file.styles if file.styles is not None else file.content
    masters = {each.get(STYLE + "name", ""): each for each in root.iter(STYLE + "master-page")}
    names = ["Standard" if "Standard" in masters else next(iter(masters), ""), *sorted(styles.masters())]
    used: dict[str, etree._Element] = {}
    while names:
        name = names.pop(0)
        if name in masters and name not in used:
            used[name] = masters[name]
            names.append(masters[name].get(STYLE + "next-style-name", ""))
    return list(used.values())


def _structure(file: _File, story: OdtStory, letters: int) -> Structure:
    place = Place(story.outline.document)
    changes = tuple(
        Mark(kind, place, f"{author or 'unknown author'}: {count}")
        for (kind, author), count in story.inline.changes.items()
    )
    return Structure(
        title=_meta(file, DC + "title"),
        language=_language(story, letters) or _meta(file, DC + "language"),
        author=_meta(file, META + "initial-creator") or _meta(file, DC + "creator"),
        producer=_meta(file, META + "generator"),
        created=_meta(file, META + "creation-date"),
        pictures=tuple(story.pictures),
        marks=(*changes, *story.marks),
    )


def _language(story: OdtStory, letters: int) -> str:
    others = story.inline.languages
    language, most = others.most_common(1)[0] if others else ("", 0)
    return language if most > letters - sum(others.values()) else story.styles.language


def _meta(file: _File, tag: str) -> str | None:
    found = file.meta.findtext(f"{OFFICE}meta/{tag}") if file.meta is not None else None
    return fold(found) or None if found else None


def _pages(file: _File) -> int | None:
    found = file.meta.find(f"{OFFICE}meta/{META}document-statistic") if file.meta is not None else None
    return integer(found.get(META + "page-count")) or None if found is not None else None
