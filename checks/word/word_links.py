"""Do the links in Word files say where they lead?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_holding,
    poor_links,
    same_words,
    word_files,
    wordless_links,
)


def check(context: Context) -> Result:
    """Look for links that say nothing, or one thing for several places, and for long addresses in place of words."""

    def faults(document: Document) -> Iterator[Finding]:
        every = context.surveys.of(document).links
        vague, bare = poor_links(every)
        bare_words = {link.words for link in bare}
        alike = [link for link in same_words(every) if link.words not in bare_words]
        for links, one, several in (
            (vague, "has words that do not say where it leads", "have words that do not say where they lead"),
            (wordless_links(every), "is a mere sign or figure", "are mere signs or figures"),
            (alike, "has the same words as one that leads elsewhere",
             "have the same words as others that lead elsewhere"),
            (bare, "is a long address, which is spelt out letter by letter", "are long addresses, which are spelt out"),
        ):  # fmt: skip
            if links:
                yield Finding.at(
                    links[0].block.place,
                    quote=links[0].words,
                    count=counted(len(links), "link"),
                    fault=one if len(links) == 1 else several,
                    where=first_places(link.block.place for link in links),
                )

    def has_links(document: Document) -> bool:
        return bool(context.surveys.of(document).links)

    return judge_holding(word_files(context.pack), "Word file", "links", has_links, faults)
