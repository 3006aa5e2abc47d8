"""Does every reference to a clause lead somewhere?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tenderlint.checking import (
    PDF,
    Context,
    Extent,
    Finding,
    Match,
    Passage,
    Result,
    Role,
    cannot_tell,
    judge,
    late_pattern,
)

_REFERENCE = late_pattern(
    r"\b(?:clauses?|sections?|paragraphs?|sub-?clauses?|sub-?sections?"
    r"|para)\s+(?P<number>\d{1,3}\.\d{1,3}(?:\.\d{1,3}){0,3})"
    r"(?![\d.]*\d|%)",
    re.IGNORECASE,
)
_ELSEWHERE = late_pattern(
    r"^[^.;]{0,40}?\b(?:of|in|to|under)\s+(?:the|that|this|its|our|their|your|an?|part|schedule|annex|appendix"
    r"|attachment)\b"
    r"|^(?! and (?:the )?(?:schedule|annex|appendix)\b)[^.;]{0,30}?\b(?:act|regulations?|directive|schedule|annex"
    r"|appendix|framework|core terms|code|guidance"
    r"|ppn|nppf|handbook|manual|green book)\b"
    r"|^\s*\([a-z]{1,4}\)\s+of\b",
    re.IGNORECASE,
)
_BEFORE = late_pattern(
    r"\b(?:act|regulations?|directive|framework|core terms|schedule \w{1,4}|annex \w{1,4}|appendix \w{1,4}|terms"
    r"|conditions|code|standard|iso|bs|pas|ppn|nppf|handbook|manual|guidance|d?fars?|cfr|jct|nec)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_CLAUSE = late_pattern(r"\bclauses?\s+(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?![\d.]*\d|%)", re.IGNORECASE)
_OF_THE_TERMS = late_pattern(
    r"^\s*(?:\([a-z0-9]{1,4}\)\s*){0,2}(?:of|in|to|under) (?:the|these|our|this) (?:draft |form of |proposed )?"
    r"(?:conditions(?: of contract)?|terms(?: and conditions)?(?: of contract)?|contract(?: terms| conditions)?"
    r"|agreement)"
    r"(?=\s*(?:[.,;:)]|$|and\b|or\b|which\b|shall\b|will\b|applies\b|apply\b"
    r"|covers?\b|sets?\b|gives?\b|says\b|states?\b|requires?\b|provides?\b|deals?\b|limits?\b|allows?\b))",
    re.IGNORECASE,
)
"""A reference to the terms, which the pack itself holds."""
_LEADING = late_pattern(r"^([^\d\n]{0,12}?)(\d{1,3}(?:\.\d{1,3}){0,4})(\.?\s[a-z])?", re.MULTILINE)
"""The number that a passage bears, with what stands before it and whether a sentence goes on after it."""
_SPOKEN_OF = late_pattern(r"\b(?:clauses?|sections?|para(?:graph)?s?)\s$", re.IGNORECASE)
"""What stands before a number that is only spoken of: "Section 4.2 tells how"."""
_HERE = late_pattern(
    r"^(?:\s?\([a-z0-9]{1,4}\)){0,2},?\s{0,2}\(?(?:below|above|overleaf|herein|on the (?:next|last|following) page"
    r"|(?:of|in) (?:this|these) (?:document|invitation|itt|rfq|rfp|brief|letter|pack|instructions?|specification"
    r"|request|tender document|paper|note))\b"
    r"(?!,? (?:of|in|to|under) (?:the|that|its|our|their|schedule|annex|appendix)\b)",
    re.IGNORECASE,
)
"""A reference to the very paper that holds it."""
_SHORT_TERMS = late_pattern(
    r"^\W{0,6}(?:(?:part|section|schedule|annex|appendix)? ?[\dA-Z]{0,2}[.:–-]? )?(?:the |our |draft |short |standard "
    r"|general |special ){0,3}(?:(?:contract |simple )?(?:terms|conditions)(?: (?:and|&) conditions)?"
    r"(?: (?:of|for) (?:the |this |our )?(?:contract|agreement|purchase|appointment|engagement|work|business"
    r"|trade|order))?"
    r"|(?:form of |articles of )?(?:contract|agreement))\W{0,6}$",
    re.IGNORECASE,
)
"""A heading over the terms themselves, and not over what is told of them ("Key terms")."""
Said = list[tuple[Passage, re.Match[str]]]
_LEAST_NUMBERED = 8
_LEAST_CLAUSES = 3
_HEAD = 24
_WORDS = ("clause", "section", "paragraph", "para ")


def check(context: Context) -> Result:
    """Look for broken fields of Word, and for numbers of clauses that no document of the pack has."""
    broken = [Finding.at(match, words=match.words, why=_why(match)) for match in context.find("errors")]
    said = _said(context, _REFERENCE)
    clauses = _said(context, _CLAUSE)
    numbers = _numbers(context) if said or clauses else set()
    lost = _without_numbers(said, numbers)
    found = [*_dangling(context, said, clauses, numbers), *_past_short_terms(context, clauses, numbers)]
    here = (match for match in lost if _leads_nowhere(context, match))
    found += [Finding.at(each, words=each.words, why="nothing in the pack has such a number") for each in here]
    findings = _once([*broken, *found])
    if not findings and (unseen := list(_of_absent_terms(context, clauses, numbers))):
        words = unseen[0].words
        return cannot_tell(f"the pack points to {words}, and the terms where that may stand are not in it", *unseen[:3])
    if not findings and lost:
        words = lost[0].words
        return cannot_tell(f"the pack points to {words}, and no number like it was read in the pack", *lost[:3])
    return judge(findings, passed="no reference was found that leads nowhere")


def _why(match: Match) -> str:
    """Where the words of a failure come from: those of a field look just like words that were typed."""
    if match.words.startswith("#"):
        return "a formula has lost the cell that it points to"
    return "these are the words of a field of Word that has lost its target, or they were pasted in as text"


def _once(findings: list[Finding]) -> list[Finding]:
    """Tell the same broken reference of one document once, with how often it stands there."""
    kept: dict[tuple[str, str], list[Finding]] = {}
    for finding in {(each.place, each.quote, each.values["words"]): each for each in reversed(findings)}.values():
        document = finding.place.document if finding.place else ""
        kept.setdefault((document, finding.values["words"].casefold()), []).append(finding)
    return [replace(same[0], values={**same[0].values, "times": _times(len(same))}) for same in kept.values()]


def _times(number: int) -> str:
    return f" ({number} times)" if number > 1 else ""


def _said(context: Context, pattern: re.Pattern[str]) -> Said:
    """Return where the pack speaks of clauses or sections by their numbers."""
    return [(each, match) for each in context.passages.having(*_WORDS) for match in pattern.finditer(each.text)]


def _dangling(context: Context, said: Said, clauses: Said, numbers: set[str]) -> Iterator[Finding]:
    yield from _past_the_end(context, clauses, numbers)
    deep = {number for number in numbers if "." in number}
    yield from _past_the_last_section(context, said, deep)
    if len(deep) < _LEAST_NUMBERED:
        return
    parents = {number.rpartition(".")[0] for number in deep}  # clauses that are numbered at that depth
    for passage, match in said:
        number = match["number"]
        if number in numbers or number.rpartition(".")[0] not in parents:
            continue
        if _stands_elsewhere(passage, match):
            continue
        why = f"no document of the pack has a {number}"
        yield Finding.at(Match(passage, match.start(), match.end()), words=match[0], why=why)


def _past_the_end(context: Context, said: Said, numbers: set[str]) -> Iterator[Finding]:
    """Yield references to a clause of the terms whose number is past the last clause of every document.

    Nothing is said unless all files were read, and the terms are there with clauses that are counted without a gap
    wider than one.
    """
    if len(context.documents()) < len(context.pack.documents) or not said:
        return
    last = _last_clause(context)
    for passage, match in said:
        if not last or int(match["number"].partition(".")[0]) <= last or match["number"] in numbers:
            continue
        of_terms = _OF_THE_TERMS.search(passage.text[match.end() :]) is not None
        if not of_terms and _stands_elsewhere(passage, match):
            continue
        why = f"no document of the pack has a clause {match['number']}"
        yield Finding.at(Match(passage, match.start(), match.end()), words=match[0], why=why)


def _past_the_last_section(context: Context, said: Said, deep: set[str]) -> Iterator[Finding]:
    """Yield references to a numbered paragraph or section that lies past the last one of every document."""
    firsts = {int(number.partition(".")[0]) for number in deep}
    if len(firsts) < _LEAST_CLAUSES or len(firsts) < max(firsts) - 1:
        return
    if len(context.documents()) < len(context.pack.documents):
        return
    for passage, match in said:
        clause = match[0][:6].lower() == "clause" or "-clause" in match[0].lower()  # those may stand in terms unseen
        if clause or int(match["number"].partition(".")[0]) <= max(firsts) or _stands_elsewhere(passage, match):
            continue
        why = f"no document of the pack has a {match['number']}"
        yield Finding.at(Match(passage, match.start(), match.end()), words=match[0], why=why)


def _without_numbers(said: Said, numbers: set[str]) -> list[Match]:
    """Return references to a part of the pack where nothing is numbered like it, and that name no other paper."""
    lost = []
    for passage, match in said:
        after = passage.text[match.end() :]
        before = passage.text[max(0, match.start() - 60) : match.start()]
        elsewhere = _BEFORE.search(before) or (_ELSEWHERE.search(after) and not _HERE.match(after))
        clause = "clause" in match[0][:10].lower() and not _HERE.match(after)  # it may stand in terms that are not here
        if match["number"].partition(".")[0] not in numbers and not elsewhere and not clause:
            lost.append(Match(passage, match.start(), match.end()))
    return lost


def _leads_nowhere(context: Context, match: Match) -> bool:
    """Say whether a reference is to its own paper, and is sure to be broken.

    A PDF, or a file that was read in part, may have lost its numbers; and one may stand in the middle of a passage.
    """
    paper, text = match.passage.document, match.passage.text
    if paper.media_type == PDF or paper.extent is not Extent.FULLY or not _HERE.match(text[match.end :]):
        return False
    number = match.words.split()[-1]
    parts = ((each.text, each.text.find(number)) for each in context.passages.having(number))
    return all(_SPOKEN_OF.search(words[:at]) for words, at in parts)


def _past_short_terms(context: Context, said: Said, numbers: set[str]) -> Iterator[Finding]:
    """Yield references to a clause past the last one of short terms that stand in the pack, numbered from 1 on.

    Only the terms themselves, and words that say "of the terms", are held to point to them: another clause may be one
    of terms that are not in the pack.
    """
    if not said or len(context.documents()) < len(context.pack.documents) or _last_clause(context):
        return
    firsts = _short_clauses(context)
    if len(firsts) < _LEAST_CLAUSES:
        return
    for passage, match in said:
        number, after = match["number"], passage.text[match.end() :]
        if int(number.partition(".")[0]) <= len(firsts) + 1 or number in numbers:
            continue
        points = _in_short_terms(passage) and not _stands_elsewhere(passage, match)
        if points or _OF_THE_TERMS.search(after) or (_HERE.match(after) and not _stands_elsewhere(passage, match)):
            why = f"the terms in the pack end at clause {firsts[-1]}"
            yield Finding.at(Match(passage, match.start(), match.end()), words=match[0], why=why)


def _short_clauses(context: Context) -> list[int]:
    """Return the clauses of the first level of the short terms, in order; nothing where they are not counted once."""
    firsts: list[int] = []
    for passage in context.passages.all:
        label = passage.block.label.rstrip(".")
        if label[:1].isdigit() and label.replace(".", "").isdigit() and _in_short_terms(passage):
            first = int(label.partition(".")[0])
            if not firsts or first != firsts[-1] or "." not in label:
                firsts.append(first)
    return firsts if firsts == list(range(1, len(firsts) + 1)) else []


def _in_short_terms(passage: Passage) -> bool:
    return _names_short_terms(passage.place.heading)


@lru_cache(maxsize=256)  # all passages of a section have the same headings
def _names_short_terms(headings: tuple[str, ...]) -> bool:
    return any(_SHORT_TERMS.match(words) for words in headings)


def _of_absent_terms(context: Context, said: Said, numbers: set[str]) -> Iterator[Match]:
    """Yield references to clauses that no document has, where the terms are not in the pack."""
    if not said or context.terms is not None or context.documents(Role.TERMS):
        return
    for passage, match in said:
        of_terms = _OF_THE_TERMS.search(passage.text[match.end() :]) is not None
        if match["number"] not in numbers and (of_terms or not _stands_elsewhere(passage, match)):
            yield Match(passage, match.start(), match.end())


def _stands_elsewhere(passage: Passage, match: re.Match[str]) -> bool:
    before, after = passage.text[max(0, match.start() - 60) : match.start()], passage.text[match.end() :]
    return _ELSEWHERE.search(after) is not None or _BEFORE.search(before) is not None


def _last_clause(context: Context) -> int:
    """The highest number that a clause of the first level has in the pack, or 0 where the terms are not counted."""
    last = 0
    for document in context.documents():
        firsts = {
            int(number.partition(".")[0])
            for block in document.blocks
            if "." in (number := block.label.rstrip("."))  # a clause below it tells a clause from an item of a list
            if number.replace(".", "").isdigit()
        }
        if document.role is Role.TERMS and (len(firsts) < _LEAST_CLAUSES or len(firsts) < max(firsts) - 1):
            return 0
        last = max(last, *firsts, 0)
    return last if context.documents(Role.TERMS) else 0


def _numbers(context: Context) -> set[str]:
    """Every number that stands before a passage, and the numbers above each."""
    heads = (words for each in context.passages.all for words in (each.block.label, each.text[:_HEAD]) if words)
    found: set[str] = set()
    for before, number, goes_on in set(_LEADING.findall("\n".join(heads))):
        if goes_on and before and _SPOKEN_OF.search(before):
            continue
        parts = number.split(".")
        found.update(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    return found
