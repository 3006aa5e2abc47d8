"""Levels of insurance, and when bidders must hold them."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import chosen, read

EL, PL, PI = "insurance_employers_liability", "insurance_public_liability", "insurance_professional_indemnity"
M = 1_000_000

LEVELS = [
    ("You must hold employers' liability insurance of £10m, public liability of £5m and professional indemnity of £2m.",
     [10 * M], [5 * M], [2 * M]),
    ("- Public Liability: £5,000,000\n- Employer's Liability: £10,000,000", [10 * M], [5 * M], []),
    ("£10m public liability cover is needed for the fair and £5m for the market.", [], [10 * M, 5 * M], []),
    ("The Provider shall maintain employers' liability and public liability insurance of not less than five million "
     "pounds each.",
     [5 * M], [5 * M], []),
    ("| Insurance | Minimum |\n|---|---|\n| Employer’s (Compulsory) Liability | £10 million |\n"
     "| Public and Products Liability | £5 million |\n"
     "| Professional Indemnity | £1 million |", [10 * M], [5 * M], [M]),
    ("| | Public liability | Employers' liability |\n|---|---|---|\n| Lot 1 | £2m | £10m |\n| Lot 2 | £5m | £10m |",
     [10 * M], [2 * M, 5 * M], []),
    ("Public liability of ten million pounds must be shown with your bid.", [], [10 * M], []),
    ("### Professional indemnity\n\n£500,000 any one claim", [], [], [500_000]),
    ("Do you hold Public Liability insurance of at least £5 million?", [], [5 * M], []),
    ("Combined employers' and public liability cover of £5million is required.", [5 * M], [5 * M], []),
    ("Insurance levels are £5m (public liability), £10m (employers' liability) and £250k (PI insurance).",
     [10 * M], [5 * M], [250_000]),
    ("Public liability, employers' liability and professional indemnity of £5m, £10m and £2m respectively.",
     [10 * M], [5 * M], [2 * M]),
    ("Third party liability insurance: minimum £2 million per occurrence, with an excess of no more than £1,000",
     [], [2 * M], []),
    ("Public liability £5m per claim and £10m in the aggregate", [], [5 * M], []),
    ("Bidders confirm that they have, or will have by the start date, GBP 5,000,000 of public liability cover.",
     [], [5 * M], []),
    ("The Consultant shall take out professional indemnity insurance with a limit of indemnity of not less than "
     "£1,000,000.", [], [], [M]),
    ("The minimum levels are: Employers Liability - £5 million; Public Liability - £5 million.", [5 * M], [5 * M], []),
    ("Sub-contractors must hold public liability insurance of £2 million.", [], [], []),
    ("The Council holds public liability insurance of £25 million.", [], [], []),
    ("Have public liability claims in excess of £50,000 been made against you?", [], [], []),
    ("No professional indemnity insurance is required.", [], [], []),
    ("“Required Insurances” means public liability insurance of £5 million.", [], [], []),
    ("Public liability insurance of [insert amount, e.g. £5 million] is required.", [], [], []),
    ("Please state your level of public liability insurance.", [], [], []),
    ("The Contractor's liability shall be limited to £5 million.", [], [], []),
    ("The legal minimum for employers' liability is £5 million, but we ask for £10 million.", [10 * M], [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "employers", "public", "professional"), LEVELS)
def test_each_kind_of_insurance_keeps_its_own_levels(
    text: str, employers: list[int], public: list[int], professional: list[int]
) -> None:
    assert (read(text, EL), read(text, PL), read(text, PI)) == (employers, public, professional)


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("Certified copies of your insurance certificates must be enclosed with the tender.", "with the bid"),
        ("Evidence of insurance must be provided as part of your quotation.", "with the bid"),
        ("Insurance must be in place prior to contract award.", "with the bid"),
        ("You must currently hold the insurance listed below.", "with the bid"),
        ("The successful bidder will be required to provide evidence of insurance.", "on award"),
        ("Insurance must be in place before the contract starts.", "on award"),
        ("Please confirm that you have, or commit to obtain, the insurance levels below.", "on award"),
        ("Certificates of insurance are required on award.", "on award"),
        ("If you do not hold this insurance now, it will be obtained if you are successful.", "on award"),
        ("By the day the contract starts you will need public liability insurance of £2 million.", "on award"),
        ("You must have public liability cover when the service begins.", "on award"),
        ("Indemnity cover of £1 million must be in place from the first day of the contract.", "on award"),
        ("You will need to have insurance by the time the work starts.", "on award"),
        ("Public liability cover of £5m is required. Bidders without it may get it before the start.", "on award"),
        ("Insurance of £5m is required. Those without it may take it out before the contract starts.", "on award"),
        ("Public liability cover of £5m is required. You must hold ISO 9001 before the contract starts.", None),
        ("Public liability cover is £5m. Tell us when the contract starts whom to call.", None),
        ("Employees pay national insurance.", None),
        ("The service helps people to insure their homes.", None),
    ],
)
def test_insurance_is_wanted_with_the_bid_or_on_award(text: str, timing: str | None) -> None:
    assert chosen(text, "insurance_timing") == timing
