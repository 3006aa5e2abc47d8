"""Do disabled people, users or carers take part in the service's design, choice or running?"""

import re
from collections.abc import Iterator

from tenderlint.checking import Context, Match, Result, Role, found, missing, not_applicable, phrase_pattern

_GAP = 90
_NOT_THEM = re.compile(
    r"\b(?:not involve|without involving|user (?:name|id|account|licen[cs]e|manual|guide)|system users?"
    r"|users? of the portal|registered users?|health and safety|costs? involved|risks? involved|involve(?:s"
    r"|d)? (?:the )?(?:use|risk|cost))\b",
    re.IGNORECASE,
)
_LEFT_OUT = frozenset({Role.TERMS, Role.NOTICE})


def check(context: Context) -> Result:
    """Look for sentences in which people take part, not only are served."""
    matches = list(_taking_part(context))
    if matches:
        return found("people take part", *matches[:3])
    kinds = {fact.value for fact in context.facts.all("contract_kind")}
    if kinds and kinds <= {"goods", "works"}:
        return not_applicable("goods or works: there are no users of a service")
    return missing("no passage gives users a part")


def _taking_part(context: Context) -> Iterator[Match]:
    """Yield the words of taking part that stand near the people who take part, in one sentence."""
    people = phrase_pattern(context.card.phrases["people"])
    for match in context.find("part"):
        if match.passage.role in _LEFT_OUT or match.denied:
            continue
        text = match.passage.text
        before, after = text[max(0, match.start - _GAP) : match.start], text[match.end : match.end + _GAP]
        near = f"{_last_sentence(before)}{match.words}{_first_sentence(after)}"
        if people.search(near) and not _NOT_THEM.search(near):
            yield match


def _last_sentence(text: str) -> str:
    return re.split(r"[.;?!]\s", text)[-1]


def _first_sentence(text: str) -> str:
    return re.split(r"[.;?!]\s", text)[0]
