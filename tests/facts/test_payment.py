"""How soon invoices are paid, and whether staff transfer."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tests.facts.facts_read import chosen, read

DAYS = [
    ("We settle correct invoices 45 days after month end.", [45]),
    ("Invoices will be paid within 30 days of receipt of a valid and undisputed invoice.", [30]),
    ("| Payment terms | 28 days from receipt of invoice |", [28]),
    ("Payment terms: 30 days net", [30]),
    ("The Authority shall pay within a period of thirty (30) days from the date on which it accepts the invoice.",
     [30]),
    ("Within 30 days of receiving a valid invoice the Council will pay the Contractor.", [30]),
    ("We pay suppliers in 14 days.", [14]),
    ("Undisputed invoices shall be paid no later than sixty days from the date of receipt.", [60]),
    ("Payment will be made 30 days from the invoice date.", [30]),
    ("Our standard payment terms are 60 days from the end of the month of invoice.", [60]),
    ("Valid invoices are paid within 30 days, and the provider must pay its subcontractors on the same terms.", [30]),
    ("The Buyer must pay the Supplier the Charges within 30 days of receipt by the Buyer of a valid invoice.", [30]),
    ("Invoices are payable within twenty-one working days.", [21]),
    ("Payment: within 10 working days of the invoice", [10]),
    ("Small firms' invoices will be settled in 5 days.", [5]),
    ("The Supplier shall pay its sub-contractors within 30 days of receipt of an invoice.", []),
    ("Bidders must pay 95% of their invoices within 60 days.", []),
    ("Prices must stay open for acceptance for 90 days.", []),
    ("The Council may terminate on 30 days' notice if an invoice is not paid.", []),
    ("The buyer will dispute an invoice within 10 days.", []),
    ("The contractor must pay the deposit within 14 days.", []),
    ("Invoices must be submitted within 7 days of the month end.", []),
    ("The supplier shall repay any overpayment within 14 days.", []),
    ("Payment is monthly in arrears.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), DAYS)
def test_payment_days_are_those_in_which_the_buyer_pays(text: str, values: list[int]) -> None:
    assert read(text, "payment_days") == values


TUPE = [
    ("TUPE will apply to this contract.", "applies"),
    ("It is the Council's view that TUPE is likely to apply.", "applies"),
    ("The Transfer of Undertakings (Protection of Employment) Regulations 2006 will apply.", "applies"),
    ("TUPE information for the four staff in scope is attached at Appendix 5.", "applies"),
    ("We think that the TUPE regulations apply to this contract.", "applies"),
    ("TUPE applies to nine employees of the present provider.", "applies"),
    ("| TUPE | Applies |", "applies"),
    ("Six members of staff are expected to transfer under TUPE.", "applies"),
    ("The Authority considers that TUPE is applicable.", "applies"),
    ("The Council does not consider that TUPE applies.", "does-not-apply"),
    ("TUPE: Not applicable", "does-not-apply"),
    ("There are no staff to whom TUPE will apply.", "does-not-apply"),
    ("TUPE does not apply to this service.", "does-not-apply"),
    ("In the Council's opinion, TUPE is unlikely to apply.", "does-not-apply"),
    ("We do not believe TUPE will apply.", "does-not-apply"),
    ("The Council is not aware of any staff to whom TUPE would apply.", "does-not-apply"),
    ("TUPE may apply and bidders should take their own advice.", "mentioned"),
    ("Bidders must confirm whether TUPE applies.", "mentioned"),
    ("Comply with the TUPE requirements in the conditions of contract.", "mentioned"),
    ("If TUPE applies, the Supplier shall give the information asked for.", "mentioned"),
    ("Where TUPE is likely to apply on the termination of the contract, the Contractor shall help.", "mentioned"),
    ("TUPE applies when an organised group of employees moves to a new employer.", "mentioned"),
    ("Tenderers are to seek legal advice on the application of TUPE.", "mentioned"),
    ("Staff wear stupendous uniforms.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TUPE)
def test_tupe_applies_does_not_or_is_only_mentioned(text: str, value: str | None) -> None:
    assert chosen(text, "tupe") == value


def test_what_is_said_outright_of_tupe_goes_before_a_mention() -> None:
    text = (
        "Bidders should take advice on TUPE.\n\nTUPE does not apply.\n\nThe TUPE regulations are the law on "
        "transfers."
    )
    assert chosen(text, "tupe") == "does-not-apply"


def test_the_lot_is_told_to_which_a_transfer_of_staff_belongs() -> None:
    text = (
        "# Staff\n\nWe think that TUPE applies to lot 1. TUPE does not apply to lot 2, because it is a new service."
        "\n\nTUPE applies to lots 3 and 4.\n\n# Lot 5: cafe\n\nTUPE does not apply.\n\n"
        "TUPE applies to lot 6 but not to lot 7."
    )
    found = Facts(Passages(pack(text))).all("tupe")
    assert [(fact.value, fact.why.partition(";")[0]) for fact in found] == [
        ("applies", "of lot 1"), ("does-not-apply", "of lot 2"), ("applies", ""), ("does-not-apply", "of lot 5"),
        ("applies", ""),
    ]  # fmt: skip
