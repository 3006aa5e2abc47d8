"""Is the award said to go to the most advantageous tender?"""

from tenderlint.checking import Context, Result, stale_words


def check(context: Context) -> Result:
    """Look for the old names, where the pack does not say itself that they are old."""
    return stale_words(context)
