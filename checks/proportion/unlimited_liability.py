"""Is liability unlimited?"""

import re

from tenderlint.checking import Context, Result, hard_terms, late_pattern

_UNLIMITED = late_pattern(r"\b(?:un(?:limited|capped)|without (?:any )?(?:limit|cap)|no (?:limit|cap))", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look at what the pack says of it, at the value of the contract, and whether the terms are there at all."""
    return hard_terms(context, ("unlimited_liability",), _passed(context))


def _passed(context: Context) -> str:
    """Say which it is: a limit that the pack names, unlimited liability that it rules out, or no word on it."""
    stated = [fact for fact in context.facts.all("unlimited_liability") if fact.value is False]
    if (stated and not all(_UNLIMITED.search(fact.quote) for fact in stated)) or any(context.find("otherwise")):
        return "liability is limited"
    return "no unlimited liability is asked for" if stated else "no unlimited liability was found"
