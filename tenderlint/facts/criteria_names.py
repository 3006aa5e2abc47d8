"""The words of award criteria: which kind a name is of, what a scale or a total is, how a name is tidied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from tenderlint.patterns import late_pattern


class Kind(StrEnum):
    """What a criterion judges, as far as its name tells."""

    PRICE = "price"
    QUALITY = "quality"
    SOCIAL = "social value"
    OTHER = "other"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PRICE = _set(
    "price prices pricing priced cost costs costing costings commercial commercials financial financials"
    " finance quantitative"
    " fee fees "
    "money affordability tariff charges rates economic"
)
_PRICE_WITH = _set(
    "total tendered tender bid bids sum evaluated lowest whole wholelife life lifetime lifecycle cycle overall"
    " fixed value rate "
    "schedule proposal proposals response responses offer envelope submission submissions model competitiveness"
    " competitive "
    "effectiveness annual net ownership contract quotation quote quoted amount basket hourly day unit"
)
_QUALITY = _set("quality qualitative technical nonprice noncost nonfinancial noncommercial")
_QUALITY_WITH = _set(
    "service services delivery merit merits ability capability capacity competence competency competences"
    " questions question "
    "response responses method methods statement statements approach methodology works work proposal proposals"
    " envelope "
    "submission submissions factors professional product products offer specification solution value"
    " questionnaire suitability"
)
_NEUTRAL = _set(
    "bid bids the a an of and for to in on by your our their its bidder bidders tenderer tenderers supplier"
    " suppliers criteria criterion "
    "element elements component components section sections part parts stage score scores scoring scored"
    " weighting weightings "
    "weight weighted weights assessment evaluation evaluated overall total main award mark marks points point"
    " percentage level "
    "first then question area aspects aspect category factor based content all combined i ii iii iv v vi a b c d e"
)
_SOCIAL = late_pattern(
    r"\bsocial(?: and (?:environmental|economic|added))? (?:value|impact|benefits?|returns?|outcomes?|considerations)\b"
    r"|\bsocial,? economic,?(?: and|&) environmental\b|\bcommunity (?:benefits?|value|wealth)\b"
    r"|\badded (?:social )?value\b"
    r"|\badditional (?:social )?value\b|\bTOMs\b|\bwider (?:social|community) (?:value|benefits?)\b"
    r"|\beconomic, social\b"
    r"|\bsocio-economic\b",
    re.IGNORECASE,
)
_CORE_QUALITY = late_pattern(r"\b(?:quality|technical)\b", re.IGNORECASE)
_ASIDE = late_pattern(
    r"\s{0,9}(?:[(\[]|\b(?:including|incl\.?|inclusive of|comprising|of which|made up of|consisting)\b|\s[–—-]\s|:)"
    r".{0,2000}$"
)
_TOKEN = late_pattern(r"[a-z]+(?:'[a-z]+)?")
_LABEL = late_pattern(
    r"^(?:(?:section|part|schedule|appendix|annex|item|question|criterion|criteria|stage|envelope|lot"
    r"|method statement|ref)\.? "
    r"(?:no\.? ?)?(?:[a-z]?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[a-z]|[ivx]{1,4})(?!\w)"
    r"|(?:qu?|no|ms|sv|aq|awq)\.? ?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?(?!\w)"
    r"|\(?(?:[a-z]\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,2}(?:\.\d{1,3}){1,4}[a-z]?|\d{1,2}[a-z]?(?=[.):]"
    r"|\s+(?-i:[A-Z])))(?![\w%])\)?"
    r"|\(?[ivx]{1,4}[.)]|\(?[a-z][.)](?= ))[\s.:)–—-]*",
    re.IGNORECASE,
)
_TOTAL = late_pattern(
    r"^(?:(?:sub|grand|section|overall|combined|maximum|max|the)[- ]?)?(?:total|sum)s?\b(?! (?:[\w-]+ )?(?:cost|price"
    r"|fee"
    r"|tender|contract|bid|sum|"
    r"whole|life|evaluated|commercial|charge|value of))|^overall (?:score|weighting|total)|^(?:sub-?)?totals?$"
    r"|^maximum (?:score|marks|points)"
    r"|.{0,40}\b(?:sub)?total$",
    re.IGNORECASE,
)
_SCALE = late_pattern(
    r"^[\W\d]*(?:excellent|very good|good|satisfactory|acceptable|adequate|fair|poor|very poor|unacceptable"
    r"|unsatisfactory|weak|limited"
    r"|fail(?:ed|s)?|exceptional|outstanding|superior|non-?compliant|no (?:response|answer|evidence|submission)"
    r"|inadequate|not answered"
    r"|(?:minor|major|serious|significant|some|few|no|slight) (?:reservations?|concerns?|weakness\w*)"
    r"|fully (?:meets|compliant|satisf\w+)"
    r"|(?:partially|partly) (?:meets|compliant)|(?:does not|exceeds|meets|below|above) |deficient|average|high"
    r"|medium|low|marginal|strong"
    r"|confident|full confidence|comprehensive|a (?:good|poor|satisfactory|comprehensive|weak|excellent) )\b",
    re.IGNORECASE,
)
_TAIL = late_pattern(
    r"(?<![\s:;,.=–—(-])"
    r"(?:[\s:;,.=–—-]++|\(\s{0,9}\)|\(|\b(?:weighting|weight|weighted|worth|is|are|at|max(?:imum)?|marks?|points?"
    r"|maximum (?:score|marks|points)|of)(?=[\s:=(–-]*$)){1,60}$",
    re.IGNORECASE,
)
_HEAD = late_pattern(
    r"^(?:[\s:;,.=–—)•-]|(?:and|or|then|plus|the|a|an|of|for|to|on|by|is|are|weighting|also|which)\b)+",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def kind_of(name: str) -> Kind:
    """Tell the kind of a criterion by its name alone: a name that says more than price or quality is OTHER."""
    name = bare(name)
    plain = _ASIDE.sub("", name) or name
    if _SOCIAL.search(plain):
        return Kind.QUALITY if re.match(r"\W*(?:quality|technical)\b", plain, re.IGNORECASE) else Kind.SOCIAL
    words = set(_TOKEN.findall(_joined(plain)))
    words -= _NEUTRAL
    if not words:
        return Kind.OTHER
    if words & _QUALITY and words <= _QUALITY | _QUALITY_WITH:
        return Kind.QUALITY
    if words & _PRICE and words <= _PRICE | _PRICE_WITH:
        return Kind.PRICE
    return Kind.QUALITY if words in ({"method", "statements"}, {"method", "statement"}) else Kind.OTHER


def core(name: str) -> str:
    """Return the part of a known name that says its kind: "the price element" is "price"."""
    words = name.split()
    edges = _NEUTRAL | {"which", "that", "this", "it", "include", "includes", "including", "with", "as"}
    while words and _letters(words[0]) in edges:
        words.pop(0)
    while words and _letters(words[-1]) in edges:
        words.pop()
    return tidy(" ".join(words))


def _letters(word: str) -> str:
    return re.sub(r"[^a-z'-]", "", word.lower())


def _joined(name: str) -> str:
    return re.sub(r"\bnon[- ](?=price|cost|financial|commercial)", "non", name.lower().replace("\u2019", "'"))


def bare(name: str) -> str:
    """Return the name without its number ("Q1", "3.3.1", "Section B")."""
    return _LABEL.sub("", name.strip()) or name.strip()


def label_of(name: str) -> str:
    """Return the number at the head of a name ("Q1", "3.3.1", "(ii)") in small letters, or nothing."""
    match = _LABEL.match(name.strip())
    return re.sub(r"[^a-z0-9.]", "", match[0].lower()).strip(".") if match else ""


def is_total(name: str) -> bool:
    """Say whether a row's name is that of a sum."""
    return _TOTAL.match(name.strip()) is not None


def is_scale(names: Iterable[str]) -> bool:
    """Say whether the names are steps of a scoring scale ("Excellent", "Minor reservations") and no criteria."""
    names = list(names)
    return len(names) > 1 and sum(1 for name in names if _SCALE.match(name)) * 2 >= len(names)


def tidy(name: str, most: int = 140) -> str:
    """Tidy a criterion's name: the first line or sentence, without what joins it to its weight."""
    text = _title(name.strip())
    if len(text) > most:
        text = re.split(r"(?<=[.?!:])\s", text, maxsplit=1)[0]
    text = _HEAD.sub("", _TAIL.sub("", " ".join(text.split())))
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0]
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    if text.count("(") > text.count(")"):
        text = text.rsplit("(", 1)[0] if text.rindex("(") > 3 else text.lstrip("(")
    return text.strip(" \t:;,.–—-•/&")


def _title(text: str) -> str:
    """Of a cell of several paragraphs take the first, when what follows it is prose; a number alone is no title."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return text
    only_a_number = label_of(f"{lines[0]} A") == re.sub(r"[^a-z0-9.]", "", lines[0].lower()).strip(".")
    taken = 2 if only_a_number else 1
    rest = " ".join(lines[taken:])
    return " ".join(lines[:taken]) if len(rest) > 40 or rest[-1:] in ".?:" else " ".join(lines)
