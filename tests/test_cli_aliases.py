"""`imr-desk aliases`: the names that people taught a store, listed and removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.cli.program import main
from imr_desk.letter import edits
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.store import Store
from tests.making import found, reading

DRUG = "items[0].medication.name"


@pytest.fixture
def taught(tmp_path: Path) -> Path:
    """A store with a verified letter in which a person put another drug's name."""
    path = tmp_path / "letters.imrdesk"
    letter = reading("Duloxatine 60mg", {DRUG: found("Duloxatine 60mg", "Duloxatine")})
    with Store.create(path) as store:
        store.add(b"a letter", "a.pdf", letter, "ann")
        name = Found("duloxetine", None, "person", 1.0, Origin.TYPED)
        store.commit(1, edits.correct("Correct", store.letter(1).record, DRUG, name), "ann")
        store.commit(1, ReviewChange("Verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED)), "ann")
    return path


def test_taught_names_are_listed(taught: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aliases", str(taught)]) == 0
    printed = capsys.readouterr().out
    assert "duloxetine" in printed
    assert "duloxatine" in printed


def test_a_removed_name_is_listed_no_more(taught: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aliases", str(taught), "--remove", "drugs", "duloxetine"]) == 0
    assert main(["aliases", str(taught)]) == 0
    told = capsys.readouterr()
    assert "duloxetine" not in told.out
    assert "not been taught any names" in told.err


def test_a_name_that_was_never_taught_is_told(taught: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aliases", str(taught), "--remove", "drugs", "aspirin"]) == 1
    assert "Nothing was changed" in capsys.readouterr().err
