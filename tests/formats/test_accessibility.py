"""A real browser shows the page and axe looks for barriers, at a desk and on a phone, in light and in dark."""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tenderlint.formats import compare_html, html
from tests.comparing.made import ITT, changed, compared
from tests.formats.example_report import empty, example, many, nothing_wrong, set_aside
from tests.tools import need

SIZES = {"desktop": (1280, 900), "phone": (390, 844), "small phone": (320, 640)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = need("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        found = running.chromium.launch(executable_path=str(program), args=list(QUIET))
        yield found
        found.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    written = {
        "example": html.write(example()),
        "bidder": html.write(example(), audience="bidder"),
        "nothing wrong": html.write(nothing_wrong()),
        "empty": html.write(empty()),
        "many": html.write(many(100)),
        "set aside": html.write(set_aside()),
        "comparison": compare_html.write(compared(ITT, changed(_10_April="3 April", _30_days="45 days"))),
    }
    for name, text in written.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in written}


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    contexts = []

    def open_page(address: str, size: str = "desktop", scheme: str = "light") -> Any:
        width, height = SIZES[size]
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme))
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def barriers(page: Any, axe: Path) -> list[str]:
    page.add_script_tag(path=str(axe))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert len(found["passes"]) > 15
    return [f"{row['id']}: {node['html'][:120]}" for row in found["violations"] for node in row["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_axe_finds_no_barrier_with_everything_unfolded(
    opened: Any, pages: dict[str, str], size: str, scheme: str
) -> None:
    page = opened(pages["example"], size, scheme)
    page.evaluate(UNFOLD)
    assert barriers(page, need("axe")) == []


@pytest.mark.parametrize("name", ["example", "bidder", "nothing wrong", "empty", "many", "set aside", "comparison"])
def test_axe_finds_no_barrier_in_any_report(opened: Any, pages: dict[str, str], name: str) -> None:
    assert barriers(opened(pages[name]), need("axe")) == []


def test_axe_would_have_found_one(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["example"])
    page.evaluate("document.querySelector('main h1').outerHTML = '<h5 style=\"color:#ccc\">pale</h5><img src=x>'")
    names = {row.partition(":")[0] for row in barriers(page, need("axe"))}
    assert {"image-alt", "color-contrast"} <= names


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", "many", "set aside", "comparison"])
def test_nothing_is_wider_than_the_window(opened: Any, pages: dict[str, str], name: str, size: str) -> None:
    page = opened(pages[name], size)
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_no_letter_is_smaller_than_twelve_points(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["example"], "small phone")
    page.evaluate(UNFOLD)
    smallest = page.evaluate(
        """() => {
            const scale = document.querySelector('svg').getBoundingClientRect().width / 288;
            const told = [...document.querySelectorAll('body *')].filter(each => each.textContent.trim());
            const size = each => parseFloat(getComputedStyle(each).fontSize) * (each.closest('svg') ? scale : 1);
            return Math.min(...told.map(size));
        }"""
    )
    assert smallest >= 15.99


@pytest.mark.parametrize("size", ["desktop", "small phone"])
def test_the_labels_of_the_drawing_stand_apart_and_inside_it(opened: Any, pages: dict[str, str], size: str) -> None:
    page = opened(pages["example"], size)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('svg text')].map(each => {
            const box = each.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom];
        })"""
    )
    assert len(boxes) == 8
    assert all(above[3] <= below[1] + 0.5 for above, below in itertools.pairwise(boxes))
    assert max(box[2] for box in boxes) <= SIZES[size][0]


def test_the_page_can_be_used_with_the_keyboard_alone(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["example"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"
    page.locator("summary").first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('details').open") is True


def test_the_page_makes_no_request(opened: Any, pages: dict[str, str]) -> None:
    page = opened(pages["nothing wrong"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages["example"])
    assert asked == [pages["example"]]


def test_motion_is_left_out_for_those_who_ask(browser: Any, pages: dict[str, str]) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(pages["example"])
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


def test_paper_folds_what_the_screen_folds_but_shows_the_law_behind_a_breach_and_where_links_lead(
    opened: Any, pages: dict[str, str], tmp_path: Path
) -> None:
    tool = need("pdftotext")
    page = opened(pages["example"], scheme="dark")
    page.pdf(path=str(tmp_path / "page.pdf"), prefer_css_page_size=True)
    told = subprocess.run([tool, "-raw", str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True).stdout
    words = " ".join(told.decode().split())
    assert "How it is written and made: 1 point" in words
    assert "Sentence number 15 of the specification" not in words
    assert "Procurement Act 2023, section 54" in words
    assert "What this rests on" not in words
    assert "<https://www.legislation.gov.uk/ukpga/2023/54/section/54>" in words
    assert "Skip to the report" not in words
