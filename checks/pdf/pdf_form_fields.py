"""Have the fields in PDF forms names?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge_holding, marks_told, pdf_files


def check(context: Context) -> Result:
    """Count the fields that neither a tooltip nor a tag describes."""
    return judge_holding(pdf_files(context.pack), "PDF file", "form fields", _has_fields, _faults)


def _has_fields(document: Document) -> bool:
    return any(mark.kind.startswith("form field") for mark in document.structure.marks)


_FAULTS = (
    ("form field without tooltip", "without a name that is read out", False),
    ("form field with a poor tooltip", "named by a word of the program, not by what is to be filled in", False),
    ("form field outside tags", "in no tag, so that a screen reader may pass over it", True),
)
"""The marks, what is said of them, and whether they matter in tagged files alone."""


def _faults(document: Document) -> Iterator[Finding]:
    for kind, fault, in_tags in _FAULTS:
        if document.structure.tagged or not in_tags:
            yield from marks_told(document, kind, "field is", "fields are", fault=fault)
