"""The command line: which commands there are, and how a run that went wrong ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, cast

import click

from tenderlint import __version__

if TYPE_CHECKING:
    from types import TracebackType

    from click.shell_completion import CompletionItem

USAGE, UNREAD, INTERRUPTED, PIPE_CLOSED = 2, 3, 130, 141

# Each command's one line stands here, so that `--help` loads no command.
COMMANDS = {
    "check": "Lint packs and write the report.",
    "facts": "Show what a pack says: dates, values, weights, each with its words and place.",
    "fix": "Write corrected copies of Word and PDF files.",
    "explain": "Tell what a check asks, why, and how to put a failure right.",
    "checks": "List the checks by area.",
    "new-check": "Write the two files of a check of your own.",
    "try-check": "Run the examples on the cards of checks.",
    "law": "Print the legal figures in force on a day, with their sources.",
    "schema": "Print the JSON Schema of the report.",
    "show": "Write a saved JSON report in another format.",
    "settings": "Show each setting that holds for a pack, and where it came from.",
    "init": "Write a settings file in which everything is explained.",
    "completion": "Print the script that lets a shell complete what you type.",
    "readability": "Show how hard a pack is to read, beside the figures of textstat.",
    "grammar-server": "Start or stop LanguageTool on this machine, for check --grammar.",
    "hook": "Lint the packs to which the files of a commit belong.",
    "compare": "Tell what an amendment changed, and whether the deadline must move.",
    "audit": "Lint thousands of packs and keep what was found in one file.",
    "audit-compare": "Tell what changed between two audits, or in packs that were amended.",
    "fetch": "Fetch the packs that notices or a table name, politely, to audit them.",
    "audit-report": "Write an audit of many packs as pages, a workbook and data files.",
    "cache": "Tell where reports of earlier runs are kept, or forget them.",
}

EPILOG = """Exit codes: 0 nothing at or above --fail-on, 1 problems found, 2 the command was used wrongly,
3 something could not be read or a check crashed."""


class LazyGroup(click.Group):
    """A group that loads a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, or return None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        from tenderlint import class_store

        class_store.use()
        module = cmd_name.replace("-", "_")
        return cast("click.Command", import_module(f"tenderlint.commands.{module}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which known one comes nearest to the name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from tenderlint.commands.names import unknown

            raise click.UsageError(unknown("command", args[0], COMMANDS))
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin so; no command is loaded for it."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=words) for name, words in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="tenderlint", message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> int | None:
    """Check public tender packs against the law of the day and a good-practice checklist.

    A pack is a folder, a zip or a single file. Nothing leaves this machine.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return USAGE
    return None


def main() -> None:
    """Run the command line and exit; the program's only way out."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments and return the exit code; never raises."""
    _say_what_cannot_be_encoded()
    try:
        given = tuple(arguments)
        code = commands.main(args=list(given), prog_name="tenderlint", standalone_mode=False, obj=given)
        sys.stdout.flush()
        _keep_what_was_compiled()
    except (KeyboardInterrupt, click.Abort):
        return interrupted()
    except SystemExit as end:  # click ends the program so once it has told a shell what can be completed ...
        if "_TENDERLINT_COMPLETE" in os.environ and end.code == 0:
            sys.stdout.flush()
            return 0
        return pipe_closed()  # ... and with 1, our "problems found", when a pipe closes
    except BrokenPipeError:
        return pipe_closed()
    except Exception as error:  # noqa: BLE001 - the last stop: whatever it is, the user gets one line
        return _explain(error)
    return code if isinstance(code, int) else 0


def _keep_what_was_compiled() -> None:
    for name in ("tenderlint.class_store", "tenderlint.toml_store"):
        if name in sys.modules:
            sys.modules[name].save()


def _explain(error: Exception) -> int:
    """Say in one line what went wrong and return the exit code that goes with it."""
    from tenderlint.errors import SettingsError, TenderlintError, UsageError

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.UsageError):
        where = f"{error.ctx.command_path} --help" if error.ctx else "tenderlint --help"
        _complain(f"{_sentence(error.format_message())} Try “{where}”.")
        return USAGE
    if isinstance(error, click.ClickException):
        _complain(_sentence(error.format_message()))
        return USAGE
    if isinstance(error, TenderlintError):
        _complain(str(error))
        return USAGE if isinstance(error, UsageError | SettingsError) else UNREAD
    _show_traceback(error.__traceback__, error)
    _complain(
        f"something unforeseen went wrong ({type(error).__name__}: {_one_line(error)}). "
        "Run again with TENDERLINT_DEBUG=1 and report what it prints."
    )
    return UNREAD


def _show_traceback(traceback: TracebackType | None, error: Exception) -> None:
    if os.environ.get("TENDERLINT_DEBUG") == "1":
        from traceback import print_exception

        print_exception(type(error), error, traceback)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _complain(text: str) -> None:
    click.echo(f"tenderlint: {text}", err=True)


def _say_what_cannot_be_encoded() -> None:
    """Let a terminal that lacks a letter show a question mark for it rather than end the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def interrupted() -> int:
    """Say that the run was stopped; return the exit code."""
    _complain("stopped.")
    return INTERRUPTED


def pipe_closed() -> int:
    """Point standard output at nothing, so that the interpreter's last flush stays quiet too; return the exit code."""
    with suppress(OSError, ValueError):  # no real file behind it, so nothing will be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
