"""Is a parent company guarantee asked for?"""

from tenderlint.checking import Context, Result, hard_terms


def check(context: Context) -> Result:
    """Look at what the pack says of it, at the value of the contract, and whether the terms are there at all."""
    return hard_terms(context, ("parent_company_guarantee",), "no parent company guarantee is asked for")
