"""Methods of data classes kept beside the bytecode are the same methods, and a broken store costs nothing but time."""

from __future__ import annotations

import dataclasses
import marshal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tenderlint import class_store
from tenderlint.class_store import Store
from tests.conftest import python_path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "classes.bin"


@pytest.fixture
def _left_as_it_was() -> Iterator[None]:
    yield
    vars(dataclasses).pop("exec", None)
    class_store._STORES.clear()


def point(store: Store, monkeypatch: pytest.MonkeyPatch) -> Any:
    with monkeypatch.context() as patch:
        patch.setitem(vars(dataclasses), "exec", store.run)

        @dataclasses.dataclass(frozen=True, slots=True)
        class Point:
            """A place."""

            x: int
            y: float = 1.5
            names: tuple[str, ...] = ()
            seen: list[int] = dataclasses.field(default_factory=list, compare=False)

    return Point


def test_a_class_from_the_store_is_as_any_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Store(str(path))
    point(first, monkeypatch)
    first.save()
    again = Store(str(path))
    made = point(again, monkeypatch)
    assert not again.is_new, "every method came from the store"
    one, other = made(1), made(1, seen=[3])
    assert one == other
    assert hash(one) == hash(other)
    assert one != made(2)
    assert repr(made(2, names=("a",))).endswith("Point(x=2, y=1.5, names=('a',), seen=[])")
    assert dataclasses.replace(one, y=2.0).y == 2.0
    assert [field.name for field in dataclasses.fields(made)] == ["x", "y", "names", "seen"]
    assert one.seen is not made(1).seen
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.x = 3
    with pytest.raises(TypeError):
        made()


@pytest.mark.parametrize("content", [b"", b"nonsense", marshal.dumps([1]), b"\xfb\x00\x00\x00\x00", b"[" * 40])
def test_a_broken_store_is_as_good_as_none(content: bytes, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(content)
    assert point(Store(str(path)), monkeypatch)(4).x == 4


@pytest.mark.parametrize("content", [b"nonsense", marshal.dumps("no code")])
def test_an_entry_that_is_wrong_is_made_anew(content: bytes, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(str(path))
    point(store, monkeypatch)
    store.entries = dict.fromkeys(store.entries, content)
    assert point(store, monkeypatch)(5).x == 5
    assert content not in store.entries.values()


def test_nothing_is_written_where_python_itself_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(str(path))
    point(store, monkeypatch)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    store.save()
    assert not path.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    store.path = str(path / "no such folder" / "classes.bin")
    store.save()
    store.path = str(path)
    store.save()
    assert [each.name for each in path.parent.iterdir()] == ["classes.bin"]


@pytest.mark.usefixtures("_left_as_it_was")
def test_once_in_use_the_store_serves_the_whole_process() -> None:
    class_store.use()
    class_store.use()
    assert len(class_store._STORES) == 1
    made = dataclasses.make_dataclass("Made", ["a", ("b", int, 2)])
    assert made(1) == made(1, 2)


def test_a_program_that_imports_tenderlint_is_left_as_it_is() -> None:
    code = "import dataclasses, tenderlint.linting; print('exec' in vars(dataclasses))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": python_path()}
    )
    assert done.stdout.strip() == "False"
