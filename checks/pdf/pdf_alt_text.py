"""Are the pictures in PDF files described in words?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Document, Finding, Result, judge, not_applicable, pdf_files, silent_pictures


def check(context: Context) -> Result:
    """Look at each picture that is not marked as decoration; pictures of one file are told together."""
    files = tuple(each for each in pdf_files(context.pack) if each.structure.tagged)
    if not files:
        return not_applicable("the pack has no tagged PDF files")
    return judge(
        (finding for document in files for finding in _faults(document)),
        passed=f"{sum(len(document.structure.pictures) for document in files)} pictures",
    )


def _faults(document: Document) -> Iterator[Finding]:
    pictures = tuple(silent_pictures(document))
    mute = [picture for picture in pictures if not (picture.alt or "").strip()]
    poor = [picture for picture in pictures if picture not in mute]
    for rows, fault in ((mute, "no words describe them"), (poor, "the words for them tell nothing")):
        if rows:
            number = f"{len(rows)} picture{'s' if len(rows) > 1 else ''}"
            yield Finding.at(rows[0].place, quote=rows[0].alt or "", count=number, fault=fault)
