"""Are the papers of the selection stage named as they are called now?"""

from tenderlint.checking import Context, Result, stale_words


def check(context: Context) -> Result:
    """Look for the old names, where the pack does not say itself that they are old."""
    return stale_words(context)
