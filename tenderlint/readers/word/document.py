"""Puts the parts of a Word file together into one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlint.errors import UnreadableError
from tenderlint.model import Block, Document, Extent, Mark, Note, Place, Structure, walk
from tenderlint.readers.base import Source, count_words, digest
from tenderlint.readers.word.furniture import Furniture
from tenderlint.readers.word.marks import MarkKind
from tenderlint.readers.word.names import W
from tenderlint.readers.word.numbering import Numbering
from tenderlint.readers.word.package import Package, Relations, open_package
from tenderlint.readers.word.pages import line_width
from tenderlint.readers.word.properties import Properties, file_marks, read_properties, read_settings
from tenderlint.readers.word.story import Story
from tenderlint.readers.word.styles import Styles
from tenderlint.readers.word.theme import read_theme
from tenderlint.readers.zipparts import PartError

if TYPE_CHECKING:
    from lxml import etree

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEDIA_TYPES = {
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    ".dotm": "application/vnd.ms-word.template.macroEnabled.12",
}


def read_document(source: Source) -> Document:
    """Read a Word file; raises UnreadableError when nothing of it can be read."""
    package = open_package(source)
    root = _main(package, source)
    body = root.find(W + "body")
    if body is None:
        raise UnreadableError("holds no text: its main part has no body", source.path, "Save it again from Word.")
    relations = package.relations_of(package.main)
    settings = read_settings(package, relations, source.path)
    story, blocks = _text(package, relations, body, source.path)
    furniture = Furniture(package, story, relations, settings.even_pages)
    sections = [*story.sections, *body.iterchildren(W + "sectPr")]
    blocks += furniture.texts() + furniture.chunks() + furniture.notes() + furniture.headers(sections)
    blocks += furniture.comments()
    marks = [*file_marks(package, relations, root, source.path), *settings.marks, *story.changes()]
    marks += story.marks + story.spacings() + _line_width(sections, story)
    properties = read_properties(package)
    notes = tuple(_notes(package))
    return Document(
        path=source.path,
        media_type=_MEDIA_TYPES.get(source.suffix, _MEDIA),
        digest=digest(source.data),
        size=len(source.data),
        blocks=tuple(blocks),
        structure=_structure(properties, story, sum(len(block.text) for block in walk(blocks)), marks),
        notes=notes,
        extent=Extent.PARTLY if any(note.lost for note in notes) else Extent.FULLY,
        pages=properties.pages,
        words=sum(count_words(block.text) for block in walk(blocks)),
    )


def _main(package: Package, source: Source) -> etree._Element:
    try:
        return package.parts.xml(package.main)
    except PartError as error:
        raise UnreadableError(
            f"cannot be read: its main part {error}", source.path, "Open it in Word and save it again."
        ) from error


def _text(
    package: Package, relations: Relations, body: etree._Element, document: str
) -> tuple[Story, list[Block]]:
    """Read the running text; where a field never ends, read once more and take its instruction for text."""
    theme = read_theme(_part(package, relations, "theme", "The theme"))
    styles = Styles(_part(package, relations, "styles", "The styles"), theme)
    lists = _part(package, relations, "numbering", "The numbers of paragraphs")
    for ignore_fields in (False, True):
        story = Story(document, styles, Numbering(lists, styles))
        story.inline.relations = relations
        story.inline.fields.ignored = ignore_fields
        blocks = story.blocks(body)
        if not story.inline.fields.lost:
            break
    story.inline.fields = type(story.inline.fields)()
    story.outline.leave()
    return story, blocks


def _part(package: Package, relations: Relations, kind: str, what: str) -> etree._Element | None:
    name = package.related(relations, kind)
    return package.xml(name, what, lost=False) if name else None


def _notes(package: Package) -> list[Note]:
    lost = [Note(problem) for problem in package.problems]
    plain = [Note(problem, lost=False) for problem in package.remarks]
    broken = [Note(f"The part {name} is damaged: what stands after the damage was not read.")
              for name in package.parts.damaged]  # fmt: skip
    return [*broken, *lost, *plain]


def _structure(properties: Properties, story: Story, letters: int, marks: list[Mark]) -> Structure:
    return Structure(
        title=properties.title,
        language=_language(story, letters) or properties.language,
        author=properties.author,
        producer=properties.producer,
        created=properties.created,
        pictures=tuple(story.pictures),
        marks=tuple(marks),
    )


def _line_width(sections: list[etree._Element], story: Story) -> list[Mark]:
    """Mark how wide the lines are on the narrowest page that the file has."""
    widths = [width for section in sections if (width := line_width(section)) > 0]
    if not widths or not story.long_letters:
        return []
    place = Place(story.outline.document)
    return [Mark(MarkKind.LINE_WIDTH, place, f"{min(widths):.0f}: {story.long_letters}")]


def _language(story: Story, letters: int) -> str:
    """The language in which most of the letters are written."""
    others = story.inline.languages
    usual = letters - sum(others.values())
    language, most = others.most_common(1)[0] if others else ("", 0)
    return language if most > usual and language else story.styles.looks.language
