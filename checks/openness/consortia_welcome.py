"""May organisations bid together, or subcontract, without taking a legal form first?"""

from __future__ import annotations

from tenderlint.checking import (
    BlockKind,
    Context,
    Finding,
    Match,
    Result,
    Role,
    Source,
    about,
    cannot_tell,
    found,
    judge,
    missing,
    sentences,
)


def check(context: Context) -> Result:
    """Fail where joint bids are barred or made to take a legal form; pass where they are provided for."""
    barred = _barred(context)
    if barred:
        return judge(barred)
    together = [(match, _fault(context, match)) for match in context.find("together") if _for_bidders(context, match)]
    provided = [match for match, fault in together if not fault]
    if provided:
        said = [match for match in provided if match.passage.block.kind is not BlockKind.HEADING]
        return found("joint bids are provided for", (said or provided)[0])
    asked = [match for match in context.find("subcontracting") if not _is_duty(match) and _for_bidders(context, match)]
    allowed = next((match for match in asked if _is_allowed(context, match)), None)
    if allowed is not None:
        return cannot_tell("subcontracting is allowed, and nothing is said on bidding together", allowed)
    near: list[tuple[Source, str]] = [(match, "this says nothing on bidding together") for match in asked]
    near.extend((match, fault) for match, fault in together if fault)
    return missing("nothing in the pack says that organisations may bid together; looked in every document", near[:3])


def _barred(context: Context) -> list[Finding]:
    """Return one finding for a bar on bidding together, and one for a legal form that is asked for."""
    findings = []
    for match in context.find("barred"):
        if _for_bidders(context, match) and not context.says("allowed_after_all", _sentence(match)):
            findings.append(Finding.at(match, message="Bars bidding together or subcontracting."))
            break
    for match in context.find("legal_form"):
        if _for_bidders(context, match) and not match.denied:
            findings.append(Finding.at(match, message="Makes bidders take a legal form in order to bid."))
            break
    return findings


def _for_bidders(context: Context, match: Match) -> bool:
    """Terms of the contract count only where they speak of bidding, as the definitions of an invitation do."""
    role = match.passage.role
    return role is not Role.TUPE and (role is not Role.TERMS or context.says("bidding", match.passage.text))


def _fault(context: Context, match: Match) -> str:
    """Say why words on consortia do not let organisations bid together, or nothing when they do."""
    sentence = _sentence(match)
    if _is_duty(match) or context.says("other_senses", sentence):
        return "this is not about bidding together"
    if context.says("glossary", match.passage.headings) and not context.says("allowed", sentence):
        return "this only explains the word"
    if not context.says("bidding", f"{match.passage.headings} {sentence}"):
        return "this is not about bidding"
    return "this says no" if match.denied and not context.says("no_form", sentence) else ""


def _is_duty(match: Match) -> bool:
    return about.is_duty(_sentence(match))


def _is_allowed(context: Context, match: Match) -> bool:
    sentence = _sentence(match)
    if match.denied or match.passage.row is not None or sentence.endswith("?"):
        return False
    return context.says("allowed", sentence)


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)
