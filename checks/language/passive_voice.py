"""Do sentences say who does what?"""

from collections import defaultdict
from collections.abc import Iterator

from tenderlint.checking import (
    LEAST_WORDS,
    Context,
    Result,
    cannot_tell,
    enough_prose,
    judge,
    late_pattern,
    listed,
    whole,
    worst_sentences,
)

_BE = late_pattern(r" (?:is|are|was|were|be|been|being)(?= )")
_PARTICIPLE = late_pattern(
    r"(?:not |also |only |then |now |still |\w{2,16}ly ){0,2}"
    r"(?!need|indeed|exceed|based\b|interested|entitled|located|related|experienced|qualified|aged\b|dated\b|concerned"
    r"|satisfied|pleased|limited to|expected to be\b|supposed|married|situated|committed|dedicated|detailed|involved"
    r"|biased|skilled|advanced|complicated|unlimited|varied|so-called|encouraged|registered|prepared to|welcomed)"
    r"(?:[a-z]{2,18}ed|given|made|taken|held|sent|set|paid|kept|written|shown|drawn|chosen|met|found|put|known|seen"
    r"|read|done|borne|brought|bought|sought|built|withdrawn|undertaken|understood|told|laid|led|lost|left|let|broken"
    r"|begun|overseen|forbidden|withheld|upheld|run|split|spent|sold|rewritten|overridden|driven|got|dealt)\b"
)


def check(context: Context) -> Result:
    """Count the passive verbs, and quote the sentences that pile them up."""
    if not enough_prose(context):
        return cannot_tell(f"the pack has not {LEAST_WORDS} words of running text")
    least = int(context.setting("passives"))
    passed = f"no sentence has {least} verbs that hide who acts"
    return judge(worst_sentences(context, _scores(context, least)), passed=passed)


def _scores(context: Context, least: int) -> Iterator[tuple[int, float, str]]:
    search = context.words.search
    text, match = search.text, _PARTICIPLE.match
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for be in _BE.finditer(text):
        verb = match(text, be.end() + 1)
        if verb:
            found[search.row_of(be.start())].append((be.start(), verb.end()))
    for row, verbs in found.items():
        if len(verbs) >= least and whole(search.rows[row]):
            said = [text[start:end].strip() for start, end in verbs]
            yield row, len(said) - search.rows[row].words / 1000, f"{len(said)} passive verbs: {listed(said)}"
