"""Is the buyer alone named where only the buyer can stand?"""

from collections.abc import Iterator

from tenderlint.checking import Context, Finding, Match, Result, judge, not_applicable, other_buyers


def check(context: Context) -> Result:
    """List the other authorities that are defined as the buyer, tendered to, act as one or head the pages."""
    buyer = context.facts.chosen("buyer_name")
    if buyer is None:
        return not_applicable("the pack does not say plainly who buys", by_absence=True)
    places: dict[str, list[Match]] = {}
    for each in other_buyers(context.passages, buyer.value):
        places.setdefault(each.name, []).append(Match(each.passage, each.start, each.end))
    for name, found in places.items():
        found.extend(_elsewhere(context, name, {match.passage.document.path for match in found}))
    return judge(
        (
            Finding.at(match, name=name, often=_often(_of_same(match, found)), buyer=buyer.value)
            for name, found in places.items()
            for match in _first_in_each(found)
        ),
        passed=f"no other authority stands in the place of {buyer.value}",
        evidence=[buyer],
        by_absence=True,
    )


def _elsewhere(context: Context, name: str, known: set[str]) -> Iterator[Match]:
    """Yield where a name that is left over in one document stands in the documents that never name the buyer."""
    for passage in context.passages.having(name.lower()):
        if passage.document.path not in known and name in passage.text:
            start = passage.text.index(name)
            yield Match(passage, start, start + len(name))


def _first_in_each(found: list[Match]) -> list[Match]:
    first: dict[str, Match] = {}
    for match in found:
        first.setdefault(match.passage.document.path, match)
    return list(first.values())


def _of_same(match: Match, found: list[Match]) -> list[Match]:
    """Those that stand in the same document."""
    return [each for each in found if each.passage.document.path == match.passage.document.path]


def _often(found: list[Match]) -> str:
    return f" in {len(found)} places" if len(found) > 1 else ""
