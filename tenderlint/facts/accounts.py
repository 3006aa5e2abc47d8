"""How many years of accounts or turnover bidders must show, and whether the accounts must be audited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.facts.amounts import amounts
from tenderlint.facts.asking import ASK, COUNT
from tenderlint.facts.base import Sure
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import Candidate
from tenderlint.facts.numbers import number
from tenderlint.facts.statements import Statement
from tenderlint.patterns import late_pattern

_NOT_LESS = late_pattern(
    r"\b(?:at least|(?:not|no) (?:be )?(?:less|lower|below|under|smaller)\b|(?:more|greater) than|exceed(?:s"
    r"|ing)?|minimum"
    r"|equal to|(?:once|twice|double|half|\w+ times) the)\b",
    re.IGNORECASE,
)
"""Words by which a turnover is a level to be met, and no figure for which papers are asked."""
_ACCOUNTS = late_pattern(
    r"\b(?:accounts?(?! (?:manager|management|team|holder|payable|number|for (?:\d|the (?:majority|remain)))"
    r"| of (?:the )?(?:project|contract))"
    r"|financial statements?|balance sheets?|turnover|profit and loss|financial (?:information|records"
    r"|years? accounts))\b",
    re.IGNORECASE,
)
_YEARS = late_pattern(
    rf"(?:\b(?:last|past|previous|preceding|latest|recent|prior"
    rf"|most recent)\b[ -]?(?:of )?)?\(?\b{COUNT}\)?(?:[ -](?:most recent|latest|last|full|complete|financial|trading"
    rf"|accounting|consecutive|previous|audited|calendar|available))*"
    r"[ -](?P<unit>years?|financial periods|accounting periods)\b['’]?(?! old| term| contract| framework| after"
    r"| from (?:the )?(?:end|expiry)| period (?:of|from))"
    rf"|\b(?P<sets>\d|one|two|three|four|five)(?: ?\(\d\))? (?:most recent |latest |full "
    rf"|complete )*sets? of (?:\w+[ ,]+){{0,3}}(?:accounts|financial statements)",
    re.IGNORECASE,
)
_SPAN = r"(?:(?:full|complete|financial|trading|accounting|tax) ){0,2}"
_ONE_YEAR = late_pattern(
    rf"\b(?:last|latest|most recent|past|previous) {_SPAN}(?:year['’]?s?['’]?(?: of)?|set of) (?:(?:full|audited|annual"
    r"|signed|certified|final|published|management|independently|examined|your|filed) ){0,3}"
    r"(?:accounts(?! for \d)|financial statements)\b"
    r"(?! (?:is|are|was|were|has|have|shows?)\b)"
    rf"|\b(?:accounts|financial statements) (?:for|of|from|covering) (?:the|your) (?:last|latest|most recent|past"
    rf"|previous) {_SPAN}year\b(?!['’]s)|\bone set of (?:\w+ ){{0,3}}accounts\b",
    re.IGNORECASE,
)
_AND_MORE = late_pattern(r"[^.;]{0,20}\b(?:(?:and|plus|or) (?:for )?the (?:one|year|two|three)|(?:two|three) before)\b")
_ASKED_UNDER = late_pattern(
    r"\b(?:need|send|provide|submit|selection|criteria|requirements?|eligib\w+|conditions of participation|evidence)\b",
    re.IGNORECASE,
)
_ITEM = late_pattern(
    r"^\W{0,4}(?:[\w)(]{1,4}[.)] )?(?:copies of |full |latest |filed |audited |annual ){0,3}(?:accounts"
    r"|financial statements) (?:for"
    r"|of|from|covering) "
    r"(?![^.;]{0,140}\b(?:is|are|was|were|will|shall|have been|may|need|not)\b)[^.;]{0,140}[.;]?$",
    re.IGNORECASE,
)
"""An item of a list of papers, with no verb of its own."""
_YOURS = late_pattern(r"\W*(?:your|the bidder['’]s|each bidder['’]s) ", re.IGNORECASE)
_KEEP = late_pattern(
    r"\b(?:retain|keep|kept|preserve|records?|maintain(?:ed)?|open[- ]book|convicted|offences?|insolven\w+"
    r"|bankrupt\w*|terminated|enforcement|claims?|disputes?|litigation"
    r"|established|trading for (?:at least|less)|operat(?:ed|ing) for|newly|(?:initial|contract) (?:term|period))\b",
    re.IGNORECASE,
)
_AUDITED = late_pattern(
    r"\b(?P<un>un-?)?audited\b(?: (?:and|or) \w+)?(?:[\w ,/()-]{0,40}?)\b(?:accounts|financial statements"
    r"|financial accounts|statements|balance sheets?)"
    r"|\b(?:accounts|financial statements)\b[^.;]{0,50}\b(?P<un2>un-?)?audited\b"
    r"|\b(?:accounts|financial statements)\b[^.;]{0,20}?\b(?:signed|certified|checked|examined|verified|passed|approved"
    r"|supported|accompanied)(?: off)?,? by (?:an?|your|the|its|their)(?: (?:\w+ )?auditor\b(?!['’]s fee)| (?:\w+"
    r" )?audit"
    r" (?:report|certificate|opinion)\b)"
    r"|\b(?:accounts|financial statements)\b,? (?:each |all )?with (?:an?|the|your|its|their) (?:\w+"
    r" )?(?:audit(?:or['’]?s['’]?)?)"
    r" (?:report|certificate|opinion)\b",
    re.IGNORECASE,
)
_BARE_DEMAND = late_pattern(
    r"^\W{0,4}(?:[\w)(]{1,4}[.)] )?(?:(?:your|the|last|latest|full|most recent|copies of|and) ){0,3}(?:(?:one"
    r"|two|three|four|five"
    r"|\d)['’]? (?:full |complete )?(?:years?['’]?s?|sets) (?:of )?)?audited (?:annual "
    r"|year[- ]end )?(?:accounts|financial"
    r" statements)\b(?![^.;]{0,140}\b(?:is|are|was|were|will|shall|have been|may|need|not|or)\b)[^.;]{0,140}[.;]?$",
    re.IGNORECASE,
)
"""An item of a list of papers, with no verb of its own."""
_NEED_NOT = late_pattern(
    r"\b(?:these|they|it|which|accounts) (?:(?:do|does|need)(?:es)? not|(?:do|does|need)n['’]t)(?: (?:need"
    r"|have) to)? be audited\b"
    r"|\b(?:these|they|it|which|accounts) need only be (?:independently )?(?:examined|certified|signed)\b",
    re.IGNORECASE,
)
_INSPECTED = late_pattern(
    r"\bauditors? (?:appointed|nominated|chosen) by\b|\b(?:accounts|books) (?:and|or) (?:other )?records\b"
    r"|\brecords (?:and|or) (?:books|accounts)\b",
    re.IGNORECASE,
)
"""Records that the buyer may have audited while the contract runs."""
_NOT_AUDITED = late_pattern(
    r"(?<!those )(?<!if )(?<!where )\b(?:not|no|without|nor|never|don['’]t|doesn['’]t)\b[^.;]{0,60}\baudited\b"
    r"|\baudited\b[^.;]{0,80}\b(?:not (?:be )?(?:required|needed|necessary|requested|sought))\b"
    r"|\bunaudited\b|\bneed not\b[^.;]{0,40}\baudited\b",
    re.IGNORECASE,
)
_EITHER = late_pattern(
    r"\baudited (?:accounts|financial statements),? or (?:accounts |statements |figures )?(?:(?:that"
    r"|which) are )?(?:prepared"
    r"|drawn up|signed|examined|certified|checked|made up)\b"
    r"|\b(?:whether|either|be it) (?:\w+,? ){0,4}?audited\b|\baudited,? (?:or|and/or) (?:simply |just "
    r"|merely )?(?:drawn up"
    r"|signed|prepared|examined|inspected|certified|checked)\b|\b(?:examined|certified|unaudited"
    r"|management accounts) or"
    r" audited\b|"
    r"\baudited (?:accounts )?or (?:independently |\w+ )?(?:examined|management|certified|unaudited|prepared)\b",
    re.IGNORECASE,
)
_ONLY_IF_LAW = late_pattern(
    r"\b(?:where|if|when|only)\b[^.;]{0,40}\b(?:has|have|needs?|must|are|is)\b[^.;]{0,30}\baudited (?:by law"
    r"|under statute)"
    r"|\baudited\b[^.;]{0,30}\b(?:where|if|when)\b[^.;]{0,40}\b(?:required|obliged)\b[^.;]{0,20}\b(?:by law"
    r"|legally|statut\w+)\b"
    r"|\baudited\b[^.;]{0,20}\b(?:where|if|when)\b[^.;]{0,12}\blaw (?:requires|asks|says|demands|has|makes|wants|tells)"
    r"|\b(?:where|if|when|only)\b[^.;]{0,40}\b(?:legally|by law|statut\w+)\b[^.;]{0,40}\b(?:required|obliged)\b",
    re.IGNORECASE,
)
_BUYERS_AUDIT = late_pattern(
    r"\b(?:the )?(?:council|authority|trust|buyer|customer|client)(?:'s|’s)? (?:own )?(?:audited|accounts"
    r"|auditors?)\b|\baudited by the (?:council|authority|buyer|client|customer)\b",
    re.IGNORECASE,
)


def years(statement: Statement) -> Iterator[Candidate[int]]:
    """Yield the number of years of accounts, or of turnover, that a statement asks for."""
    text = statement.text
    word = _ACCOUNTS.search(text)
    if (
        word is None
        or not (_is_asked(text) or _ASKED_UNDER.search(statement.about[-60:]))
        or statement.is_definition
        or (
            (amounts(text) or _NOT_LESS.search(text))
            and all(each[0].lower() == "turnover" for each in _ACCOUNTS.finditer(text))
        )
    ):
        return
    told = False
    for match in _YEARS.finditer(text):
        near = text[max(0, match.start() - 110) : match.end() + 90]
        if _KEEP.search(near) or not _ACCOUNTS.search(near) or (
            match["unit"] and not _of_past(text, match) and not _ITEM.match(text)
        ):
            continue
        count = number(match["count"] or match["sets"])
        if count is not None and 1 <= count <= 10:
            sure, told = Sure.HIGH if re.search(r"accounts|statements", near, re.IGNORECASE) else Sure.MEDIUM, True
            yield candidate(statement, statement.fact("accounts_years", int(count), match.start(), match.end(), sure))
    single = None if told or ("year" not in text and "set" not in text) else _ONE_YEAR.search(text)
    if single and not (_KEEP.search(text) or _BUYERS_AUDIT.search(text) or _AND_MORE.match(text, single.end())):
        yield candidate(statement, statement.fact("accounts_years", 1, single.start(), single.end()))


def _is_asked(text: str) -> bool:
    return any(each is not None for each in (ASK.search(text), _YOURS.match(text), _ITEM.match(text)))


def _of_past(text: str, match: re.Match[str]) -> bool:
    """Say whether the years are those just gone, or the accounts' own ("three years of accounts")."""
    before, after = text[max(0, match.start() - 30) : match.end()], text[match.end() : match.end() + 45]
    past = re.search(r"\b(?:last|past|previous|preceding|latest|recent|prior)\b", before, re.IGNORECASE)
    own = re.match(
        r"['’]?s?['’]?\s+(?:of |worth of )?(?:\w+[ ,]+){0,4}(?:accounts|financial statements|turnover)",
        after,
        re.IGNORECASE,
    )
    return (
        past is not None or own is not None or re.search(r"\bfinancial years?\b", match[0], re.IGNORECASE) is not None
    )


def audited(statement: Statement) -> Iterator[Candidate[bool]]:
    """Yield whether accounts must be audited: False where a statement says that they need not be."""
    text = statement.text
    match = None if _INSPECTED.search(text) else _AUDITED.search(text)
    loose = _NEED_NOT.search(text) if match is None else None
    if loose and _ACCOUNTS.search(statement.passage.text):
        yield candidate(statement, statement.fact("audited_accounts_required", False, loose.start(), loose.end()))
    if match is None or statement.is_definition or _BUYERS_AUDIT.search(text):
        return
    if (
        text.endswith("?")
        and re.match(r"(?:\W|\d)*(?:are|is|were|do|does|have|has)\b", text, re.IGNORECASE)
        and not re.search(r"\b(?:provide|attach|enclose|submit|supply|copies|copy)\w*", text, re.IGNORECASE)
    ):
        return
    demanded = any(
        each is not None
        for each in (ASK.search(f"{text} {statement.about}"), _BARE_DEMAND.match(text), _YOURS.match(text))
    )
    if not demanded and not re.search(r"\b(?:not|unaudited)\b", text, re.IGNORECASE):
        return
    needed = not (_NOT_AUDITED.search(text) or _ONLY_IF_LAW.search(text))
    if match["un"] or match["un2"] or _EITHER.search(text):
        needed = False
    either = re.search(
        r"\baudited (?:accounts )?or (?:\w+ )?(?:management|certified|equivalent|unaudited)\b|\bor (?:equivalent"
        r"|management accounts)\b",
        text,
        re.IGNORECASE,
    )
    sure = Sure.MEDIUM if either else Sure.HIGH
    yield candidate(statement, statement.fact("audited_accounts_required", needed, match.start(), match.end(), sure))
