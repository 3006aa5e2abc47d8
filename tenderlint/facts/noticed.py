"""What the pack's notice (OCDS) says of the facts, and how that joins what the pack's own documents say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.groups import GROUPS
from tenderlint.facts.noticed_dates import dates, period
from tenderlint.facts.noticed_page import Page, Said, notices, page_of
from tenderlint.facts.noticed_terms import about, criteria, procedure, terms, value
from tenderlint.facts.passages import Passages
from tenderlint.facts.reading import Reading
from tenderlint.model import Pack
from tenderlint.notice import Release, section, sections, words
from tenderlint.values import Money, in_words

_MOST_LOTS = 200
_TOLD_BY_DATA = frozenset((
    "issue_date", "clarification_deadline", "submission_deadline", "award_date", "contract_start", "contract_end",
    "contract_value_whole", "contract_kind", "cpv", "procedure", "threshold_side",
))  # fmt: skip
"""Facts for which a notice has a place of its own: what its running text says of them is background."""
_LISTS = frozenset(("award_criteria", "page_or_word_limits", "accessible_formats_offered"))
"""Facts that are a list of things: a second list beside the pack's own would count each thing twice."""
_STAGED = frozenset(("restricted", "competitive-with-negotiation"))
_UNSURE = frozenset(("buyer_name", "title"))

SILENT = "the pack's own documents do not say"
PUBLISHED = "the notice's day of publication counts"


def own_words(passages: Passages) -> Passages:
    """Return the passages without the notice, which is read as data and not as words."""
    pack = passages.pack
    documents = notices(pack) if pack.notice is not None else ()
    if not documents:
        return passages
    return Passages(replace(pack, documents=tuple(each for each in pack.documents if each not in documents)))


class Noticed:
    """The facts of a pack's notice; what it says in running text is read as any other document is."""

    def __init__(self, pack: Pack) -> None:
        self._release = pack.notice or {}
        document = page_of(notices(pack), self._release)
        self._page = Page(document)
        shown = () if document is None else (document,)
        self._reading = Reading(Passages(replace(pack, documents=shown)))
        self._said: dict[str, list[Fact[Any]]] | None = None

    def all(self, name: str) -> tuple[Fact[Any], ...]:
        """Return every statement that the notice makes of a fact, the one that speaks for it marked as chosen."""
        facts: Sequence[Fact[Any]] = self._data.get(name, ())
        if facts:
            best = next((fact for fact in facts if not fact.of), facts[0])
            return tuple(fact.choose() if fact is best else fact for fact in facts)
        if name in GROUPS and name not in _TOLD_BY_DATA:
            return tuple(self._reading.once(GROUPS[name]).get(name, ()))
        return ()

    @property
    def _data(self) -> Mapping[str, Sequence[Fact[Any]]]:
        if self._said is None:
            self._said = {}
            for said in statements(self._release):
                fact = self._page.fact(said)
                self._said.setdefault(fact.name, []).append(fact)
            whole = _whole(self._said.get("contract_value_total", ()))
            if whole is not None:
                self._said["contract_value_whole"] = [whole]
        return self._said


def joined(name: str, own: tuple[Fact[Any], ...], noticed: tuple[Fact[Any], ...]) -> tuple[Fact[Any], ...]:
    """Return the statements of the pack's own documents and of its notice, with one of them chosen.

    The pack's own words go before the notice's, which speaks where they are silent or of a part only; for the day
    of publication the notice goes before the pack.
    """
    best = next((fact for fact in noticed if fact.chosen), None)
    chosen = next((fact for fact in own if fact.chosen), None)
    if best is None or (name in _LISTS and own):
        return own
    reason = _reason(name, chosen, best)
    if reason:
        told = tuple(fact.choose("; ".join(filter(None, (fact.why, reason)))) if fact is best else fact
                     for fact in noticed)  # fmt: skip
        return (*(replace(fact, chosen=False) for fact in own), *told)
    return (*own, *(replace(fact, chosen=False) for fact in noticed))


def _reason(name: str, chosen: Fact[Any] | None, best: Fact[Any]) -> str:
    """Why the notice's statement goes before the pack's own, or ""."""
    if chosen is None:
        return SILENT
    if name == "issue_date":
        return PUBLISHED
    if chosen.of and not best.of:
        return f"the pack's own documents speak only of {chosen.of}"
    if name in _UNSURE and chosen.sure is not Sure.HIGH and chosen.value != best.value:
        return "the pack's own documents do not say it outright"
    return ""


def statements(release: Release) -> Iterator[Said]:
    """Yield everything that a release tells of the facts."""
    tender = section(release, "tender")
    basis = section(tender, "legalBasis")
    old_law = words(basis.get("scheme")) == "CELEX"
    vat = "excl" if old_law else "unknown"  # the forms of the European directives ask for values without VAT
    staged = procedure(release) in _STAGED and words(basis.get("scheme")) != "UKPGA"
    yield from about(release)
    yield from dates(release, staged)
    yield from terms(release)
    lots = sections(tender, "lots")[:_MOST_LOTS]
    for kind in (lambda thing, lot, of: value(thing, vat, lot, of), period, criteria):
        whole = list(kind(tender, "", ""))
        yield from whole or _of_lots([list(kind(lot, *_named(lots, order))) for order, lot in enumerate(lots)])


def _named(lots: Sequence[Release], order: int) -> tuple[str, str]:
    """How the page and the facts name a lot; where there is only one it is the whole contract."""
    if len(lots) < 2:
        return "", ""
    name = f"Lot {words(lots[order].get('id')) or order + 1}"
    return name, name


def _of_lots(said: Sequence[Sequence[Said]]) -> Iterator[Said]:
    """Yield what the lots say, once and of the whole contract where all lots that speak say the same."""
    told = [each for each in said if each]
    if not told:
        return
    alike = [[(one.name, one.value) for one in each] for each in told]
    is_sum = told[0][0].name == "contract_value_total" and len(said) > 1
    if not is_sum and len(told) == len(said) and all(each == alike[0] for each in alike):
        yield from (replace(one, of="") for one in told[0])
        return
    for each in told:
        yield from each


def _whole(totals: Iterable[Fact[Money]]) -> Fact[Any] | None:
    """What the contract is worth over its whole life: as the notice gives it, else the sum of its lots."""
    facts = list(totals)
    whole = next((fact for fact in facts if not fact.of), None)
    if whole is not None:
        return replace(whole, name="contract_value_whole", chosen=True, why="stated for the whole contract")
    lots: dict[str, Fact[Money]] = {}
    for fact in facts:
        lots.setdefault(fact.of, fact)
    parts = list(lots.values())
    if len(parts) < 2 or len({(part.value.currency, part.value.vat) for part in parts}) > 1:
        return None
    most = sum((part.value.most for part in parts), Decimal(0))
    least = sum((part.value.least or Decimal(0) for part in parts), Decimal(0))
    why = "the sum of " + ", ".join(f"{name} ({in_words(part.value)})" for name, part in lots.items())
    return replace(parts[0], name="contract_value_whole", value=replace(parts[0].value, least=least, most=most),
                   why=why, of="", chosen=True)  # fmt: skip
