"""Are sentences free of long strings of nouns?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Result, judge, late_pattern, worst_sentences

_FEW = 2  # words of the list that a string of nouns holds at least, which is quick to see
_SHORT = 6
_ENDINGS = ("tion", "tions", "ment", "ments", "ance", "ence", "ity", "ities", "ship", "ships")
_VERBS = frozenset((
    "implement", "mention", "question", "comment", "supplement", "complement", "enhance", "advance", "position",
    "addition", "accordance", "relation", "respect", "conjunction", "connection", "majority", "quantity", "finance",
    "commence", "experience", "reference", "influence", "condition", "balance", "sentence", "evidence", "entity",
))  # fmt: skip
"""Words with such an ending that are verbs too, or that belong to a turn of phrase."""
_END = ".,;:!?)”\"'"
_NOUN, _BETWEEN, _LAST, _CAPITAL, _OTHER = "nblco"
"""What a word is: a noun, a word between two nouns, a noun before a stop, a word with a capital, any other."""
_RUN = late_pattern(rf"{_NOUN}[{_NOUN}{_BETWEEN}]*{_LAST}?")


def check(context: Context) -> Result:
    """Quote the longest strings of nouns that no small word holds together."""
    return judge(
        worst_sentences(context, _scores(context, int(context.setting("nouns"))), most=10),
        passed="no long string of nouns was found",
    )


def _scores(context: Context, least: int) -> Iterator[tuple[int, float, str]]:
    nouns, between = context.words.wording.words("noun"), context.words.wording.words("between")
    kind_of = _Kinds(nouns, between).__getitem__
    seen: set[str] = set()
    for number, row in enumerate(context.words.search.rows):
        words = row.text.split()
        kinds = "".join(map(kind_of, words))
        if kinds.count(_NOUN) + kinds.count(_LAST) < least or len(nouns.intersection(words)) < _FEW:
            continue
        for string in _strings(words, kinds, least):
            if string not in seen:
                seen.add(string)
                yield number, string.count(" "), f"“{string}”"


def _strings(words: list[str], kinds: str, least: int) -> Iterator[str]:
    """Yield the strings of nouns in small letters; a capital may begin a name, which is left alone."""
    for match in _RUN.finditer(kinds):
        start, end = match.span()
        if kinds.count(_NOUN, start, end) + kinds.count(_LAST, start, end) < least or kinds[end : end + 1] == _CAPITAL:
            continue
        run = kinds[start:end].rstrip(_BETWEEN)
        yield " ".join(words[start : start + len(run)]).rstrip(_END)


class _Kinds(dict[str, str]):
    """What each word is within a string of nouns, a letter each; a word is looked at once."""

    def __init__(self, nouns: frozenset[str], between: frozenset[str]) -> None:
        super().__init__()
        self._nouns, self._between = nouns, between

    def __missing__(self, word: str) -> str:
        kind = self[word] = self._kind(word)
        return kind

    def _kind(self, word: str) -> str:
        if word in self._nouns or (len(word) > _SHORT and word.endswith(_ENDINGS) and _is_noun(word, self._between)):
            return _NOUN
        if word in self._between:
            return _BETWEEN
        bare = word.rstrip(_END)
        if bare != word and bare in self._nouns:
            return _LAST
        return _CAPITAL if bare[:1].isupper() else _OTHER


def _is_noun(word: str, between: frozenset[str]) -> bool:
    return word.isalpha() and word.islower() and word not in between and word not in _VERBS
