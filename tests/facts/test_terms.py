"""The hard terms: bonds, guarantees, damages, credits, liability."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import chosen

BONDS = [
    ("A performance bond of 10% of the contract price is required.", 10),
    ("The Contractor shall provide a performance bond in the form at Schedule 4.", True),
    ("A bond equal to ten per cent of the contract sum must be given.", 10),
    ("| Performance bond | 5% of the annual charge |", 5),
    ("The successful tenderer will be required to enter into a performance bond.", True),
    ("A performance guarantee of 7.5 % of the price shall be furnished within 28 days.", 7.5),
    ("The Council may require a performance bond.", True),
    ("Performance security: 10 per cent of the accepted price", 10),
    ("An on-demand bond must be provided before work starts.", True),
    ("The Supplier must give a surety bond worth 15% of the first year's fees.", 15),
    ("You will need to provide a performance bond from a bank.", True),
    ("A performance bond to the value of twenty per cent of the contract sum shall be executed as a deed.", 20),
    ("No performance bond will be required.", 0),
    ("Performance bond: Not used", 0),
    ("| Performance bond | Not required |", 0),
    ("A performance bond is not required for this contract.", 0),
    ("We do not ask for a performance bond.", 0),
    ("Neither a performance bond nor a guarantee is sought.", 0),
    ("“Performance Bond” means a bond in the form at Schedule 6.", None),
    ("[The Supplier shall provide a performance bond of [insert percentage]%]", None),
    ("A performance bond if required by the Order Form shall be given.", None),
    ("A tender bond of 2% is payable.", None),
    ("12 Performance Bond", None),
    ("Bonds between parents and children are strengthened by the service.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), BONDS)
def test_a_performance_bond_has_its_share_or_is_simply_asked_for(text: str, value: float | None) -> None:
    found = chosen(text, "performance_bond")
    assert found is value or (found == value and value is not None)


GUARANTEES = [
    ("A parent company guarantee may be required.", True),
    ("The Contractor shall procure a guarantee from its ultimate holding company.", True),
    ("If you are a subsidiary, would your parent company be willing to provide a guarantee?", True),
    ("A parent company or bank guarantee shall be given in the form at Annex 2.", True),
    ("| Parent company guarantee | Required |", True),
    ("Bidders that are part of a group must provide a PCG.", True),
    ("The successful bidder's parent company will be required to enter into a guarantee.", True),
    ("A Parent Company Guarantee must be signed before the contract starts.", True),
    ("A deed of guarantee given by the parent company must be enclosed.", True),
    ("Your ultimate holding company shall execute the attached guarantee.", True),
    ("A parent company guarantee will be needed where your turnover is below the minimum.", True),
    ("The Council does not require a parent company guarantee.", False),
    ("No parent company guarantee is needed.", False),
    ("Parent company guarantee: not applicable", False),
    ("We do not ask for a performance bond or a parent company guarantee.", False),
    ("There will be no need for a performance bond, a parent company guarantee or liquidated damages.", False),
    ("We do not require a bond, but a parent company guarantee must be provided.", True),
    ("If you cannot provide a performance bond, a parent company guarantee shall be given.", True),
    ("Bidders that do not hold a bond, a guarantee or a deposit must provide a parent company guarantee.", True),
    ("| Parent company guarantee | No |", False),
    ("We will not ask for a parent company guarantee or a bond.", False),
    ("A parent company guarantee is not required.", False),
    ("“Parent Company Guarantee” means the guarantee in Schedule 9.", None),
    ("[A Parent Company Guarantee shall be provided by [insert name]]", None),
    ("Please give the name of your parent company.", None),
    ("We guarantee that parents will be consulted.", None),
    ("Parent Company Guarantee", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), GUARANTEES)
def test_a_parent_guarantee_is_asked_for_or_refused(text: str, value: bool | None) -> None:
    assert chosen(text, "parent_company_guarantee") is value


DAMAGES = [
    ("Liquidated damages of £500 a day apply for late completion.", True),
    ("The Contractor shall pay liquidated and ascertained damages at the rate of £200 per week.", True),
    ("LADs will be deducted for each day of delay.", True),
    ("If the Supplier misses a milestone it must pay liquidated damages.", True),
    ("Delay damages are £1,000 per day.", True),
    ("The rate of liquidated damages is set out in Schedule 5 and shall be payable on demand.", True),
    ("| Liquidated damages | £250 per day |", True),
    ("Liquidated damages may be charged.", True),
    ("Damages for delay will be levied at 1% of the price per week.", True),
    ("The Council will apply liquidated & ascertained damages.", True),
    ("The parties agree that liquidated damages are a genuine estimate of loss and shall be payable.", True),
    ("Liquidated damages: not used", False),
    ("LADs do not apply to this contract.", False),
    ("The Council will not seek liquidated damages.", False),
    ("| Liquidated damages | N/A |", False),
    ("No liquidated damages will be charged.", False),
    ("There are no liquidated damages in this contract.", False),
    ("Liquidated damages are not applicable.", False),
    ("“Liquidated Damages” means the sums in Schedule 5.", None),
    ("[Liquidated damages shall be payable at the rate of [insert amount]]", None),
    ("The Supplier is liable for losses including any liquidated damages to the extent expressly provided for.", None),
    ("14 Liquidated Damages", None),
    ("Any damages to the hall must be reported.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), DAMAGES)
def test_liquidated_damages_are_asked_for_or_refused(text: str, value: bool | None) -> None:
    assert chosen(text, "liquidated_damages") is value


CREDITS = [
    ("Service credits will be deducted from the next invoice when a KPI is missed.", True),
    ("The Supplier shall pay Service Credits in accordance with Schedule 3.", True),
    ("Default points will be recorded for each failure.", True),
    ("Service deductions apply where performance falls below 95%.", True),
    ("Payments may be reduced: deductions shall be made for failure to meet the key performance indicators.", True),
    ("| Service credits | 2% of the monthly charge |", True),
    ("Service credits shall not be the Buyer's sole remedy.", True),
    ("Penalty points will be awarded if a visit is missed.", True),
    ("Performance deductions of up to 10% of the monthly fee may be applied.", True),
    ("If service levels are not met, a sum will be deducted from the charges.", True),
    ("Each missed call incurs five service failure points.", True),
    ("The provider will incur a payment deduction of £100 for each late report.", True),
    ("No service credits apply.", False),
    ("Service credits: not used", False),
    ("We take no money off for late or poor work.", False),
    ("No money off vouchers may be used.", None),
    ("| Service credits | Not applicable |", False),
    ("Service credits will not apply to this contract.", False),
    ("We do not use service credits.", False),
    ("There are no default points.", False),
    ("“Service Credits” means the sums set out in Schedule 3.", None),
    ("The Contractor is liable for losses, including service credits or other deductions to the extent expressly "
     "provided for.", None),
    ("Service Credits", None),
    ("The service gives credit unions advice.", None),
    ("[Service Credits shall accrue at [insert]%]", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CREDITS)
def test_service_credits_are_asked_for_or_refused(text: str, value: bool | None) -> None:
    assert chosen(text, "service_credits") is value


LIABILITY = [
    ("The Supplier's liability shall be unlimited.", True),
    ("The Contractor has unlimited liability under this contract.", True),
    ("There is no cap on the supplier's liability.", True),
    ("Liability under this agreement is uncapped.", True),
    ("The Provider's liability to the Council will not be limited.", True),
    ("The Consultant accepts liability without limit.", True),
    ("No limit applies to the Contractor's liability.", True),
    ("The Contractor shall indemnify and keep indemnified the Council against all losses, claims and costs.", True),
    ("The Supplier indemnifies the Trust from and against any and all claims howsoever arising.", True),
    ("An uncapped indemnity is required.", True),
    ("The Supplier's total liability shall be limited to £5m.", False),
    ("Each party's total aggregate liability shall not exceed 125% of the charges.", False),
    ("Unlimited liability is not permitted.", False),
    ("The Contractor's liability is capped at £1 million.", False),
    ("Neither party's liability will exceed £2,000,000 in any year.", False),
    ("Liability under the contract is limited to the contract price.", False),
    ("The Provider's liability shall be no more than 150% of the annual fees.", False),
    ("Nothing limits liability for death or personal injury, which is unlimited.", None),
    ("The Supplier shall indemnify the Buyer against all claims for infringement of intellectual property rights.",
     None),
    ("The Contractor shall indemnify the Council against all claims under TUPE.", None),
    ("The Council's liability is limited to £10,000.", None),
    ("Public liability insurance of £5m is required.", None),
    ("[The Supplier's liability shall be unlimited / limited to [insert amount]]", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), LIABILITY)
def test_liability_is_without_limit_or_limited(text: str, value: bool | None) -> None:
    assert chosen(text, "unlimited_liability") is value
