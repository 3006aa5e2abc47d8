"""Reads award criteria that are named without weights, from lists and headings that stand under words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlint.facts.criteria_names import is_scale, tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.passages import Passage, Passages
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern

_LEAD = late_pattern(
    r"\b(?:award|evaluation|assessment|scoring|following|these)(?: \w+){0,2} (?:criteria|factors)\b[^.:]{0,80}:\s*$"
    r"|\b(?:evaluat|assess|judg|award|scor|select|choos|chosen)\w*\b[^.:]{0,120}\b(?:criteria|factors"
    r"|basis)\b[^.:]{0,80}:\s*$"
    r"|\b(?:criteria|factors)\b[^.:]{0,60}\b(?:are|include|will be|comprise)\b[^.:]{0,40}:\s*$",
    re.IGNORECASE,
)
_HEADING = late_pattern(
    r"^(?:\W|\d|\.)*(?:the |tender |bid |proposal |contract )?(?:award|evaluation|assessment"
    r"|scoring)(?: of \w+)? (?:criteria|factors)\W*$|^(?:\W|\d|\.)*criteria for (?:the )?(?:award|evaluation"
    r"|assessment|selecting|selection|choosing)\b.{0,40}$",
    re.IGNORECASE,
)
_NOT = late_pattern(
    r"\bselection\b|\bexclusion\b|\bsuitab\w+|\bpass/fail\b|\bgrounds\b|\bdisqualif\w+|\bpre-?qualif\w+"
    r"|\bexample\b|\bacceptance criteria\b|\bsuccess criteria\b",
    re.IGNORECASE,
)
_NO_NAME = late_pattern(
    r"\b(?:pass(?:es)? ?/ ?fail|(?:award|evaluation|selection|tender|procurement|scoring) process|phases?|stages?"
    r"|steps?|guidance|methodology|introduction|overview|notes?|moderation|panel|tie[- ]?break|clarifications?"
    r"|scoring|evaluation"
    r"|questionnaires?|terms and conditions|statement of requirements|schedule|we will|you will|use this"
    r"|bidders? (?:must|will|should)|insert)\b|:$|[«»\[\]]",
    re.IGNORECASE,
)
_ROLES = (Role.TERMS, Role.SPECIFICATION, Role.FORM, Role.PRICING, Role.TUPE)


_OF_CHANGE = late_pattern(
    r"\b(?:trigger\w*|caused|driven|affect\w*|influenc\w*|vary|varied|prompted) (?:\w+ )?(?:by|on|with)\b"
    r"[^.:;]{0,40}\bfactors\b|\b(?:risk|success|external) factors\b",
    re.IGNORECASE,
)
"""Factors by which something changes: nobody is judged by them."""


def _leads(text: str) -> bool:
    return text.rstrip().endswith(":") and _LEAD.search(text) is not None and _OF_CHANGE.search(text) is None


def read_unweighted(passages: Passages) -> Iterator[Sheet]:
    """Yield the criteria that lists and headings name without weights."""
    taken: set[int] = set()
    for passage in passages.having("criteria", "factors", "evaluat", "assess"):
        if passage.row is not None or passage.role in _ROLES or _NOT.search(passage.text) or passage.index in taken:
            continue
        if passage.block.kind is BlockKind.HEADING and _HEADING.match(passage.text):
            run = _headings_below(passages, passage) or _items_after(passages, passage)
        elif passage.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and _leads(passage.text):
            run = _items_after(passages, passage)
        else:
            continue
        entries = [Entry(tidy(_head_of(each.text)), None, _head_of(each.text), each.place) for each in run]
        entries = [entry for entry in entries if 2 < len(entry.name) <= 90 and not _NO_NAME.search(entry.quote)]
        taken.update(each.index for each in run)
        if len(entries) > 1 and not is_scale([entry.name for entry in entries]):
            yield Sheet(tuple(entries), passage.document, passage.index, "list", passage.headings)


def _head_of(text: str) -> str:
    """The name of an item that goes on to describe it."""
    text = re.sub(r"^(?:factor|criterion|item|element|question) \d+\s*[:.–—-]\s*", "", text, flags=re.IGNORECASE)
    return re.split(r"\s{0,9}[:;]\s|\s[–—-]\s|(?<=\w)\.\s", text, maxsplit=1)[0].rstrip(" ;,.")


def _items_after(passages: Passages, lead: Passage) -> list[Passage]:
    run: list[Passage] = []
    for passage in passages.all[lead.index + 1 : lead.index + 16]:
        if passage.document is not lead.document or passage.row is not None:
            break
        if passage.block.kind is BlockKind.LIST_ITEM:
            if not run or passage.block.level <= run[0].block.level:
                run.append(passage)
        elif run or passage.block.kind is BlockKind.HEADING:
            break
    return run


def _headings_below(passages: Passages, lead: Passage) -> list[Passage]:
    path = (*lead.place.heading, lead.text)
    run: list[Passage] = []
    for passage in passages.all[lead.index + 1 : lead.index + 120]:
        if passage.document is not lead.document or (
            passage.block.kind is BlockKind.HEADING and passage.block.level <= lead.block.level
        ):
            break
        if (
            passage.block.kind is BlockKind.HEADING
            and passage.block.level == lead.block.level + 1
            and len(passage.place.heading) >= len(path) - 1
        ):
            run.append(passage)
    return run
