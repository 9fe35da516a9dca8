"""The label set that a new store is annotated with, until a person makes another."""

from __future__ import annotations

from imr_desk.letter.highlight import Label, LabelSet

EVIDENCE = LabelSet(
    "Evidence",
    (
        Label("finding_of_fact", "Finding of fact", "#2f6fd0", "1"),
        Label("missing_documentation", "Missing documentation", "#c8492c", "2"),
        Label("guideline_quote", "Guideline quote", "#7a55c7", "3"),
        Label("criteria", "Criteria", "#a8438f", "4"),
        Label("safety_risk", "Safety risk", "#b3261e", "5"),
        Label("request_restatement", "Request restated", "#5b6676", "6"),
        Label("diagnosis", "Diagnosis", "#1e7a46", "7"),
        Label("treatment_to_date", "Treatment to date", "#0f7f8a", "8"),
        Label("medication_mention", "Medication", "#8a5200", "9"),
        Label("date_mention", "Date", "#4d7c0f"),
        Label("ur_event", "UR event", "#8a6d00"),
        Label("contradiction", "Contradiction", "#c2185b"),
    ),
)
