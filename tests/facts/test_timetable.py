"""The dates of a timetable, in made-up words as packs word them."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data

NAMES = {
    "issue": "issue_date", "q": "clarification_deadline", "a": "answers_by", "visit": "site_visit",
    "sub": "submission_deadline", "int": "interview_date", "award": "award_date", "start": "contract_start",
    "end": "contract_end",
}  # fmt: skip


def read(text: str) -> set[str]:
    facts = Facts(Passages(pack(text)))
    found = ((short, fact) for short, name in NAMES.items() for fact in facts.all(name))
    return {f"{short}:{as_data(fact.value)}" for short, fact in found if not fact.of}


SENTENCES = [
    ("Tenders have to reach the portal by 12 noon on Friday 17 April 2026.", "sub:2026-04-17T12:00"),
    ("Last date for questions: 03/04/2026, 17:00.", "q:2026-04-03T17:00"),
    ("Noon 05/03/12 is the deadline for tenders.", "sub:2012-03-05T12:00"),
    ("Completed tenders must be uploaded to the e-tendering system no later than 14:00 (UK time) on 23 October 2023.",
     "sub:2023-10-23T14:00"),
    ("Your quotation must reach us by 5pm on Wednesday 25 April 2012.", "sub:2012-04-25T17:00"),
    ("Bids arriving after 12:00 hours on 6 May 2026 will be rejected.", ""),
    ("The latest date and time for receipt of tenders is 12.00 noon on 6 May 2026.", "sub:2026-05-06T12:00"),
    ("Submissions close at 1700 hrs, Monday 1 June 2026.", "sub:2026-06-01T17:00"),
    ("To be considered, proposals should arrive with us before midnight on 30 June 2026.", "sub:2026-06-30T23:59"),
    ("The closing date for this opportunity is 30th June 2026 at 11am.", "sub:2026-06-30T11:00"),
    ("Please email your completed response to the address above by close of play on 30 June 2026.", "sub:2026-06-30"),
    ("We must have your offer in our hands by 2.30pm on 30.06.2026.", "sub:2026-06-30T14:30"),
    ("Quotes are due on 4 September 2026 (midday).", "sub:2026-09-04T12:00"),
    ("The deadline for the return of your bid is the 4th of September 2026 at 16:00 BST.", "sub:2026-09-04T16:00"),
    ("Organisations wishing to apply should send their application by 10 a.m. on 4 September 2026.",
     "sub:2026-09-04T10:00"),
    ("Tender submissions will be accepted up to 12:00 on 4 September 2026.", "sub:2026-09-04T12:00"),
    ("Return your tender, in a plain sealed envelope, to the Town Hall not later than noon, 4 September 2026.",
     "sub:2026-09-04T12:00"),
    ("Requests for clarification must be made through the messaging area before 17:00 on 21 August 2026.",
     "q:2026-08-21T17:00"),
    ("Bidders may ask questions until 21 August 2026.", "q:2026-08-21"),
    ("If you have any queries about this specification please contact us by 12pm on 21 August 2026.",
     "q:2026-08-21T12:00"),
    ("No clarification questions will be answered if received after 5pm on 21 August 2026.", "q:2026-08-21T17:00"),
    ("The cut-off for enquiries is 21 August 2026; we will publish all answers by 26 August 2026.",
     "q:2026-08-21 a:2026-08-26"),
    ("We will reply to questions no later than 26 August 2026.", "a:2026-08-26"),
    ("A log of questions and answers will be circulated to everyone on 26 August 2026.", "a:2026-08-26"),
    ("Any question about the tender should be put in writing by 21 August 2026 and tenders sent by 4 September 2026.",
     "q:2026-08-21 sub:2026-09-04"),
    ("Answers to all clarifications will be issued at least six days before the tender deadline of 4 September 2026.",
     "sub:2026-09-04"),
    ("This invitation to tender was published on 3 August 2026.", "issue:2026-08-03"),
    ("The contract notice was dispatched on 3 August 2026.", "issue:2026-08-03"),
    ("Date of issue: 3rd August 2026", "issue:2026-08-03"),
    ("Tender documents are available from 3 August 2026 on the portal.", "issue:2026-08-03"),
    ("Short-listed bidders will be asked to give a presentation on 14 September 2026 at 10.00am.",
     "int:2026-09-14T10:00"),
    ("Interviews are planned for the week commencing 14 September 2026.", "int:2026-09-14"),
    ("Panel interviews will be held between 14 and 16 September 2026.", "int:2026-09-14"),
    ("We plan to make a decision by 25 September 2026.", "award:2026-09-25"),
    ("All tenderers will be told the outcome on 25 September 2026.", "award:2026-09-25"),
    ("It is intended that the contract will be awarded on or around 25 September 2026.", "award:2026-09-25"),
    ("The successful supplier will be notified on 25 September 2026 and will start work on 2 November 2026.",
     "award:2026-09-25 start:2026-11-02"),
    ("A site visit has been arranged for Tuesday 11 August 2026 at 2pm.", "visit:2026-08-11T14:00"),
    ("Tenderers may view the premises on 11 August 2026.", "visit:2026-08-11"),
    ("The service must be operational from 1 November 2026.", "start:2026-11-01"),
    ("The contract commences on 1 November 2026 and expires on 31 October 2029.", "start:2026-11-01 end:2029-10-31"),
    ("The agreement will run until 31 October 2029.", "end:2029-10-31"),
    ("The term runs from 1 November 2026 to 31 October 2029 (inclusive).", "start:2026-11-01 end:2029-10-31"),
    ("Works are to be complete by 31 March 2027.", "end:2027-03-31"),
    ("The contract is expected to start in November 2026.", "start:2026-11"),
    ("The deadline, previously 4 September 2026, is now 11 September 2026 at noon.", "sub:2026-09-11T12:00"),
    ("The closing date has been extended to 12 noon on 11 September 2026.", "sub:2026-09-11T12:00"),
]

TRAPS = [
    "The Procurement Act 2023 came into force on 24 February 2025.",
    "This policy was approved by the Board on 3 March 2025 and will be reviewed on 3 March 2027.",
    "Our accounts are made up to 31 March 2025.",
    "Tenders must remain open for acceptance until 4 December 2026.",
    "Your tender shall be valid for 90 days from 4 September 2026.",
    "The present contract ends on 31 October 2026.",
    "The incumbent has provided the service since 1 November 2021.",
    "The building was opened on 4 May 1987.",
    "Version 2.0 – 14 July 2026",
    "Employees born before 6 April 1978 are not affected.",
    "The employer's liability certificate must be valid until at least 31 March 2027.",
    "Prices are held until 31 March 2027 and will then be reviewed.",
    "The transferring employees' pensions were valued on 31 March 2025.",
    "The Cabinet will consider a report on 8 September 2026.",
    "A market engagement event was held on 14 April 2026.",
    "The request for information closed on 14 April 2026.",
    "Register for the bidders' briefing by 7 August 2026.",
    "Let us know the names of those attending by 7 August 2026.",
    "Confirm your intention to bid by 7 August 2026.",
    "Regulation 84 of the Public Contracts Regulations 2015 applies to notices sent after 1 January 2022.",
    "The standstill period will end at midnight on 12 October 2026.",
    "Evaluation will take place from 7 to 18 September 2026.",
    "For example, a bid received on 4 September 2026 would score nothing.",
    "Deadline for tenders: [insert date, e.g. 4 September 2026]",
    "The quarterly report is due on 7 January 2027.",
    "Invoices must be sent by 5 April 2027.",
    "Copyright © 14 July 2026",
    "The living wage rate from 1 April 2026 is shown below.",
    "Please explain how you met a deadline, such as 31 March 2025.",
    "Clause 12.1.14 applies, and see PPN 06/20 and SI 2015/102.",
]

LAYOUTS = [
    ("""
| Stage | Date |
| Publication of notice and documents | 3 August 2026 |
| Site visits | 11 and 12 August 2026 |
| Clarification deadline | 21 August 2026 at 17:00 |
| Responses to clarifications | 26 August 2026 |
| Tender closing date | 4 September 2026 at 12:00 noon |
| Evaluation period | 7 – 18 September 2026 |
| Supplier interviews | w/c 21 September 2026 |
| Approval by Cabinet | 29 September 2026 |
| Intention to award letters | 1 October 2026 |
| Standstill period | 2 – 12 October 2026 |
| Mobilisation | 13 October 2026 |
| Contract commencement | 2 November 2026 |
""", "issue:2026-08-03 visit:2026-08-11 visit:2026-08-12 q:2026-08-21T17:00 a:2026-08-26 sub:2026-09-04T12:00"
     " int:2026-09-21 award:2026-10-01 start:2026-11-02"),
    ("""
| Date | Time | Activity |
| 03/08/2026 | | Quotation pack issued |
| 21/08/2026 | 5.00pm | Last day for queries |
| 04/09/2026 | 12 noon | Deadline for quotations |
| 25/09/2026 | | Decision |
""", "issue:2026-08-03 q:2026-08-21T17:00 sub:2026-09-04T12:00 award:2026-09-25"),
    ("""
| Ref | Milestone | Owner | Target |
| 1 | ITT issued | Council | 3 Aug 2026 |
| 2 | Questions in | Bidders | 21 Aug 2026 |
| 3 | Answers out | Council | 26 Aug 2026 |
| 4 | Tenders in | Bidders | 4 Sept 2026 |
""", "issue:2026-08-03 q:2026-08-21 a:2026-08-26 sub:2026-09-04"),
    ("""
| Tender reference | ABC/123 |
| Closing date | Friday 4 September 2026 |
| Closing time | 12:00 |
| Contact | tenders@example.gov.uk |
""", "sub:2026-09-04T12:00"),
    ("""
| Opportunity published | Questions due | Bids due | Start |
| 3 August 2026 | 21 August 2026 | 4 September 2026 | 2 November 2026 |
""", "issue:2026-08-03 q:2026-08-21 sub:2026-09-04 start:2026-11-02"),
    ("""
| Title | Grounds maintenance | Return date | 4 September 2026 at 3pm |
| Issued by | Procurement team | Contract dates | 2 November 2026 – 1 November 2028 |
""", "sub:2026-09-04T15:00 start:2026-11-02 end:2028-11-01"),
    ("""
| Lot | Contract start | Contract end |
| Lot 1 | 1 April 2027 | 31 March 2029 |
| Lot 2 | 1 July 2027 | 30 June 2029 |
""", "start:2027-04-01 end:2029-03-31 start:2027-07-01 end:2029-06-30"),
    ("""
# Key dates

- 3 August 2026 – invitation issued
- 21 August 2026 – deadline for clarification questions
- 4 September 2026, 12 noon – deadline for tenders
- 25 September 2026 – contract award
""", "issue:2026-08-03 q:2026-08-21 sub:2026-09-04T12:00 award:2026-09-25"),
    ("""
# Key dates

- Invitation issued: 3 August 2026
- Questions by: 21 August 2026
- Tenders by: 12 noon on 4 September 2026
- Award: 25 September 2026
- Go-live: 2 November 2026
""", "issue:2026-08-03 q:2026-08-21 sub:2026-09-04T12:00 award:2026-09-25 start:2026-11-02"),
    ("""
# Deadline for receipt of tenders

12 noon, Friday 4 September 2026
""", "sub:2026-09-04T12:00"),
    ("""
Closing date for applications:

4 September 2026
""", "sub:2026-09-04"),
    ("""
# 4 Submitting your bid

It must be received no later than 12 noon on 4 September 2026.
""", "sub:2026-09-04T12:00"),
    ("""
# Timetable

Advert placed 3 August 2026; clarifications close 21 August 2026; tender return 4 September 2026 (noon);
award 25 September 2026; contract start 2 November 2026.
""", "issue:2026-08-03 q:2026-08-21 sub:2026-09-04T12:00 award:2026-09-25 start:2026-11-02"),
    ("""
The tender must be returned by 12 noon on 4 September 2026.

| Stage | When |
| Tender return | 4 September |
| Interviews | 14 September |
| Contract begins | 4 January |
""", "sub:2026-09-04T12:00 sub:2026-09-04 int:2026-09-14 start:2027-01-04"),
    ("""
| Event | Planned | Actual |
| Tender deadline | 4 September 2026 | |
""", "sub:2026-09-04"),
    ("""
Our ref: T/44

Date: 3 August 2026

Dear Sir or Madam
""", "issue:2026-08-03"),
    ("""
| Deadline for tenders | xx/xx/2026 |
| Contract start | [date to be confirmed] |
""", ""),
    ("""
| Activity | Start | Finish |
| Tender live | 3 August 2026 | 4 September 2026 |
| Evaluation | 7 September 2026 | 18 September 2026 |
""", "issue:2026-08-03 sub:2026-09-04"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_a_sentence_gives_its_dates_to_their_steps(text: str, expected: str) -> None:
    assert read(text) == set(expected.split())


@pytest.mark.parametrize("text", TRAPS, ids=[text[:40] for text in TRAPS])
def test_other_dates_are_no_facts_of_the_timetable(text: str) -> None:
    filler = "\n\n".join(["This paragraph stands between the cover and the words under test."] * 40)
    assert read(f"# About\n\n{filler}\n\n{text}") == set()


@pytest.mark.parametrize(("text", "expected"), LAYOUTS, ids=range(len(LAYOUTS)))
def test_tables_lists_and_headings_give_their_dates(text: str, expected: str) -> None:
    assert read(text) == set(expected.split())
