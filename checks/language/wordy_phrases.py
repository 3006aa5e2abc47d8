"""Are things said in as few words as they need?"""

from tenderlint.checking import Context, Result, words_to_avoid


def check(context: Context) -> Result:
    """Look for the wordy phrases of the list, outside contracts."""
    return words_to_avoid(context, "wordy")
