"""Finds the documents of a pack, a folder, a zip or one file, and reads them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tenderlint import notice as notices
from tenderlint.discovery.folders import files_below, held_at
from tenderlint.discovery.held import OnDisk
from tenderlint.discovery.names import natural_order, shown
from tenderlint.errors import UnreadableError, UsageError
from tenderlint.ignored import is_ignored
from tenderlint.model import Document, Note, Pack, Role
from tenderlint.readers.child import Held
from tenderlint.readers.isolate import read_all
from tenderlint.roles import with_roles

MOST_FILES = 5_000

Progress = Callable[[str, int, int], None]

TAME = frozenset({".docx", ".odt", ".md", ".txt"})
MOST_TAME = 256 * 1024
"""Bytes of a pack that is read without a child process."""
_START, _FEW = 1024, 3


def load_pack(
    path: Path, jobs: int = 1, progress: Progress | None = None, notice: Path | None = None, standard: bool = False
) -> Pack:
    """Read every document of the pack at `path` and return them in the natural order of their names.

    `jobs` documents are read at once, each kept apart in a child process; with 0 this process reads them itself.
    `progress` is told path, running number and total before each. `notice` is a file with the pack's notice (OCDS),
    where it does not lie in the pack. `standard` has PDF files judged by the whole of PDF/UA too. A
    document that cannot be read keeps its place, with a note that says why. Raises UsageError when there is no
    pack at `path`, when `notice` is no notice, and when the package that judges is not installed.
    """
    if standard:
        _need_judge(path)
    files = _files(path)
    given = None if notice is None else _given(notice, files)
    try:
        read = read_all(files, 0 if path.is_file() and is_tame(path) else jobs, progress, standard=standard)
        documents = with_roles(_with_copies_told(read))
        release = given or _found(files, documents)
    finally:
        for file in files:
            file.close()
    name = shown(path.resolve().name if path.is_dir() else path.stem)
    return Pack(name, str(path), documents, release)


def _need_judge(path: Path) -> None:
    from tenderlint.readers.pdf.standard import is_installed

    if not is_installed():
        advice = "Install it with: pip install 'tenderlint[pdfua]'."
        raise UsageError("to judge PDF files by PDF/UA, a package is needed that is not installed.", str(path), advice)


def is_tame(path: Path) -> bool:
    """Say whether the pack is so small that it needs no child process: none of its bytes reach a PDF library.

    The limits on what a Word file may unpack to hold in this process too; a hook that looks at one changed file is
    a tenth quicker without the child.
    """
    try:
        return _are_tame(_in_folder(path)) if path.is_dir() else path.is_file() and _are_tame([path])
    except OSError:
        return False


def _in_folder(folder: Path) -> list[Path]:
    """Return the first files and folders in a folder, as many as show whether there are few."""
    with os.scandir(folder) as entries:
        found = (Path(entry.path) for entry in entries if not is_ignored(entry.name))
        return list(islice(found, _FEW + 1))


def _are_tame(files: list[Path]) -> bool:
    if len(files) > _FEW or not all(file.suffix.lower() in TAME and file.is_file() for file in files):
        return False
    return sum(file.stat().st_size for file in files) <= MOST_TAME and not any(map(_holds_pdf, files))


def _holds_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF" in file.read(_START)


def _files(path: Path) -> list[Held]:
    place = str(path)
    if not path.exists():
        raise UsageError("there is no such file or folder.", place, "Check the path.")
    if path.is_dir():
        files = list(files_below(path.resolve()))
    else:
        files = list(held_at(path, shown(path.name), whole_pack=True))
    if not files:
        raise UsageError("holds no files.", place, "Give the folder, the zip or the file of a tender pack.")
    if len(files) > MOST_FILES:
        raise UsageError(f"holds more than {MOST_FILES:,} files.", place, "Give the folder of one tender pack.")
    return sorted(files, key=lambda file: natural_order(file.path))


def _given(notice: Path, files: list[Held]) -> notices.Release:
    """Load the notice that the user points to, and make it one of the documents; raises UsageError if it is none."""
    try:
        release = notices.load(notice.read_bytes())
    except OSError as error:
        raise UsageError("cannot be opened.", str(notice), "Check the path of the notice.") from error
    if release is None:
        raise UsageError("is no notice in the OCDS form.", str(notice), "Download the notice as OCDS JSON.")
    if not any(isinstance(file, OnDisk) and file.file.resolve() == notice.resolve() for file in files):
        files.append(OnDisk(shown(notice.name), notice))
    return release


def _found(files: Sequence[Held], documents: Sequence[Document]) -> notices.Release | None:
    """Return the latest notice among the documents, one with a tender before any other."""
    releases = []
    for file, document in zip(files, documents, strict=True):
        if document.role is Role.NOTICE and document.media_type == "application/json" and document.blocks:
            try:
                releases.append(notices.load(file.load()))
            except (UnreadableError, OSError):  # it changed or went away since it was read
                continue
    told = [release for release in releases if release is not None]
    return max(told, key=lambda release: (bool(release.get("tender")), str(release.get("date") or "")), default=None)


def _with_copies_told(documents: Sequence[Document]) -> list[Document]:
    """Note on every file that is the same as one before it which it repeats."""
    first: dict[str, str] = {}
    told = []
    for document in documents:
        if document.digest and document.size and first.setdefault(document.digest, document.path) != document.path:
            text = f"is the same file as {first[document.digest]}. Keep one of the two."
            document = replace(document, notes=(*document.notes, Note(text, lost=False)))
        told.append(document)
    return told
