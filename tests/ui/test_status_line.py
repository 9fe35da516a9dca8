"""What Enter will do is said before it is pressed, and never what it will not do."""

from __future__ import annotations

import pytest

from imr_desk.ui.window.status_line import enter_words

AGE, SEX = "patient.age", "patient.sex"


@pytest.mark.parametrize(
    ("at", "ahead", "confirmed", "error", "said"),
    [
        (None, None, False, "", "F12: verify"),
        (None, AGE, False, "", "Enter: go to Age"),
        (AGE, SEX, False, "", "Enter: confirm Age, then Sex"),
        (AGE, SEX, True, "", "Enter: go to Sex"),
        (AGE, None, False, "", "Enter: confirm Age; nothing else to look at, then F12 verifies"),
        (AGE, None, True, "", "Nothing left to look at. Enter: verify, and open the next letter"),
        (AGE, AGE, False, "X01", "Enter: confirm Age. Check X01 is open: correct a value, or Alt+A acknowledges it"),
        (AGE, AGE, True, "X01", "Check X01 is open: correct a value, or Alt+A acknowledges it"),
    ],
)
def test_enter_is_announced(at: str | None, ahead: str | None, confirmed: bool, error: str, said: str) -> None:
    assert enter_words(at, ahead, "F12", confirmed=confirmed, error=error) == said
