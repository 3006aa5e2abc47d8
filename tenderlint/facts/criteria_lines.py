"""Reads award criteria from headings, list items and short lines ("Quality (60%)", "40% – Price", "Weighting: 10%")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlint.facts.criteria_names import Kind, bare, is_scale, is_total, kind_of, label_of, tidy
from tenderlint.facts.criteria_sheets import Entry, Sheet
from tenderlint.facts.criteria_tree import HUNDRED, close
from tenderlint.facts.passages import Passage, Passages
from tenderlint.facts.shares import Share, percents, points
from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern

CONTEXT = late_pattern(
    r"\baward criteri\w+|\bevaluat\w+|\bcriteri(?:a|on)\b|\bweight(?:ed|ing|ings)?\b|\bscor(?:e|ed|ing)\b"
    r"|\bquality questions?\b"
    r"|\bmethod statements?\b|\baward questions?\b|\bhow (?:we|your)[\w ]{0,30}(?:assess|choose|decide|judge)\w*"
    r"|\bmarks\b",
    re.IGNORECASE,
)
FOREIGN = late_pattern(
    r"\b(?:kpis?|key performance|service levels?|payments?|paid|payable|invoices?|milestones?|instalments?"
    r"|discounts?|deductions?|deducted"
    r"|retention|retained|vat|inflation|cpi|rpi|uplift|turnover|workforce|employees|staff turnover|satisfaction"
    r"|response times?|availab(?:le|ility)"
    r" of the|uptime|bond|deposit|penalt(?:y|ies)|service credits?|target|carbon reduction|recycled|ethnic\w*"
    r"|female|male|disabled people"
    r"|minimum score|pass mark|threshold|increase|decrease|reduction|per annum|occupancy|attendance"
    r"|completion rate|contingency|margin|profit"
    r"|overheads?|management fee|commission|interest|base rate|fail(?:s|ed|ure)? to)\b",
    re.IGNORECASE,
)
EXAMPLE = late_pattern(
    r"\b(?:(?<![.@])examples?|e\.g\.|for instance|illustrat\w+|hypothetical\w*|bidder [abc]|tenderer [abc]"
    r"|supplier [abc])\b",
    re.IGNORECASE,
)
_VERB = late_pattern(
    r"\b(?:(?:shall|will|must|may|should|is|are|was|were|has|have|be|pay|exceeds?|less than|more than|at least"
    r"|minimum|within|achieve\w*|score[sd]?|if|where|when)\b|carr(?:y|ies) |accounts? for|makes? up"
    r"|counts? (?:for|towards)|attracts? |represents? |gives? |earns? )",
    re.IGNORECASE,
)
_AFTER = late_pattern(
    r"\s{0,4}(?:of (?:the )?(?:total|overall|available|quality|technical|final|tender|evaluation)?\s?(?:marks|scores?"
    r"|points|weighting|evaluation|criteria|total|quality|bid)?"
    r"(?: (?:marks|score|weighting|available))?|overall|weighting|weighted|max(?:imum)?"
    r"|available)?\s{0,4}\)?(?:,? ?\(?(?:which is )?(?:made up of|compris(?:ing|ed of)|consisting of|of which|split"
    r"|divided|broken down)"
    r"(?: as follows)?)?\s{0,4}[)\].;,:]*\s*(?:(?:and|or|plus)\s*)?",
    re.IGNORECASE,
)
_LENGTH = late_pattern(
    r"\s{0,9}\((?:max(?:imum)?\.? ?)?[\d,]{1,6} (?:words?|pages?)(?: max(?:imum)?)?\)", re.IGNORECASE
)
"""The length of an answer behind the weight of its question."""
_DESCRIBED = late_pattern(r"\s*(?:[)\]]\s*[:.–—-]?|[:–—]|-\s)\s*\S")
_LEADS = late_pattern(
    r"\s*(?:[)\]:–—=-]|of (?:the )?(?:total |overall |available |final )?(?:marks|scores?|points|weighting"
    r"|evaluation)[\w ]{0,24}?(?: for| on| to|:)|"
    r"weighting(?: for| on|:)?|for|on|is for|based on|will be)?\s*",
    re.IGNORECASE,
)
_BEFORE_SHARE = late_pattern(r"[\s(\[:–—-]*(?:(?:weighting|weight|up to)[\s(:–—-]*)?", re.IGNORECASE)
_KNOWN = late_pattern(r"\b(?:price|cost|quality|technical|commercial|social value)\b", re.IGNORECASE)
_BARE = late_pattern(
    r"(?:(?:Quality|Cost) criterion ?[–-]? ?(?:Name)?:? ?)?"
    r"(?P<name>[A-Za-z][A-Za-z &/,'’()-]{2,80}?)\s*[:=(–—-]\s*(?P<number>\d{1,3}(?:\.\d)?)\)?"
)
_BARE_KNOWN = late_pattern(
    r"(?P<name>price|costs?|quality|technical(?: quality| merit)?|commercial|social value)\s(?P<number>\d{1,3})",
    re.IGNORECASE,
)
"""A line with nothing between name and number: with any other name it is a line of contents."""


@dataclass(frozen=True, slots=True)
class _Line:
    passage: Passage
    entry: Entry
    level: int
    plain: bool = True  # the line holds the criterion and nothing else


def read_lines(passages: Passages) -> Iterator[Sheet]:
    """Yield the criteria that stand in headings, list items and short lines."""
    candidates = [
        passage
        for passage in passages.having("%", "per cent", "percent", " marks", " points")
        if passage.row is None and passage.block.kind not in (BlockKind.CONTENTS, BlockKind.FOOTER, BlockKind.HEADER)
    ]
    lines = [line for passage in candidates for line in _line(passage)]
    lines += [
        line for line in _bare_lines(passages) if line.passage.index not in {each.passage.index for each in lines}
    ]
    lines.sort(key=lambda line: line.passage.index)
    headings = [line for line in lines if line.passage.block.kind is BlockKind.HEADING]
    for group in _headings(headings):
        yield from _sheet(group, "headings")
    for group in _runs(passages, [line for line in lines if line.passage.block.kind is not BlockKind.HEADING]):
        yield from _sheet(group, "list")


def _line(passage: Passage) -> Iterator[_Line]:
    text = passage.text
    if len(text) > 900:
        return
    shares = percents(text) or points(text)
    if not shares or shares[0].start > 170 or EXAMPLE.search(text[:200]):
        return
    share = shares[0]
    if len(shares) > 1 and _KNOWN.search(text, share.end):
        return  # a sentence of several criteria
    found = _name_first(text, share) or (_share_first(text, share) if len(shares) == 1 else None)
    if found is None:
        return
    name, plain = found
    if (
        not 2 < len(name) <= 160
        or is_total(name)
        or (FOREIGN.search(name) and kind_of(name) is Kind.OTHER)
        or EXAMPLE.search(name)
    ):
        return
    quote = (
        text
        if len(text) <= 160
        else text[: share.end].strip() + (")" if text[share.end : share.end + 1] == ")" else "")
    )
    level = passage.block.level if passage.block.kind in (BlockKind.LIST_ITEM, BlockKind.HEADING) else 0
    label = (
        passage.block.label
        if re.fullmatch(r"\(?(?:[A-Z]?\d[\d.]*|[A-Z])[.)]?", passage.block.label)
        and passage.block.kind is BlockKind.LIST_ITEM
        else ""
    )
    entry = Entry(name, share.value, quote, passage.place, None, share.unit)
    yield _Line(passage, entry, level + (1 if label.count(".") else 0), plain)


def _name_first(text: str, share: Share) -> tuple[str, bool] | None:
    before, after = text[: share.start], _LENGTH.sub(" ", text[share.end :], count=1)
    name = tidy(before, 160)
    if (
        not re.search(r"[^\W\d_]{2}", name)
        or _VERB.search(name)
        or before.count(".") > 4
        or before.rstrip().lower().endswith("out of")
        or re.search(r"[.;?] +[A-Z]", bare(name))
    ):
        return None
    if _AFTER.fullmatch(after[:80]):
        return name, True
    if _DESCRIBED.match(after) and len(before) <= 110:
        return name, False
    return None


def _share_first(text: str, share: Share) -> tuple[str, bool] | None:
    if not _BEFORE_SHARE.fullmatch(text[: share.start]) or len(text) > 140:
        return None
    lead = _LEADS.match(text, share.end)
    rest = text[lead.end() if lead else share.end :]
    name = tidy(re.split(r"[:;]|\s[–—-]\s", rest, maxsplit=1)[0])
    if not re.match(r"[^\W\d_]", name) or _VERB.search(name) or re.match(r"of\b", rest.strip(), re.IGNORECASE):
        return None
    return name, rest.strip(" .;)") == name


def _bare_lines(passages: Passages) -> Iterator[_Line]:
    """Yield lines such as "Price: 40", where a line near them names price and they add up to a hundred."""
    for start in passages.having("price", "cost", "commercial"):
        if start.row is not None or len(start.text) > 90 or not _bare(start):
            continue
        run = []
        for passage in passages.all[max(0, start.index - 8) : start.index + 9]:
            match = _bare(passage) if passage.row is None and len(passage.text) <= 90 else None
            if match and not is_total(match["name"]):
                entry = Entry(tidy(match["name"]), Decimal(match["number"]), passage.text, passage.place, None, "")
                run.append(_Line(passage, entry, passage.block.level))
        if len(run) > 1 and close(sum((line.entry.weight or Decimal(0) for line in run), Decimal(0)), HUNDRED):
            yield from run
            return


def _bare(passage: Passage) -> re.Match[str] | None:
    text = passage.text.rstrip(".;")
    return _BARE.fullmatch(text) or _BARE_KNOWN.fullmatch(text)


def _headings(lines: Iterable[_Line]) -> list[list[_Line]]:
    """Put headings together that stand side by side under the same heading."""
    groups: dict[tuple[str, tuple[str, ...]], list[_Line]] = {}
    for line in lines:
        groups.setdefault((line.passage.document.path, line.passage.place.heading), []).append(line)
    return list(groups.values())


def _runs(passages: Passages, lines: Sequence[_Line]) -> list[list[_Line]]:
    """Put lines together that follow each other under the same heading, until a line that heads others."""
    runs: list[list[_Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.passage.document is line.passage.document
            and last.passage.place.heading == line.passage.place.heading
            and (line.passage.index - last.passage.index <= 4 or (_is_numbered(last) and _is_numbered(line)))
            and not any(map(_heads_others, passages.all[last.passage.index + 1 : line.passage.index]))
        ):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _heads_others(passage: Passage) -> bool:
    """Whether a short line, such as "Quality questions", begins another list of criteria."""
    return len(passage.text) < 60 and _KNOWN.search(passage.text) is not None and not passage.text.endswith(".")


def _sheet(group: Sequence[_Line], source: str) -> Iterator[Sheet]:
    first = group[0].passage
    about = f"{first.headings} {first.before[-300:] if source == 'list' else ''}"
    if not _accepted(group, about):
        return
    levels = {line.level for line in group}
    entries = tuple(_at_depth(line, levels) for line in group)
    yield Sheet(
        entries, first.document, first.index, source, about, lines=tuple(line.passage.index for line in group)
    )


def _at_depth(line: _Line, levels: set[int]) -> Entry:
    entry = line.entry
    if len(levels) < 2:
        return entry
    return Entry(entry.name, entry.weight, entry.quote, entry.place, sorted(levels).index(line.level), entry.unit)


def _is_numbered(line: _Line) -> bool:
    """Whether a line bears the number of a question, in its words or before them."""
    return bool(label_of(line.entry.name)) or any(sign.isdigit() for sign in line.passage.block.label)


def _accepted(group: Sequence[_Line], about: str) -> bool:
    """Say whether lines with shares are award criteria: by their names and sum, or by what they stand under."""
    names = [line.entry.name for line in group]
    lead = about[-300:]
    if is_scale(names) or EXAMPLE.search(lead[-160:]):
        return False
    kinds = {line.entry.kind for line in group}
    whole = close(sum((line.entry.weight or Decimal(0) for line in group), Decimal(0)), HUNDRED)
    if Kind.PRICE in kinds and (whole or Kind.QUALITY in kinds or Kind.SOCIAL in kinds):
        return True
    if FOREIGN.search(lead) and not CONTEXT.search(lead):
        return False
    if not all(line.plain or line.entry.kind is not Kind.OTHER or _is_numbered(line) for line in group):
        return False
    context = CONTEXT.search(about) is not None or (
        bool(percents(about)) and re.search(r"quality|technical|price|social value", about, re.IGNORECASE) is not None
    )
    if kinds != {Kind.OTHER}:
        return (
            context
            or group[0].passage.block.kind is BlockKind.HEADING
            or any(CONTEXT.search(line.passage.text) for line in group)
        )
    questions = sum(map(_is_numbered, group)) * 2 > len(names)
    return (context and (whole or questions or len(group) > 1)) or (
        questions and any(CONTEXT.search(line.passage.text) for line in group)
    )
