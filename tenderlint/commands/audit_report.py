"""`tenderlint audit-report`: writes the store of an audit as pages, a workbook and data files."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlint.errors import UsageError

if TYPE_CHECKING:
    from tenderlint.audit.outputs_rows import Audit

_KINDS = ("html", "xlsx", "csv", "jsonl", "parquet", "ocds", "datasette")
_USUAL = ("html", "xlsx", "csv", "jsonl", "datasette")
_MARK = ".tenderlint-audit"


@click.command("audit-report")
@click.argument("store", type=click.Path())
@click.option("-o", "--output", required=True, metavar="FOLDER", help="The folder to write, made anew each time.")
@click.option(
    "--format", "kinds", multiple=True, type=click.Choice(_KINDS),
    help="What to write (default: all but parquet and ocds). May be given several times.",
)
@click.option(
    "--published-at", "address", metavar="URL", help="Where the folder will stand on the web; the format ocds needs it."
)
@click.option("--last", is_flag=True, help="Only the packs that the last audit saw, not all that the store knows.")
def command(store: str, output: str, kinds: tuple[str, ...], address: str | None, last: bool) -> int:
    """Write the audit in STORE to a folder: pages to read, and files to count with.

    STORE is an SQLite file, or a database at postgresql://HOST/DATABASE.

    Begin at index.html in the folder. Its pages need no server. The folder is written whole or not at all; an
    earlier report there is replaced, and no other folder is.
    """
    from tenderlint.audit.outputs_rows import audit_of
    from tenderlint.audit.store import Store

    target = Path(output)
    kinds = _kinds(kinds, store)
    if "ocds" in kinds and not (address or "").startswith(("https://", "http://")):
        raise UsageError("the format ocds names its extension by a web address.", advice="Add --published-at URL.")
    _see_that_it_may_be_written(target)
    with Store(store) as opened:
        audit = audit_of(opened, "last" if last else "current")
        if not audit.sights:
            raise UsageError("holds no pack.", store, "Audit some first: tenderlint audit FOLDER --store FILE.")
        _write(audit, target, kinds, Path(store).stem, address or "")
    click.echo(str(target / "index.html" if "html" in kinds else target))
    return 0


def _kinds(asked: tuple[str, ...], store: str) -> tuple[str, ...]:
    """Return what is to be written; Datasette can only be told of a store that is a file."""
    from tenderlint.audit.base import is_database

    if not is_database(store):
        return asked or _USUAL
    why = "Datasette reads SQLite files, and this store is in PostgreSQL."
    if "datasette" in asked:
        raise UsageError(why, advice="Choose another format.")
    if not asked:
        click.echo(f"datasette.json is left out: {why}", err=True)
    return asked or tuple(kind for kind in _USUAL if kind != "datasette")


def _see_that_it_may_be_written(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / _MARK).is_file():
        raise UsageError("holds other files, which are left alone.", str(target), "Name a new folder after -o.")
    if target.exists() and not target.is_dir():
        raise UsageError("is a file, and a folder is needed.", str(target), "Name a new folder after -o.")


def _write(audit: Audit, target: Path, kinds: tuple[str, ...], database: str, address: str) -> None:
    """Write all into a folder beside the target, which then takes its place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}."))
        try:
            beside.chmod(0o755)
            (beside / _MARK).write_text("Made by tenderlint audit-report.\n", encoding="utf-8")
            _fill(audit, beside, kinds, database, address)
            _take_the_place(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"cannot be written: {reason}.", str(target), "Choose another folder with -o.") from error


def _fill(audit: Audit, folder: Path, kinds: tuple[str, ...], database: str, address: str) -> None:
    from tenderlint.audit import outputs_files
    from tenderlint.audit.outputs_datasette import metadata
    from tenderlint.audit.outputs_rows import tables

    data = folder / "data"
    data.mkdir()
    for kind in kinds:
        if kind == "html":
            _write_pages(audit, folder)
        elif kind == "datasette":
            (data / "datasette.json").write_text(metadata(database), encoding="utf-8", newline="\n")
        elif kind == "ocds":
            _write_records(audit, data / "ocds", address)
        elif kind == "xlsx":
            about = outputs_files.about(audit.day, audit.version, len(audit.sights))
            outputs_files.write_workbook(tables(audit), data / "audit.xlsx", about)
        else:
            for table in tables(audit):
                outputs_files.WRITERS[kind](table, data / f"{table.name}.{kind}")


def _write_records(audit: Audit, folder: Path, address: str) -> None:
    from tenderlint.audit.outputs_ocds import write
    from tenderlint.formats.words import plural

    left_out = write(audit, folder, f"{address.rstrip('/')}/data/ocds")
    if left_out:
        click.echo(f"OCDS: {plural(left_out, 'pack')} without an OCID left out.", err=True)


def _write_pages(audit: Audit, folder: Path) -> None:
    from tenderlint.audit.outputs_html import pages

    for place, text in pages(audit):
        path = folder / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n", errors="replace")


def _take_the_place(beside: Path, target: Path) -> None:
    if not target.exists():
        beside.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.old."))
    target.rename(old / "was")
    try:
        beside.rename(target)
    except OSError:
        with suppress(OSError):
            (old / "was").rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
