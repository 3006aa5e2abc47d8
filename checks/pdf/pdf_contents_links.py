"""Do the contents lists of PDF files lead to their pages?"""

from collections.abc import Iterator

from tenderlint.checking import (
    BlockKind,
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    judge_files,
    pdf_files,
    steps,
    walk,
)


def check(context: Context) -> Result:
    """Look for contents lists of some length of which no entry is a link."""

    def faults(document: Document) -> Iterator[Finding]:
        if not context.surveys.of(document).has_contents:
            return
        entries = [block for block in walk(document.blocks) if block.kind is BlockKind.CONTENTS]
        if len(entries) >= context.setting("least_entries") and not any(
            span.link for block in entries for span in block.spans
        ):
            count = counted(len(entries), "entry", "entries")
            yield Finding.at(entries[0], entries=count, how=steps(document, Need.STRUCTURE))

    return judge_files(pdf_files(context.pack), "PDF file", faults)
