"""Does each PDF file say which language it is in?"""

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    is_language,
    judge,
    not_applicable,
    pdf_files,
    steps,
)

_BRITISH = frozenset({"England", "Wales", "Scotland", "Northern Ireland", ""})


def check(context: Context) -> Result:
    """Read the language that each file gives itself; American English is not the language of a British pack."""
    files = pdf_files(context.pack)
    if not files:
        return not_applicable("the pack has no PDF files")
    return judge(
        (
            Finding.at(document, fault=fault, how=steps(document, Need.LANGUAGE))
            for document in files
            if (fault := _fault(document, context.nation))
        ),
        passed=f"{len(files)} PDF files say their language",
    )


def _fault(document: Document, nation: str) -> str:
    language = (document.structure.language or "").strip()
    if not language:
        return "does not say which language it is in"
    if not is_language(language):
        return f"says that its language is “{language}”, which is the sign of no language"
    if language.lower().replace("_", "-") == "en-us" and nation in _BRITISH:
        return "says that it is in American English (en-US)"
    return ""
