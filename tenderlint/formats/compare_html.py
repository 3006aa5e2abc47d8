"""Writes a comparison of two packs as one web page that needs nothing else."""

from __future__ import annotations

from tenderlint.comparing.rows import Comparison, Kind
from tenderlint.formats import compare_words, words
from tenderlint.formats.html import environment


def write(comparison: Comparison, *, audience: str = "buyer") -> str:
    """Return the page, worded for a "buyer" or a "bidder"."""
    template = environment().get_template("comparison.html")
    findings = (
        ("new", "New findings", comparison.found(Kind.NEW)),
        ("right", "Put right", compare_words.put_right(comparison)),
        ("taken", "Gone with documents that were taken out", compare_words.gone_with_documents(comparison)),
        ("open", "Found no more, but not sure to be put right", compare_words.left_open(comparison)),
        ("reworded", "Found before and now, in changed words", comparison.found(Kind.CHANGED)),
        ("kept", "Still there", comparison.found(Kind.KEPT)),
    )
    page = template.render(
        comparison=comparison, report=comparison.new, audience=audience, tell=compare_words, findings=findings,
        files=[pair for pair in comparison.documents if pair.kind in (Kind.NEW, Kind.GONE) or pair.renamed],
    )  # fmt: skip
    return words.clean(page)
