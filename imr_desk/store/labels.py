"""The label set that a new store is annotated with, until a person makes another."""

from __future__ import annotations

from imr_desk.letter.highlight import Label, LabelSet

EVIDENCE = LabelSet(
    "Evidence",
    (
        Label("finding_of_fact", "Finding of fact", "#2F7BD9", "1"),
        Label("missing_documentation", "Missing documentation", "#D9483B", "2"),
        Label("guideline_quote", "Guideline quote", "#2E9E6B", "3"),
        Label("criteria", "Criteria", "#1FA3B5", "4"),
        Label("safety_risk", "Safety risk", "#E0791B", "5"),
        Label("request_restatement", "Request restated", "#8A63D2", "6"),
        Label("diagnosis", "Diagnosis", "#C2479C", "7"),
        Label("treatment_to_date", "Treatment to date", "#8C9A2B", "8"),
        Label("contradiction", "Contradiction", "#B0263C", "9"),
        Label("medication_mention", "Medication mention", "#6B7BD6"),
        Label("date_mention", "Date mention", "#7D8896"),
        Label("ur_event", "UR event", "#A8701F"),
    ),
)
"""Evidence highlights in the order of their keys; the colours tint print and stay apart from each other."""
