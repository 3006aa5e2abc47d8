"""Does payment wait for results or for the end of a quarter?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    Role,
    apart,
    cannot_tell,
    found,
    judge,
    late_pattern,
    not_applicable,
    sentence_about,
    where_terms_are,
)

_LONG = late_pattern(
    r"\b(?:paid|payable|pays?|payments?)\b[^.;]{0,40}?\bin arrears\b[^.;]{0,20}?\b(?:(?:every"
    r"|each) (?:three months|six months|half[- ]year"
    r"|quarter|year|term)|at six[- ]month|half[- ]yearly|termly)\b",
    re.IGNORECASE,
)
_RETENTION = late_pattern(
    r"\bretention\b[^.;]{0,30}?\d ?(?:%|per ?cent)|\d ?(?:%|per ?cent) \(?(?:\w+ )?retention\b"
    r"|\bretention (?:sums?|mon(?:ey|ies)|fund|percentage|bond)\b",
    re.IGNORECASE,
)
_PAID = late_pattern(r"\b(?:pay|pays|paid|payable|payments?|invoic\w+|price|fees?)\b", re.IGNORECASE)
_MONTHLY = late_pattern(
    r"\b(?:payments?|invoices?|invoiced|paid|pays?|fees)\b[^.;]{0,80}?\b(?:monthly|(?:each|every|a"
    r"|per) (?:calendar )?month|weekly"
    r"|(?:each|every) week)\b(?! (?:reports?|meetings?|reviews?|charges?|fees?))",
    re.IGNORECASE,
)
_REPORTS = late_pattern(r"\b(?:reports?|meetings?|reviews?|within (?:an?|one|the|each)|end of|after)\b", re.IGNORECASE)
_ASKED = late_pattern(
    r"^\W{0,4}(?:when|how) (?:do|will|are|would) (?:i|we|you) (?:get |be )?(?:paid|pay)\b", re.IGNORECASE
)
"""A heading in the line that asks what the words behind it answer."""
_AGREED = late_pattern(
    r"\b(?:authori[sz]\w+|agree[ds]?|approv\w+|notif\w+|consent\w*|arrang\w+|book\w*|given|giving|told|planned"
    r"|requested|quoted) (?:[\w'’]+ ){0,5}?$",
    re.IGNORECASE,
)
"""What else than payment comes "in advance"."""
_ACHIEVED = late_pattern(
    r"\b(?:paid|pay|payable|payments?|fees?|released?|instalments?)\b[^.;]{0,60}?\b(?:on|upon|following|once|when|after|if"
    r"|where|for|subject to|linked to|tied to|against|until)"
    r"\s(?:[\w’'-]{1,20}\s){0,5}?(?:(?:achiev|attain|reach|secur)\w*|met|meet|meeting|hit)\b",
    re.IGNORECASE,
)
"""Payment that comes when something has been achieved."""
_KEPT_BACK = late_pattern(
    r"\b\d{1,3} ?(?:%|per ?cent)[^.;]{0,60}?\b(?:withheld|withhold|held back|kept back|retained|lost)\b"
    r"|\b(?:withhold|hold back|keep back|retain)\w* (?:up to )?\d{1,3} ?(?:%|per ?cent)",
    re.IGNORECASE,
)
_NEVER = late_pattern(
    r"\b(?:no (?:part|share|payment|money|sums?)|none of|neither)\b|\b(?:not|never|n['’]t) (?:be |been )?(?:\w+ly )?"
    r"(?:linked|tied|depend\w*|conditional|contingent|subject|wait\w*|withh\w+|held|kept|retain\w*|made|based|paid)\b",
    re.IGNORECASE,
)
_TERMS = late_pattern(
    r"\b(?:our|its|standard|model|general|(?:council|authority|trust|association|university|buyer)['’]?s?['’]?)"
    r" (?:(?:own|standard|usual|general|normal|model) ){0,2}(?:contract )?(?:terms\b(?! of (?:reference|use))"
    r"|conditions (?:of|for)\b)|\b(?:terms|conditions) (?:and conditions )?of (?:the |this |our )?contract\b"
    r"|\bcontract terms\b",
    re.IGNORECASE,
)
_SHARE = late_pattern(r"\b(?P<share>\d{1,3}(?:\.\d)?) ?(?:%|per ?cent)", re.IGNORECASE)
_RESULTS = late_pattern(r"\b(?:results|outcomes?|targets?)\b", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look for how the price is paid, in a contract of this value."""
    hard = apart(_hard(context))
    soft = [match for match in context.find("soft") if not match.denied and _is_of_payment(match)]
    soft = [*_regular(context), *soft]
    if not hard and not soft and (named := _named_terms(context)) is not None:
        return cannot_tell(f"the pack does not say how the price is paid, but {where_terms_are(context)}", named)
    if not hard and not soft:
        return not_applicable("the pack does not say how the price is paid", by_absence=True)
    worth = context.facts.contract_value
    if hard and worth is not None and worth.value.most > context.setting("large_contract"):
        return found(f"“{hard[0].words}”, in a contract worth {worth.value}", *hard)
    return judge(
        (Finding.at(match, words=match.words) for match in hard),
        passed="payment waits neither for results nor for a quarter to end",
        evidence=soft[:1],
    )


def _named_terms(context: Context) -> Match | None:
    """Where the pack names the terms of the contract, and does not hold them: those may say how the price is paid."""
    if context.terms is not None or context.documents(Role.TERMS):
        return None
    for passage in context.passages.having("terms", "conditions"):
        said = _TERMS.search(passage.text)
        if said is not None:
            return Match(passage, *said.span())
    return None


def _is_of_payment(match: Match) -> bool:
    text = match.passage.text
    if _AGREED.search(text, max(0, match.start - 60), match.start):
        return False
    asked = _ASKED.search(text, 0, match.start)
    return asked is not None or _PAID.search(sentence_about(text, match.start)) is not None


def _regular(context: Context) -> Iterator[Match]:
    """Words on payments or invoices that come each month or sooner."""
    for passage in context.passages.having("monthly", "month", "weekly"):
        said = _MONTHLY.search(passage.text)
        if said is not None and _REPORTS.search(said[0]) is None:
            yield Match(passage, *said.span())


def _hard(context: Context) -> Iterator[Match]:
    yield from _outright(context)
    yield from _withheld(context)
    yield from _achieved(context)


def _outright(context: Context) -> Iterator[Match]:
    for match in context.find("hard"):
        if not match.denied and not _is_small_share(context, match):
            yield match
    for passage in context.passages.having("arrears"):
        said = _LONG.search(passage.text)
        if said is not None:
            yield Match(passage, *said.span())
    for match in context.find("late"):
        if not match.denied and _is_of_payment(match):
            yield match
    for match in context.find("held"):
        if not match.denied and _is_of_payment(match) and _is_large_share(context, match):
            yield match


def _achieved(context: Context) -> Iterator[Match]:
    """Payment, or a good part of it, that waits until targets or outcomes are reached."""
    for passage in context.passages.having("target", "targets", "outcomes", "outcome"):
        for pattern in (_ACHIEVED, _KEPT_BACK):
            said = pattern.search(passage.text)
            if said is None:
                continue
            sentence = sentence_about(passage.text, said.start())
            match = Match(passage, *said.span())
            if _RESULTS.search(sentence) and not _NEVER.search(sentence) and not _is_small_part(context, sentence):
                yield match
                break


def _is_small_part(context: Context, sentence: str) -> bool:
    shares = [float(found["share"]) for found in _SHARE.finditer(sentence)]
    return bool(shares) and max(shares) <= context.setting("results_share")


def _withheld(context: Context) -> Iterator[Match]:
    """Money that is kept back for a time from what has been earned."""
    for passage in context.passages.having("retention"):
        words = passage.text if passage.row is None else " ".join(passage.row.cells)
        said = _RETENTION.search(words)
        match = Match(passage, 0, len(passage.text))
        if said is not None and "retention" in passage.text.lower() and not match.denied:
            at = max(passage.text.lower().find("retention"), 0)
            yield Match(passage, at, at + len("retention"))


def _is_large_share(context: Context, match: Match) -> bool:
    """Say whether more than a small part of the price waits."""
    shares = [float(found["share"]) for found in _SHARE.finditer(sentence_about(match.passage.text, match.start))]
    return bool(shares) and max(shares) > context.setting("results_share")


def _is_small_share(context: Context, match: Match) -> bool:
    """Say whether only a small part of the price waits for results."""
    if _RESULTS.search(match.words) is None:
        return False
    return _is_small_part(context, sentence_about(match.passage.text, match.start))
