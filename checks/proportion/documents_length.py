"""Is the pack longer than the contract deserves?"""

from decimal import Decimal

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge, reckoned

_SMALL = Decimal(100_000)
_LARGE = Decimal(1_000_000)
_MINUTES = 60


def check(context: Context) -> Result:
    """Hold the words of all documents against the value of the contract."""
    worth = context.facts.contract_value
    documents = context.documents()
    words = sum(document.words for document in documents)
    if worth is None and words <= context.setting("words_always_short"):
        passed = f"{words:,} words: short enough for any contract"
        return judge((), passed=passed, evidence=documents[:1], by_absence=True)
    if worth is None:
        reason = f"the pack has {words:,} words, but does not say what the contract is worth"
        return cannot_tell(reason, by_absence=True)
    bar = context.setting(_bar(worth.value.most))
    hours = _time(words / float(context.figure("reading_wpm")))
    said = {"words": f"{words:,}", "files": len(documents), "hours": hours, "worth": reckoned(worth), "bar": f"{bar:,}"}
    if words > bar:
        return judge([Finding.at(worth, **said)])
    passed = f"{words:,} words, {hours} to read once, for {reckoned(worth)}"
    return judge((), passed=passed, evidence=(worth,), by_absence=True)


def _time(minutes: float) -> str:
    return f"{minutes / _MINUTES:.1f} hours" if minutes >= 2 * _MINUTES else f"{max(1, round(minutes))} minutes"


def _bar(most: Decimal) -> str:
    if most < _SMALL:
        return "words_under_100000"
    return "words_under_threshold" if most <= _LARGE else "words_above"
