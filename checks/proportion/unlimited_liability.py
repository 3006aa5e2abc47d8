"""Is liability unlimited?"""

from tenderlint.checking import Context, Result, hard_terms


def check(context: Context) -> Result:
    """Look at what the pack says of it, at the value of the contract, and whether the terms are there at all."""
    return hard_terms(context, ("unlimited_liability",), "liability is limited, or no unlimited liability is stated")
