"""Builds whole Word files, good but for one planted barrier each, with the checks that must find it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.readers.word_files import cell, docx, heading, numbered, numbering, p, r, row, table

LONG = "The cleaner cleans the hall five times a week in the evening and empties every bin in the building at night."
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
_CAPTION = (
    '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
_LEVELS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    for level in (1, 2, 3)
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme><a:fontScheme><a:majorFont>'
    '<a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface="Cambria"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
PAGE_NUMBER = f'<w:p><w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple></w:p>'
CONTENTS = f'<w:p><w:fldSimple w:instr=" TOC \\o ">{r("Rooms 1")}</w:fldSimple></w:p>'
_MARGINS = '<w:pgMar w:left="1440" w:right="1440" w:top="1440" w:bottom="1440"/>'
UPRIGHT = f'<w:pgSz w:w="11906" w:h="16838"/>{_MARGINS}'
LYING = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{_MARGINS}'
HEAD = "<w:tblHeader/>"
SPAN = '<w:gridSpan w:val="2"/>'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BULLET = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'


def styles(more: str = "", language: str = '<w:lang w:val="en-GB"/>', font: str = _FONT, lines: str = "") -> str:
    """Return a styles part of 12 point Arial in British English."""
    usual = f'<w:rPr>{font}<w:sz w:val="24"/>{language}</w:rPr>'
    return (
        f"<w:docDefaults><w:rPrDefault>{usual}</w:rPrDefault><w:pPrDefault><w:pPr>{lines}</w:pPr></w:pPrDefault>"
        f"</w:docDefaults>{_LEVELS}{_CAPTION}{more}"
    )


def style(name: str, inner: str, kind: str = "paragraph", more: str = "") -> str:
    """Return one style."""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}{more}</w:style>'


def picture(descr: str = "", *, anchor: str = "", wide: int = 1_000_000, inner: str = "", link: str = "") -> str:
    """Return a paragraph with a picture; `anchor` are the attributes of one that floats, `inner` replaces it."""
    blip = f'<pic:pic><pic:blipFill><a:blip r:link="{link}"/></pic:blipFill></pic:pic>' if link else "<pic:pic/>"
    around = "wp:anchor" if anchor else "wp:inline"
    return (
        f'<w:p><w:r><w:drawing><{around}{anchor.removesuffix("plain")}><wp:extent cx="{wide}" cy="{wide}"/>'
        f'<wp:docPr id="1" name="Drawing 1" {descr}/><a:graphic><a:graphicData>{inner or blip}</a:graphicData>'
        f"</a:graphic></{around}></w:drawing></w:r></w:p>"
    )


DECORATIVE = picture(inner="<pic:pic/>").replace(
    "/><a:graphic>", '><a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr><a:graphic>'
)


def rooms(*, head: str = HEAD, middle: str = "", last: str = "") -> str:
    """Return a table of data."""
    return table(
        row(cell("Room"), cell("Times a week"), cell("Floor"), properties=head),
        row(cell("Hall"), cell("five"), cell("wood")),
        middle,
        row(cell("Office"), cell("two"), cell("carpet")),
        last or row(cell("Stairs"), cell("one"), cell("stone")),
    )


def link(words: str, number: str) -> str:
    """Return a paragraph with a link."""
    return f'<w:p>{r("Read about it ")}<w:hyperlink r:id="{number}">{r(words)}</w:hyperlink>{r(" at leisure.")}</w:p>'


def box(words: str) -> str:
    """Return a paragraph with a text box."""
    inner = f"<wps:wsp><wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx></wps:wsp>"
    return picture(anchor=" plain", inner=inner)


def vml(inner: str, name: str = "Shape1") -> str:
    """Return a paragraph with a drawing in the old form."""
    return f'<w:p><w:r><w:pict><v:shape id="{name}" style="width:9pt">{inner}</v:shape></w:pict></w:r></w:p>'


def control(properties: str, words: str = "Name") -> str:
    """Return a paragraph with a content control."""
    return f"<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{r(words)}</w:sdtContent></w:sdt></w:p>"


def field_with(data: str) -> str:
    """Return a paragraph with a form field of the old kind."""
    return (
        f'<w:p>{r("Name: ")}<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Name"/>{data}'
        '<w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("   ")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def pages(words: int, *, headed: bool = True) -> str:
    """Return sections of running text of so many words and a few more."""
    count = words // len(LONG.split()) + 1
    return "".join(
        (heading(f"Room {number}", 2) if headed and number % 10 == 1 else "") + p(LONG)
        for number in range(1, count + 1)
    )


@dataclass(frozen=True)
class Planted:
    """One file: what is put into the good file, and the checks that must fail on it."""

    name: str
    body: str = ""
    found: frozenset[str] = frozenset()
    start: str = heading("Cleaning of the town hall")
    title: str = "Cleaning of the town hall: specification"
    file: str = "Specification.docx"
    parts: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    page: str = UPRIGHT

    def data(self) -> bytes:
        """Return the bytes of the file."""
        body = (
            self.start + p("The price is not to be more than £20,000 a year.") + p(LONG)
            + numbered("Sweep") + numbered("Dust") + heading("Rooms", 2) + rooms() + p(LONG)
            + picture('descr="Map of the three sites, with the bus stops"') + DECORATIVE + self.body
        )  # fmt: skip
        parts = {"styles": styles(), "numbering": numbering(_BULLET), "footer": PAGE_NUMBER, **self.parts}
        shown = '<w:footerReference w:type="default" r:id="footer"/>'
        if "header" in parts:
            shown += '<w:headerReference w:type="default" r:id="header"/>'
        links = {"guide": "https://example.org/guide", "policy": "https://example.org/policy", **self.links}
        body += link("the guide to bidding together", "guide") + f"<w:sectPr>{shown}{self.page}</w:sectPr>"
        return docx(body, name=self.file, title=self.title, links=links, files=self.files, **parts).data


def _one(check: str, *rows: tuple[str, str] | tuple[str, str, Mapping[str, object]]) -> list[Planted]:
    found = frozenset({check})
    return [Planted(name=f"{check}: {each[0]}", body=each[1], found=found, **(each[2] if len(each) > 2 else {}))  # type: ignore[arg-type, misc]
            for each in rows]  # fmt: skip


def _good(*rows: tuple[str, str] | tuple[str, str, Mapping[str, object]]) -> list[Planted]:
    return [Planted(name=f"good: {each[0]}", body=each[1], **(each[2] if len(each) > 2 else {}))  # type: ignore[arg-type, misc]
            for each in rows]  # fmt: skip


_GREY = '<w:color w:val="A6A6A6"/>'
_BLANK_ROW = row(cell(), cell(), cell())
_FADED = '<w:color w:val="auto" w:themeColor="accent1" w:themeTint="66"/>'
_SUPER = '<w:vertAlign w:val="superscript"/>'
_CELL_RED, _CELL_GREEN, _CELL_GREY = (
    f'<w:shd w:val="clear" w:fill="{fill}"/>' for fill in ("FF0000", "00B050", "D9D9D9")
)
_CAPITALS = style("Loud", "<w:rPr><w:caps/></w:rPr>")
_SHOUT = "".join(p(LONG, '<w:pStyle w:val="Loud"/>') for _ in range(3))
_GROUP = "<wpg:wgp xmlns:wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'><pic:pic/></wpg:wgp>"
_OBJECT = (
    '<w:p><w:r><w:object><v:shape id="o1"><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/>'
    "</w:object></w:r></w:p>"
)
_WATERMARK = vml('<v:textpath string="DRAFT"/>', "PowerPlusWaterMarkObject1")
_ART = vml('<v:textpath string="Welcome to us all"/>')

PLANTED: list[Planted] = [
    *_good(
        ("a whole file", ""),
        ("white words on a dark ground",
         p(LONG, '<w:shd w:val="clear" w:fill="1F3864"/>', '<w:color w:val="FFFFFF"/>')),
        ("large words may be paler", p("Clean the hall", run='<w:color w:val="767676"/><w:sz w:val="48"/>')),
        ("a table of labels to fill", table(row(cell("Name"), cell()), row(cell("Address"), cell()))),
        ("rows left for the bidder", rooms(last=_BLANK_ROW)),
        ("one slip of the space bar", p("Name:      Address")),
        ("grey cells in a form", table(row(cell("Name"), cell("", _CELL_GREY)), row(cell("Age"), cell("", _CELL_RED)))),
        ("a control with a title", control('<w:alias w:val="Name of the bidder"/><w:text/>')),
        ("a form field with help", field_with('<w:helpText w:val="Name of the bidder"/>')),
        ("tracked changes asked for", "", {"parts": {
            "settings": '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'}}),
        ("a caption with its style", p("Table 1: Rooms", '<w:pStyle w:val="Caption"/>') * 2),
        ("a caption that counts itself",
         f'<w:p>{r("Figure ")}<w:fldSimple w:instr=" SEQ Figure ">{r("1")}</w:fldSimple>{r(": The hall")}</w:p>' * 2),
        ("the crest beside the address", "", {"parts": {"header": picture(
            'descr="Crest of the council"', anchor=' behindDoc="1"')}}),
        ("a long file with contents and page numbers", CONTENTS + pages(2100)),
        ("a page that lies and holds a table", rooms(last=row(cell(LONG), cell(LONG), cell(LONG))), {"page": LYING}),
        ("a page that lies in columns", p(LONG) * 9, {"page": LYING + '<w:cols w:num="2"/>'}),
        ("lines of their own height", p(LONG, '<w:spacing w:line="280" w:lineRule="atLeast"/>') * 5),
    ),
    *_one("word-alt-text",
          ("a picture without words", picture()),
          ("the name of a file", picture('descr="map_final.png"')),
          ("made by a program", picture(
              'descr="A picture containing grass&#10;&#10;Description automatically generated"')),
          ("made by a program and not read",
           picture('descr="Three people on a bench&#10;&#10;AI-generated content may be incorrect."')),
          ("far too many words", picture(f'descr="{LONG} {LONG} {LONG}"')),
          ("the words of the caption", picture('descr="Map of the wards"')
           + p("Figure 2: Map of the wards", '<w:pStyle w:val="Caption"/>')),
          ("a chart", picture(inner=f'<c:chart r:id="none" xmlns:a="{A}"/>')),
          ("a group", picture(inner=_GROUP)),
          ("a picture in the old form", vml('<v:imagedata r:id="x"/>')),
          ("a sheet from another program", _OBJECT)),
    *_one("word-table-headers", ("no header row", rooms(head=""))),
    *_one("word-complex-tables",
          ("merged cells", rooms(middle=row(cell("All rooms", SPAN), cell("wood")))),
          ("a table in a table", table(row(cell(table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))) + p()),
                                           cell("x")), row(cell("y"), cell("z")))),
          ("rows of different lengths", rooms(middle=row(cell("Lift"), cell("one")))),
          ("a blank row", rooms(middle=_BLANK_ROW)),
          ("layout with a header", table(row(cell("Read this first, all of you."), properties=HEAD),
                                         row(cell("Then read that."))))),
    *_one("word-headings",
          ("none in a long file", pages(700, headed=False), {"start": ""}),
          ("a level that is skipped", heading("Bins", 1) + p(LONG) + heading("Bags", 3) + p(LONG)),
          ("the first is of level 2", "", {"start": heading("Cleaning", 2)})),
    *_one("word-fake-headings",
          ("bold lines", "".join(
              p(words, run="<w:b/>") + p(LONG) for words in ("The bins", "The windows", "The doors")))),
    *_one("word-heading-text",
          ("no words", heading("")),
          ("more than a line", heading(LONG.removesuffix(" at night.") + " and of its annexe", 2)),
          ("a whole paragraph", heading(f"{LONG} {LONG} {LONG}", 2)),
          ("in a table", table(row(cell(heading("Bins", 2)), cell("Weekly")), row(cell("Bags"), cell("Daily"))))),
    *_one("word-floating",
          ("a picture", picture('descr="Map of the wards"', anchor=' behindDoc="0"')),
          ("a picture in the old form",
           vml('<v:imagedata r:id="x"/>').replace('style="', 'alt="Map of the wards" style="position:absolute;'))),
    *_one("word-text-boxes",
          ("a box", box(LONG)),
          ("a box in the old form", vml(f"<v:textbox><w:txbxContent>{p(LONG)}</w:txbxContent></v:textbox>"))),
    *_one("word-contrast",
          ("the run's own colour", p(LONG, run=_GREY)),
          ("a character style", p(LONG, run='<w:rStyle w:val="Pale"/>'),
           {"parts": {"styles": styles(style("Pale", f"<w:rPr>{_GREY}</w:rPr>", "character"))}}),
          ("a paragraph style that is based on another", p(LONG, '<w:pStyle w:val="Quote"/>'),
           {"parts": {"styles": styles(style("Pale", f"<w:rPr>{_GREY}</w:rPr>")
                                       + style("Quote", '<w:basedOn w:val="Pale"/>'))}}),
          ("a tint of the theme", p(LONG, run=_FADED), {"files": {"theme theme1.xml": THEME}}),
          ("a table style", f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'
                            f'{row(cell(LONG), cell("Yes"))}{row(cell(LONG), cell("No"))}</w:tbl>',
           {"parts": {"styles": styles(style("Grid", f"<w:rPr>{_GREY}</w:rPr>", "table"))}}),
          ("the shade of a cell", table(row(cell(p(LONG, run='<w:color w:val="7F7F7F"/>'), _CELL_GREY), cell("Yes")))),
          ("a highlighter", p(LONG, run='<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>').replace(
              "FFFFFF", "FF0000"))),
    *_one("word-colour-alone",
          ("words that point to a colour", p("Questions shown in red must be answered by every bidder.")),
          ("cells without words",
           table(row(cell("Flood"), cell("", _CELL_RED)), row(cell("Fire"), cell("", _CELL_GREEN)))),
          ("one sign in two colours",
           table(row(cell("Flood"), cell(p("●", run='<w:b/><w:sz w:val="40"/><w:color w:val="C00000"/>'))),
                 row(cell("Fire"), cell(p("●", run='<w:b/><w:sz w:val="40"/><w:color w:val="007A33"/>')))))),
    *_one("word-links",
          ("here", link("here", "policy")),
          ("a long address", link("https://example.org/a/long/way/down/to/the/policy/on/bins", "policy")),
          ("a figure", link("[1]", "policy")),
          ("the words of another link", link("the guide to bidding together", "policy"))),
    *_one("word-protected",
          ("only fields", "", {"parts": {"settings": '<w:documentProtection w:edit="forms" w:enforcement="1"/>'}}),
          ("all", "", {"parts": {"settings": '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'}})),
    *_one("word-form-fields",
          ("a control without a title", control("<w:text/>")),
          ("an old field without help", field_with("")),
          ("a box to tick in the header", "",
           {"parts": {"header": control('<w:alias w:val="Agreed"/><w14:checkbox/>', "☐")}})),
    *_one("word-form-blanks", ("lines and dots", p("Name: ____________") + p("Age: ............") + p("Town: ______"))),
    *_one("word-title",
          ("none", "", {"title": ""}),
          ("that of an empty file", "", {"title": "Document1"}),
          ("the name of the file", "", {"title": "Hall_cleaning_v3", "file": "Hall_cleaning_v3.docx"})),
    *_one("word-language",
          ("none", "", {"parts": {"styles": styles(language="")}}),
          ("American", "", {"parts": {"styles": styles(language='<w:lang w:val="en-US"/>')}})),
    *_one("word-typed-layout",
          ("spaces", p("Name:      Address") * 3),
          ("empty lines", (p("Sign below.") + p() * 4) * 3),
          ("tabs", f"<w:p><w:r>{'<w:tab/>' * 3}</w:r>{r('Address')}</w:p>" * 3),
          ("bullets", p("• Sweep the hall") + p("• Dust the shelves") + p("• Empty the bins")),
          ("captions", p("Table 1: Rooms of the hall") + rooms() + p("Table 2: Rooms of the annexe") + rooms()),
          ("notes", "".join(f"<w:p>{r(str(number), _SUPER)}{r(' See the terms.')}</w:p>" for number in (1, 2, 3)))),
    *_one("word-watermark",
          ("a word", "", {"parts": {"header": _WATERMARK}}),
          ("a picture behind the words", "", {"parts": {"header": picture(
              'descr="Crest of the council"', anchor=' behindDoc="1"', wide=5_000_000)}})),
    *_one("word-effects",
          ("words that blink", p("New this year", run='<w:effect w:val="blinkBackground"/>')),
          ("words drawn as art", _ART)),
    *_one("word-small-text", ("ten point", p(LONG, run='<w:sz w:val="20"/>') * 9)),
    *_one("word-hard-type",
          ("justified by the defaults", p(LONG), {"parts": {"styles": styles(lines='<w:jc w:val="both"/>')}}),
          ("capitals by a style", _SHOUT, {"parts": {"styles": styles(_CAPITALS)}}),
          ("italics", p(LONG, run="<w:i/>") * 3),
          ("underlined", p(LONG, run='<w:u w:val="single"/>') * 3),
          ("serifs by the theme", p(LONG), {
              "parts": {"styles": styles(font='<w:rFonts w:asciiTheme="minorHAnsi"/>')},
              "files": {"theme theme1.xml": THEME}})),
    *_one("word-line-spacing",
          ("lines across a page that lies", p(LONG) * 9, {"page": LYING}),
          ("less than single", p(LONG, '<w:spacing w:line="200"/>') * 9),
          ("less than the letters", p(LONG, '<w:spacing w:line="220" w:lineRule="exact"/>') * 9)),
    *_one("word-long-document",
          ("no contents", pages(2100)),
          ("no page numbers", CONTENTS + pages(2100), {"parts": {"footer": p("Town hall")}})),
    *_one("word-macros", ("a macro", "", {"files": {"vbaProject vbaProject.bin": b"macro"}, "file": "Form.docm"})),
    *_one("word-linked-pictures", ("a picture elsewhere", picture('descr="Map of the wards"', link="map"),
                                   {"links": {"map": "https://example.org/map.png"}})),
]  # fmt: skip
