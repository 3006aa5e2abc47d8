"""How many references of earlier work bidders must give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.asking import ASK, COUNT
from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.candidates import candidate
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.numbers import number
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_REFERENCE_THING = (
    r"(?:(?:written|satisfactory|relevant|recent|current|previous|past|client|customer|contract|trade|business"
    r"|commercial|professional|named|similar|comparable|suitable"
    r"|people or|bodies or|education(?:al)?|school|sector|public sector|housing|health(?:care)?|nhs|council"
    r"|local authority|contactable"
    r"|independent|separate|different|external|former|existing|other|work|project|service"
    r"|supporting)[ ,/]+(?:and |or )?){0,4}"
)
_REFERENCES = late_pattern(
    rf"(?P<least>\b(?:at least|minimum of|no fewer than|not less than|minimum) )?(?:\b(?:up to|maximum of"
    rf"|no more than) (?:a maximum of )?)?\b{COUNT}(?: \([^)]{{1,25}}\))?(?: ?[x×])? {_REFERENCE_THING}"
    r"(?P<thing>references?\b(?! (?:numbers?|sites? visit|codes?|to (?:the )?(?:section|clause|paragraph)))"
    r"|referees?\b|reference (?:sites?|contracts?|clients?|projects?)"
    r"|(?:example|instance)(?:\(s\)|s?\b)(?= (?:of|where|from|that|which)\b)"
    r"|(?P<who>people|persons?|bodies|customers?|clients?|firms"
    r"|organisations?)(?= (?:\w+ ){0,3}?(?:you (?:have )?(?:worked (?:for|with)|done)|who (?:knows?"
    r"|have used|can (?:tell|speak|vouch))|we (?:can|may|could) (?:ask|ring|call|contact|speak|talk|phone|write)"
    r"|whom we (?:can|may|could|might) (?:ask|ring|call|contact|speak|talk|phone|write)))"
    r"|(?P<yours>(?:of )?your (?:present|current|past|other|previous|own|recent) (?:customers?|clients?|funders?))"
    r"|(?P<work>(?:pieces?|items?) of (?:similar|comparable|relevant|earlier|previous|past) work"
    r"|contracts?|case stud(?:y|ies)|installations?|jobs?|sites?|schemes?|clients?|customers?"
    r"|organisations?|projects?|compan(?:y|ies)|councils?"
    r"|schools?)\b)",
    re.IGNORECASE,
)
_EARLIER = (
    r"similar|relevant|comparable|references?|referees?|contact (?:details|names?)|contacted"
    r"|who can be contacted|vouch|speak for|recommend you|for whom|to whom|where you"
    r"|(?:of|in) (?:the same|this|a like|like|equal) (?:kind|type|nature|size|scale|sort|value|field)|like this one"
)
_DONE = (
    rf"{_EARLIER}|private|public sector|customers?|clients?|last|past|previous|demonstrat\w+|delivered|undertaken"
    rf"|performed|examples?|experience|projects?"
)
_EARLIER_WORK = {
    kind: late_pattern(rf"\b(?:{words})\b", re.IGNORECASE)
    for kind, words in (
        ("co", _DONE),
        ("ca", _DONE),
        ("cl", _EARLIER),
        ("cu", _EARLIER),
        ("or", _EARLIER), ("sc", _EARLIER), ("in", _EARLIER), ("jo", _EARLIER), ("si", _EARLIER),
        ("pr", _EARLIER), ("pi", _EARLIER), ("it", _EARLIER),
    )
}
_ASKS = late_pattern(
    r"\bwhat (?:we|you|to)\b[\w ]{0,20}\b(?:need|want|see|send|ask|include)\b|\b(?:send|show|tell) us\b", re.IGNORECASE
)
_TALK = late_pattern(r"\b(?:talk|speak|ask|call|contact|ring|write)\b", re.IGNORECASE)
_COUNTED = late_pattern(
    r"\b(?:references?|reference (?:contracts?|projects?|sites?)|referees?)\s?(?:[:–(-]|[x×](?= ))\s?"
    rf"(?:a )?(?:minimum (?:of )?|at least |(?:no|not) more than |up to )?{COUNT}\b"
    r"(?!\d|[./]\d| ?%| (?:pages?|marks?|points?|words?|sides?|of (?:which|these|them))\b)",
    re.IGNORECASE,
)
_LABEL = late_pattern(
    r"\W{0,3}(?:[\w.]{1,4}[.)]? )?(?:(?:client|customer|trade|business|work|written|number of|names of|your) ){0,2}"
    r"(?:references?|referees?)(?: (?:required|needed|asked for|wanted|we ask for|to give))?\W{0,3}",
    re.IGNORECASE,
)
_HOW_MANY = late_pattern(
    r"\W{0,2}(?:(?:a )?minimum of |at least |up to |no more than )?(?:the (?:names|details) of )?"
    rf"{COUNT}(?! ?[%/]| (?:marks?|points?|pages?|words?|weeks?|days?|months?|years?|sides?)\b|[\d.,:]*\d)"
    r"(?P<more> ?\S)?",
    re.IGNORECASE,
)
_MARKED = late_pattern(r"\b(?:weight\w*|scores?|marks?|points|pages?|%|max\w*)", re.IGNORECASE)
_ASKING_HEAD = late_pattern(r"\b(?:ask|need|want|require\w*|number|how many)\b", re.IGNORECASE)
_OPENING = 4
"""Letters before an item of a list: its sign or letter."""
_ASKED_ROW = late_pattern(
    r"\W{0,4}(?:[a-z]?\d{0,2}(?:\.\d{1,2}){0,3}[.):]? )?"
    r"(?:(?:the )?(?:details?|evidence|names?|particulars|descriptions?|proof) of )?"
    r"(?:up to |at least |(?:a )?(?:minimum|maximum) of |no more than |your (?:last |latest )?)?",
    re.IGNORECASE,
)
"""What may stand before the number in a row that asks for earlier contracts with no verb."""
_ANSWERED = late_pattern(
    r"\b(?:answers?|respon[sd]\w*|questions?|points|marks|scores?|your|pass|evidence|requirements?)\b", re.IGNORECASE
)
"""Heads of the columns of a form or of a table of marks."""
_TOLD = late_pattern(
    r"\b(?:will|shall|is|are|were|was|has been|have been|council|authority|trust|we|our|lots?|managers?|officers?"
    r"|meetings?|a (?:week|month|year)|each (?:week|month|year|day)|visits?|per)\b",
    re.IGNORECASE,
)
"""Words of a row that tells of the contract that is let, and asks for nothing."""
_NUMBERED_PART = late_pattern(
    r"\b(?:section|part|appendix|annexe?|schedule|question|page|clause|item|chapter|module|volume|stage|step|form"
    r"|document|paragraph) $",
    re.IGNORECASE,
)
"""What a number counts that stands before a heading: "Section 8 References"."""
_GIVEN = late_pattern(r"\b(?:received|were|taken up|was)\b", re.IGNORECASE)
_TAKEN_UP = late_pattern(
    r"\b(?:we|council|trust|authority|board|panel|association|university) (?:\w+ )?(?:took|received|had|got|obtained"
    r"|checked|followed)(?: up)? (?:only |just |the )?$",
    re.IGNORECASE,
)
"""Words of references that were had for an earlier contract."""
_LET = late_pattern(
    r"\b(?:is|are|was|were|be|been) (?:let|re-let|awarded|tendered|advertised|run|managed) (?:by the|by us|last|this"
    r"|next|each|in (?:19|20)\d\d)\b|\bthe (?:council|authority|trust|board) (?:has|holds|runs|lets)\b",
    re.IGNORECASE,
)
"""Words of the buyer's own contracts."""
_NOT_REFERENCES = late_pattern(
    r"\b(?:bank(?:er'?s)? references?|credit references?|character references?|staff|employees?|recruit\w*"
    r"|volunteers?|candidates?|applicants?|workers?|personnel|tenanc\w+|tenants?"
    r"|pupils?|months? of|cross[- ]references?|terms of reference|reference numbers?|map|grid)\b",
    re.IGNORECASE,
)
_ABOUT_WORK = late_pattern(
    r"\b(?:references?|referees?|experience|similar|comparable|relevant|previous|past|track record|clients?|customers?"
    r"|contracts?|case stud\w+|undertaken|delivered|carried out)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the number of references, or of examples of earlier work, that each bidder must give."""
    work = statements(
        reading.passages.having(
            "referenc", "referee", "example", "case stud", "contracts", "clients", "customers", "similar", "people",
            "bodies", "installations", "comparable",
        )
    )
    return {"references_count": choose(each for statement in work for each in _references(statement))}


def _references(statement: Statement) -> Iterator[Candidate[int]]:
    text = statement.text
    if (
        not re.search(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", text, re.IGNORECASE)
        or statement.is_definition
        or len(text) > 900
    ):
        return
    counted = _counted(statement)
    if counted is not None:
        yield from counted
        return
    matches = list(_REFERENCES.finditer(text))
    outright = [match for match in matches if match["thing"].lower().startswith("refer")]
    for match in outright or matches:
        near = text[max(0, match.start() - 120) : match.end() + 160]
        if _NOT_REFERENCES.search(near) or statement.denies(match.start(), match.start()):
            continue
        if _NUMBERED_PART.search(text[max(0, match.start("count") - 12) : match.start("count")]):
            continue
        if (match["work"] and _LET.search(near)) or _TAKEN_UP.search(text[: match.start()]):
            continue
        if match["work"] and not _EARLIER_WORK[match["work"][:2].lower()].search(
            text[max(0, match.start() - 24) : match.end() + 110]
        ):
            continue
        named = match["thing"].lower().startswith("refer") or bool(match["who"] or match["yours"])
        bare = named and (len(text) < 40 or _TALK.search(text) is not None)
        bare = bare or (named and match.start() < _OPENING and not _GIVEN.search(text))
        bare = bare or _is_asked_row(statement, match)
        heading = statement.passage.place.heading
        bare = bare or (named and bool(heading) and _ASKS.search(heading[-1]) is not None)
        if not (bare or ASK.search(text)) or (not named and not _ABOUT_WORK.search(near)):
            continue
        count = number(match["count"])
        if count and 1 <= count <= 10:
            sure = Sure.HIGH if named else Sure.MEDIUM
            yield candidate(
                statement, statement.fact("references_count", int(count), match.start(), match.end(), sure)
            )


def _counted(statement: Statement) -> Sequence[Candidate[int]] | None:
    """Read "References: two", or such a row of a table; None where neither is there."""
    counted, rowed = _COUNTED.search(statement.text), _in_row(statement)
    if counted:
        told = int(number(counted["count"]) or 0)
        rowed = statement.fact("references_count", told, counted.start(), counted.end()) if 1 <= told <= 10 else None
    elif rowed is None:
        return None
    return () if rowed is None else (candidate(statement, rowed),)


def _is_asked_row(statement: Statement, match: re.Match[str]) -> bool:
    """Say whether a row of a form or of a table of marks asks for earlier work without a verb: "Three similar jobs"."""
    passage, text = statement.passage, statement.text
    if passage.row is None or _ASKED_ROW.fullmatch(text, 0, match.start()) is None:
        return False
    if _GIVEN.search(text) or _TOLD.search(text):
        return False
    asks = passage.role in (Role.FORM, Role.SELECTION, Role.EVALUATION)
    return asks or _ANSWERED.search(" ".join(passage.row.heads)) is not None


def _in_row(statement: Statement) -> Fact[int] | None:
    """Read the row "References | Two": a number alone in figures counts only where the head of its column asks."""
    row = statement.passage.row
    if row is None or statement.form != "row" or not _LABEL.fullmatch(row.label):
        return None
    heads = " ".join(row.heads)
    if _MARKED.search(heads):
        return None
    cells = [cell for cell in row.cells if cell.strip()]
    told = _HOW_MANY.match(cells[1]) if len(cells) > 1 else None
    if told is None or (told["count"].isdigit() and not told["more"] and not _ASKING_HEAD.search(heads)):
        return None
    count = int(number(told["count"]) or 0)
    return statement.fact("references_count", count) if 1 <= count <= 10 else None
