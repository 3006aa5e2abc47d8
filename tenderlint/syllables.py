"""Counts syllables: a rule of vowel groups, and a table of the words that the rule gets wrong."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from tenderlint.patterns import late_pattern

_COUNTS = Path(__file__).resolve().parent / "data" / "syllables.txt"
_GROUPS = late_pattern(r"[aeiouy]+")
_SILENT_E = late_pattern(r"(?<![aeiouy])(?:[^aeiouytdl]|[tdlcsg])e(?:s|d)?$")
_TAIL = late_pattern(r"[^aeiouy]e$|[^aeioutdy]ed$|[^aeioucsgxzhy]es$")
_ENDINGS = ("e", "ed", "es")
_HARD_LE = late_pattern(r"[^aeiouylr]le(?:s|d)?$")
_SPLIT = late_pattern(r"i[ao](?!u[sn]\b)|io(?!n|us)|eo(?!u)|ua(?!r)|uo|[aeiouy]ing|ism$|[^q]u[ei]t|ying")
_JOINED = late_pattern(r"[tscx]io|[tc]ia|gio|[^aeiouy]eous|quo|qua|guar|geo(?:n|us)|people")
_SPELLINGS = (
    ("is", late_pattern(r"is(e|ed|er|ers|es|ing|ation|ations|ational)$"), r"iz\1"),
    ("ys", late_pattern(r"ys(e|ed|er|ers|es|ing)$"), r"yz\1"),
    ("our", late_pattern(r"our(s|ed|ing|able|ably|ite|ites|ful|hood|hoods|er|ers|y|al|)$"), r"or\1"),
    ("tre", late_pattern(r"tre(s|d|)$"), r"ter\1"),
    ("ll", late_pattern(r"ll(ed|ing|er|ers|or|ors|ation|ations)$"), r"l\1"),
    ("ence", late_pattern(r"ence(s|)$"), r"ense\1"),
    ("ogue", late_pattern(r"ogue(s|)$"), r"og\1"),
)
_PREFIXES = ("non", "sub", "pre", "re", "un", "co", "mis", "over", "under", "inter", "multi", "out")


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Count the syllables of one word in small letters (letters and apostrophes only); at least 1.

    The table is derived from the CMU Pronouncing Dictionary; British spellings are looked up by their American ones,
    words with a common beginning by the rest.
    """
    table = _table()
    plain = word.replace("'s", "").replace("'", "") if "'" in word else word
    known = table.get(plain)
    if known:
        return known
    for letters, british, american in _SPELLINGS:
        if letters not in plain:
            continue
        other = british.sub(american, plain)
        if other != plain and other in table:
            return table[other]
    for prefix in _PREFIXES if plain.startswith(_PREFIXES) else ():
        rest = plain.removeprefix(prefix)
        if rest != plain and len(rest) > 3 and rest in table:
            return table[rest] + by_rule(prefix)
    return by_rule(plain)


def by_rule(word: str) -> int:
    """Count syllables by groups of vowels alone; at least 1."""
    groups = _GROUPS.findall(word)
    count = len(groups)
    if len("".join(groups)) > count:  # only vowels side by side can be split or joined
        count += len(_SPLIT.findall(word)) - len(_JOINED.findall(word))
    elif word.endswith("ism"):
        count += 1
    if word.endswith(_ENDINGS) and _TAIL.search(word) and not _HARD_LE.search(word):
        count -= 1
    return max(count, 1)


@cache
def _table() -> dict[str, int]:
    """Read the words whose count the rule gets wrong: each line is a count and its words."""
    text = _COUNTS.read_text(encoding="ascii")
    found: dict[str, int] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            count, _, words = line.partition(" ")
            found.update(dict.fromkeys(words.split(" "), int(count)))
    return found
