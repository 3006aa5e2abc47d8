"""Is there a stage that decides who may tender, below the threshold?"""

from dataclasses import replace

from tenderlint.checking import (
    BlockKind,
    Context,
    Finding,
    Match,
    Result,
    Side,
    cannot_tell,
    found,
    judge,
    not_applicable,
)

_EXEMPT = frozenset({"framework-call-off", "further-competition"})
_NONE = "no stage that decides who may tender was found"
_DEVOLVED = frozenset({"Wales", "Northern Ireland", "Scotland"})


def check(context: Context) -> Result:
    """Look for a selection stage where the contract is below the threshold."""
    threshold = context.threshold
    procedure = context.facts.chosen("procedure")
    if procedure is not None and procedure.value in _EXEMPT:
        return not_applicable("this is a call-off from a framework, which the rule does not reach")
    if threshold.side is Side.ABOVE:
        return not_applicable(f"the rule is for contracts below the threshold, and {threshold.why}")
    if context.nation in _DEVOLVED:
        return not_applicable("the rule does not bind devolved authorities")
    stages = [match for match in context.find("stage") if not _is_denied(context, match)]
    if not stages:
        if threshold.side is Side.UNKNOWN:
            return not_applicable(_NONE, by_absence=True)
        return replace(found(_NONE, *([threshold.source] if threshold.source else [])), by_absence=True)
    if threshold.side is Side.UNKNOWN:
        return cannot_tell(f"there is a selection stage, but {threshold.why}", *stages[:2])
    told = _outright(context, stages)
    source = threshold.source
    apart = source is not None and source.place != told.passage.place
    worth = threshold.why.replace("the pack says that", "the pack says elsewhere that", 1) if apart else threshold.why
    return judge([Finding.at(told, worth=worth)], evidence=[source] if source is not None and apart else [])


def _outright(context: Context, stages: list[Match]) -> Match:
    """Return the passage that says best that a stage decides who may tender; the name of its form only names it."""
    decides = (match for match in stages if context.says("decides", match.passage.text))
    told = (match for match in stages if match.passage.block.kind is not BlockKind.HEADING)
    return next(decides, next(told, stages[0]))


def _is_denied(context: Context, match: Match) -> bool:
    return match.denied or any(other.passage.index == match.passage.index for other in context.find("not_stage"))
