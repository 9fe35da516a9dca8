"""Guideline blocks: their basis, and every citation in them."""

from __future__ import annotations

import pytest

from imr_desk.letter.record import Record
from tests.parser.writing import Item, letter, listed, record_of, values

AT = "items[0].maximus_guideline"
OUTSIDE = "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines."
CITES = "Decision based on Non-MTUS Citation"
Cited = tuple[object, object, object, list[object], object]


def cited(words: str) -> list[Cited]:
    """The citations of a guideline block: source, title, year, sections, pages."""
    record = record_of(letter(Item("MRI of the neck: Upheld", maximus=words)))
    return [_citation(record, at) for at in record.each(f"{AT}.citations")]


def _citation(record: Record, at: str) -> Cited:
    source, title, year, pages = values(record, *(f"{at}.{name}" for name in ("source", "title", "year", "pages")))
    return source, title, year, list(listed(record, f"{at}.sections")), pages


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Decision based on MTUS Knee Complaints 2004.", "mtus"),
        ("The Expert Reviewer did not cite any medical evidence for its decision.", "none"),
        (
            f"{OUTSIDE} {CITES} drugs.com.",
            "non_mtus",
        ),
        (
            f"The Expert Reviewer did not base their decision on the MTUS. {CITES} ODG, Pain.",
            "non_mtus",
        ),
        ("Decision based on MTUS Knee Complaints 2004. Decision based on Non-\nMTUS Citation ODG, Knee.", "both"),
        (
            "Decision based on MTUS Knee Complaints 2004, and Other Medical Treatment Guidelines www.example.org.",
            "both",
        ),
        ("The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines.", "mtus"),
        (
            "The Expert Reviewer based his/her decision on the ACOEM Guidelines, Chapter 9, which is not a part of the "
            "MTUS.",
            "non_mtus",
        ),
    ],
)
def test_what_the_decision_rests_on(words: str, basis: str) -> None:
    record = record_of(letter(Item("MRI of the neck: Upheld", maximus=words)))
    assert record.at(f"{AT}.basis").value == basis


@pytest.mark.parametrize(
    ("words", "citations"),
    [
        (
            "Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care, Surgical Considerations.",
            [("MTUS", "Shoulder Complaints", 2004, ["Initial Care", "Surgical Considerations"], None)],
        ),
        (
            "Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care, and Chronic "
            "Pain Medical\nTreatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, Office visits.",
            [
                ("MTUS", "Forearm, Wrist, and Hand Complaints", 2004, ["Initial Care"], None),
                (
                    "MTUS",
                    "Chronic Pain Medical Treatment",
                    2016,
                    ["NSAIDs, GI symptoms & cardiovascular risk", "Office visits"],
                    None,
                ),
            ],
        ),
        (
            "Decision based on MTUS General Approaches 2004, Section(s): Cornerstones of Disability Prevention and "
            "Management, and Knee Complaints 2004, Section(s): Summary, and Special Studies.",
            [
                ("MTUS", "General Approaches", 2004, ["Cornerstones of Disability Prevention and Management"], None),
                ("MTUS", "Knee Complaints", 2004, ["Summary", "Special Studies"], None),
            ],
        ),
        (
            f"{OUTSIDE} {CITES} ODG, Chapter: Elbow, Splints; and ODG, Knee Chapter, Braces.",
            [("ODG", "Elbow", None, ["Splints"], None), ("ODG", "Knee Chapter", None, ["Braces"], None)],
        ),
        (
            "Decision based on MTUS Opioid Treatment 2016, Section(s): 2. Opioids for Subacute Pain, 3.3.9 Opioids for "
            "Chronic Pain: Screening, Tapering and More.",
            [
                (
                    "MTUS",
                    "Opioid Treatment",
                    2016,
                    ["2. Opioids for Subacute Pain", "3.3.9 Opioids for Chronic Pain: Screening, Tapering and More"],
                    None,
                )
            ],
        ),
        (
            "Decision based on MTUS Low Back Complaints Page(s): 303-305, and Chronic Pain Treatment Guidelines "
            "Exercise Page(s): 46-\n47 of 127.",
            [
                ("MTUS", "Low Back Complaints", None, [], "303-305"),
                ("MTUS", "Chronic Pain Treatment Guidelines", None, ["Exercise"], "46-47"),
            ],
        ),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Exercise; Biofeedback Page(s): 46-47; 24.",
            [("MTUS", "Chronic Pain Treatment Guidelines", None, ["Exercise", "Biofeedback"], "46-47; 24")],
        ),
        (
            f"{CITES} ODG: Section: Elbow, Topic: Splints.",
            [("ODG", "Elbow", None, ["Splints"], None)],
        ),
        (
            f"{CITES} ODG, Head, Balance studies; Exercises, balance.",
            [("ODG", "Head", None, ["Balance studies", "Exercises, balance"], None)],
        ),
        (
            f"{CITES} ODG, Knee, Heat wraps, ice packs; Pain (Chronic), Massage; Hip & Pelvis, Canes.",
            [
                ("ODG", "Knee", None, ["Heat wraps, ice packs"], None),
                ("ODG", "Pain (Chronic)", None, ["Massage"], None),
                ("ODG", "Hip & Pelvis", None, ["Canes"], None),
            ],
        ),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Regional sympathetic blocks (stellate ganglion "
            "block, thoracic sympathetic block, & lumbar sympathetic block), Ketamine Page(s): 56.",
            [
                (
                    "MTUS",
                    "Chronic Pain Treatment Guidelines",
                    None,
                    [
                        "Regional sympathetic blocks (stellate ganglion block, thoracic sympathetic block, "
                        "& lumbar sympathetic block)",
                        "Ketamine",
                    ],
                    "56",
                )
            ],
        ),
        (f"{CITES} ODG's Elbow Chapter, Splints.", [("ODG", "Elbow Chapter", None, ["Splints"], None)]),
        ("Decision based on MTUS Acupuncture Treatment 2007.", [("MTUS", "Acupuncture Treatment", 2007, [], None)]),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Weaning of Medications; Opioids, dosing "
            "Page(s): 86,\n124-127.",
            [
                (
                    "MTUS",
                    "Chronic Pain Treatment Guidelines",
                    None,
                    ["Weaning of Medications", "Opioids, dosing"],
                    "86, 124-127",
                )
            ],
        ),
        (
            "Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation "
            "Official Disability Guidelines (ODG), Low Back Chapter, MRIs (magnetic resonance imaging).",
            [
                ("MTUS", "Low Back Complaints", 2004, [], None),
                ("ODG", "Low Back Chapter", None, ["MRIs (magnetic resonance imaging)"], None),
            ],
        ),
        (
            f"{OUTSIDE} {CITES} ODG Pain (Chronic) Insomnia treatment.",
            [("ODG", "Pain (Chronic)", None, ["Insomnia treatment"], None)],
        ),
        (
            "Decision based on Non-MTUS Citation ACOEM, Chapter 6, Pain, Suffering and Function, Table 6-1.",
            [("ACOEM", "Chapter 6, Pain", None, ["Suffering and Function", "Table 6-1"], None)],
        ),
        (
            "Decision based on MTUS Elbow Complaints 2007, and Other Medical Treatment Guidelines ODG, Elbow, Splints.",
            [("MTUS", "Elbow Complaints", 2007, [], None), ("ODG", "Elbow", None, ["Splints"], None)],
        ),
        (
            "Decision based on Non-MTUS Citation ACOEM Practice Guidelines, Chapter 6, pg. 115.",
            [("ACOEM", "Chapter 6", None, [], "115")],
        ),
        (
            "Decision based on Non-MTUS Citation www.uptodate.com/contents/some-\ndrug.",
            [("other", "www.uptodate.com/contents/some-drug", None, [], None)],
        ),
        ("The Expert Reviewer did not cite any medical evidence for its decision.", []),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain), Carisoprodol (Soma) "
            "Page(s): 29, 63-66.",
            [
                (
                    "MTUS",
                    "Chronic Pain Treatment Guidelines",
                    None,
                    ["Muscle relaxants (for pain)", "Carisoprodol (Soma)"],
                    "29, 63-66",
                )
            ],
        ),
        (f"{CITES} ACOEM Guidelines, 3rd edition, Hernia, pg. 12.", [("ACOEM", "Hernia", None, [], "12")]),
        (
            "The Expert Reviewer based his/her decision on the MTUS Chronic Pain Medical Treatment Guidelines, pages "
            "76-80, which is part of the MTUS.",
            [("MTUS", "Chronic Pain Medical Treatment Guidelines", None, [], "76-80")],
        ),
        (
            "The Expert Reviewer found that no part of the MTUS applied. Next in rank, the reviewer based "
            "his/her decision on the Official Disability Guidelines (ODG), Knee Chapter, "
            "which is not part of the MTUS.",
            [("ODG", "Knee Chapter", None, [], None)],
        ),
        (
            "The Claims Administrator based its decision on the ACOEM Practice Guidelines (Elbow Complaints, 2nd "
            "Edition, 2004, Chapter 10), page 33, which is a part of the MTUS.",
            [("ACOEM", "Elbow Complaints", 2004, [], "33")],
        ),
        (
            "The Expert Reviewer based his/her decision on the Elbow Complaints Chapter (ACOEM Practice Guidelines, "
            "2nd Edition (2004), Chapter 10), page 33, which is part of the MTUS, and the Official Disability "
            "Guidelines (ODG), Elbow Chapter, Splints, which is not part of the MTUS.",
            [("ACOEM", "Elbow Complaints", 2004, [], "33"), ("ODG", "Elbow Chapter", None, ["Splints"], None)],
        ),
        (
            "The Expert Reviewer based his/her decision on the Knee Complaints Chapter of the ACOEM Practice "
            "Guidelines, 2nd Edition, 2004, Chapter 13, pages 330-331.",
            [("ACOEM", "Knee Complaints", 2004, [], "330-331")],
        ),
        (
            "Decision based on Non-MTUS Citation American College of Occupational and Environmental Medicine (ACOEM), "
            "2nd Edition, (2004), Chapter 5, page 80.",
            [("ACOEM", "Chapter 5", 2004, [], "80")],
        ),
        (
            "The Claims Administrator based its decision on the MTUS ACOEM Practice Guidelines, 2nd Edition (2004), "
            "Chapter 9 Shoulder Complaints, page 200.",
            [("MTUS", "Shoulder Complaints", 2004, [], "200")],
        ),
        (
            "The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines (2009), "
            "Biofeedback, page 24.",
            [("MTUS", "Chronic Pain Medical Treatment Guidelines", 2009, ["Biofeedback"], "24")],
        ),
        (
            "Decision based on MTUS Chronic Pain Disorder Medical Treatment 2017, Section(s): Exercise.",
            [("MTUS", "Chronic Pain Disorder Medical Treatment", 2017, ["Exercise"], None)],
        ),
        (
            "Decision based on MTUS Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand, Elbow.",
            [("MTUS", "Postsurgical Treatment", 2009, ["Forearm, Wrist, & Hand", "Elbow"], None)],
        ),
        (f"{CITES} ODG Forefoot: Orthotic devices.", [("ODG", "Forefoot", None, ["Orthotic devices"], None)]),
        (f"{CITES} ODG Pain, (Insomnia) (2015).", [("ODG", "Pain", None, ["Insomnia"], None)]),
        (
            f"{CITES} ODG, Knee Chapter, Indications for imaging, X-ray, Office visits.",
            [("ODG", "Knee Chapter", None, ["Indications for imaging, X-ray", "Office visits"], None)],
        ),
    ],
)
def test_every_citation_with_its_parts(words: str, citations: list[Cited]) -> None:
    assert cited(words) == citations
