"""Diagnoses and what utilization review did, from the case summary."""

from __future__ import annotations

import pytest

from tests.parser.writing import SUMMARY, letter, listed, record_of, values


@pytest.mark.parametrize(
    ("sentence", "diagnoses"),
    [
        (
            "The diagnoses include lumbar strain, left knee sprain and anxiety.",
            ["lumbar strain", "left knee sprain", "anxiety"],
        ),
        ("He was diagnosed with carpal tunnel syndrome.", ["carpal tunnel syndrome"]),
        ("She is being treated for neck pain; low back pain.", ["neck pain", "low back pain"]),
        (
            "The current diagnosis is documented as other disc displacement, lumbar region.",
            ["other disc displacement, lumbar region"],
        ),
        (
            "Diagnoses: strain of muscle, fascia and tendon of the neck, and headache.",
            ["strain of muscle, fascia and tendon of the neck", "headache"],
        ),
        ("Impression: 1) rotator cuff tear 2) bursitis.", ["rotator cuff tear 2) bursitis"]),
        (
            "Diagnoses at that visit were cervical sprain and strain and insomnia.",
            ["cervical sprain and strain", "insomnia"],
        ),
        ("He was diagnosed by his doctor with gout and left knee arthritis.", ["gout", "left knee arthritis"]),
        ("He has complaints of knee pain and headache.", []),
        ("The diagnoses were not provided.", []),
    ],
)
def test_diagnoses_are_those_first_stated(sentence: str, diagnoses: list[str]) -> None:
    record = record_of(letter(summary=f"{SUMMARY} {sentence} He walks with a cane."))
    assert listed(record, "diagnoses") == diagnoses


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("On 11-2-2016, Utilization Review non-certified the request for an MRI.", [("2016-11-02", "denied")]),
        ("The UR decision (11/2/16) failed to approve the brace.", [("2016-11-02", "denied")]),
        (
            "A prior determination dated November 2,\n2016 modified the request for therapy.",
            [("2016-11-02", "modified")],
        ),
        (
            "Utilization review dated 11/2/2016 denied the MRI. The request for therapy was modified to six visits.",
            [("2016-11-02", "denied"), ("2016-11-02", "modified")],
        ),
        (
            "The request received on 10/20/2016 was partially approved by utilization review on 11/2/2016.",
            [("2016-11-02", "modified")],
        ),
        (
            "In a Utilization Review Report dated 11/2/16, the claims administrator failed to approve a brace. The "
            "claims administrator referenced a form received on 10/20/16 in its determination.",
            [("2016-11-02", "denied")],
        ),
        ("Utilization review performed on 11/2/16 non-certified the request for a brace.", [("2016-11-02", "denied")]),
        ("The claimant denied numbness on 11/2/2016.", []),
        ("He returned to modified duty on 11/2/2016.", []),
    ],
)
def test_what_utilization_review_did_and_when(sentence: str, events: list[tuple[str, str]]) -> None:
    record = record_of(letter(summary=f"{SUMMARY} {sentence}"))
    assert [tuple(values(record, f"{at}.date", f"{at}.action")) for at in record.each("ur_events")] == events
