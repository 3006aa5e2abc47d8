"""Are the words short and well known?"""

from tenderlint.checking import Context, Result, words_to_avoid


def check(context: Context) -> Result:
    """Look for the formal words of the list, outside contracts and where they are no terms of art."""
    return words_to_avoid(context, "plain")
