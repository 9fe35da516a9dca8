"""Notices, early determinations and professional reviews: decisions told in sentences."""

from __future__ import annotations

from imr_desk.letter.reading import Matched
from tests.parser.writing import listed, printed_at, read, values

NOTICE = """\
Notice of Independent Medical Review Determination

Dated: 9/26/2013

Date of UR Decision: 7/29/2013
Date of Injury: 3/4/2010
MAXIMUS Case Number: CM13-0001234

1) MAXIMUS Federal Services, Inc. has determined the request for Soma 350mg #30 is notmedically
necessary and appropriate.

2) MAXIMUS Federal Services, Inc. has determined the request for an MRI of the neck is medically
necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

An application for Independent Medical Review was filed on 8/5/2013 disputing the Utilization Review Denial dated
7/29/2013. A Notice of Assignment and Request for Information was provided to all parties on 8/8/2013.

1) MAXIMUS Federal Services, Inc. has determined the request for Soma 350mg #30 is notmedically
necessary and appropriate.

2) MAXIMUS Federal Services, Inc. has determined the request for an MRI of the neck is medically
necessary and appropriate.

Medical Qualifications of the Expert Reviewer:
The doctor is Board Certified in Neurology, and is licensed to practice in Ohio.

Case Summary:
The patient is a 44 year old male injured on 3/4/2010.

Documents Reviewed:
\u2022 Application dated 8/5/2013
\u2022 Records of a clinic which run on
over a second line

1) Regarding the request for Soma 350mg #30:

The Claims Administrator based its decision on the MTUS Chronic Pain Treatment Guidelines Carisoprodol Page(s): 29.
The Physician Reviewer based his/her decision on the Official Disability Guidelines, Pain.

Rationale for the Decision:
It was taken for years. The request is not medically necessary and appropriate.

Final Determination Letter for IMR Case Number CM13-0001234 2\f2) Regarding the request for an MRI of the neck:

Rationale for the Decision:
Weakness is new. The request is medically necessary and appropriate.

Effect of the Decision:
The parties are bound.
"""


def test_a_notice_tells_each_decision_once_however_often_it_is_printed() -> None:
    parsed = read(NOTICE)
    assert isinstance(parsed.detection, Matched)
    assert parsed.detection.template == "A"
    record = parsed.record
    assert values(record, "items[0].request", "items[1].request") == ["Soma 350mg #30", "an MRI of the neck"]
    assert values(record, "items[0].decision", "items[1].decision") == ["upheld", "overturned"]
    assert record.count("items") == 2


def test_a_notice_has_grounds_header_and_records_reviewed() -> None:
    record = read(NOTICE).record
    header = ("case_number", "decision_date", "ur_denial_date", "application_received", "date_assigned")
    assert values(record, *(f"header.{name}" for name in header)) == [
        "CM13-0001234",
        "2013-09-26",
        "2013-07-29",
        "2013-08-05",
        "2013-08-08",
    ]
    assert listed(record, "documents") == [
        "Application dated 8/5/2013",
        "Records of a clinic which run on over a second line",
    ]
    assert values(record, "items[0].claims_administrator_guideline.basis", "items[0].maximus_guideline.basis") == [
        "mtus",
        "non_mtus",
    ]
    assert printed_at(NOTICE, record, "items[1].rationale").startswith("Weakness is new.")


def test_a_running_footer_is_no_part_of_a_value() -> None:
    rationale = str(read(NOTICE).record.at("items[0].rationale").value)
    assert rationale.endswith("and appropriate.")


REVIEW = """\
MEDICAL PROFESSIONAL REVIEW

ISSUE AT DISPUTE:
Twelve visits of aquatic therapy

CASE SUMMARY:
A 51-year-old woman was injured on May 13, 2012.

DOCUMENTS REVIEWED FOR DETERMINATION:
Application
Clinic notes

MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL
REVIEWER AND WHY:
Official Disability Guidelines, Low Back.

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS
NOT MEDICALLY NECESSARY:
Land exercise was not tried. The visits are not medically necessary.

MEDICAL REVIEWER QUALIFICATIONS:
The reviewer is Board Certified in Pain Management and is licensed to practice in Texas.
"""


def test_a_professional_review_has_one_issue_and_its_conclusion_decides() -> None:
    parsed = read(REVIEW)
    assert isinstance(parsed.detection, Matched)
    assert parsed.detection.template == "C"
    assert values(parsed.record, "items[0].request", "items[0].decision", "patient.age") == [
        "Twelve visits of aquatic therapy",
        "upheld",
        51,
    ]
    assert listed(parsed.record, "reviewer.licensure_states") == ["TX"]
