"""Makes as many packs as are wanted from the samples: `python -m tools.many_packs FOLDER --packs 1000 --seed 1`.

The same seed gives the same packs, byte for byte, and no two are alike. Each is a sample with another buyer, other
sums, other days and a number of its own, and without some of its files; two of three are the small request for a
quotation, as most of a portal's packs are small.
"""

from __future__ import annotations

import argparse
import random
import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_SMALL, _SHARE_OF_SMALL, _SHARE_OF_FILES = "small-quote", 0.65, 0.8
_FIRST = ("Alder", "Birch", "Cold", "Dun", "Elm", "Fern", "Glen", "Hazel", "Iron", "Lang", "Mill", "North", "Oak")
_LAST = ("bourne", "bridge", "bury", "combe", "dale", "field", "ford", "ham", "holme", "ley", "mere", "stead", "wick")
_BODY = ("Borough Council", "County Council", "District Council", "Parish Council", "Town Council")
_BUYER = re.compile(
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Metropolitan Borough|Borough|County|District|Parish|Town) Council"
)
_TEXT = re.compile(r"(<w:t(?: [^<>]*)?>)([^<]*)(</w:t>)")
_MONEY = re.compile(r"£(\d{1,3}(?:,\d{3})+)")
_DAY = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_STAMP = (2026, 1, 1, 0, 0, 0)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make many packs from the samples.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--packs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args(arguments)
    make(said.folder, said.packs, said.seed)
    print(f"{said.packs:,} packs in {said.folder}")
    return 0


def make(folder: Path, packs: int, seed: int) -> None:
    """Write the packs into a folder, which is made."""
    samples = {
        place.name: [(path.name, path.read_bytes()) for path in sorted((place / "pack").iterdir())]
        for place in sorted(SAMPLES.iterdir()) if (place / "pack").is_dir()
    }  # fmt: skip
    large = sorted(samples.keys() - {_SMALL})
    for number in range(1, packs + 1):
        dice = random.Random(f"{seed} {number}")
        sample = _SMALL if dice.random() < _SHARE_OF_SMALL else dice.choice(large)
        buyer = f"{dice.choice(_FIRST)}{dice.choice(_LAST)} {dice.choice(_BODY)}"
        pack = folder / f"{number:05d} {sample} for {buyer}"
        pack.mkdir(parents=True)
        for place, (name, data) in enumerate(samples[sample]):
            if place == 0 or sample == _SMALL or dice.random() < _SHARE_OF_FILES:
                (pack / name).write_bytes(varied(data, buyer, number, dice) if name.endswith(".docx") else data)
        if not list(pack.glob("*.docx")):
            (pack / "Reference.txt").write_text(_reference(number))


def varied(data: bytes, buyer: str, number: int, dice: random.Random) -> bytes:
    """Return a Word file with another buyer, other sums, other days and a number."""
    by = dice.uniform(0.4, 3.0)

    def told(match: re.Match[str]) -> str:
        text = _BUYER.sub(buyer, match[2])
        text = _MONEY.sub(lambda sum_: f"£{round(int(sum_[1].replace(',', '')) * by, -2):,.0f}", text)
        text = _DAY.sub(lambda day: f"{dice.randint(1, 28)} {day[2]}", text)
        return match[1] + text + match[3]

    whole = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == "word/document.xml":
                text = _TEXT.sub(told, part.decode())
                part = text.replace("<w:body>", f"<w:body>{_PARAGRAPH.format(_reference(number))}", 1).encode()
            new.writestr(zipfile.ZipInfo(item.filename, _STAMP), part, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _reference(number: int) -> str:
    return f"Our reference: {number:05d}."


if __name__ == "__main__":
    raise SystemExit(main())
