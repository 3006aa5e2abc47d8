"""Statements: the sentences and table rows that a fact may be read from, and whether they deny it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.passages import Passage
from tenderlint.patterns import late_pattern
from tenderlint.values import Value

T = TypeVar("T", bound=Value)

_END = late_pattern(r"[.!?][\"'”’)\]]{0,2}\s+(?=[\"'“‘(\[]?[A-Z£$€0-9•]|\((?:[a-z]|[ivx]{2,4})\)\s)")
_ABBREVIATION = late_pattern(
    r"(?:\b(?:e\.g|i\.e|eg|ie|ca|St|Mr|Mrs|Ms|Dr|Prof|Rev|Cllrs?|Messrs|Edn|[Aa]pprox|[Ii]ncl|[Ee]xcl|[Mm]in|[Mm]ax|vs|viz"
    r"|c\.f|cf|c|Ind|[Dd]eg|N\.B)"
    r"|^[A-Z]|^\d{1,3}(?:\.\d{1,3}){0,4})$"
)
_MAY_END = late_pattern(
    r"(?:\b(?:etc|Ltd|Co|Inc|Plc|plc|Dept|et al|p\.a|Rd|Ave|Est|Jan|Feb|Mar|Apr|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed"
    r"|Thur?s?|Fri|Sat|Sun|[BM]\.(?:Sc|Ed|Eng))|(?<!\w)(?!N\.B$)(?:[A-Z]\.){1,4}[A-Z]|(?<=[^\w.])[A-Z])$"
)
_STARTS = late_pattern(
    r"[\"'“‘(\[]?(?:The|This|These|That|Those|There|They|Their|It|Its|If|We|Our|You|Your|A|An|Any|All|Each|Every|No"
    r"|In|On|He|She|His|Her|I|Who|What|How|Why|Both|Some|Such|Other|Others|Also|With|Until|Unless|Once|Do|See|Sign|Send"
    r"|At|By|For|From|To|Of|As|Where|When|Which|While|After|Before|However|Please|Failure|Bids?|Bidders?|Tenders?"
    r"|Tenderers?|Suppliers?|Contractors?|Providers?|Applicants?)\b"
)
_TAIL = 24  # letters before a full stop that tell whether it ends a sentence: more than any pattern above can match
_LONGEST = 6  # letters of the longest word in the patterns above
_NUMBER_OF = late_pattern(
    r"(?:\b(?i:nos?|arts?|regs?|paras?|schs?|scheds?|secs?|figs?|vols?|chs?|pts?|cls?|apps?|appx|encl?s?"
    r"|annexe?|juncs?|rms?|bldgs?|flrs?|refs?|tel|ext|fax"
    r"|edn?|est)|(?<![\w.’'])(?:ss?|pp?|rr?|vv?|cc))$"
)
_NUMBERED = late_pattern(r"[\"'“‘(\[]?(?:\S{0,20}\d|[A-Z]{2,}\b)|[\[«]")
_LETTERED = late_pattern(r"[A-Z](?![\w’'])")
_DENIAL_BEFORE = late_pattern(
    r"\b(?:no|not|nor|never|without|neither|nil|n/a|waive[sd]?|exempt from|instead of|rather than|free of|excluding"
    r"|(?:falls?|lies?|is|are) outside"
    "|(?:is|are|was|were|do|does|did|will|would|shall|should|can|could|need|has|have)n['’]t|won['’]t|can['’]t"
    r"|cannot)\b"
    r"(?! (?:be |to be )?(?:less|later|fewer|lower|more|longer|greater|larger|exceed|only|limited|below|under"
    r"|withstanding|otherwise|already))[^.;:)]{0,60}$",
    re.IGNORECASE,
)
_DENIAL_AFTER = late_pattern(
    r"^[^.;?]{0,80}?(?:\b(?:is|are|was|will|shall|does|do|would|has|have|need|may|can)\s*(?:not|never"
    r"|n['’]t)\b(?! only)"
    r"|\b(?:isn|aren|won|doesn|don|needn)['’]t\b"
    r"|\bnot (?:be )?(?:used|applicable|required|needed|apply|sought|requested|relevant|expected|anticipated"
    r"|necessary)\b"
    r"|\bn/a\b|\bnil\b|\bnone\b|\bis waived\b|\bunused\b|[:|–-]\s*no\b)",
    re.IGNORECASE,
)
_OPTION = late_pattern(
    r"\[\s*(?:(?:insert|enter|delete|add|complete|state|amount|number|date|name|not applicable|buyer|yes)\b"
    r"|£?\s?x+|●|•|\.\.|…)"
    r"|«|»|<\s*insert|guidance note|drafting note|delete as appropriate|if selected|insert not applicable",
    re.IGNORECASE,
)
_OPTION_MARKS = ("[", "«", "»", "<", "uidance", "rafting", "elete as", "elected", "applicable")
_DEFINITION = late_pattern(
    r"[\"”’']\s*(?:\([^)]{0,60}\)\s*)?(?:means|has the meaning|shall mean|is defined|refers to)\b"
    r"|\bshall have the meaning\b"
)

_DEFINING = ("mean", "is defined", "refers to")


class Statement(NamedTuple):  # as with passages, many are made
    """A sentence, or a row of a table with its cells in one line; `form` says which, where it was split from a text."""

    text: str
    passage: Passage
    form: Literal["", "sentence", "cell", "row"] = ""

    @property
    def about(self) -> str:
        """The words that it stands under; none for a statement that was not split from a text."""
        form, passage = self.form, self.passage
        if form == "sentence":
            return _under(passage)
        if not form or passage.row is None:
            return ""
        if form == "row":
            return f"{' '.join(passage.row.heads)} {passage.headings}".strip()
        label = "" if passage.row.label == passage.text else passage.row.label
        return f"{label[:160]} {passage.head} {passage.headings}".strip()

    def fact(self, name: str, value: T, start: int = 0, end: int = 0, sure: Sure = Sure.HIGH, why: str = "") -> Fact[T]:
        """Make a fact of what stands from `start` to `end`, quoted with the words around it."""
        quote = clip(self.text, start, end or len(self.text))
        return Fact(name, value, quote, self.passage.place, sure, why=why)

    def denies(self, start: int, end: int) -> bool:
        """Say whether the statement denies the thing that is named from `start` to `end`."""
        return denied(self.text, start, end)

    @property
    def is_option(self) -> bool:
        """Whether the words are still a choice or a blank for the buyer to fill."""
        likely = any(mark in self.text for mark in _OPTION_MARKS)
        return likely and _OPTION.search(self.text) is not None

    @property
    def is_definition(self) -> bool:
        """Whether the words only define a term."""
        return holds_any(self.text, _DEFINING) and _DEFINITION.search(self.text) is not None


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Say whether a text holds any of the words, or parts of words: far cheaper than a pattern that needs one."""
    for word in words:  # noqa: SIM110 - a loop costs half of any()
        if word in text:
            return True
    return False


def lowered(text: str) -> str:
    """Return the text in small letters, place for place (a few letters would otherwise become two)."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


def denied(text: str, start: int, end: int) -> bool:
    """Say whether `text` denies what it names from `start` to `end` ("no bond", "a bond is not required")."""
    before, after = text[max(0, start - 90) : start], text[end : end + 120]
    return _DENIAL_BEFORE.search(before) is not None or _DENIAL_AFTER.search(after) is not None


def statements(passages: Iterable[Passage]) -> Iterator[Statement]:
    """Yield the sentences of running text, and each row of a table once."""
    seen: set[tuple[int, int]] = set()
    for passage in passages:
        row = passage.row
        if row is None:
            for sentence in sentences(passage.text):
                yield Statement(sentence, passage, "sentence")
            continue
        key = (id(row.table), row.number)
        if max(map(len, row.cells)) > 240:
            for sentence in sentences(passage.text):
                yield Statement(sentence, passage, "cell")
        elif key not in seen:
            seen.add(key)
            yield Statement(in_one_line(row.cells), passage, "row")


def in_one_line(cells: Iterable[str]) -> str:
    """Join the words of cells as they are read along the row."""
    return " ".join(" ".join(cell.split()) for cell in cells if cell.strip())


@lru_cache(maxsize=32768)
def sentences(text: str) -> tuple[str, ...]:
    """Split running text into sentences; numbers, abbreviations and initials do not end one."""
    if text.find(".", 0, -1) < 0 and text.find("?", 0, -1) < 0 and text.find("!", 0, -1) < 0:  # most texts
        whole = text.strip()
        return (whole,) if whole else ()
    found, start = [], 0
    for end in _END.finditer(text):
        stop = end.start()
        if text[stop] == "." and _goes_on(text[max(start, stop - _TAIL) : stop], text[end.end() : end.end() + 30]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return (*found, rest) if rest else tuple(found)


def _goes_on(before: str, after: str) -> bool:
    """Say whether a full stop between the words belongs to an abbreviation or a number, and ends no sentence."""
    last = before[before.rfind(" ") + 1 :]
    if len(last) > _LONGEST and "." not in last and last.isalpha():
        return False
    named = _NUMBER_OF.search(before)
    if named:
        return _NUMBERED.match(after) is not None or (named[0][0] not in "nN" and _LETTERED.match(after) is not None)
    if _MAY_END.search(before):
        return _STARTS.match(after) is None
    return _ABBREVIATION.search(before) is not None


def clip(text: str, start: int, end: int, most: int = 300) -> str:
    """Return the sentence around a stretch of text; of a long one only what stands about the stretch."""
    if len(text) <= most:
        return text.strip()
    room = max(0, most - (end - start)) // 2
    first, last = max(0, start - room), min(len(text), end + room)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = max(end, text.rfind(" ", end, last))
    return text[first:last].strip()


def _under(passage: Passage) -> str:
    """The words that a paragraph stands under: its headings and, for an item, the words before it."""
    before = passage.before
    lead = before if before.rstrip().endswith(":") or passage.block.level else ""
    return f"{passage.headings} {lead[-200:]}".strip()
