"""Have long Word files a contents list and page numbers?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_holding, marked, word_files


def check(context: Context) -> Result:
    """Look in files of some length for the fields that make a contents list and page numbers."""

    least = context.setting("least_words")

    def is_long(document: Document) -> bool:
        return document.words >= least

    def faults(document: Document) -> Iterator[Finding]:
        if not is_long(document):
            return
        listed = bool(marked(document, "contents list")) or context.surveys.of(document).has_contents
        lacking = ["no contents list"] * (not listed) + ["no page numbers"] * (not marked(document, "page number"))
        if lacking:
            yield Finding.at(document, words=f"{document.words:,}", fault=" and ".join(lacking))

    return judge_holding(word_files(context.pack), "Word file", f"{least:,} words or more", is_long, faults)
