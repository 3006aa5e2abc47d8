"""Does the pack say how a bidder complains about the procurement, by a form or a named procedure with a contact?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tenderlint.checking import (
    BlockKind,
    Context,
    Match,
    Passage,
    Result,
    Role,
    Source,
    about,
    cannot_tell,
    counted,
    forms,
    found,
    grievances,
    missing,
    sentences,
)

FEWEST_FIELDS = 2
"""A title with fewer fields than this under it is not a form."""

_BY_REPRESENTATION = "PSR"
"""The regime under which an award is contested by representations to the authority."""

UNCLEAR = "this form does not say whether it is for bidders"
WEAK = "this speaks of a complaint or challenge about the procurement, but gives no form and no contact for it"
OTHERS = (
    ("data", "this is about data protection"),
    ("asked_of_bidders", "this asks how the bidder deals with complaints"),
    ("measures", "this counts complaints as a measure of the service"),
    ("work", "this is about employment or equality claims"),
    ("buyers_business", "dealing with complaints about others is the buyer's business"),
)


def check(context: Context) -> Result:
    """Look for a form, then for a route with a contact; show the nearest passages that are about something else."""
    near: list[tuple[Source, str]] = []
    unclear: list[forms.Section] = []
    for section in context.sections("titles"):
        if len(section.fields) < (1 if _is_form(context, section.title) else FEWEST_FIELDS):
            continue
        fault = _fault(context, section)
        if not fault:
            asked = f"{counted(len(section.fields), 'field')} to fill: {forms.named(section.fields)}"
            return found(
                f"“{section.title}” is a form for complaints about the procurement, with {asked}",
                forms.told(section, partial(_names_process, context)),
            )
        if fault == UNCLEAR:
            unclear.append(section)
        else:
            near.append((section.start, fault))
    inside = {passage.index for section in unclear for passage in section.passages}
    weak: list[tuple[Source, str]] = []
    routes: list[tuple[Match, Passage]] = []
    for match, sentence in _complaints(context, inside):
        other = _other_subject(context, match.passage, sentence)
        route = None if other else _route(context, match.passage, sentence)
        if route is not None:
            routes.append((match, route))
        else:
            (near if other else weak).append((match, other or WEAK))
    shown = _shown(context, routes)
    if shown:
        return found("the pack says how bidders can complain about the procurement, and to whom", *shown)
    named = _names_form(context, weak) if unclear else None
    if named is not None:
        return found(
            f"the pack says that “{unclear[0].title}” is how bidders complain about the procurement", named,
            unclear[0].start,
        )  # fmt: skip
    if unclear and not weak:
        return cannot_tell(
            "there is a complaints form, but it does not say whether it is for bidders", unclear[0].start
        )
    return missing(
        "no form and no named procedure with a contact for complaints about the procurement; looked in every document",
        _each_once([*weak, *near])[:4],
    )


def _each_once(near: list[tuple[Source, str]]) -> list[tuple[Source, str]]:
    """Leave out what is said a second time of one passage."""
    first: dict[object, tuple[Source, str]] = {}
    for source, why in near:
        passage = source.passage if isinstance(source, Match) else source
        first.setdefault(getattr(passage, "index", id(passage)), (source, why))
    return list(first.values())


def _is_form(context: Context, title: str) -> bool:
    """Say whether a title calls itself a form about the procurement: one blank is then enough."""
    return context.says("form", title) and (about.names_process(title) or context.says("form_process", title))


def _shown(context: Context, routes: list[tuple[Match, Passage]]) -> tuple[Source, ...]:
    """Return where the best route is told, by the card's words or by the grammar of a grievance; nothing for none."""
    if routes:
        match, route = min(routes, key=lambda pair: pair[0].passage.index != pair[1].index)
        return (match, route) if route.index != match.passage.index else (match,)
    told = _told(context) or _represented(context)
    return () if told is None else (told,)


def _told(context: Context) -> Passage | None:
    """Return where a bidder who faults the buyer is sent to somebody who can be reached and who does something."""
    for passage in grievances.passages_on_it(context.passages):
        text = passage.text
        if about.stands_in_contract(passage) or not about.contacts(text, links=False):
            continue
        if about.names_service_people(text) or about.is_duty(text):
            continue
        if grievances.are_answered(text) and not any(context.says(name, text) for name, _ in OTHERS):
            return passage
    return None


def _represented(context: Context) -> Passage | None:
    """Return where representations on the award, the first step of a challenge under that regime, have an address."""
    if context.regime != _BY_REPRESENTATION:
        return None
    for passage in grievances.passages_on_representations(context.passages):
        if not about.stands_in_contract(passage) and grievances.told_where(
            passage.text, partial(_is_reachable, context)
        ):
            return passage
    return None


def _is_reachable(context: Context, sentence: str) -> bool:
    return bool(about.contacts(sentence, links=False)) or _person(context, sentence) is not None


def _names_form(context: Context, weak: list[tuple[Source, str]]) -> Source | None:
    """Return where words on complaints about the procurement send the bidder to a form."""
    return next(
        (source for source, _ in weak if isinstance(source, Match) and context.says("form", source.passage.text)), None
    )


def _fault(context: Context, section: forms.Section) -> str:
    """Say why a form is not one for complaints about the procurement, or nothing when it is one."""
    whole = f"{section.title}\n{section.text}"
    asked = " ".join((section.title, *section.fields))
    if isinstance(section.source, Passage) and _in_contract(section.source):
        return "this form is part of the service or the contract"
    if context.says("asked_of_bidders", whole):
        return "this asks how the bidder deals with complaints"
    if about.names_process(whole) or context.says("process", whole) or context.says("form_process", asked):
        return ""
    if context.says("data", whole):
        return "this is about data protection"
    if about.names_service_people(whole) or context.says("service", whole):
        return "this form is for complaints about the service"
    if context.says("measures", whole):
        return "this counts complaints as a measure of the service"
    return UNCLEAR


def _complaints(context: Context, inside: set[int]) -> Iterator[tuple[Match, str]]:
    """Yield each sentence that speaks of a complaint, once; those inside a form are not asked again."""
    seen: set[tuple[int, str]] = set()
    for match in context.find("complaint"):
        if match.passage.index in inside:
            continue
        for sentence in sentences(match.passage.text):
            key = match.passage.index, sentence
            if match.words in sentence and key not in seen:
                seen.add(key)
                yield match, sentence
                break


def _other_subject(context: Context, passage: Passage, sentence: str) -> str:
    """Say what a sentence complains of when that is not the procurement, or nothing when it is."""
    for name, reason in OTHERS:
        if context.says(name, sentence):
            return reason
    by_bidder = context.says("bidder_complains", sentence) or _titled_for_bidders(context, passage)
    brief = passage.role is Role.SPECIFICATION and _names_process(context, sentence)
    if about.stands_in_contract(passage) and not by_bidder and not brief:
        return "this is part of the service or the contract"
    if about.is_duty(sentence) or (about.names_service_people(sentence) and not by_bidder):
        return "this is about complaints on the service"
    if about.asks_bidder(sentence) and not by_bidder:
        return "this asks the bidder about complaints"
    return "" if _about_process(context, passage, sentence, by_bidder) else "this does not speak of the procurement"


def _titled_for_bidders(context: Context, passage: Passage) -> bool:
    """Say whether the heading tells what "you" do who are wronged, and speaks of no service."""
    title = passage.place.heading[-1] if passage.place.heading else ""
    if not (context.says("headings", title) and context.says("bidder_complains", title)):
        return False
    return not (about.names_service_people(title) or context.says("service", title))


def _about_process(context: Context, passage: Passage, sentence: str, by_bidder: bool) -> bool:
    """The procurement is complained of when the sentence says so, or says "you" under a heading that does."""
    if _names_process(context, sentence) or context.says("bodies", sentence):
        return True
    above = f"{passage.headings} {passage.before}"
    return by_bidder and (about.names_process(above) or context.says("headings", passage.headings))


def _names_process(context: Context, words: str) -> bool:
    return about.names_process(words) or context.says("process", words)


def _in_contract(passage: Passage) -> bool:
    """A form in the terms is the contract's; one in a brief may be for bidders, as a brief is often the whole pack."""
    return passage.role is not Role.SPECIFICATION and about.stands_in_contract(passage)


def _route(context: Context, passage: Passage, sentence: str) -> Passage | None:
    """A route is a way to reach somebody, in the passage itself or beside it under a heading about complaints."""
    if context.says("court_only", sentence) and not context.says("procedure", passage.text):
        return None
    if about.contacts(sentence, links=False):
        return passage
    if about.contacts(passage.text):
        told = any(context.says(name, passage.text) for name in ("procedure", "reach", "replies"))
        return passage if told and not _only_for_questions(context, passage.text) else None
    if context.says("reach", sentence) and context.says("persons", sentence) and context.says("replies", sentence):
        return passage
    if _sends_form(context, passage.text):
        return passage
    person = _person(context, sentence)
    if person is not None:
        return person
    title = passage.text if passage.block.kind is BlockKind.HEADING else (passage.place.heading or ("",))[-1]
    if not context.says("headings", title):
        return None
    beside = forms.nearby(context.passages, passage, before=3, after=4)
    return next(
        (each for each in beside if about.contacts(each.text) and not context.says("data", each.text)),
        next((each for each in beside if _is_answered_by_person(context, each)), None),
    )


def _is_answered_by_person(context: Context, passage: Passage) -> bool:
    """Say whether a passage under a heading on complaints sends bidders to a person by office, who then replies."""
    text = passage.text
    if about.names_service_people(text) or about.is_duty(text) or about.asks_bidder(text):
        return False
    sent = (each for each in sentences(text) if context.says("reach", each) and context.says("persons", each))
    return any(sent) and context.says("replies", text)


def _sends_form(context: Context, text: str) -> bool:
    """Say whether words on a complaint have a form filled in and sent to a person by office."""
    return any(
        context.says("form", each) and context.says("reach", each) and context.says("persons", each)
        for each in sentences(text)
    ) and not about.names_service_people(text)


def _only_for_questions(context: Context, text: str) -> bool:
    """Say whether every address in a text is given for questions on the tender, and for nothing else."""
    given = [each for each in sentences(text) if about.contacts(each)]
    asked = [each for each in given if grievances.is_for_questions(each) and not context.says("complaint", each)]
    return bool(given) and len(asked) == len(given)


def _person(context: Context, sentence: str) -> Passage | None:
    """Where a sentence sends bidders to a person by office, return the passage that says how to reach that person."""
    if not context.says("reach", sentence):
        return None
    for match in context.find("persons"):
        if match.words.lower() in sentence.lower() and about.contacts(match.passage.text, links=False):
            return match.passage
    return None
