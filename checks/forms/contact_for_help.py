"""Is there somebody whom bidders can ask for help with the tender?"""

from __future__ import annotations

from tenderlint.checking import Context, Passage, Result, Role, Source, about, forms, found, missing


def check(context: Context) -> Result:
    """Look for an e-mail or telephone for questions, then for messages that are answered, then for a named officer."""
    ways = [
        (match, *_ways(context, match.passage))
        for match in context.find("helps")
        if _is_for_bidders(context, match.passage)
    ]
    mails = next((match for match, mail, _ in ways if mail), None)
    calls = next((match for match, _, call in ways if call), None)
    mail = mails or context.facts.chosen("contact_email")
    call = calls or context.facts.chosen("contact_phone")
    if mail and call:
        return found("bidders can ask for help by e-mail and by telephone", mail, call)
    if mail or call:
        only = "e-mail" if mail else "telephone"
        return found(
            f"bidders can ask for help, but only by {only}; a second way would help those who cannot use it",
            *(each for each in (mail, call) if each),
        )
    for match in context.find("messages"):
        if _is_for_bidders(context, match.passage) and not match.denied:
            return found("bidders can ask by messages on the portal, which is the only way given", match)
    for match in context.find("people"):
        if _is_for_bidders(context, match.passage) and about.contacts(_around(context, match.passage)):
            return found("a named person can be reached about the tender", match)
    near: list[tuple[Source, str]] = [
        (match, "this gives no way to reach anybody") for match, mail, call in ways if not (mail or call)
    ]
    return missing(
        "no e-mail, telephone or other way to ask for help with the tender; looked in every document", near[:3]
    )


def _is_for_bidders(context: Context, passage: Passage) -> bool:
    """Contacts of the contract, of data protection, of invoices or of the bidder itself are not for help with the tender."""
    if passage.role in (Role.TERMS, Role.TUPE):
        return False
    text = f"{passage.headings} {passage.text}"
    return not (context.says("others", text) or about.is_duty(passage.text) or context.says("blanks", passage.text))


def _ways(context: Context, passage: Passage) -> tuple[bool, bool]:
    around = _around(context, passage)
    calls = about.phones(around) if not context.says("no_calls", around) else ()
    return bool(about.emails(around)), bool(calls)


def _around(context: Context, passage: Passage) -> str:
    if passage.row is not None:
        return " ".join(passage.row.cells)
    near = forms.nearby(context.passages, passage, before=0, after=5)
    return "\n".join(each.text for each in near if not context.says("others", each.text))
