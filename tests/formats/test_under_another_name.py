"""A weight that a pack states under another name is not told as if nothing were said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run

PACK = (
    "# Award criteria\n\n| Criterion | Points |\n|---|---|\n| Method | 50 |\n| {name} | 10 |\n| Price | 40 |\n\n"
    "Send us your tender by noon on 27 March 2026.\n"
)


def read(tenderlint: Callable[..., Run], pack: Path, name: str, *command: str) -> str:
    pack.write_text(f"# Invitation to tender\n\n{PACK.format(name=name)}")
    return " ".join(tenderlint(*command, pack, "--on", "2026-03-02").out.split())


def test_a_criterion_that_covers_social_value_is_shown_beside_its_weight(
    tenderlint: Callable[..., Run], tmp_path: Path
) -> None:
    pack = tmp_path / "ITT.md"
    facts = read(tenderlint, pack, "Gains for the local economy", "facts")
    assert "Weight of social value by that name (but see “Gains for the local economy | 10”)" in facts
    page = read(tenderlint, pack, "Gains for the local economy", "check", "--format", "html")
    assert "Weight of social value, by that name; but see “Gains for the local economy | 10”" in page


def test_where_no_criterion_covers_it_nothing_is_shown(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    assert "by that name" not in read(tenderlint, tmp_path / "ITT.md", "Safety", "facts")


def test_what_a_pack_refuses_is_told_as_none(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    pack = tmp_path / "ITT.md"
    pack.write_text(
        "# Invitation to tender\n\nThe contract lasts three years. There is no extension.\n\n"
        "We set no minimum turnover. We do not ask for a performance bond.\n"
    )
    page = " ".join(tenderlint("check", pack, "--on", "2026-03-02", "--format", "html").out.split())
    assert "<dt>Extensions</dt><dd>none</dd>" in page
    assert page.count("none is asked for") == 2
