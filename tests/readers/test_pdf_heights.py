"""Lines keep their distance whatever letter they begin with, also where a font does not tell its height."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlint.readers.base import Source
from tenderlint.readers.pdf import engine
from tenderlint.readers.pdf.words import PageReader
from tests.conftest import ROOT

LIBREOFFICE = sorted((ROOT / "samples" / "good-advocacy" / "pack").glob("*.pdf"))


@pytest.mark.parametrize("path", LIBREOFFICE, ids=lambda path: path.stem)
def test_a_font_without_height_gives_every_line_of_one_size_the_same_height(path: Path) -> None:
    source = Source(path.name, path.read_bytes())
    handle = engine.open_document(source.data)
    pointer = engine.load_page(handle.pointer, 0)
    try:
        page = PageReader(tagged=False).read(pointer, 1)
    finally:
        engine.close_page(pointer)
        handle.close()
    heights: dict[float, set[float]] = {}
    for segment in page.segments:
        if len(segment.runs) == 1:
            heights.setdefault(segment.runs[0][1].size, set()).add(round(segment.top - segment.bottom, 1))
    assert heights
    assert all(len(found) == 1 for found in heights.values()), heights
