"""Where reports go: to standard output, to a file, or to files in a folder, each whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tenderlint.commands.options import ENDINGS
from tenderlint.errors import UsageError
from tenderlint.patterns import late_pattern

_UNFIT = late_pattern(r'[\\/:*?"<>|\x00-\x1f]+')


class Outputs:
    """Decides for each report and format where it goes, and writes it."""

    def __init__(self, target: str | None, formats: tuple[str, ...], packs: int) -> None:
        self._target = None if target is None else Path(target)
        self._many = len(formats) > 1 or packs > 1
        self._taken: set[Path] = set()
        self.said: list[tuple[bool, str]] = []  # what went to standard output: for a terminal or not, and the words
        if self._many and target is None and formats != ("terminal",):
            raise UsageError("several reports need a folder to go to.", advice="Add -o FOLDER.")
        self._folder = self._many or (target is not None and (target.endswith(("/", os.sep)) or Path(target).is_dir()))
        if self._many and self._target is not None and self._target.is_file():
            raise UsageError("is a file, and several reports need a folder.", target, "Name a folder after -o.")

    @property
    def to_screen(self) -> bool:
        """Whether the reports go to standard output."""
        return self._target is None

    def write(self, name: str, kind: str, text: str) -> Path | None:
        """Write one report of the pack `name`; return the file, or None for standard output."""
        if self._target is None:
            _print(text, kind)
            self.said.append((kind == "terminal", text if text.endswith("\n") else f"{text}\n"))
            return None
        path = self._path(self._target, name, kind)
        write_whole(path, text)
        return path

    def _path(self, target: Path, name: str, kind: str) -> Path:
        if not self._folder:
            return target
        stem, count = file_name(name), 1
        path = target / f"{stem}.{ENDINGS[kind]}"
        while path in self._taken:  # two packs of one name in a run
            count += 1
            path = target / f"{stem}-{count}.{ENDINGS[kind]}"
        self._taken.add(path)
        return path


def file_name(name: str) -> str:
    """Return a file's name, without its ending, that is made from a pack's name."""
    return _UNFIT.sub("-", name).strip(" .-") or "report"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader finds either the old one or the whole new one; makes missing folders.

    Raises UsageError when it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a device such as /dev/stdout is written to, never replaced
            if path.is_dir():
                raise UsageError("is a folder.", str(path), "Name a file after -o.")
            path.write_text(text, encoding="utf-8")
            return
        real = Path(os.path.realpath(path))
        real.parent.mkdir(parents=True, exist_ok=True)
        with _beside(real) as temporary:
            temporary.write_text(text, encoding="utf-8", newline="\n")
            os.replace(temporary, real)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"cannot be written: {reason}.", str(path), "Choose another place with -o.") from error


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; makes missing folders, and never writes over a file.

    Raises UsageError when it is there already or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path) as temporary:
            temporary.write_bytes(data)
            _put(temporary, path)
    except FileExistsError as error:
        advice = "Move it away, or choose another folder with -o."
        raise UsageError("is there already, and nothing is written over.", str(path), advice) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"cannot be written: {reason}.", str(path), "Choose another folder with -o.") from error


def _put(temporary: Path, path: Path) -> None:
    """Give the file its name, unless another file has taken it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if path.exists():
            raise FileExistsError(str(path)) from None
        os.replace(temporary, path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a temporary file in the same folder that is gone afterwards, however the writing ends."""
    import tempfile  # costs a run that prints its report more than all else in this module

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    os.close(handle)
    temporary = Path(name)
    try:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _print(text: str, kind: str) -> None:
    if kind == "terminal":
        click.echo(text, nl=not text.endswith("\n"))
        return
    click.echo(text.encode("utf-8"), nl=not text.endswith("\n"))
