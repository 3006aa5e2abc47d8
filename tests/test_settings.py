"""Settings stand beside the pack, every mistake in them is told with its line, and what is set is used."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeGuard

import pytest

from tenderlint.errors import SettingsError
from tenderlint.outcomes import Severity
from tenderlint.settings import Settings, load_settings, settings_from
from tenderlint.settings.lines import Lines
from tenderlint.settings.reading import KEYS
from tenderlint.settings.waiving import KEYS as WAIVER_KEYS
from tests.checks.asking import ask, book
from tests.conftest import ROOT, Run

Tenderlint = Callable[..., Run]

PACK = """# Invitation to tender

Wexley Parish Council invites tenders for hedge cutting. The contract is worth £40,000 in all, without VAT.

The invitation was published on 2 February 2026. Tenders must be returned by 12 noon on 20 March 2026.

# Insurance

Bidders must hold public liability insurance of £8 million. Write to [insert address].
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "hedges"
    folder.mkdir()
    (folder / "Invitation to tender.md").write_text(PACK, encoding="utf-8")
    return folder


def report(tenderlint: Tenderlint, pack: Path, *arguments: str) -> dict[str, object]:
    run = tenderlint("check", pack, "--format", "json", *arguments)
    assert run.code in (0, 1), run.err
    data: dict[str, object] = json.loads(run.out)
    return data


def row(data: dict[str, object], check: str) -> dict[str, object]:
    rows = data["checks"]
    assert isinstance(rows, list)
    return next(each for each in rows if each["id"] == check)


def refused(tenderlint: Tenderlint, pack: Path, text: str, name: str = "tenderlint.toml") -> str:
    """Return what is said of a settings file that is wrong: one line, exit code 2, nothing on standard output."""
    (pack / name).write_text(text, encoding="utf-8")
    run = tenderlint("check", pack)
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert run.err.startswith(f"tenderlint: {pack / name}: ")
    return run.err


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    pack = tmp_path / "tenders" / "hall"
    pack.mkdir(parents=True)
    (tmp_path / "tenderlint.toml").write_text('ignore = ["language"]\n')
    assert load_settings(pack).ignore == ("language",)
    (pack / "tenderlint.toml").write_text('select = ["time"]\n')
    assert load_settings(pack).select == ("time",)


def test_a_table_in_pyproject_counts_too_and_keeps_its_lines(tenderlint: Tenderlint, pack: Path) -> None:
    project = pack.parent / "pyproject.toml"
    project.write_text('[project]\nname = "x"\n\n[tool.tenderlint]\nfail_on = "warning"\n')
    assert load_settings(pack).fail_on is Severity.WARNING
    project.write_text('[project]\nname = "x"\n\n[tool.tenderlint]\nfail_on = "warnings"\n')
    run = tenderlint("check", pack)
    assert run.code == 2
    assert f"{project}: line 5: fail_on must be" in run.err


def test_all_mistakes_are_told_at_once_with_their_lines_and_the_nearest_names(
    tenderlint: Tenderlint, pack: Path
) -> None:
    said = refused(
        tenderlint, pack,
        'selct = ["time"]\nfail_on = "often"\nignore = ["tim"]\n\n[pack]\nnation = "Kent"\ncommenced = "soon"\n\n'
        '[severity]\nplaceholder = "error"\n\n[checks.lead-in-time]\nworking_day = 3\nworking_days_short = "few"\n',
    )  # fmt: skip
    told = (
        "line 1: unknown setting selct, did you mean select?",
        "line 2: fail_on must be error, warning, advice or never",
        "line 3: unknown check or area tim, did you mean time?",
        "line 6: pack.nation must be one of England",
        "line 7: pack.commenced must be a date such as 2026-03-02",
        "line 10: unknown check or area placeholder, did you mean placeholders?",
        "line 13: unknown setting checks.lead-in-time.working_day, did you mean working_days?",
        "line 14: checks.lead-in-time.working_days_short must be a number",
    )  # fmt: skip
    places = [said.find(each) for each in told]
    assert -1 not in places, said
    assert places == sorted(places)


def test_a_file_that_is_not_toml_is_named_with_the_line(tenderlint: Tenderlint, pack: Path) -> None:
    assert "line 3: " in refused(tenderlint, pack, 'as = "buyer"\n\nselect = time\n')
    (pack / "tenderlint.toml").write_bytes(b'as = "buyer"\n# caf\xe9\n')
    run = tenderlint("check", pack)
    assert run.code == 2
    assert "line 2 is not in UTF-8" in run.err


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "{a=" * 50_000, "a." * 5_000 + "a = 1", "\0"])
def test_a_hostile_file_is_told_in_one_line(tenderlint: Tenderlint, pack: Path, text: str) -> None:
    assert len(refused(tenderlint, pack, text)) < 600


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[law]\ntender_days = 3\n", 1),
        ("[checks.tender-period]\ntender_period.electronic = 3\n", 2),
        ("[checks.payment-in-30-days]\npayment.days = 60\n", 2),
    ],
)
def test_a_figure_of_the_law_is_never_a_setting(tenderlint: Tenderlint, pack: Path, text: str, line: int) -> None:
    figures = {name for check in book().checks for name in check.card.figures if check.card.id in text}
    if figures and not any(figure in text for figure in figures):
        text = f"{text.splitlines()[0]}\n{sorted(figures)[0]} = 3\n"
    said = refused(tenderlint, pack, text)
    assert f"line {line}: " in said
    assert "the figures of the law cannot be set" in said


def test_a_bar_that_is_a_setting_can_be_moved() -> None:
    text = "# Invitation to tender\nIssued on 2 March 2026. Tenders must be received by 12 noon on 27 March 2026."
    assert ask("lead-in-time", text).outcome == "failed"
    assert ask("lead-in-time", text, settings={"checks": {"lead-in-time": {"working_days": 15}}}).outcome == "passed"


def test_a_severity_can_be_raised_for_a_check_or_an_area(tenderlint: Tenderlint, pack: Path) -> None:
    assert row(report(tenderlint, pack), "placeholders")["severity"] == "advice"
    (pack / "tenderlint.toml").write_text('[severity]\ndraft = "warning"\n')
    assert row(report(tenderlint, pack), "placeholders")["severity"] == "warning"
    (pack / "tenderlint.toml").write_text('[severity]\ndraft = "warning"\nplaceholders = "error"\n')
    assert row(report(tenderlint, pack), "placeholders")["severity"] == "error"
    run = tenderlint("check", pack)
    assert run.code == 1
    assert "Error by your settings  placeholders" in run.out


def test_checks_are_chosen_by_id_or_area_in_the_file(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text('select = ["draft", "lead-in-time"]\nignore = ["placeholders"]\n')
    rows = report(tenderlint, pack)["checks"]
    assert isinstance(rows, list)
    names = {each["id"] for each in rows}
    assert {"facts-agree", "lead-in-time"} <= names
    assert "placeholders" not in names
    assert {each["area"] for each in rows} == {"draft", "time"}


# What a person states of the pack


@pytest.mark.parametrize(
    ("value", "most", "vat"),
    [
        ("900000", 900000, "unknown"), ('"£900,000 excluding VAT"', 900000, "excl"), ('"£0.9m"', 900000, "unknown"),
        ('{ least = 500000, most = 900000, vat = "incl" }', 900000, "incl"),
    ],
)  # fmt: skip
def test_a_stated_value_is_the_fact_that_checks_use(
    tenderlint: Tenderlint, pack: Path, value: str, most: int, vat: str
) -> None:
    assert row(report(tenderlint, pack), "insurance-level")["outcome"] == "failed"
    (pack / "tenderlint.toml").write_text(f"# what the committee agreed\n[pack]\nvalue = {value}\n", encoding="utf-8")
    data = report(tenderlint, pack)
    facts = data["facts"]
    assert isinstance(facts, dict)
    stated, read = facts["contract_value_total"]
    assert (stated["value"]["max"], stated["value"]["vat"], stated["chosen"]) == (most, vat, True)
    assert (stated["document"], stated["part"], stated["why"]) == ("tenderlint.toml", "line 3", "stated by a person")
    assert stated["quote"] == f"value = {value}"
    assert (read["value"]["max"], read["chosen"]) == (40000, False)
    assert row(data, "insurance-level")["outcome"] == "passed"
    assert row(data, "facts-agree")["outcome"] != "failed"


@pytest.mark.parametrize("value", ["-5", "0", '"a lot"', "true", "inf", '{ most = 5, least = 9 }', '{ vat = "excl" }'])
def test_a_value_that_is_none_is_refused(tenderlint: Tenderlint, pack: Path, value: str) -> None:
    assert "line 2: pack.value must be a number of pounds" in refused(tenderlint, pack, f"[pack]\nvalue = {value}\n")


def test_what_a_person_states_is_shown_as_theirs_with_its_line(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text(
        '[pack]\nvalue = 90000\ncommenced = 2014-05-01\nnation = "Wales"\nauthority_type = "sub-central"\n'
    )
    text = " ".join(tenderlint("check", pack).out.split())
    assert "Stated by a person: value £90,000 (tenderlint.toml, line 2), commenced on 1 May 2014" in text
    assert "nation Wales (tenderlint.toml, line 4)" in text
    assert "commenced on 1 May 2014, as set for this pack (tenderlint.toml, line 3)" in text
    page = tenderlint("check", pack, "--format", "html").out
    assert "Stated by a person" in page
    data = report(tenderlint, pack)
    assert data["regime"]["id"] == "PCR2006"  # type: ignore[index]
    assert data["regime"]["nation"] == "Wales"  # type: ignore[index]
    told = {each["name"]: (each["value"], each["part"]) for each in data["stated"]}  # type: ignore[attr-defined]
    assert told["commenced"] == ("2014-05-01", "line 3")
    assert told["authority_type"] == ("sub-central", "line 5")


def test_a_stated_kind_of_buyer_decides_which_threshold_counts() -> None:
    text = "Bidders first complete a pre-qualification questionnaire. Those who pass will be invited to tender."
    words = "# Invitation to tender for cleaning\n" + text

    def outcome(kind: str) -> str:
        pack = {"value": "£170,000 including VAT", "authority_type": kind, "commenced": dt.date(2026, 3, 2)}
        return ask("selection-below-threshold", words, settings={"pack": pack}).outcome

    assert ask("selection-below-threshold", words).outcome == "cantTell"
    assert outcome("sub-central") == "failed"
    assert outcome("central") != "failed"


# The words of the house


def test_words_that_the_house_accepts_are_no_finding(tenderlint: Tenderlint, pack: Path) -> None:
    assert row(report(tenderlint, pack), "placeholders")["outcome"] == "failed"
    (pack / "tenderlint.toml").write_text('[words]\naccept = ["[Insert address]"]\n')
    assert row(report(tenderlint, pack), "placeholders")["outcome"] == "passed"


def test_words_that_the_house_avoids_are_found_with_the_better_word(tenderlint: Tenderlint, pack: Path) -> None:
    assert row(report(tenderlint, pack), "house-words")["outcome"] == "inapplicable"
    (pack / "tenderlint.toml").write_text('[words]\navoid = { "hedge cutting" = "care of hedges" }\n')
    found = row(report(tenderlint, pack), "house-words")
    assert found["outcome"] == "failed"
    assert "care of hedges" in found["findings"][0]["message"]  # type: ignore[index]


def test_house_words_of_the_wrong_form_are_refused(tenderlint: Tenderlint, pack: Path) -> None:
    said = refused(tenderlint, pack, '[words]\naccept = "all"\navoid = { a = 1 }\nlike = []\n')
    for words in ("line 2: words.accept must be", "line 3: words.avoid must be", "line 4: unknown setting words.like"):
        assert words in said


# Profiles, and which file holds


@pytest.mark.parametrize(
    ("profile", "code", "words"),
    [("buyer", 1, "Warning by your settings"), ("bidder", 0, "before you bid"), ("audit", 0, "findings in 1 pack")],
)
def test_a_profile_brings_its_settings(
    tenderlint: Tenderlint, pack: Path, profile: str, code: int, words: str
) -> None:
    (pack / "tenderlint.toml").write_text(f'profile = "{profile}"\n')
    beside = tenderlint("check", pack)
    (pack / "tenderlint.toml").unlink()
    typed = tenderlint("check", pack, "--profile", profile)
    assert (beside.code, beside.out) == (typed.code, typed.out)
    assert beside.code == code
    assert words in beside.out


def test_the_command_line_goes_before_the_file_and_the_file_before_the_profile(
    tenderlint: Tenderlint, pack: Path
) -> None:
    (pack / "tenderlint.toml").write_text('profile = "buyer"\nfail_on = "error"\n')
    assert tenderlint("check", pack).code == 0
    assert tenderlint("check", pack, "--fail-on", "warning").code == 1
    assert "before you bid" in tenderlint("check", pack, "--as", "bidder").out


def test_another_file_can_be_named_or_none_at_all(tenderlint: Tenderlint, pack: Path, tmp_path: Path) -> None:
    (pack / "tenderlint.toml").write_text('ignore = ["draft"]\n')
    other = tmp_path / "strict.toml"
    other.write_text('select = ["placeholders"]\n[severity]\nplaceholders = "error"\n')
    assert tenderlint("check", pack, "--settings", other).code == 1
    assert tenderlint("check", pack, "--no-settings", "--fail-on", "advice", "--select", "draft").code == 1
    both = tenderlint("check", pack, "--no-settings", "--settings", other)
    assert both.code == 2
    missing = tenderlint("check", pack, "--settings", tmp_path / "gone.toml")
    assert (missing.code, missing.err.count("\n")) == (2, 1)


# Showing and writing them


def test_settings_shows_each_value_and_where_it_came_from(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text(
        'profile = "buyer"\nignore = ["pdf"]\n\n[checks.lead-in-time]\nworking_days = 25\n\n[pack]\nvalue = 90000\n'
    )
    out = tenderlint("settings", pack).out
    assert str(pack / "tenderlint.toml") in " ".join(out.split())
    for name in KEYS:
        assert name in ("severity", "checks", "words", "pack", "waiver") or f"\n{name} = " in out
    for line in (
        "ignore = pdf  [tenderlint.toml, line 2]",
        "fail_on = warning  [the profile buyer]",
        "select = every check  [as usual]",
        "severity.draft = warning  [the profile buyer]",
        "pack.value = £90,000  [tenderlint.toml, line 8]",
    ):
        assert line in out.splitlines()
    assert re.search(r"checks\.lead-in-time\.working_days = 25 .*\(usually 20\)\s+\[tenderlint\.toml, line\s+5\]", out)
    assert "working_days_short" not in out
    assert "checks.lead-in-time.working_days_short" in tenderlint("settings", pack, "--all").out
    data = json.loads(tenderlint("settings", pack, "--format", "json").out)
    assert {"name": "ignore", "value": "pdf", "from": "tenderlint.toml, line 2"} in data["settings"]


@pytest.mark.parametrize("width", [40, 80])
def test_settings_fit_the_terminal(tenderlint: Tenderlint, pack: Path, width: int) -> None:
    (pack / "tenderlint.toml").write_text('[words]\naccept = ["some words of the house", "and more words of it"]\n')
    lines = tenderlint("settings", "hedges", "--all", COLUMNS=str(width), cwd=pack.parent).out.splitlines()
    long = [line for line in lines if len(line) > width and " " in line.strip()]
    assert long == []


def test_init_writes_a_file_that_explains_itself_and_sets_nothing(tenderlint: Tenderlint, pack: Path) -> None:
    run = tenderlint("init", pack)
    assert (run.code, run.err) == (0, "")
    written = pack / "tenderlint.toml"
    assert str(written) in run.out
    before = report(tenderlint, pack, "--no-settings")
    assert {**report(tenderlint, pack), "pack": None} == {**before, "pack": None}
    assert sorted(path.name for path in pack.iterdir()) == ["Invitation to tender.md", "tenderlint.toml"]


def test_init_explains_every_setting_that_there_is(tenderlint: Tenderlint, tmp_path: Path) -> None:
    tenderlint("init", tmp_path)
    text = (tmp_path / "tenderlint.toml").read_text(encoding="utf-8")
    for name in (*KEYS, "value", "commenced", "authority_type", "nation", "accept", "avoid", *WAIVER_KEYS):
        assert re.search(rf"^#\[*{name}\b", text, re.MULTILINE), name


def test_every_line_that_init_comments_out_can_be_switched_on(tenderlint: Tenderlint, tmp_path: Path) -> None:
    tenderlint("init", tmp_path)
    path = tmp_path / "tenderlint.toml"
    text = re.sub(r"^#(?! )", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    settings = load_settings(tmp_path, book().known)
    assert settings.profile == "buyer"
    assert settings.pack.value is not None
    assert settings.waivers[0].check == "unlimited-liability"
    usual = {check.card.id: {name: row.value for name, row in check.card.settings.items()} for check in book().checks}
    assert {name: dict(figures) for name, figures in settings.checks.items()} == {
        name: figures for name, figures in usual.items() if figures
    }


def test_init_never_overwrites(tenderlint: Tenderlint, tmp_path: Path) -> None:
    path = tmp_path / "tenderlint.toml"
    path.write_text("mine", encoding="utf-8")
    run = tenderlint("init", tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"tenderlint: {path}: is there already.")
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere.toml")
    assert tenderlint("init", tmp_path).code == 2
    assert [each.name for each in tmp_path.iterdir()] == ["tenderlint.toml"]
    assert tenderlint("init", tmp_path / "gone").code == 2


# The lines of keys


def test_the_line_of_a_key_is_found_however_it_is_written() -> None:
    text = (
        '# first\nprofile = "buyer" # not [a] table\nselect = [\n  "time", # = no key\n  "draft",\n]\n'
        'words.avoid = { a = "b" }\nlong = """\n[not]\na = table\n"""\n\n[ pack ]\n"nation"   = \'England\'\n\n'
        '[[waiver]]\ncheck = "a"\n[[waiver]]\n\ncheck = "b"\n[checks."lead-in-time"]\nworking_days = 3\n'
    )
    lines = Lines(text)
    assert lines.of("profile") == 2
    assert lines.of("select") == 3
    assert lines.of("words", "avoid", "a") == 7
    assert lines.of("long") == 8
    assert lines.of("pack") == 13
    assert lines.of("pack", "nation") == 14
    assert (lines.of("waiver", 0, "check"), lines.of("waiver", 1), lines.of("waiver", 1, "check")) == (17, 18, 20)
    assert lines.of("waiver", 1, "owner") == 18
    assert lines.of("checks", "lead-in-time", "working_days") == 22
    assert lines.of("nothing") == 0


@pytest.mark.parametrize("path", sorted((ROOT / "checks").rglob("*.toml")), ids=lambda path: path.name)
def test_the_line_of_every_key_holds_the_key(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines, rows = Lines(text), text.splitlines()

    def look(value: object, place: tuple[str | int, ...]) -> None:
        entries = value.items() if isinstance(value, dict) else enumerate(value) if _is_tables(value) else ()
        for key, inner in entries:
            whole = (*place, key)
            line = lines.of(*whole)
            assert line >= lines.of(*place)
            if isinstance(key, str):
                assert key in rows[line - 1], (whole, line)
            look(inner, whole)

    look(tomllib.loads(text), ())


def _is_tables(value: object) -> TypeGuard[list[dict[str, object]]]:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def test_a_broken_project_file_of_somebody_else_is_none_of_our_concern(tenderlint: Tenderlint, pack: Path) -> None:
    (pack.parent / "pyproject.toml").write_bytes(b"[tool\xff")
    assert tenderlint("check", pack).code == 0


def test_a_file_that_notepad_saved_is_read(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_bytes(b'\xef\xbb\xbffail_on = "advice"\r\n\r\n[pack]\r\nnation = "Wales"\r\n')
    run = tenderlint("check", pack)
    assert run.code == 1
    assert "nation Wales (tenderlint.toml, line 4)" in " ".join(run.out.split())


def test_waivers_and_facts_in_a_project_file_know_their_lines(tenderlint: Tenderlint, pack: Path) -> None:
    (pack.parent / "pyproject.toml").write_text(
        '[project]\nname = "x"\n\n[tool.tenderlint.pack]\nvalue = 90000\n\n[[tool.tenderlint.waiver]]\n'
        'check = "placeholders"\nquote = "[insert address]"\nreason = "It moves."\nowner = "A. Buyer"\n'
        "last_day = 2099-12-31\n"
    )
    data = report(tenderlint, pack)
    (found,) = row(data, "placeholders")["findings"]  # type: ignore[misc]
    assert (found["waived_by"]["file"], found["waived_by"]["line"]) == ("pyproject.toml", 7)
    assert data["stated"][0]["part"] == "line 5"  # type: ignore[index]


def test_mistakes_without_a_file_are_told_without_lines() -> None:
    with pytest.raises(SettingsError) as told:
        settings_from({"selct": ["time"], "fail_on": "often", "pack": {"nation": "Kent"}}, "tenderlint.toml")
    message = str(told.value)
    assert "did you mean select?" in message
    assert "line" not in message
    assert "\n" not in message


def test_what_a_program_states_is_not_said_to_stand_in_a_file(pack: Path) -> None:
    import tenderlint

    made = tenderlint.lint(pack, settings={"pack": {"value": 90000, "nation": "Wales"}})
    assert {row.where.document for row in made.stated} == {"the settings"}
    assert made.facts["contract_value_total"][0].where.document == "the settings"
