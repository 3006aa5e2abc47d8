"""Makes small PDF files for the tests: drawn ones with reportlab, tagged ones with pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from tenderlint.model import Block, BlockKind, Document
from tenderlint.readers.base import Source
from tenderlint.readers.pdf import read

A4 = (595.0, 842.0)
LEADING = 14.0


class Sheet:
    """A page to draw on; heights are points from its bottom."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(
        self, left: float, height: float, words: str, size: float = 11, bold: bool = False, colour: str = "#000000"
    ) -> None:
        """Write words."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.drawString(left, height, words)

    def lines(self, left: float, height: float, *lines: str, size: float = 11, leading: float = LEADING) -> float:
        """Write lines below each other, and return the height of the line that would come next."""
        for line in lines:
            self.text(left, height, line, size)
            height -= leading
        return height

    def rule(self, left: float, bottom: float, right: float, top: float) -> None:
        """Draw a line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(left, bottom, right, top)

    def grid(self, lefts: Sequence[float], heights: Sequence[float]) -> None:
        """Draw the lines of a table, from its columns' and rows' edges."""
        for height in heights:
            self.rule(lefts[0], height, lefts[-1], height)
        for left in lefts:
            self.rule(left, heights[0], left, heights[-1])

    def picture(self, left: float, bottom: float, width: float, height: float) -> None:
        """Draw a picture, all grey."""
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        self.canvas.drawImage(ImageReader(Image.new("L", (8, 8), 128)), left, bottom, width, height)


Draw = Callable[[Sheet], object]


def drawn(*pages: Draw, size: tuple[float, float] = A4, **settings: str) -> bytes:
    """Make a PDF without tags; each function draws one page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for name, value in settings.items():
        getattr(canvas, f"set{name.capitalize()}")(value)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@dataclass(frozen=True)
class Words:
    """Words of a tagged page, and where they stand; `content` is None for words outside all marked content."""

    content: int | None
    left: float
    height: float
    text: str
    bold: bool = False
    artifact: bool = False
    size: float = 11


@dataclass(frozen=True)
class Tag:
    """A tag: its role, and its kids: tags, numbers of marked contents, or (page, number)."""

    role: str
    kids: Sequence[Any] = ()
    alt: str | None = None
    actual: str | None = None
    attributes: Mapping[str, int] | None = None
    annotation: Any = None


def tagged(pages: Sequence[Sequence[Words]], tags: Tag, roles: Mapping[str, str] | None = None) -> bytes:
    """Make a tagged PDF; kids that are numbers are marked contents of the first page."""
    pdf = pikepdf.new()
    fonts = Dictionary(F1=_font("Helvetica"), F2=_font("Helvetica-Bold"))
    for words in pages:
        page = pdf.add_blank_page(page_size=A4)
        page.obj.Resources = Dictionary(Font=fonts)
        page.obj.Contents = pdf.make_stream("\n".join(map(_drawn, words)).encode("cp1252"))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = _tag(pdf, tags, root)
    if roles:
        root.RoleMap = Dictionary({f"/{name}": Name(f"/{role}") for name, role in roles.items()})
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """Return the bytes of a PDF."""
    buffer = io.BytesIO()
    pdf.save(buffer, **options)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **options: Any) -> bytes:
    """Return a PDF after something in it was changed."""
    pdf = pikepdf.open(io.BytesIO(data))
    change(pdf)
    return saved(pdf, **options)


def read_pdf(data: bytes, name: str = "tender.pdf") -> Document:
    """Read a PDF."""
    return read(Source(name, data))


def told(document: Document) -> list[tuple[str, str, str]]:
    """Return kind, label and text of every block that is not a table."""
    return [(block.kind.value, block.label, block.text) for block in document.blocks if block.table is None]


def texts(document: Document, kind: BlockKind | None = None) -> list[str]:
    """Return the words of the blocks, or of those of one kind."""
    return [block.text for block in document.blocks if kind in (None, block.kind)]


def tables(document: Document) -> list[list[list[str]]]:
    """Return the words of the cells of every table, row by row."""
    return [[[cell.text for cell in row] for row in block.table.rows] for block in document.blocks if block.table]


def only(document: Document, kind: BlockKind) -> Block:
    """Return the one block of a kind."""
    (block,) = [block for block in document.blocks if block.kind is kind]
    return block


def _font(name: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding)


def _drawn(words: Words) -> str:
    escaped = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    font = "F2" if words.bold else "F1"
    shown = f"BT /{font} {words.size} Tf 1 0 0 1 {words.left} {words.height} Tm ({escaped}) Tj ET"
    if words.artifact:
        return f"/Artifact BMC {shown} EMC"
    return shown if words.content is None else f"/P <</MCID {words.content}>> BDC {shown} EMC"


def _tag(pdf: pikepdf.Pdf, tag: Tag, parent: Any) -> Any:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.role}"), P=parent))
    kids = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            kids.append(_tag(pdf, kid, made))
        else:
            page, content = kid if isinstance(kid, tuple) else (1, kid)
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[page - 1].obj, MCID=content))
    if tag.annotation is not None:
        kids.append(Dictionary(Type=Name.OBJR, Obj=pdf.make_indirect(tag.annotation)))
    made.K = Array(kids)
    if tag.alt is not None:
        made.Alt = String(tag.alt)
    if tag.actual is not None:
        made.ActualText = String(tag.actual)
    if tag.attributes:
        made.A = Dictionary({"/O": Name.Table, **{f"/{name}": value for name, value in tag.attributes.items()}})
    return made
