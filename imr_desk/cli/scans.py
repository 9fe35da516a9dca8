"""What the commands say of scans where nothing can recognise them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from imr_desk.cli.printing import say
from imr_desk.letter.reading import Failure, Reading, TextLayer
from imr_desk.pdf.ocr_setup import missing_command

Letter = TypeVar("Letter")


def telling_of_scans(letters: Iterable[tuple[Letter, Reading | Failure]]) -> Iterator[tuple[Letter, Reading | Failure]]:
    """The same letters and readings; after the last, how many were scans, and what to run to have them read."""
    scans = 0
    for letter, outcome in letters:
        scans += isinstance(outcome, Reading) and outcome.source.text_layer is TextLayer.NONE
        yield letter, outcome
    if scans and (command := missing_command()):
        say(f"Scans that were not recognised: {scans}. To have scans read, run this once: {command}")
