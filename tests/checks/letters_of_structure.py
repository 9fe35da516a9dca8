"""Structure, reviewer, patient and outcome: letters that fire each rule, with what it says, and some that do not."""

from __future__ import annotations

from tests.checks.checking import SUMMARY, Fields, Firing, Quiet

HEADINGS = (
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n...\n"
    "CLINICAL CASE SUMMARY\n...\n"
    "IMR ISSUES, DECISIONS AND RATIONALES\n..."
)
WHOLE_ITEM: Fields = {
    "items[0].request": "Cold therapy unit",
    "items[0].claims_administrator_guideline.text": "MTUS",
    "items[0].maximus_guideline.text": "MTUS",
    "items[0].rationale": "It is not necessary.",
}


def modification(original: str, authorized: str, disputed: str) -> Fields:
    parts = {"original": original, "authorized": authorized, "disputed": disputed}
    return {f"items[0].modification.{part}": words for part, words in parts.items()}


FIRING: tuple[Firing, ...] = (
    ("S01", {}, HEADINGS.replace("CLINICAL CASE", "CASE"), "missing: clinical case summary"),
    ("S01", {}, "\n".join(reversed(HEADINGS.splitlines())), "another order"),
    ("S02", {**WHOLE_ITEM, "items[0].rationale": None}, "", "Item 1 has no decision rationale"),
    (
        "S03",
        {"items[0].request": "Cold pack", "items[1].request": "Walker", "items[2].request": "Brace"},
        "(1) Cold pack: Upheld\n(2) Walker: Upheld\nBrace: Upheld",
        "1, 2, nothing in print",
    ),
    (
        "S05",
        modification("Twelve visits", "Four visits", "Six visits"),
        "",
        "12 were requested, but 4 authorized and 6",
    ),
    ("S05", modification("Norco #90", "Norco #60", "Norco #40"), "", "60 authorized and 40 disputed"),
    ("S06", {}, "The request is not medically necessary. The patient has", "The patient has"),
    ("S07", {}, "All of it.\f \n\fAnd more.", "Page 2"),
    ("S08", {"header.case_number": "CM16-123456"}, "", "seven figures"),
    (
        "S08",
        {"header.case_number": "CM61-0123456", "header.application_received": "2016-11-20"},
        "",
        "not that of the application",
    ),
    ("P01", {"patient.age": None}, "", "not stated"),
    ("P01", {"patient.age": 5}, "", "given as 5"),
    (
        "P02",
        {"patient.age": 30, "header.date_of_injury": "1998-05-01", "header.decision_date": "2016-05-01"},
        "",
        "been 12",
    ),
    ("P03", {"patient.sex": "male"}, SUMMARY.format("She fell. Her knee hurts."), 'the summary says "She"'),
    ("P04", {"patient.age": 54, "items[0].rationale": "a 45-year-old man"}, "a 45-year-old man", "45 in the rationale"),
    ("P04", {"patient.sex": "male", "items[0].rationale": "a 45 year old woman"}, "a 45 year old woman", "female"),
    ("C01", {}, "", "No state of licensure"),
    ("C01", {"reviewer.licensure_states[0]": "Oz"}, "", '"Oz" is no state'),
    ("C02", {"reviewer.specialties[0]": "Neurolgy"}, "", "Meant may be: Neurology"),
    ("O01", {"items[0].request": "Walker", "items[0].decision": None}, "", "Item 1 is neither"),
    ("O02", {"items[0].decision": "upheld", "items[1].decision": "overturned"}, "", "1 upheld, 1 overturned"),
    ("W00", {"items[0].decision": "upheld", "items[0].conclusion": "necessary"}, "", "Item 1 is upheld, but"),
    (
        "W01",
        {"items[0].rationale": "It is not necessary. Wean slowly.", "items[0].conclusion": "It is not necessary."},
        "It is not necessary. Wean slowly.",
        "Item 1",
    ),
    ("W03", {"items[0].request": "Norco #60", "items[0].conclusion": "Norco #90 is not necessary"}, "", "#90"),
    ("W03", {"items[0].request": "Norco #60", "items[0].conclusion": "Soma is not necessary"}, "", "carisoprodol"),
    ("U01", {}, SUMMARY.format("He fell."), "the date and the action"),
    ("U03", {**modification("9", "3 visits", "6"), "items[0].decision": "upheld"}, "", "3 visits"),
)

QUIET: tuple[Quiet, ...] = (
    ("S01", {}, HEADINGS),
    ("S01", {}, HEADINGS.replace("ISSUES, DECISIONS AND RATIONALES", "DECISION(S) AND RATIONALE(S)")),
    ("S01", {}, "CASE SUMMARY: a letter of another template"),
    ("S02", WHOLE_ITEM, ""),
    (
        "S03",
        {"items[0].request": "Cold pack", "items[1].request": "Walker"},
        "(1) Cold pack: Upheld\n(2) Walker: Upheld",
    ),
    ("S03", {"items[0].request": "Cold pack", "items[1].request": "Walker"}, "Cold pack: Upheld\nWalker: Upheld"),
    ("S05", modification("2 times a week for 6 weeks (12 sessions)", "6 sessions", "6 additional sessions"), ""),
    ("S05", modification("Norco #90", "Tramadol #30", "Norco #90"), ""),
    ("S05", modification("two to three weeks of rehabilitation", "two weeks", "one week"), ""),
    ("S05", modification("Naproxen #60 with 3 refills", "Naproxen #60", "Three refills of naproxen #60"), ""),
    ("S06", {}, "The request is not medically necessary"),
    ("S06", {}, "It is not necessary.\n\nFinal Determination Letter for IMR Case Number CM13-9000001 3"),
    ("S07", {}, "All of it.\fAnd more."),
    ("S08", {"header.case_number": "CM16-0123456", "header.application_received": "2016-11-20"}, ""),
    (
        "S08",
        {
            "header.case_number": "CM17-0000123",
            "header.application_received": "2016-12-30",
            "header.date_assigned": "2017-01-05",
        },
        "",
    ),
    ("S08", {"header.case_number": None}, ""),
    ("P01", {"patient.age": 54}, ""),
    ("P02", {"patient.age": 30, "header.date_of_injury": "2010-05-01", "header.decision_date": "2016-05-01"}, ""),
    ("P03", {"patient.sex": "male"}, SUMMARY.format("He fell. His knee hurts. Dr. N. saw him; she advised rest.")),
    ("P04", {"patient.age": 54, "items[0].rationale": "this 54-year-old man"}, "this 54-year-old man"),
    ("C01", {"reviewer.licensure_states[0]": "CA"}, ""),
    ("C02", {"reviewer.specialties[0]": "Neurology"}, ""),
    ("O01", {"items[0].decision": "upheld"}, ""),
    ("O02", {"items[0].decision": "upheld", "items[1].decision": "upheld"}, ""),
    ("W00", {"items[0].decision": "overturned", "items[0].conclusion": "necessary"}, ""),
    (
        "W01",
        {"items[0].rationale": "So it is not necessary.", "items[0].conclusion": "it is not necessary."},
        "So it is not necessary.",
    ),
    ("W03", {"items[0].request": "Norco #60", "items[0].conclusion": "Hydrocodone #60 is not necessary"}, ""),
    ("U01", {"ur_events[0].date": "2016-10-20", "ur_events[0].action": "denied"}, SUMMARY.format("He fell.")),
    ("U03", {**modification("9", "3 visits", "6"), "items[0].decision": "overturned"}, ""),
)
