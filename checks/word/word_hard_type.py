"""Is the text of Word files set plainly?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_files,
    serif_share,
    word_files,
)


def check(context: Context) -> Result:
    """Look for whole paragraphs in capitals, in italics, underlined or justified, and for typefaces with serifs."""

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        for blocks, fault in (
            (seen.capitals, "in capitals"),
            (seen.italic, "in italics"),
            (seen.underlined, "underlined"),
            (seen.justified, "justified"),
        ):
            if len(blocks) >= context.setting("least_paragraphs"):
                count = counted(len(blocks), "paragraph is", "paragraphs are")
                yield Finding.at(blocks[0], count=count, fault=fault, where=first_places(each.place for each in blocks))
        font, share = serif_share(seen.fonts)
        if share > context.setting("most_serif"):
            how_much = "All the text" if f"{share:.0%}" == "100%" else f"{share:.0%} of the text"
            message = f"{how_much} is in a typeface with serifs, such as {font}."
            yield Finding.at(document, message=message)

    return judge_files(word_files(context.pack), "Word file", faults)
