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
    r"^\W*(?:\d{1,2}[.)]\W{1,3})?(?-i:DRAFT)\W{1,5}[^.;]{0,60}?\b(?:to|must|needs? to|still to) (?:be )?(?:check"
    r"|agree|confirm"
    r"|approv|review|finali[sz]|sign|complet|updat)\w*|\b(?-i:DRAFT)\W{1,5}(?:do )?not for (?:issue|publication"
    r"|circulation"
    r"|release)\b|\bnot to be (?:issued|published) (?:until|before)\b"
    r"|^\W*draft\W{1,3}v(?:ersion)? ?\d|\bdraft v\d|^\W*draft for (?:comment|approval|review)|\bnot for issue\b",
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
_SETTLE = (
    r"(?:confirm|advise|check|complete|add|review|update|supply|provide|insert|decide|agree|clarify|verify|send|write"
    r"|draft|fill|approve|finali[sz]e|revise|amend|sign off)"
)
_TASK = late_pattern(
    rf"^\W{{0,3}}(?:note ?[:–-] ?)?(?P<who>(?:[\w'’&/.-]{{1,30}} ){{1,5}}?)to (?:also |please )?(?P<what>{_SETTLE})\b",
    re.IGNORECASE,
)
"""Somebody is told to settle something: “Estates to confirm”."""
_NO_TASK = late_pattern(
    r"\b(?:rights?|dut(?:y|ies)|wish(?:es)?|able|unable|ability|powers?|failure|options?|opportunit(?:y|ies)|chance"
    r"|refus\w+|applicable|agree[sd]?|required|requires?|subject|according|prior|due|relat\w+|reference|referred"
    r"|order|as"
    r"|how|when|where|what|which|whether|if|why|forms?|questions?|sections?|parts?|boxes|documents?|time|days?|weeks?"
    r"|link|page|guide|guidance|notes?|has|have|is|are|was|were|will|shall|must|may|can|would|invited|asked)(?: |$)",
    re.IGNORECASE,
)
_OPEN = late_pattern(
    r"\bto be (?:advised|agreed|decided|determined|finali[sz]ed|announced|clarified|verified|settled)\b(?P<then>.*)"
    r"|^\W*to be (?:added|supplied|provided|updated|completed|checked|given|drafted|written)\b(?P<after>.*)"
    r"|\bto be (?:added|supplied|provided|updated|completed|checked|drafted|written) (?:by|before|once|when|later"
    r"|shortly|soon)\b(?P<rest>.*)"
    r"|\bto (?:follow|come)(?=\W*$| (?:from|by|before|when|once|shortly|soon|later|here)\b)"
    r"|^\W*await(?:ing|ed)\b|\b(?:awaited|pending)\W*$|^\W*check (?:with|this|whether|that)\b"
    r"|\bneed(?:s|ed)? (?:from|checking|updating|confirming|confirmation|to (?:be )?(?:added|checked|confirmed"
    rf"|updated|{_SETTLE}))\b"
    r"|^\W*(?:is|are|do|does|should|can) (?:this|these|we|it|they)\b[^?]{1,120}\?\W*$",
    re.IGNORECASE,
)
"""Something is still open: “date to follow”, “figure to be agreed”, “check with legal”."""
_BY = late_pattern(r"\bby\b[^,;]{0,40}", re.IGNORECASE)
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
        if inner is not None and _is_left_open(context, passage, inner):
            yield Finding.at(Match(passage, shape.start(), shape.end()), words=shape[0])
            continue
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


def _is_left_open(context: Context, passage: Passage, inner: str) -> bool:
    """Say whether brackets tell somebody of the buyer's to settle a thing, or say that it is not settled."""
    task = _TASK.search(inner)
    before = passage.text[: passage.text.find(f"[{inner}]")]
    if before.rfind("“") > before.rfind("”") or (passage.role is Role.TERMS and _SIGNED.search(passage.text)):
        return False
    if task is None or _NO_TASK.search(task["who"]):
        return passage.role is not Role.TERMS and _is_unsettled(context, passage, inner)
    if _has(context, "by_bidder", task["who"]):
        return False
    if _is_in_form(passage):
        return _has(context, "by_buyer", task["who"]) and task["what"].lower() != "complete"
    return True


def _is_unsettled(context: Context, passage: Passage, inner: str) -> bool:
    """Say whether brackets say of something that it is still open, and leave it neither to bidders nor for later."""
    open_thing = _OPEN.search(inner)
    if open_thing is None or _is_in_form(passage):
        return False
    then = open_thing["then"] or open_thing["after"] or open_thing["rest"] or ""
    by = _BY.search(inner)
    return _LATER.search(then) is None and not _has(context, "by_bidder", by[0] if by else then[:40])


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
    return _is_in_form(passage)


def _is_in_form(passage: Passage) -> bool:
    return passage.role in _FORMS or _FORM_HEADING.search(passage.headings) is not None


def _has(context: Context, name: str, words: str) -> bool:
    return bool(words) and context.says(name, words)


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
