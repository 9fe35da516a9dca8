"""A letter named so that another person finds it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from imr_desk.desk.sitting.reference import reference
from tests.ui.form.desk import a_letter, make_desk


def test_a_reference_names_case_day_file_and_page_as_far_as_they_are_known(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.window)
    desk.open(a_letter())
    letter = desk.session.letter
    assert letter is not None
    assert reference(letter, None) == "CM16-9000001, decided 02/15/2017, letter.pdf"
    assert reference(letter, desk.at("patient.age").span) == f"{reference(letter, None)}, page 1"
    desk.open(a_letter({}))
    assert desk.session.letter is not None
    assert reference(desk.session.letter, None) == "letter.pdf"
    desk.store.close()
