"""Drugs, guidelines, rationales and histories: letters that fire each rule, with what it says, and some that do not."""

from __future__ import annotations

from imr_desk.letter.entry import Value
from tests.checks.checking import SUMMARY, Fields, Firing, Quiet


def drug(name: str, item: int = 0, **parts: Value | None) -> Fields:
    medication = {f"items[{item}].medication.{part}": value for part, value in parts.items()}
    return {f"items[{item}].kind": "drug", f"items[{item}].medication.name": name, **medication}


def cited(**parts: Value) -> Fields:
    return {f"items[0].maximus_guideline.citations[0].{part}": value for part, value in parts.items()}


NORCO = drug("Norco", strength="10/325mg", quantity=60)
SAME = "The guideline asks for {} before this is tried again, and the records provided show none of it so far."

FIRING: tuple[Firing, ...] = (
    ("X01", NORCO, SUMMARY.format("Utilization review denied Norco 5/325mg #60."), "5/325mg in the summary"),
    ("X01", {**NORCO, "items[0].conclusion": "Norco #90 is not necessary"}, "", "#90 in the conclusion"),
    (
        "X02",
        {**NORCO, "items[0].request": "Norco, one tablet twice daily 14 days #60"},
        "",
        "makes 28 in 14 days, but 60",
    ),
    ("X02", {**drug("Soma", quantity=45), "items[0].request": "Soma 1 tab bid #45"}, "", "makes 60 in 30 days"),
    ("N01", drug("Norcco"), "", "Meant may be: Norco"),
    (
        "N02",
        {**NORCO, "items[0].rationale": "Hydrocodone/acetaminophen is a mixed opioid."},
        "",
        "both are hydrocodone and",
    ),
    ("M01", drug("Tramadol", strength="50/325mg"), "", "has 1 ingredients, but its strength 50/325mg has 2 parts"),
    ("M02", drug("Soma", strength="300mg"), "", "not marketed as 300mg, but as 250mg, 350mg"),
    ("M03", drug("Norco", strength="10/325"), "", "10/325 has no unit"),
    ("M04", drug("Fentanyl", strength="50mcg/hr", form="tablet"), "", "mcg/hr is no unit for tablet"),
    ("M04", drug("Lidocaine", strength="5%", form="tablets"), "", "% is no unit for tablets"),
    (
        "M05",
        drug("Soma", strength="350mg", quantity=150),
        "",
        "1750 mg of carisoprodol a day; the label allows 1400 mg",
    ),
    (
        "M05",
        {**drug("Ultram ER", strength="200mg", quantity=60), "items[0].request": "Ultram ER 200mg #60"},
        "",
        "the label allows 300 mg",
    ),
    ("M07", drug("Soma", quantity=None), "", "no quantity of Soma"),
    ("M08", drug("Norco", refills=2), "", "Norco is a Schedule II drug"),
    (
        "M10",
        drug("Norco", strength="10/325mg", quantity=150),
        "",
        "50 morphine milligram equivalents a day (50 or more)",
    ),
    ("M10", drug("Fentanyl", strength="50mcg/hr", quantity=15), "", "120 morphine milligram equivalents a day (90"),
    ("M11", drug("Norco", strength="10/325mg", quantity=390), "", "4,225 mg of acetaminophen"),
    ("M12", {**NORCO, **drug("Xanax", item=1)}, "", "An opioid (Norco) and a benzodiazepine (Xanax)"),
    ("G01", {"items[0].maximus_guideline.text": "As above."}, "", "the MAXIMUS guideline cites nothing"),
    (
        "G02",
        {
            "items[0].decision": "upheld",
            "items[0].maximus_guideline.text": "The Expert Reviewer did not cite any medical evidence.",
        },
        "",
        "Item 1 is upheld",
    ),
    ("G04", {**cited(pages="76-78, 80"), "items[0].rationale": "See page 82."}, "", "names page 82"),
    ("G05", cited(source="MTUS", title="Opioid Treatment"), "", "Opioid Treatment is cited without"),
    ("G06", cited(title="Forearm, Wrist, and"), "", "cut short"),
    ("G07", {**NORCO, "items[0].maximus_guideline.text": "MTUS Muscle relaxants: Flexeril"}, "", "about Flexeril"),
    ("G09", {**cited(year=2016), "header.decision_date": "2015-02-01"}, "", "of 2016, later than the decision"),
    (
        "R02",
        {"items[0].service.side": "left", "items[0].rationale": "The right knee is stable."},
        "",
        "right side only",
    ),
    (
        "S04",
        {"items[0].request": "Norco 10/325mg #60"},
        SUMMARY.format("On 10-20-2016 Utilization Review non-certified Norco 10/325mg #60 and Soma 350mg #30."),
        "denied Soma",
    ),
    (
        "R04",
        {"items[0].rationale": "There is no documentation of a failed course of conservative care."},
        SUMMARY.format("He has had acupuncture."),
        'no documentation of conservative care, but the summary tells of "acupuncture"',
    ),
    (
        "R05",
        {"items[0].rationale": "He received twelve sessions of physical therapy."},
        SUMMARY.format("He completed 6 visits of physical therapy."),
        "12 visits of physical therapy in the rationale, 6 in the summary",
    ),
    (
        "R08",
        {"items[0].rationale": SAME.format("rest"), "items[1].rationale": SAME.format("exercise")},
        "",
        "rest / exercise",
    ),
    ("R09", {**NORCO, "items[0].rationale": "Omeprazole is for patients at risk."}, "", "names only Omeprazole"),
)

QUIET: tuple[Quiet, ...] = (
    ("X01", NORCO, SUMMARY.format("Utilization review modified Norco 10/325mg #60 to #30.")),
    (
        "X01",
        {
            **drug("Gabapentin 10%, Ketoprofen 5%", quantity=30),
            **drug("Gabapentin", item=1, strength="300mg", quantity=90),
        },
        SUMMARY.format("Utilization review denied the cream and gabapentin 300mg #90."),
    ),
    (
        "X01",
        {**NORCO, "items[0].request": "Norco 10/325mg #90 was the original request. #30 was authorized. Norco #60 is"},
        SUMMARY.format("Utilization review modified Norco 10/325mg #90."),
    ),
    ("X01", NORCO, SUMMARY.format("He took Norco 5/325mg #30 last year.")),
    ("X02", {**NORCO, "items[0].request": "Norco, one tablet twice daily #60"}, ""),
    ("X02", {**NORCO, "items[0].request": "Norco, one tablet every 6 hours as needed #60"}, ""),
    ("N01", NORCO, ""),
    ("N02", {**NORCO, "items[0].rationale": "Norco is a mixed opioid."}, ""),
    ("M01", NORCO, ""),
    ("M01", drug("Norco", strength="10mg"), ""),
    ("M02", NORCO, ""),
    ("M02", drug("Norco", strength="10mg"), ""),
    ("M03", NORCO, ""),
    ("M04", drug("Fentanyl", strength="50mcg/hr", form="patches"), ""),
    ("M05", drug("Soma", strength="350mg", quantity=120), ""),
    ("M07", drug("Soma", quantity=60), ""),
    ("M08", drug("Tramadol", refills=2), ""),
    ("M08", {**drug("Norco", refills=2), "header.decision_date": "2014-09-30"}, ""),
    ("M10", NORCO, ""),
    ("M10", drug("Tylenol #3", strength="300/30mg", quantity=120), ""),
    ("M11", NORCO, ""),
    ("M12", {**NORCO, **drug("Soma", item=1)}, ""),
    ("G01", {"items[0].maximus_guideline.text": "The Expert Reviewer did not cite any medical evidence."}, ""),
    ("G01", {"items[0].maximus_guideline.text": "MTUS Opioid Treatment 2016."}, ""),
    ("G02", {"items[0].decision": "upheld", "items[0].maximus_guideline.text": "MTUS Opioid Treatment 2016."}, ""),
    ("G04", {**cited(pages="76-78, 80"), "items[0].rationale": "See pages 77 and 80."}, ""),
    ("G05", cited(source="MTUS", title="Opioid Treatment", pages="76"), ""),
    ("G06", cited(title="Forearm, Wrist, and Hand Complaints (2004)"), ""),
    ("G07", {**NORCO, "items[0].maximus_guideline.text": "MTUS Opioids: Hydrocodone (Vicodin)"}, ""),
    ("G09", {**cited(year=2016), "header.decision_date": "2016-12-01"}, ""),
    ("R02", {"items[0].service.side": "left", "items[0].rationale": "The left knee is worse than the right."}, ""),
    (
        "S04",
        {"items[0].request": "Norco 10/325mg #60", "items[1].request": "Carisoprodol"},
        SUMMARY.format("On 10-20-2016 Utilization Review non-certified Norco 10/325mg #60 and Soma 350mg #30."),
    ),
    ("S04", {"items[0].request": "Norco #60"}, SUMMARY.format("He takes Soma. Utilization Review denied Norco.")),
    (
        "R04",
        {"items[0].rationale": "There is no documentation of a failed course of conservative care."},
        SUMMARY.format("He requested acupuncture."),
    ),
    (
        "R04",
        {"items[0].rationale": "There is no documentation that supports the need for physical therapy."},
        SUMMARY.format("He has had physical therapy."),
    ),
    (
        "R05",
        {"items[0].rationale": "He received six sessions of physical therapy."},
        SUMMARY.format("He completed 6 visits of physical therapy and 4 visits of acupuncture."),
    ),
    ("R08", {"items[0].rationale": SAME.format("rest"), "items[1].rationale": "Another matter."}, ""),
    ("R09", {**NORCO, "items[0].rationale": "Percocet is an opioid, as is this."}, ""),
)
