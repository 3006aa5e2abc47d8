"""Do the numbers of clauses follow each other without a gap or a double?"""

from collections.abc import Iterator
from itertools import chain, pairwise

from tenderlint.checking import (
    Block,
    BlockKind,
    Context,
    Document,
    Finding,
    Result,
    counted,
    judge,
    late_pattern,
    not_applicable,
    walk,
)

_NUMBER = late_pattern(r"(?P<parent>\d{1,3}(?:\.\d{1,3}){0,3})\.(?P<last>\d{1,3})\.?")
_START = late_pattern(r"(?:[A-Za-z]{1,12}\s{1,3})?(\d{1,3})(?!\d|,\d)")
_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEAST_RUN = 3
_WIDEST_GAP = 3
_HEAD = 32  # letters, more than any number has
Run = list[tuple[int, Block, str]]


def check(context: Context) -> Result:
    """Follow the numbers such as 2.1, 2.2 in each document and report the one that is missing or doubled."""
    runs = [(document, found) for document in context.documents() if (found := list(_runs(document)))]
    chapters = [(each, firsts) for each in context.documents() if len(firsts := _chapters(each)) > _LEAST_RUN]
    number = sum(len(found) for _, found in runs) + len(chapters)
    if not number:
        return not_applicable("the pack has no clauses numbered in levels, such as 2.1 and 2.2", by_absence=True)
    within = (finding for document, found in runs for finding in _faults(document, found))
    above = (finding for document, firsts in chapters for finding in _skipped(document, firsts))
    were = "was" if number == 1 else "were"
    return judge([*within, *above], passed=f"{counted(number, 'run')} of numbered clauses {were} followed")


def _chapters(document: Document) -> dict[int, Block]:
    """The clauses of the first level that have parts, in the order of reading, each with the first of its parts."""
    first: dict[int, Block] = {}
    for block in document.blocks:
        match = _NUMBER.fullmatch(block.label) if "." in block.label and block.kind in _KINDS else None
        if match and "." not in match["parent"]:
            first.setdefault(int(match["parent"]), block)
    return first


def _skipped(document: Document, firsts: dict[int, Block]) -> Iterator[Finding]:
    """Report a clause of the first level that is left out between two that have parts.

    The clauses of a document must otherwise follow each other from 1 on; else it is several texts in one.
    """
    gaps = [(before, after) for before, after in pairwise(firsts) if after != before + 1]
    if next(iter(firsts)) != 1 or len(gaps) != 1:
        return
    before, after = gaps[0]
    if after == before + 2 and not _begins(document, before + 1):
        heads = (block for block in document.blocks if block.label.rstrip(".") == str(after))
        fault = f"goes from clause {before} to clause {after} and skips {before + 1}"
        yield Finding.at(next(heads, firsts[after]), fault=fault)


def _begins(document: Document, number: int) -> bool:
    """Say whether any block begins with the number, alone or after a word such as “Clause”."""
    for block in walk(document.blocks):
        start = _START.match(f"{block.label} {block.text}".lstrip())
        if start and int(start[1]) == number:
            return True
    return False


def _runs(document: Document) -> Iterator[Run]:
    """Yield the clauses that stand under one number in one stretch, each with its last number."""
    runs: list[Run] = []
    ended: list[Run] = []
    for block in document.blocks:
        match = _NUMBER.fullmatch(block.label) if "." in block.label and block.kind in _KINDS else None
        if match is None:
            continue
        parent, last = match["parent"], int(match["last"])
        while runs and not f"{parent}.".startswith(f"{runs[-1][-1][2]}."):
            ended.append(runs.pop())
        if runs and runs[-1][-1][2] == parent and last < runs[-1][-1][0]:
            ended.append(runs.pop())
        if not runs or runs[-1][-1][2] != parent:
            runs.append([])
        runs[-1].append((last, block, parent))
    for run in (*ended, *reversed(runs)):
        if len(run) >= _LEAST_RUN:
            yield run


def _faults(document: Document, runs: list[Run]) -> Iterator[Finding]:
    """Report doubles, and a gap of one or two whose numbers stand nowhere in the document."""
    begins = ""
    for (before, _, parent), (after, block, _) in chain.from_iterable(map(pairwise, runs)):
        if after == before:
            yield Finding.at(block, fault=f"has {parent}.{after} twice")
        elif before + 1 < after <= before + _WIDEST_GAP:
            begins = begins or _begins_of(document)
            left_out = [f"{parent}.{each}" for each in range(before + 1, after)]
            if not any(_stands(begins, each) for each in left_out):
                yield Finding.at(block, fault=f"skips {' and '.join(left_out)}")


def _begins_of(document: Document) -> str:
    """Return how every block begins, with its label and without, each in a line."""
    starts = (start for block in walk(document.blocks) for start in (f"{block.label} {block.text[:_HEAD]}", block.text))
    return "\n".join(["", *(start.lstrip()[:_HEAD] for start in starts), ""])


def _stands(begins: str, number: str) -> bool:
    """Say whether the number begins any block, in case a reader could not split it from its words."""
    line = f"\n{number}"
    at = begins.find(line)
    while at >= 0:
        if not begins[at + len(line)].isdigit():
            return True
        at = begins.find(line, at + 1)
    return False
