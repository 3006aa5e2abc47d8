"""Does each Word file say which language it is in?"""

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    is_language,
    judge,
    not_applicable,
    word_files,
)

_BRITISH = frozenset({"England", "Wales", "Scotland", "Northern Ireland"})
_SIGNS = ("£", ".uk", "United Kingdom", "England", "Scotland")
_AMERICAN = "en-us"


def check(context: Context) -> Result:
    """Read the language that each file gives itself; American English is not the language of a British pack."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files", by_absence=True)
    american = any(_tag(document) == _AMERICAN for document in files)
    british = american and _is_british(context)
    return judge(
        (Finding.at(document, fault=fault) for document in files if (fault := _fault(document, british))),
        passed=counted(len(files), "Word file says its language", "Word files say their language"),
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
    return ""


def _tag(document: Document) -> str:
    return (document.structure.language or "").strip().lower().replace("_", "-")
