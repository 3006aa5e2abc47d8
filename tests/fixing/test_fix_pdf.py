"""`tenderlint fix` on PDF files: title, language and the title bar, as an update after the old bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tests.conftest import Run

Tenderlint = Callable[..., Run]
LINES = (
    "The cleaner cleans the hall five times a week in the evening and empties every bin.",
    "The bidder must say which of the bins will be emptied, and by whom, and on what day.",
    "The price is not to be more than £20,000 a year, and it will be paid each month.",
)
XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>Press</pdf:Producer></rdf:Description></rdf:RDF>'
    '</x:xmpmeta><?xpacket end="w"?>'
)


def _drawn(title: str = "Cleaning of the town hall", size: int = 24) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.setFont("Helvetica", size)
    canvas.drawString(72, 760, title)
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(LINES):
        canvas.drawString(72, 700 - 20 * number, line)
    canvas.save()
    with pikepdf.open(made) as pdf:
        for name in ("/Title", "/Author", "/Subject"):
            del pdf.docinfo[name]
        again = io.BytesIO()
        pdf.save(again)
    return again.getvalue()


def _changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **how: object) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(made, **how)  # type: ignore[arg-type]
    return made.getvalue()


def _put(folder: Path, data: bytes) -> Path:
    path = folder / "Specification.pdf"
    path.write_bytes(data)
    return path


def test_title_language_and_title_bar_are_put_right(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = _put(tmp_path, _drawn())
    run = tenderlint("fix", path)
    assert run.code == 0, run.err
    told = " ".join(run.out.split())
    assert "Title: none; now “Cleaning of the town hall”" in told
    assert "In the title bar: the name of the file; now the title" in told
    assert "Language: none; now en-GB" in told
    copy = tmp_path / "Specification (corrected).pdf"
    structure = read_or_say(Source(copy.name, copy.read_bytes())).structure
    assert (structure.title, structure.language, structure.title_shown) == ("Cleaning of the town hall", "en-GB", True)
    with pikepdf.open(copy) as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert str(pdf.docinfo["/Title"]) == "Cleaning of the town hall"


@pytest.mark.parametrize("streams", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_the_copy_begins_with_the_old_file_and_shows_the_same_pages(
    tenderlint: Tenderlint, tmp_path: Path, streams: pikepdf.ObjectStreamMode
) -> None:
    path = _put(tmp_path, _changed(_drawn(), lambda pdf: None, object_stream_mode=streams))
    tenderlint("fix", path)
    copy = tmp_path / "Specification (corrected).pdf"
    old, new = path.read_bytes(), copy.read_bytes()
    assert new.startswith(old)
    assert 0 < len(new) - len(old) < 2_000
    pages = [pypdfium2.PdfDocument(data)[0] for data in (old, new)]
    assert pages[0].get_textpage().get_text_range() == pages[1].get_textpage().get_text_range()
    assert pages[0].render().to_pil().tobytes() == pages[1].render().to_pil().tobytes()


def test_a_title_that_tells_nothing_is_replaced_and_the_other_properties_stay(
    tenderlint: Tenderlint, tmp_path: Path
) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "Microsoft Word - spec v3.doc"
        pdf.docinfo["/Author"] = "Town hall"
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(HideMenubar=True)

    path = _put(tmp_path, _changed(_drawn(), spoil))
    assert "Title: “Microsoft Word - spec v3.doc”; now “Cleaning" in " ".join(tenderlint("fix", path).out.split())
    with pikepdf.open(tmp_path / "Specification (corrected).pdf") as pdf:
        assert (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Author"])) == ("Cleaning of the town hall", "Town hall")
        assert dict(pdf.Root.ViewerPreferences) == {"/HideMenubar": True, "/DisplayDocTitle": True}


def test_the_title_is_written_into_the_metadata_stream_too(tenderlint: Tenderlint, tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)

    path = _put(tmp_path, _changed(_drawn(), add))
    tenderlint("fix", path)
    with pikepdf.open(tmp_path / "Specification (corrected).pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Cleaning of the town hall"
        assert metadata["pdf:Producer"] == "Press"


def test_a_file_without_a_plain_title_is_left_to_a_person(tenderlint: Tenderlint, tmp_path: Path) -> None:
    run = tenderlint("fix", _put(tmp_path, _drawn("xx", 12)), "--diff")
    told = " ".join(run.out.split())
    assert "No title was found in its own words" in told
    assert "title bar" not in told


def test_a_locked_file_and_a_signed_one_are_refused_in_one_line(tenderlint: Tenderlint, tmp_path: Path) -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), SigFlags=3)

    encryption = pikepdf.Encryption(owner="owner", user="")
    (tmp_path / "Locked.pdf").write_bytes(_changed(_drawn(), lambda pdf: None, encryption=encryption))
    (tmp_path / "Signed.pdf").write_bytes(_changed(_drawn(), sign))
    run = tenderlint("fix", tmp_path, "-o", tmp_path / "out")
    told = " ".join(run.out.split())
    assert run.code == 3
    assert "Locked.pdf Not corrected: it is locked. Save a copy without security" in told
    assert "Signed.pdf Not corrected: it is signed: any change would break its signature" in told
    assert "Nothing was found that can be put right here, and 2 files could not be corrected." in told
    assert not (tmp_path / "out").exists()


def test_a_scan_has_no_words_to_take_a_title_from(tenderlint: Tenderlint, tmp_path: Path) -> None:
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.rect(10, 10, 500, 700, fill=1)
    canvas.save()
    run = tenderlint("fix", _put(tmp_path, made.getvalue()))
    assert "Traceback" not in run.err
    assert not list(tmp_path.glob("*corrected*"))
