"""Builds small Word and OpenDocument files from snippets of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tenderlint.model import Block, BlockKind, Document, Mark, walk
from tenderlint.readers import odt, word
from tenderlint.readers.base import Source

_OFFICE = "http://schemas.openxmlformats.org/"
_NAMES = {
    "w": f"{_OFFICE}wordprocessingml/2006/main",
    "r": f"{_OFFICE}officeDocument/2006/relationships",
    "a": f"{_OFFICE}drawingml/2006/main",
    "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
    "pic": f"{_OFFICE}drawingml/2006/picture",
    "c": f"{_OFFICE}drawingml/2006/chart",
    "m": f"{_OFFICE}officeDocument/2006/math",
    "mc": f"{_OFFICE}markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
_RELATION = f"{_OFFICE}officeDocument/2006/relationships/"
_ROOTS = {"header": "hdr", "footer": "ftr", "numbering": "numbering", "styles": "styles", "settings": "settings",
          "comments": "comments", "footnotes": "footnotes", "endnotes": "endnotes"}  # fmt: skip
_CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
    f'xmlns:cp="{_OFFICE}package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{}</dc:title></cp:coreProperties>"
)
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in (1, 2, 3)
)


def xml(root: str, inner: str) -> str:
    """Wrap a snippet in a root element of the main namespace, with every prefix declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_DECLARED}>{inner}</w:{root}>'


def docx(
    body: str, *, files: Mapping[str, str | bytes] | None = None, links: Mapping[str, str] | None = None,
    name: str = "Invitation.docx", title: str = "", **parts: str,
) -> Source:  # fmt: skip
    """Make a Word file. `parts` are snippets by kind (styles, numbering, header ...), with the kind as relation id.

    `files` are whole files by their names below "word/", with "kind name" as relation id; `links` are
    targets outside the file by relation id. `title` is that of the file's properties.
    """
    relations = [(kind, kind, f"{kind}.xml", "") for kind in parts]
    content: dict[str, str | bytes] = {"word/document.xml": xml("document", f"<w:body>{body}</w:body>")}
    content.update({f"word/{kind}.xml": xml(_ROOTS[kind], inner) for kind, inner in parts.items()})
    for key, data in (files or {}).items():
        kind, _, file = key.partition(" ")
        relations.append((file, kind, file, ""))
        content[f"word/{file}"] = data
    for number, target in (links or {}).items():
        relations.append((number, "hyperlink", target.replace("&", "&amp;"), ' TargetMode="External"'))
    content["word/_rels/document.xml.rels"] = _relations(relations)
    package = [("main", "officeDocument", "word/document.xml", "")]
    if title:
        content["docProps/core.xml"] = _CORE.format(title)
        package.append(("core", "metadata/core-properties", "docProps/core.xml", ""))
    content["_rels/.rels"] = _relations(package)
    return Source(name, zipped(content))


def zipped(content: Mapping[str, str | bytes]) -> bytes:
    """Make a zip file of parts by their names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return data.getvalue()


def _relations(relations: list[tuple[str, str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{number}" Type="{_RELATION}{kind}" Target="{target}"{mode}/>'
        for number, kind, target, mode in relations
    )
    return f'<Relationships xmlns="{_OFFICE}package/2006/relationships">{inner}</Relationships>'


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """Make a paragraph of one run; `properties` are those of the paragraph, `run` those of the run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run) if text else ''}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Make a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def heading(text: str, level: int = 1) -> str:
    """Make a heading; the file needs the styles HEADINGS."""
    return p(text, f'<w:pStyle w:val="Heading{level}"/>')


def numbered(text: str, number: int = 1, depth: int = 0) -> str:
    """Make a paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str) -> str:
    """Make a table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Make a row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str = "", properties: str = "") -> str:
    """Make a cell; `text` may be words or a snippet."""
    inner = text if text.startswith("<") else p(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def levels(*texts: str, formats: tuple[str, ...] = (), more: str = "") -> str:
    """Make the levels of a list by what they show ("%1.", "%1.%2" ...)."""
    return "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{formats[depth] if depth < len(formats) else "decimal"}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in enumerate(texts)
    )


def numbering(*lists: str, uses: str = "") -> str:
    """Make a numbering part: list 1 counts by the first of `lists`, list 2 by the second ..."""
    sources = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{each}</w:abstractNum>' for at, each in enumerate(lists, 1)
    )
    names = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at, _ in enumerate(lists, 1)
    )
    return sources + names + uses


def read(body: str, **more: object) -> Document:
    """Make a Word file and read it."""
    return word.read(docx(body, **more))  # type: ignore[arg-type]


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """Return the words of all blocks, or of those of some kinds."""
    return [block.text for block in walk(document.blocks) if block.text and (not kinds or block.kind in kinds)]


def labelled(document: Document) -> list[str]:
    """Return the words of all blocks, each after its number."""
    return [f"{block.label} {block.text}".strip() for block in walk(document.blocks) if block.table is None]


def block(document: Document, text: str) -> Block:
    """Return the block with these words."""
    return next(each for each in walk(document.blocks) if each.text == text)


def marks(document: Document, kind: str) -> list[str]:
    """Return the texts of all marks of a kind."""
    found: tuple[Mark, ...] = document.structure.marks
    return [mark.text for mark in found if mark.kind == kind]


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT_NAMES = {
    "office": f"{_ODF}office:1.0", "text": f"{_ODF}text:1.0", "table": f"{_ODF}table:1.0",
    "style": f"{_ODF}style:1.0", "draw": f"{_ODF}drawing:1.0", "fo": f"{_ODF}xsl-fo-compatible:1.0",
    "svg": f"{_ODF}svg-compatible:1.0", "meta": f"{_ODF}meta:1.0", "loext": f"{_ODF}loext:1.0",
    "manifest": f"{_ODF}manifest:1.0", "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}  # fmt: skip
_ODT_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _ODT_NAMES.items())


def odf(root: str, inner: str) -> str:
    """Wrap a snippet in a root element with every prefix of OpenDocument declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_ODT_DECLARED}>{inner}</{root}>'


def odt_content(body: str, automatic: str = "") -> str:
    """Make the content part of OpenDocument text."""
    return odf(
        "office:document-content",
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    )


def odt_file(body: str, *, automatic: str = "", styles: str = "", meta: str = "", **parts: str) -> Source:
    """Make OpenDocument text; `parts` are further files by their names, with "__" for a slash."""
    content = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": odt_content(body, automatic),
        "styles.xml": odf("office:document-styles", styles),
        "meta.xml": odf("office:document-meta", f"<office:meta>{meta}</office:meta>"),
        **{name.replace("__", "/") + ".xml": part for name, part in parts.items()},
    }
    return Source("Invitation.odt", zipped(content))


def read_odt(body: str, **more: str) -> Document:
    """Make OpenDocument text and read it."""
    return odt.read(odt_file(body, **more))
