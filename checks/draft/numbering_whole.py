"""Do the numbers of clauses follow each other without a gap or a double?"""

from collections.abc import Iterator
from itertools import pairwise

from tenderlint.checking import (
    Block,
    BlockKind,
    Context,
    Document,
    Finding,
    Result,
    judge,
    late_pattern,
    not_applicable,
    walk,
)

_NUMBER = late_pattern(r"(?P<parent>\d{1,3}(?:\.\d{1,3}){0,3})\.(?P<last>\d{1,3})\.?")
_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEAST_RUN = 3


def check(context: Context) -> Result:
    """Follow the numbers such as 2.1, 2.2 in each document and report the one that is missing or doubled."""
    runs = [run for document in context.documents() for run in _runs(document)]
    if not runs:
        return not_applicable("the pack has no numbered clauses")
    return judge(
        (finding for document, run in runs for finding in _faults(document, run)),
        passed=f"{len(runs)} runs of numbered clauses were followed",
    )


def _runs(document: Document) -> Iterator[tuple[Document, list[tuple[int, Block, str]]]]:
    """Yield the clauses that stand under one number in one stretch, each with its last number."""
    run: list[tuple[int, Block, str]] = []
    for block in document.blocks:
        match = _NUMBER.fullmatch(block.label) if block.kind in _KINDS else None
        if match is None:
            continue
        parent, last = match["parent"], int(match["last"])
        if run and (parent != run[-1][2] or last < run[-1][0]):
            if not parent.startswith(f"{run[-1][2]}."):
                if len(run) >= _LEAST_RUN:
                    yield document, run
                run = []
            else:
                continue
        run.append((last, block, parent))
    if len(run) >= _LEAST_RUN:
        yield document, run


def _faults(document: Document, run: list[tuple[int, Block, str]]) -> Iterator[Finding]:
    """Report doubles, and a single gap whose number stands nowhere in the document."""
    for (before, _, parent), (after, block, _) in pairwise(run):
        number = f"{parent}.{after}"
        if after == before:
            yield Finding.at(block, fault=f"has {number} twice")
        elif after == before + 2 and not _stands(document, f"{parent}.{before + 1}"):
            yield Finding.at(block, fault=f"skips {parent}.{before + 1}")


def _stands(document: Document, number: str) -> bool:
    """Say whether the number begins any block, in case a reader could not split it from its words."""
    return any(f"{block.label} {block.text}".lstrip().startswith(number) for block in walk(document.blocks))
