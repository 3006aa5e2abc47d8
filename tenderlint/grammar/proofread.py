"""Reads a pack with the grammar server of this machine, or says in one line why it could not."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tenderlint.errors import UsageError
from tenderlint.facts.passages import Passages
from tenderlint.grammar.address import VARIABLE
from tenderlint.grammar.fault import GrammarError
from tenderlint.grammar.proof import Proof
from tenderlint.grammar.reading import read_pack

if TYPE_CHECKING:
    from tenderlint.grammar.client import LocalLanguageTool

PATIENCE = "TENDERLINT_GRAMMAR_SECONDS"
MISSING = "language-tool-python is not installed; install it with: pip install 'tenderlint[grammar]'"
_NONE_RUNS = "no grammar server runs on this machine; start one with: tenderlint grammar-server start"


def proofread(passages: Passages, environment: Mapping[str, str] = os.environ) -> Proof:
    """Return what LanguageTool says of the running text of a pack; where it cannot be asked, the proof says why.

    The server is the one that `tenderlint grammar-server start` started, or the one that TENDERLINT_GRAMMAR_SERVER
    names, which must be on this machine: raises UsageError when it is not, before a word is sent anywhere.
    """
    return read_pack(passages, lambda: _connect(environment))


def _connect(environment: Mapping[str, str]) -> LocalLanguageTool:
    try:
        from tenderlint.grammar.client import PATIENCE as USUAL
        from tenderlint.grammar.client import connect
    except ImportError:
        raise GrammarError(MISSING) from None
    address = environment.get(VARIABLE, "")
    if not address:
        from tenderlint.grammar.running import running

        state = running(environment)
        if state is None:
            raise GrammarError(_NONE_RUNS)
        address = state.address
    return connect(address, _seconds(environment.get(PATIENCE, ""), USUAL))


def _seconds(told: str, usual: float) -> float:
    if not told:
        return usual
    try:
        seconds = float(told)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise UsageError(f"{PATIENCE} must be a number of seconds, such as 60, and not “{told}”.")
    return seconds
