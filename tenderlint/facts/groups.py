"""Which group of finders answers for which fact; a group's module is imported when somebody asks for a fact of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, cast

from tenderlint.facts.base import Fact
from tenderlint.facts.reading import Reading

Group = Callable[[Reading], Mapping[str, Sequence[Fact[Any]]]]

# One line a fact, by module, so that two people who add facts seldom touch the same lines.
_WHERE: dict[str, str] = {
    "term_extension_months": "term:terms",
    "term_initial_months": "term:terms",
    "answers_by": "timetable:timetable",
    "award_date": "timetable:timetable",
    "clarification_deadline": "timetable:timetable",
    "contract_end": "timetable:timetable",
    "contract_start": "timetable:timetable",
    "interview_date": "timetable:timetable",
    "issue_date": "timetable:timetable",
    "site_visit": "timetable:timetable",
    "submission_deadline": "timetable:timetable",
    "contract_value_annual": "value:values",
    "contract_value_total": "value:values",
    "contract_value_whole": "value_whole:whole",
    "price_weight": "criteria:find",
    "quality_weight": "criteria:find",
    "social_value_weight": "criteria:find",
    "award_criteria": "criteria:find",
    "insurance_employers_liability": "insurance:find",
    "insurance_public_liability": "insurance:find",
    "insurance_professional_indemnity": "insurance:find",
    "insurance_timing": "insurance_timing:find",
    "minimum_turnover": "selection:find",
    "accounts_years": "selection:find",
    "references_count": "references:find",
    "audited_accounts_required": "selection:find",
    "parent_company_guarantee": "terms:find",
    "liquidated_damages": "terms:find",
    "service_credits": "terms:find",
    "unlimited_liability": "liability:find",
    "performance_bond": "terms:find",
    "payment_days": "payment:find",
    "tupe": "payment:find",
    "buyer_name": "identity:find",
    "title": "identity:find",
    "authority_type": "identity:find",
    "procedure": "procedures:find",
    "agreement_type": "agreements:find",
    "lots": "lots:find",
    "page_or_word_limits": "limits:find",
    "contact_email": "contacts:find",
    "contact_phone": "contacts:find",
    "accessible_formats_offered": "offers:find",
    "abroad": "abroad:find",
    "law_named": "regime:find",
    "law_left_out": "regime:find",
    "nation": "regime:find",
    "threshold_side": "regime:find",
    "contract_kind": "contract_kinds:find",
    "cpv": "contract_kinds:find",
    "full_regime": "contract_kinds:find",
    "portal": "contract_kinds:find",
    "provider_type": "who_may_bid:find",
    "reservation": "who_may_bid:find",
    "tender_stage": "regime:find",
}


class _Groups(Mapping[str, Group]):
    """From the name of a fact to the function that finds it, imported on the way."""

    def __getitem__(self, name: str) -> Group:
        module, _, function = _WHERE[name].partition(":")
        return cast(Group, getattr(import_module(f"tenderlint.facts.{module}"), function))

    def __iter__(self) -> Iterator[str]:
        return iter(_WHERE)

    def __len__(self) -> int:
        return len(_WHERE)


GROUPS: Mapping[str, Group] = _Groups()
