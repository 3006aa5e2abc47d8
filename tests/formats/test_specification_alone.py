"""A specification alone is told to be one, once, and what only an invitation would say is not told at length."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

SPECIFICATION = (
    "# Specification for a day centre\n\nThe Council wants a day centre for older people in the north.\n\n"
    "## What the provider does\n\nThe provider must open the centre from 9am to 4pm. Two trained staff must be there."
    "\n\n## Reports\n\nEach quarter the provider sends a report on numbers and accidents.\n"
)
LEAD = "This is a specification alone, without its invitation to tender"


def written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.mark.parametrize("reader", ["buyer", "bidder"])
def test_a_specification_alone_is_told_once_and_shortly(
    tenderlint: Callable[..., Run], tmp_path: Path, reader: str
) -> None:
    pack = written(tmp_path / "Specification.md", SPECIFICATION)
    out = " ".join(tenderlint("check", pack, "--as", reader, "--on", "2026-03-02").out.split())
    assert out.startswith(f"{LEAD} Day centre Read: 1 document")
    assert "checks look for what an invitation says, and there is only a specification" in out
    assert "Nowhere in the pack" not in out
    assert "tender-period" not in out


def test_what_is_wrong_in_the_specification_itself_is_told(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    pack = written(tmp_path / "Specification.md", f"{SPECIFICATION}\nThe manager is [insert name].\n")
    out = " ".join(tenderlint("check", pack, "--on", "2026-03-02").out.split())
    assert out.startswith(f"{LEAD}: 1 departure from good practice")
    assert "[insert name]" in out
    page = tenderlint("check", pack, "--on", "2026-03-02", "--format", "html").out
    assert "What an invitation to tender says" in page
    assert "1 departure from good practice" in page


def test_a_specification_beside_an_invitation_is_told_as_ever(tenderlint: Callable[..., Run], tmp_path: Path) -> None:
    written(tmp_path / "Specification.md", SPECIFICATION)
    written(tmp_path / "Invitation to tender.md", "# Invitation to tender\n\nSend us your bid by noon.\n")
    out = tenderlint("check", tmp_path, "--on", "2026-03-02").out
    assert LEAD not in out
    assert "Nowhere in the pack" in out


@pytest.mark.parametrize(
    "more",
    [
        "Contractors are invited to tender for this work.",
        "The contract is worth £80,000 a year.",
        "Published 6 November 2025.",
        "Please send us your quotation for the service.",
    ],
)
def test_a_specification_that_invites_or_is_part_of_a_notice_is_told_as_ever(
    tenderlint: Callable[..., Run], tmp_path: Path, more: str
) -> None:
    pack = written(tmp_path / "Specification.md", SPECIFICATION.replace("## What", f"{more}\n\n## What"))
    assert LEAD not in tenderlint("check", pack, "--on", "2026-03-02").out


def test_a_specification_with_a_deadline_is_no_specification_alone(
    tenderlint: Callable[..., Run], tmp_path: Path
) -> None:
    more = "\n## Tenders\n\nTenders must reach us by noon on 27 March 2026.\n"
    pack = written(tmp_path / "Specification.md", SPECIFICATION + more)
    assert LEAD not in tenderlint("check", pack, "--on", "2026-03-02").out
