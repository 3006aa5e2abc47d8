"""Is the pack free of Latin?"""

from tenderlint.checking import Context, Result, words_to_avoid


def check(context: Context) -> Result:
    """Look for the Latin words of the list, outside contracts."""
    return words_to_avoid(context, "latin")
