"""Keys do what the table says wherever the keyboard is, a text box included, and letters are only letters there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.ui.actions import ACTIONS, ActionSpec, When
from tests.ui.window import WholeDesk

KEYED = [spec for spec in ACTIONS if spec.keys and spec.when not in (When.CLOSED, When.AWAY)]
BOXES = {
    "line": (QLineEdit, "header.case_number"),
    "text": (QTextEdit, "items[0].request"),
}


@pytest.fixture(params=BOXES)
def typing_desk(request: pytest.FixtureRequest, whole_desk: WholeDesk, qtbot: QtBot) -> WholeDesk:
    """The keyboard is in a box of the form."""
    kind, path = BOXES[request.param]
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.window.activateWindow()
    whole_desk.parts.session.confirm("header.priority")
    whole_desk.parts.session.confirm("header.decision_date")
    whole_desk.parts.session.undo()
    whole_desk.parts.focus.set(path)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), kind))
    return whole_desk


def silence(desk: WholeDesk) -> list[str]:
    """No action does anything but say that it was called."""
    called: list[str] = []
    for action in desk.window.actions_.all:
        action.triggered.disconnect()
        action.triggered.connect(noting(action.objectName(), called))
    return called


def noting(name: str, called: list[str]) -> Callable[[bool], None]:
    return lambda _: called.append(name)


def test_every_key_of_the_table_is_heard_while_typing(typing_desk: WholeDesk) -> None:
    called = silence(typing_desk)
    box = QApplication.focusWidget()
    unheard = [key for spec in KEYED for key in spec.keys if not heard(box, spec, key, called)]
    assert unheard == []


def test_plain_letters_are_only_letters_while_typing(typing_desk: WholeDesk) -> None:
    called = silence(typing_desk)
    box = QApplication.focusWidget()
    QTest.keyClicks(box, "hqum19")
    assert called == []
    assert "hqum19" in (box.text() if isinstance(box, QLineEdit) else box.toPlainText())


def heard(box: QWidget, spec: ActionSpec, key: str, called: list[str]) -> bool:
    called.clear()
    combination = QKeySequence(key)[0]
    QTest.keyClick(box, Qt.Key(combination.key()), combination.keyboardModifiers())
    return called == [spec.id]
