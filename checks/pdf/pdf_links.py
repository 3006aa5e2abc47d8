"""Do the links in PDF files say where they lead?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_files,
    pdf_files,
    poor_links,
)


def check(context: Context) -> Result:
    """Look for links whose words say nothing, and for long addresses in place of words."""

    def faults(document: Document) -> Iterator[Finding]:
        vague, bare = poor_links(context.surveys.of(document).links)
        for links, one, several in (
            (vague, "has words that do not say where it leads", "have words that do not say where they lead"),
            (bare, "is a long address, which is spelt out letter by letter", "are long addresses, which are spelt out"),
        ):
            if links:
                yield Finding.at(
                    links[0].block.place,
                    quote=links[0].words,
                    count=counted(len(links), "link"),
                    fault=one if len(links) == 1 else several,
                    where=first_places(link.block.place for link in links),
                )

    return judge_files(pdf_files(context.pack), "PDF file", faults)
