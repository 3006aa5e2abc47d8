"""Makes a Word file of a few lines of text: headings, lists, tables, clauses, tracked changes and their like."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

DAY = dt.datetime(2026, 1, 5, 9, 0)
STAMP = "2026-01-05T09:00:00Z"
AUTHOR = "A. Officer"
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*|\[(?P<link>[^\]]+)\]\((?P<to>[a-z]+:[^)]+)\)|\{\+(?P<ins>[^+]+)\+\}"
    r"|\{-(?P<del>[^-]+)-\}|\{=(?P<mark>[^=]+)=\}|\{\?(?P<hidden>[^?]+)\?\}|\{>(?P<comment>[^<]+)<\}"
)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style}<w:lvlText w:val="{text}"/>'
    f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    for level, kind, style, text, left, hanging in (
        (0, "decimal", '<w:pStyle w:val="Heading1"/>', "%1", 567, 567),
        (1, "decimal", "", "%1.%2", 567, 567),
        (2, "lowerLetter", "", "(%3)", 1134, 567),
    )
)


def word_file(text: str, about: Mapping[str, str]) -> bytes:
    """Return the bytes of a Word file, the same for the same text.

    `about` holds title, language, author, footer, font and size, and the switches "numbered", "justified",
    "no language", "fake headings" and "plain tables". In the text `#` starts a heading, `-` an item, `1.` a numbered
    item, `+` a clause, `++` a clause below it, `|` a row of a table, `Table:` its caption, and `![words]` a picture
    with these words as its alternative.
    """
    maker = _Maker(about)
    for kind, lines in _blocks(text):
        maker.add(kind, lines)
    return maker.finished()


def _blocks(text: str) -> Iterable[tuple[str, list[str]]]:
    """Yield each block as its first sign and its lines."""
    block: list[str] = []
    for line in [*text.strip().splitlines(), ""]:
        sign = _sign(line)
        if block and (not line.strip() or sign or _sign(block[0]) == "|") and not (sign == "|" == _sign(block[0])):
            yield _sign(block[0]), block
            block = []
        if line.strip():
            block.append(line.strip())


def _sign(line: str) -> str:
    found = re.match(r"(#{1,3}|-|\+{1,2}|\d+\.|Table:)\s|\||!\[", line.strip())
    return found.group(0).strip() if found else ""


class _Maker:
    def __init__(self, about: Mapping[str, str]) -> None:
        self._about = about
        self._document: Any = Document()
        self._revision = 100
        self._look()
        if "numbered" in about:
            self._number()
        self._about_the_file()

    def add(self, sign: str, lines: list[str]) -> None:
        words = " ".join(lines)
        match sign:
            case "|":
                self._table([[cell.strip() for cell in line.strip("|").split("|")] for line in lines])
            case "![":
                self._picture(words[2:].partition("]")[0])
            case "Table:":
                self._write(self._document.add_paragraph(style="Caption"), words[6:].strip())
            case "#" | "##" | "###":
                self._heading(words.lstrip("# "), len(sign))
            case "-":
                self._write(self._document.add_paragraph(style="List Bullet"), words[2:])
            case "+" | "++":
                self._clause(words.lstrip("+ "), len(sign))
            case "":
                self._write(self._document.add_paragraph(), words)
            case _:
                self._write(self._document.add_paragraph(style="List Number"), words.partition(" ")[2])

    def finished(self) -> bytes:
        """Return the file with every date in it fixed, so that it is made the same again."""
        for comment in self._document.part._comments_part.element.xpath("//w:comment"):
            comment.set(qn("w:date"), STAMP)
        links = self._document.part.package.rels
        for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
            del links[name]  # a picture of the library's own empty page
        raw = io.BytesIO()
        self._document.save(raw)
        return same_zip(raw.getvalue())

    def _look(self) -> None:
        normal = self._document.styles["Normal"]
        font, size = self._about.get("font", "Arial"), float(self._about.get("size", "12"))
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
            style = self._document.styles[name]
            style.font.name = font
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("w:eastAsia", "w:cs"):
                fonts.set(qn(kind), font)
            for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(kind), None)
        normal.font.size = Pt(size)
        normal.paragraph_format.space_after = Pt(8)
        for name, points in (("Heading 1", 18), ("Heading 2", 15), ("Heading 3", 13), ("Caption", 12)):
            self._document.styles[name].font.size = Pt(points)
            self._document.styles[name].font.color.rgb = RGBColor(0x1F, 0x2A, 0x44)
        if "justified" in self._about:
            normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        language = self._document.styles.element.find(".//" + qn("w:lang"))
        language.set(qn("w:val"), self._about.get("language", "en-GB"))
        if "no language" in self._about:
            language.getparent().remove(language)
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        if "footer" in self._about:
            section.footer.paragraphs[0].text = self._about["footer"]

    def _about_the_file(self) -> None:
        properties = self._document.core_properties
        properties.title = self._about.get("title", "")
        properties.language = "" if "no language" in self._about else self._about.get("language", "en-GB")
        properties.author = self._about.get("author", "")
        properties.comments = properties.keywords = properties.subject = ""
        properties.last_modified_by = self._about.get("author", "")
        properties.created = properties.modified = DAY
        properties.revision = 1
        if properties.title and "fake headings" not in self._about:
            self._write(self._document.add_paragraph(style="Title"), properties.title)

    def _number(self) -> None:
        numbering = self._document.part.numbering_part.element
        head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        numbering.find(qn("w:num")).addprevious(parse_xml(f"{head}{_LEVELS}</w:abstractNum>"))
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        style = self._document.styles["Heading 1"].element.get_or_add_pPr()
        style.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))

    def _heading(self, words: str, level: int) -> None:
        if "fake headings" in self._about:
            paragraph = self._document.add_paragraph()
            run = paragraph.add_run(words)
            run.bold, run.font.size = True, Pt(14)
            return
        self._write(self._document.add_heading(level=level), words)

    def _clause(self, words: str, level: int) -> None:
        paragraph = self._document.add_paragraph()
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
        self._write(paragraph, words)

    def _picture(self, words: str) -> None:
        shape = self._document.add_picture(io.BytesIO(_crest()), width=Cm(2))
        properties = shape._inline.docPr
        properties.set("name", "Crest")
        if words:
            properties.set("descr", words)

    def _table(self, rows: list[list[str]]) -> None:
        table = self._document.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                self._write(cell.paragraphs[0], words)
        if "plain tables" not in self._about:
            header = OxmlElement("w:tblHeader")
            table.rows[0]._tr.get_or_add_trPr().append(header)
            for cell in table.rows[0].cells:
                for run in cell.paragraphs[0].runs:
                    run.bold = True
        self._document.add_paragraph()

    def _write(self, paragraph: Any, words: str) -> None:
        at = 0
        for found in _INLINE.finditer(words):
            if found.start() > at:
                paragraph.add_run(words[at : found.start()])
            self._special(paragraph, found)
            at = found.end()
        if at < len(words):
            paragraph.add_run(words[at:])

    def _special(self, paragraph: Any, found: re.Match[str]) -> None:
        kind = found.lastgroup
        words = found.group(kind) if kind else ""
        match kind:
            case "bold":
                paragraph.add_run(words).bold = True
            case "mark":
                paragraph.add_run(words).font.highlight_color = WD_COLOR_INDEX.YELLOW
            case "hidden":
                paragraph.add_run(words).font.hidden = True
            case "ins" | "del":
                self._revise(paragraph, words, kind)
            case "comment":
                self._document.add_comment(paragraph.runs[-1], text=words, author=AUTHOR, initials="AO")
            case _:
                self._link(paragraph, found.group("link"), found.group("to"))

    def _revise(self, paragraph: Any, words: str, kind: str) -> None:
        run = paragraph.add_run(words)._r
        if kind == "del":
            run.find(qn("w:t")).tag = qn("w:delText")
        change = OxmlElement(f"w:{kind}")
        self._revision += 1
        for name, value in (("id", str(self._revision)), ("author", AUTHOR), ("date", STAMP)):
            change.set(qn(f"w:{name}"), value)
        run.addprevious(change)
        change.append(run)

    def _link(self, paragraph: Any, words: str, to: str) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(to, kind, is_external=True))
        run = paragraph.add_run(words)
        run.font.underline, run.font.color.rgb = True, RGBColor(0x05, 0x3A, 0x8C)
        run._r.addprevious(link)
        link.append(run._r)


def same_zip(data: bytes) -> bytes:
    """Return the package of an office file with its members in order of name and one fixed date everywhere."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            member = zipfile.ZipInfo(name, (2026, 1, 5, 9, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + STAMP.encode(), part)
            new.writestr(member, part)
    return kept.getvalue()


def _crest() -> bytes:
    """Return a small picture, the crest of authorities that do not exist."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (64, 64), "white")
    draw = ImageDraw.Draw(image)
    draw.polygon([(8, 4), (56, 4), (56, 36), (32, 60), (8, 36)], fill="#1F2A44")
    draw.polygon([(20, 16), (44, 16), (32, 44)], fill="#F2C14E")
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()
