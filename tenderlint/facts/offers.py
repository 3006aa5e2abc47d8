"""Accessible formats of the pack itself that are offered to bidders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.choose import Candidate, choose
from tenderlint.facts.reading import Reading
from tenderlint.facts.statements import Statement, statements
from tenderlint.model import Role
from tenderlint.patterns import late_pattern

_FORMATS = (
    ("large print", r"large[- ]print|larger (?:print|font|type)|bigger (?:print|font|type)"),
    ("braille", r"braille"),
    ("audio", r"audio(?: ?(?:tape|cd|file|format|version|recording)s?)?|on tape|spoken version"),
    ("easy read", r"easy[- ]?read"),
    ("bsl", r"\bbsl\b|british sign language|sign(?:ed)? (?:language )?video"),
    ("word", r"(?-i:Word)(?: (?:format|version|document|file)s?)?(?= |,|\.|;|$)(?! (?:count|limit)s?\b)"),
    ("electronic", r"electronic (?:format|version|cop(?:y|ies))|accessible pdf(?: documents?| versions?)?"
                   r"|screen[- ]?reader"),
    ("plain text", r"plain[- ]text"),
    ("translation", r"(?:other|another|different|community|alternative) languages?|translat\w+"),
    ("read aloud", r"read (?:(?:it|this|them|these|(?:all|any|parts?) of (?:it|this|them)|th(?:e|is|ese) \w+) )?"
                   r"(?:out |aloud |out loud )?(?:to you|over the (?:tele)?phone)\b"),
    ("alternative formats", r"(?:alternative|other|another|accessible|different|alternate|any other|particular"
                            r"|suitable) (?:accessible )?formats?|(?:alternative|accessible) versions?"
                            r"|in a format (?:that|which)"),
)  # fmt: skip
_PATTERNS = tuple((name, late_pattern(rf"\b(?:{words})", re.IGNORECASE)) for name, words in _FORMATS)
_PACK = late_pattern(
    r"\b(?:this|these|the|our|any|all|of|your)(?: (?:of|our|the|these|invitation to|tender|procurement|bid"
    r"|quotation|itt|rfq|application|whole|written|\w+ion)){0,9} "
    r"(?:documents?|documentation|packs?|information|itt|invitation|papers?|forms?|guide|specification"
    r"|publication|text|material|tender|leaflet|booklet|version|prospectus|brief|guidance|notice|questionnaire"
    r"|letter)\b"
    r"|\b(?:need|want|require|like|request|receive|have|get|prefer|supply|provide) (?:it|them)\b|\b(?:it"
    r"|they) (?:is|are|can be) (?:also )?(?:available|provided|supplied)\b|\bavailable in\b"
    r"|\bavailable on request\b|\bcop(?:y|ies) (?:of this|in)\b|\bsend (?:you )?(?:this|it)\b",
    re.IGNORECASE,
)
_OFFER = late_pattern(
    r"\b(?:available|request(?:ed)?|on request|upon request|(?:can|will|could|may) (?:also )?(?:be )?(?:provid"
    r"|suppl|ma[dk]|send|sent|give|produce|arrange|offer)\w*|may be had|just ask|if you (?:need|require|would|want"
    r"|prefer|have)"
    r"|versions? (?:come|arrive|are sent|follow)|if any(?:thing| of this) is hard"
    r"|(?:need|require|want|would like|would prefer)\b[^.;]{0,50}\b(?:in|format|version|copy)|please (?:contact"
    r"|ask|tell|let|call|email|ring|telephone|phone)|contact us|call us|let us know|ask us|happy to|(?:can|may"
    r"|could) (?:also )?(?:ask|have)|needs? this)\b",
    re.IGNORECASE,
)
_OTHERS = late_pattern(
    r"\b(?:the |a |successful )?(?:contractor|supplier|provider|service provider|consultant|tenderer|bidder"
    r"|tenderers|bidders|suppliers|providers|service|organisation|website|app|system|portal|platform"
    r"|solution)(?:'s|s)?"
    r" (?:shall|must|will|should|is expected|are expected|to (?:provide|produce|ensure|offer)|can|may|is required"
    r"|are required|needs?)\b"
    r"|\b(?:service users?|customers?|patients?|residents?|clients?|tenants?|pupils?|passengers?"
    r"|members of the public|visitors|learners|citizens|participants)\b|\bdeliverables?\b|\bpublicity\b"
    r"|\bmarketing\b"
    r"|\b(?:leaflets?|newsletters?|reports?) (?:shall|must|should|to be|will)\b|\bhow (?:will|would|do"
    r"|does) you\b|\bdescribe\b|\byou(?:r organisation)? (?:shall|must|will (?:provide|produce|ensure))\b"
    r"|\b(?:submit|submitted|submissions?|responses?|bids?|tenders?) (?:must|should|shall|will|may"
    r"|can) (?:be )?(?:not )?(?:submitted |provided |received )?(?:in|be in)\b",
    re.IGNORECASE,
)
_ASKED = late_pattern(
    r"\b(?:bidders?|tenderers?|suppliers?|applicants?|organisations?|anyone|you) (?:who |that |which )?(?:may|can"
    r"|should|wish|need|require|want|would like|with (?:a )?disabilit)",
    re.IGNORECASE,
)
_ANY = "alternative formats"
_FILES = frozenset(("electronic", "plain text", "word"))
_ROLES = (Role.TERMS, Role.SPECIFICATION, Role.PRICING, Role.TUPE)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return the offers of the pack in other formats; each value lists the formats in the order of a fixed list."""
    passages = reading.passages.having(
        "print",
        "larger font",
        "bigger font",
        "braille",
        "audio",
        "easy",
        "bsl",
        "sign language",
        " format",
        "language",
        "accessible version",
    )
    return {
        "accessible_formats_offered": choose(each for statement in statements(passages) for each in _offer(statement))
    }


def _offer(statement: Statement) -> Iterator[Candidate[tuple[str, ...]]]:
    text = statement.text
    formats = [(name, match) for name, pattern in _PATTERNS if (match := pattern.search(text))]
    names = [name for name, _ in formats]
    if not formats or set(names) <= _FILES or statement.is_option or len(text) > 900:
        return
    known = set(names) - {*_FILES, _ANY, "translation"}
    if not _OFFER.search(text) or not (
        _PACK.search(text) or re.search(r"\b(?:formats?|accessib\w+)\b", statement.about, re.IGNORECASE)
    ):
        return
    if _OTHERS.search(text) and not _ASKED.search(text):
        return
    if known <= {"bsl"} and re.search(r"\binterpret(?:er|ation|ing)\b", text, re.IGNORECASE):
        return
    if statement.passage.role in _ROLES and not re.search(
        r"\bthis (?:brief|document|invitation|pack|prospectus|specification|information)\b", text, re.IGNORECASE
    ):
        return
    if statement.denies(formats[0][1].start(), formats[0][1].end()) or re.search(
        r"\bfile formats?\b|\.docx?\b|\bzip\b|\bexcel\b", text, re.IGNORECASE
    ):
        return
    if (
        not known
        and names == [_ANY]
        and re.search(
            r"\b(?:alternative|other) format(?:s)? (?:of|for) (?:tender|bid|respon|submi)", text, re.IGNORECASE
        )
    ):
        return
    start, end = min(match.start() for _, match in formats), max(match.end() for _, match in formats)
    sure = Sure.HIGH if known or _ANY in names else Sure.MEDIUM
    if known:
        names = [name for name in names if name != _ANY]  # "another format such as ..." only leads to those named
    yield Candidate(
        statement.fact("accessible_formats_offered", tuple(names), start, end, sure), role=statement.passage.role
    )
