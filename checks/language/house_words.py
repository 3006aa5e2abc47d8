"""Is the pack free of the words that the house avoids?"""

from tenderlint.checking import Context, Result, not_applicable, words_to_avoid


def check(context: Context) -> Result:
    """Look for the words that the settings name, outside contracts."""
    if not context.words.wording.advice("house"):
        return not_applicable("no house words are set")
    return words_to_avoid(context, "house")
