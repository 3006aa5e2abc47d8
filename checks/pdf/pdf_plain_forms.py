"""Do PDF forms open in every program?"""

from collections.abc import Iterator

from tenderlint.checking import PDF, Context, Document, Extent, Finding, Result, judge_holding, marked


def check(context: Context) -> Result:
    """Read the mark for forms that only the programs of one firm show; such a file may hold no words for others."""
    files = [document for document in context.pack.documents if document.media_type == PDF]
    return judge_holding(files, "PDF file", "form fields", _is_form, _faults)


def _is_form(document: Document) -> bool:
    return any(mark.kind.startswith(("form field", "xfa form")) for mark in document.structure.marks)


def _faults(document: Document) -> Iterator[Finding]:
    shows = document.extent is Extent.FULLY
    for place, _ in marked(document, "xfa form")[:1]:
        yield Finding.at(place, fault="has parts in the form XFA" if shows else "is an XFA form")
