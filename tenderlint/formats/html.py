"""Writes the report as one web page that needs nothing else: no script, no picture, no request."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tenderlint.folders import folder
from tenderlint.formats import arrange, fact_words, heat, timeline, words
from tenderlint.readiness import readiness
from tenderlint.report import Report

if TYPE_CHECKING:
    from jinja2 import Environment

FOLD_AFTER = 3
"""So many findings of one check are shown in a document; the rest are folded away."""
MANY_DOCUMENTS = 5
"""With more documents that have findings, what an earlier one has told already is folded away in the later ones."""
FOLD_FACTS = 6
"""So many statements of one fact are shown; the rest are folded away."""
MOST_QUOTE = 700
"""Characters of a quote at most; the JSON report holds the whole."""

_COUNTED_AT = {
    "breaches": "first", "raised": "first", "departures": "findings", "points": "person", "files": "unread",
    "pages": "unread", "parts": "unread", "crashed": "unread",
}  # fmt: skip


def write(report: Report, *, audience: str = "buyer") -> str:
    """Return the page, worded for a "buyer" or a "bidder"."""
    page = environment().get_template("report.html").render(_content(report, audience))
    return words.clean(page)


def _content(report: Report, audience: str) -> dict[str, Any]:
    """Gather what the templates show; they compute nothing themselves."""
    chapters, absences = arrange.chapters(report), arrange.absences(report)
    dates = timeline.events(report)
    told = _told(chapters, absences)
    return {
        "report": report,
        "audience": audience,
        "ready": readiness(report, audience),
        "counted_at": _COUNTED_AT,
        "chapters": chapters,
        "absences": absences,
        "told": told,
        "first_in": _first_in(chapters),
        "repeated": _repeated(chapters, told),
        "checks": {row.id: row for row in report.checks},
        "sections": arrange.sections(report),
        "facts": arrange.facts(report),
        "dates": dates,
        "drawing": timeline.draw(dates),
        "strips": heat.strips(report),
        "crafted": arrange.craft_failed(report),
        "fold_after": FOLD_AFTER,
        "fold_facts": FOLD_FACTS,
    }


def _repeated(chapters: tuple[arrange.Chapter, ...], told: dict[str, list[str]]) -> frozenset[str]:
    """Return the names of the groups to fold away in a report on many documents: all but the first of each check."""
    if len(chapters) <= MANY_DOCUMENTS:
        return frozenset()
    return frozenset(
        group.name for chapter in chapters for group in chapter.groups if told[group.check.id][0] != group.name
    )


def _told(chapters: tuple[arrange.Chapter, ...], absences: tuple[arrange.Group, ...]) -> dict[str, list[str]]:
    """Return where on the page the findings of each check stand."""
    places: dict[str, list[str]] = {}
    for group in (*(group for chapter in chapters for group in chapter.groups), *absences):
        places.setdefault(group.check.id, []).append(group.name)
    return places


def _first_in(chapters: tuple[arrange.Chapter, ...]) -> dict[str, str]:
    """Return the document in which the first finding of each check is told."""
    named: dict[str, str] = {}
    for chapter in chapters:
        for group in chapter.groups:
            named.setdefault(group.check.id, chapter.document)
    return named


@cache
def environment() -> Environment:
    """Return what makes pages of the templates: all that is put in is escaped, and a missing name is a fault."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder("reports") / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(say=words, facts_say=fact_words, arrange=arrange, heat=heat)
    environment.filters.update(
        quoted=_quoted, day=words.day, inside=words.inside, item_answer=words.item_answer, link=words.link,
        listed=words.listed, plural=words.plural, sentence=words.sentence, set_aside=words.set_aside,
    )  # fmt: skip
    return environment


def _quoted(text: str) -> str:
    """Return the words with dots where the report itself holds only a part of a long passage."""
    return words.clip(words.dotted(text), MOST_QUOTE)
