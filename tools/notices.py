"""Reads all OCDS notices below a folder as an audit does: `python -m tools.notices FOLDER` names those that are broken.

It prints how many files were read, what they hold, and each file that gives no pack or only some, with the reason.
The exit code is 1 where a file is broken, and 0 where files are whole, also those that hold no notice.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlint.audit.ocds import Sought
from tenderlint.audit.sources import read_notices
from tenderlint.discovery.names import shown
from tenderlint.errors import UsageError
from tenderlint.formats.words import plural

_ENDINGS = {".json", ".jsonl", ".ndjson"}
_WHOLE = ("is JSON, but", "is a package that holds no release")
"""How the reason begins where a file is well formed and holds no notice."""


@dataclass(frozen=True)
class Looked:
    """A file that was looked at, with the packs that its notices name; `trouble` says why they are not all."""

    path: str
    packs: tuple[Sought, ...] = ()
    trouble: str = ""

    @property
    def broken(self) -> bool:
        """Whether the file itself is at fault, and not only without a notice."""
        return bool(self.trouble) and not self.trouble.startswith(_WHOLE)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Read all OCDS notices below a folder.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    files = sorted(path for path in folder.rglob("*") if path.suffix.casefold() in _ENDINGS and path.is_file())
    if not files:
        print(f"{folder}: holds no files that end in {', '.join(sorted(_ENDINGS))}", file=sys.stderr)
        return 2
    looked = [look(path, folder) for path in files]
    packs = [pack for each in looked for pack in each.packs]
    broken = [each for each in looked if each.broken]
    without = [each for each in looked if each.trouble and not each.broken]
    whole = len(looked) - len(broken) - len(without)
    print(f"{plural(len(looked), 'file')}: {whole:,} read, {len(without):,} without a notice, {len(broken):,} broken.")
    print(f"{plural(len(packs), 'pack')}: {sum(bool(pack.documents) for pack in packs):,} with addresses of documents.")
    for title, rows in (("Broken", broken), ("Without a notice", without)):
        if rows:
            print(f"{title}:")
        for each in rows:
            before = f" ({plural(len(each.packs), 'pack')} before that)" if each.packs else ""
            print(f"  {each.path}: {each.trouble}{before}")
    return 1 if broken else 0


def look(path: Path, folder: Path) -> Looked:
    """Return what a file of notices holds; one that cannot be opened is told like one that is broken."""
    name = shown(path.relative_to(folder).as_posix())
    try:
        notices = read_notices(path)
    except UsageError as error:
        return Looked(name, trouble=error.message.removesuffix("."))
    return Looked(name, tuple(notices.packs), notices.trouble)


if __name__ == "__main__":
    sys.exit(main())
