"""A pack that has not changed is not read again, and nothing that matters is ever taken from an old run."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tenderlint.cache import Cache, is_lasting
from tenderlint.cache_files import SETTINGS, NoKeyError, contents_of, entries_of
from tenderlint.cache_key import key_of, plain
from tenderlint.cache_place import cache_folder
from tenderlint.cache_program import program_digest
from tenderlint.cache_store import prune
from tenderlint.commands.options import FORMATS
from tenderlint.commands.remembering import Memory
from tenderlint.linting import lint_pack
from tenderlint.outcomes import Outcome, Severity
from tenderlint.report import CheckRow, NotRead, Report
from tenderlint.settings import Settings
from tenderlint.testing import pack as made_pack
from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]

TEXT = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. The contract is worth £40,000 in all, without VAT.

The invitation was published on 2 February 2026. Tenders must be returned by 12 noon on 20 March 2026.
"""
RUN = "import sys; from tenderlint.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"

START = """import sys
from tenderlint.start import main
try:
    main()
except SystemExit:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack = tmp_path / "hedges"
    pack.mkdir()
    (pack / "Invitation to tender.md").write_text(TEXT, encoding="utf-8")
    return pack


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def check(tenderlint: Tenderlint, folder: Path, kept: Path) -> Callable[..., Run]:
    def run(*arguments: str | Path, pack: Path = folder) -> Run:
        return tenderlint("check", pack, *arguments, TENDERLINT_CACHE=str(kept))

    return run


def entries(kept: Path) -> list[Path]:
    return sorted((kept / "reports").glob("*.1.json"))


def modules(*arguments: str | Path, kept: Path, start: bool = False) -> set[str]:
    """Run the command, from its very start or its command line on, and return the names of the modules loaded."""
    done = subprocess.run(
        [sys.executable, "-c", START if start else RUN, *map(str, arguments)], capture_output=True, text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": python_path(), "TENDERLINT_CACHE": str(kept)},
    )  # fmt: skip
    return set(done.stderr.split())


def test_a_second_run_loads_neither_readers_nor_facts_nor_checks(folder: Path, kept: Path) -> None:
    heavy = (
        "tenderlint.readers", "tenderlint.discovery", "tenderlint.facts", "tenderlint.engine", "tenderlint.linting",
        "tenderlint.registry", "tenderlint.checking", "tenderlint.cards", "tenderlint.law", "tenderlint.readability",
        "tenderlint_checks", "lxml", "pikepdf", "pypdfium2", "jinja2", "subprocess", "tempfile",
    )  # fmt: skip
    cold, warm = (modules("check", folder, kept=kept) for _ in range(2))
    assert "tenderlint.engine" in cold
    assert "tenderlint.readers" in cold
    assert {name for name in warm if name.startswith(heavy)} == set()


def test_the_same_command_again_loads_not_even_the_command_line(folder: Path, kept: Path) -> None:
    first, second = (modules("check", folder, kept=kept, start=True) for _ in range(2))
    assert "click" in first
    own = {name for name in second if name.startswith("tenderlint.")}
    assert own == {
        "tenderlint.start", "tenderlint.again", "tenderlint.cache_files", "tenderlint.cache_place",
        "tenderlint.cache_program", "tenderlint.cache_store", "tenderlint.clock", "tenderlint.folders",
        "tenderlint.ignored",
    }  # fmt: skip
    assert not {name for name in second if name.split(".")[0] in {"click", "tomli", "lxml", "pikepdf"}}


def test_what_is_said_again_is_what_was_said_with_the_same_exit_code(
    tenderlint: Tenderlint, folder: Path, kept: Path
) -> None:
    def runs(*arguments: str, **environment: str) -> list[Run]:
        return [tenderlint("check", folder, *arguments, TENDERLINT_CACHE=str(kept), **environment) for _ in range(2)]

    for arguments in ((), ("--format", "json"), ("--fail-on", "advice"), ("--as", "bidder", "--on", "2012-05-01")):
        first, again = runs(*arguments)
        assert first == again
        assert again.out
    narrow, wide = runs(COLUMNS="50")[1], runs(COLUMNS="100")[1]
    assert max(map(len, narrow.out.splitlines())) <= 50 < max(map(len, wide.out.splitlines()))
    first, again = runs(PYTHONIOENCODING="ascii:replace")
    assert first == again
    assert again.out.isascii()


@pytest.mark.parametrize("place", ["hedges/tenderlint.toml", "tenderlint.toml", "pyproject.toml"])
def test_settings_that_come_and_go_beside_or_above_a_pack_are_never_missed(
    check: Callable[..., Run], folder: Path, place: str
) -> None:
    before = [check() for _ in range(2)]
    file = folder.parent / place
    opening = "[tool.tenderlint]\n" if place.startswith("pyproject") else ""
    file.write_text(f'{opening}select = ["placeholders"]\n', encoding="utf-8")
    chosen = [check() for _ in range(2)]
    assert chosen[0] == chosen[1] != before[1]
    file.unlink()
    assert check() == before[0] == before[1]


def test_a_waiver_that_is_written_or_runs_out_is_never_missed(
    check: Callable[..., Run], folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenderlint import again

    check()
    (folder / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "complaints-form"\nquote = "nowhere in the pack"\nreason = "It is on the portal."\n'
        'owner = "Ann"\nlast_day = 2100-01-01\n', encoding="utf-8",
    )  # fmt: skip
    assert "It is on the portal" in check().out
    monkeypatch.setenv("TENDERLINT_CACHE", str(kept))
    (run,) = [path for path in (kept / "reports").glob("*.run.json") if b"on the portal" in path.read_bytes()]
    known = json.loads(run.read_bytes().partition(b"\n")[2])
    assert again._holds(known, kept)
    monkeypatch.setattr(again, "today", lambda: dt.date(2101, 1, 1))
    assert not again._holds(known, kept)


def test_the_names_of_settings_files_are_those_that_the_settings_have() -> None:
    from tenderlint.settings import FILE_NAME, WAIVER_FILE

    assert set(SETTINGS) == {FILE_NAME, WAIVER_FILE, "pyproject.toml"}


def test_a_run_that_other_files_or_wishes_had_a_part_in_is_not_said_again(
    check: Callable[..., Run], tenderlint: Tenderlint, folder: Path, kept: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    for arguments in (
        ("--statistics",), ("--quiet",), ("--baseline", baseline, "--write-baseline"), ("-o", tmp_path / "out.txt"),
        ("--no-cache",),
    ):  # fmt: skip
        check(*arguments)
    (folder / "tenderlint.toml").write_text("statistics = true\n", encoding="utf-8")
    check()
    assert list((kept / "reports").glob("*.run.json")) == []


def test_a_broken_note_of_a_run_is_a_miss(check: Callable[..., Run], kept: Path) -> None:
    said = check()
    (run,) = (kept / "reports").glob("*.run.json")
    whole = run.read_bytes()
    body = whole.partition(b"\n")[2]
    altered = whole.replace(b"Wexley", b"Waxley")
    for broken in (b"", whole[:-1], body, altered, b"x\n[]", _signed(b"[]"), _signed(b"{}")):
        run.write_bytes(broken)
        assert check() == said


def test_where_no_key_can_be_had_the_command_runs(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenderlint import again

    monkeypatch.setenv("TENDERLINT_CACHE", str(kept))
    arguments = ["check", str(folder)]
    packs = {str(folder): contents_of(folder, entries_of(folder))}
    again.keep(kept, arguments, packs, ((True, "said\n"),), 1, program_digest(kept))
    assert again.said_before(arguments) == 1
    for broken in (FileNotFoundError, AttributeError):
        with monkeypatch.context() as patch:
            patch.setattr(again.os, "getcwd", _raising(broken))
            assert again.said_before(arguments) is None
            again.keep(kept, arguments, packs, (), 0, "")
    assert again.said_before(arguments) == 1
    assert again.said_before(["facts", str(folder)]) is None


def _raising(error: type[Exception]) -> Callable[[], str]:
    def fail() -> str:
        raise error

    return fail


def _signed(body: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body


def test_a_run_without_the_cache_neither_asks_it_nor_keeps_anything(folder: Path, kept: Path) -> None:
    loaded = modules("check", folder, "--no-cache", kept=kept)
    assert {name for name in loaded if name.startswith("tenderlint.cache")} == set()
    assert not kept.exists()


def test_what_is_remembered_reads_in_every_format_like_what_was_read(check: Callable[..., Run], tmp_path: Path) -> None:
    every = [word for kind in FORMATS for word in ("--format", kind)]
    runs = [
        check(*every, "-o", tmp_path / "reports" / name, *options)
        for name, options in (("cold", ()), ("warm", ()), ("anew", ("--no-cache",)))
    ]
    assert len({run.code for run in runs}) == 1
    cold, warm, anew = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / "reports" / name).iterdir())}
        for name in ("cold", "warm", "anew")
    )
    assert len(cold) == len(FORMATS)
    assert cold == warm == anew


def test_one_reading_serves_every_format_reader_and_bar(check: Callable[..., Run], kept: Path) -> None:
    codes = [check(*arguments).code for arguments in (
        (), ("--format", "json"), ("--as", "bidder"), ("--jobs", "2"), ("--fail-on", "advice"), ("--fail-on", "never"),
    )]  # fmt: skip
    assert codes[-2:] == [1, 0]
    assert len(entries(kept)) == 1


def test_a_changed_word_is_seen_though_size_and_time_are_those_of_before(
    check: Callable[..., Run], folder: Path
) -> None:
    file = folder / "Invitation to tender.md"
    before = file.stat()
    check()
    file.write_text(TEXT.replace("20 March", "27 March"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    report = json.loads(check("--format", "json").out)
    assert report["facts"]["submission_deadline"][0]["value"] == "2026-03-27T12:00"


def test_added_renamed_and_deleted_files_are_seen(check: Callable[..., Run], folder: Path) -> None:
    def names() -> list[str]:
        return [row["path"] for row in json.loads(check("--format", "json").out)["pack"]["documents"]]

    assert names() == ["Invitation to tender.md"]
    (folder / "Terms.md").write_text("# Terms\n\nInvoices are paid within 30 days.\n", encoding="utf-8")
    assert names() == ["Invitation to tender.md", "Terms.md"]
    (folder / "Terms.md").rename(folder / "Conditions.md")
    assert names() == ["Conditions.md", "Invitation to tender.md"]
    (folder / "Conditions.md").unlink()
    assert names() == ["Invitation to tender.md"]


def test_lock_files_and_hidden_folders_leave_the_report_remembered(
    check: Callable[..., Run], folder: Path, kept: Path
) -> None:
    check()
    (folder / "~$vitation to tender.docx").write_bytes(b"lock")
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_bytes(b"state")
    check()
    assert len(entries(kept)) == 1


def test_settings_day_choice_and_notice_each_have_a_report_of_their_own(
    check: Callable[..., Run], folder: Path, kept: Path, tmp_path: Path
) -> None:
    notice = tmp_path / "notice.json"
    release = {
        "ocid": "ocds-example-1", "id": "1", "date": "2026-02-02T00:00:00Z", "tag": ["tender"],
        "buyer": {"name": "Wexley Parish Council"}, "tender": {"id": "T1", "title": "Hedges"},
    }  # fmt: skip
    notice.write_text(json.dumps(release), encoding="utf-8")
    check()
    check("--on", "2012-05-01")
    check("--select", "time")
    check("--notice", notice)
    assert len(entries(kept)) == 4
    notice.write_text(json.dumps({**release, "tender": {"id": "T1", "title": "Hedges and verges"}}), encoding="utf-8")
    check("--notice", notice)
    assert len(entries(kept)) == 5
    (folder / "tenderlint.toml").write_text('[pack]\nnation = "Scotland"\n', encoding="utf-8")
    assert json.loads(check("--format", "json").out)["regime"]["nation"] == "Scotland"
    assert len(entries(kept)) == 6


def test_a_mistake_in_choice_or_settings_is_told_whatever_is_remembered(
    check: Callable[..., Run], folder: Path
) -> None:
    check()
    assert check("--select", "tender-peroid").code == 2
    (folder / "tenderlint.toml").write_text('select = ["tender-peroid"]\n', encoding="utf-8")
    for _ in range(2):
        run = check()
        assert run.code == 2
        assert "tender-period" in run.err


def test_a_moved_pack_is_known_again_and_stands_where_it_is(
    check: Callable[..., Run], folder: Path, kept: Path
) -> None:
    check()
    moved = folder.parent / "elsewhere" / "hedges"
    moved.parent.mkdir()
    folder.rename(moved)
    report = json.loads(check("--format", "json", pack=moved).out)
    assert report["pack"]["path"] == str(moved)
    assert len(entries(kept)) == 1


def test_a_broken_entry_is_mended_by_the_next_run(check: Callable[..., Run], kept: Path) -> None:
    cold = check("--format", "json")
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2])
    for run in (kept / "reports").glob("*.run.json"):
        run.unlink()
    assert check("--format", "json") == cold
    assert entry.read_bytes() == whole


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"", lambda data: data[: len(data) // 2], lambda data: data[:-1], lambda data: b"\x80\x04" + data,
        lambda data: data.replace(b"Wexley", b"Waxley"), lambda data: b"[" * 100_000, lambda data: b"\n{}",
        lambda data: data.partition(b"\n")[2],
    ],
    ids=["empty", "cut", "short", "pickled", "altered", "deep", "bare", "unsigned"],
)  # fmt: skip
def test_a_broken_entry_is_a_miss(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    cache, report = Cache(tmp_path), lint_pack(made_pack(TEXT), today=dt.date(2026, 2, 2))
    cache.keep("one", report)
    assert cache.find("one") == report
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.find("one") is None


def test_an_entry_put_under_another_key_is_a_miss(tmp_path: Path) -> None:
    cache, report = Cache(tmp_path), lint_pack(made_pack(TEXT), today=dt.date(2026, 2, 2))
    cache.keep("one", report)
    (tmp_path / "reports" / "one.1.json").rename(tmp_path / "reports" / "two.1.json")
    assert cache.find("one") is None
    assert cache.find("two") is None


def test_an_entry_is_json_that_only_its_owner_can_read(check: Callable[..., Run], kept: Path) -> None:
    check()
    (entry,) = entries(kept)
    assert json.loads(entry.read_bytes().partition(b"\n")[2])["pack"]["name"] == "hedges"
    if os.name == "posix":
        assert [path.stat().st_mode & 0o777 for path in (kept, kept / "reports", entry)] == [0o700, 0o700, 0o600]
    assert (kept / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


def test_many_runs_at_once_share_a_cache(folder: Path, kept: Path) -> None:
    command = [sys.executable, "-m", "tenderlint", "check", str(folder), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": python_path(), "TENDERLINT_CACHE": str(kept)}
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) for _ in range(4)
    ]
    said = {run.communicate(timeout=120) for run in runs}
    assert len(said) == 1
    assert next(iter(said))[1] == b""
    assert len(entries(kept)) == 1
    assert not list((kept / "reports").glob("*.part"))


def test_a_cache_that_cannot_be_written_stops_nothing(tenderlint: Tenderlint, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = tenderlint("check", folder, TENDERLINT_CACHE=str(tmp_path / "file" / "below"))
    assert run.code in (0, 1)
    assert run.err == ""


def test_the_cache_tells_where_it_is_and_forgets(check: Callable[..., Run], tenderlint: Tenderlint, kept: Path) -> None:
    check()
    told = tenderlint("cache", TENDERLINT_CACHE=str(kept))
    assert told == tenderlint("cache", "where", TENDERLINT_CACHE=str(kept))
    assert told.out.splitlines()[0] == str(kept)
    assert told.out.splitlines()[1].startswith("1 report, ")
    cleared = tenderlint("cache", "clear", TENDERLINT_CACHE=str(kept))
    assert (cleared.code, cleared.out) == (0, f"Forgotten: 1 report in {kept}\n")
    assert [path for path in kept.rglob("*") if path.is_file()] == []
    assert "No reports are kept" in tenderlint("cache", TENDERLINT_CACHE="off").out
    assert tenderlint("cache", "clean").code == 2


def test_facts_come_from_the_same_reading(
    check: Callable[..., Run], tenderlint: Tenderlint, folder: Path, kept: Path
) -> None:
    check()
    warm = tenderlint("facts", folder, TENDERLINT_CACHE=str(kept))
    assert warm == tenderlint("facts", folder, "--no-cache")
    assert "20 March 2026, 12:00" in warm.out
    assert len(entries(kept)) == 1


@pytest.mark.parametrize(
    ("environment", "system", "expected"),
    [
        ({"HOME": "/home/ann"}, "linux", "/home/ann/.cache/tenderlint"),
        ({"HOME": "/home/ann", "XDG_CACHE_HOME": "/scratch"}, "linux", "/scratch/tenderlint"),
        ({"HOME": "/home/ann", "XDG_CACHE_HOME": "scratch"}, "linux", "/home/ann/.cache/tenderlint"),
        ({"HOME": "/Users/ann"}, "darwin", "/Users/ann/Library/Caches/tenderlint"),
        ({"LOCALAPPDATA": "/ann/Local"}, "win32", "/ann/Local/tenderlint/Cache"),
        ({"HOME": "/home/ann", "TENDERLINT_CACHE": "/mine"}, "linux", "/mine"),
        ({"HOME": "/home/ann", "TENDERLINT_CACHE": "Off"}, "linux", None),
        ({"HOME": "/home/ann", "TENDERLINT_CACHE": ""}, "linux", None),
        ({}, "linux", None),
        ({}, "win32", None),
    ],
)
def test_the_folder_is_the_one_that_each_system_has_for_such_things(
    environment: dict[str, str], system: str, expected: str | None
) -> None:
    assert cache_folder(environment, system) == (None if expected is None else Path(expected))


def test_what_was_used_longest_ago_goes_first_when_there_is_no_room(tmp_path: Path) -> None:
    for number in range(5):
        path = tmp_path / f"{number}.json"
        path.write_bytes(b"x" * 100)
        os.utime(path, (1_000_000 + number, 1_000_000 + number))
    prune(tmp_path, most_bytes=250, most_days=30)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["3.json", "4.json"]


def test_what_nobody_used_for_days_and_what_a_broken_run_left_goes_too(tmp_path: Path) -> None:
    now, day = 1_800_000_000, 86_400
    for name, age in {"new.json": 0, "old.json": 31 * day, "lost.part": day, "in work.part": 5}.items():
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (now - age, now - age))
    prune(tmp_path, most_bytes=1000, most_days=30)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in work.part", "new.json"]


def test_a_report_that_a_busy_machine_spoilt_is_not_kept() -> None:
    report = lint_pack(made_pack(TEXT), today=dt.date(2026, 2, 2))
    assert is_lasting(report)
    crashed = CheckRow("a-check", "time", "A check", Outcome.ERROR, Severity.NONE, "the check itself crashed")
    assert not is_lasting(replace(report, checks=(*report.checks, crashed)))
    late = NotRead("a.pdf", None, "could not be read within 60 seconds. Split it into smaller files.")
    assert not is_lasting(replace(report, not_read=(late,)))
    scan = NotRead("a.pdf", 3, "page 3 is a picture of a page: it was not read.")
    assert is_lasting(replace(report, not_read=(scan,)))


def test_the_readers_still_say_in_those_words_what_another_run_may_read() -> None:
    from tenderlint import readers
    from tenderlint.cache import PASSING

    folder = Path(readers.__file__).parent
    words = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    assert [each for each in PASSING if each not in words] == []


def test_a_file_saved_while_the_pack_is_read_spoils_the_entry_and_not_the_report(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENDERLINT_CACHE", str(kept))
    report = lint_pack(made_pack(TEXT), today=dt.date(2026, 2, 2))

    def lint() -> Report:
        (folder / "Invitation to tender.md").write_text(TEXT + "\nMore.\n", encoding="utf-8")
        return report

    assert Memory().report(str(folder), Settings(), None, lint) is report
    assert entries(kept) == []


def test_keys_differ_where_anything_does_and_are_refused_where_nothing_can_be_told(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Two:
        first: object
        second: object

    values = [
        None, 0, 1, "1", "", "a", ("a",), ("a", "b"), (("a", "b"),), {"a": 1}, {"a": "1"}, {"a": {"b": 1}},
        dt.date(2026, 2, 2), "2026-02-02", Path("a"), frozenset({"a", "b"}), Two(1, 2), Two(2, 1), True is None,
    ]  # fmt: skip
    told = [json.dumps(plain(value)) for value in values]
    assert len(set(told)) >= len(values) - 1, "a set and a list of the same words may have one name"
    assert plain({"b": 1, "a": 2}) == plain({"a": 2, "b": 1})
    with pytest.raises(NoKeyError):
        plain(object())
    with pytest.raises(NoKeyError):
        entries_of(tmp_path / "gone")
    day, other = dt.date(2026, 2, 2), dt.date(2026, 2, 3)
    keys = {
        key_of(tmp_path, "contents", settings=settings, day=when, notice=None, program=program)
        for settings in (None, Settings(), Settings(on=day)) for when in (day, other) for program in ("p", "q")
    }  # fmt: skip
    assert len(keys) == 12


def test_a_link_counts_as_what_it_leads_to(folder: Path, tmp_path: Path) -> None:
    def key() -> str:
        return contents_of(folder, entries_of(folder))

    target = folder / "Terms.md"
    target.write_text("one", encoding="utf-8")
    outside = tmp_path / "outside.md"
    outside.write_text("one", encoding="utf-8")
    alone = key()
    (folder / "link.md").symlink_to(target)
    linked = key()
    target.write_text("two", encoding="utf-8")
    assert len({alone, linked, key()}) == 3
    (folder / "link.md").unlink()
    (folder / "link.md").symlink_to(outside)
    led_out = key()
    outside.write_text("two", encoding="utf-8")
    assert key() == led_out, "a link out of the pack is not followed, so its words do not count"


def test_a_changed_card_is_another_program(tmp_path: Path) -> None:
    checks, cache = tmp_path / "my checks", tmp_path / "cache"
    checks.mkdir()
    (checks / "a.toml").write_text("id = 1", encoding="utf-8")
    one = program_digest(cache, [checks])
    assert program_digest(cache, [checks]) == one
    assert (cache / "program").read_text(encoding="ascii").endswith(f" {one}")
    (checks / "a.toml").write_text("id = 2", encoding="utf-8")
    two = program_digest(cache, [checks])
    assert program_digest(cache) not in {one, two}
    assert one != two
    for broken in (b"", b"\xff" * 90, b"a b"):
        (cache / "program").write_bytes(broken)
        assert program_digest(cache, [checks]) == two
