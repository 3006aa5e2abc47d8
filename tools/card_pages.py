"""Writes a page a check into docs/checks from the cards, and an index of them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tenderlint.cards import Basis, Card, Example
from tenderlint.formats.words import strength_of
from tenderlint.registry import Book, load_book
from tenderlint.values import in_words

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "checks"
NOTE = "<!-- Made from the card by `make docs`. Change the card, not this page. -->"


def main() -> None:
    """Write every page, and remove those whose check is gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = all_pages(load_book(examples=True))
    for old in FOLDER.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(pages)} pages in {FOLDER.name}/")


def all_pages(book: Book) -> dict[str, str]:
    """Return every page by the name of its file."""
    pages = {f"{check.card.id}.md": _join(page(check.card, book)) for check in book.checks}
    return {"README.md": _join(index(book)), **pages}


def index(book: Book) -> Iterator[str]:
    """Yield the lines of the list of all checks."""
    yield from (NOTE, "", "# The checks", "")
    yield f"tenderlint asks {len(book.checks)} questions of a pack. Each has a page."
    for area in book.areas:
        yield from ("", f"## {area.capitalize()}", "")
        for card in (check.card for check in book.checks if check.card.area == area):
            yield f"- [{card.id}]({card.id}.md): {card.title}."


def page(card: Card, book: Book) -> Iterator[str]:
    """Yield the lines of one check's page."""
    yield from (NOTE, "", f"# {card.id}", "", f"**{card.title}.**", "")
    yield from ("## Why it matters", "", card.why, "")
    yield from ("## How to put it right", "", card.fix, "")
    if card.note:
        yield from ("## Good to know", "", card.note, "")
    yield from ("## Authority", "")
    yield from (_basis(basis) for basis in card.bases)
    if card.figures:
        yield from ("", "## Legal figures", "", "| figure | holds | value | source |", "|---|---|---|---|")
        for name in card.figures:
            yield from _figures(name, book)
    if card.settings:
        yield from ("", "## Settings", "", "These are the project's own bars, never law. You can change them.", "")
        yield from ("| setting | value | what it is |", "|---|---|---|")
        for name, row in card.settings.items():
            yield f"| `{name}` | {in_words(row.value)} {row.unit} | {row.note} |".replace("  ", " ")
    items = [item.title for item in book.items if card.id in item.checks or card.id in item.also]
    if items:
        yield from ("", "## Part of the checklist", "")
        yield from (f"- {title}" for title in items)
    if card.examples:
        yield from ("", "## Examples", "")
        for example in card.examples:
            yield from _example(example)


def _basis(basis: Basis) -> str:
    name = f"[{basis.authority}]({basis.url})" if basis.url else basis.authority
    start = f"from {in_words(basis.start)}" if basis.start else ""
    end = f"until {in_words(basis.end)}" if basis.end else ""
    strength = strength_of(basis.authority, basis.strength.value)
    parts = [strength, ", ".join(basis.regimes), ", ".join(basis.nations), f"{start} {end}".strip()]
    doubt = f" Not confirmed: {basis.doubt}" if basis.doubt else ""
    return f"- {name} ({'; '.join(part for part in parts if part)}).{doubt}"


def _figures(name: str, book: Book) -> Iterator[str]:
    for figure in book.law.by_name.get(name, ()):
        start = f"from {in_words(figure.start)}" if figure.start else ""
        end = f"until {in_words(figure.end)}" if figure.end else ""
        holds = " ".join(part for part in (figure.regime, start, end) if part) or "always"
        source = f"[{figure.source}]({figure.url})" if figure.url else figure.source
        yield f"| `{name}` | {holds} | {f'{in_words(figure.value)} {figure.unit}'.strip()} | {source} |"


def _example(example: Example) -> Iterator[str]:
    trap = ", a trap" if example.trap else ""
    yield f"**{example.outcome.capitalize()}{trap}**, on {in_words(example.on)}:"
    yield ""
    texts = {"": example.pack} if isinstance(example.pack, str) else example.pack
    for name, text in texts.items():
        if name:
            yield from (f"`{name}`", "")
        yield from ("```text", text.strip(), "```", "")
    if example.finds:
        yield from (f"Found: “{example.finds}”", "")
    if example.why:
        yield from (example.why, "")


def _join(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    main()
