"""Settings stand beside the pack, and every mistake in them is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlint.errors import SettingsError
from tenderlint.outcomes import Severity
from tenderlint.settings import Settings, load_settings, settings_from
from tests.checks.asking import ask


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    pack = tmp_path / "tenders" / "hall"
    pack.mkdir(parents=True)
    (tmp_path / "tenderlint.toml").write_text('ignore = ["language"]\n')
    assert load_settings(pack).ignore == ("language",)
    (pack / "tenderlint.toml").write_text('select = ["time"]\n')
    assert load_settings(pack).select == ("time",)


def test_a_table_in_pyproject_counts_too(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.tenderlint]\nfail_on = "warning"\n')
    assert load_settings(tmp_path).fail_on is Severity.WARNING


def test_all_mistakes_are_told_at_once_with_the_nearest_name() -> None:
    with pytest.raises(SettingsError) as told:
        settings_from({"selct": ["time"], "fail_on": "often", "pack": {"nation": "Kent"}}, "tenderlint.toml")
    message = str(told.value)
    assert "did you mean select?" in message
    assert "fail_on must be" in message
    assert "pack.nation must be one of England" in message
    assert "\n" not in message


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "tenderlint.toml").write_text("select = [\n")
    with pytest.raises(SettingsError, match=r"tenderlint\.toml: cannot be read"):
        load_settings(tmp_path)


def test_a_bar_that_is_a_setting_can_be_moved() -> None:
    text = "# Invitation to tender\nIssued on 2 March 2026. Tenders must be received by 12 noon on 27 March 2026."
    assert ask("lead-in-time", text).outcome == "failed"
    assert ask("lead-in-time", text, settings={"checks": {"lead-in-time": {"working_days": 15}}}).outcome == "passed"


def test_a_severity_can_be_raised() -> None:
    text = "Tenders must be returned by [insert date]."
    row = ask("placeholders", text, settings={"severity": {"placeholders": "error"}})
    assert row.severity is Severity.ERROR
