"""Are sentences free of clauses within clauses?"""

from collections.abc import Iterator

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
_WORDS = _JOINTS | {_LIGHT}


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
        heavy = len(words) - words.count(_LIGHT)
        if heavy < least - 1 and (heavy < 2 or len(words) < least):
            continue  # "that" is a light word, so that it takes one more of them
        if whole(sentence):
            yield number, len(words) + sentence.words / 1000, f"{len(words)} clauses hang on it: {listed(words)}"
