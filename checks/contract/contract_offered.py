"""Is a contract offered, and not a service level agreement or a grant?"""

from tenderlint.checking import Context, Finding, Result, cannot_tell, found, judge

_SHORT = {"sla": "service level agreement", "grant": "grant"}


def check(context: Context) -> Result:
    """Read what is to be signed."""
    kind = context.facts.chosen("agreement_type")
    if kind is not None and kind.value in _SHORT:
        return judge([Finding.at(kind, kind=_SHORT[kind.value])])
    if kind is not None:
        return found(f"what is offered: {kind.value}", kind)
    words = [match for match in context.find("contract") if not match.denied]
    if words:
        return found("the pack speaks of a contract", words[0])
    return cannot_tell("the pack does not say what is to be signed", by_absence=True)
