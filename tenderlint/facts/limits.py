"""Limits on the length of a bid, in words or in pages, with what each limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.criteria_names import label_of, tidy
from tenderlint.facts.numbers import number
from tenderlint.facts.passages import Passage
from tenderlint.facts.reading import Reading
from tenderlint.facts.shares import percents, points
from tenderlint.facts.statements import Statement, in_one_line, statements
from tenderlint.model import BlockKind, Role
from tenderlint.patterns import late_pattern
from tenderlint.values import Limit

_NUMBER = (
    r"(?P<{0}>\d{{1,3}},\d{{3}}|\d{{1,5}}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|twenty[- ]five|"
    r"(?:one|two|three|five|seven|nine) hundred(?: and fifty)?|(?:one|two|three"
    r"|five) thousand)(?: ?\((?:\d{{1,5}}|[a-z]{{3,6}})\))?"
)
_UNIT = (
    r"(?P<{0}>words?\b(?! of)|(?:[x×] )?(?:single|double)?[ -]?(?:sided? )?(?:A4 )?(?:sides?|pages?"
    r"|sheets?)\b(?: of)?(?: (?:single|double)[- ]sided)?(?: \(?A4\)?)?|[x×] ?A4\b(?: (?:pages?|sides?|sheets?))?"
    r"|A4 (?:pages?|sides?|sheets?))"
)
_MOST = (
    r"(?:max(?:imum)? length (?:of|for) (?:[\w'’-]+ ){1,5}?(?:is |should be )?[\w'’-]{0,60}|max(?:imum)?\.?(?: (?:of|is"
    r"|word|page|length|count|limit|allowance|number|response|answer))*"
    r"|no(?:t)? (?:more|longer|greater) than|(?:not|never|cannot|can ?not) (?:to )?(?:be )?(?:exceed|over"
    r"|longer than|more than)(?:ed|ing)?"
    r"|up to|limited? to|limit(?:ed)? (?:of|is|at)|within|restricted to|capped at|limit[:\s=–-]{0,9}|fewer than"
    r"|less than|exceeds?|exceeding|over|above|beyond|longer than|more than|keep (?:\w+ )?to|confined to"
    r"|count[:\s=–-]{0,9}|at most)"
)
_LIMIT = late_pattern(
    rf"(?P<cue>\b{_MOST})[\s:(=–-]*(?:the |a |an )?(?:maximum |total |limit )?(?:of |is |to )?(?:up to "
    rf"|approximately |c\.? ?)?{_NUMBER.format('first')} ?-?(?: ?[x×])? ?{_UNIT.format('unit')}"
    rf"|\b{_NUMBER.format('second')} ?-?(?: ?[x×])? ?{_UNIT.format('unit2')}[\s,]*\(?(?:max(?:imum)?\b|limit\b"
    rf"|or (?:less|fewer)\b|at most\b|word limit|in (?:total )?length\b)"
    r"|\b(?P<kind>word|page)s?(?: (?:count|limit|allowance|allowed|maximum|max)"
    r"| ?\((?:max(?:imum)?)\.?\))(?: limit)?(?: \((?:words|pages|max(?:imum)?)\.?\))?"
    r"[\s:=|–-]+(?:is |of |max(?:imum)? )?(?P<third>\d{1,3},\d{3}|\d{1,5})\b(?! ?%)"
    rf"|\b(?:must|should|shall|will) be (?:limited to )?{_NUMBER.format('fourth')} {_UNIT.format('unit4')}"
    r"|(?<=\()(?P<fifth>\d{1,3},\d{3}|\d{1,4}) (?P<unit5>words?|pages?)(?=\))",
    re.IGNORECASE,
)
_SIZE = late_pattern(  # in small letters, which is several times as quick as in any case
    r"(?:\d\)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|thousand|fifty)\b)[^.;\d]{0,24}?"
    r"(?:words?|pages?|sides?|a4|sheets?|characters?)\b|\b(?:word|page)s? ?(?:limit|count|allowance|maximum|\(max)",
)
_CHARACTERS = late_pattern(
    r"\b(?P<size>\d{1,3},\d{3}|\d{3,5})[ -]characters?\b"
    r"(?: ?\(?(?:including|excluding|with|without|incl\.?) spaces\)?)?",
    re.IGNORECASE,
)
_SHORT_THINGS = late_pattern(r"\b(?:file ?names?|passwords?|user ?names?|titles?|references?|codes?)\b", re.IGNORECASE)
_RANGE = late_pattern(r"\b(?:between )?(\d{1,3})(?: ?[-–] ?| (?:and|to) )(\d{1,3}) (pages|sides)\b", re.IGNORECASE)
_FOREIGN = late_pattern(
    r"\b(?:report|newsletter|leaflet|booklet|minutes|transcript|website|web page|page \d+ of|contract documents?"
    r"|cvs? of (?!up|no|not|max|at most|\d|one|two|three)|photocop\w+|printing|print(?:ed)? pages|per minute"
    r"|words and (?:phrases|expressions)"
    r"|in other words|reading|translation|abstract for|press release|easy read|summary of findings|case notes"
    r"|invoice|monthly|quarterly|annual report)\b",
    re.IGNORECASE,
)
_BID = late_pattern(
    r"\b(?:keep|respon[sd]\w*|answers?|submission|submit\w*|tender\w*|bid(?:s|ders?)?|proposals?|question"
    r"|method statements?|quotation|limit(?:ed)?|max(?:imum)?|statement|criteri\w+|you(?:r)?|appendi\w+|attach\w+"
    r"|cvs?|plan|word count|application|section|offers?|send us|tell us|write|apply|set out)\b",
    re.IGNORECASE,
)
_COLUMN = late_pattern(
    r"(?:max(?:imum)?\.?|(?:max(?:imum)?\.? )?(?:limit|length)|(?:max(?:imum)?\.? )?(?:characters? (?:or|/) )?"
    r"(?P<unit>word|page|words|pages|sides)s?)(?: (?:limit|count|length"
    r"|allowance"
    r"|max(?:imum)?|at most|allowed))?(?: \(max(?:imum)?\))?",
    re.IGNORECASE,
)
_DENIED = late_pattern(
    r"\bno (?:word|page|maximum|length)[\w -]{0,12}limit\b|\bthere is no (?:limit|word)\b", re.IGNORECASE
)
_SCOPE = late_pattern(
    r"\b(?:(?:your|the|each|every|all|any|this|answers?|responses?) )?(?:(?!(?:and|or|words?|pages?)\b)[\w-]+ ){0,3}"
    r"(?:answers?|responses?"
    r"|questions?|submissions?|proposals?|method statements?|tenders?|bids?|offers?|cvs?|case stud(?:y|ies)"
    r"|executive summary|(?:\w+ )?approach|(?:\w+ )?plans?|sections?|statements?|quotations?|appendi(?:x|ces)"
    r"|examples?|policy|policies)\b(?: \d{1,2}(?![\d,.]\d| ?(?:words|pages|sides|%)))?",
    re.IGNORECASE,
)
_VERBS = late_pattern(
    r"^(?:(?:no|there (?:is|are)(?: \d{1,2}| two| three| four| five| six| seven| eight)?|please|keep|e-?mail|send"
    r"|upload|we|you|describe|expect|not|counting|provide|applies|apply|submit|complete|in|to|for|of|that|with"
    r"|and"
    r"|should|must|be|give|attach|include|explain|set|out|outline|write|is|are|or|on)\b\s*)+",
    re.IGNORECASE,
)
_LEAST = late_pattern(r"\b(?:at least|minimum of|no fewer than|not less than|minimum)\s*$", re.IGNORECASE)
_LEAST_CHARACTERS = 100
_SERVICE_ROLES = (Role.TERMS,)
_ASKING_ROLES = (Role.FORM, Role.INSTRUCTIONS, Role.SELECTION, Role.EVALUATION, Role.OTHER)
_BARE = late_pattern(r"\((?:\d{1,3},\d{3}|\d{2,4}) words\)\W{0,3}$")
_PAPER = late_pattern(r"\W{0,3}(?:attachment|appendix|annex|schedule|document)\b", re.IGNORECASE)
"""What names a paper of the pack: the words after it say how long it is."""

_ANY_ANSWER = late_pattern(
    r"(?:each|every|any|your|the|all)? ?(?:answers?|responses?|replies|reply|(?:method )?statements?|sections?"
    r"|questions?)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Mapping[str, Sequence[Fact[Any]]]:
    """Return every limit on the length of a bid or of a part of it."""
    passages = reading.passages.having(
        "words", "word limit", "word count", "wordcount", "page", "sides", "side of", " a4", "sheets", "limit",
        "character",
    )
    facts: list[Fact[Limit]] = []
    seen: set[tuple[Limit, str, int | None]] = set()
    running = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS)
    passages = tuple(passage for passage in passages if passage.block.kind not in running)
    worth = (passage for passage in passages if passage.row is not None or _SIZE.search(passage.text.lower()))
    for found in (*(_limits(statement) for statement in statements(worth)), _in_columns(passages)):
        for fact in found:
            key = (fact.value, fact.place.document, fact.place.paragraph)
            if key not in seen:
                seen.add(key)
                facts.append(fact)
    return {"page_or_word_limits": [replace(fact, chosen=True) for fact in _told_apart(facts)]}


def _told_apart(facts: Sequence[Fact[Limit]]) -> Iterator[Fact[Limit]]:
    """Add the heading to limits of one name that differ from part to part: "each answer in Part C"."""
    sizes: dict[str, set[Limit]] = {}
    for fact in facts:
        sizes.setdefault(fact.value.scope, set()).add(fact.value)
    for fact in facts:
        scope, heading = fact.value.scope, fact.place.heading[-1:]
        if heading and len(sizes[scope]) > 1 and _ANY_ANSWER.fullmatch(scope):
            fact = replace(fact, value=replace(fact.value, scope=f"{scope} in {tidy(heading[0], 60)}"))
        yield fact


def _limits(statement: Statement) -> Iterator[Fact[Limit]]:
    text = statement.text
    if not _SIZE.search(text.lower()):
        return
    if (
        statement.passage.role in _SERVICE_ROLES
        or _DENIED.search(text)
        or _FOREIGN.search(text)
        or statement.is_option
    ):
        return
    heading = "".join(statement.passage.place.heading[-1:])
    bare = _stands_alone(statement)
    if not bare and not _BID.search(f"{text} {statement.about} {heading}") and not _is_weighted(statement):
        return
    taken: list[tuple[int, int]] = []
    for match in _LIMIT.finditer(text):
        size = number(_first_of(match, "first", "second", "third", "fourth", "fifth").replace(",", ""))
        unit = _first_of(match, "unit", "unit2", "unit4", "unit5", "kind").lower()
        words = unit.startswith("word")
        if not size or not (20 <= size <= 20000 if words else 1 <= size <= 200) or not _is_most(text, match):
            continue
        if match["fifth"] and not bare and not percents(text):
            continue
        scope = (
            _before_limit(_asked_with(statement)) if bare else _scope(statement, match.start(), match.end())
        )
        limit = Limit(scope, int(size) if words else None, None if words else int(size))
        taken.append(match.span())
        yield statement.fact("page_or_word_limits", limit, match.start(), match.end())
    yield from _in_characters(statement)
    for match in _RANGE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken) and re.search(
            r"\b(?:expect|should|must|be|recommend)\b", text, re.IGNORECASE
        ):
            limit = Limit(_scope(statement, match.start(), match.end()), None, int(match[2]))
            yield statement.fact(
                "page_or_word_limits", limit, match.start(), match.end(), Sure.LOW, "a range of lengths"
            )


def _in_characters(statement: Statement) -> Iterator[Fact[Limit]]:
    """Read limits that count letters, as the boxes of portals do."""
    text = statement.text
    for match in _CHARACTERS.finditer(text) if not _SHORT_THINGS.search(text) else ():
        size = int(match["size"].replace(",", ""))
        if size >= _LEAST_CHARACTERS and not _LEAST.search(text[max(0, match.start() - 25) : match.start()]):
            limit = Limit(_scope(statement, match.start(), match.end()), characters=size)
            yield statement.fact("page_or_word_limits", limit, match.start(), match.end())


def _stands_alone(statement: Statement) -> bool:
    """Whether a bare "(600 words)" ends a heading of a form, a question or a row to fill: such a size is a limit."""
    passage = statement.passage
    text = _asked_with(statement)
    match = _BARE.search(text) if "words)" in statement.text else None
    if match is None or passage.role not in _ASKING_ROLES or _PAPER.match(text):
        return False
    asked = text[: match.start()].rstrip().endswith("?")
    blank = passage.row is not None and not all(cell.strip() for cell in passage.row.cells)
    return asked or blank or (passage.block.kind is BlockKind.HEADING and passage.role is Role.FORM)


def _asked_with(statement: Statement) -> str:
    """Return the words that a size belongs to: a question mark before the brackets parts it from its question."""
    return statement.passage.text if statement.text.startswith("(") else statement.text


def _is_weighted(statement: Statement) -> bool:
    """Whether a paragraph is a numbered or weighted question, so that a limit in it is one on its answer."""
    text = statement.passage.text
    return bool(label_of(text)) and bool(percents(text) or points(text))


def _in_columns(passages: Sequence[Passage]) -> Iterator[Fact[Limit]]:
    """Read limits that stand in a column of their own, headed "Word limit"."""
    for passage in passages:
        row = passage.row
        head = _COLUMN.fullmatch(passage.text) if row is not None and row.number <= 2 else None
        if head is None or row is None or len(row.cells) < 2 or any(re.search(r"\d", cell) for cell in row.cells):
            continue
        for cells in row.table.rows[row.number + 1 :]:
            cell = next((cell for cell in cells if cell.column == row.columns[passage.column]), None)
            match = (
                re.fullmatch(
                    r"(?:max(?:imum)?\.? )?(\d{1,3},\d{3}|\d{1,5})(?: (words?|pages?"
                    r"|sides?(?: of A4)?))?(?: max(?:imum)?)?",
                    " ".join(cell.text.split()),
                    re.IGNORECASE,
                )
                if cell
                else None
            )
            if match is None:
                continue
            if not (match[2] or head["unit"]):
                continue
            words = (match[2] or head["unit"]).lower().startswith("word")
            size = int(match[1].replace(",", ""))
            scope = tidy(
                next(
                    (other.text for other in cells if re.search(r"[^\W\d]{3}", other.text) and other is not cell), ""
                ),
                80,
            )
            limit = Limit(scope, size if words else None, None if words else size)
            place = cell.blocks[0].place if cell and cell.blocks else passage.place
            yield Fact("page_or_word_limits", limit, in_one_line(other.text for other in cells)[:300], place)


def _first_of(match: re.Match[str], *names: str) -> str:
    """The first of several groups that matched."""
    return next((match[name] for name in names if match[name]), "")


def _is_most(text: str, match: re.Match[str]) -> bool:
    """Leave out least lengths, and words such as "over" or "within" that speak of something else."""
    before = text[max(0, match.start() - 25) : match.start()]
    if _LEAST.search(before):
        return False
    cue = (match["cue"] or "").lower()
    if cue in (
        "within",
        "over",
        "above",
        "beyond",
        "up to",
        "more than",
        "less than",
        "exceeds",
        "exceeding",
        "longer than",
        "fewer than",
        "exceed",
    ):
        return _BID.search(text) is not None
    return True


def _scope(statement: Statement, start: int, end: int) -> str:
    """Say what is limited: the question that the words stand in or under, else the thing that the sentence names."""
    own = _own_scope(statement.text, start, end)
    passage = statement.passage
    question = _question(passage)
    if question and (
        not own
        or re.fullmatch(
            r"(?:your |the |this |overall )*(?:answers?|responses?|question|submission|section)"
            r"(?: to (?:this |the |each )?(?:section|question|part))?",
            own,
            re.IGNORECASE,
        )
    ):
        return question
    return own or question or (tidy(passage.place.heading[-1], 80) if passage.place.heading else "")


def _own_scope(text: str, start: int, end: int) -> str:
    found = [match for match in _SCOPE.finditer(text) if match.end() <= start + 1]
    if found:
        return _plain(found[-1][0])
    after = _SCOPE.search(text, end)
    return _plain(after[0]) if after else ""


def _plain(words: str) -> str:
    """Leave out the verbs that stand before the name of a thing."""
    return tidy(_VERBS.sub("", words), 80)


def _before_limit(text: str) -> str:
    limit = _LIMIT.search(text)
    return tidy(text[: limit.start()] if limit and limit.start() > 4 else text, 80)


def _question(passage: Passage) -> str:
    if label_of(passage.text):
        return _before_limit(passage.text)
    if passage.row is not None:
        cells = [cell for cell in passage.row.cells if cell.strip() and cell is not passage.text]
        named = next((cell for cell in cells if label_of(cell)), None)
        if named is None:
            for row in reversed(passage.row.table.rows[: passage.row.number]):
                named = next((cell.text for cell in row if label_of(cell.text)), None)
                if named:
                    break
        if named:
            return _before_limit(named)
    if label_of(passage.before):
        return _before_limit(passage.before)
    last = passage.place.heading[-1] if passage.place.heading else ""
    return tidy(last, 80) if label_of(last) or re.match(r"(?:question|method|section)\b", last, re.IGNORECASE) else ""
