"""Makes the files of the sample packs from the text in `samples/*/source` (needs LibreOffice for the PDF files)."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path

from tools.sample_word import same_zip, word_file

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_YES, _NO = '{"type":"boolean","value":"true"}', '{"type":"boolean","value":"false"}'
TAGGED = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{_YES},"ExportBookmarks":{_YES}}}'
UNTAGGED = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{_NO}}}'


def main(names: Sequence[str]) -> int:
    """Make the packs named, or all of them."""
    for sample in sorted(SAMPLES.iterdir()):
        if (sample / "source").is_dir() and (not names or sample.name in names):
            make(sample)
            print(sample.name)
    return 0


def make(sample: Path) -> None:
    """Make every file of one pack anew."""
    pack = sample / "pack"
    shutil.rmtree(pack, ignore_errors=True)
    for source in sorted((sample / "source").rglob("*.md")):
        target = pack / source.relative_to(sample / "source").with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made(source, target.suffix))


def made(source: Path, suffix: str) -> bytes:
    """Return the bytes of the file that a source stands for."""
    about, text = parts(source.read_text(encoding="utf-8"))
    match suffix:
        case ".docx":
            return word_file(text, about)
        case ".xlsx":
            return sheet_file(text, about)
        case ".pdf" if "scanned" in about:
            return scanned_file(text)
        case ".pdf":
            return pdf_file(word_file(text, about), about)
        case _:
            return text.encode()


def parts(source: str) -> tuple[dict[str, str], str]:
    """Return what stands between the two lines of dashes at the top as a table, and the text below them."""
    _, head, text = source.split("---\n", 2)
    rows = (line.partition(":") for line in head.splitlines() if line.strip())
    return {name.strip(): value.strip() for name, _, value in rows}, text.strip() + "\n"


def pdf_file(word: bytes, about: dict[str, str]) -> bytes:
    """Turn a Word file into a PDF with LibreOffice, tagged unless `about` says not, and fix its dates."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "file.docx").write_bytes(word)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to",
             UNTAGGED if "untagged" in about else TAGGED, "--outdir", folder, str(place / "file.docx")],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return _settled((place / "file.pdf").read_bytes(), about)


def _settled(data: bytes, about: dict[str, str]) -> bytes:
    import pikepdf

    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.docinfo["/CreationDate"] = "D:20260105090000Z"
        for chance in ("/DocChecksum", "/ID"):
            if chance in pdf.trailer:
                del pdf.trailer[chance]
        if "untagged" in about:
            for name in ("/Title", "/Author", "/ModDate"):
                if name in pdf.docinfo:
                    del pdf.docinfo[name]
        else:
            pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if "password" in about:
            lock = pikepdf.Encryption(user=about["password"], owner=about["password"], R=4, aes=False, metadata=False)
            pdf.save(kept, encryption=lock, static_id=True)
        else:
            pdf.save(kept, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return kept.getvalue()


def scanned_file(text: str) -> bytes:
    """Return a PDF whose pages are pictures of the text, as a scanner makes them."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype("LiberationSans-Regular.ttf", 24)
    lines = [line for paragraph in text.splitlines() for line in textwrap.wrap(paragraph.lstrip("# -"), 74) or [""]]
    pages = []
    for start in range(0, len(lines), 42):
        page = Image.new("1", (1240, 1754), 1)
        draw = ImageDraw.Draw(page)
        draw.multiline_text((140, 130), "\n".join(lines[start : start + 42]), font=font, fill=0, spacing=12)
        pages.append(page)
    kept = io.BytesIO()
    pages[0].save(kept, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return _settled(kept.getvalue(), {"untagged": ""})


def sheet_file(text: str, about: dict[str, str]) -> bytes:
    """Return a workbook: each `#` heading starts a sheet, each `|` line is a row, `=` starts a formula."""
    import datetime as dt

    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for line in text.splitlines():
        if line.startswith("# "):
            sheet = book.create_sheet(line[2:])
        elif line.startswith("|"):
            sheet.append([_cell(cell.strip()) for cell in line.strip("|").split("|")])
    book.properties.title, book.properties.creator = about.get("title", ""), about.get("author", "")
    book.properties.created = dt.datetime(2026, 1, 5, 9, 0)
    kept = io.BytesIO()
    book.save(kept)
    return same_zip(kept.getvalue())


def _cell(words: str) -> str | int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
