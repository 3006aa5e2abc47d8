"""Is the contract divided into lots, or does the pack say why not?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tenderlint.checking import (
    Context,
    Finding,
    Match,
    Result,
    Role,
    Side,
    Strength,
    about,
    cannot_tell,
    found,
    judge,
    late_pattern,
    missing,
    not_applicable,
    sentences,
)

_REASON = late_pattern(
    r"(?: (?!lots?\b)[\w-]+){0,4} ?[:–—;] (?!(?:no|none|n/a|yes|not|see|tbc)\b)(?:[a-z][\w'’-]* ){5}", re.IGNORECASE
)
"""A clause behind a colon or a dash, which says more than yes or no."""
_NO_DUTY = frozenset({"PCR2006", "PCS2012"})
"""Bodies of law that knew no duty to divide or to give reasons."""


def check(context: Context) -> Result:
    """Look for lots or parts, then for reasons; silence fails only above the threshold, as the law has it."""
    if about.is_call_off(context.facts):
        return not_applicable(
            "this is a call-off from a framework; its lots were decided when the framework was set up"
        )
    lots = next((fact for fact in context.facts.all("lots") if fact.value > 1), None)
    if lots is not None:
        return found(f"the contract is divided into {lots.value} lots", lots)
    for match in context.find("parts"):
        if _divides(context, match):
            return found("bidders may bid for a part of the contract", match)
    for match in context.find("reasons"):
        if match.passage.role is not Role.TERMS and (context.says("because", match.passage.text) or _explains(match)):
            return found("the contract is not divided, and the pack says why", match)
    in_notice = _in_notice(context.pack.notice)
    if in_notice:
        return found(in_notice)
    return _silent(context)


def _divides(context: Context, match: Match) -> bool:
    sentence = next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)
    if match.denied or match.passage.role in (Role.TERMS, Role.TUPE) or about.is_duty(sentence):
        return False
    return context.says("bidding", f"{match.passage.headings} {sentence}") and not context.says("not_parts", sentence)


def _explains(match: Match) -> bool:
    """Say whether a reason follows at once: "No lots: one booking line cannot be shared out"."""
    return _REASON.match(match.passage.text, match.end) is not None


def _in_notice(notice: Mapping[str, object] | None) -> str:
    """Say what the notice tells of lots (OCDS tender.lots and lotDetails.noLotsDivisionRationale)."""
    tender = notice.get("tender") if notice else None
    if not isinstance(tender, Mapping):
        return ""
    lots, details = tender.get("lots"), tender.get("lotDetails")
    if isinstance(lots, list) and len(lots) > 1:
        return f"the notice divides the contract into {len(lots)} lots"
    reason = details.get("noLotsDivisionRationale") if isinstance(details, Mapping) else None
    return f"the notice says why there are no lots: “{reason}”" if reason else ""


def _silent(context: Context) -> Result:
    """Judge a pack without lots or reasons by the side of the threshold on which the contract lies.

    The law before 2015 asked for no reasons.
    The reasons belong in the notice, so silence is a breach only where the notice is there and is silent too.
    """
    said = next(context.find("undivided"), None)
    shown = (said,) if said is not None else ()
    words = "says that there are no lots and gives no reason" if said else "says nothing of lots"
    if context.regime in _NO_DUTY:
        return cannot_tell(f"the pack {words}; the law of its day asked for no reason", *shown, by_absence=True)
    named = next((match for match in context.find("named") if match.passage.role is not Role.TERMS), None)
    if said is None and named is not None:
        return cannot_tell("the pack names a lot, and does not say how many the contract has", named)
    side = context.threshold
    if side.light_touch:
        return cannot_tell(
            f"the pack {words}; for a light touch contract the reasons need not stand in the notice",
            *shown,
            by_absence=True,
        )
    if side.side is Side.BELOW:
        reason = f"the pack {words}; the law asks for no reason below the threshold, and {side.why}"
        return cannot_tell(reason, *shown, by_absence=True)
    if side.side is Side.UNKNOWN:
        reason = f"the pack {words}; the law asks for a reason above the threshold; {side.why}"
        return cannot_tell(reason, *shown, by_absence=True)
    if said is None:
        result = missing(f"the pack {words}, and {side.why}", worth=side.why)
    else:
        result = replace(judge([Finding.at(said, worth=side.why)]), by_absence=True)
    notice_is_here = context.pack.notice is not None or bool(context.documents(Role.NOTICE))
    return replace(result, at_most=context.reach if notice_is_here else context.reach or Strength.GUIDANCE)
