"""Are most sentences of what bidders must read short?"""

from tenderlint.checking import (
    LEAST_WORDS,
    Context,
    Finding,
    Result,
    Sentence,
    cannot_tell,
    judge,
)

_MOST_SHOWN = 20


def check(context: Context) -> Result:
    """Show the longest sentences when too many are long, and any that is very long whatever the rest is like."""
    rows = _sentences(context)
    if sum(row.words for row in rows) < LEAST_WORDS:
        return cannot_tell(f"the pack has not {LEAST_WORDS} words of running text")
    bar = int(context.figure("accessibility.max_sentence_words"))
    long = [row for row in rows if row.words > bar]
    share = len(long) / len(rows)
    if share <= context.setting("long_share"):
        long = [row for row in long if row.words >= context.setting("always_long")]
    longest = sorted(long, key=lambda row: -row.words)[:_MOST_SHOWN]
    shown = {id(row) for row in longest}
    return judge(
        (Finding.at(row, words=row.words) for row in long if id(row) in shown),
        passed=f"{share:.0%} of {len(rows)} sentences have more than {bar} words",
    )


def _sentences(context: Context) -> list[Sentence]:
    return [row for rows in context.prose.by_document.values() for row in rows]
