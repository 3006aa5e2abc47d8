"""`tenderlint completion`: prints the script that lets a shell complete commands, options and checks."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_TENDERLINT_COMPLETE"
_HOW = {
    "bash": 'Add to ~/.bashrc: eval "$(tenderlint completion bash)"',
    "zsh": 'Add to ~/.zshrc, after compinit: eval "$(tenderlint completion zsh)"',
    "fish": "Run once: tenderlint completion fish > ~/.config/fish/completions/tenderlint.fish",
}


@click.command("completion", epilog=" ".join(f"{words}." for words in _HOW.values()))
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that lets SHELL (bash, zsh or fish) complete commands, options and the names of checks."""
    click.echo(script(shell, ctx.find_root().command), nl=False)


def script(shell: str, commands: click.Command) -> str:
    """Return the script for a shell, with a first line that says where to put it."""
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    made = ShellComplete.source(kind(commands, {}, "tenderlint", _VARIABLE)).strip()
    if shell == "fish":  # what is offered, or told of it, may hold commas: only the first one parts the kind from it
        made = made.replace('string split "," $completion', 'string split -m1 "," $completion')
    first, rest = made.partition("\n")[::2]
    if first.startswith("#compdef"):  # zsh looks for this in the very first line
        return f"{first}\n# {_HOW[shell]}\n{rest}\n"
    return f"# {_HOW[shell]}\n{made}\n"
