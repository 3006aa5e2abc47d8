"""`tenderlint grammar-server`: starts, stops and asks after LanguageTool on this machine."""

from __future__ import annotations

import click


@click.command("grammar-server")
@click.argument("what", type=click.Choice(["start", "stop", "status"]), metavar="start|stop|status")
@click.option("--port", type=click.IntRange(1024, 65535), help="Where the server is to listen (default: a free port).")
def command(what: str, port: int | None) -> int:
    """Start or stop the grammar server of this machine, or say whether one runs.

    It is LanguageTool, which needs Java 17 and is fetched with Maven the first time. It listens on this machine alone,
    and nothing of a pack is sent anywhere else. `tenderlint check --grammar PACK` uses it. Its jars are taken from
    the folder that LTP_JAR_DIR_PATH names, if that is set.

    Exit codes: 0 it runs (start, status) or was stopped, 1 none runs, 3 it could not be started.
    """
    if what == "start":
        return _start(port)
    return _stop() if what == "stop" else _status()


def _start(port: int | None) -> int:
    from tenderlint.grammar.server import start

    state, is_new = start(lambda line: click.echo(line, err=True), port)
    how = "runs now" if is_new else "runs already"
    click.echo(f"The grammar server {how} at {state.address}{_version(state.version)}.")
    return 0


def _stop() -> int:
    from tenderlint.grammar.server import stop

    state = stop()
    click.echo("No grammar server runs." if state is None else f"The grammar server at {state.address} was stopped.")
    return 1 if state is None else 0


def _status() -> int:
    from tenderlint.grammar.running import running
    from tenderlint.grammar.server import answers

    state = running()
    if state is None:
        click.echo("No grammar server runs. Start one with: tenderlint grammar-server start")
        return 1
    if not answers(state):
        click.echo(f"The grammar server at {state.address} does not answer. Stop it and start it anew.")
        return 3
    click.echo(f"The grammar server runs at {state.address}{_version(state.version)}.")
    return 0


def _version(version: str) -> str:
    return f" (LanguageTool {version})" if version else ""
