"""What is asked for: drugs with their parts, services with theirs."""

from __future__ import annotations

import pytest

from imr_desk.letter.entry import Absence, Absent
from tests.parser.writing import item_values, letter, listed, record_of

DRUG = ["medication.name", "medication.strength", "medication.form", "medication.quantity", "medication.refills"]
HYDROCODONE = ["Hydrocodone-Acetaminophen", "10-325mg", "tablet", 120, 0]
SERVICE = ["service.body_part", "service.side", "service.visits", "service.per_week", "service.weeks"]


@pytest.mark.parametrize(
    ("request_words", "parts"),
    [
        ("Norco 10/325mg #120", ["Norco", "10/325mg", None, 120, None]),
        ("Tizanidine 4 mg #60 with 3 refills", ["Tizanidine", "4mg", None, 60, 3]),
        ("Prescription of Butrans patch 10mcg/hr QTY: 4.00", ["Butrans", "10mcg/hr", "patch", 4, None]),
        ("Naproxen sodium 550mg tablets #90, 2 refills", ["Naproxen sodium", "550mg", "tablet", 90, 2]),
        ("Tramadol ER 150mg (unknown quantity)", ["Tramadol", "150mg", "er", None, None]),
        ("Fioricet 50/300/40mg caps #30", ["Fioricet", "50/300/40mg", "capsule", 30, None]),
        ("Lidocaine 5% ointment, one container", ["Lidocaine", "5%", "ointment", 1, None]),
        (
            "Gabapentin (Neurontin) 300mg, take 1 capsule every night",
            ["Gabapentin (Neurontin)", "300mg", "capsule", None, None],
        ),
        ("Diclofenac 1.5% gel 120 grams", ["Diclofenac", "1.5%", "gel", 120, None]),
        ("90 Tramadol 50mg", ["Tramadol", "50mg", None, 90, None]),
        ("Tylenol #3 #40", ["Tylenol #3", None, None, 40, None]),
        (
            "Flurbiprofen 20%, Baclofen 5%, Camphor 2% in cream base 210g",
            ["Flurbiprofen 20%, Baclofen 5%, Camphor 2%", None, "cream", 210, None],
        ),
        ("Cyclobenzeprine 7.5mg #60", ["Cyclobenzeprine", "7.5mg", None, 60, None]),
        ("Hydrocodone-Acetaminophen 10-325mg tab, QTY: 120 refills: 0", HYDROCODONE),
        ("Omeprazole 20mg #60 RF: 1", ["Omeprazole", "20mg", None, 60, 1]),
        ("Celebrex 200mg, #30, 5RF", ["Celebrex", "200mg", None, 30, 5]),
        ("Lidoderm 5% patches, box of 30", ["Lidoderm", "5%", "patch", 30, None]),
        ("Ketamine 5% cream 60gr", ["Ketamine", "5%", "cream", 60, None]),
        ("Fooprazole ER 20mg #30", ["Fooprazole", "20mg", "er", 30, None]),
        ("Retrospective Fooprazole #60", ["Fooprazole", None, None, 60, None]),
        ("Fooprazole patch 5%, one container", ["Fooprazole", "5%", "patch", 1, None]),
        ("Foodrine Plus lotion 120ml", ["Foodrine Plus", None, "lotion", 120, None]),
        ("Anaprox-DS 550mg #60", ["Anaprox-DS", "550mg", None, 60, None]),
        ("Associated surgical service: Norco 5/325mg #40", ["Norco", "5/325mg", None, 40, None]),
        ("Post-operative medication: Zofran 8mg #10", ["Zofran", "8mg", None, 10, None]),
        ("Retrospective Lidocaine ointment 60gm (DOS: 11-29-16)", ["Lidocaine", None, "ointment", 60, None]),
        ("Proventil 90mcg, 1 inhaler with 2 refills", ["Proventil", "90mcg", "inhaler", 1, 2]),
        ("Oxycodone/APAP 10/20/30mg #6", ["Oxycodone/APAP", "10/20/30mg", None, 6, None]),
        ("Fooprazole, 1 bottle", ["Fooprazole", None, None, 1, None]),
        ("Lantus 100 units, 1 pen with 3 refills", ["Lantus", "100units", None, 1, 3]),
        ("Fooprazole ointment 200 units/gram, 15gm tube", ["Fooprazole", "200units/gram", "ointment", 15, None]),
        ("Citrucel 500mg #60", ["Citrucel", "500mg", None, 60, None]),
        ("Kera-Tek gel 4 oz", ["Kera-Tek", None, "gel", 4, None]),
        ("Tylenol with Codeine #3, #60", ["Tylenol with Codeine #3", None, None, 60, None]),
    ],
)
def test_the_parts_of_a_drug(request_words: str, parts: list[object]) -> None:
    assert item_values(f"{request_words}: Upheld", DRUG) == parts
    assert item_values(f"{request_words}: Upheld", ["kind", "category"]) == ["drug", "Pharmaceuticals"]


@pytest.mark.parametrize(
    ("request_words", "ingredients"),
    [
        ("Norco 10/325mg #120", ["hydrocodone", "acetaminophen"]),
        ("Soma 350mg", ["carisoprodol"]),
        ("Diovan HCT 160/25mg #30", ["valsartan", "hydrochlorothiazide"]),
        ("Hydrocodone/APAP 5-325mg", ["hydrocodone", "acetaminophen"]),
        ("Ketoprofen 10%, Gabapentin 6% cream", ["ketoprofen", "gabapentin"]),
        ("Cyclobenzeprine 7.5mg #60", ["cyclobenzaprine"]),
    ],
)
def test_ingredients_are_looked_up(request_words: str, ingredients: list[str]) -> None:
    assert listed(record_of(letter(f"{request_words}: Upheld")), "items[0].medication.ingredients") == ingredients


def test_an_unknown_quantity_is_stated_not_missing() -> None:
    outcome = record_of(letter("Soma 350mg (unspecified quantity): Upheld")).at("items[0].medication.quantity").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is Absence.STATED_UNKNOWN


@pytest.mark.parametrize(
    ("request_words", "parts"),
    [
        ("Physical therapy 2 times a week for 6 weeks for the left shoulder", ["shoulder", "left", None, 2, 6]),
        ("Twelve acupuncture visits for the low back", ["low back", None, 12, None, None]),
        ("Eight (8) sessions of chiropractic care, bilateral knees", ["knees", "bilateral", 8, None, None]),
        ("Physical therapy 3x4 for the neck", ["neck", None, None, 3, 4]),
        ("Occupational therapy, twice a week for three weeks, right hand (6)", ["hand", "right", 6, 2, 3]),
        ("Aquatic therapy 12 visits", [None, None, 12, None, None]),
        ("MRI of the lumbar spine times 1", ["lumbar spine", None, 1, None, None]),
        ("MRI of the cervical spine and right shoulder", ["cervical spine", None, None, None, None]),
        ("Twelve panel urine drug screen", [None, None, None, None, None]),
        ("Hand therapy twice-weekly for 12-\n16 sessions", ["hand", None, 16, 2, None]),
        ("NCS/EMG RUE", ["upper extremity", "right", None, None, None]),
        ("One (1) cervical collar", ["cervical", None, 1, None, None]),
        ("One (1) x-ray of the foot", ["foot", None, 1, None, None]),
        ("Physical therapy 2 times 6 for the neck", ["neck", None, None, 2, 6]),
        ("Physical therapy 2\u00d76 for the neck", ["neck", None, None, 2, 6]),
        ("Epidural steroid injection at L4-5 x 2", [None, None, 2, None, None]),
        ("Therapy two times four visits (8), hip", ["hip", None, 8, None, None]),
        ("Synvisc, left knee, series of 3 injections", ["knee", "left", 3, None, None]),
        ("Follow up visit in 4 weeks", [None, None, None, None, None]),
        ("Gym membership x 1 year", [None, None, None, None, None]),
        ("Referral to a spine surgeon", [None, None, None, None, None]),
        ("Lumbar facet joint block at L4-5, right", ["lumbar", "right", None, None, None]),
        ("Trigger finger injection, right ring finger", ["finger", "right", None, None, None]),
        ("Eye movement desensitization, 6 visits", [None, None, 6, None, None]),
        ("CT scan of the left tibia", ["tibia", "left", None, None, None]),
        ("Acupuncture 1-2 x week x 4-6 weeks", [None, None, None, 2, 6]),
    ],
)
def test_the_parts_of_a_service(request_words: str, parts: list[object]) -> None:
    assert item_values(f"{request_words}: Upheld", SERVICE) == parts
    assert item_values(f"{request_words}: Upheld", ["kind", "medication.name"]) == ["service", None]


@pytest.mark.parametrize(
    ("request_words", "category"),
    [
        ("Acupuncture with capsaicin patch", "Rehabilitation"),
        ("Chiropractic care", "Rehabilitation"),
        ("Post-operative physical therapy", "Rehabilitation"),
        ("Associated surgical service: Norco", "Surgery"),
        ("Assistant surgeon", "Surgery"),
        ("Pre-operative medical clearance", "Surgery"),
        ("Right knee arthroscopy", "Surgery"),
        ("Urine drug screen", "Diagnostic Testing"),
        ("EMG/NCV of the upper extremities", "Diagnostic Testing"),
        ("Orthopedic consultation", "Evaluation & Management"),
        ("Follow up visit in 4 weeks", "Evaluation & Management"),
        ("Functional capacity evaluation", "Evaluation & Management"),
        ("Individual psychotherapy sessions", "Psych Services"),
        ("Psychological evaluation", "Psych Services"),
        ("Gym membership for one year", "Programs"),
        ("Functional restoration program", "Programs"),
        ("Interferential unit rental", "DMEPOS"),
        ("Lumbar brace", "DMEPOS"),
        ("L4-L5 transforaminal epidural steroid injection", "Injection"),
        ("Trigger point injections to the trapezius", "Injection"),
        ("Synvisc injection of the left knee", "Injection"),
        ("Toradol 60mg IM injection", "Pharmaceuticals"),
        ("Compound cream", "Pharmaceuticals"),
        ("Pain psychology consultation", "Psych Services"),
        ("Massage therapy", "Therapies"),
        ("Extracorporeal shockwave therapy", "Therapies"),
        ("Home health aide 4 hours a day", "Home Health"),
        ("Transportation to and from visits", "Transportation"),
        ("Tinted prescription lenses", "DMEPOS"),
        ("Nasal septoplasty", "Surgery"),
        ("Ear tube placement", "Surgery"),
        ("Gastric emptying study", "Diagnostic Testing"),
        ("Platelet rich plasma (PRP) injection, right elbow", "Injection"),
        ("PT evaluation and 12 treatments for the wrist", "Rehabilitation"),
        ("One day facility stay", "Surgery"),
        ("Abdominal ultrasound", "Diagnostic Testing"),
        ("Vestibular rehabilitation once a week", "Rehabilitation"),
        ("Dynamic stretcher rental for 2 months", "DMEPOS"),
        ("Pulmonary function testing", "Diagnostic Testing"),
        ("Holter monitor for two days", "Diagnostic Testing"),
        ("Treadmill stress test", "Diagnostic Testing"),
        ("Hepatitis panel", "Diagnostic Testing"),
        ("Skin biopsy, left forearm", "Diagnostic Testing"),
        ("Saunders traction, purchase", "DMEPOS"),
        ("Oxygen concentrator", "DMEPOS"),
        ("Sit-stand desk", "DMEPOS"),
        ("Attendant care, 4 hours a day", "Home Health"),
        ("Taxi service to visits", "Transportation"),
        ("Stress management, 6 sessions", "Psych Services"),
        ("Lymphedema therapy, right arm", "Rehabilitation"),
        ("Wound care for the heel", "Therapies"),
        ("Hammertoe correction, second toe", "Surgery"),
        ("Occlusal guard", "Evaluation & Management"),
    ],
)
def test_the_category_by_the_words_of_the_request(request_words: str, category: str) -> None:
    assert item_values(f"{request_words}: Upheld", ["category"]) == [category]


@pytest.mark.parametrize(
    ("request_words", "retrospective"),
    [
        ("Retrospective urine test (DOS 12/29/16)", True),
        ("Urine test, date of service 1/2/2016", True),
        ("Urine test", False),
    ],
)
def test_retrospective_requests_say_so_or_give_a_date_of_service(request_words: str, retrospective: bool) -> None:
    assert item_values(f"{request_words}: Upheld", ["retrospective"]) == [retrospective]
