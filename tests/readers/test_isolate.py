"""Tests of reading in child processes: what goes wrong with one document costs only that document."""

from __future__ import annotations

import ctypes
import dataclasses
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.model import (
    Block,
    BlockKind,
    Cell,
    Document,
    Extent,
    Look,
    Mark,
    Note,
    Picture,
    Place,
    Revision,
    Role,
    Span,
    Structure,
    Table,
)
from tenderlint.readers.child import Limits
from tenderlint.readers.isolate import read_all
from tenderlint.readers.parcel import unwrap, wrap

PARENT = os.getpid()
BRIEF = Limits(memory=1024**3, work=1, wait=1.0)
PATIENT = Limits(memory=1024**3, work=1, wait=30.0)


@dataclass(frozen=True)
class Held:
    """A file that does something when it is opened in a child, and is harmless in the parent."""

    path: str
    do: Callable[[], bytes]

    def load(self) -> bytes:
        return b"harmless" if os.getpid() == PARENT else self.do()


def sound(number: int) -> Held:
    return Held(f"{number}.txt", lambda: f"Document number {number}.".encode())


def crash() -> bytes:
    return ctypes.string_at(0)


def abort() -> bytes:
    os.abort()


def leave() -> bytes:
    os._exit(0)


def hang() -> bytes:
    time.sleep(60)
    return b""


def spin() -> bytes:
    while True:
        pass


def swell() -> bytes:
    return bytes(2 * 1024**3)


def be_killed() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def refuse() -> bytes:
    raise UnreadableError("is locked", "x.txt", "Unlock it.")


def forbid() -> bytes:
    raise PermissionError(13, "Permission denied")


def vanish() -> bytes:
    raise FileNotFoundError(2, "No such file")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (crash, "could not be read: the program that reads such files crashed over it."),
        (abort, "could not be read: the program that reads such files crashed over it."),
        (leave, "could not be read: the program that reads such files crashed over it."),
        (hang, "could not be read within 1 seconds."),
        (spin, "could not be read within 1 seconds of computing."),
        (swell, "could not be read: it needs more memory than there is."),
        (be_killed, "could not be read within 1 GB of memory."),
        (refuse, "is locked. Unlock it."),
        (forbid, "could not be opened: you are not allowed to read it."),
        (vanish, "is gone: it was there when the folder was listed."),
    ],
)
def test_a_document_that_does_harm_costs_only_itself(jobs: int, harm: Callable[[], bytes], told: str) -> None:
    limits = PATIENT if harm is spin else BRIEF
    made = read_all([sound(1), Held("bad.txt", harm), sound(2), sound(3)], jobs, limits=limits)
    assert [document.path for document in made] == ["1.txt", "bad.txt", "2.txt", "3.txt"]
    assert [document.words for document in made] == [3, 0, 3, 3]
    assert made[1].extent is Extent.NOT
    assert made[1].notes[0].text.startswith(told)
    assert made[1].notes[0].lost


@pytest.mark.parametrize("jobs", [0, 1, 2, 7])
def test_documents_come_in_the_order_of_their_files_however_many_are_read_at_once(jobs: int) -> None:
    files = [sound(number) for number in range(5)]
    told: list[tuple[str, int, int]] = []
    made = read_all(files, jobs, lambda path, number, total: told.append((path, number, total)))
    assert [document.path for document in made] == [file.path for file in files]
    assert told == [(f"{number}.txt", number + 1, 5) for number in range(5)]


def test_nothing_is_read_from_nothing() -> None:
    assert read_all([], 1) == []


def test_a_large_document_comes_through_whole() -> None:
    made = read_all([Held("long.txt", lambda: b"word " * 300_000), sound(1)])
    assert [document.words for document in made] == [300_000, 3]


def test_no_child_is_left_behind() -> None:
    read_all([sound(1), Held("bad.txt", crash), sound(2)], 2)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_interrupt_ends_the_children_too() -> None:
    def stop(path: str, number: int, total: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_all([sound(1), Held("slow.txt", hang), sound(2)], 2, stop)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_what_a_crashing_library_prints_stays_off_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    def shout() -> bytes:
        os.write(1, b"stack backtrace")
        os.write(2, b"stack backtrace")
        os.abort()

    read_all([Held("bad.txt", shout)])
    assert capfd.readouterr() == ("", "")


def full_document() -> Document:
    """Return a document in which no field has its default."""
    place = Place("a.docx", 2, ("1 Scope", "1.1 Floors"), "1.1", 7, "row 2 of the table", (1.0, 2.0, 3.0, 4.0))
    look = Look("Arial", 11.5, True, True, True, True, "FF0000", "FFFF00", "centre")
    spans = (
        Span(0, 2, look, "https://a.example", True, Revision.INSERTED, "A. Writer", "in"),
        Span(3, 3, None, None, False, Revision.DELETED, "", "out"),
    )
    inner = Block(BlockKind.LIST_ITEM, "Inner", place, 2, "•", look, Revision.INSERTED, spans, None, "B. Writer")
    nested = Block(BlockKind.TABLE, "", place, table=Table(((Cell(0, 0, (inner,), 2, 3, True),),), 1, "Nested"))
    table = Table(((Cell(0, 0, (inner, nested)), Cell(0, 1)), (Cell(1, 0, (inner,), 1, 2, True),)), 1, "Prices")
    blocks = (inner, Block(BlockKind.TABLE, "", place, 0, "", look, Revision.DELETED, (), table, "x"))
    structure = Structure(
        "Title", True, "en-GB", "Author", "Producer", "2026-01-01T00:00:00", True, 3,
        (Picture(place, "Map", True),), (Mark("password", place, "words"),),
    )  # fmt: skip
    return Document(
        "a.docx", "application/pdf", "00ff", 12, Role.TERMS, blocks, structure, (Note("page 1", 1, False),),
        Extent.PARTLY, 4, 9,
    )  # fmt: skip


def test_a_document_survives_the_way_between_processes_whole() -> None:
    assert unwrap(wrap(full_document())) == full_document()


@pytest.mark.parametrize("noun", [Document, Block, Cell, Table, Span, Look, Place])
def test_no_part_of_the_model_is_forgotten_on_the_way(noun: type) -> None:
    expected = {
        Document: 11, Block: 10, Cell: 6, Table: 3, Span: 8, Look: 9, Place: 7,
    }[noun]  # fmt: skip
    assert len(dataclasses.fields(noun)) == expected, "a new field must also travel: see readers/parcel.py"
