"""`tenderlint fix`: writes corrected copies of Word and PDF files beside the originals."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from tenderlint.patterns import late_pattern

if TYPE_CHECKING:
    from tenderlint.fixing.changes import Corrected

_TAG = late_pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_WIDEST = 100


@click.command("fix")
@click.argument("pack", metavar="PACK")
@click.option("-o", "--output", metavar="FOLDER", help="Where to write the copies (default: beside the pack).")
@click.option("--diff", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--language", metavar="TAG", help="The language of files that name none, such as en-GB or cy-GB.")
@click.option(
    "--decorative", multiple=True, metavar="NAME",
    help="Mark pictures of this name (“Picture 3”) as decoration, or “all” that have no words. May be repeated.",
)
def command(pack: str, output: str | None, diff: bool, language: str | None, decorative: tuple[str, ...]) -> int:
    """Write corrected copies of the Word and PDF files of PACK; the originals are never changed.

    In Word: title, language, header rows that are plainly headers, and repeated blanks and empty paragraphs. In PDF:
    title, language, and that the title is shown. A title is taken from the file's own words.
    """
    from tenderlint.commands import exits
    from tenderlint.commands.progress import Progress
    from tenderlint.commands.reading import quieten_libraries
    from tenderlint.errors import UnreadableError
    from tenderlint.fixing.pack import correct_pack

    path = Path(pack)
    if not path.exists():
        raise UnreadableError("there is no such file or folder.", pack, "Check the path.")
    _check_language(language)
    quieten_libraries()
    with Progress() as progress:
        rows = list(correct_pack(path, language, decorative, progress))
    copies = [row for row in rows if row.data is not None]
    targets = _targets(path, output, copies)
    if not diff:
        _refuse_overwriting(targets.values())
        for row in copies:
            _write(targets[row.path], row.data or b"")
    for line in _told(rows, targets, diff):
        click.echo(line)
    return exits.UNREAD if any(row.refused for row in rows) else exits.CLEAN


def _check_language(language: str | None) -> None:
    if language is not None and _TAG.fullmatch(language) is None:
        from tenderlint.errors import UsageError

        raise UsageError(f"“{language}” is no language tag.", advice="Write it like en-GB or cy-GB.")


def _targets(path: Path, output: str | None, rows: Sequence[Corrected]) -> dict[str, Path]:
    """Return where each copy goes, by the path of its file in the pack."""
    single = path.is_file() and path.suffix.lower() != ".zip"
    if output is not None:
        folder = Path(output)
        return {row.path: folder / (path.name if single else _inside(row.path)) for row in rows}
    real = path.resolve()
    if single:
        return {row.path: path.with_name(f"{path.stem} (corrected){path.suffix}") for row in rows}
    folder = real.with_name(f"{real.stem if path.is_file() else real.name} (corrected)")
    return {row.path: folder / _inside(row.path) for row in rows}


def _inside(path: str) -> Path:
    """Return a path of a pack without what would lead out of a folder, as names in a zip may."""
    return Path(*(part for part in PurePosixPath(path.replace("\\", "/")).parts if part not in {"..", "/", "//"}))


def _refuse_overwriting(targets: Iterable[Path]) -> None:
    from tenderlint.errors import UsageError

    seen: set[Path] = set()
    for target in targets:
        if target.exists() or target.is_symlink():
            raise UsageError("is there already, and nothing is written over.", str(target),
                             "Move it away, or choose another folder with -o.")  # fmt: skip
        if target in seen:
            raise UsageError("would be the copy of two files of the pack.", str(target), "Correct them one at a time.")
        seen.add(target)


def _write(target: Path, data: bytes) -> None:
    from tenderlint.commands.outputs import write_new

    write_new(target, data)


def _told(rows: Sequence[Corrected], targets: dict[str, Path], diff: bool) -> Iterator[str]:
    width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    for row in rows:
        yield row.path
        if row.refused:
            it = "" if row.refused[0].isupper() else "it "
            yield from _wrapped(f"Not corrected: {it}{row.refused}", "  ", width)
        for change in row.changes:
            why = f" ({change.why})" if change.why else ""
            yield from _wrapped(f"{change.what}: {change.before}; now {change.after}{why}", "  ", width)
        if row.data is not None and not diff:
            yield from _wrapped(f"Written: {targets[row.path]}", "  ", width)
        for text in row.left:
            yield from _wrapped(f"Left to you: {text}", "  ", width)
        yield ""
    yield from _wrapped(_summary(rows, targets, diff), "", width)


def _summary(rows: Sequence[Corrected], targets: dict[str, Path], diff: bool) -> str:
    count = len(targets)
    refused = sum(bool(row.refused) for row in rows)
    if not count:
        said = "Nothing was found that can be put right here"
    elif diff:
        said = f"Nothing was written: {count} {'file' if count == 1 else 'files'} would have a corrected copy"
    else:
        said = f"{count} corrected {'copy was' if count == 1 else 'copies were'} written; the originals are untouched"
    no = f", and {refused} {'file' if refused == 1 else 'files'} could not be corrected" if refused else ""
    return f"{said}{no}."


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ",
                         break_long_words=False, break_on_hyphens=False)  # fmt: skip
