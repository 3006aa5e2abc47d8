"""A real browser shows the pages of an audit: axe looks for barriers, the search searches, a big audit opens fast."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tenderlint.audit import areas
from tenderlint.audit.outputs_html import pages
from tenderlint.audit.outputs_rows import Audit, CheckTold
from tenderlint.audit.sight import NOT_OPEN, Sight
from tests.formats.test_accessibility import QUIET, SIZES, UNFOLD, barriers
from tests.tools import need

CHECKS = {
    name: CheckTold(f"The pack does well at {name.replace('-', ' ')}", "forms", "It matters.", "Put it right.")
    for name in ("complaints-form", "evaluation-feedback-form", "accessible-formats", "other")
}
SHOWN = ("index.html", "by-size.html", "authorities/index.html", "authorities/adur.html", "checks/index.html",
         "checks/other.html", "search.html")  # fmt: skip


def made(count: int) -> Audit:
    """Return an audit of made-up packs, the same each time."""
    chance = random.Random(8)
    names = [area.name for area in areas.all_listed()]
    plain = Sight("0", "pack", "packs", areas.find("Adur"))
    sights = [replace(plain, key="1", title="Advocacy"), replace(plain, key="2", status=NOT_OPEN, why="it is gone")]
    for number in range(3, count + 1):
        answers = {name: chance.choice(("passed", "failed", "cantTell", "inapplicable")) for name in CHECKS}
        sights.append(replace(
            plain, key=str(number), name=f"pack {number}", title=f"Cleaning of building {number}",
            area=areas.find(chance.choice(names) if chance.random() < 0.9 else "Adur"), answers=answers,
            value=chance.choice((None, 20_000.0, 300_000.0)), days=chance.choice((None, 10, 25, 40)), words=9_000,
            pages=20, barriers=chance.randrange(30), grade=chance.choice((None, 12.5, 14.0)), year=2026,
            failings={name: 2 for name, outcome in answers.items() if outcome == "failed"},
        ))  # fmt: skip
    return Audit(sights, lambda: (), CHECKS, "2026-11-22", "0.1.0")


def written(audit: Audit, folder: Path) -> Path:
    for place, text in pages(audit):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(made(400), tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        found = running.chromium.launch(executable_path=str(need("chromium")), args=list(QUIET))
        yield found
        found.close()


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Any]:
    contexts = []

    def open_page(name: str, size: str = "desktop", **options: Any) -> Any:
        width, height = SIZES[size]
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        page = contexts[-1].new_page()
        page.goto((folder / name).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SHOWN)
def test_axe_finds_no_barrier_in_any_kind_of_page(opened: Any, name: str, scheme: str) -> None:
    page = opened(name, color_scheme=scheme)
    page.evaluate(UNFOLD)
    assert barriers(page, need("axe")) == []


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_wider_than_a_small_phone(opened: Any, name: str) -> None:
    page = opened(name, "small phone")
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES["small phone"][0]


def test_the_search_finds_a_pack_by_words_in_any_order_and_leads_to_it(opened: Any) -> None:
    page = opened("search.html")
    page.fill("#words", "400 cleaning building")
    assert page.inner_text("#told") == "1 page found."
    page.click("#results a")
    assert page.evaluate("document.querySelector(':target h3').textContent") == "Cleaning of building 400"


def test_axe_finds_no_barrier_among_the_results_of_a_search(opened: Any) -> None:
    page = opened("search.html")
    page.fill("#words", "cleaning")
    assert page.locator("#results li").count() == 100
    assert "The first 100 are shown" in page.inner_text("#told")
    assert barriers(page, need("axe")) == []


def test_without_javascript_the_search_page_leads_to_plain_lists(opened: Any) -> None:
    page = opened("search.html", java_script_enabled=False)
    assert page.locator("form").is_visible() is False
    page.click("main >> text=authorities")
    page.click("text=Adur >> nth=0")
    assert page.inner_text("h1") == "Adur"


def test_a_long_list_is_split_and_every_part_can_be_reached(tmp_path: Path) -> None:
    sights = [Sight(str(number), f"p{number}", "p", areas.find(f"Body {number:04}")) for number in range(901)]
    sights += [Sight(str(number), f"p{number}", "p", areas.find("Adur")) for number in range(1000, 1120)]
    shown = written(Audit(sights, lambda: (), {}), tmp_path)
    assert "index-page-3.html" in (shown / "authorities" / "index-page-2.html").read_text(encoding="utf-8")
    assert (shown / "authorities" / "index-page-3.html").read_text(encoding="utf-8").count("<tr>") == 1 + 102
    assert (shown / "authorities" / "adur-page-3.html").read_text(encoding="utf-8").count("<article") == 20


def test_ten_thousand_packs_open_in_under_a_second(browser: Any, tmp_path: Path) -> None:
    shown = written(made(10_000), tmp_path)
    page = browser.new_page()
    for name in ("index.html", "by-size.html", "authorities/index.html", "authorities/adur.html", "search.html"):
        page.goto((shown / name).as_uri(), wait_until="load")
        took = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        assert took < 1000, f"{name} took {took:.0f} ms"
    page.close()
