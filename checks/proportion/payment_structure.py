"""Does payment wait for results or for the end of a quarter?"""

from tenderlint.checking import Context, Finding, Result, judge, not_applicable


def check(context: Context) -> Result:
    """Look for how the price is paid."""
    hard = [match for match in context.find("hard") if not match.denied]
    soft = list(context.find("soft"))
    if not hard and not soft:
        return not_applicable("the pack does not say how the price is paid")
    return judge(
        (Finding.at(match, words=match.words) for match in hard), passed="paid as it should be", evidence=soft[:1]
    )
