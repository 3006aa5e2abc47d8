"""Do PDF files keep the whole of the standard for accessible PDF files, where that was asked for?"""

from collections.abc import Iterator

from tenderlint.checking import (
    PDF,
    Context,
    Document,
    Finding,
    Need,
    Result,
    cannot_tell,
    counted,
    first_places,
    judge,
    marked,
    not_applicable,
    pdf_files,
    steps,
)

_BROKEN, _ASKED, _UNKNOWN = "against pdf/ua", "judged by pdf/ua", "not judged by pdf/ua"

_IDENTITY = "5 identity"
_WORDS = {
    _IDENTITY: (
        "the file does not say that it keeps PDF/UA",
        "Save it as PDF/UA, once all else is right.",
    ),
    "6.1 beginning": (
        "the file does not begin as a PDF file must",
        "Make it again in the program that made it.",
    ),
    "6.2 tagged": (
        "the file does not say that it has tags",
        "Save it again with tags.",
    ),
    "7.1 title": (
        "the title is missing from the description of the file, or is not shown in the window",
        "Fill in the title, and have it shown.",
    ),
    "7.1 suspects": (
        "the program that tagged the file was not sure of its tags",
        "Look through them, and take the mark off.",
    ),
    "7.1 roles": (
        "tags of the program's own are not matched to those of the standard",
        "Most readers cope; save it again with a newer version of the program.",
    ),
    "7.1 tree": (
        "the tree of tags is broken",
        "Save it again with tags.",
    ),
    "7.1 content": (
        "something on a page is neither tagged nor marked as decoration, so that a screen reader may pass it over",
        "Tag it, or mark it as an artifact (decoration).",
    ),
    "7.1 lines": (
        "a line or a shade on a page is not marked as decoration; no word is lost by it",
        "Mark it as an artifact (decoration).",
    ),
    "7.2 language": (
        "the language of some words is not told as the standard asks, so that they are read in a wrong voice",
        "Set the language of the whole file.",
    ),
    "7.2 tables": (
        "parts of a table are tagged in a wrong order or place, so that a screen reader loses its way",
        "Mend the table's tags, or make the table again in the source file.",
    ),
    "7.2 grid": (
        "rows or columns of a table differ in length, so that a screen reader names wrong headers",
        "Split merged cells and fill every row.",
    ),
    "7.2 lists": (
        "parts of a list are tagged in a wrong place, so that its items are not counted",
        "Make it a real list in the source file.",
    ),
    "7.2 contents": (
        "the list of contents is tagged in a wrong way",
        "Have the program make it from the headings.",
    ),
    "7.3 pictures": (
        "a picture has no words for those who cannot see it",
        "Write alternative text, or mark it as decoration.",
    ),
    "7.4 headings": (
        "headings skip a level, or two kinds of heading are mixed",
        "Use the levels one after another.",
    ),
    "7.5 headers": (
        "cells of a table do not say which headers are theirs",
        "Give each header cell a scope: row or column.",
    ),
    "7.7 formulas": (
        "a formula has no words for those who cannot see it",
        "Write alternative text.",
    ),
    "7.9 notes": (
        "a note has no mark of its own, so that it cannot be found from the text",
        "Make footnotes with the program's own command.",
    ),
    "7.10 layers": (
        "a layer has no name, or comes and goes by itself",
        "Merge the layers.",
    ),
    "7.11 attachments": (
        "an attached file does not say its name in full",
        "Attach it again.",
    ),
    "7.15 xfa": (
        "the form is of a kind that only Adobe programs show",
        "Save it as an ordinary PDF form.",
    ),
    "7.16 permissions": (
        "the file forbids screen readers to read it",
        "Save it without restrictions.",
    ),
    "7.18.1 annotations": (
        "something pinned to a page (a comment, a stamp, a mark) is not tagged or not described",
        "Delete it, or tag and describe it.",
    ),
    "7.18.1 names": (
        "a field has no name that is read out",
        "Fill in its tooltip.",
    ),
    "7.18.2 printing": (
        "marks for printers are left in the file",
        "Save it without them.",
    ),
    "7.18.3 order": (
        "the Tab key does not follow the order of reading on a page",
        "Set the tab order of all pages to “Use document structure”.",
    ),
    "7.18.4 fields": (
        "a field is not tagged as one, so that a screen reader may pass it over",
        "Tag the fields.",
    ),
    "7.18.5 links": (
        "a link is not tagged as one, or has no words that say where it leads",
        "Save it again with tags, and describe its links.",
    ),
    "7.18.6 media": (
        "sound or film has no description",
        "Write what it is.",
    ),
    "7.18.8 printing": (
        "marks for printers are tagged as content",
        "Mark them as decoration.",
    ),
    "7.20 parts": (
        "a part of a page is drawn from another file, or twice with one tag",
        "Save it again from the source file.",
    ),
    "7.21.3 signs": (
        "a font does not say how its signs are numbered",
        "Save it again with a newer version of the program.",
    ),
    "7.21.4 fonts": (
        "a font, or some of its letters, are not in the file, so that words may look wrong elsewhere",
        "Save it again with all fonts embedded.",
    ),
    "7.21.5 widths": (
        "letters are given other widths than their font has",
        "Save it again from the source file.",
    ),
    "7.21.6 encodings": (
        "a font does not say which letters its signs are in the way of the standard",
        "Save it again with a newer version of the program.",
    ),
    "7.21.7 letters": (
        "a font does not say which letters its signs are, so that they may be read wrongly",
        "Save it again from the source file, with another font.",
    ),
    "7.21.8 blanks": (
        "letters are shown for which the font has no sign",
        "Use another font.",
    ),
}
_NEW = ("a rule that is newer than this program is broken", "Look the file over with veraPDF or PAC.")
_NEEDS = {"7.1 title": Need.TITLE, "7.2 language": Need.LANGUAGE, "6.2 tagged": Need.TAGS}
_BY_STRUCTURE = ("7.2 ", "7.3 ", "7.4 ", "7.5 ")


def check(context: Context) -> Result:
    """Tell the rules that each file breaks, those of one subject together, in the order of the standard's clauses."""
    files = [document for document in pdf_files(context.pack) if marked(document, _ASKED) or marked(document, _UNKNOWN)]
    if not files:
        has_any = any(document.media_type == PDF for document in context.pack.documents)
        return not_applicable("it was not asked for (--pdfua)" if has_any else "there is no PDF file")
    findings = tuple(finding for document in files for finding in _faults(document))
    odd = [document for document in files if marked(document, _UNKNOWN)]
    if odd and not findings:
        why = marked(odd[0], _UNKNOWN)[0][1]
        return cannot_tell(f"{counted(len(odd), 'PDF file')} could not be judged ({why})", *odd)
    return judge(findings, passed=f"{counted(len(files), 'PDF file')} kept all rules that a program can check")


def _faults(document: Document) -> Iterator[Finding]:
    for topic, place in sorted(
        {topic: place for place, topic in reversed(marked(document, _BROKEN))}.items(), key=_by_clause
    ):
        clause, _, _ = topic.partition(" ")
        number = f"Clause {clause} of PDF/UA" if topic in _WORDS else "PDF/UA"
        where = first_places([place]).replace(" (page ", " (first on page ")
        fault, remedy = _WORDS.get(topic, _NEW)
        yield Finding.at(place, clause=number, fault=f"{fault}{where}", how=_remedy(document, topic, remedy))


def _by_clause(row: tuple[str, object]) -> tuple[list[int], str]:
    """Put the topics in the order of the clauses; what a file says of itself comes last, as it is put right last."""
    clause, _, word = row[0].partition(" ")
    number = [int(part) for part in clause.split(".") if part.isdigit()] or [99]
    return ([98] if row[0] == _IDENTITY else number), word


def _remedy(document: Document, topic: str, remedy: str) -> str:
    """Return the steps of the program that made the file where they are known, or else what is to be done."""
    if topic in _NEEDS:
        return steps(document, _NEEDS[topic]) or f" {remedy}"
    return f" {remedy}{steps(document, Need.STRUCTURE) if topic.startswith(_BY_STRUCTURE) else ''}"
