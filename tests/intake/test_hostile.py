"""Damaged and hostile files from public test collections, which are not part of the project."""

from __future__ import annotations

import pytest

from imr_desk.intake.picture import Picture
from imr_desk.intake.request import Limits, Outcome, Pdf, Read, Render
from imr_desk.letter.reading import Failure, Reading
from tests.conftest import CHECKOUT
from tests.intake.workers import at_work
from tests.pdf.paper import plain

HOSTILE = CHECKOUT.parent / "shared" / "hostile"
GOOD = Pdf("good.pdf", plain("a good letter"))


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile files (../shared/hostile) are not beside this checkout")
def test_every_hostile_file_is_read_or_named_and_the_next_letter_reads_well() -> None:
    wrong: list[str] = []
    with at_work(limits=Limits(read=2, render=1, memory=1024)) as asked:
        for path in sorted(HOSTILE.glob("*.pdf")):
            pdf = Pdf(path.name, path.read_bytes())
            read, drawn, good = (
                asked.outcome(pdf, Read()),
                asked.outcome(pdf, Render(1, 1.0)),
                asked.outcome(GOOD, Read()),
            )
            if not (stands(read, path.name) and stands(drawn, path.name) and isinstance(good, Reading)):
                wrong.append(f"{path.name}: {read}, {drawn}, {good}")
            if isinstance(drawn, Picture):
                drawn.release()
    assert not wrong


def stands(outcome: Outcome, file: str) -> bool:
    """Whether the file was read or drawn, or the reason why not is foreseen and names it."""
    return not isinstance(outcome, Failure) or (f"“{file}”" in outcome.message and "Error" not in outcome.message)
