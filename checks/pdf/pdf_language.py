"""Does each PDF file say which language it is in?"""

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    is_language,
    judge,
    language_of,
    not_applicable,
    pdf_files,
    steps,
)

_BRITISH = frozenset({"England", "Wales", "Scotland", "Northern Ireland"})
_SIGNS = ("£", ".uk", "United Kingdom", "England", "Scotland")
_AMERICAN = "en-us"
_NAMES = {"en": "English", "cy": "Welsh"}


def check(context: Context) -> Result:
    """Read the language that each file gives itself; American English is not the language of a British pack."""
    files = pdf_files(context.pack)
    if not files:
        return not_applicable("there is no PDF file", by_absence=True)
    american = any(_tag(document) == _AMERICAN for document in files)
    british = american and _is_british(context)
    return judge(
        (
            Finding.at(document, fault=fault, how=steps(document, Need.LANGUAGE))
            for document in files
            if (fault := _fault(document, british))
        ),
        passed=counted(len(files), "PDF file says its language", "PDF files say their language"),
    )


def _is_british(context: Context) -> bool:
    """Where the pack names no nation, pounds and the like tell."""
    return context.nation in _BRITISH or (
        not context.nation and any(sign in passage.text for passage in context.passages.all for sign in _SIGNS)
    )


def _fault(document: Document, british: bool) -> str:
    language = (document.structure.language or "").strip()
    if not language:
        return "does not say which language it is in"
    if not is_language(language):
        return f"says that its language is “{language}”, which is the sign of no language"
    if british and _tag(document) == _AMERICAN:
        return "says that it is in American English (en-US)"
    written = language_of(document)
    if written and _tag(document).partition("-")[0] != written:
        return f"says that its language is “{language}”, but its words are {_NAMES[written]}"
    return ""


def _tag(document: Document) -> str:
    return (document.structure.language or "").strip().lower().replace("_", "-")
