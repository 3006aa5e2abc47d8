"""More wordings of deadlines, values and terms, and more traps, each with all that should be read from it."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import Money, as_data

DATES = {
    "issue": "issue_date", "q": "clarification_deadline", "a": "answers_by", "visit": "site_visit",
    "sub": "submission_deadline", "int": "interview_date", "award": "award_date", "start": "contract_start",
    "end": "contract_end",
}  # fmt: skip
VALUES = {"T": "contract_value_total", "A": "contract_value_annual"}
TERMS = {"I": "term_initial_months", "E": "term_extension_months"}


def read(text: str, names: dict[str, str]) -> set[str]:
    facts = Facts(Passages(pack(text)))
    found = ((short, fact) for short, name in names.items() for fact in facts.all(name) if fact.of != "superseded")
    parts = ((f"{short}:{written(fact.value)}", fact.of.replace(" ", "_")) for short, fact in found)
    return {f"{told}[{of}]" if of else told for told, of in parts}


def written(value: object) -> str:
    if not isinstance(value, Money):
        return str(as_data(value))  # type: ignore[arg-type]
    low = "" if value.least is None else f"{value.least.normalize():f}"
    high = f"{value.most.normalize():f}"
    return (low if low == high else f"{low}~{high}") + ("" if value.vat == "unknown" else value.vat)


TIMETABLE = [
    ("The deadline for submitting your quotation is 12:00 midday on Monday 9th March 2026.", "sub:2026-03-09T12:00"),
    ("Closing Date & Time: 09/03/2026 @ 12:00", "sub:2026-03-09T12:00"),
    ("Tenders shall be delivered to the Clerk not later than 10.00 a.m. on Tuesday, 10 March 2026, at which time"
     " they will be opened.", "sub:2026-03-10T10:00"),
    ("RETURN DATE: NOON, FRIDAY 13TH MARCH 2026", "sub:2026-03-13T12:00"),
    ("All bids must be uploaded to ProContract by the closing date and time of 13/03/2026 at 17:00:00.",
     "sub:2026-03-13T17:00"),
    ("The ITT Response must be received by the Authority before the Deadline (12:00 noon, 13 March 2026).",
     "sub:2026-03-13T12:00"),
    ("Suppliers have until 5pm on 27th February 2026 to submit clarification questions.", "q:2026-02-27T17:00"),
    ("Clarification questions deadline | 27/02/26", "q:2026-02-27"),
    ("The final date for raising queries is 27 February 2026. All queries will be responded to by 4 March 2026.",
     "q:2026-02-27 a:2026-03-04"),
    ("The Council will not respond to any queries received after 27 February 2026.", "q:2026-02-27"),
    ("| Key Milestones | Dates |\n| ITT Published | 2nd February 2026 |\n| Supplier Clarification Questions"
     " submission deadline | 27th February 2026 (5pm) |\n| Council responses to Clarification Questions | 4th"
     " March 2026 |\n| Deadline for Tender Submissions | 13th March 2026 (12 noon) |\n| Tender Evaluation &"
     " Moderation | 16th – 27th March 2026 |\n| Notification of Intention to Award | 30th March 2026 |\n| 10 day"
     " Standstill Period ends | 9th April 2026 |\n| Contract Award | 10th April 2026 |\n| Contract Mobilisation |"
     " April – May 2026 |\n| Contract Start Date | 1st June 2026 |",
     "issue:2026-02-02 q:2026-02-27T17:00 a:2026-03-04 sub:2026-03-13T12:00"
     " award:2026-03-30 award:2026-04-10 start:2026-06-01"),
    ("| Procurement Stage | Start | End |\n| Advertise opportunity | 02/02/2026 | 02/02/2026 |\n| Tender"
     " clarification period | 02/02/2026 | 27/02/2026 |\n| Bid submission | 02/02/2026 | 13/03/2026 |\n|"
     " Evaluation | 16/03/2026 | 27/03/2026 |\n| Contract award | 10/04/2026 | 10/04/2026 |",
     "issue:2026-02-02 q:2026-02-27 sub:2026-03-13 award:2026-04-10"),
    ("# Indicative timetable\n\nIssue of RFQ: 2 February 2026", "issue:2026-02-02"),
    ("| Activity | Date |\n| RFP sent to bidders | 2 Feb 2026 |\n| Bidder Q&A closes | 20 Feb 2026 |\n| Proposals"
     " due | 6 Mar 2026, 23:59 |\n| Shortlisting | 10 Mar 2026 |\n| Pitch presentations | 17 & 18 Mar 2026 |\n|"
     " Supplier selected | 24 Mar 2026 |\n| Kick-off meeting | 1 Apr 2026 |",
     "issue:2026-02-02 q:2026-02-20 sub:2026-03-06T23:59 int:2026-03-17 int:2026-03-18 award:2026-03-24"),
    ("We anticipate that the appointed consultant will start in early April 2026 and submit a final report by 31"
     " July 2026.", "start:2026-04"),
    ("The contract will commence on 1st June 2026 for an initial period of 3 years ending on 31st May 2029 with"
     " an option to extend for up to 24 months.", "start:2026-06-01 end:2029-05-31"),
    ("Contract Period: From 01/06/2026 To 31/05/2029", "start:2026-06-01 end:2029-05-31"),
    ("Commencement Date: 1 June 2026", "start:2026-06-01"),
    ("Expiry Date: 31 May 2029", "end:2029-05-31"),
    ("The Services shall be provided from 1 June 2026 until 31 May 2029 unless terminated earlier.",
     "start:2026-06-01 end:2029-05-31"),
    ("\"Commencement Date\" means 1 June 2026.", "start:2026-06-01"),
    ("Site visits will take place on Wednesday 18 February between 10am and 3pm. The closing date is 13 March"
     " 2026.", "visit:2026-02-18 sub:2026-03-13"),
    ("An opportunity to visit the site will be available on 18th February 2026; please contact the Clerk to"
     " arrange a visit.", "visit:2026-02-18"),
    ("It is envisaged that interviews with shortlisted providers will be held w/c 23rd March 2026.", "int:2026-03-23"),
    ("Tenderers should keep 24 March 2026 free for interview.", "int:2026-03-24"),
    ("The tender opportunity was advertised on Contracts Finder on 2 February 2026.", "issue:2026-02-02"),
    ("ITT issue date - 2 February 2026", "issue:2026-02-02"),
    ("Following requests from bidders the tender return date has been moved from 13 March 2026 to 20 March 2026"
     " at noon.", "sub:2026-03-20T12:00"),
    ("Please note the revised deadline for submissions: 20 March 2026, 12 noon.", "sub:2026-03-20T12:00"),
    ("The evaluation panel meets on 25 March 2026 and bidders will hear the result by 27 March 2026.",
     "award:2026-03-27"),
    ("The decision will be taken at the Parish Council meeting on 24 March 2026.", ""),
    ("The works must start no later than 1 June 2026 and be completed by 31 August 2026.",
     "start:2026-06-01 end:2026-08-31"),
    ("Please submit three copies of your audited accounts for the year ended 31 March 2025 with your tender.", ""),
    ("The Contractor's insurance must be renewed before 1 April 2026.", ""),
    ("The Bribery Act 2010 came into force on 1 July 2011.", ""),
    ("TUPE information is correct as at 31 January 2026.", ""),
    ("The Council declared a climate emergency on 24 July 2019 and aims to be carbon neutral by 31 December 2030.", ""),
    ("Any variation to the contract after 1 June 2027 will be agreed in writing.", ""),
    ("Tenderers are asked to hold their prices until 30 June 2026.", ""),
    ("Please ensure your submission is uploaded by 12pm on 14th August 2026.", "sub:2026-08-14T12:00"),
    ("Your completed tender should be returned in the envelope provided so as to arrive no later than noon on"
     " Friday 14 August 2026.", "sub:2026-08-14T12:00"),
    ("The portal will close for submissions at 15:00 on 14 August 2026.", "sub:2026-08-14T15:00"),
    ("Submission of bids: by 17.00 hrs 14 August 2026", "sub:2026-08-14T17:00"),
    ("Last date for submission | 14 August 2026 (5 p.m.)", "sub:2026-08-14T17:00"),
    ("We require your quote back to us by 14/08/26.", "sub:2026-08-14"),
    ("Deadline: 14 August 2026, 1200 hours", "sub:2026-08-14T12:00"),
    ("The closing date for receipt of Expressions of Interest is 14 August 2026.", "sub:2026-08-14[selection_stage]"),
    ("Applications should be submitted electronically before 23:59 on Sunday 16 August 2026.", "sub:2026-08-16T23:59"),
    ("Proposals received after the deadline of 5pm, 14 August 2026, will not be read.", "sub:2026-08-14T17:00"),
    ("Interested organisations are invited to submit a written proposal to Jane Smith by Friday 14th August 2026.",
     "sub:2026-08-14"),
    ("Time and date for return: 12 noon on 14 August 2026", "sub:2026-08-14T12:00"),
    ("| Tender closes | 14/08/2026 12:00:00 |\n| Questions close | 31/07/2026 12:00:00 |",
     "sub:2026-08-14T12:00 q:2026-07-31T12:00"),
    ("| Milestone | Date | Time |\n| Deadline for the receipt of clarification questions | 31 July 2026 | 17:00"
     " |\n| Target date for responses to clarification questions | 5 August 2026 | 17:00 |\n| Deadline for"
     " receipt of Tenders | 14 August 2026 | 12:00 |\n| Notification of contract award decision | 11 September"
     " 2026 | |\n| Target contract commencement date | 1 October 2026 | |",
     "q:2026-07-31T17:00 a:2026-08-05T17:00 sub:2026-08-14T12:00 award:2026-09-11 start:2026-10-01"),
    ("Clarifications must be received by the Authority not later than 10 days before the Tender deadline, that is"
     " by 4 August 2026.", "q:2026-08-04"),
    ("Questions will be accepted up to and including 31 July 2026.", "q:2026-07-31"),
    ("If you need any further information please email us before 31 July 2026.", "q:2026-07-31"),
    ("A question and answer document will be published by 5 August 2026.", "a:2026-08-05"),
    ("All responses to clarification questions will be issued via the portal by 17:00 on 5 August 2026.",
     "a:2026-08-05T17:00"),
    ("The Authority will endeavour to answer all enquiries by 5 August 2026.", "a:2026-08-05"),
    ("The Invitation to Tender was issued to bidders on Monday 13 July 2026.", "issue:2026-07-13"),
    ("Notice published: 13 July 2026", "issue:2026-07-13"),
    ("Advert goes live | 13 July 2026", "issue:2026-07-13"),
    ("Procurement launch: 13/07/2026", "issue:2026-07-13"),
    ("13 July 2026: Launch of tender", "issue:2026-07-13"),
    ("Interviews/presentations (if required): 25 August 2026", "int:2026-08-25"),
    ("You may be asked to attend an interview on either 25 or 26 August 2026.", ""),
    ("Bidders who score highest will be invited to present to the panel on 25th August 2026.", "int:2026-08-25"),
    ("Preferred bidder announced: 11 September 2026", "award:2026-09-11"),
    ("It is anticipated that a decision on the award of contract will be made in September 2026.", "award:2026-09"),
    ("Tender award | 11 September 2026", "award:2026-09-11"),
    ("Inform successful/unsuccessful bidders – 11 September 2026", "award:2026-09-11"),
    ("The contract will go live on 1 October 2026.", "start:2026-10-01"),
    ("Services to commence: 1 October 2026", "start:2026-10-01"),
    ("Start on site 1 October 2026, practical completion 18 December 2026.", "start:2026-10-01 end:2026-12-18"),
    ("The agreement shall take effect on 1 October 2026 and shall expire automatically on 30 September 2028.",
     "start:2026-10-01 end:2028-09-30"),
    ("This contract is for the period 1st October 2026 to 30th September 2028.", "start:2026-10-01 end:2028-09-30"),
    ("Contract end date (excluding extensions): 30 September 2028", "end:2028-09-30"),
    ("Contract end date including extensions: 30 September 2030", "end:2030-09-30"),
    ("A bidder day will be held on 20 July 2026.", ""),
    ("Site visits can be arranged between 20 and 24 July 2026.", "visit:2026-07-20"),
    ("Mandatory site visit: 22 July 2026, 10:30", "visit:2026-07-22T10:30"),
    ("Offers must remain open for 120 days until 12 December 2026.", ""),
    ("The Data Protection Act 2018 came into force on 25 May 2018.", ""),
    ("The service was last tendered in 2021 and the contract was awarded on 1 October 2021.", ""),
    ("Rates will be uplifted on 1 April 2027 in line with CPI.", ""),
    ("Applicants must have been registered with the CQC before 1 January 2025.", ""),
    ("The Contractor shall provide a monthly report from 1 November 2026.", ""),
    ("Draft v0.3 last saved 10 July 2026", ""),
    ("Bidders must submit their tenders via the Chest no later than 12 Noon on 14/08/2026.", "sub:2026-08-14T12:00"),
    ("Please note that the closing date for receipt of completed quotations is Friday 14th August at 12 noon. The"
     " RFQ was issued on 20 July 2026.", "sub:2026-08-14T12:00 issue:2026-07-20"),
    ("It is the bidder's responsibility to make sure that the tender arrives by the due date, 14 August 2026,"
     " 2.00pm.", "sub:2026-08-14T14:00"),
    ("Failure to return the tender by 12 noon on the 14th August 2026 will result in its rejection.",
     "sub:2026-08-14T12:00"),
    ("The electronic mailbox will close at 12:00 on 14 August 2026 and no tenders can be lodged afterwards.",
     "sub:2026-08-14T12:00"),
    ("PROPOSALS TO BE RECEIVED BY: 14 AUGUST 2026 (17:00)", "sub:2026-08-14T17:00"),
    ("Bid deadline: 14 Aug, 2026", "sub:2026-08-14"),
    ("| Tender Timetable | |\n| Despatch of tender documents | Mon 20 July 2026 |\n| Last date for tenderers'"
     " queries | Fri 31 July 2026 |\n| Circulate response to queries | Wed 5 Aug 2026 |\n| Tenders to be returned"
     " by | Fri 14 Aug 2026 at 12.00 |\n| Tender clarification interviews (if needed) | w/c Mon 24 Aug 2026 |\n|"
     " Award of contract | Fri 11 Sept 2026 |\n| Service start | Thurs 1 Oct 2026 |",
     "issue:2026-07-20 q:2026-07-31 a:2026-08-05 sub:2026-08-14T12:00"
     " int:2026-08-24 award:2026-09-11 start:2026-10-01"),
    ("| What | By when |\n| Opportunity goes live | 20 July |\n| You can ask us questions until | 31 July |\n| We"
     " will answer by | 5 August |\n| Send us your bid by | noon on 14 August 2026 |\n| We tell you our decision"
     " by | 11 September |\n| Work starts | 1 October |",
     "issue:2026-07-20 q:2026-07-31 a:2026-08-05 sub:2026-08-14T12:00 award:2026-09-11 start:2026-10-01"),
    ("| Publish ITT | Clarifications | Tender deadline | Evaluate | Award | Go live |\n| 20/07/26 | 31/07/26 |"
     " 14/08/26 | 17-28/08/26 | 11/09/26 | 01/10/26 |",
     "issue:2026-07-20 q:2026-07-31 sub:2026-08-14 award:2026-09-11 start:2026-10-01"),
    ("| No. | Stage | From | To |\n| 1 | Bidders prepare tenders | 20 July 2026 | 14 August 2026 |\n| 2 |"
     " Evaluation | 17 August 2026 | 28 August 2026 |\n| 3 | Contract term | 1 October 2026 | 30 September 2028 |",
     "start:2026-10-01 end:2028-09-30"),
    ("## Key dates\n\nTender issued\n\n20 July 2026\n\nDeadline for questions\n\n31 July 2026\n\nTender"
     " submission\n\n14 August 2026", "issue:2026-07-20 q:2026-07-31 sub:2026-08-14"),
    ("- 20 July: tender pack issued\n- 31 July: questions to be submitted\n- 14 August 2026: tenders returned",
     "issue:2026-07-20 q:2026-07-31 sub:2026-08-14"),
    ("Queries should be directed to the Clerk in writing to arrive not later than 31 July 2026.", "q:2026-07-31"),
    ("You have until 31 July 2026 to ask questions about this tender.", "q:2026-07-31"),
    ("The clarification period will end at 5pm on 31 July 2026.", "q:2026-07-31T17:00"),
    ("The clarification window is open from 20 July 2026 to 31 July 2026.", "q:2026-07-31"),
    ("20 July 2026: tenderers' question period starts", ""),
    ("A break point is available at 31 March 2027, at which time we will decide on whether to go on.", ""),
    ("December 2026 to February 2027: fieldwork", ""),
    ("December 2026 to February 2027: choosing the schools that take part", ""),
    ("We hope to let bidders know whether they have been successful by 11 September 2026.", "award:2026-09-11"),
    ("Unsuccessful tenderers will be notified in writing by 11 September 2026.", "award:2026-09-11"),
    ("The Council intends to enter into the contract on 28 September 2026.", "award:2026-09-28"),
    ("The new service will begin on Thursday 1 October 2026.", "start:2026-10-01"),
    ("Initial contract term: 1 October 2026 – 30 September 2028. Optional extension: 1 October 2028 – 30"
     " September 2030.", "start:2026-10-01 end:2028-09-30"),
    ("The Framework Agreement will expire on 30 September 2030 at the latest.", "end:2030-09-30"),
    ("The services are required from 1 October 2026.", "start:2026-10-01"),
    ("Tenderers are strongly advised to attend the site visit on 28 July 2026 at 1:30pm.", "visit:2026-07-28T13:30"),
    ("Short-listed tenderers will be interviewed on Tuesday 25th August 2026 at the Civic Centre.", "int:2026-08-25"),
    ("Any tender received after 12 noon on 14 August 2026 will not be opened.", "sub:2026-08-14T12:00"),
    ("The application form was updated on 20 July 2026.", ""),
    ("Our strategy runs from 1 April 2025 to 31 March 2030.", ""),
    ("The Contractor must submit its fire risk assessment by 15 October 2026.", ""),
    ("The first annual review meeting is on 1 October 2027.", ""),
    ("The pension fund was last valued at 31 March 2025.", ""),
    ("Meeting of the Full Council – 8 September 2026", ""),
    ("Planning permission was granted on 3 March 2026.", ""),
    ("Certificates must be dated after 1 January 2026.", ""),
]
VALUE = [
    ("The anticipated annual budget is expected to fall between £25k & £30k including VAT.", "A:25000~30000incl"),
    ("The anticipated budget for this contract is £35,000 excluding VAT per annum.", "A:35000excl"),
    ("Estimated Contract Value: £120,000 - £150,000 (ex VAT) over the full term including extensions",
     "T:120000~150000excl"),
    ("The total value of the contract over the maximum five-year term is estimated to be £1.1m (exclusive of VAT).",
     "T:1100000excl"),
    ("Value: Up to £25,000 inclusive of VAT and expenses", "T:~25000incl"),
    ("The council has a maximum budget of £60,000 (sixty thousand pounds) for the delivery of this project.",
     "T:~60000"),
    ("It is estimated that the value of the contract will be approximately £220,000 per year, giving a total"
     " value of £1,100,000 if all extensions are taken up.", "A:220000 T:1100000"),
    ("The contract is estimated to be worth between £2m and £3m over 4 years.", "T:2000000~3000000"),
    ("| Estimated total contract value (excluding VAT) | £480,000.00 |", "T:480000excl"),
    ("| Contract value | Approx. £80,000 per annum |", "A:80000"),
    ("| Lot 1 – North | £200,000 |\n| Lot 2 – South | £300,000 |", ""),
    ("| Lot | Estimated contract value (ex VAT) |\n| 1 – North | £200,000 |\n| 2 – South | £300,000 |",
     "T:200000excl[Lot_1] T:300000excl[Lot_2]"),
    ("The available budget is a maximum of £45,000.", "T:~45000"),
    ("Bids that exceed the budget of £45,000 will be rejected.", "T:45000"),
    ("Funding of £75,000 per annum is available for the three years of the contract.", "A:75000"),
    ("The estimated spend through this framework is £10 million, although no volume is guaranteed.", "T:10000000"),
    ("The contractor shall hold professional indemnity insurance of £1m for each and every claim.", ""),
    ("Organisations with an annual income of less than £100,000 may supply an income statement.", ""),
    ("The contract is below the UK threshold of £214,904.", ""),
    ("The successful supplier's total liability shall be limited to 125% of the contract value or £500,000.", ""),
    ("Last year the Council spent £92,000 on this service.", ""),
    ("The current annual cost of the contract is £54,000.", ""),
    ("Our organisation has a turnover of £12m and manages a portfolio worth £40m.", ""),
    ("Contract variations over £10,000 need the approval of the Director.", ""),
    ("Bidders must show that they have delivered at least two contracts of a value of £100,000 or more.", ""),
    ("An indicative budget of £18k has been identified for this commission.", "T:18000"),
    ("The fee for the commission will be fixed at £22,500 plus VAT.", "T:22500excl"),
    ("We estimate the cost of the works at £150k.", "T:150000"),
    ("The overall envelope for the three years is £90,000 (£30,000 a year).", "T:90000 A:30000"),
    ("There is a maximum contract ceiling of £139,000 inc VAT.", "T:~139000incl"),
    ("Price cap: £50,000", "T:50000"),
    ("A penalty of £1,000 per day applies for late delivery of the project.", ""),
    ("The project is funded by a £2 million grant from the Lottery.", ""),
    ("The overall budget for this programme of work is £240k inclusive of VAT.", "T:240000incl"),
    ("We expect the total cost not to exceed £50,000 + VAT.", "T:~50000excl"),
    ("Anticipated contract value (3 years): £275,000", "T:275000"),
    ("The Authority's estimate of the annual value is between £150,000 and £175,000 ex. VAT.", "A:150000~175000excl"),
    ("The tender price should be in the range of £20,000 to £30,000.", "T:20000~30000"),
    ("The value of this opportunity is c. £95k.", "T:95000"),
    ("This is a contract with an estimated value of £3.6m over its lifetime.", "T:3600000"),
    ("The maximum available for this commission is £14,000 (incl. VAT).", "T:~14000incl"),
    ("The spend on this category was approximately £410,000 last year.", ""),
    ("The estimated annual spend under the agreement is £410,000.", "A:410000"),
    ("Contract Value (Excl VAT): £1,250,000.00", "T:1250000excl"),
    ("| Total estimated value | £1.25m ex VAT |\n| Annual estimated value | £250k ex VAT |",
     "T:1250000excl A:250000excl"),
    ("| Contract | Term | Value |\n| Window cleaning | 2 years | £48,000 |", "T:48000"),
    ("Tenders in excess of £45,000 cannot be accepted as this is the full extent of the funds available.", "T:~45000"),
    ("Our budget is limited to £12,500.", "T:~12500"),
    ("Total contract value for the initial 2-year period: £400,000; total including the 2-year extension:"
     " £800,000.", "T:400000 T:800000"),
    ("The pot for this year's activity is £60,000.", ""),
    ("Public liability: £10,000,000; employers' liability: £10,000,000; contract value: £100,000.", "T:100000"),
    ("Performance bond of 10% of the contract value (£45,000).", ""),
    ("Bidders' annual turnover should be at least twice the annual contract value, i.e. £240,000.", ""),
    ("The Council's procurement rules require three quotes for contracts between £5,000 and £25,000.", ""),
    ("Payments of £25,000 or more are published.", ""),
    ("The charity raised £1.2 million last year.", ""),
    ("A deposit of £500 must accompany the tender.", ""),
    ("Each apprentice costs the programme £3,000.", ""),
    ("The contract sum may be reduced by up to £5,000 for late completion.", ""),
    ("The winning bid last time was £88,000.", ""),
    ("The contract has an anticipated annual value of £85,000 (ex VAT), i.e. £340,000 over the maximum four-year"
     " term.", "A:85000excl T:340000excl"),
    ("The estimated value of the contract over its full duration, including any extension, is £2.5m net of VAT.",
     "T:2500000excl"),
    ("Budget: £30,000 max", "T:~30000"),
    ("The price must not exceed our budget of £30,000 including VAT.", "T:30000incl"),
    ("This contract is estimated at £70,000 per annum and will be awarded for two years.", "A:70000"),
    ("A total of £150,000 has been allocated for the delivery of the project.", "T:150000"),
    ("We have secured funding of £48,000 for this study.", "T:48000"),
    ("The total amount available is £48,000.", "T:48000"),
    ("There is a fixed fee of £9,000 for this work.", "T:9000"),
    ("The approximate value of work per year is £60,000.", "A:60000"),
    ("| Approximate annual value of contract | £60,000 |", "A:60000"),
    ("| Estimated value | £100,000 to £120,000 |\n| Procedure | Open |", "T:100000~120000"),
    ("# 2.4 Value of the contract\n\nThe contract is likely to cost the Council £40,000 a year. VAT is not"
     " included.", "A:40000excl"),
    ("The Council is unable to guarantee spend but in 2025/26 spend on the service was £66,000.", ""),
    ("Quotations should be no higher than £24,999.", "T:~24999"),
    ("The overall programme budget is £1.2m, of which £200,000 is for this contract.", "T:200000"),
    ("The contract value will be less than £25,000.", "T:~25000"),
    ("We believe that the contract will be worth in the region of £12,000 to £15,000 p.a.", "A:12000~15000"),
    ("Employers' liability insurance: minimum £5m; public liability: £2m; professional indemnity: £1m.", ""),
    ("Bidders with a turnover below £50,000 must give a bank reference.", ""),
    ("The Council has 1,200 staff and spends £90 million a year.", ""),
    ("The Fund gives grants of between £5,000 and £10,000.", ""),
    ("Orders under £500 need no purchase order.", ""),
    ("Your hourly rate must not exceed £45.", ""),
    ("Claims over £250,000 must be notified.", ""),
    ("A retention of £5,000 is held until the end of the contract.", ""),
    ("The land was bought for £1.4 million.", ""),
]
TERM = [
    ("The council will be seeking a suitably qualified contractor for a three-year contract from 2027.", "I:36"),
    ("Staff must have been qualified for three years.", ""),
    ("We require a consultant to make the case with a clear 18 month to 2-year business plan.", ""),
    ("The contract is for 5 years. Option to extend for up to a further two years (on a one year, plus one year"
     " basis) subject to performance.", "I:60 E:24"),
    ("The contract is for three years with an option to extend by a further 24 months (comprising 12 months plus 12"
     " months).", "I:36 E:24"),
    ("The contract is for three years with an option to extend by two years (plus a further one year).", "I:36 E:36"),
    ("The contract will automatically expire 2 years after the start date.", "I:24"),
    ("The agreement shall terminate three years after it begins.", "I:36"),
    ("The contract ends 3 months after notice is given.", ""),
    ("The warranty will expire 2 years after the start date.", ""),
    ("The contract will run for an initial term of two years from 1 June 2026, with the option to extend for a"
     " further period or periods of up to 24 months.", "I:24 E:24"),
    ("Contract duration: 36 months + 2 x 12 month extensions", "I:36 E:24"),
    ("Initial contract length: 12 months (with option to extend for a further 12 months + 12 months)", "I:12 E:24"),
    ("It is anticipated that the contract will be awarded for a period of 5 years with a break clause at year 3.",
     "I:60"),
    ("The contract is for a one-year period with the possibility of two further one-year extensions.", "I:12 E:24"),
    ("| Contract period | 3 years with an option to extend for up to a further 2 years (3+2) |", "I:36 E:24"),
    ("The Council is seeking a provider for a 2 year period, with an optional extension of 12 months.", "I:24 E:12"),
    ("The contract will commence on 1st June 2026 for an initial period of 3 years ending on 31st May 2029 with"
     " an option to extend for up to 24 months.", "I:36 E:24"),
    ("The framework will be in place for 4 years.", "I:48"),
    ("The term of this Agreement shall be three (3) years unless terminated earlier in accordance with its terms.",
     "I:36"),
    ("The successful applicant will be awarded a three-year funding agreement.", "I:36"),
    ("Extension options: 1 year + 1 year", "E:24"),
    ("| Length of contract | Initial 24 months |\n| Extension options | 2 x 12 months |", "I:24 E:24"),
    ("The contract may be extended for any period or periods up to a total maximum of two years.", "E:24"),
    ("The project is expected to last approximately six months.", "I:6"),
    ("The appointment will be for eighteen months.", "I:18"),
    ("Suppliers must be able to provide two years of financial statements.", ""),
    ("The supplier must have a minimum of three years' experience in delivering similar contracts.", ""),
    ("All documents must be retained for a period of 12 years following expiry of the contract.", ""),
    ("Tenders must be kept open for a period of 4 months from the closing date.", ""),
    ("The Contract can be terminated by either party giving 6 months' notice.", ""),
    ("Interest will be charged on sums overdue by more than one month.", ""),
    ("Annual price reviews will apply after the first 24 months of the contract.", ""),
    ("New starters undergo a six month probation.", ""),
    ("The contract is offered for a term of 36 months with the option for the Council to extend by two further 12"
     " month periods.", "I:36 E:24"),
    ("A contract for 3 years (with an option to extend for 1 + 1 years) will be awarded.", "I:36 E:24"),
    ("Contract length: two years (plus the option of a further two years)", "I:24 E:24"),
    ("We are looking for a partner for the next four years.", "I:48"),
    ("The contract shall be for 2 years initially, renewable for a further 2 years.", "I:24 E:24"),
    ("This is a 12-month pilot.", "I:12"),
    ("The period of the contract is 60 months.", "I:60"),
    ("The duration of the contract will be thirty months, subject to satisfactory annual reviews.", "I:30"),
    ("| Initial contract period (months) | 36 |\n| Extension period (months) | 24 |", "I:36 E:24"),
    ("| Duration in months | 48 |", "I:48"),
    ("Up to 2 extensions of 12 months each may be granted.", "E:24"),
    ("The contract is to be let on a 5+2 year basis.", "I:60 E:24"),
    ("The contract will be for a 4-year term.", "I:48"),
    ("Term: 1 year rolling", "I:12"),
    ("The total possible contract length, including extensions, is 7 years (5+1+1).", "I:60 E:24"),
    ("The Council reserves the right to extend the Agreement for up to two years in aggregate.", "E:24"),
    ("The contract has no extension options and ends after 18 months.", "I:18 E:0"),
    ("Replacement parts must be available for ten years.", ""),
    ("Suppliers should hold three years of trading history.", ""),
    ("Complaints must be made within three months of the event.", ""),
    ("The landscaping maintenance period is 12 months after practical completion.", ""),
    ("The contractor must attend within two weeks and finish within three months of each order.", ""),
    ("Staff turnover has averaged 12% over three years.", ""),
    ("DBS checks must be renewed every three years during the contract.", ""),
    ("We want to award a three-year contract, with the possibility of extending it twice, each time by one year.",
     "I:36 E:24"),
    ("The contract will be awarded for an initial two (2) year term, with an option to extend by a further one"
     " (1) plus one (1) years.", "I:24 E:24"),
    ("Duration: 5 years + 5 years extension", "I:60 E:60"),
    ("The Term is for a period of three years with an option, exercisable by the Council, to extend for a further"
     " two years.", "I:36 E:24"),
    ("Contract period – three years from the date of commencement", "I:36"),
    ("The appointment is for an initial 12-month period.", "I:12"),
    ("The contract shall remain in force for five years.", "I:60"),
    ("The Provider will be contracted for three years subject to annual review.", "I:36"),
    ("| Term | 4 years (2 years + 1 + 1) |", "I:24 E:24"),
    ("The contract is expected to run for a maximum of four years, comprising an initial two years and two"
     " optional one-year extensions.", "I:24 E:24"),
    ("Contract type: fixed term, 24 months", "I:24"),
    ("The duration of the commission is anticipated to be 9 months.", "I:9"),
    ("The agreement can be renewed for up to three more years.", "E:36"),
    ("The Council may at its discretion extend the term by up to 2 years.", "E:24"),
    ("The initial contract will be for one (1) year with the option to extend annually for up to an additional"
     " four (4) years.", "I:12 E:48"),
    ("Payment terms are one month from receipt of invoice.", ""),
    ("The Council will keep bids for seven years.", ""),
    ("Suppliers convicted in the last five years must say so.", ""),
    ("Licences are valid for three years.", ""),
    ("Provide a CV with at least ten years of relevant work.", ""),
    ("The plants are guaranteed for two years.", ""),
    ("Anyone who left in the last twelve months must not contact the contractor.", ""),
    ("The grass is cut every two weeks in summer.", ""),
]


@pytest.mark.parametrize(("text", "expected"), TIMETABLE, ids=[text[:45] for text, _ in TIMETABLE])
def test_dates_go_to_their_steps(text: str, expected: str) -> None:
    assert read(text, DATES) == set(expected.split())


@pytest.mark.parametrize(("text", "expected"), VALUE, ids=[text[:45] for text, _ in VALUE])
def test_the_value_is_told_from_other_amounts(text: str, expected: str) -> None:
    assert read(text, VALUES) == set(expected.split())


@pytest.mark.parametrize(("text", "expected"), TERM, ids=[text[:45] for text, _ in TERM])
def test_the_term_is_told_from_other_spans(text: str, expected: str) -> None:
    assert read(text, TERMS) == set(expected.split())
