"""How soon invoices are paid, and whether TUPE applies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import PASSING, STATED, TABLED, Candidate, choose
from tenderlint.facts.numbers import number
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, holds_any, statements
from tenderlint.patterns import late_pattern

_DAYS = late_pattern(
    r"\b(?P<count>\d{1,3}|ten|fourteen|fifteen|twenty(?:[- ](?:one|eight))?|twenty|thirty|forty[- ]five|sixty"
    r"|ninety|seven|five)(?: ?\((?:\d{1,3}|[a-z-]{3,12})\))?"
    r"(?: (?:calendar|working|clear|business))?[ -]days?\b|\bnet ?(?P<net>\d{2})\b"
    r"|\b(?P<weeks>one|two|three|four|six|eight|[1-8]|a) (?P<unit>week|fortnight)s?\b(?! (?:notice|holiday|period))",
    re.IGNORECASE,
)
_PAY = late_pattern(
    r"\b(?:pays?|paid|payments?|payable|settled?|paying|remit|in arrears"
    r"|(?:invoices|bills|accounts) (?:are|will be|shall be) (?:met|honoured|cleared))\b",
    re.IGNORECASE,
)
_INVOICE = late_pattern(
    r"\b(?:invoices?|invoiced|(?:your|the|an?|each) bills?|payment terms?|payments? (?:will|shall|is|are|to"
    r"|period|within)|terms of payment"
    r"|payment days|sums? due|month end|final date for payment|payments? ?(?=[:|–])"
    r"|(?:accounts?|bills?) (?:will|shall|are|is) (?:be )?(?:paid|settled|met|cleared|honoured)|payment \d+ days"
    r"|(?:we|council|trust|authority|university|board|foundation|college|school|charity|association|department)"
    r" (?:normally |usually |will |shall ){0,2}(?:pays?|settles?)(?= (?:within|in|each|all|every|on|monthly|weekly"
    r"|quarterly|four-weekly|\d))"
    r"|(?:monthly|weekly|quarterly|four-weekly),? in arrears"
    r"|(?:settles?|pays?) (?:all |our |your |any |such )?(?:bills|accounts)"
    r"|(?:provider|contractor|supplier|consultant|bidder)s? (?:is|are|will be|shall be) paid"
    r"|certificates?|valuations?|applications? for payment|pay (?:suppliers|you"
    r"|the (?:contractor|supplier|provider|consultant)))\b",
    re.IGNORECASE,
)
_FOREIGN = late_pattern(
    r"\bsub-?(?:contractors?|consultants?)\b|\bsupply chain\b|\b9\d ?%(?: of)? (?:all |its |their |your "
    r"|our )?(?:supplier )?(?:invoices|payments)|\baverage\b|\bpercentage of\b"
    r"|\bterminat\w+|\bexpenses claim\b|\bdeposit\b|\breclaim\w*|\bovercharg\w+|\boverpa\w+"
    r"|\b(?:contractor|supplier|provider|consultant|tenderer|bidder|franchisee|tenant) (?:shall|must|will) (?:pay"
    r"|repay|reimburse|refund)\b|\binterest (?:at|on|of|shall|is)\b"
    r"|\bliquidated\b|\bservice credits?\b|\bvalid for\b|\bopen for acceptance\b|\bnotice\b",
    re.IGNORECASE,
)
_OF_INVOICE = late_pattern(
    r"^[\s,]{0,2}(?:net )?(?:from|of|after|following) (?:the )?(?:date (?:of|on) )?(?:the |your |a )?(?:receipt of )?"
    r"(?:an? |the |your )?(?:valid |correct |proper |undisputed |properly rendered ){0,2}(?:invoice|bill"
    r"|valuation)s?\b|^[\s,]{0,2}(?:after|from when|of when|from the day|once) (?:you|they) (?:send (?:us |in )?(?:a"
    r"|the|your) )?"
    r"(?:bill|invoice)\b",
    re.IGNORECASE,
)
_UNITS = (" day", "-day", "net", "week", "fortnight")
_HOPED = late_pattern(r"^ (?:where(?:ver)?|if|when(?:ever)?|as far as) possible\b", re.IGNORECASE)
_CLAUSE = late_pattern(r"[,;.]| and ")
_PAID_AFTER = late_pattern(
    r"^[^.;]{0,70}\b(?:invoices?|receipt|month end|month)\b[^.;]{0,60}\b(?:pay|paid|payment)\b"
    r"|^ ?(?:net )?(?:payment )?terms\b",
    re.IGNORECASE,
)
_NO_TERM = late_pattern(
    r"\badvance payments?\b[^.;]{0,60}$|\bnot (?:receive[ds]?|been paid|(?:be )?paid)\b[^.;]{0,80}$", re.IGNORECASE
)
"""Money before the work, and what follows when none comes, are no term of payment."""
_NOT_PAY = late_pattern(
    r"\b(?:dispute[ds]?|query|queries|reject(?:ed)?|notif(?:y|ied)|verify|submit(?:ted)?|issued?|raised?|rendered"
    r"|sent|return(?:ed)?|receipt of goods|acceptance)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)

_TUPE = late_pattern(
    r"\bTUPE\b|\bTransfer of Undertakings\b|\bTransfer Regulations\b|\bTUPE regulations\b", re.IGNORECASE
)
_THING = r"(?! (?:[\w-]+ )?(?:surcharges?|risks?|premiums?|employees?|costs?|advice|clauses?|indemnit\w+)\b)"
"""What has TUPE in its name and is not TUPE: "the TUPE premium shall apply" does not say that TUPE applies."""
_TUPE_NO = late_pattern(
    rf"\bTUPE\b{_THING}[^.;]{{0,90}}\b(?:(?:will|does|do|would|shall|is|are|should|did)(?: \w+)? ?(?:not"
    r"|n['’]t)(?: \w+){0,3} ?(?:apply|applicable|relevant|arise|considered|expected|anticipated|envisaged|thought"
    r"|believed|deemed|likely)|not (?:applicable|apply|relevant)|n/a|none|inapplicable|unlikely to apply)\b"
    r"|\b(?:no|nil) TUPE\b|\bnot (?:consider|believe|think|expect|anticipate|envisage"
    r"|aware)\w*\b[^.;]{0,60}\bTUPE\b|\b(?:no|not) (?:staff|employees?|persons?)\b[^.;]{0,60}\b(?:TUPE"
    r"|transfer)\b"
    r"|\bTransfer of Undertakings\b[^.;]{0,110}\b(?:(?:will|does|do|shall|is)(?: \w+)? ?(?:not|n['’]t) (?:apply"
    r"|applicable)|not (?:applicable|apply))\b|\bTUPE\b\W{1,4}no\b",
    re.IGNORECASE,
)
_TUPE_YES = late_pattern(
    r"\bTUPE\b(?: regulations)?\)? (?:also |therefore )?appl(?:y|ies)\b"
    rf"|\bTUPE\b{_THING}[^.;]{{0,80}}?\b(?:(?:will|shall"
    r"|does|do|would|is likely to|are likely to|is expected to"
    r"|should) (?:also |therefore |probably |be )?(?:apply|applicable|applied)|applies\b|is (?:considered "
    r"|likely |thought |believed |expected |deemed )*(?:to be )?(?:to apply|applicable|relevant))"
    r"|\b(?:Transfer of Undertakings|Transfer Regulations)\b[^.;]{0,110}?\b(?:(?:will|shall|is likely to) apply"
    r"|applies\b|is applicable)"
    r"|\b(?:staff|employees?|workers?|team)\b[^.;]{0,60}\b(?:will|shall|are expected to"
    r"|likely to) (?:\w+ )?transfer\b[^.;]{0,60}\b(?:TUPE|Transfer of Undertakings)"
    r"|\bTUPE (?:transfer )?(?:list|information|data|schedule)\b[^.;]{0,60}\b(?:attached|enclosed|appended"
    r"|at (?:appendix|annex|schedule)|in (?:appendix|annex|schedule)|available|provided|supplied|is set out)"
    r"|\b(?:subject to|has|have|carries|involves?) TUPE\b(?! (?:regulations|advice|law))|\bTUPE\b\W{1,4}(?:yes"
    r"|applies|applicable)\b|\beligible (?:for|to) (?:TUPE|transfer under TUPE)",
    re.IGNORECASE,
)
_LOT = late_pattern(
    r"\blot (?:no\.? ?|number )?(\d{1,2}|[a-h]\b|one|two|three|four|five)\b(?!\w| ?(?:and|&|,|to|or|–|-) ?(?:lot )?\d)",
    re.IGNORECASE,
)
_UNSURE = late_pattern(
    r"\b(?:if|whether|where|may|might|could|should TUPE|in the event|to the extent|extent to which|any|potential\w*"
    r"|possible|seek\b[^.;]{0,30}\badvice|satisfy themselves|own (?:view|opinion|advice|legal))\b",
    re.IGNORECASE,
)
_THOUGHT = late_pattern(
    r"\b(?:think|thinks|believes?|considers?|expects?|anticipates?|understands?|(?:our|its) (?:view|opinion"
    r"|understanding)|likely|probably|(?:is|are) (?:thought|believed|expected|considered|understood))\b",
    re.IGNORECASE,
)
"""The buyer's own view of the law, which may be wrong."""


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the days within which invoices are paid, and "applies", "does-not-apply" or "mentioned" for TUPE."""
    passages = reading.passages
    days = statements(
        passages.having("invoice", "payment", "bill", "to pay ", "shall pay", "will pay", "be paid", "are paid",
                        "we pay", "pays within", "settle", "pays each", "pays all", "pays monthly",
                        "pay monthly", "paid monthly",
                        "in arrears")
    )
    tupe = statements(passages.having("tupe", "transfer of undertakings", "transfer regulations"))
    return {
        "payment_days": choose(each for statement in days for each in _payment(statement)),
        "tupe": _lot_by_lot(choose(each for statement in tupe for each in _tupe(statement))),
    }


def _of_invoice(text: str) -> bool:
    """Whether some days are counted from an invoice: "30 days from invoice"."""
    return any(_OF_INVOICE.match(text[match.end() :]) for match in _DAYS.finditer(text))


def _payment(statement: Statement) -> Iterator[Candidate[int]]:
    text = statement.text
    if not holds_any(text.lower(), _UNITS):
        return
    context = f"{statement.about[-120:]} {text}"
    if statement.is_definition or statement.is_option or not (
        _of_invoice(text) or (_PAY.search(context) and _INVOICE.search(context))
    ):
        return
    for match in _DAYS.finditer(text):
        if _FOREIGN.search(text[: match.end()]) or _FOREIGN.search(_CLAUSE.split(text[match.end() :])[0]):
            continue
        before = text[max(0, match.start() - 130) : match.start()]
        after = text[match.end() : match.end() + 110]
        row = statement.passage.row is not None or len(text) < 90
        if _HOPED.match(after):
            continue
        named = _PAY.search(before) or _OF_INVOICE.match(after)
        if not named and not (_PAID_AFTER.search(after) or (row and _PAY.search(context))):
            continue
        if _NOT_PAY.search(before) or _NO_TERM.search(before) or (match["net"] and not _PAY.search(text)):
            continue
        count = _days_in(match)
        if count and 5 <= count <= 120:
            strength = TABLED if statement.passage.row else STATED
            yield Candidate(
                statement.fact("payment_days", count, match.start(), match.end()),
                strength,
                statement.passage.role,
            )
            return


def _days_in(match: re.Match[str]) -> int | None:
    if match["weeks"]:
        weeks = 1 if match["weeks"].lower() == "a" else number(match["weeks"])
        return None if weeks is None else int(weeks) * (14 if match["unit"].lower() == "fortnight" else 7)
    count = number(match["count"] or match["net"])
    return None if count is None else int(count)


def _tupe(statement: Statement) -> Iterator[Candidate[str]]:
    text = statement.text
    word = _TUPE.search(text)
    if word is None or statement.is_option:
        return
    no, yes = _TUPE_NO.search(text), _TUPE_YES.search(text)
    role = statement.passage.role
    strength = TABLED if statement.passage.row else STATED
    if (
        no
        and not statement.is_definition
        and not re.search(r"\b(?:if|whether|where)\b", text[: no.end()], re.IGNORECASE)
    ):
        fact = statement.fact("tupe", "does-not-apply", no.start(), no.end(), why=_of_lot(statement))
        yield Candidate(fact, strength, role)
    elif yes and not statement.is_definition and not _is_unsure(text, yes):
        sure = Sure.MEDIUM if _THOUGHT.search(text, 0, yes.end()) else Sure.HIGH
        fact = statement.fact("tupe", "applies", yes.start(), yes.end(), sure, why=_of_lot(statement))
        yield Candidate(fact, strength, role)
    else:
        yield Candidate(statement.fact("tupe", "mentioned", word.start(), word.end(), Sure.MEDIUM), PASSING, role)


def _lot_by_lot(facts: Sequence[Fact[str]]) -> Sequence[Fact[str]]:
    """Where the statement that counts is of one lot, have the first of each other lot count beside it."""
    lots = {_lot_in(fact) for fact in facts if fact.chosen}
    if not any(lots):
        return facts
    out: list[Fact[str]] = []
    for fact in facts:
        lot = _lot_in(fact)
        out.append(fact if fact.chosen or not lot or lot in lots else fact.choose())
        lots.add(lot)
    return out


def _lot_in(fact: Fact[str]) -> str:
    return next((part for part in fact.why.split("; ") if part.startswith("of lot ")), "")


def _of_lot(statement: Statement) -> str:
    """Say which lot a statement is of: the one that it names, or that its heading names."""
    for words in (statement.text, *statement.passage.place.heading[-1:]):
        lots = {match[1].upper() for match in _LOT.finditer(words)}
        if lots:
            return f"of lot {lots.pop()}" if len(lots) == 1 else ""
    return ""


def _is_unsure(text: str, yes: re.Match[str]) -> bool:
    """Whether "applies" is said of a possibility, of the law in general, or of the contract's end."""
    if _UNSURE.search(text[max(0, yes.start() - 60) : yes.end()]):
        return True
    return re.match(
        r"[^.;,]{0,12}\b(?:if|when|where|to (?:two|any|all|every|such))\b", text[yes.end() :], re.IGNORECASE
    ) is not None or (
        re.search(r"\b(?:on|upon|at) (?:the )?(?:termination|expir\w+|exit|end)\b", text, re.IGNORECASE) is not None
    )
