"""Keeps what was fetched: bytes by their digest, what is known of each address, and what broke off half way."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from tenderlint.patterns import late_pattern

_UNFIT = late_pattern(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = late_pattern(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_MOST_NAME = 100
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address that was fetched: `digest` names its bytes, `name` is what its file is called."""

    url: str
    digest: str
    name: str
    etag: str = ""
    modified: str = ""


class Shelf:
    """The folder of a fetch."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or make it; raises OSError."""
        self.folder = folder
        for name in ("files", "partial", "packs", "notices"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        self._list = folder / "addresses.jsonl"
        self._known = self._read()

    def _read(self) -> dict[str, Known]:
        """Return what is known; a line that was cut off as a run ended is passed over."""
        known = {}
        lines = self._list.read_text(encoding="utf-8", errors="replace").splitlines() if self._list.exists() else []
        for line in lines:
            try:
                row = Known(**json.loads(line))
            except (ValueError, TypeError):
                continue
            known[row.url] = row
        return known

    def known(self, url: str) -> Known | None:
        """Return what is known of an address whose bytes are still here."""
        known = self._known.get(url)
        return known if known and self.path(known.digest).is_file() else None

    def path(self, digest: str) -> Path:
        """Return where bytes are kept."""
        return self.folder / "files" / digest[:2] / digest

    def partial(self, url: str) -> Path:
        """Return where the bytes of an address stand while they come in."""
        return self.folder / "partial" / blake2b(url.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def keep(self, part: Path, url: str, name: str, etag: str, modified: str) -> Known:
        """Take in bytes that came whole, under their digest, and note the address."""
        sums = blake2b(digest_size=20)
        with part.open("rb") as file:
            while data := file.read(_CHUNK):
                sums.update(data)
        known = Known(url, sums.hexdigest(), name, etag, modified)
        target = self.path(known.digest)
        target.parent.mkdir(exist_ok=True)
        os.replace(part, target)
        self._known[url] = known
        with self._list.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(asdict(known), ensure_ascii=False) + "\n")
        return known

    def lay_out(self, name: str, files: Iterable[tuple[str, str]]) -> list[str]:
        """Make the folder of a pack anew of pairs of file name and digest; return the names that the files got."""
        target = self.folder / "packs" / name
        beside = Path(tempfile.mkdtemp(dir=self.folder / "packs", prefix=".new."))
        beside.chmod(0o755)
        names: list[str] = []
        for wanted, digest in files:
            own = _free(file_name(wanted), names)
            names.append(own)
            _put(self.path(digest), beside / own)
        if target.exists():
            shutil.rmtree(target)
        os.replace(beside, target)
        return names

    def write(self, name: str, text: str) -> None:
        """Write a file of the folder, whole or not at all."""
        path = self.folder / name
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n", errors="replace") as file:
                file.write(text)
            Path(temporary).chmod(0o644)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _put(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a disk without links
        shutil.copyfile(source, target)


def file_name(name: str) -> str:
    """Return a name that every file system takes, its ending kept."""
    plain = " ".join(_UNFIT.sub("-", name).split()).strip(" .-") or "document"
    stem, dot, ending = plain.rpartition(".")
    if dot and len(ending) <= 5:
        plain = f"{stem[: _MOST_NAME - 6].rstrip(' .')}.{ending}"
    plain = plain[:_MOST_NAME]
    return f"_{plain}" if _RESERVED.match(plain) else plain


def _free(name: str, taken: list[str]) -> str:
    """Return the name, or the name with a number where another file has it already; capitals make no difference."""
    used = {each.casefold() for each in taken}
    stem, dot, ending = name.rpartition(".")
    number, own = 1, name
    while own.casefold() in used:
        number += 1
        own = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    return own
