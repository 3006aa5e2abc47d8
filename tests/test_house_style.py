"""A house's own style: its phrase checks and its Vale rules are asked like all checks, and cannot hang or run code."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tenderlint.errors import SettingsError
from tenderlint.house_style.patterns import Clock, PatternError, StrangePattern, TooSlowError
from tenderlint.house_style.vale import load_style
from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]
TENDER = """# Invitation to tender!
The vendor must send a bid. Vendors must utilise the portal, in a timely fashion, and soon, and well, and whole.
- No pets
## Price
| Item | Note |
|---|---|
| Desk | a vendor brings it |
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "Invitation to tender.md").write_text(TENDER, encoding="utf-8")
    return tmp_path / "pack"


def rule(pack: Path, name: str, text: str) -> None:
    folder = pack.parent / "styles" / "Plain"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    (pack.parent / "tenderlint.toml").write_text('[words]\nstyles = ["styles/Plain"]\n', encoding="utf-8")


def rows(tenderlint: Tenderlint, pack: Path, *more: str) -> dict[str, Any]:
    run = tenderlint("check", pack, "--format", "json", "--select", "house", *more)
    assert run.code in (0, 1), run.err
    return {row["id"]: row for row in json.loads(run.out)["checks"]}


def messages(row: dict[str, Any]) -> list[str]:
    return [finding["message"] for finding in row["findings"]]


def test_short_forms_and_words_that_the_house_accepts_are_no_findings(tenderlint: Tenderlint, pack: Path) -> None:
    text = "# Jobs\nThe XQRS shows jobs. You read the XQRS. Please utilise it. We utilise it too.\n"
    (pack / "Invitation to tender.md").write_text(text, encoding="utf-8")
    asked = ("--format", "json", "--select", "acronyms-explained", "--select", "plain-words")
    for settings, outcome in (("", "failed"), ('[words]\naccept = ["XQRS", "utilise"]\n', "passed")):
        (pack / "tenderlint.toml").write_text(settings, encoding="utf-8")
        checks = json.loads(tenderlint("check", pack, *asked).out)["checks"]
        assert [row["outcome"] for row in checks] == [outcome, outcome]


def test_a_phrase_check_of_the_settings_is_one_finding_with_its_words_and_places(
    tenderlint: Tenderlint, pack: Path
) -> None:
    (pack / "tenderlint.toml").write_text(
        '[[words.checks]]\nname = "supplier"\nfind = ["vendor(s)"]\nmessage = "Say “supplier”, not “{words}”."\n',
        encoding="utf-8",
    )
    row = rows(tenderlint, pack)["house-supplier"]
    assert messages(row) == [
        "Say “supplier”, not “vendor” and “vendors”. 3 times (under “Invitation to tender!” and “Price”)."
    ]
    assert row["severity"] == "advice"


def test_words_that_excuse_are_kept_to(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text(
        '[[words.checks]]\nname = "x"\nfind = ["vendor(s)"]\nunless = ["must", "brings"]\nmessage = "No."\n',
        encoding="utf-8",
    )
    assert rows(tenderlint, pack)["house-x"]["outcome"] == "passed"


def test_mistakes_in_phrase_checks_are_told_with_their_lines(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text(
        '[[words.checks]]\nname = "Bad Name"\nfind = []\nmesage = "x"\n', encoding="utf-8"
    )
    run = tenderlint("check", pack)
    assert run.code == 2
    for told in ("line 2", "line 3", "line 4", "did you mean", "message"):
        assert told in run.err
    assert run.err.count("\n") == 1


def test_a_phrase_with_many_gaps_is_refused(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text(
        '[[words.checks]]\nname = "x"\nfind = ["a...b...c...d"]\nmessage = "No."\n', encoding="utf-8"
    )
    run = tenderlint("check", pack)
    assert run.code == 2
    assert "more than 2 gaps" in run.err


def test_existence_finds_tokens_as_whole_words_and_raw_before_them(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Passive", "extends: existence\nmessage: \"'%s' is weak\"\nraw:\n  - \\bmust\\s+\ntokens: [send, ut]\n")
    assert messages(rows(tenderlint, pack)["house-plain-passive"]) == [
        "'must send' is weak. Once (under “Invitation to tender!”)."
    ]


def test_existence_without_word_bounds_is_nonword(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Shout", "extends: existence\nmessage: \"Do not shout ('%s').\"\nnonword: true\ntokens:\n  - \\w+!\n")
    row = rows(tenderlint, pack)["house-plain-shout"]
    assert messages(row)[0].startswith("Do not shout ('tender!').")


def test_a_word_such_as_no_stays_a_word(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "No", "extends: existence\nmessage: \"'%s'.\"\nignorecase: true\ntokens:\n  - no\n")
    assert messages(rows(tenderlint, pack)["house-plain-no"])[0].startswith("'No'.")


def test_substitution_tells_what_to_write(tenderlint: Tenderlint, pack: Path) -> None:
    rule(
        pack, "Words",
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nlink: https://example.org/words\n"
        "ignorecase: true\nswap:\n  utili[sz]e: use\n  '(?:in a )timely (?:way|fashion)': soon|on time\n  bid: bid\n",
    )  # fmt: skip
    row = rows(tenderlint, pack)["house-plain-words"]
    assert [message.partition(". ")[0] for message in messages(row)] == [
        "Use 'use' instead of 'utilise'", "Use 'soon or on time' instead of 'in a timely fashion'",
    ]  # fmt: skip
    assert row["severity"] == "warning"
    assert row["fix"] == "See https://example.org/words."


def test_occurrence_counts_in_its_scope(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Commas", "extends: occurrence\nmessage: \"%s commas.\"\nscope: sentence\nmax: 3\ntoken: ','\n")
    row = rows(tenderlint, pack)["house-plain-commas"]
    assert messages(row)[0].startswith("4 commas.")
    assert row["findings"][0]["quote"].startswith("Vendors must utilise")


@pytest.mark.parametrize(
    ("scope", "found"),
    [("heading", 2), ("heading.h2", 1), ("list", 1), ("table", 4), ("paragraph", 1), ("text", 8), ("raw", 8)],
)
def test_a_rule_looks_only_where_its_scope_says(tenderlint: Tenderlint, pack: Path, scope: str, found: int) -> None:
    rule(pack, "Any", f"extends: occurrence\nmessage: \"%s words.\"\nscope: {scope}\nmin: 1000\ntoken: \\w+\n")
    times = 0
    for message in messages(rows(tenderlint, pack)["house-plain-any"]):
        count = message.partition(". ")[2].split()[0].strip(".")
        times += 1 if count == "Once" else int(count)
    assert times == found


def test_exceptions_are_no_findings(tenderlint: Tenderlint, pack: Path) -> None:
    rule(
        pack, "V", "extends: existence\nmessage: \"'%s'.\"\ntokens:\n  - '[Vv]endors?'\nexceptions:\n  - vendor\n"
    )
    assert [m[:10] for m in messages(rows(tenderlint, pack)["house-plain-v"])] == ["'Vendors'."]


def test_rules_of_other_kinds_are_named_and_left_to_a_person(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Heads", "extends: capitalization\nmessage: x\nmatch: $sentence\n")
    rule(pack, "Code", "extends: existence\nmessage: x\nscope: code\ntokens: [a]\n")
    row = rows(tenderlint, pack)["house-plain-other-rules"]
    assert row["outcome"] == "cantTell"
    assert "Heads (capitalization)" in row["reason"]
    assert "Code (scope code)" in row["reason"]


def test_looking_ahead_is_understood_too(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Ahead", "extends: existence\nmessage: \"'%s'.\"\nraw:\n  - \\bmust(?= send)\n")
    assert messages(rows(tenderlint, pack)["house-plain-ahead"])[0].startswith("'must'.")


def test_house_checks_can_be_selected_ignored_and_weighed(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "A", "extends: existence\nmessage: \"'%s'.\"\ntokens: [vendor]\n")
    rule(pack, "B", "extends: existence\nmessage: \"'%s'.\"\ntokens: [bid]\n")
    settings = pack.parent / "tenderlint.toml"
    settings.write_text('[severity]\nhouse-plain-a = "error"\n' + settings.read_text(), encoding="utf-8")
    found = rows(tenderlint, pack, "--ignore", "house-plain-b")
    assert set(found) == {"house-plain-a"}
    assert found["house-plain-a"]["severity"] == "error"


def test_a_house_check_that_is_not_there_is_refused_with_the_nearest(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Words", "extends: existence\nmessage: x\ntokens: [vendor]\n")
    run = tenderlint("check", pack, "--select", "house-plain-wrds")
    assert run.code == 2
    assert "did you mean house-plain-words?" in run.err


def test_a_finding_of_the_house_can_be_waived(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Words", "extends: existence\nmessage: \"'%s'.\"\ntokens: [portal]\n")
    (pack / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "house-plain-words"\nquote = "utilise the portal"\nreason = "It is its name."\n'
        'owner = "Head of procurement"\nlast_day = 2099-01-01\n',
        encoding="utf-8",
    )
    finding = rows(tenderlint, pack)["house-plain-words"]["findings"][0]
    assert "It is its name" in finding["waived"]


def test_settings_show_what_the_house_asks(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text(
        '[words]\nstyles = ["rules"]\n[[words.checks]]\nname = "x"\nfind = ["a"]\nmessage = "No."\n', encoding="utf-8"
    )
    run = tenderlint("settings", pack)
    assert "words.styles" in run.out
    assert "words.checks" in run.out


def test_without_the_packages_one_line_says_what_to_install(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    rule(pack, "Words", "extends: existence\nmessage: x\ntokens: [vendor]\n")
    for module, package in (("yaml", "PyYAML"), ("re2", "google-re2")):
        (tmp_path / module).mkdir()
        (tmp_path / module / f"{module}.py").write_text("raise ImportError\n", encoding="utf-8")
        path = os.pathsep.join((str(tmp_path / module), python_path()))
        run = tenderlint("check", pack, PYTHONPATH=path)
        assert run.code == 2
        assert f"need the package {package}. Install it: pip install 'tenderlint[style]'." in run.err


def test_explain_tells_of_a_house_check(tenderlint: Tenderlint, pack: Path) -> None:
    rule(pack, "Words", "extends: existence\nmessage: Not '%s' {here}\ntokens: [vendor]\n")
    run = tenderlint("explain", "house-plain-words", cwd=pack)
    assert run.code == 0
    assert "Plain.Words" in run.out


def test_a_card_of_words_in_the_folder_is_asked_and_no_code_beside_it_is_run(
    tenderlint: Tenderlint, pack: Path
) -> None:
    rule(pack, "Words", "extends: existence\nmessage: x\ntokens: [nothing-like-it]\n")
    folder = pack.parent / "styles" / "Plain"
    (folder / "no_vendors.toml").write_text(
        'id = "no-vendors"\ntitle = "No vendors"\nmessage = "Say supplier."\nwhy = "So we say."\nfix = "Do."\n'
        '[phrases]\nfaults = ["vendor(s)"]\n[[basis]]\nauthority = "Our house"\nstrength = "setting"\n',
        encoding="utf-8",
    )
    (folder / "no_vendors.py").write_text(f"open({str(pack / 'ran')!r}, 'w')\n", encoding="utf-8")
    assert rows(tenderlint, pack)["no-vendors"]["outcome"] == "failed"
    assert not (pack / "ran").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extends: existence\ntokens: [a\n", "line"),
        ("- a\n- b\n", "is no rule"),
        ("extends: existence\nmessage: x\n", "needs tokens"),
        ("extends: existence\nmessage: x\ntokens: ['(a']\n", "its pattern cannot be used"),
        ("extends: substitution\nmessage: x\n", "swap"),
        ("extends: occurrence\nmessage: x\nmax: 3\n", "token"),
        ("extends: occurrence\nmessage: x\nmax: many\ntoken: a\n", "whole number"),
    ],
)
def test_a_rule_that_is_wrong_is_named_in_one_line(tenderlint: Tenderlint, pack: Path, text: str, told: str) -> None:
    rule(pack, "Bad", text)
    run = tenderlint("check", pack)
    assert run.code == 2
    assert "Bad.yml" in run.err
    assert told in run.err
    assert run.err.count("\n") == 1


def test_a_folder_that_is_not_there_is_told(tenderlint: Tenderlint, pack: Path) -> None:
    (pack / "tenderlint.toml").write_text('[words]\nstyles = ["styles/None"]\n', encoding="utf-8")
    run = tenderlint("check", pack)
    assert run.code == 2
    assert "there is no such folder or file of rules" in run.err


def test_a_changed_rule_is_seen_although_reports_are_remembered(
    tenderlint: Tenderlint, pack: Path, tmp_path: Path
) -> None:
    cache = {"TENDERLINT_CACHE": str(tmp_path / "cache")}
    for word, outcome in (("vendor", "failed"), ("nothing", "passed")):
        rule(pack, "Words", f"extends: existence\nmessage: x\ntokens: [{word}]\n")
        run = tenderlint("check", pack, "--format", "json", "--select", "house", **cache)
        assert json.loads(run.out)["checks"][0]["outcome"] == outcome


def test_a_pattern_that_would_run_for_ever_is_given_up_and_nothing_is_claimed(
    tenderlint: Tenderlint, pack: Path
) -> None:
    (pack / "Long.md").write_text("# Long\n" + "a" * 3000 + "b\n", encoding="utf-8")
    rule(pack, "Slow", "extends: existence\nmessage: x\nraw:\n  - (?=(a+)+$)(a+)+$\n")
    row = rows(tenderlint, pack)["house-plain-slow"]
    assert row["outcome"] == "cantTell"
    assert "takes too long" in row["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "(?:(?:a{1000}){1000}){1000}", "((((a{0,100}){0,100}){0,100}){0,100}){0,100}",
        "(?=b)(?:(?:a{1000}){1000}){1000}", "(?!b)((((a{0,100}){0,100}){0,100}){0,100}){0,100}", "a" * 300_000, "(",
        "(?<=[", "\\",
    ],
)  # fmt: skip
def test_patterns_that_would_fill_the_memory_are_refused(text: str) -> None:
    with pytest.raises(PatternError):
        StrangePattern(text)


def test_patterns_without_looking_about_take_no_longer_for_being_nasty() -> None:
    start = time.process_time()
    found = list(StrangePattern("(a+)+$|(a|aa)+b|(.*)*x").search("a" * 20_000 + "c", Clock()))
    assert found == []
    assert time.process_time() - start < 2


def test_looking_about_is_stopped_by_the_clock() -> None:
    with pytest.raises(TooSlowError):
        list(StrangePattern("(?=a)(a+)+$").search("a" * 5000 + "b", Clock(0.2)))


def test_many_rules_of_one_style_are_all_read(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"R{number}.yml").write_text("extends: existence\nmessage: x\ntokens: [a]\n", encoding="utf-8")
    assert len(load_style(tmp_path).rules) == 30


def test_a_bomb_of_aliases_costs_nothing(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    (tmp_path / "Bomb.yml").write_text("\n".join([*lines, "extends: existence", "tokens: *j"]), encoding="utf-8")
    with pytest.raises(SettingsError, match="needs tokens"):
        load_style(tmp_path)
