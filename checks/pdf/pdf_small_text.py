"""Is the text of PDF files large enough?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, all_small, judge_files, pdf_files


def check(context: Context) -> Result:
    """Compare the sizes of all letters of the running text with the least size."""
    least = context.setting("least_points")
    bar = least - context.setting("slack")

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        small = {size: letters for size, letters in seen.sizes.items() if size < bar}
        share = sum(small.values()) / (sum(seen.sizes.values()) or 1)
        if small and share > context.setting("most_small"):
            size = max(small, key=lambda each: small[each])
            values = {"share": f"{share:.0%}", "least": f"{least:g}", "size": f"{size:g}"}
            all_of_it = all_small(seen.sizes, small, least)
            yield Finding.at(seen.first_of_size[size], message=all_of_it, **values)

    return judge_files(pdf_files(context.pack), "PDF file", faults)
