"""Are audited accounts asked of those who need none?"""

import re
from collections.abc import Iterator
from typing import Any

from tenderlint.checking import (
    Context,
    Fact,
    Finding,
    Result,
    Statement,
    found,
    is_clause,
    judge,
    late_pattern,
    not_applicable,
    phrase_pattern,
    statements,
)

_INSPECTED = late_pattern(
    r"\b(?:inspect\w*|audited by|be audited|right to audit|accounts and records|records and accounts"
    r"|auditors? (?:appointed|of the))\b",
    re.IGNORECASE,
)
"""A clause that lets the authority look into the contractor's books asks nothing of bidders."""
_BY_LAW = late_pattern(
    r"\b(?:where|if|when|unless|only (?:where|if)|as far as|to the extent)\b[^.;]{0,40}?\b(?:law|legal(?:ly)?|statut\w+"
    r"|companies act|charities act|required|requires?|obliged|audit is|be audited)\b",
    re.IGNORECASE,
)
"""An audit that is asked only of those who must have one."""
_REFUSED = late_pattern(
    r"\b(?:(?:do|does|will|shall|can|would|could|is|are|may|should|must) ?(?:not|n['’]t)|cannot|won['’]t|no|never"
    r"|nor)\b"
    r"[^.;]{0,30}?\bun-?audited\b[^.;]{0,60}|\bun-?audited\b[^.;]{0,50}?\b(?:not|never|rejected|refused|disregarded"
    r"|excluded|unacceptable|insufficient)\b",
    re.IGNORECASE,
)
"""Accounts without an audit that are not taken are no other way."""

_ACCOUNTS = late_pattern(
    r"\b(?:last|latest|recent|annual|financial|yearly|company|published|filed|management|years?['’]?(?: of)?|their"
    r"|your)(?: \w+)?(?: of)? accounts\b(?! (?:payable|department|team|manager))",
    re.IGNORECASE,
)
"""The accounts that a bidder keeps."""


def check(context: Context) -> Result:
    """Look at each demand for audited accounts, and whether another way is open."""
    stated = [fact for fact in context.facts.all("audited_accounts_required") if not _INSPECTED.search(fact.quote)]
    demands = [fact for fact in stated if fact.value]
    hard = [fact for fact in demands if not _excused(context, fact)]
    if hard:
        return judge([Finding.at(fact) for fact in hard], at_most=context.reach)
    if demands:
        return found(
            "audited accounts are asked for only where the law needs them, or another way is open", *demands[:2]
        )
    accounts = context.facts.all("accounts_years")
    if not accounts and not stated:
        return not_applicable("the pack asks for no accounts", by_absence=True)
    if stated:
        return found("the pack says that accounts need not be audited", *(*stated, *accounts)[:2])
    return found("nothing asks for accounts that are audited", *([*_named(context), *accounts][:2]))


def _named(context: Context) -> Iterator[Statement]:
    """The first words of the pack that name the accounts of bidders."""
    for statement in statements(context.passages.having("accounts")):
        if _ACCOUNTS.search(statement.text) and not is_clause(statement.passage):
            yield statement
            return


def _excused(context: Context, fact: Fact[Any]) -> bool:
    pattern = phrase_pattern(context.card.phrases["excused"])
    return _BY_LAW.search(fact.quote) is not None or any(
        pattern.search(_REFUSED.sub(" ", passage.text)) is not None
        for passage in context.passages.having("audit", "unaudited")
        if passage.place == fact.place
    )
