"""What stands in a pack: the names of its files, and the titles under which its parts begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from tenderlint.facts.attachment_names import Reference, in_full, references, variants
from tenderlint.facts.attachment_parts import GATHERED, Part, named_parts, part_candidates, stem
from tenderlint.facts.forms import titles as titles_of
from tenderlint.facts.passages import Passage, Passages, once_a_pack
from tenderlint.model import BlockKind
from tenderlint.patterns import late_pattern

_ASIDE = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS, BlockKind.FOOTNOTE, BlockKind.COMMENT)
_NUMBERISH = frozenset("abcdefghijklmnopqrstuvwxyz0123456789") | frozenset(str(number) for number in range(10, 40))
_STOP = frozenset((
    "the", "of", "and", "for", "to", "with", "this", "that", "from", "its", "our", "your", "document", "documents",
    "draft", "version", "copy", "attached", "separate", "enclosed", "please", "see", "final", "template", "form", "in",
    "on", "at", "by", "be", "is", "are", "or", "an", "not", "v1", "v2", "v3", "part", "appendix", "annex", "schedule",
    "attachment", "section", "scan", "scanned", "below", "above",
))  # fmt: skip
_SAME = {
    "pricing": "price", "prices": "price", "priced": "price", "costs": "price", "cost": "price", "tenderer": "tender",
    "tenderers": "tender", "tendering": "tender", "tenders": "tender", "bid": "tender", "bids": "tender",
    "bidder": "tender", "bidders": "tender", "quotation": "tender", "requirement": "requirements",
    "terms": "conditions", "contractor": "contract", "contractors": "contract", "contracts": "contract",
    "contractual": "contract", "questionnaire": "questions", "question": "questions", "submission": "response",
    "details": "detail", "workforce": "tupe", "drawings": "drawing", "plans": "plan", "maps": "map",
}  # fmt: skip
_WORD = late_pattern(r"[a-z0-9]+")
_MOST_OF = 0.75  # of the words of a name must stand in a title for the two to be one: of two or three that is all
_RUN_IN = late_pattern(
    r"\s?(?:[:.–—-]\s|\([^)]{2,80}\)[\s:.–—-]{1,3})(?:The |A |An )?"
    r"(?P<title>[A-Z][^.:;]{1,80}[.:–—]\s)?(?=[A-Z1-9(])"
)
"""What stands between the number of a part and its first sentence."""
_TELLS_OF = late_pattern(
    r"\b(?:attached|enclosed|appended|accompanying|separate\w*|spreadsheet|excel|workbook|download\w*|web ?site|portal"
    r"|https?:|to follow|on request|will be (?:issued|sent|provided|shared|supplied)|is provided|are provided"
    r"|provided as|not (?:used|applicable|required)|see|refer to|please (?:complete|return|read|sign|use|fill)"
    r"|to be (?:completed|returned|signed|submitted|filled)"
    r"|(?:must|should|shall|needs? to) be (?:completed|returned|signed|submitted|filled|read|used|priced)"
    r"|(?:complete|sign|fill in|return|read|submit|price) (?:and \w+ )?(?:this|it"
    r"|the (?:form|schedule|document|sheet))"
    r"|(?:this|the|which) (?:\w+ ){0,2}?(?:sets? out|contains?|gives?|shows?|describes?|lists?|covers?|provides?|tells?"
    r"|explains?|details)|and return(?:ed)?|(?:sets? out|contains?|describes?|lists) (?:the|our|all|how|what))\b",
    re.IGNORECASE,
)
"""Words that tell of a part that stands somewhere else, or of what to do with it."""
_FIRST_WORDS = (
    "append", "appx", "app", "annex", "schedule", "attachment", "vol", "enclosure", "exhibit", "defform", "form",
    "doc", "part", "joint", "call", "framework", "order", "contract",
)  # fmt: skip
"""What the name of a part may begin with."""
_RUN_IN_WORDS = 8
_LISTED_WORDS = 25
_CLAUSE = late_pattern(r"\d{1,2}\.\d")
_ITEM = late_pattern(r"\d{1,2}\.\d{1,2}\.\d")
"""So deep a number before the name of a part is that of a clause that lists it, however it is tagged."""
_HOW_TO = late_pattern(
    r"\W*(?:how to (?:complete|fill)|complet(?:ing|ion of)|filling (?:in|out)|(?:guidance|instructions|notes|guide"
    r"|help) (?:on|for|to|about) (?:the )?(?:complet\w+|filling|using|return\w*|submi\w+))\b",
    re.IGNORECASE,
)
"""A heading over how a paper is filled in is not that paper."""
_CONTENTS = late_pattern(r"\bcontents\b", re.IGNORECASE)


def plain_words(text: str) -> frozenset[str]:
    """Return the telling words of a title in one spelling: plurals cut, "pricing" as "price", small words dropped."""
    found = set()
    for word in _WORD.findall(text.lower().replace("’", "").replace("'", "")):
        if word not in _STOP and len(word) > 1:
            same = _SAME.get(word, word)
            found.add(same[:-1] if len(same) > 4 and same.endswith("s") and not same.endswith("ss") else same)
    return frozenset(found)


@dataclass(frozen=True)
class Standing:
    """What is in the pack: numbered parts, those that are only a title, and titles in plain words."""

    keys: frozenset[tuple[str, str]]
    empty: frozenset[tuple[str, str]]
    names: tuple[str, ...]  # the titles as they stand

    @cached_property
    def titles(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The first word or number of each title, and its telling words: asked for where a number is not found."""
        return tuple(map(_title, self.names))

    def holds(self, reference: Reference) -> bool:
        """Say whether a part stands in the pack, by its number or by its title."""
        if any((reference.kind, spelling) in self.keys for spelling in variants(reference.number)):
            return True
        wanted = plain_words(reference.title)
        return bool(wanted) and not self.is_empty(reference) and self.has_title(wanted, reference.number)

    def is_empty(self, reference: Reference) -> bool:
        """Say whether the part's title is there with nothing under it."""
        return any((reference.kind, spelling) in self.empty for spelling in variants(reference.number))

    def has_title(self, wanted: frozenset[str], number: str = "") -> bool:
        """Say whether a file or a heading carries all of the words, or some of them beside the part's number."""
        return any(
            (len(wanted) > 1 and len(wanted & title) >= _MOST_OF * len(wanted))
            or (number == first and bool(wanted & title))
            or (len(wanted) == 1 and wanted == title - _NUMBERISH)
            for first, title in self.titles
        )


@once_a_pack
def standing_parts(passages: Passages) -> Standing:
    """Return what stands in the pack: names of files, headings, running headers and titles on their own line."""
    keys: set[tuple[str, str]] = set()
    empty: set[tuple[str, str]] = set()
    titles: list[str] = []
    for names, numbered in file_names(passages):
        titles.extend(names)
        keys.update(numbered)
    for passage in _likely(passages):
        if _in_contents(passage.place.heading) or _ITEM.match(passage.block.label):
            continue
        if passage.block.kind is not BlockKind.HEADING and not _may_be_title(passage):
            if _runs_in(passages, passage):
                keys.update(_keys(list(references(_labelled(passage)[:90]))[:1]))
            continue
        found = _keys_of_title(passages, passage)
        filled = not found or _has_content(passages, passage)
        is_title = found or passage.block.kind is BlockKind.HEADING or passage.text.isupper()
        if filled and is_title and not _HOW_TO.match(passage.text):
            titles.append(_labelled(passage))
        if filled:
            keys.update(found)
        elif not _CLAUSE.match(passage.block.label):  # a clause that only names a part lists it, and does not begin it
            empty.update(found)
    return Standing(frozenset(keys), frozenset(empty - keys), tuple(titles))


def _title(words: str) -> tuple[str, frozenset[str]]:
    return words.split(maxsplit=1)[0].strip(".:)(").lower() if words.strip() else "", plain_words(words)


def file_names(passages: Passages) -> Iterator[tuple[list[str], set[tuple[str, str]]]]:
    """Yield for each file of the pack its names, and the parts that they say it is."""
    for document in passages.pack.documents:
        names = [name for name in (stem(document), document.structure.title) if name]
        keys = {key for name in names for key in _keys(references(in_full(name)))}
        numbered = re.match(r"(\d{1,2})\b", stem(document))
        if numbered:
            keys.update((kind, str(int(numbered[1]))) for kind in ("document", "attachment", "part"))
        yield names, keys


def _keys(found: Iterable[Reference]) -> Iterator[tuple[str, str]]:
    for reference in found:
        for spelling in variants(reference.number):
            yield reference.kind, spelling


def _labelled(passage: Passage) -> str:
    """The words of a passage with the number that the reader sees before them."""
    label = passage.block.label
    return f"{label} {passage.text}" if label and label[:1].isalnum() else passage.text


def _likely(passages: Passages) -> list[Passage]:
    """Return what looks like a title or names a part, in the order of reading; nothing else can begin one."""
    loud = (passage for passage in passages.all if passage.text.isupper())
    found = {passage.index: passage for passage in (*titles_of(passages), *part_candidates(passages), *loud)}
    return [found[index] for index in sorted(found)]


@lru_cache(maxsize=256)
def _in_contents(path: tuple[str, ...]) -> bool:
    return any(_CONTENTS.search(heading) for heading in path)


def _may_be_title(passage: Passage) -> bool:
    """A short line that begins with the name of a part can be its title, also in a header; an item of a list cannot."""
    block = passage.block
    if len(passage.text) > (220 if passage.text.isupper() else 120) or block.kind in (
        BlockKind.CONTENTS,
        BlockKind.LIST_ITEM,
        BlockKind.COMMENT,
    ):
        return False
    if passage.row is not None and len([cell for cell in passage.row.cells if cell.strip()]) > 1:
        return False
    bullet = block.label and not block.label[:1].isalnum() and not block.label.startswith("(")
    ends_item = passage.text.endswith((".", ",")) or (passage.text.endswith(";") and not block.look.bold)
    if bullet or ends_item:
        return False
    return passage.text.isupper() or next(references(passage.text[:40]), None) is not None


def _runs_in(passages: Passages, passage: Passage) -> bool:
    """Say whether a paragraph begins a part with its own first words: "Schedule C: Prices. State a price for ...".

    A line that tells what a part is or what to do with it does not begin it; nor does one of a list of parts, unless
    there is a good deal under its title.
    """
    block = passage.block
    if block.kind is not BlockKind.PARAGRAPH or passage.row is not None:
        return False
    if not passage.text[:1].isupper() or not passage.text[:12].lower().startswith(_FIRST_WORDS):
        return False
    named = next(references(passage.text[:90]), None)
    if named is None or named.start > 0:
        return False
    rest = passage.text[named.end :]
    begins = _RUN_IN.match(rest) or any(
        span.start == 0 and named.end <= span.end < len(passage.text) and span.look is not None and span.look.bold
        for span in block.spans
    )
    if not begins or _TELLS_OF.search(rest):
        return False
    long = len(rest.split())
    return long >= (_LISTED_WORDS if _listed(passages, passage) else _RUN_IN_WORDS)


def _keys_of_title(passages: Passages, passage: Passage) -> set[tuple[str, str]]:
    """The parts that begin with this title: by the names in it, or by its number under a heading "Appendices"."""
    words = _labelled(passage)
    path = passage.place.heading
    gathered = next((found for heading in reversed(path) if (found := GATHERED.match(heading))), None)
    if gathered is not None and passage.block.kind is BlockKind.HEADING:
        direct = path[-1] == gathered[0]  # deeper down only a letter can be a part: numbers are those of questions
        number = re.match(r"(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?=[\s.:)–-]|$)" if direct else r"[A-Z](?=\s[A-Z]{2})", words)
        if number:
            return set(_keys(references(f"{gathered['kind'].capitalize()} {number[0]}")))
    named = list(references(words[:90]))
    if not named or named[0].start > 12 or _listed(passages, passage):
        return set()
    return set(_keys(named if passage.block.kind is BlockKind.HEADING else named[:1]))


def _has_content(passages: Passages, title: Passage) -> bool:
    """Say whether anything stands under a title: words, or pictures and pages that hold no words."""
    document = title.document
    if title.block.kind in (BlockKind.HEADER, BlockKind.FOOTER) or any(note.lost for note in document.notes):
        return True
    page = title.place.page
    if any(page is None or picture.place.page in (None, page, page + 1) for picture in document.structure.pictures):
        return True
    mine = _keys_of_title(passages, title)
    heading = title.block.kind is BlockKind.HEADING
    for passage in passages.all[title.index + 1 : title.index + 12]:
        if passage.document is not document:
            return False
        if passage.block.kind in _ASIDE:
            continue
        if passage.block.kind is BlockKind.HEADING:
            other = _keys_of_title(passages, passage)
            higher = heading and passage.block.level < title.block.level
            return not (higher or (other and not other & mine))
        return True
    return False


def _listed(passages: Passages, passage: Passage) -> bool:
    """A line is an entry of a list when its neighbours name other parts; so are three headings in a row."""
    if passage.block.kind in (BlockKind.HEADER, BlockKind.FOOTER):
        return False
    mine = next(references(_labelled(passage)), None)
    beside = [_first(passages, passage, step) for step in (-1, 1)]
    others = [other for other in beside if other and mine and (other.kind, other.number) != (mine.kind, mine.number)]
    if passage.block.kind is BlockKind.HEADING:
        return len(others) == 2
    lead = passage.before.rstrip().endswith((":", ":-", ": -")) and passage.row is None
    return bool(others) or (lead and not passage.block.look.bold)


def _first(passages: Passages, passage: Passage, step: int) -> Reference | None:
    """Return the part that a short neighbour names; beside a heading only one that the neighbour begins with."""
    at = passage.index + step
    if not 0 <= at < len(passages.all) or passages.all[at].document is not passage.document:
        return None
    words = _labelled(passages.all[at])
    found = next(references(words), None) if len(words) <= 120 else None
    return found if found is not None and (found.start <= 4 or passage.block.kind is not BlockKind.HEADING) else None


def missing_parts(passages: Passages) -> tuple[Part, ...]:
    """Return the numbered parts that the pack names as its own and that stand nowhere in it."""
    standing = standing_parts(passages)
    return tuple(
        part
        for part in named_parts(passages)
        if not any(standing.holds(replace(part.reference, title=title)) for title in part.titles or [""])
    )
