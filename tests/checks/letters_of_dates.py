"""Dates: letters that fire each rule, with what it says, and some that do not."""

from __future__ import annotations

from datetime import date, timedelta

from tests.checks.checking import SUMMARY, Firing, Quiet

INJURY, UR, APPLICATION = "header.date_of_injury", "header.ur_denial_date", "header.application_received"
ASSIGNED, DECISION = "header.date_assigned", "header.decision_date"
IN_ORDER = {
    INJURY: "2015-03-02",
    UR: "2016-10-20",
    APPLICATION: "2016-11-01",
    ASSIGNED: "2016-11-15",
    DECISION: "2016-12-12",
}
TOMORROW = (date.today() + timedelta(days=1)).isoformat()

FIRING: tuple[Firing, ...] = (
    (
        "D01",
        IN_ORDER,
        SUMMARY.format("Utilization review denied it, citing an RFA dated 10/25/2016."),
        "RFA of 10/25/2016",
    ),
    (
        "D01",
        IN_ORDER,
        SUMMARY.format("The claims administrator cited a progress report dated 11/2/2016."),
        "report of 11/2/2016",
    ),
    ("D02", {**IN_ORDER, UR: "2016-11-02"}, "", "The utilization review (2016-11-02) is later than the application"),
    ("D02", {INJURY: "2016-11-02", DECISION: "2016-10"}, "", "The injury (2016-11-02) is later than the decision"),
    ("D03", {**IN_ORDER, "patient.injury_date": "2015-03-12"}, "", "2015-03-12 by the summary"),
    (
        "D03",
        {**IN_ORDER, "items[0].rationale": "hurt at work, date of injury 3/22/2015."},
        "hurt at work, date of injury 3/22/2015.",
        "3/22/2015 by the rationale of item 1",
    ),
    ("D04", {**IN_ORDER, "ur_events[0].date": "2016-10-02"}, "", "2016-10-02 by the summary"),
    ("D05", {UR: "2016-10-01", APPLICATION: "2016-11-06"}, "", "36 days after"),
    ("D06", {INJURY: "2016-02-31"}, "", '"2016-02-31" is no day of the calendar'),
    ("D06", {DECISION: TOMORROW}, "", "is still to come"),
    ("D06", {}, SUMMARY.format("Seen on 13/40/2016 for pain."), '"13/40/2016" is no day of the calendar'),
    ("D06", {}, SUMMARY.format("Seen on June 4, 20216 for pain."), '"June 4, 20216" is no day of the calendar'),
    ("D07", {ASSIGNED: "2016-10-01", DECISION: "2016-12-01"}, "", "61 days after"),
    ("D07", {ASSIGNED: "2016-10-02", DECISION: "2016-10-01"}, "", "-1 days after"),
    ("D08", IN_ORDER, SUMMARY.format("On opioids since at least 1/5/2014."), '"Since 1/5/2014"'),
    ("D09", {UR: "2012-12-31"}, "", "2012-12-31"),
)

QUIET: tuple[Quiet, ...] = (
    ("D01", IN_ORDER, SUMMARY.format("Utilization review denied it, citing an RFA dated 10/15/2016.")),
    ("D02", IN_ORDER, ""),
    ("D02", {INJURY: "2016", UR: "2016-02-01"}, ""),
    ("D03", {**IN_ORDER, "patient.injury_date": "2015-03"}, ""),
    ("D04", {**IN_ORDER, "ur_events[0].date": "2016-08-02", "ur_events[1].date": "2016-10-20"}, ""),
    ("D05", {UR: "2016-10-01", APPLICATION: "2016-11-05"}, ""),
    ("D06", IN_ORDER, SUMMARY.format("Seen on 2/29/2016; pain was 5-10/10.")),
    ("D07", IN_ORDER, ""),
    ("D08", IN_ORDER, SUMMARY.format("On opioids since at least 1-5-16.")),
    ("D09", {UR: "2013-01-01"}, ""),
)
