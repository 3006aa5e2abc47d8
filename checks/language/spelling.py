"""Are the words of the running text spelt rightly?"""

from tenderlint.checking import Context, Finding, Result, cannot_tell, judge, not_applicable, spelling


def check(context: Context) -> Result:
    """Show each word that is one slip away from a common one and that is no name or term of the pack's own."""
    if context.facts.chosen("abroad") is not None:
        return not_applicable("the pack does not come from the United Kingdom, so British spelling is not asked of it")
    doubts = context.proof.doubts if context.proof is not None else ()
    judged = spelling(context.passages, context.setting("accepted_words"), doubts)
    names = ", ".join(document.path for document in judged.unjudged)
    if judged.unjudged and not judged.slips:
        return cannot_tell(f"words lack letters, or are not English, in {names}", *judged.unjudged)
    return judge(
        (Finding.at(slip.passage, quote=slip.quote, words=slip.word, meant=slip.meant) for slip in judged.slips),
        passed=f"no mistake was found; not judged: {names}" if names else "no mistake was found",
    )
