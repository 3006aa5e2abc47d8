"""The heat strip shows each section as wide as it is long and as high as it is hard, and a table says the same."""

from __future__ import annotations

import dataclasses
import re

import pytest
from lxml import html as parser

from tenderlint.formats import heat, html
from tenderlint.report import Report
from tenderlint.report_reading import Scores, SectionReading
from tests.formats.example_report import ITT, SPEC, empty, example


def page(report: Report) -> parser.HtmlElement:
    return parser.document_fromstring(html.write(report))


def test_the_bars_stand_side_by_side_and_fill_the_strip() -> None:
    strip = heat.strips(example())[0]
    ends = [round(bar.x + bar.width, 1) for bar in strip.bars]
    assert [bar.x for bar in strip.bars] == pytest.approx([0, *ends[:-1]], abs=0.11)
    assert ends[-1] == pytest.approx(heat.WIDTH, abs=0.11)
    words = [bar.section.scores.words for bar in strip.bars]
    shares = [bar.width / heat.WIDTH for bar in strip.bars]
    assert shares == pytest.approx([each / sum(words) for each in words], abs=0.01)


def test_a_harder_section_is_higher_and_only_those_above_fourteen_pass_the_line() -> None:
    bars = heat.strips(example())[0].bars
    by_age = sorted(bars, key=lambda bar: bar.section.scores.reading_age or 0)
    assert [bar.height for bar in by_age] == sorted(bar.height for bar in bars)
    for bar in bars:
        above = bar.height > heat.HEIGHT - heat.LINE
        assert above == (heat.years(bar.section.scores.reading_age or 0) > 14), bar


@pytest.mark.parametrize(
    ("age", "words"),
    [(4.0, "Easy"), (9.4, "Easy"), (9.5, "Plain"), (11.4, "Plain"), (12.0, "Middling"), (14.4, "Middling"),
     (14.5, "Hard"), (17.5, "Very hard"), (20.4, "Very hard"), (20.5, "Extremely hard"), (60.0, "Extremely hard"),
     (None, "Too short to tell")],
)  # fmt: skip
def test_the_bands_follow_the_age_that_is_shown(age: float | None, words: str) -> None:
    band = heat.band_of(Scores(200, 10, reading_age=age))
    assert band.words == words
    if age is not None and band.number < 6:
        assert str(heat.years(age)) in band.ages or band.ages.startswith("up to")


def test_a_section_is_named_by_its_heading_and_what_it_takes_in() -> None:
    assert heat.section_name(SectionReading(("A", "B"), 0, None, Scores())) == "B"
    assert heat.section_name(SectionReading(("B",), 2, 4, Scores())) == "B, and 2 more headings"
    assert heat.section_name(SectionReading(("Means:",), 1, 4, Scores())) == "Means, and 1 more heading"
    assert heat.section_name(SectionReading((), 0, 4, Scores())) == "Before the first heading"
    assert heat.quoted_name(SectionReading(("B, and C",), 2, 4, Scores())) == "“B, and C”, and 2 more headings"
    assert heat.quoted_name(SectionReading(("B, and C",), 0, 4, Scores())) == "“B, and C”"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0.2, "1 minute"), (59.6, "1 hour"), (61, "1 hour and 1 minute"), (170.2, "2 hours and 50 minutes")],
)
def test_times_are_told_in_hours_and_minutes(minutes: float, words: str) -> None:
    assert heat.duration(minutes) == words


def test_every_drawing_has_a_name_and_a_table_with_every_section() -> None:
    section = page(example()).get_element_by_id("reading").getparent()
    drawings = section.xpath(".//svg[@role='img']")
    tables = section.xpath(".//table")
    assert len(drawings) == len(tables) == len(heat.strips(example())) == 2
    for drawing, table, strip in zip(drawings, tables, heat.strips(example()), strict=True):
        name = section.xpath(f".//*[@id='{drawing.get('aria-labelledby')}']")[0].text_content()
        assert strip.document.path in name
        assert len(drawing.xpath("./rect")) == len(strip.bars)
        rows = [[cell.text_content().strip() for cell in row] for row in table.xpath("./tbody/tr")]
        assert [row[1] for row in rows] == [bar.band.words for bar in strip.bars]
        assert [row[2] for row in rows] == [str(heat.years(bar.section.scores.reading_age or 0)) for bar in strip.bars]


def test_the_page_tells_the_age_what_was_left_out_and_what_has_no_score() -> None:
    text = " ".join(page(example()).get_element_by_id("reading").getparent().text_content().split())
    assert "needs a reading age of about 19." in text
    assert "takes about 2 hours and 50 minutes, at 238 words a minute" in text
    assert "Left out were terms of contract (24,115 words), tables (3,846 words)," in text
    assert "and headings (130 words)." in text
    assert "2 Service specification.pdf" in text
    assert "3 Terms/Draft contract.pdf: terms of contract are not scored." in text
    assert "it has 45 words of running text, and a score needs 100." in text


def test_headings_of_documents_are_shown_as_words() -> None:
    text = html.write(example())
    assert "2 &lt;b&gt;What&lt;/b&gt; we buy" in text
    assert "<b>What</b>" not in text


def test_many_documents_are_folded_away() -> None:
    row = next(row for row in example().documents if row.path == ITT)
    rows = tuple(dataclasses.replace(row, path=f"{number}.docx") for number in range(9))
    section = page(dataclasses.replace(example(), documents=rows)).get_element_by_id("reading").getparent()
    assert len(section.xpath("./div[@class='strip']")) == heat.FOLD_AFTER
    assert len(section.xpath("./details/div/div[@class='strip']")) == 3
    assert section.xpath("./details/summary")[0].text_content() == "3 documents more"


def test_an_older_report_without_figures_has_no_such_part() -> None:
    bare = tuple(dataclasses.replace(row, reading=None) for row in example().documents)
    for report in (empty(), dataclasses.replace(example(), reading=None, documents=bare)):
        text = html.write(report)
        assert 'id="reading"' not in text
        assert 'href="#reading"' not in text


def test_bars_differ_by_more_than_colour() -> None:
    bars = [bar for strip in heat.strips(example()) for bar in strip.bars]
    heights: dict[int, set[float]] = {}
    for bar in bars:
        heights.setdefault(bar.band.number, set()).add(bar.height)
    seen = [height for each in heights.values() for height in each]
    assert len(seen) == len(set(seen)), "two bands share a height"
    assert SPEC in {strip.document.path for strip in heat.strips(example())}


def test_every_colour_of_a_band_stands_out_from_the_page() -> None:
    css = html.write(example())
    light, _, dark = css.partition("@media screen")
    for paper, colours in (("#ffffff", light), ("#12181e", dark)):
        found = re.findall(r"--heat-\d: (#[0-9a-f]{6})", colours)[:6]
        assert len(found) == 6
        assert min(contrast(colour, paper) for colour in found) >= 3


def contrast(one: str, other: str) -> float:
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
