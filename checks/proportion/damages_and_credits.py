"""Are damages or deductions for poor performance provided for?"""

from tenderlint.checking import Context, Result, hard_terms


def check(context: Context) -> Result:
    """Look at what the pack says of it, at the value of the contract, and whether the terms are there at all."""
    return hard_terms(
        context,
        (
            "liquidated_damages",
            "service_credits",
        ),
        "no damages or deductions are provided for",
    )
