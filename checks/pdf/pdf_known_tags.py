"""Are the tags of PDF files ones that screen readers know and can trust?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Need, Result, judge_files, marked, steps, tagged_files

_MOST_NAMES = 3


def check(context: Context) -> Result:
    """Read the marks for tags that are matched to none of the standard, and for tags marked as doubtful."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    unknown = marked(document, "unknown tag")
    if unknown:
        names = ", ".join(f"“{name}”" for _, name in unknown[:_MOST_NAMES])
        more = f" and {len(unknown) - _MOST_NAMES} more" if len(unknown) > _MOST_NAMES else ""
        fault = f"The file uses tags that no screen reader knows: {names}{more}"
        yield Finding.at(unknown[0][0], quote=unknown[0][1], fault=fault, how=steps(document, Need.TAGS))
    for place, _ in marked(document, "tags marked as doubtful")[:1]:
        fault = "The program that tagged the file marked its tags as doubtful: it was not sure of them"
        yield Finding.at(place, fault=fault)
