"""Do sentences say what is so, rather than what is not unlike it?"""

from collections import defaultdict
from collections.abc import Iterator

from tenderlint.checking import Context, Result, judge, late_pattern, listed, whole, worst_sentences

_NOT_UN = late_pattern(
    r" (?:not|never|nor) (?:be |been |being |an? |to be |necessarily |at all )?"
    r"(?:un(?:reasonabl|likely|common|usual|necessar|fair|true|important|related|able|aware|willing|known|welcome)"
    r"|in(?:consistent|significant|appropriate|considerable|frequent|sufficient|valid(?!at)|eligible|correct|complete"
    r"|adequate|capable)|dissimilar|im(?:possible|proper|practica)|irre(?:levant|gular)"
    r"|without (?!prejudice|limit)|fail to )\w{0,12}"
)
_NEGATION = late_pattern(r" (?:not|never|nor)(?= )")
_NOT = late_pattern(r" (?:not|no|never|nor|none|cannot|neither) ")
_MEANT = late_pattern(
    r" (?:whether or not|if not|not only|no (?:more|less|later|fewer|longer|other)"
    r"|(?:must|may|do|does|did|should|can|could|please) not|cannot|never) "
)
"""A ban with an exception, and a "no" that goes with other words: both are easy to read."""
_BETWEEN = 110  # letters between a "not" and its "unless"


def check(context: Context) -> Result:
    """Quote the sentences in which one "not" undoes another."""
    return judge(worst_sentences(context, _scores(context), most=10), passed="no sentence says no to a no")


def _scores(context: Context) -> Iterator[tuple[int, float, str]]:
    search = context.words.search
    found: dict[int, list[str]] = defaultdict(list)
    for negation in _NEGATION.finditer(search.text):
        at = negation.start()
        match = _NOT_UN.match(search.text, at)
        if match and not search.text.endswith(" if", 0, at):  # "if not impossible" is a turn of phrase
            found[search.row_of(at)].append(match[0].strip())
    for hit in search.hits(" unless "):
        start = max(search.starts[hit.row], hit.at - _BETWEEN)
        before = search.text[start : hit.at + 1].rpartition(";")[2].rpartition(":")[2].rpartition(". ")[2]
        negations = _NOT.findall(before)
        if negations and not _MEANT.search(before):
            found[hit.row].append(f"{negations[-1].strip()} … unless")
    for row, words in found.items():
        if whole(search.rows[row]):
            yield row, len(words) + search.rows[row].words / 1000, listed(words)
