"""Is every appendix, schedule, form and document that the pack names in the pack?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlint.checking import (
    BlockKind,
    Context,
    Extent,
    Finding,
    Match,
    Outcome,
    Result,
    Role,
    about,
    attachments,
    clip,
    found,
    late_pattern,
    sentence_at,
)

MOST_NAMED = 6
"""Names at most in the line that sums up; all are listed as findings."""
_AWAY = "which are not in the pack and can only be seen somewhere"
_ROOMS = (
    "office", "hall", "reception", "centre", "headquarters", "library", "depot", "premises", "building",
)  # fmt: skip
_ROOM = (
    r"(?:(?:town|city|county|civic|village|parish|council|trust|school|head|main|our|the|its|shire|community|area"
    r"|estate)(?:['’]s)? ){1,4}(?:offices?|hall|reception|centre|headquarters|library|depot|premises|building)\b"
)
_SEEN = r"(?:seen|viewed|inspected|read|looked at|consulted|examined)"
_IN_A_ROOM = late_pattern(
    r"\b(?P<what>terms(?: (?:and|&) conditions)?|conditions(?: of contract)?)\b(?! of (?:use|employment|participation))"
    r"[^.;]{0,60}?(?:[.;] (?:you|bidders|tenderers|suppliers|they|these|copies)\b|\b)[^.;]{0,30}?"
    rf"(?:\b(?:can|may|are|is) (?:only )?(?:be |available to be )?{_SEEN}\b"
    r"|\b(?:can|may|could) (?:only )?(?:see|view|inspect|read|look at|consult|examine) (?:them|these|it|a copy"
    r"|copies)\b"
    r"|\b(?:is|are)? ?(?:available|open|kept) (?:for inspection|to (?:see|view|inspect|read)|for viewing)\b)"
    rf"[^.;]{{0,30}}? (?:at|in) {_ROOM}",
    re.IGNORECASE,
)
_SENT = late_pattern(
    r"https?://|www\.|\bweb ?site|\bon ?line\b|\bportal\b|\bon request\b|\b(?:e-?mail|post|send|sent)\b[^.;]{0,40}?"
    r"\b(?:cop(?:y|ies)|them)\b|\bcop(?:y|ies)\b[^.;]{0,40}?\b(?:sent|e-?mailed|posted|obtained|asked for)\b"
    r"|\b(?:attached|enclosed|appended|set out (?:in|below)|below|in (?:this|the) (?:pack|appendix|annex|schedule))\b",
    re.IGNORECASE,
)
"""Another way to the same terms."""
MOST_SHOWN = 3
"""Parts at most that are shown where all are there."""


def check(context: Context) -> Result:
    """List each named part that no file, heading or title of the pack is."""
    gone = attachments.missing_parts(context.passages)
    missed = attachments.missing_documents(context.passages)
    numbered = attachments.named_parts(context.passages)
    lost = [each for each in missed if not any(_is_one(part, each) for part in numbered)]
    away = _seen_elsewhere(context)
    if not gone and not lost and not away:
        unread = any(document.extent is not Extent.FULLY for document in context.pack.documents)
        return _all_there(attachments.counted_parts(context.passages), "what was read" if unread else "the pack")
    findings = [_finding(context, part) for part in gone]
    findings.extend(Finding.at(part.passage, name=part.name, lacks="which is not in the pack") for part in lost)
    findings.extend(Finding.at(match, quote=_around(match), name=name, lacks=_AWAY) for name, match in away)
    result = Result(
        outcome=Outcome.FAILED,
        reason=_summary(context, [*(part.name for part in (*gone, *lost)), *(name for name, _ in away)]),
        findings=tuple(findings),
    )
    if any(document.extent is not Extent.FULLY for document in context.pack.documents):
        return replace(
            result,
            by_absence=True,
            nearest=tuple(
                replace(finding, message=f"{finding.values['name']} was not found") for finding in findings[:10]
            ),
        )
    return result


def _seen_elsewhere(context: Context) -> list[tuple[str, Match]]:
    """Where the pack says that the terms of the contract can be seen in some room, and does not hold them itself."""
    if context.terms is not None or context.documents(Role.TERMS):
        return []
    rooms = {passage.index for passage in context.passages.having(*_ROOMS)}
    for passage in context.passages.having("terms", "conditions") if rooms else ():
        if passage.index not in rooms or passage.role is Role.NOTICE or _SENT.search(passage.text):
            continue
        for said in _IN_A_ROOM.finditer(passage.text):
            return [(f"the {said['what'].lower()} of contract", Match(passage, *said.span()))]
    return []


def _around(match: Match) -> str:
    """The words from the terms to the room, whole sentences where they are short."""
    start, end = sentence_at(match.passage.text, match.start)[0], sentence_at(match.passage.text, match.end - 1)[1]
    return clip(match.passage.text[start:end], 0, 0)


def _is_one(part: attachments.Part, listed: attachments.Listed) -> bool:
    """Say whether a listed paper is a part that is judged by its number, by its name or a title that is in it."""
    if attachments.is_listed(part, [listed]):
        return True
    return any(" " in title and title.lower() in listed.name.lower() for title in part.titles)


def _all_there(parts: Sequence[attachments.Counted], by: str) -> Result:
    """Say how many parts are there, and show where the first of them are named."""
    if not parts:
        lacks = "does not hold" if by == "the pack" else "the pack does not hold"
        return found(f"no appendix, schedule or other document was found that {by} names and {lacks}")
    files = {id(part.file) for part in parts if part.file not in (None, part.passage.document)}
    kind = "other document" if len(files) == len(parts) else "part"
    count = f"the one {kind}" if len(parts) == 1 else f"each of the {len(parts)} {kind}s"
    shown = [Finding.at(part.passage, quote=clip(about.row_text(part.passage), 0, 0)) for part in parts[:MOST_SHOWN]]
    told = f"; the first {MOST_SHOWN} are shown" if len(parts) > MOST_SHOWN else ""
    return Result(Outcome.PASSED, f"{count} that {by} names is there{told}", evidence=tuple(shown))


def _finding(context: Context, part: attachments.Part) -> Finding:
    """Say where a part is named first, how often, and whether at least its title is there."""
    only_title = attachments.standing_parts(context.passages).is_empty(part.reference)
    lacks = "of which only the title is there" if only_title else "which is not in the pack"
    named = [each for each in part.passages if each.block.kind is not BlockKind.HEADING] or part.passages
    if len(named) > 1:
        lacks = f"{lacks}; it is named in {len(named)} places"
    return Finding.at(named[0], quote=clip(about.row_text(named[0]), 0, 0), name=part.name, lacks=lacks)


def _summary(context: Context, names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED]) + (f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else "")
    count = "1 part that the pack names is" if len(names) == 1 else f"{len(names)} parts that the pack names are"
    alone = (
        "; the pack that was read is a single file, so they may have been issued beside it"
        if len(context.pack.documents) == 1
        else ""
    )
    return f"{count} not in it: {shown}{alone}"
