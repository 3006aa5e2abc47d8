"""What the command says and how it ends, for every way of using it rightly or wrongly."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

from tests.conftest import Run, python_path

Tenderlint = Callable[..., Run]


def test_help_lists_every_command_and_the_exit_codes(tenderlint: Tenderlint) -> None:
    run = tenderlint("--help")
    assert run.code == 0
    for name in ("check", "facts", "explain", "checks", "law", "schema", "show", "Exit codes"):
        assert name in run.out


def test_help_loads_click_and_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); from tenderlint.cli import run; run(['--help']);"
        "import json; print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": python_path()}
    )
    loaded = set(json.loads(done.stderr))
    others = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names)
    assert others == {"click", "tenderlint"}
    own = {name for name in loaded if name.startswith("tenderlint")}
    assert own == {"tenderlint", "tenderlint.cli"}


def test_every_command_has_help(tenderlint: Tenderlint) -> None:
    from tenderlint.cli import COMMANDS

    for name in COMMANDS:
        run = tenderlint(name, "--help")
        assert run.code == 0, run.err
        assert run.out.startswith(f"Usage: tenderlint {name}")


def test_no_command_at_all_shows_help_and_is_wrong_usage(tenderlint: Tenderlint) -> None:
    run = tenderlint()
    assert run.code == 2
    assert run.out.startswith("Usage:")


def test_a_mistyped_command_is_told_the_nearest(tenderlint: Tenderlint) -> None:
    run = tenderlint("chekc")
    assert run.code == 2
    assert run.out == ""
    assert "Did you mean check" in run.err
    assert run.err.count("\n") == 1
