"""Are short forms explained where they first stand?"""

import re
from bisect import insort
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import neg

from tenderlint.checking import (
    Context,
    Finding,
    Passage,
    Result,
    counted,
    first_places,
    is_read,
    judge,
    late_pattern,
    sentence_about,
)

_SHORT = late_pattern(r"[A-Z](?<![\w&].)[a-z]?[A-Z&]{1,5}(?=s?(?![\w&]))")
_SMALL = frozenset(("of", "and", "the", "for", "to", "in", "on", "a", "an", "&", "with", "by", "at", "as", "or"))
_WORD = late_pattern(r"[A-Za-z&][A-Za-z’'&]*")
_ROMAN = late_pattern(r"[IVXLC]+")
_CODE_AFTER = late_pattern(r"\s?[-–/]?\s?\d|[-/@_.]\w|\w| [A-Z]{2,}\b| No\b")
_CODE_BEFORE = late_pattern(r"(?:[\d@_./-]|\d |&|\b[A-Z]{2,} )$")
_LOOK = 12
_LATE = "{short} stands {times}{where} before it is spelled out ({at})."
_GLOSSARY = late_pattern(
    r"\b(?:glossary|definitions?|abbreviations?|acronyms?|terms used|interpretation)\b", re.IGNORECASE
)
_MEANS = late_pattern(r"means |stands for |is short for |refers to |is (?:an|the) abbreviation")
_BESIDE = late_pattern(r"\([\"'“‘]?(?:the |an? )?[\"'“‘]?[A-Z][A-Za-z]?[A-Z&]|[A-Z][\"'”’]? (?:\(|means|stands)")
_NAMED = late_pattern(r"\b[A-Z][A-Za-z’'&]*")
_MOST_READ = 25  # passages without a bracket that are read for the words of a short form
_LONG_ROW = 600  # letters
_LONGEST = 12  # words looked at before or after a short form
_NEAR = 100  # letters looked at
_NEW_LINE = 24  # letters before a bracket that opens so early in a passage that its words stand in the one before
_BRACKET = 8  # letters before a short form in which its bracket opens
_MOST = 15
_LEAST_LETTERS = 3


def check(context: Context) -> Result:
    """Tell the short forms that bidders meet several times and that the pack spells out never, or too late."""
    return judge(_findings(context), passed="every short form that is used often is spelled out, or well known")


def _findings(context: Context) -> Iterator[Finding]:
    least = int(context.setting("least_times"))
    found: list[tuple[str, list[Passage], Passage | None]] = []
    counts: list[int] = []  # of those found, the most first
    for short, most in sorted(_candidates(context, least), key=lambda each: -each[1]):
        if len(counts) >= _MOST and counts[_MOST - 1] > most:
            break  # no more are told, and the rest stand less often
        everywhere, places = _places(context, short)
        if len(places) < least:
            continue
        explained = _explained(everywhere, short)
        early = places if explained is None else [each for each in places if _is_before(each, explained)]
        if len(early) >= least:
            found.append((short, early, explained))
            insort(counts, len(early), key=neg)
    found.sort(key=lambda each: -len(each[1]))
    for short, places, explained in found[:_MOST]:
        text, where = places[0].text, first_places([passage.place for passage in places])
        times = counted(len(places), "time")
        late = "" if explained is None else _LATE.format(short=short, times=times, where=where, at=_at(explained))
        quote = sentence_about(text, text.find(short))
        yield Finding.at(places[0], quote=quote, message=late, short=short, times=times, where=where)


def _is_before(passage: Passage, explained: Passage) -> bool:
    """Say whether a short form stands in a document before it is spelled out there; a list of terms is never late."""
    if explained.row is not None or _GLOSSARY.search(explained.headings):
        return False
    return passage.document is explained.document and passage.index < explained.index


def _at(passage: Passage) -> str:
    return str(passage.place).removeprefix(passage.document.path).lstrip(", ") or "later"


def _candidates(context: Context, least: int) -> Iterator[tuple[str, int]]:
    """Yield the stretches of capitals that are neither well known nor words that are often stressed by capitals.

    With each goes how many times it stands anywhere.
    """
    wording = context.words.wording
    known, stressed = wording.words("known"), wording.words("shout")
    for short, times in Counter([match[0] for match in context.words.in_capitals(_SHORT)]).items():
        if times < least or len(short) < _LEAST_LETTERS or short in known or short in stressed:
            continue
        if not wording.accepts(short) and not _ROMAN.fullmatch(short):
            yield short, times


def _places(context: Context, short: str) -> tuple[list[Passage], list[Passage]]:
    """Return the passages that hold a short form, and those of running text that use it as one.

    Numbers of standards and stretches of capitals do not count. A word that is elsewhere written in small letters is
    only set in capitals here, and has no places.
    """
    everywhere: list[Passage] = []
    found: list[Passage] = []
    small, as_word = short.lower(), short.capitalize()
    last, text, counts = None, "", False
    for passage, start, end in context.passages.words(small, "s"):
        if passage is not last:
            last, text = passage, passage.text
            everywhere.append(passage)
            counts = is_read(passage) and not text.isupper()
        stands = text[start:end]
        if stands in (small, as_word):
            return [], []
        if counts and stands.startswith(short) and not _is_code(text, start, end):
            found.append(passage)
    return everywhere, found


def _is_code(text: str, start: int, end: int) -> bool:
    """Say whether letters are part of a number, a name or an address ("EN 13549", "SW1A 1AA", "RM-AB")."""
    after, before = text[end : end + _LOOK], text[max(0, start - _LOOK) : start]
    return _CODE_AFTER.match(after) is not None or _CODE_BEFORE.search(before) is not None


def _explained(passages: Sequence[Passage], short: str) -> Passage | None:
    """Return the first passage that spells the short form out, one in a list of terms before all others."""
    likely: list[Passage] = []
    others: list[Passage] = []
    for each in passages:
        (likely if each.row is not None or _may_explain(each.text) else others).append(each)
    likely.sort(key=lambda each: each.row is None)
    first = next((each for each in likely if _is_spelled_out(each, short)), None)
    if first is not None:
        others = [each for each in others if first.row is None and each.index < first.index]
    return next((each for each in others[:_MOST_READ] if _is_spelled_out(each, short)), first)


def _may_explain(text: str) -> bool:
    """Say whether a short form may be explained beside it: in brackets, or by a word for it."""
    return ("(" in text or "means" in text or "stands" in text) and _BESIDE.search(text) is not None


def _is_spelled_out(passage: Passage, short: str) -> bool:
    return any(_spells_out(text, short) for text in _texts(passage))


def _texts(passage: Passage) -> Iterator[str]:
    yield passage.text
    if passage.row is not None:
        yield " — ".join(passage.row.cells)[:_LONG_ROW]


def _spells_out(text: str, short: str) -> bool:
    small, wanted = text.lower(), short.lower()
    at = small.find(wanted)
    while at >= 0:
        before, after = text[max(0, at - _NEAR) : at], text[at + len(short) : at + len(short) + _NEAR]
        after = after.removeprefix("s")
        if _MEANS.match(after.lstrip("”’\"')s ")):
            return True
        words = _WORD.findall(before)
        if "(" in before[-_BRACKET:] and _is_in_brackets(words, wanted, len(before)):
            return True
        if _fits(words, wanted):
            return True
        first = _WORD.search(after)
        if first is not None and first[0][0].lower() == wanted[0] and _fits_start(_WORD.findall(after), wanted):
            return True
        at = small.find(wanted, at + 1)
    return _stands_near(text, short)


def _stands_near(text: str, short: str) -> bool:
    """Say whether words with capitals that make the short form stand anywhere in the passage."""
    others = text.replace(short, "")
    for letter in short:
        if letter not in others:
            return False
    return short in "".join([word[0] for word in _NAMED.findall(text) if word != short])


def _is_in_brackets(words: list[str], short: str, letters: int) -> bool:
    """Say whether a short form in brackets follows its words, or stands where the words are in the line before."""
    if letters < _NEW_LINE:
        return True
    fewer = short[:-1]  # the last word may come after the bracket
    return any(_holds(words[start:], short) or _holds(words[start:], fewer) for start in range(len(words)))


def _fits(words: list[str], short: str) -> bool:
    """Say whether the last words before a short form begin with its letters."""
    first = max(0, len(words) - _LONGEST)
    return any(_begins(words[at:], short) for at in range(first, len(words)) if words[at][0].lower() == short[0])


def _fits_start(words: list[str], short: str) -> bool:
    return any(_begins(words[:end], short) for end in range(1, min(len(words), _LONGEST) + 1))


def _begins(words: list[str], short: str) -> bool:
    """Say whether words make a short form by their first letters, with or without the small words."""
    letters = [letter for letter in short if letter.isalpha()]
    return letters in ([word[0].lower() for word in words],
                       [word[0].lower() for word in words if word.lower() not in _SMALL])  # fmt: skip


def _holds(words: list[str], short: str) -> bool:
    """Say whether the words before a bracket hold the letters in their order, beginning with the first of them."""
    if words[0][0].lower() != short[0]:
        return False
    letters = iter("".join(words).lower())
    return all(letter in letters for letter in short if letter.isalpha())
