"""Are sentences free of clauses within clauses?"""

from collections.abc import Iterator
from itertools import pairwise

from tenderlint.checking import (
    LEAST_WORDS,
    Context,
    Result,
    cannot_tell,
    enough_prose,
    judge,
    listed,
    whole,
    worst_sentences,
)

_JOINTS = frozenset((
    "which", "who", "whom", "whose", "if", "unless", "where", "when", "whenever", "whereby", "wherever", "whether",
    "because", "although", "though", "while", "whilst", "until", "notwithstanding", "insofar",
))  # fmt: skip
_LIGHT = "that"
_FEW = 2
_WORDS = _JOINTS | {_LIGHT}
_BEFORE_A_THING = frozenset((
    "for", "of", "at", "by", "on", "with", "from", "to", "under", "after", "before", "during", "about", "into",
    "within", "against", "through", "upon", "beyond", "between", "without", "over", "above",
))  # fmt: skip
"""Behind one of these "that" points at a thing, as in "for that information"."""


def check(context: Context) -> Result:
    """Count in each long sentence the words that open a clause, and quote those with most."""
    if not enough_prose(context):
        return cannot_tell(f"the pack has not {LEAST_WORDS} words of running text")
    least = int(context.setting("clauses"))
    passed = f"no sentence has {least} clauses that hang on others"
    return judge(worst_sentences(context, _scores(context, least)), passed=passed)


def _scores(context: Context, least: int) -> Iterator[tuple[int, float, str]]:
    search, bar = context.words.search, int(context.setting("words"))
    for number, sentence in enumerate(search.rows):
        if sentence.words < bar:
            continue
        words = [word for word in search.line(number).split() if word in _WORDS]
        if _is_nested(words, least) and whole(sentence):
            words = _joints(search.line(number))
            if not _is_nested(words, least):
                continue
            yield number, len(words) + sentence.words / 1000, f"{len(words)} clauses hang on it: {listed(words)}"


def _is_nested(words: list[str], least: int) -> bool:
    """Say whether words open too many clauses; "that" is a light word, so that it takes one more of them."""
    heavy = len(words) - words.count(_LIGHT)
    return heavy >= least - 1 or (heavy >= _FEW and len(words) >= least)


def _joints(line: str) -> list[str]:
    """Return the words of a sentence that open a clause."""
    words = line.split()
    return [
        word for before, word in pairwise(["", *words])
        if word in _WORDS and not (word == _LIGHT and before in _BEFORE_A_THING)
    ]  # fmt: skip
