"""Do Word files tell things by colour alone?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    PDF,
    Context,
    Document,
    Finding,
    Passage,
    Result,
    clip,
    coloured_cells,
    coloured_signs,
    counted,
    first_places,
    judge_files,
    late_pattern,
    word_files,
)

_COLOURS = ("red", "green", "yellow", "blue", "orange", "amber", "pink", "purple", "grey", "gray")
_HUE = rf"(?:light |dark |pale |bold )?(?:{'|'.join(_COLOURS)})\b(?! (?:ink|paint|brick|line|route|zone|list|card))"
_THING = (
    r"(?:answer|area|box|boxe|cell|clause|column|criteria|detail|entrie|entry|field|figure|font|heading|item|line"
    r"|paragraph|part|passage|question|requirement|response|row|schedule|section|sentence|sheet|tab|text|type|word"
    r"|wording)s?"
)
_PEN = r"(?:highlight(?:ed|er|ing|s)?|shad(?:ed|ing))"
_TOLD = late_pattern(
    rf"\b{_THING} (?:[^\s.;:?!()]{{1,20}} ){{0,5}}?(?:in|marked|shaded|highlighted|coloured|colored) (?:a )?{_HUE}"
    rf"|\b(?:shaded|highlighted|coloured|colored) (?:in )?{_HUE}|\b(?:in|with) (?:a )?{_HUE} {_PEN}\b"
    rf"|\b(?:all|any|each|every|the) (?:light |dark |pale )?(?:{'|'.join(_COLOURS)})[ -]"
    rf"(?:shaded |highlighted )?{_THING}\b|\b(?:all|any|each|every|the) (?:highlighted|shaded|coloured) {_THING}\b",
    re.IGNORECASE,
)
_SIGNED = late_pattern(
    r"asterisk|\*|†|\b(?:bold|italic|labelled|underlin|marked with\b|(?:square )?brackets\b|\[)", re.IGNORECASE
)
_ASKING = late_pattern(
    r"\b(?:amend|answer|chang|complet|delet|denot|enter|fill|guidance|indicat|insert|instruction|mandatory|mean|must|new\b"
    r"|optional|please|replace|require|shall)",
    re.IGNORECASE,
)


def check(context: Context) -> Result:
    """Look for words that point to a colour, for coloured cells without words, and for signs told apart by colour."""
    files = word_files(context.pack)
    told: dict[str, list[tuple[Passage, str]]] = {}
    for passage in context.passages.having(*_COLOURS, "highlighted", "shaded", "coloured"):
        if passage.document.media_type != PDF:
            match = _TOLD.search(passage.text)
            if match and _ASKING.search(passage.text) and not _SIGNED.search(passage.text):
                quote = clip(passage.text, match.start(), match.end(), 200)
                told.setdefault(passage.document.path, []).append((passage, quote))

    def faults(document: Document) -> Iterator[Finding]:
        rows = told.get(document.path, [])
        if rows:
            passage, quote = rows[0]
            where = first_places(passage.place for passage, _ in rows)
            fault = f"in {counted(len(rows), 'place')} the text points to things by their colour"
            yield Finding.at(passage.place, quote=quote, fault=fault, where=where)
        cells = coloured_cells(document)
        if cells:
            fault = f"cells of {counted(len(cells), 'table')} have colours and no words"
            yield Finding.at(cells[0], fault=fault, where=first_places(cells))
        signs = coloured_signs(context.surveys.of(document))
        if signs:
            fault = f"one and the same sign (“{signs[0].text}”) stands in several colours"
            yield Finding.at(signs[0], fault=fault, where=first_places(block.place for block in signs))

    return judge_files(files, "Word file", faults)
