"""What bidders must show of themselves: turnover, accounts, whether audited, and references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tenderlint.facts.amounts import amounts
from tenderlint.facts.asking import ASK, COUNT
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.numbers import number
from tenderlint.facts.reading import Reading
from tenderlint.facts.refusals import refused
from tenderlint.facts.statements import Statement, statements
from tenderlint.patterns import late_pattern

_TURNOVER = late_pattern(
    r"\b(?<!staff )(?<!employee )(?:turn-?over|turned over"
    r"|(?<!not )(?<!n[’']t )(?<!not have to )turn(?:s|ing)? over(?= (?:(?:a |an )?(?:at least|more than|over|above"
    r"|minimum of|no less than|not less than|in excess of|less than|under|below|annually|each year|a year) ){0,2}£)"
    r"|(?:annual|yearly) sales\b(?! (?:target|forecast|figures?|of (?!£|at|over|above|more|less|under|not|no|about)))"
    r"|sales(?= of (?:[\w ,]{0,24})£ ?[\d.,]{1,12}(?: ?million| ?m| ?k)?(?: or (?:more|over|above))?,?"
    r" (?:a|per|each|every|in (?:a|any|each|the last|your last)) (?:financial )?year))\b",
    re.IGNORECASE,
)
_LEAST = late_pattern(
    r"\b(?:evidence of (?:an? )?(?:annual )?turnover of|(?:bidders?|tenderers?|suppliers?|providers?|applicants?|you)"
    r" (?:will )?(?:require|need) (?:an? )?(?:\w+ ){0,2}?turnover of(?! (?:(?:no|not) more|less|up to|under|below))"
    r"|(?:must|shall|required to|needs? to) (?:have|show|hold"
    r"|demonstrate"
    r"|evidence|possess) (?:an? )?(?:\w+ ){0,2}?turnover of(?! (?:(?:no|not) more|less|up to|under|below))"
    r"|less than £?[\d,.]{1,14}(?: ?million| ?m| ?k)? (?:will|shall|may|can) ?(?:not be|fail|be (?:excluded|rejected))"
    r"|min(?:imum)?\.?|at least|not less than|no less than"
    r"|not be less than|greater than|in excess of"
    r"|exceed(?:s|ed)?|exceeding|above|or (?:more|above|over)"
    r"|over|not (?:be )?(?:below|under|beneath)|(?:no|not) (?:lower|smaller) than|threshold"
    r"|(?<=turnover )(?:test|hurdle|level"
    r"|requirement)|(?:once|twice"
    r"|double|half|\w+ times) the)\b",
    re.IGNORECASE,
)
_BELOW = late_pattern(
    r"\bless than £?[\d,.]{1,14}(?: ?million| ?m| ?k)? (?:will|shall|may|can) ?(?:not be|fail|be (?:excluded"
    r"|rejected))\b",
    re.IGNORECASE,
)
"""A turnover with which nobody is considered, so that it is the least that is asked for."""
_NOT_LESS = late_pattern(
    r"\b(?:at least|(?:not|no) (?:be )?(?:less|lower|below|under|smaller)\b|(?:more|greater) than|exceed(?:s"
    r"|ing)?|minimum"
    r"|equal to|(?:once|twice|double|half|\w+ times) the)\b",
    re.IGNORECASE,
)
"""Words by which a turnover is a level to be met, and no figure for which papers are asked."""
_MUST = late_pattern(
    r"\b(?:must|shall|should|required?s?|need(?:s|ed)?|expect(?:s|ed)?|have|demonstrate|confirm|evidence|minimum"
    r"|requirement|able to|pass(?:ed)?|threshold|test|showing|not be considered|excluded|rejected"
    r"|asks? (?:that|for)|wants?|eligible|qualif(?:y|ies))\b",
    re.IGNORECASE,
)
_YOU_TURN = late_pattern(
    r"\W{0,4}(?:[\w)(]{1,4}[.)] )?(?:that )?(?:you|your (?:firm|company|business|charity|organisation)|bidders?"
    r"|suppliers?|tenderers?) (?:each )?turns? over\b",
    re.IGNORECASE,
)
"""A condition said as a plain fact: "You turn over at least …"."""
_OF_LOTS = late_pattern(r"\blots?\b[^.;]{0,200}\blots?\b", re.IGNORECASE)
_NAMED_LEAST = late_pattern(r"\bminimum (?:\w+ )?turnover\b", re.IGNORECASE)
_OTHER_TURNOVER = late_pattern(
    r"\b(?:modern slavery|slavery|section 54|small (?:and|or|to) medium|medium[- ]sized|smes?|micro|balance sheet"
    r"|fewer than|gender pay|not exceed(?:ing)?"
    r"|less than (?!£?[\d,.]{1,14}(?: ?million| ?m| ?k)? (?:will|shall|may|can) ?(?:not be|fail|be (?:excluded"
    r"|rejected))\b)|under £|up to £"
    r"|our (?:annual )?turnover|(?:council|authority|trust|school|company)(?:'s|’s)? (?:has|had) an?"
    r"|carbon|late payment|prompt payment)\b",
    re.IGNORECASE,
)
_LABELLED = late_pattern(
    r"^\W{0,4}(?:\d[\d.]{0,6}\s|[a-z][.)]\s)?\W{0,4}(?:an? )?(?:annual |yearly |company ){0,2}"
    r"(?:turnover|sales)(?: required| level)?(?:\W{1,5}| of )(?P<least>(?:an? )?(?:at least|minimum(?: of)?|over"
    r"|(?:no|not) (?:less|lower) than|averag(?:e|ing)(?: of)?|above|in excess of) )?£", re.IGNORECASE
)
_CONDITIONS = late_pattern(
    r"\b(?:conditions of participation|(?:minimum|mandatory|selection|financial|entry) (?:standards?"
    r"|requirements?|criteria|levels?"
    r"|conditions|standing)|eligib\w+|requirements?|economic standing|conditions$|how (?:big|large) must|who (?:can"
    r"|may) (?:bid|apply|quote|tender))\b",
    re.IGNORECASE,
)
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


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the turnover asked for in pounds, the years of accounts, and whether they must be audited."""
    passages = reading.passages
    money = list(
        statements(
            passages.having(
                "turnover", "turned over", "turn-over", "turn over", "turns over", "turning over", "sales", "accounts",
                "financial statement", "audited", "balance sheet", "profit and loss",
            )
        )
    )
    return {
        "minimum_turnover": choose(each for statement in money for each in _turnover(statement)),
        "accounts_years": choose(each for statement in money for each in _years(statement)),
        "audited_accounts_required": choose(each for statement in money for each in _audited(statement)),
    }


def _turnover(statement: Statement) -> Iterator[Candidate[Decimal]]:
    text = statement.text
    word = _TURNOVER.search(text)
    if (
        word is None
        or (_OTHER_TURNOVER.search(text) and not _NAMED_LEAST.search(text))
        or statement.is_definition
        or statement.is_option
    ):
        return
    if refused(text, word.start(), word.end()) and not _BELOW.search(text):
        return
    for amount in sorted(amounts(text), key=lambda each: (each.start < word.start(), each.start)):
        near = text[max(0, min(word.start(), amount.start) - 70) : max(word.end(), amount.end) + 30]
        if (
            amount.money.currency != "GBP"
            or abs(amount.start - word.start()) > 160
            or not (_LEAST.search(f"{near} {statement.about[:80]}") or _is_condition(statement))
        ):
            continue
        said = _MUST.search(f"{text} {statement.about}") or _YOU_TURN.match(text)
        if not (said or _is_condition(statement)):
            continue
        value = amount.money.least or amount.money.most
        yield candidate(
            statement,
            statement.fact("minimum_turnover", value, min(word.start(), amount.start), max(word.end(), amount.end)),
        )
        if not _OF_LOTS.search(text):
            return


def _is_condition(statement: Statement) -> bool:
    """Say whether a line "Turnover: £2 million" stands among what bidders must meet, or names the least itself."""
    labelled = _LABELLED.match(statement.text)
    return labelled is not None and (labelled["least"] is not None or _CONDITIONS.search(statement.about) is not None)


def _years(statement: Statement) -> Iterator[Candidate[int]]:
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


def _audited(statement: Statement) -> Iterator[Candidate[bool]]:
    text = statement.text
    match = _AUDITED.search(text)
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
