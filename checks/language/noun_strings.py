"""Are sentences free of long strings of nouns?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Result, judge, worst_sentences

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


def check(context: Context) -> Result:
    """Quote the longest strings of nouns that no small word holds together."""
    return judge(
        worst_sentences(context, _scores(context, int(context.setting("nouns"))), most=10),
        passed="no long string of nouns was found",
    )


def _scores(context: Context, least: int) -> Iterator[tuple[int, float, str]]:
    search = context.words.search
    nouns, between = context.words.wording.words("noun"), context.words.wording.words("between")
    seen: set[str] = set()
    for number, row in enumerate(search.rows):
        for words in _strings(row.text, nouns, between, least):
            if words not in seen:
                seen.add(words)
                yield number, words.count(" "), f"“{words}”"


def _strings(text: str, nouns: frozenset[str], between: frozenset[str], least: int) -> Iterator[str]:
    """Yield the strings of nouns in small letters; a capital may begin a name, which is left alone."""
    words = text.split()
    if len(words) < least or len(nouns.intersection(words)) < _FEW:
        return
    run: list[str] = []
    count = 0
    for word in (*words, "."):
        if word in nouns or (len(word) > _SHORT and word.endswith(_ENDINGS) and _is_noun(word, between)):
            run.append(word)
            count += 1
            continue
        if not run:
            continue
        if word in between:
            run.append(word)
            continue
        bare = word.rstrip(_END)
        if bare != word and bare in nouns:
            run.append(bare)
            count += 1
        if count >= least and not bare[:1].isupper():
            while run[-1] in between:
                run.pop()
            yield " ".join(run)
        run, count = [], 0


def _is_noun(word: str, between: frozenset[str]) -> bool:
    return word.isalpha() and word.islower() and word not in between and word not in _VERBS
