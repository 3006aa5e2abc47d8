"""Is the buyer alone named where only the buyer can stand?"""

from tenderlint.checking import Context, Finding, Match, Result, judge, not_applicable, other_buyers


def check(context: Context) -> Result:
    """List the other authorities that are defined as the buyer, tendered to, or act as one."""
    buyer = context.facts.chosen("buyer_name")
    if buyer is None:
        return not_applicable("the pack does not say plainly who buys")
    found = other_buyers(context.passages, buyer.value)
    return judge(
        (
            Finding.at(Match(each.passage, each.start, each.end), name=each.name, buyer=buyer.value)
            for each in found
        ),
        passed=f"no other authority stands in the place of {buyer.value}",
        evidence=[buyer],
    )
