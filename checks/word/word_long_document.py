"""Have long Word files a contents list and page numbers?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_files, marked, word_files


def check(context: Context) -> Result:
    """Look in files of some length for the fields that make a contents list and page numbers."""

    def faults(document: Document) -> Iterator[Finding]:
        if document.words < context.setting("least_words"):
            return
        listed = bool(marked(document, "contents list")) or context.surveys.of(document).has_contents
        lacking = ["no contents list"] * (not listed) + ["no page numbers"] * (not marked(document, "page number"))
        if lacking:
            yield Finding.at(document, words=f"{document.words:,}", fault=" and ".join(lacking))

    return judge_files(word_files(context.pack), "Word file", faults)
