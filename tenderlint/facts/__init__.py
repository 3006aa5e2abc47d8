"""The facts of a pack, each looked for once and only when somebody asks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from tenderlint.facts.base import Fact, Sure
from tenderlint.facts.groups import GROUPS
from tenderlint.facts.reading import Reading

if TYPE_CHECKING:
    from tenderlint.facts.noticed import Noticed
    from tenderlint.facts.passages import Passages
    from tenderlint.values import Criterion, Limit, Money, When

__all__ = ["FACT_NAMES", "Fact", "Facts", "Sure"]

FACT_NAMES = (
    "buyer_name", "title", "procedure",
    "contract_value_total", "contract_value_annual", "term_initial_months", "term_extension_months",
    "issue_date", "clarification_deadline", "answers_by", "submission_deadline", "interview_date",
    "award_date", "site_visit", "contract_start", "contract_end",
    "price_weight", "quality_weight", "social_value_weight", "award_criteria",
    "insurance_employers_liability", "insurance_public_liability", "insurance_professional_indemnity",
    "minimum_turnover", "accounts_years", "references_count",
    "audited_accounts_required", "parent_company_guarantee", "liquidated_damages", "service_credits",
    "unlimited_liability", "performance_bond", "payment_days", "page_or_word_limits", "lots", "tupe",
    "contact_email", "contact_phone", "accessible_formats_offered", "agreement_type",
)  # fmt: skip
"""The facts of a report, in the order in which it shows them (design: report-format)."""

INNER_NAMES = (
    "abroad", "contract_value_whole", "law_named", "nation", "authority_type", "threshold_side", "contract_kind", "cpv",
    "portal", "provider_type", "reservation", "tender_stage", "insurance_timing", "suitable_for", "law_left_out",
    "full_regime",
)  # fmt: skip
"""Facts that the checks need and the report does not list."""


class Facts:
    """Every statement of every fact, and the one of each that the checks use.

    A fact that the pack does not state is an empty tuple or None, never a guess.
    """

    def __init__(self, passages: Passages) -> None:
        self._notice: Noticed | None = None
        if passages.pack.notice is not None:
            from tenderlint.facts.noticed import Noticed, own_words

            self._notice = Noticed(passages.pack)
            passages = own_words(passages)
        self._reading = Reading(passages)
        self._own: dict[str, tuple[Fact[Any], ...]] = {}
        self._found: dict[str, tuple[Fact[Any], ...]] = {}

    def all(self, name: str) -> tuple[Fact[Any], ...]:
        """Return every statement of the fact, in the order of reading; raises KeyError for an unknown name."""
        if self._notice is None:
            return self.own(name)
        if name not in self._found:
            from tenderlint.facts.noticed import joined

            self._found[name] = joined(name, self.own(name), self.noticed(name))
        return self._found[name]

    def own(self, name: str) -> tuple[Fact[Any], ...]:
        """Return the statements that the pack's own documents make, its notice left out."""
        if name not in self._own:
            if name not in GROUPS and name in (*FACT_NAMES, *INNER_NAMES):
                return ()
            for each, facts in self._reading.once(GROUPS[name]).items():
                self._own[each] = tuple(facts)
            self._own.setdefault(name, ())
        return self._own[name]

    def noticed(self, name: str) -> tuple[Fact[Any], ...]:
        """Return the statements that the pack's notice (OCDS) makes; none where the pack has no such notice."""
        return () if self._notice is None else self._notice.all(name)

    def chosen(self, name: str) -> Fact[Any] | None:
        """Return the statement that the checks use."""
        return next((fact for fact in self.all(name) if fact.chosen), None)

    def as_mapping(self) -> dict[str, tuple[Fact[Any], ...]]:
        """Return all facts of a report by name."""
        return {name: self.all(name) for name in FACT_NAMES}

    @property
    def contract_value(self) -> Fact[Money] | None:
        """The most the contract is worth over its whole life; from the yearly value and the term if need be."""
        return cast("Fact[Money] | None", self.chosen("contract_value_whole"))

    @property
    def annual_value(self) -> Fact[Money] | None:
        """What the contract is worth a year."""
        return cast("Fact[Money] | None", self.chosen("contract_value_annual"))

    def when(self, name: str) -> Fact[When] | None:
        """Return the chosen statement of a date fact such as "submission_deadline"."""
        return cast("Fact[When] | None", self.chosen(name))

    def amount(self, name: str) -> Fact[Decimal] | None:
        """Return the chosen statement of a fact that is a number or an amount in pounds."""
        return cast("Fact[Decimal] | None", self.chosen(name))

    @property
    def award_criteria(self) -> tuple[Fact[Criterion], ...]:
        """Every criterion that the pack names."""
        return self.all("award_criteria")

    @property
    def limits(self) -> tuple[Fact[Limit], ...]:
        """Every limit on the length of a bid."""
        return self.all("page_or_word_limits")
