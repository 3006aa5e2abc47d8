"""Is there somebody whom bidders can ask for help with the tender?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.checking import (
    BlockKind,
    Context,
    Fact,
    Finding,
    Match,
    Passage,
    Result,
    Role,
    Source,
    about,
    forms,
    found,
    judge,
    late_pattern,
    missing,
    sentence_at,
    sentences,
)

_INVITING = frozenset({Role.INSTRUCTIONS, Role.SPECIFICATION, Role.NOTICE, Role.OTHER})
_RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)
_MAYBE_WAY = late_pattern(r"[@0+](?:(?<=@)|(?<=0)\)?\s?\d\d|(?<=\+)44)")
"""Signs without which words hold neither an address of e-mail nor a telephone number."""
_A = {"e-mail": "an", "telephone": "a"}
_NOT = r"\b(?:not|no|nor|never|neither|cannot|without)\b[^.;]{0,90}?"
_REFUSED = r"[^.;]{0,60}?\b(?:(?:will|can|shall|may|must|are|is)(?: ?not|n['’]t)|be (?:ignored|disregarded|rejected))\b"
_CALLS, _MAIL = r"\b(?:telephone|phone|calls?|telephoned|verbal(?:ly)?|oral(?:ly)?)\b", r"\b(?:e-?mails?|e-?mailed)\b"
_NO_CALLS = late_pattern(f"{_NOT}{_CALLS}|{_CALLS}{_REFUSED}", re.IGNORECASE)
_NO_MAIL = late_pattern(f"{_NOT}{_MAIL}|{_MAIL}{_REFUSED}", re.IGNORECASE)

_SENDS = late_pattern(
    r"\b(?:tenders?|bids?|responses?|quotations?|quotes?|proposals?|submissions?|applications?)\b[^.;]{0,60}?"
    r"\b(?:addressed|sent|submitted|returned|e-?mailed|delivered|lodged)\b",
    re.IGNORECASE,
)
_HELPS = late_pattern(
    r"\b(?:questions?|quer(?:y|ies)|clarif\w+|enquir\w+|inquir\w+|help|contact|information|discuss|advice|support"
    r"|confirm|ask)\b",
    re.IGNORECASE,
)
"""Words for sending a tender, and for anything else that an address may be for."""


def check(context: Context) -> Result:
    """Look for an e-mail or telephone for questions, then for messages that are answered, then for a named officer."""
    mail: Source | None = None
    call: Source | None = None
    silent: list[tuple[Source, str]] = []
    for passage in _helps(context):
        near = _around(context, passage)
        mail = mail or next((each for each in near if _takes_mail(context, each)), None)
        call = call or next((each for each in near if _takes_calls(context, each)), None)
        if mail and call:
            break
        silent.append((passage, "this gives no way to reach anybody"))
    mail = mail or _told(context, "contact_email")
    call = call or _told(context, "contact_phone")
    if mail and call:
        return found("bidders can ask for help by e-mail and by telephone", *dict.fromkeys((mail, call)))
    if mail or call:
        only = "e-mail" if mail else "telephone"
        shown = [each for each in (mail, call) if each]
        if mail and _is_for_sending(mail):
            told = "the pack gives an e-mail address for sending tenders, and does not say that it is for questions too"
            return found(told, *shown)
        return found(
            f"bidders can ask for help, but only by {only}; a second way would help those who cannot use it", *shown
        )
    return _other_ways(context) or missing(
        "no e-mail, telephone or other way to ask for help with the tender; looked in every document", silent[:3]
    )


def _is_for_sending(source: Source) -> bool:
    """Say whether an address stands only where tenders are to be sent."""
    text = source.quote if isinstance(source, Fact) else source.text if isinstance(source, Passage) else ""
    return _SENDS.search(text) is not None and _HELPS.search(text) is None


def _told(context: Context, name: str) -> Source | None:
    fact = context.facts.chosen(name)
    if fact is None or context.says("others", f"{' '.join(fact.place.heading[-1:])} {fact.quote}"):
        return None
    whole = (each for each in context.passages.all if each.place == fact.place and fact.value in each.text)
    return next(whole, fact)


def _helps(context: Context) -> Iterator[Passage]:
    """Yield the passages that speak of questions, help or contacts for bidders, each once."""
    for passage in dict.fromkeys(match.passage for match in context.find("helps")):
        if _is_for_bidders(context, passage):
            yield passage


def _other_ways(context: Context) -> Result | None:
    by_message = [
        match
        for match in context.find("messages")
        if not match.denied and _is_for_bidders(context, match.passage, _around_words(match))
    ]
    if by_message:
        asking = [match for match in by_message if context.says("asking", match.passage.text)]
        shown = (asking or by_message)[0]
        if _refuses_the_rest(context, shown):
            only = "Bidders can ask only by messages on the portal: telephone and e-mail are refused."
            return judge([Finding.at(shown, message=only)])
        return found("bidders can ask by messages on the portal, which is the only way given", shown)
    for match in context.find("people"):
        if _is_for_bidders(context, match.passage) and any(
            _reaches(each.text) and _is_about_help(context, each) for each in _around(context, match.passage)
        ):
            return found("a named person can be reached about the tender", match)
    return _given(context)


def _reaches(text: str) -> bool:
    """Say whether words give a way to a person: an e-mail, a telephone or an address by post; a web page is none."""
    return any(not way.startswith(("http", "www.")) for way in about.contacts(text))


def _given(context: Context) -> Result | None:
    """Where an invitation gives an e-mail or telephone of the buyer, if not expressly for questions."""
    for passage in context.passages.all:
        if passage.role not in _INVITING or passage.block.kind in _RUNNING or not _MAYBE_WAY.search(passage.text):
            continue
        ways = [name for name, reads in (("e-mail", about.emails), ("telephone", about.phones)) if reads(passage.text)]
        if ways and _is_for_bidders(context, passage) and not context.says("no_calls", passage.text):
            said = f"the pack gives {_A[ways[0]]} {' and '.join(ways)} of the buyer, though not expressly for questions"
            return found(said, passage)
    return None


def _refuses_the_rest(context: Context, match: Match) -> bool:
    """Say whether the pack refuses telephone and e-mail beside its portal: who cannot use that can ask nobody."""
    said = [each for near in _around(context, match.passage) for each in sentences(near.text)]
    return all(any(way.search(each) for each in said) for way in (_NO_CALLS, _NO_MAIL))


def _around_words(match: Match) -> str:
    """The sentence that the words stand in: what else its paragraph speaks of does not matter."""
    start, end = sentence_at(match.passage.text, match.start)
    return match.passage.text[start:end]


def _is_for_bidders(context: Context, passage: Passage, words: str = "") -> bool:
    """Contacts for the contract, personal data or invoices, and the bidder's own, are no help with the tender.

    `words` are those of the passage that count, all of them where none are given.
    """
    text = words or passage.text
    if passage.role in (Role.TERMS, Role.TUPE):
        return False
    if about.is_duty(text) or context.says("blanks", text):
        return False
    return not context.says("others", f"{' '.join(passage.place.heading[-1:])} {text}")


def _takes_calls(context: Context, passage: Passage) -> bool:
    told = bool(about.phones(passage.text)) and not context.says("no_calls", passage.text)
    return told and _is_about_help(context, passage)


def _takes_mail(context: Context, passage: Passage) -> bool:
    return "@" in passage.text and bool(about.emails(passage.text)) and _is_about_help(context, passage)


def _is_about_help(context: Context, passage: Passage) -> bool:
    """Say whether a passage beside words on help is not about other things."""
    return passage.row is not None or not context.says("others", passage.text)


def _around(context: Context, passage: Passage) -> tuple[Passage, ...]:
    """The passage and what follows under its heading, or the cells of its row."""
    if passage.row is not None:
        following = context.passages.all[max(0, passage.index - 4) : passage.index + 8]
        return tuple(each for each in following if each.row is passage.row)
    return forms.nearby(context.passages, passage, before=0, after=5)
