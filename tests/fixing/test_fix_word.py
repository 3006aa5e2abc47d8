"""`tenderlint fix` on Word files: what it puts right, what it leaves alone, and that the copy is otherwise the same."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree

from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tests.checks.planted_word import LONG, Planted, picture, rooms, styles, vml
from tests.conftest import Run
from tests.fixing.office import words_in_office
from tests.readers.word_files import cell, heading, p, r, row, table

Tenderlint = Callable[..., Run]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD = "<w:b/>"
HEADLESS = table(
    row(cell(p("Room", run=BOLD)), cell(p("Times a week", run=BOLD)), cell(p("Floor", run=BOLD))),
    row(cell("Hall"), cell("five"), cell("wood")),
    row(cell("Office"), cell("two"), cell("carpet")),
)
ENGLISH = p(f"{LONG} The bidder must say which of the bins will be emptied, and by whom, and on what day of the week.")
EMPTY = p() * 5
MESSY = (
    HEADLESS + ENGLISH + EMPTY + p("Sweep      the hall, and dust it.") + p("Name:          Date:")
    + p("Signed", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
)  # fmt: skip
AMERICAN = styles(language='<w:lang w:val="en-US"/>')


def _put(folder: Path, planted: Planted) -> Path:
    path = folder / planted.file
    path.write_bytes(_whole(planted.data()))
    return path


def _whole(data: bytes) -> bytes:
    """Add what Word itself always writes and small test files leave out: the kinds of the parts."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
                           ("footer", "footer"), ("header", "header"), ("settings", "settings"))
    )  # fmt: skip
    core = (
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    )
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        names = set(archive.namelist())
        archive.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}'
            f"{core if 'docProps/core.xml' in names else ''}</Types>",
        )
    return made.getvalue()


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _plain(part: bytes) -> bytes:
    return bytes(etree.tostring(etree.fromstring(part), method="c14n"))


def _words(path: Path) -> list[str]:
    document = read_or_say(Source(path.name, path.read_bytes()))
    return [" ".join(block.text.split()) for block in document.blocks if block.text]


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """A file with everything that a program may put right."""
    return _put(tmp_path, Planted("messy", MESSY, title="", parts={"styles": AMERICAN}))


def test_a_copy_is_written_beside_the_file_and_the_file_is_as_it_was(tenderlint: Tenderlint, messy: Path) -> None:
    before = messy.read_bytes()
    run = tenderlint("fix", messy)
    assert run.code == 0, run.err
    copy = messy.with_name("Specification (corrected).docx")
    assert messy.read_bytes() == before
    told = " ".join(run.out.split())
    assert "Title: none; now “Cleaning of the town hall” (its first heading)" in told
    assert "Language: en-US; now en-GB" in told
    assert "% of its words are common English ones, and the pack speaks of the United Kingdom" in told
    assert "Table “Room | Times a week | Floor”, under “Rooms”: no header row; now the first row is its header" in told
    assert "Empty paragraphs: 1 run of 3 or more; now one each, 4 taken out (the first after “The cleaner" in told
    assert "Blanks: 1 run of four or more between words; now one blank each (the first in “Sweep the hall" in told
    assert "1 run of blanks may be a place to write in" in told
    opened = docx.Document(str(copy))
    assert opened.core_properties.title == "Cleaning of the town hall"
    document = read_or_say(Source(copy.name, copy.read_bytes()))
    assert (document.structure.title, document.structure.language) == ("Cleaning of the town hall", "en-GB")
    assert [block.table.header_rows for block in document.blocks if block.table is not None] == [1, 1]


def test_the_corrected_barriers_are_no_longer_found(tenderlint: Tenderlint, messy: Path) -> None:
    rules = "word-title,word-language,word-table-headers"
    assert tenderlint("check", messy, "--select", rules, "--fail-on", "advice").code == 1
    tenderlint("fix", messy)
    copy = messy.with_name("Specification (corrected).docx")
    run = tenderlint("check", copy, "--select", rules, "--fail-on", "advice")
    assert run.code == 0, run.out


def test_every_part_that_was_not_corrected_is_the_same_byte_for_byte(tenderlint: Tenderlint, messy: Path) -> None:
    tenderlint("fix", messy)
    old, new = _parts(messy), _parts(messy.with_name("Specification (corrected).docx"))
    changed = {name for name in old if new[name] != old[name]}
    assert changed == {"word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"}
    assert new.keys() - old.keys() == {"docProps/core.xml"}
    assert old.keys() <= new.keys()


def test_nothing_in_a_corrected_part_differs_but_what_was_told(tenderlint: Tenderlint, messy: Path) -> None:
    tenderlint("fix", messy)
    old, new = _parts(messy), _parts(messy.with_name("Specification (corrected).docx"))
    assert _plain(new["word/styles.xml"]) == _plain(old["word/styles.xml"]).replace(b"en-US", b"en-GB")
    was = _plain(old["word/document.xml"])
    last = was.rindex(b"<w:tbl>")
    headed = b"<w:tr><w:trPr><w:tblHeader></w:tblHeader></w:trPr>"
    was = was[:last] + was[last:].replace(b"<w:tr><w:trPr></w:trPr>", headed, 1)
    was = was.replace(b"<w:p><w:pPr></w:pPr></w:p>" * 5, b"<w:p><w:pPr></w:pPr></w:p>")
    was = was.replace(b"Sweep      the", b"Sweep the")
    assert _plain(new["word/document.xml"]) == was
    core = etree.fromstring(new["docProps/core.xml"])
    assert [(child.tag.rpartition("}")[2], child.text) for child in core] == [("title", "Cleaning of the town hall")]


def test_the_words_are_the_same_for_the_reader_and_in_libreoffice(
    tenderlint: Tenderlint, messy: Path, tmp_path: Path
) -> None:
    tenderlint("fix", messy, "-o", tmp_path / "out")
    copy = tmp_path / "out" / messy.name
    assert _words(copy) == _words(messy)
    shown = [words_in_office(path, tmp_path / name) for path, name in ((messy, "a"), (copy, "b"))]
    assert len(shown[1]) > 500
    assert shown[1].split() == shown[0].split()


def test_diff_says_all_that_would_change_and_writes_nothing(tenderlint: Tenderlint, messy: Path) -> None:
    run = tenderlint("fix", messy, "--diff")
    assert run.code == 0
    assert "Title: none; now “Cleaning of the town hall”" in run.out
    assert "Nothing was written: 1 file would have a corrected copy." in run.out
    assert [path.name for path in messy.parent.iterdir()] == [messy.name]
    assert max(map(len, run.out.splitlines())) <= 80


def test_a_copy_that_is_there_already_is_never_written_over(tenderlint: Tenderlint, messy: Path) -> None:
    copy = messy.with_name("Specification (corrected).docx")
    copy.write_text("mine", encoding="utf-8")
    run = tenderlint("fix", messy)
    assert (run.code, run.out) == (2, "")
    assert "is there already, and nothing is written over. Move it away" in run.err
    assert copy.read_text(encoding="utf-8") == "mine"
    assert tenderlint("fix", messy, "-o", messy.parent).code == 2


def test_the_copies_of_a_folder_stand_in_a_folder_of_their_own(tenderlint: Tenderlint, tmp_path: Path) -> None:
    inner = tmp_path / "pack" / "forms"
    inner.mkdir(parents=True)
    _put(inner, Planted("messy", MESSY, title=""))
    _put(tmp_path / "pack", Planted("good", file="Good.docx"))
    run = tenderlint("fix", tmp_path / "pack")
    assert run.code == 0, run.err
    made = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx") if "corrected" in str(path)]
    assert made == ["pack (corrected)/forms/Specification.docx"]
    assert "1 corrected copy was written; the originals are untouched." in run.out


def test_the_copies_of_a_zip_never_land_outside_their_folder(tenderlint: Tenderlint, tmp_path: Path) -> None:
    data = _whole(Planted("messy", MESSY, title="").data())
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("forms/Form.docx", data)
        archive.writestr("../../Evil.docx", data)
    run = tenderlint("fix", tmp_path / "pack.zip", "-o", tmp_path / "deep" / "out")
    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx"))
    assert made[-1] == "deep/out/forms/Form.docx", run.err
    assert all(name.startswith("deep/out/") for name in made)
    assert not (tmp_path.parent / "Evil.docx").exists()


def test_a_good_file_has_nothing_to_put_right(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = tenderlint("fix", _put(tmp_path, Planted("good")))
    assert (run.code, run.out) == (0, "Nothing was found that can be put right here.\n")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_title_is_never_made_up(tenderlint: Tenderlint, tmp_path: Path) -> None:
    plain = Planted("untitled", start=p(LONG), title="", body="")
    run = tenderlint("fix", _put(tmp_path, plain), "--diff")
    assert "Title:" not in run.out.replace("No title", "")
    assert "No title was found in its own words" in " ".join(run.out.split())


@pytest.mark.parametrize(
    ("start", "title"),
    [
        (heading("Introduction"), None),
        (heading("[Insert name of the contract]"), None),
        (p("Cleaning of schools", run='<w:sz w:val="48"/>') + heading("Introduction"), "Cleaning of schools"),
        (heading("Schedule 4") + p("Cleaning of schools", run=BOLD), "Schedule 4: Cleaning of schools"),
        (p("Cleaning of schools", run=BOLD) + p(LONG), "Cleaning of schools"),
        (heading("Invitation to tender for") + p("cleaning of schools"),
         "Invitation to tender for cleaning of schools"),
        (heading("BUYER") + heading("Schedule 4") + heading("Cleaning"), "Schedule 4: Cleaning"),
        (p("BUYER", run=BOLD) + p("and", run=BOLD) + p("SUPPLIER", run=BOLD) + p(LONG), None),
    ],
)  # fmt: skip
def test_a_title_is_the_large_words_or_the_first_heading_if_they_name_anything(
    tenderlint: Tenderlint, tmp_path: Path, start: str, title: str | None
) -> None:
    run = tenderlint("fix", _put(tmp_path, Planted("start", start=start, title="")), "--diff")
    found = re.search(r"Title: none; now “([^”]*)”", " ".join(run.out.split()))
    assert (found[1] if found else None) == title


@pytest.mark.parametrize(
    ("words", "options", "language"),
    [
        ("Mae'r cynigydd yn gyfrifol am bob rhan o'r gwaith glanhau a rhaid iddo ddangos y prisiau yn llawn. " * 4,
         (), None),
        ("Mae'r cynigydd yn gyfrifol am bob rhan o'r gwaith glanhau. " * 6, ("--language", "cy-GB"), "cy-GB"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_in_english_is_given_no_language_unless_the_user_says_which(
    tenderlint: Tenderlint, tmp_path: Path, words: str, options: tuple[str, ...], language: str | None
) -> None:
    path = tmp_path / "Manyleb.docx"
    made = docx.Document()
    made.core_properties.title = "Glanhau neuadd y dref"
    for lang in made.styles.element.iter(f"{W}lang"):
        lang.getparent().remove(lang)
    made.add_paragraph(words)
    made.save(str(path))
    run = tenderlint("fix", path, *options)
    copy = tmp_path / "Manyleb (corrected).docx"
    if language is None:
        assert "its text is not plainly English: say which it is, such as --language en-GB" in " ".join(run.out.split())
        assert not copy.exists()
    else:
        assert read_or_say(Source(copy.name, copy.read_bytes())).structure.language == language


def test_american_english_stays_in_a_pack_that_is_not_british(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = tmp_path / "Statement.docx"
    made = docx.Document()
    made.core_properties.title = "Cleaning of the courthouse"
    made.add_paragraph(f"The price is not to be more than $20,000 a year. {LONG} {LONG}")
    made.save(str(path))
    assert tenderlint("fix", path, "--diff").out == "Nothing was found that can be put right here.\n"


def test_a_word_that_is_no_language_tag_is_refused(tenderlint: Tenderlint, messy: Path) -> None:
    run = tenderlint("fix", messy, "--language", "British English")
    assert run.code == 2
    assert "“British English” is no language tag. Write it like en-GB" in run.err


def test_a_first_row_that_is_not_plainly_a_header_is_left_to_a_person(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = tenderlint("fix", _put(tmp_path, Planted("plain", rooms(head=""))))
    told = " ".join(run.out.split())
    assert "1 table of data has no header row, and the first row is not plainly one" in told
    assert "Nothing was found that can be put right here." in told


def test_names_over_columns_of_figures_are_plainly_a_header(tenderlint: Tenderlint, tmp_path: Path) -> None:
    figures = table(row(cell("Room"), cell("Price"), cell("Floor")), row(cell("Hall"), cell("£1,200"), cell("wood")),
                    row(cell("Office"), cell("£980"), cell("carpet")))  # fmt: skip
    run = tenderlint("fix", _put(tmp_path, Planted("figures", figures)))
    assert "Table “Room | Price | Floor”" in run.out


def test_a_picture_is_decoration_only_when_the_user_says_so(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = _put(tmp_path, Planted("pictures", picture().replace("Drawing 1", "Rule 7") + picture()))
    run = tenderlint("fix", path)
    assert "2 pictures have no words: “Rule 7”, “Drawing 1”." in " ".join(run.out.split())
    assert not list(tmp_path.glob("*corrected*"))
    run = tenderlint("fix", path, "--decorative", "rule 7")
    assert "Picture “Rule 7”: no words; now decoration (as you said)" in run.out
    copy = tmp_path / "Specification (corrected).docx"
    pictures = read_or_say(Source(copy.name, copy.read_bytes())).structure.pictures
    assert [(each.alt, each.decorative) for each in pictures[-2:]] == [(None, True), (None, False)]


def test_all_pictures_without_words_can_be_told_to_be_decoration(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = _put(tmp_path, Planted("pictures", picture() + picture('descr="Map of the wards"')))
    run = tenderlint("fix", path, "--decorative", "all")
    assert run.out.count("now decoration") == 1


@pytest.mark.parametrize(
    "kept",
    [
        '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>' * 4,
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 4,
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:p>' * 4,
        p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') * 4,
        '<w:p><w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/></w:p>' * 4,
        p() * 2,
        vml('<v:rect/>') * 4,
        f'<w:p>{r("Name")}{r("        ", "<w:u/>")}{r("of the bidder")}</w:p>',
        p("Price: £        a day"),
        p("Sum of [          ] pounds"),
        f'<w:p>{r("One    ")}<w:r><w:tab/></w:r>{r("    two")}</w:p>',
    ],
)  # fmt: skip
def test_empty_paragraphs_and_blanks_that_do_something_are_kept(
    tenderlint: Tenderlint, tmp_path: Path, kept: str
) -> None:
    path = _put(tmp_path, Planted("kept", p("Before") + kept + p("After")))
    tenderlint("fix", path)
    assert not list(tmp_path.glob("*corrected*"))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda data: _with(data, "_xmlsignatures/sig1.xml", "<a/>"), "is signed: any change would break its"),
        (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "is "),
        (lambda data: data[: len(data) // 2], "is cut short or damaged"),
    ],
)  # fmt: skip
def test_a_signed_locked_or_damaged_file_is_refused_in_one_line(
    tenderlint: Tenderlint, tmp_path: Path, spoil: Callable[[bytes], bytes], why: str
) -> None:
    path = tmp_path / "Form.docx"
    path.write_bytes(spoil(_whole(Planted("messy", MESSY, title="").data())))
    run = tenderlint("fix", path)
    assert run.code == 3
    assert f"Not corrected: it {why}" in " ".join(run.out.split())
    assert "Traceback" not in run.err
    assert list(tmp_path.iterdir()) == [path]


def test_a_protected_file_is_refused(tenderlint: Tenderlint, tmp_path: Path) -> None:
    settings = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    run = tenderlint("fix", _put(tmp_path, Planted("locked", MESSY, title="", parts={"settings": settings})))
    assert run.code == 3
    assert "it is protected against changes. Stop the protection in Word" in " ".join(run.out.split())


def test_a_file_with_macros_and_opendocument_text_are_refused(tenderlint: Tenderlint, tmp_path: Path) -> None:
    from tests.readers.word_files import odt_file

    (tmp_path / "Form.odt").write_bytes(odt_file("<text:p>Words</text:p>").data)
    data = _whole(Planted("macros", MESSY, title="").data())
    (tmp_path / "Form.docm").write_bytes(data.replace(b"", b""))
    _retype(tmp_path / "Form.docm")
    run = tenderlint("fix", tmp_path, "-o", tmp_path / "out")
    told = " ".join(run.out.split())
    assert run.code == 3
    assert "Form.docm Not corrected: it is a template or holds macros" in told
    assert "Form.odt Not corrected: it is OpenDocument text" in told
    assert not (tmp_path / "out").exists()


def test_a_pack_that_is_not_there_is_told(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = tenderlint("fix", tmp_path / "none")
    assert run.code == 3
    assert "there is no such file or folder. Check the path." in run.err


def _with(data: bytes, name: str, text: str) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, text)
    return made.getvalue()


def _retype(path: Path) -> None:
    parts = _parts(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            archive.writestr(name, data.replace(kind, b"application/vnd.ms-word.document.macroEnabled.main+xml"))
