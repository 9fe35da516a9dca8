"""The whole job by keys alone, and the whole job by mouse alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter.review import LetterState
from imr_desk.samples.generate import generate
from imr_desk.ui.form.field.mark_button import MarkButton
from tests.journeys.conftest import Sit
from tests.journeys.letters import SHORT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def clerk(sit: Sit, tmp_path: Path) -> Clerk:
    """A clerk at an empty store, with one letter to bring in and a file to export to."""
    letter = generate(*SHORT)
    clerk = sit(tmp_path / "new.imrdesk")
    clerk.answers.files = (tmp_path / letter.file,)
    clerk.answers.files[0].write_bytes(letter.pdf)
    clerk.answers.target = tmp_path / "verified.jsonl"
    return clerk


def holds_the_letter(export: Path) -> bool:
    (letter,) = map(json.loads, export.read_text("utf-8").splitlines())
    return bool(letter["header"]["case_number"]["value"] == generate(*SHORT).plan.case_number)


def test_a_letter_is_brought_in_corrected_marked_verified_and_exported_by_keys_alone(clerk: Clerk) -> None:
    hands, session = clerk.hands, clerk.session
    clerk.import_letters()
    hands.press("F7")
    while doubtful := session.record.to_look_at:
        if clerk.form.focused not in doubtful:
            hands.press("F7")
        clerk.form.confirm()
    while clerk.form.focused != "patient.age":
        hands.press("Tab")
    hands.press("F2")
    hands.retype("52")
    clerk.form.confirm()
    hands.press("F6")
    wait_for("the page", clerk.desk.window.work.page.canvas.hasFocus)
    hands.press("Ctrl+Home", "Shift+End", "H", "1")
    wait_for("the highlight", lambda: len(session.highlights) == 1)
    clerk.menu.undo()
    clerk.menu.redo()
    hands.press("F12")
    wait_for("the letter to be verified", lambda: session.state is LetterState.VERIFIED)
    clerk.wait_until_saved()
    hands.press("Ctrl+E")
    assert clerk.answers.target is not None
    wait_for("the export", clerk.answers.target.exists)
    assert holds_the_letter(clerk.answers.target)
    assert session.record.at("patient.age").value == 52
    assert hands.effort.clicks == 0


def choose(clerk: Clerk, action: str) -> None:
    """Open the action's menu and click it there."""
    deed = clerk.desk.window.actions_.of(action)
    bar = clerk.desk.window.menuBar()
    (menu,) = (one for one in bar.actions() if deed in one.menu().actions())
    clerk.hands.click(bar, bar.actionGeometry(menu).center())
    wait_for("the menu", lambda: QApplication.activePopupWidget() is menu.menu())
    clerk.hands.click(menu.menu(), menu.menu().actionGeometry(deed).center())


def confirm(clerk: Clerk, path: str) -> None:
    """Click the field's mark."""
    (mark,) = clerk.form.go_to(path).findChildren(MarkButton)
    clerk.hands.click(mark)
    wait_for("the field to be confirmed", lambda: clerk.session.record.at(path).by_person)


def test_a_letter_is_brought_in_confirmed_verified_and_exported_by_mouse_alone(clerk: Clerk) -> None:
    hands, session = clerk.hands, clerk.session
    finished: list[object] = []
    clerk.desk.window.importing.done.connect(finished.append)
    choose(clerk, "import_files")
    wait_for("the end of the import", lambda: bool(finished))
    clerk.see_letter()
    while doubtful := session.record.to_look_at:
        confirm(clerk, doubtful[0])
    confirm(clerk, "header.case_number")
    choose(clerk, "undo")
    wait_for("the step to be taken back", lambda: not session.record.at("header.case_number").by_person)
    hands.click(clerk.desk.window.top_bar.verify)
    wait_for("the letter to be verified", lambda: session.state is LetterState.VERIFIED)
    clerk.wait_until_saved()
    choose(clerk, "export")
    assert clerk.answers.target is not None
    wait_for("the export", clerk.answers.target.exists)
    assert holds_the_letter(clerk.answers.target)
    assert hands.effort.keys == 0
