"""Every error that the checks find in the real letters has been looked at by hand; this is what was seen."""

from __future__ import annotations

from pathlib import Path

from imr_desk.checks.check import check
from imr_desk.intake.read import read_letter
from imr_desk.letter.finding import Severity

VERDICTS = {
    ("000", "X01"): True,
    ("CM16-0248655", "D06"): True,
    ("CM16-0248698", "D03"): True,
}
"""By the beginning of the file's name and the rule: whether the letter really prints what the finding says."""

PRECISION = 0.9


def test_errors_are_right_nine_times_in_ten(real_letters: Path) -> None:
    fired = {(letter(path), rule) for path in sorted((real_letters / "pdf").glob("*.pdf")) for rule in errors(path)}
    assert fired <= VERDICTS.keys(), f"look at these by hand and enter what you saw: {sorted(fired - VERDICTS.keys())}"
    assert sum(VERDICTS[one] for one in fired) >= PRECISION * len(fired)


def letter(path: Path) -> str:
    return path.stem.split("_")[0]


def errors(path: Path) -> set[str]:
    reading = read_letter(path.read_bytes(), path.name)
    return {one.rule for one in check(reading.text, reading.record) if one.severity is Severity.ERROR}
