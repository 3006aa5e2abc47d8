"""Do the links in PDF files say where they lead?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_holding,
    marked,
    pdf_files,
    poor_links,
    told_once,
)


def check(context: Context) -> Result:
    """Look for links whose words say nothing, and for long addresses in place of words."""

    def faults(document: Document) -> Iterator[Finding]:
        vague, bare = poor_links(context.surveys.of(document).links)
        for links, one, several in (
            (vague, "has words that do not say where it leads", "have words that do not say where they lead"),
            (bare, "is a long address, which is spelt out letter by letter", "are long addresses, which are spelt out"),
        ):
            quote, fault = links[0].words if links else "", one if len(links) == 1 else several
            yield from told_once([link.block.place for link in links], "link", quote=quote, fault=fault)
        yield from _untagged(document)

    def has_links(document: Document) -> bool:
        return bool(context.surveys.of(document).links or marked(document, "links on page"))

    return judge_holding(pdf_files(context.pack), "PDF file", "links", has_links, faults)


def _untagged(document: Document) -> Iterator[Finding]:
    """Tell of the links of a tagged file that no tag holds: a screen reader does not know that they are there."""
    rows = marked(document, "link outside tags") if document.structure.tagged else ()
    if rows:
        count = sum(int(number) for _, number in rows)
        yield Finding.at(
            rows[0][0],
            count=counted(count, "link"),
            fault=f"{'is' if count == 1 else 'are'} in no tag, so that a screen reader does not announce "
                  f"{'it' if count == 1 else 'them'}",
            where=first_places(place for place, _ in rows),
        )
