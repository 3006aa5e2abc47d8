"""Makes a small tagged PDF without a fault, and lets tests plant one."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase.ttfonts import TTFontFile

from tests.readers.pdf_files import Tag, Words, changed, tagged

Change = Callable[[pikepdf.Pdf], object]

PROSE = (
    "The cleaner cleans the hall five times a week in the evening.",
    "The cleaner empties every bin in the building and takes the waste to the yard.",
    "You must tell us at once if a lamp or a window in the hall is broken.",
    "We will pay you for the work by the end of the month that follows it.",
    "Our staff will show you the rooms and give you the keys to the building.",
)
HEADER = "Housing Service, cleaning of the hall"
ROWS = (
    ("Room", "Times a week", "Floor"), ("Hall", "five", "wood"), ("Office", "two", "carpet"), ("Yard", "one", "stone"),
)  # fmt: skip
CAPTION = "Plan of the hall"


def pages_of(lines: Sequence[Sequence[Words]], header: int | None = None) -> list[list[Words]]:
    """Put the header on every page: as an artifact, or as the marked content of that number."""
    top = Words(header, 72, 810, HEADER, artifact=header is None, size=12)
    return [[top, *page] for page in lines]


def prose(start: int, height: float) -> list[Words]:
    """Return five lines of text with contents from `start` on."""
    return [Words(start + at, 72, height - 30 * at, line, size=12) for at, line in enumerate(PROSE)]


def first_page(heading: str = "Cleaning of the hall") -> list[Words]:
    """Return the page with a heading, text, a list, a table, a picture's caption, a link and a field."""
    cells = [
        Words(10 + 3 * row + column, 72 + 150 * column, 500 - 20 * row, text, bold=not row, size=12)
        for row, texts in enumerate(ROWS)
        for column, text in enumerate(texts)
    ]
    return [
        Words(0, 72, 770, heading, bold=True, size=18),
        *prose(1, 740),
        Words(6, 72, 570, "•", size=12),
        Words(7, 90, 570, "the hall and the stairs", size=12),
        Words(8, 72, 550, "•", size=12),
        Words(9, 90, 550, "the office and the yard", size=12),
        *cells,
        Words(30, 72, 300, CAPTION, size=12),
        Words(31, 72, 270, "Read the guidance on bidding together", size=12),
    ]


def first_tags(heading: str = "H1", link: str = "Link") -> list[Tag]:
    """Return the tags of the first page."""
    column = {"Scope": Name.Column}
    table = Tag(
        "Table",
        [
            Tag("TR", [Tag("TH" if not row else "TD", [10 + 3 * row + at], attributes=None if row else column)  # type: ignore[arg-type]
                       for at in range(3)])
            for row in range(len(ROWS))
        ],
    )  # fmt: skip
    items = [Tag("LI", [Tag("Lbl", [at]), Tag("LBody", [at + 1])]) for at in (6, 8)]
    return [
        Tag(heading, [0]), *(Tag("P", [at]) for at in range(1, 6)), Tag("L", items), table,
        Tag("Figure", [29], alt="The hall is ten metres long, with a door in the north wall"),
        Tag("Caption", [30]), Tag("P", [Tag(link, [31])]),
        Tag("Form", []),
    ]  # fmt: skip


def next_page(heading: str) -> list[Words]:
    """Return a page with a heading and text."""
    return [Words(0, 72, 770, heading, bold=True, size=16), *prose(1, 740)]


def next_tags(page: int, role: str = "H2") -> list[Tag]:
    """Return its tags."""
    return [Tag(role, [(page, 0)]), *(Tag("P", [(page, at)]) for at in range(1, 6))]


def good(
    pages: list[list[Words]] | None = None, tags: list[Tag] | None = None, change: Change | None = None
) -> bytes:
    """Return a PDF of three pages without a fault, with other pages or tags, or changed at the end."""
    words = pages or pages_of([first_page(), next_page("Times of work"), next_page("Payment")])
    tree = tags or [*first_tags(), *next_tags(2), *next_tags(3)]

    def finish(pdf: pikepdf.Pdf) -> None:
        _finish(pdf)
        if change is not None:
            change(pdf)

    return changed(tagged(words, Tag("Document", tree)), finish)


def tag_of(pdf: pikepdf.Pdf, role: str, number: int = 0) -> Any:
    """Return one of the tags of a role, in the order of the tree."""
    found, stack = [], [pdf.Root.StructTreeRoot.K]
    while stack:
        item = stack.pop()
        if isinstance(item, Array):
            stack.extend(reversed(list(item)))
        elif isinstance(item, Dictionary) and "/S" in item:
            found += [item] if str(item.S) == f"/{role}" else []
            stack.append(item.get("/K"))
    return found[number]


def in_content(pdf: pikepdf.Pdf, page: int, old: bytes, new: bytes) -> None:
    """Change the drawing instructions of a page."""
    stream = pdf.pages[page].obj.Contents
    data = stream.read_bytes()
    assert old in data
    stream.write(data.replace(old, new))


def _finish(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = "Cleaning of the hall: what we ask for"
    font = _font(pdf)
    for page in pdf.pages:
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font, F2=font))
        page.obj.Tabs = Name.S
    link = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[70, 265, 320, 285], StructParent=1, Contents=String("Guidance"),
        A=Dictionary(S=Name.URI, URI=String("https://example.org/guidance")),
    ))  # fmt: skip
    field = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("Bidder"), TU=String("Name of the bidder"),
        Rect=[72, 200, 300, 220], StructParent=2,
    ))  # fmt: skip
    pdf.pages[0].obj.Annots = Array([link, field])
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([field])))
    for role, thing in (("Link", link), ("Form", field)):
        tag = tag_of(pdf, role)
        tag.Pg = pdf.pages[0].obj
        tag.K.append(Dictionary(Type=Name.OBJR, Obj=thing))


def _font(pdf: pikepdf.Pdf) -> Any:
    data, widths = _face()
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Vera"), Flags=32, FontBBox=[-183, -236, 1288, 928], ItalicAngle=0,
        Ascent=928, Descent=-236, CapHeight=730, StemV=80, FontFile2=pdf.make_stream(data),
    )  # fmt: skip
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Vera"), Encoding=Name.WinAnsiEncoding, FirstChar=32,
        LastChar=255, Widths=Array(widths), FontDescriptor=pdf.make_indirect(descriptor),
    ))  # fmt: skip


@cache
def _face() -> tuple[bytes, list[int]]:
    import reportlab

    path = f"{reportlab.__path__[0]}/fonts/Vera.ttf"
    with open(path, "rb") as file:
        data = file.read()
    face = TTFontFile(io.BytesIO(data))
    letters = bytes(range(32, 256)).decode("cp1252", "replace")
    return data, [round(face.charWidths.get(ord(letter), face.defaultWidth)) for letter in letters]
