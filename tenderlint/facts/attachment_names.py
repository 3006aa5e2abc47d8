"""Names of the parts of a pack in running text: "Appendix B", "Schedules 1 to 3", "the attached Site Plan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tenderlint.patterns import late_pattern

_KINDS = {
    "app": "appendix", "ann": "annex", "sch": "schedule", "att": "attachment", "vol": "volume", "enc": "enclosure",
    "exh": "exhibit", "def": "defform", "for": "form", "doc": "document", "par": "part",
}  # fmt: skip
_KIND = (
    r"(?i:\b(?:(?P<prefix>joint|call[- ]?off|framework|order|contract)\s)?"
    r"(?P<kind>append(?:ix|ices)|appx\.?|app\.(?=\s)|annex(?:e|ure|es|ures)?|schedules?|attachments?|volumes?|vol\.?"
    r"|enclosures?"
    r"|exhibits?|defforms?|forms?|documents?|doc\.|parts?))"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})?[A-Z]{0,2}|[A-Z]\d{0,2}|[IVX]{2,5}|\d{1,2}[a-z])"
_UNIT = (
    r"\s(?:metres?|m|mm|cm|km|days?|weeks?|months?|years?|hours?|minutes|times|copies|pages?|sides|percent|per cent"
    r"|people|words)\b"
)
_REFERENCE = late_pattern(
    rf"{_KIND}[\s–—-]{{1,3}}(?:[Nn]o\.?\s?|[Nn]umber\s)?[\"“‘'(]?(?P<first>{_NUMBER})(?![\w%])[\"”’')]?(?!\s?[%£]"
    rf"|{_UNIT})"
    rf"(?P<more>(?:\s?(?:,|,? and|&|/|or|to|through|[–-])\s?[\"“‘']?{_NUMBER}(?![\w%])[\"”’']?){{0,12}})"
)
_SMALL = late_pattern(
    r"(?i:\b(?P<kind>appendix|annexe?))\s[\"“‘']?(?P<number>[b-hj-z]|a(?=[,.;:)\"”’']))(?!\w)(?![’']\w)"
)
_PAPER = frozenset({"a3", "a4", "a5"})
_NEXT = late_pattern(rf"(?P<join>,|and|&|/|or|to|through|[–-])\s?[\"“‘']?(?P<number>{_NUMBER})")
_TITLE = late_pattern(
    r"(?:\s(?:to|of)\s(?:the\s)?(?:[A-Z]{2,}\s){0,3}(?:\d\w{0,5}\s(?:[A-Z]{2}\s)?)?(?:Annexe?|Appendix|Schedule)\s\w{1,3}"
    r"(?:\s\([^)]{0,40}\))?(?=\s?[:–—-]))?"
    r"\s?(?:[:–—-]\s?|\(|,?\s[\"“‘']"
    r"|\s(?=[A-Z][\w’']+ [A-Za-z]))(?P<title>(?:The )?[A-Z][\w'’/&-]*(?:[ ,][\w'’/&-]+){0,7})"
)
_AFTER_TITLE = late_pattern(
    r"(?:^|\s)(?:is|are|was|were|will|shall|must|may|should|can|has|have|which|that|where|when|below|above|attached"
    r"|and (?:the|return|(?:[Aa]nnex|[Aa]ppend|[Aa]ttachment|[Ss]chedule)\w*|[A-Z]{1,2}\d{1,2})"
    r"|for (?:further|more)|to (?:this|the|be)|[Ee]dn\.?|[Ee]dition|[Ii]ssue \d|[Vv]ersion \d)(?!\w)"
    r"|\s(?:[Pp]age\s)?\d{1,3}(?=$|\s(?:APPEND|ANNEX|SCHEDULE|SECTION|Append|Annex|Schedule|Section))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming of a part: its kind and number in small letters, the title beside it, and where it stands."""

    kind: str
    number: str
    title: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """The part as a person would write it."""
        kind = "DEFFORM" if self.kind == "defform" else self.kind.capitalize()
        return f"{kind} {self.number.upper()}" + (f" ({self.title})" if self.title else "")


def references(text: str) -> Iterator[Reference]:
    """Yield each numbered part that the words name, ranges and lists taken apart."""
    return iter(_all_references(text))


@lru_cache(maxsize=4096)
def _all_references(text: str) -> tuple[Reference, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Reference]:
    for match in _REFERENCE.finditer(text):
        kind = _kind(match)
        title = _TITLE.match(text, match.end())
        words = title["title"] if title and not match["more"].strip() else ""
        for number in _numbers(match, kind):
            if number not in _PAPER:
                yield Reference(kind, number, _cut(words), match.start(), match.end())
    for match in _SMALL.finditer(text):
        yield Reference(_kind(match), match["number"], "", match.start(), match.end())


def _kind(match: re.Match[str]) -> str:
    kind = _KINDS[match["kind"].lower()[:3]]
    prefix = (match.groupdict().get("prefix") or "").lower().replace(" ", "-").replace("calloff", "call-off")
    return f"{prefix} {kind}" if prefix and kind == "schedule" else kind


def _numbers(match: re.Match[str], kind: str) -> Iterator[str]:
    first = match["first"]
    if kind in ("form", "document", "part") and (first == "I" or (first == "A" and match["kind"].islower())):
        return
    yield first.lower()
    several = match["kind"].lower().endswith(("s", "ices"))
    last = first
    for step in _NEXT.finditer(match["more"]):
        number = step["number"]
        if not several and not (number.isalpha() and first.isalpha() and len(number) == 1):
            return
        if step["join"] in ("to", "through", "–", "-") and several:
            yield from _between(last, number)
        yield number.lower()
        last = number


def _between(first: str, last: str) -> Iterator[str]:
    """Yield what lies between the ends of a range of numbers or of letters; a strange range is only its ends."""
    if first.isdigit() and last.isdigit() and 1 < int(last) - int(first) < 30:
        yield from (str(number) for number in range(int(first) + 1, int(last)))
    elif len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and ord(first) < ord(last):
        yield from (chr(code).lower() for code in range(ord(first) + 1, ord(last)))


def _cut(title: str) -> str:
    """Keep of the words after a number what can be its title: up to a verb or a preposition that starts a sentence."""
    return _AFTER_TITLE.split(title)[0].strip(" ,-–")


_SHORT = {
    "app": "Appendix", "appx": "Appendix", "anx": "Annex", "ann": "Annex", "sch": "Schedule", "sched": "Schedule",
    "att": "Attachment", "attach": "Attachment", "vol": "Volume", "enc": "Enclosure", "encl": "Enclosure",
    "doc": "Document", "pt": "Part",
}  # fmt: skip
_SHORTENED = late_pattern(
    rf"\b(?P<short>{'|'.join(_SHORT)})\.?[\s_-]{{0,2}}(?=\d|[A-Z]\b|[IVX]{{2,4}}\b)", re.IGNORECASE
)


def in_full(name: str) -> str:
    """Write out the short forms that people use in names of files ("App B", "Sch2")."""
    return _SHORTENED.sub(lambda match: f"{_SHORT[match['short'].lower()]} ", name)


def variants(number: str) -> frozenset[str]:
    """Return the spellings of a number that can mean the same part: as it stands, and Roman as Arabic."""
    upper = number.upper()
    found = {number.lower()}
    if upper and set(upper) <= set(_ROMAN):
        total = 0
        for at, letter in enumerate(upper):
            value = _ROMAN[letter]
            total += -value if at + 1 < len(upper) and _ROMAN[upper[at + 1]] > value else value
        found.add(str(total))
    if number.isdigit():
        found.add(str(int(number)))
    return frozenset(found)
