"""The words in which facts are told: what each is called, and its value with its unit."""

from __future__ import annotations

import re
from decimal import Decimal

from tenderlint.report import FactRow
from tenderlint.values import amount_in_words

SURE = {"high": "", "medium": "the reading is fairly sure", "low": "the reading is not sure"}
FACTS = {
    "buyer_name": "Buyer",
    "title": "Title",
    "procedure": "Procedure",
    "contract_value_total": "Value of the whole contract",
    "contract_value_annual": "Value a year",
    "term_initial_months": "Initial term",
    "term_extension_months": "Extensions",
    "issue_date": "Pack issued",
    "clarification_deadline": "Last day for questions",
    "answers_by": "Answers by",
    "submission_deadline": "Deadline for tenders",
    "interview_date": "Interviews",
    "award_date": "Award",
    "site_visit": "Site visit",
    "contract_start": "Contract starts",
    "contract_end": "Contract ends",
    "price_weight": "Weight of price",
    "quality_weight": "Weight of quality",
    "social_value_weight": "Weight of social value",
    "award_criteria": "Award criteria",
    "insurance_employers_liability": "Employers’ liability insurance",
    "insurance_public_liability": "Public liability insurance",
    "insurance_professional_indemnity": "Professional indemnity insurance",
    "minimum_turnover": "Minimum turnover",
    "accounts_years": "Years of accounts or turnover",
    "references_count": "References or examples of earlier work",
    "audited_accounts_required": "Audited accounts required",
    "parent_company_guarantee": "Parent company guarantee",
    "liquidated_damages": "Liquidated damages",
    "service_credits": "Service credits, deductions or default points",
    "unlimited_liability": "Unlimited liability",
    "performance_bond": "Performance bond",
    "payment_days": "Time to payment",
    "page_or_word_limits": "Limits on length",
    "lots": "Lots",
    "tupe": "TUPE (transfer of staff)",
    "contact_email": "Contact by e-mail",
    "contact_phone": "Contact by phone",
    "accessible_formats_offered": "Accessible formats offered",
    "agreement_type": "Kind of agreement",
}
_UNITS = {
    "term_initial_months": ("month", "months"), "term_extension_months": ("month", "months"),
    "payment_days": ("day", "days"), "accounts_years": ("year", "years"),
}  # fmt: skip
_PERCENT = frozenset({"price_weight", "quality_weight", "social_value_weight", "performance_bond"})
_POUNDS = frozenset({
    "insurance_employers_liability", "insurance_public_liability", "insurance_professional_indemnity",
    "minimum_turnover",
})  # fmt: skip
_NAMED = {
    "procedure": {
        "open": "open procedure", "restricted": "restricted procedure",
        "competitive-flexible": "competitive flexible procedure",
        "competitive-with-negotiation": "competitive procedure with negotiation",
        "framework-call-off": "call-off from a framework", "further-competition": "further competition",
        "rfq": "request for quotation", "light-touch": "light touch", "below-threshold": "below-threshold procedure",
    },
    "agreement_type": {"sla": "service level agreement", "call-off": "call-off contract"},
    "tupe": {"does-not-apply": "does not apply"},
}  # fmt: skip
_CAPITALS = {"braille": "Braille", "bsl": "British Sign Language", "word": "Word", "easy read": "Easy Read"}
_NONE = {
    "term_extension_months": "none", "performance_bond": "none is asked for", "minimum_turnover": "none is asked for",
}  # fmt: skip
"""What 0 is of these: the pack says outright that there is none."""
_VAT = {"excl": ", without VAT", "incl": ", with VAT"}
_ROUGH = r"\b(?:in the region of|around|about|approximately|approx\.?|circa|roughly|c\.?)"
LISTS = frozenset({"award_criteria", "page_or_word_limits"})
"""The facts whose statements are each a thing of its own, so that they cannot contradict one another."""


def fact_label(name: str) -> str:
    """Return what a fact is called."""
    return FACTS.get(name) or name.replace("_", " ").capitalize()


def fact_words(name: str, row: FactRow) -> str:
    """Return the value of a fact as people say it: with its unit, and in words where it is a name of our own."""
    value = row.value
    if isinstance(value, dict):
        return _of_parts(name, row)
    if isinstance(value, str):
        told = _NAMED.get(name, {}).get(value, row.words)
        part = row.why.partition(";")[0]
        return f"{told} (lot {part.removeprefix('of lot ').lower()})" if part.startswith("of lot ") else told
    if isinstance(value, list) and name == "accessible_formats_offered":
        return ", ".join(_CAPITALS.get(str(each), str(each)) for each in value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return row.words
    if name == "lots" and value == 1:
        return "one: the contract is not divided"
    if not value and name in _NONE:
        return _NONE[name]
    if name in _PERCENT:
        return f"{row.words}%"
    if name in _POUNDS:
        return amount_in_words(Decimal(str(value)))
    if name in _UNITS:
        one, several = _UNITS[name]
        return f"{row.words} {one if value == 1 else several}"
    return row.words


def _of_parts(name: str, row: FactRow) -> str:
    """Return a value of several parts: a sum with what is said of VAT, a criterion with its weight, a limit."""
    if name == "award_criteria" and _is_percent(row):
        return f"{row.words}%"
    vat = _VAT.get(row.value.get("vat"), "")
    return f"{'about ' if 'vat' in row.value and _is_rough(row) else ''}{row.words}{vat}"


def _is_rough(row: FactRow) -> bool:
    """Say whether the pack's own words put "about" or the like before this very sum."""
    return re.search(rf"{_ROUGH} ?{re.escape(row.words)}(?![\d.,]?\d)", row.where.quote, re.IGNORECASE) is not None


def _is_percent(row: FactRow) -> bool:
    """Say whether the pack itself prints the weight of a criterion as a percentage; others are points."""
    if not isinstance(row.value, dict) or row.value.get("weight") is None:
        return False
    weight = re.escape(row.words.rpartition(" ")[2])
    return re.search(rf"(?<![\d.]){weight}(?:\.0{{1,2}})?\s?(?:%|per ?cent)", row.where.quote) is not None
