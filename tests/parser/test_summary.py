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
        ("Impression: 1) rotator cuff tear 2) bursitis.", ["rotator cuff tear", "bursitis"]),
        ("Diagnoses include: 1. Lumbar strain. 2. Gout. 3. Anxiety.", ["lumbar strain", "gout", "anxiety"]),
        ("Diagnoses, and-or findings, were noted to include: gout; hip pain.", ["gout", "hip pain"]),
        ("Diagnoses (per the 5/6/2016 report): gout and hip pain.", ["gout", "hip pain"]),
        ("Dx: gout, hip pain.", ["gout", "hip pain"]),
        ("Provisional diagnoses were made of gout and hip pain.", ["gout", "hip pain"]),
        ("The diagnosis is consistent with frozen shoulder.", ["frozen shoulder"]),
        ("The treating physician diagnosed gout and hip bursitis.", ["gout", "hip bursitis"]),
        ("She was diagnosed with having gout and hip pain.", ["gout", "hip pain"]),
        ("The diagnosis of gout was made.", ["gout"]),
        ("The diagnoses were gout and hip pain, and the plan was rest.", ["gout", "hip pain"]),
        ("Diagnoses are ankle sprain and gout, secondary to work injury.", ["ankle sprain", "gout"]),
        ("Diagnoses include lumbar, thoracic and cervical strain.", ["lumbar, thoracic and cervical strain"]),
        ("Diagnoses include gout, thoracic and lumbar strain.", ["gout", "thoracic and lumbar strain"]),
        ("Diagnoses include signs and symptoms of gout.", ["signs and symptoms of gout"]),
        (
            "Diagnoses are adjustment disorder with mixed anxiety and depressed mood and insomnia.",
            ["adjustment disorder with mixed anxiety and depressed mood", "insomnia"],
        ),
        ("Treatment for the ankle sprain included rest. The diagnosis is gout.", ["gout"]),
        (
            "Diagnoses: 1. Status post knee surgery 2. Knee arthritis 3. Gout.",
            ["status post knee surgery", "knee arthritis", "gout"],
        ),
        (
            "Diagnoses include neck pain, status post C5-C6 and C6-C7 fusion, and gout.",
            ["neck pain", "status post c5-c6 and c6-c7 fusion", "gout"],
        ),
        ("Diagnoses: phobia, severe, without panic; gout.", ["phobia, severe, without panic", "gout"]),
        ("Diagnoses: sciatica, right greater than left; gout.", ["sciatica, right greater than left", "gout"]),
        (
            "Diagnoses: contusion of left hip, left thigh and left knee, initial encounter.",
            ["contusion of left hip, left thigh and left knee, initial encounter"],
        ),
        ("A diagnosis of gout was given, prescribed rest and sent home.", ["gout"]),
        ("She has a diagnosis of gout, was prescribed rest and sent home.", ["gout"]),
        ("He was treated for his injury.", []),
        ("A psychological assessment was done.", []),
        ("Her MRI impression: disc bulge at L4-5.", []),
        (
            "Diagnoses at that visit were cervical sprain and strain and insomnia.",
            ["cervical sprain and strain", "insomnia"],
        ),
        ("He was diagnosed by his doctor with gout and left knee arthritis.", ["gout", "left knee arthritis"]),
        ("He has complaints of knee pain and headache.", []),
        ("The diagnoses were not provided.", []),
        ("Diagnoses were not specified in the file.", []),
        ("The diagnosis is unspecified internal derangement.", ["unspecified internal derangement"]),
        (
            "There is documentation of current diagnoses (gout and hip bursitis), and care so far (rest).",
            ["gout", "hip bursitis"],
        ),
        (
            "Diagnoses include M10.9 gout, unspecified, M25.551 pain in right hip and F41.1 anxiety.",
            ["m10.9 gout, unspecified", "m25.551 pain in right hip", "f41.1 anxiety"],
        ),
        (
            "Diagnoses: Gout, unspecified (M10.9); sprain, hip (S73.1).",
            ["gout, unspecified (m10.9)", "sprain, hip (s73.1)"],
        ),
        ("Diagnoses are ankle sprain, grade II and gout.", ["ankle sprain, grade ii", "gout"]),
        (
            "Diagnoses include hip fracture, subsequent encounter for fracture with delayed healing, and gout.",
            ["hip fracture, subsequent encounter for fracture with delayed healing", "gout"],
        ),
        (
            "Diagnoses include open reduction and internal fixation of the wrist, gout.",
            ["open reduction and internal fixation of the wrist", "gout"],
        ),
        ("The diagnoses documented by the treating doctor are gout and hip bursitis.", ["gout", "hip bursitis"]),
        ("Diagnoses were not disclosed in the file. Impressions include gout and hip pain.", ["gout", "hip pain"]),
        ("The diagnosis at the time of the visit was gout with spasm.", ["gout with spasm"]),
        (
            "Diagnoses: fractures of the second and third metatarsals; tendon injury, zone II.",
            ["fractures of the second and third metatarsals", "tendon injury, zone ii"],
        ),
        (
            "Diagnoses include gout, unspecified thoracic, thoracolumbar, and lumbosacral disc disorder, and hip pain.",
            ["gout", "unspecified thoracic, thoracolumbar, and lumbosacral disc disorder", "hip pain"],
        ),
        (
            "Diagnoses include fracture, status post ORIF, of the left wrist, gout and knee pain.",
            ["fracture, status post orif, of the left wrist", "gout", "knee pain"],
        ),
        (
            "Diagnoses are status post right ankle fracture, ORIF, rotator cuff tear, s/p repair, and gout.",
            ["status post right ankle fracture, orif", "rotator cuff tear, s/p repair", "gout"],
        ),
        (
            "Diagnoses: hip pain, status post right hip surgery, gout.",
            ["hip pain", "status post right hip surgery", "gout"],
        ),
        ("Diagnosis: tendon injury, zone\nV. By the note of 2/1/17 it is stiff.", ["tendon injury, zone v"]),
        (
            "Diagnoses include fracture of the left wrist, status post ORIF on 3/2/2016, and gout.",
            ["fracture of the left wrist, status post orif on 3/2/2016", "gout"],
        ),
        (
            "Diagnoses: carpal tunnel syndrome, status post left release in 2015; gout.",
            ["carpal tunnel syndrome, status post left release in 2015", "gout"],
        ),
        ("Problem list: gout; rib fractures; hip pain, resolved.", ["gout", "rib fractures", "hip pain, resolved"]),
        (
            "Diagnoses include cannabis use disorder, in sustained remission, and gout.",
            ["cannabis use disorder, in sustained remission", "gout"],
        ),
        (
            "Diagnoses are migraine, post-traumatic, gout, poorly controlled, and asthma, aggravated by dust.",
            ["migraine, post-traumatic", "gout, poorly controlled", "asthma, aggravated by dust"],
        ),
        (
            "Diagnoses include sleep disorder due to both worry and night work, and gout.",
            ["sleep disorder due to both worry and night work", "gout"],
        ),
        ("Diagnoses are pain in both knees and gout.", ["pain in both knees", "gout"]),
        ("On exam he was assessed with gout and hip bursitis.", ["gout", "hip bursitis"]),
        ("His gait was assessed with a video camera.", []),
        (
            "Diagnoses are hernia of the groin, current injury, constipation, drug-induced, and gout.",
            ["hernia of the groin, current injury", "constipation, drug-induced", "gout"],
        ),
        (
            "Diagnoses include hip pain, labral tear with thinning and scuffing, and gout.",
            ["hip pain", "labral tear with thinning and scuffing", "gout"],
        ),
        ("Diagnoses include hip sprain with bruising and knee pain.", ["hip sprain with bruising", "knee pain"]),
        ("Her diagnosis is gout vs. bursitis of the toe.", ["gout vs. bursitis of the toe"]),
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
        ("The determination of UR rendered on 11/2/2016 recommended non-certification.", [("2016-11-02", "denied")]),
        ("Utilization Review (UR) was performed on 11/2/16 and the MRI was denied.", [("2016-11-02", "denied")]),
        ("Utilization Review was performed on 11/2/16. The MRI was denied.", [("2016-11-02", "denied")]),
        ("The UR (utilization review) of 11/2/16 conditionally non-certified a scan.", [("2016-11-02", "denied")]),
        ("A UR report of 11/2/16 did not find the MRI medically necessary.", [("2016-11-02", "denied")]),
        ("The UR decision dated 11/2/16 did not support an MRI.", [("2016-11-02", "denied")]),
        ("The carrier's physician advisor denied the MRI on 11/2/16.", [("2016-11-02", "denied")]),
        (
            "Utilization review on 11/2/16 approved naproxen and denied Soma.",
            [("2016-11-02", "approved"), ("2016-11-02", "denied")],
        ),
        ("On 11/2/16 the reviewing physician did not certify the scan.", [("2016-11-02", "denied")]),
        ("UR on 11/2/16 denied the scan because PT was approved before.", [("2016-11-02", "denied")]),
        ("The claimant denied numbness on 11/2/2016.", []),
        ("He returned to modified duty on 11/2/2016.", []),
        (
            "Utilization Review on 11/2/16 modified Norco #90 to #60. The urine test was approved.",
            [("2016-11-02", "modified"), ("2016-11-02", "approved")],
        ),
        ("Utilization Review on 11/2/16 modified the visits. Six were approved.", [("2016-11-02", "modified")]),
        (
            "UR on 11/2/16 modified the visits to four, certified a bath, and denied a TENS unit.",
            [("2016-11-02", "modified"), ("2016-11-02", "approved"), ("2016-11-02", "denied")],
        ),
        (
            "A UR letter of 11/2/16 denied the surgery. An MRI was authorized on October 4, 2016.",
            [("2016-11-02", "denied"), ("2016-10-04", "approved")],
        ),
        ("UR on 11/2/16 denied the brace. He was approved for surgery.", [("2016-11-02", "denied")]),
        (
            "UR denied the scan on 11/2/2016 and certified the brace on 11/5/2016.",
            [("2016-11-02", "denied"), ("2016-11-05", "approved")],
        ),
        (
            "On 11/2/16 the scan was certified while the visits were modified to four by Utilization Review.",
            [("2016-11-02", "approved"), ("2016-11-02", "modified")],
        ),
        (
            "UR (11/2/2016): non-certified the brace; certified the EKG.",
            [("2016-11-02", "denied"), ("2016-11-02", "approved")],
        ),
        ("On 11/2/16 the UR reviewer certified 4 of the 8 visits.", [("2016-11-02", "modified")]),
        (
            "UR of 11/2/16 recommended modification of Norco and non-certification of Soma.",
            [("2016-11-02", "modified"), ("2016-11-02", "denied")],
        ),
        (
            "Utilization Review (11/2/2016) - Cane: approved. Therapy: modified to 6. Scan: denied.",
            [("2016-11-02", "approved"), ("2016-11-02", "modified"), ("2016-11-02", "denied")],
        ),
        ("On 11/2/16 the physician advisor wrote that a brace could not be certified.", [("2016-11-02", "denied")]),
        ("On 11/2/16 the reviewer said that the brace cannot be approved.", [("2016-11-02", "denied")]),
        ("By the prior review of 11/2/16 therapy was reduced to four visits.", [("2016-11-02", "modified")]),
        ("UR (11/2/16) allowed 6 sessions of therapy and denied the remaining 6.", [("2016-11-02", "modified")]),
        ("An appeal was denied on 11/2/2016.", [("2016-11-02", "denied")]),
        ("Her appeal of that decision was also denied on 11/2/16.", [("2016-11-02", "denied")]),
        ("In an appeal letter of 11/2/16 the surgeon says that pain has not been denied.", []),
        ("11/2/16 determination was modified.", [("2016-11-02", "modified")]),
        ("The utilization reviewer's decision of 11/2/16 was non-authorization.", [("2016-11-02", "denied")]),
        ("The request was previously denied. The prior UR decision was dated 11/2/2016.", [("2016-11-02", "denied")]),
        (
            "The initial utilization review was performed on 11/2/16. The request for a brace was denied.",
            [("2016-11-02", "denied")],
        ),
        ("A concurrent review of 11/2/16 denied further days in bed.", [("2016-11-02", "denied")]),
        (
            "On 11/2/16, the claims administrator denied Soma, citing the state's guidelines, and approved Celebrex.",
            [("2016-11-02", "denied"), ("2016-11-02", "approved")],
        ),
        (
            "UR of 11/2/16 denied the brace. The office visit was allowed.",
            [("2016-11-02", "denied"), ("2016-11-02", "approved")],
        ),
        ("UR of 11/2/16 denied the brace. He was allowed to work.", [("2016-11-02", "denied")]),
        ("The requests were reviewed on 11/2/16 and non-certified.", [("2016-11-02", "denied")]),
        ("The requests were sent in once more and again denied on 11/2/16.", [("2016-11-02", "denied")]),
        (
            "UR on 11/2/16 modified Norco #90 to #60, Celebrex 200mg #30 was certified, and Soma was denied.",
            [("2016-11-02", "modified"), ("2016-11-02", "approved"), ("2016-11-02", "denied")],
        ),
        (
            "UR of 11/2/16: cane rental for 30 days - certified; gel, 3 tubes modified to 1 tube.",
            [("2016-11-02", "approved"), ("2016-11-02", "modified")],
        ),
        (
            "The UR decision on 11/2/16 was to deny a bath lift and to approve a cane.",
            [("2016-11-02", "denied"), ("2016-11-02", "approved")],
        ),
        (
            "Utilization Review of 11/2/16 denied: brace, lift. Approved: cane.",
            [("2016-11-02", "denied"), ("2016-11-02", "approved")],
        ),
        ("UR of 11/2/16 approved massage x 4 out of the requested 8.", [("2016-11-02", "modified")]),
        ("The request for 8 massages was reduced to 4 by UR on 11/2/16.", [("2016-11-02", "modified")]),
        ("On 11/2/16 the claims examiner gave an adverse decision for the brace.", [("2016-11-02", "denied")]),
        ("By its letter of 11/2/16 the carrier would not authorize a brace.", [("2016-11-02", "denied")]),
        ("On 11/2/16 UR denied the brace; a cane was neither certified nor denied.", [("2016-11-02", "denied")]),
        ("On 11/2/16 UR modified the 12 visits of therapy; 6 visits were certified.", [("2016-11-02", "modified")]),
    ],
)
def test_what_utilization_review_did_and_when(sentence: str, events: list[tuple[str, str]]) -> None:
    record = record_of(letter(summary=f"{SUMMARY} {sentence}"))
    assert [tuple(values(record, f"{at}.date", f"{at}.action")) for at in record.each("ur_events")] == events
