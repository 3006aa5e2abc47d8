"""Is the buyer alone named where only the buyer can stand?"""

from tenderlint.checking import Context, Finding, Match, Result, judge, not_applicable, other_buyers


def check(context: Context) -> Result:
    """List the other authorities that are defined as the buyer, tendered to, act as one or head the pages."""
    buyer = context.facts.chosen("buyer_name")
    if buyer is None:
        return not_applicable("the pack does not say plainly who buys")
    places: dict[str, list[Match]] = {}
    for each in other_buyers(context.passages, buyer.value):
        places.setdefault(each.name, []).append(Match(each.passage, each.start, each.end))
    return judge(
        (Finding.at(found[0], name=name, often=_often(found), buyer=buyer.value) for name, found in places.items()),
        passed=f"no other authority stands in the place of {buyer.value}",
        evidence=[buyer],
    )


def _often(found: list[Match]) -> str:
    return f" in {len(found)} places" if len(found) > 1 else ""
