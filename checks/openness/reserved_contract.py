"""Was reserving the contract considered, and is the test that the pack cites in force?"""

from __future__ import annotations

import re

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
    not_applicable,
    sentences,
)

# Which tests are in force under which body of law, and what else points to them; the lists of words stand on the card.
TESTS = {
    "PCR2006": "tests_2006", "PCS2012": "tests_2006", "PCR2015": "tests_2015", "PCS2015": "tests_2015",
    "PA2023": "tests_2023", "PSR": "tests_2023",
}  # fmt: skip
TERMS = {
    "PCR2006": "terms_2006", "PCS2012": "terms_2006", "PCR2015": "terms_2015", "PCS2015": "terms_scotland",
    "PA2023": "terms_2023", "PSR": "terms_2023",
}  # fmt: skip
NAMES = {
    "tests_2006": "the test of 2006 (article 19 of Directive 2004/18, regulation 7, more than half of the workers)",
    "tests_2015": "the test of 2015 (article 20 of Directive 2014/24, regulations 20 and 77)",
    "tests_2023": "the test of 2023 (sections 32 and 33)",
}

_OF_MONEY = late_pattern(
    r"\bset[ -]aside (?:an? )?(?:\w+ ){0,2}?(?:£|\$|budgets?\b|fund|money\b|sums?\b|hours?\b|days?\b|time\b|land\b)"
    r"|(?:£[\d.,]{1,15}\w{0,3}|\b(?:budget|fund(?:s|ing)?|money|sum|time)) (?:\w+ ){0,3}?set[ -]aside\b",
    re.IGNORECASE,
)
"""Money, time or land that is set aside reserves no contract."""

_NO = late_pattern(
    r"\b(?:not|decided against|chose against|ruled out)\b(?:(?!\b(?:as|because|since|who|unless)\b)[^.;]){0,30}?"
    r"\breserv(?:e|ed|ing|ation)\b(?! the right)"
    r"|\b(?:decided|chos(?:e|en)|elected) not to (?:do (?:so|this|that)|use (?:it|this|that))\b"
    r"|\breserv(?:ed|ing|ation)\b[^.;]{0,30}?\b(?:not (?:used|made|right|needed|suitable|appropriate)|ruled out)\b",
    re.IGNORECASE,
)
_OLD_NO = (
    "Cites {was}, which is not in force for this procurement; as the contract is not reserved, no rule is broken by it."
)
_WHY = late_pattern(r"\b(?:because|so that|given that|for the reason|the reasons?)\b", re.IGNORECASE)


def check(context: Context) -> Result:
    """Fail on a test that is not in force, pass on one that is or on a reasoned no; silence is for a person."""
    if about.is_call_off(context.facts):
        return not_applicable(
            "this is a call-off from a framework; reserving was decided when the framework was set up"
        )
    if context.regime == "ABROAD" and not any(True for _ in context.find("set_aside")):
        return not_applicable("the pack does not stand under the law of the United Kingdom")
    current = TESTS.get(context.regime, "tests_2023")
    matches = [match for match in context.find("reservation") if _about_reserving(context, match)]
    for match in matches:
        if context.says(current, match.passage.text):
            return found(_cited(match), match)
    for match in matches:
        old = next((name for name in NAMES if name != current and context.says(name, match.passage.text)), "")
        if old:
            return _stale(match, NAMES[old])
    terms = TERMS.get(context.regime, "terms_2023")
    aside = [match for match in context.find("set_aside") if not _OF_MONEY.search(_sentence(match))]
    for match in [*matches, *aside]:
        if any(context.says(name, about.row_text(match.passage)) for name in ("decided", "set_aside", terms)):
            return found("the pack says whether the contract is reserved", match)
    if matches:
        return cannot_tell(
            "the pack speaks of reserving the contract and does not name the test; see whether it is the one in force",
            matches[0],
        )
    reason = "the pack does not say whether reserving was considered; the notice may say it"
    return cannot_tell(f"{reason}{_what_could(context)}", by_absence=True)


def _stale(match: Match, was: str) -> Result:
    """Fail on a test that is gone; where the contract is not reserved by it, no law is broken."""
    if _decided(match):
        return judge([Finding.at(match, message=_OLD_NO.format(was=was))], at_most=Strength.PRACTICE)
    return judge([Finding.at(match, was=was)])


def _cited(match: Match) -> str:
    """Say what was decided, and that the words point to the test; whether they give all of it is not known."""
    decided = _decided(match)
    if decided:
        told = decided.removeprefix(", and says that ")
        return f"reserving was considered, in words of a test that is in force; the pack says that {told}"
    return "the pack points to a test for reserving that is in force; whether it gives all of it was not looked at"


def _decided(match: Match) -> str:
    """Say, where the same passage tells it, that the contract is not reserved, and whether a reason stands there."""
    for sentence in sentences(match.passage.text):
        no = _NO.search(sentence)
        if no is not None:
            why = ", and why" if _WHY.search(sentence, no.end()) or _WHY.search(sentence, 0, no.start()) else ""
            return f", and says that the contract is not reserved{why}"
    return ""


def _about_reserving(context: Context, match: Match) -> bool:
    passage = match.passage
    if passage.role in (Role.TERMS, Role.TUPE) or context.says("other_senses", _sentence(match)):
        return False
    words = f"{passage.headings} {passage.text}"
    cited = any(context.says(name, passage.text) for name in NAMES)
    if not cited and "reserv" not in words.lower():
        return False
    sentence = _sentence(match)
    if cited and "reserv" in sentence.lower():
        return True
    return context.says("who", words) or context.says("what", sentence)


def _sentence(match: Match) -> str:
    return next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)


def _what_could(context: Context) -> str:
    """Say what the law would let this buyer do below the threshold; never who would qualify."""
    if context.regime != "PA2023" or context.threshold.side is not Side.BELOW:
        return ""
    if context.nation == "Wales":
        return "; below the threshold see the Welsh note on reserving (WPPN 012)"
    if context.authority_type == "central":
        return "; below the threshold central government may limit the competition by place (PPN 005)"
    buyer = context.facts.chosen("buyer_name")
    council = buyer is not None and context.says("councils", str(buyer.value))
    if council and context.nation in ("", "England") and context.day.isoformat() >= "2026-02-04":
        return (
            "; below the threshold an English council may limit the competition by place, if the advert says so "
            "(Order of 2026 on non-commercial considerations)"
        )
    return ""
