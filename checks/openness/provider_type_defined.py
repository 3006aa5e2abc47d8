"""Where only some kinds of organisation may bid, does the pack define them and say how subsidiaries are treated?"""

from __future__ import annotations

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Passage,
    Result,
    Role,
    Source,
    first_of,
    found,
    judge,
    late_pattern,
    not_applicable,
    sentences,
)

_SHORT_FORM = late_pattern(r"\s\(['‘“\"]?([A-Z]{2,8})s?['’”\"]?\)")
"""Capitals in brackets, which stand for the words before them."""
_BODIES = late_pattern(r"\s(?:organisations?|bod(?:y|ies)|providers?|groups?|sector)\b")


def check(context: Context) -> Result:
    """Find the rule on who may bid, then a definition of its term, then words on subsidiaries and trading arms."""
    rules = list(_rules(context))
    if not rules:
        return not_applicable("no rule keeps the contract for a kind of body that must be defined", by_absence=True)
    faults = []
    shown: list[Source] = []
    for term, source in {term: (term, source) for term, source in rules}.values():
        meaning = _definition(context, term)
        arms = next(
            (
                match
                for match in context.find("arms")
                if match.passage.role is not Role.TERMS and not _of_groups(context, match.passage.text)
            ),
            None,
        )
        if meaning is None:
            lacks = "does not say what that means"
            faults.append(
                Finding.at(
                    source,
                    term=term,
                    lacks=lacks if arms else f"{lacks}, nor how subsidiaries and trading arms are treated",
                )
            )
        elif arms is None:
            faults.append(
                Finding.at(source, term=term, lacks="does not say how subsidiaries and trading arms are treated")
            )
        else:
            shown.extend((source, meaning, arms))
    if faults:
        return judge(faults)
    return found(
        "the rule on who may bid says what it means, and how subsidiaries and trading arms are treated",
        *list({Finding.at(each).quote: each for each in shown}.values())[:3],
    )


def _rules(context: Context) -> list[tuple[str, Source]]:
    """Return the terms of rules on who may bid, each with where it stands."""
    facts: list[tuple[str, Source]] = [
        (str(fact.value), fact) for fact in context.facts.all("provider_type") if not _excused(context, fact)
    ]
    for match in context.find("rules"):
        sentence = next((each for each in sentences(match.passage.text) if match.words in each), match.passage.text)
        term = _term(context, sentence)
        if term and match.passage.role is not Role.TERMS and not match.denied and not context.says("no_rule", sentence):
            facts.append((term, match))
    return facts


def _excused(context: Context, fact: Fact[str]) -> bool:
    return context.says("no_rule", fact.quote) or fact.quote.rstrip().endswith("?")


def _term(context: Context, text: str) -> str:
    match = first_of(context.card.phrases["kinds"], text)
    return match.group().lower() if match else ""


def _definition(context: Context, term: str) -> Passage | None:
    """Return the passage that says what the term means: its stem and a word of defining meet in a sentence."""
    names = (term, *_short_forms(context, term))
    stems = [_singular(_BODIES.split(each.replace("-", " "))[0]) for each in names]
    for match in context.find("defines"):
        for sentence in sentences(match.passage.text):
            plain = sentence.lower().replace("-", " ")
            named = any(stem in plain for stem in stems)
            if named and context.says("defines", sentence) and not context.says("no_definition", sentence):
                return match.passage
    return None


def _singular(words: str) -> str:
    """The words without the ending of their plural: "charit" is in both "charities" and "charity"."""
    return words[:-3] if words.endswith("ies") else words.rstrip("s")


def _short_forms(context: Context, term: str) -> tuple[str, ...]:
    """Return the short forms that the pack puts in brackets after a term, in small letters."""
    found: dict[str, None] = {}
    for passage in context.passages.having(term):
        for match in _SHORT_FORM.finditer(passage.text):
            if passage.text[: match.start()].lower().rstrip().endswith(term):
                found.setdefault(match[1].lower())
    return tuple(found)


def _of_groups(context: Context, text: str) -> bool:
    """Subsidiaries in a guarantee, in insurance or in a list of the bidder's companies say nothing on the rule."""
    return context.says("other_arms", text) and _term(context, text) == ""
