"""`tenderlint readability`: shows how hard a pack is to read, our figures beside textstat's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from tenderlint.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tenderlint.model import Pack
    from tenderlint.readability import Running, Sentence
    from tenderlint.readability.comparing import Pair
    from tenderlint.report_reading import Reading, Scores


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """What is told of one document."""

    running: Running
    reading: Reading
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of one pack; `apart` are the scores of what is not scored with the running text."""

    pack: Pack
    reading: Reading
    pairs: tuple[Pair, ...]
    documents: tuple[DocumentFigures, ...]
    apart: Mapping[str, Scores]


@click.command("readability")
@click.argument("pack", type=click.Path())
@click.option(
    "--format", "kind", type=click.Choice(["terminal", "json"]), default="terminal",
    help="How to write it (default: terminal).",
)
@click.option("-o", "--output", metavar="FILE", help="A file to write it to.")
@click.option(
    "--sentences", type=click.IntRange(0, 1000), default=5, metavar="N",
    help="How many of the hardest sentences to show (default: 5). JSON holds all sentences.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="How many files to read at the same time.")
def command(pack: str, kind: str, output: str | None, sentences: int, jobs: int) -> int:
    """Show how hard PACK is to read: our figures beside textstat's, by document and section.

    Only running text is scored. Tables, headings, lists of things, addresses and forms are left out; terms of
    contract are scored apart.
    """
    from tenderlint.commands import exits
    from tenderlint.commands.outputs import Outputs
    from tenderlint.commands.readability_page import page
    from tenderlint.commands.writing import for_screen
    from tenderlint.model import Extent

    outputs = Outputs(output, (kind,), 1)
    figures = figures_of(_read(pack, jobs))
    if kind == "json":
        text = _as_json(figures)
    else:
        screen = for_screen("terminal") if outputs.to_screen else {}
        text = "\n".join(page(figures, sentences, screen.get("width", 80), screen.get("encoding", "utf-8")))
    outputs.write(figures.pack.name, kind, text)
    whole = all(document.extent is Extent.FULLY for document in figures.pack.documents)
    return exits.CLEAN if whole else exits.UNREAD


def _read(path: str, jobs: int) -> Pack:
    from pathlib import Path

    from tenderlint import pattern_store
    from tenderlint.commands.progress import Progress
    from tenderlint.commands.reading import quieten_libraries
    from tenderlint.discovery import load_pack

    place = Path(path)
    if not place.exists():
        raise UnreadableError("there is no such file or folder.", path, "Check the path.")
    quieten_libraries()
    with Progress() as progress:
        pack = load_pack(place, jobs=jobs, progress=progress)
    pattern_store.save()
    return pack


def figures_of(pack: Pack) -> Figures:
    """Score a pack that has been read; raises TenderlintError when textstat is not there."""
    from tenderlint.readability import Prose
    from tenderlint.readability.comparing import compare
    from tenderlint.scoring import apart, pack_reading, reading_of

    prose = Prose(pack)
    rows = [row for each in prose.by_document.values() for row in each]
    documents = tuple(
        DocumentFigures(running, reading_of(running), compare(running.sentences)) for running in prose.running.values()
    )
    return Figures(pack, pack_reading(pack, prose), compare(rows), documents, apart(pack))


def _as_json(figures: Figures) -> str:
    import json

    from tenderlint.readability import WORDS_A_MINUTE
    from tenderlint.report_reading import reading_data

    data = {
        "pack": figures.pack.name,
        "words_a_minute": WORDS_A_MINUTE,
        "reading": reading_data(figures.reading),
        "formulas": _pairs(figures.pairs),
        "apart": {what: scores._asdict() for what, scores in figures.apart.items()},
        "documents": [
            {
                "path": each.running.document.path,
                "role": each.running.document.role.value,
                "reading": reading_data(each.reading),
                "formulas": _pairs(each.pairs),
                "sentences": [_sentence(row) for row in each.running.sentences],
            }
            for each in figures.documents
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _pairs(pairs: tuple[Pair, ...]) -> list[dict[str, Any]]:
    return [
        {"name": pair.formula.name, "title": pair.formula.title, "ours": round(pair.ours, 2),
         "textstat": round(pair.textstat, 2)}
        for pair in pairs
    ]  # fmt: skip


def _sentence(row: Sentence) -> dict[str, Any]:
    from tenderlint.readability import count, flesch_ease, flesch_kincaid_grade, reading_age

    counts, place = count([row]), row.block.place
    return {
        "text": row.text, "page": place.page, "heading": list(place.heading), "clause": place.clause,
        "paragraph": place.paragraph, "words": row.words, "ease": round(flesch_ease(counts), 1),
        "grade": round(flesch_kincaid_grade(counts), 1), "reading_age": round(reading_age(counts), 1),
    }  # fmt: skip
