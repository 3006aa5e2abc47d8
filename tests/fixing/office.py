"""Opens a file in LibreOffice, as a person would, and returns the words that it shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.tools import need


def words_in_office(file: Path, folder: Path) -> str:
    """Convert a file to plain text with LibreOffice, in a profile of its own."""
    program = need("soffice")
    subprocess.run(
        [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "txt:Text (encoded):UTF8", "--outdir", folder, file],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / f"{file.stem}.txt").read_text(encoding="utf-8-sig")
