"""`tenderlint audit-compare`: tells what changed between two audits, or in the packs of one that were amended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from tenderlint.commands.columns import wrapped

if TYPE_CHECKING:
    from tenderlint.audit.compare import AuditComparison, Change
    from tenderlint.audit.store import Store

_MOST = 20


@click.command("audit-compare")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path(), required=False)
@click.option(
    "--format", "kind", type=click.Choice(["terminal", "json"]), default="terminal",
    help="How to write it (default: terminal, which shows at most 20 packs and 20 checks).",
)
@click.option("-o", "--output", metavar="FILE", help="A file to write it to.")
def command(old: str, new: str | None, kind: str, output: str | None) -> int:
    """Tell what changed from the audit in the store OLD to that in the store NEW.

    A store is an SQLite file, or a database at postgresql://HOST/DATABASE.

    A pack is known again by its OCID or name, or by its files. With OLD alone, each pack that was amended is compared
    with the state before.
    """
    from tenderlint.audit.compare import compare_audits, compare_states
    from tenderlint.audit.store import Store
    from tenderlint.commands.outputs import Outputs

    outputs = Outputs(output, (kind,), 1)
    with ExitStack() as opened:
        stores = [opened.enter_context(Store(path)) for path in (old, new) if path is not None]
        comparison = compare_states(stores[0]) if new is None else compare_audits(*stores)
        text = _as_json(comparison) if kind == "json" else "\n".join(_page(comparison, stores))
    path = outputs.write("audits compared", kind, text)
    if path is not None:
        click.echo(str(path))
    return 0


def _as_json(comparison: AuditComparison) -> str:
    import json

    return json.dumps(
        {
            "packs": [
                {
                    "change": row.kind.value, "name": row.name, "authority": row.authority, "old": row.old,
                    "new": row.new, "put_right": row.put_right, "now_failing": row.now_failing,
                    "facts": {name: {"was": was, "is": now} for name, (was, now) in (row.facts or {}).items()},
                }
                for row in comparison.changes
            ],
            "checks": [
                {name: getattr(row, name) for name in row.__dataclass_fields__} for row in comparison.checks
            ],
        },
        ensure_ascii=False, indent=2,
    )  # fmt: skip


def _page(comparison: AuditComparison, stores: list[Store]) -> Iterator[str]:
    from tenderlint.audit.compare import Kind

    yield "What changed from one audit to the next" if len(stores) > 1 else "What changed in packs that were amended"
    yield ""
    for word, store in zip(("Before:", "Now:") if len(stores) > 1 else ("Store:",), stores, strict=True):
        audits = store.audits()
        day = f", on {audits[-1].day}" if audits else ""
        unfinished = "" if not audits or audits[-1].finished else " (stopped before its end)"
        yield from wrapped(f"{word} {store.name}{day}{unfinished}", "", "  ")
    words = ((Kind.SAME, "the same"), (Kind.RENAMED, "renamed"), (Kind.AMENDED, "amended"), (Kind.NEW, "new"),
             (Kind.GONE, "gone"))  # fmt: skip
    told = [f"{comparison.number(kind):,} {word}" for kind, word in words if comparison.number(kind)]
    yield f"Packs: {', '.join(told) or 'none'}"
    yield from _checks(comparison)
    yield from _packs(comparison)


def _checks(comparison: AuditComparison) -> Iterator[str]:
    if not comparison.checks:
        yield "\nNo check has another answer now."
        return
    yield ""
    yield from wrapped(f"Checks over the {comparison.pairs:,} packs in both: in how many they failed")
    for row in comparison.checks[:_MOST]:
        yield from wrapped(row.title, f"  {row.check_id}: ", "    ")
        yield (
            f"    before {row.failed_before:,} of {row.assessed_before:,}, now {row.failed_now:,} of "
            f"{row.assessed_now:,}; {row.put_right:,} put right, {row.now_failing:,} now failing"
        )
    yield from _more(len(comparison.checks))


def _packs(comparison: AuditComparison) -> Iterator[str]:
    shown = [row for row in comparison.changes if row.put_right or row.now_failing or row.facts]
    if shown:
        yield "\nPacks with other answers or facts"
    for row in shown[:_MOST]:
        yield from _pack(row)
    yield from _more(len(shown))


def _pack(row: Change) -> Iterator[str]:
    from tenderlint.formats.fact_words import fact_label
    from tenderlint.formats.words import clean

    yield from wrapped(clean(f"{row.name} ({row.kind.value})"), "  ", "    ")
    for words, checks in (("put right", row.put_right), ("now failing", row.now_failing)):
        if checks:
            yield from wrapped(f"{words}: {', '.join(checks)}", "    ", "      ")
    for name, (was, now) in (row.facts or {}).items():
        label = fact_label(name)
        yield from wrapped(clean(f"{label}: was {_said(was)}, is {_said(now)}"), "    ", "      ")


def _said(words: str) -> str:
    return f"“{words}”" if words else "not stated"


def _more(number: int) -> Iterator[str]:
    if number > _MOST:
        yield f"  and {number - _MOST:,} more: see --format json"
