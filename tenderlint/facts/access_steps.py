"""What to do about a barrier in a PDF, in the steps of the program that made it."""

from __future__ import annotations

from enum import StrEnum

from tenderlint.model import Document


class Need(StrEnum):
    """What is to be put right."""

    TAGS = "tags"
    TITLE = "title"
    LANGUAGE = "language"
    STRUCTURE = "structure"  # headings, header cells, words for pictures
    BOOKMARKS = "bookmarks"
    FONTS = "fonts"
    CONTENTS = "contents"  # a contents list that leads to its pages
    ORDER = "order"


_WORD, _OFFICE, _MAC, _GOOGLE, _ADOBE = "Microsoft Word", "LibreOffice", "a Mac's print menu", "Google Docs", "Adobe"
_FAMILIES = (
    (_OFFICE, ("libreoffice", "openoffice")),
    (_MAC, ("quartz",)),
    (_GOOGLE, ("google docs", "skia")),
    (_WORD, ("microsoft® word", "microsoft word", "pdfmaker", "microsoft®")),
    (_ADOBE, ("adobe", "acrobat", "indesign")),
)  # a Mac names itself beside the program whose file it prints, so it comes before Word

_STEPS = {
    (_WORD, Need.TAGS): "save it as PDF again with Options, “Document structure tags for accessibility”",
    (_WORD, Need.TITLE): "fill in File, Info, Title and save it as PDF again",
    (_WORD, Need.LANGUAGE): "set Review, Language, English (United Kingdom) and save it as PDF again",
    (_WORD, Need.STRUCTURE): "put it right in the Word file and save it as PDF again",
    (_WORD, Need.FONTS): "save it as PDF again with Options, “PDF/A compliant”, which puts all typefaces into the file",
    (_WORD, Need.CONTENTS): "choose References, Table of Contents, and save it as PDF again with Options, “Document "
                            "structure tags for accessibility”",
    (_WORD, Need.ORDER): "set pictures and boxes in line with the text (Layout Options), and save it as PDF again",
    (_WORD, Need.BOOKMARKS): "save it as PDF again with Options, “Create bookmarks using headings”",
    (_OFFICE, Need.TAGS): "export it again with “Tagged PDF” or “Universal Accessibility (PDF/UA)” ticked",
    (_OFFICE, Need.TITLE): "fill in File, Properties, Title and export it again with “Display document title” ticked",
    (_OFFICE, Need.LANGUAGE): "set Tools, Language, For All Text, English (UK) and export it again",
    (_OFFICE, Need.STRUCTURE): "put it right in the source file and export it again with “Tagged PDF” ticked",
    (_OFFICE, Need.FONTS): "export it again with “Archive (PDF/A)” ticked, which puts all typefaces into the file",
    (_OFFICE, Need.CONTENTS): "choose Insert, Table of Contents, with hyperlinks under Entries, and export it again "
                              "with “Tagged PDF” ticked",
    (_OFFICE, Need.ORDER): "anchor pictures and frames as characters, and export it again with “Tagged PDF” ticked",
    (_OFFICE, Need.BOOKMARKS): "export it again with “Outlines” ticked",
    (_MAC, Need.TAGS): "printing to PDF loses the tags, so use Save As, PDF, “Best for electronic distribution and "
                       "accessibility” in Word",
    (_MAC, Need.STRUCTURE): "put it right in the source file, and do not print to PDF: save as PDF “for accessibility”",
    (_GOOGLE, Need.TAGS): "download it as Word, and save that as PDF with tags",
    (_GOOGLE, Need.STRUCTURE): "put it right in the document, download it as Word, and save that as PDF with tags",
    (_ADOBE, Need.TAGS): "in Acrobat choose Accessibility, Autotag Document, and look the tags over; in InDesign "
                         "export with “Create Tagged PDF”",
    (_ADOBE, Need.STRUCTURE): "in Acrobat put the tags right (Accessibility, Reading Order), or put it right in the "
                              "source file and export it again with tags",
    (_ADOBE, Need.ORDER): "in Acrobat put the tags in order (Accessibility, Reading Order); in InDesign use the panel "
                          "Articles",
    (_ADOBE, Need.FONTS): "in Acrobat choose Print Production, Preflight, “Embed missing fonts”",
    (_ADOBE, Need.TITLE): "fill in File, Properties, Description, Title, and choose Initial View, Show: Document Title",
    (_ADOBE, Need.LANGUAGE): "set File, Properties, Advanced, Language",
}  # fmt: skip


def steps(document: Document, need: Need) -> str:
    """Return a sentence with the steps of the program that made the file, with a space before it; "" when unknown."""
    producer = (document.structure.producer or "").lower()
    for family, names in _FAMILIES:
        if any(name in producer for name in names):
            told = _STEPS.get((family, need))
            return f" It was made with {family}: {told}." if told else ""
    return ""
