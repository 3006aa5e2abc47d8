"""Is anything left to fill in that the authority should have filled?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlint.checking import (
    BlockKind,
    Context,
    Finding,
    Match,
    Passage,
    Result,
    Role,
    judge,
    late_pattern,
    phrase_pattern,
    sentence_about,
    walk,
)

_FORMS = frozenset({Role.FORM, Role.PRICING, Role.SELECTION})
_SHAPES = late_pattern(
    r"\[(?=[^\]\n]{0,200}\])(?P<square>[^\]\n]{1,200})\]"
    r"|(?P<chevron>«[^»\n]{1,80}»|<<[^<>\n]{1,80}>>|<(?:insert|enter|add|state|name|date|value)[^<>\n]{0,80}>)"
    r"|(?P<crosses>(?<![\w£])(?:xx?/xx?/(?:20)?(?:xx|\d\d)"
    r"|xx(?:st|nd|rd|th)? (?:day of )?\w{2,9} (?:20)?(?:xx|\d\d)"
    r"|x{1,2}(?:am|pm)|x{3,12}(?!\w))|£\s?x{1,3}(?:,x{3}){0,3}(?![\w-]))",
    re.IGNORECASE,
)
_BLANK = late_pattern(
    r"^\W*(?:insert|enter|add|complete|state|specify|delete|select|choose|confirm|give|provide|name of|date of|tbc|tba"
    r"|drafting note|guidance note|note to|x{2,}|•|●|\.{2,}|…|_{2,})|\b(?:tbc|to be confirmed|to be inserted)\b"
    r"|^[\W_]*$|\b(?:insert|delete as appropriate|if applicable)\b",
    re.IGNORECASE,
)
_KIND = late_pattern(
    r"^(?:(?:FULL|YOUR|OUR|PROJECT|CONTRACT|OFFICER|CONTACT|COUNCIL|AUTHORITY|TRUST|DEPARTMENT|TEAM|JOB|START"
    r"|END|CLOSING|PORTAL"
    r"|PHONE|POST|WEB) ){0,2}(?:NAME|DATE|AMOUNT|TITLE|ADDRESS|E-?MAIL|TELEPHONE|NUMBER|VALUE|TIME|REFERENCE"
    r"|LINK|URL|COUNCIL"
    r"|AUTHORITY|TRUST)$"
)
_WORTH_HAVING = ("[", "«", "<", "xx", "£x")
_PROMPTS = frozenset({"prompt showing"})
_DRAFT = late_pattern(r"^\W*draft(?:\W.{0,40})?$|\bdraft v?\d|\bv\d{1,2}\.\d{1,2} draft\b", re.IGNORECASE)
_FORM_HEADING = late_pattern(
    r"\b(?:form of (?:tender|offer|quotation)|declarations?|certificates?|response (?:form|document|template)|signature"
    r"|(?:tender|quotation|bid|application|submission) form|pricing schedule|questionnaire|to be completed by)\b",
    re.IGNORECASE,
)
_MARKERS = frozenset({"FFFF00", "00FF00", "00FFFF", "FF00FF"})
"""The colours of the highlighter: yellow, green, turquoise and pink."""
_VERSION = late_pattern(
    r"^\W*draft\W{1,3}v(?:ersion)? ?\d|\bdraft v\d|^\W*draft for (?:comment|approval|review)|\bnot for issue\b",
    re.IGNORECASE,
)
_TICK = late_pattern(r"\b(?:yes|no|tick|check|n/a|agree|brackets)\b", re.IGNORECASE)
_SIGNED = late_pattern(
    r"\b(?:dated|day of|signed|signature|executed|witness\w*|in the presence of|between)\b", re.IGNORECASE
)
_LATER = late_pattern(
    r"^\W*(?:by|with|to|at|on|upon|following|after|during|in|before|once|prior to)\b[^.;]{0,40}?"
    r"\b(?:successful|award\w*|winning|appointed|preferred|contract|call-?off|start|mobili[sz]ation|inception|writing"
    r"|accordance|agreement|court|expert|order)\b",
    re.IGNORECASE,
)
_SHORT = 120
_LINE = 70
_LONG = 12
_MARGINS = frozenset({BlockKind.HEADER, BlockKind.FOOTER})


def check(context: Context) -> Result:
    """Look for brackets, crosses, TBC, highlighted gaps, prompts and DRAFT marks in what the authority wrote."""
    return judge(_once(_findings(context)), passed="no brackets to fill, TBC, prompts or DRAFT marks")


def _findings(context: Context) -> Iterator[Finding]:
    for passage in context.passages.having(*_WORTH_HAVING):
        yield from _shapes(context, passage)
    for match in context.find("unfinished"):
        if not _is_settled(context, match) and not _is_bracketed(match):
            yield Finding.at(match, words=match.words)
    for match in context.find("prompts"):
        if not _is_for_bidder(context, match.passage, ""):
            yield Finding.at(match, words=match.words)
    yield from _marks(context)
    yield from _highlights(context)
    for passage in context.passages.having("draft"):
        mark = _DRAFT if passage.block.kind in _MARGINS else _VERSION
        if passage.row is None and mark.search(passage.text[:_SHORT]):
            words = _clipped(passage.text)
            yield Finding.at(passage, words=words, message=f"The file is marked as a draft: “{words}”.")


def _clipped(text: str) -> str:
    """A line in a few words, cut between two of them."""
    return text if len(text) <= _LINE else f"{text[:_LINE].rpartition(' ')[0]} …"


def _shapes(context: Context, passage: Passage) -> Iterator[Finding]:
    for shape in _SHAPES.finditer(passage.text):
        inner = shape["square"]
        if inner is not None and not _is_gap(passage, inner):
            continue
        if not _is_for_bidder(context, passage, inner or shape[0]):
            yield Finding.at(Match(passage, shape.start(), shape.end()), words=shape[0])


def _is_gap(passage: Passage, inner: str) -> bool:
    """Say whether brackets hold a gap to fill: words that tell what to write, or in capitals the kind of thing."""
    if _BLANK.search(inner):
        return not _is_ticked(passage, inner)
    kind = passage.role is not Role.TERMS and _KIND.search(inner) is not None
    return kind and _SIGNED.search(passage.text) is None


def _is_ticked(passage: Passage, inner: str) -> bool:
    """Say whether the brackets are a box to tick, or a gap that stays open until the contract is signed."""
    if inner.strip():
        return passage.role is Role.TERMS and _SIGNED.search(passage.text) is not None
    text = passage.text
    return text.strip(" []") == "" or text.lstrip().startswith("[") or _TICK.search(text) is not None


def _is_bracketed(match: Match) -> bool:
    """Say whether the words stand in brackets, which are told as a whole."""
    return match.passage.text.rfind("[", 0, match.start) > match.passage.text.rfind("]", 0, match.start)


def _is_settled(context: Context, match: Match) -> bool:
    """Say whether somebody else is to settle it, later and on purpose: no gap that the writer forgot."""
    if match.words.isupper():
        return False
    text = match.passage.text
    after = text[match.end : match.end + _SHORT]
    if _LATER.search(after) or _has(context, "by_bidder", after[:40]):
        return True
    return match.passage.role is Role.TERMS and len(sentence_about(text, match.start).split()) > _LONG


def _marks(context: Context) -> Iterator[Finding]:
    for document in context.documents():
        if document.role in _FORMS:
            continue
        for mark in document.structure.marks:
            if mark.kind in _PROMPTS or (mark.kind == "watermark" and "draft" in mark.text.lower()):
                told = f"The pages are marked as a draft: “{mark.text}”." if mark.kind == "watermark" else ""
                yield Finding.at(mark.place, quote=mark.text, words=mark.text, message=told)


def _highlights(context: Context) -> Iterator[Finding]:
    for document in context.documents():
        if document.role in _FORMS:
            continue
        for block in walk(document.blocks):
            for span in block.spans:
                words = block.text[span.start : span.end].strip()
                if span.look is not None and span.look.background in _MARKERS and 0 < len(words) <= _SHORT:
                    message = f"Words are still highlighted: “{words}”."
                    yield Finding.at(block, quote=words, words=words, message=message)


def _is_for_bidder(context: Context, passage: Passage, inner: str) -> bool:
    """Say whether a blank is for the bidder: by its own words, or because it stands in a form."""
    if _has(context, "by_buyer", inner):
        return False
    if _has(context, "by_bidder", inner):
        return True
    return passage.role in _FORMS or _FORM_HEADING.search(passage.headings) is not None


def _has(context: Context, name: str, words: str) -> bool:
    return bool(words) and phrase_pattern(context.card.phrases[name]).search(words) is not None


def _once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Tell the same words of one document once, with how often they stand there."""
    kept: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        document = finding.place.document if finding.place else ""
        kept.setdefault((document, finding.values.get("words", "").casefold(), finding.message), []).append(finding)
    for same in kept.values():
        times = len({finding.place for finding in same})
        values = {**same[0].values, "times": f" ({times} times)" if times > 1 else ""}
        yield replace(same[0], values=values)
