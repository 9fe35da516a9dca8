"""Dialogs as a person meets them: a reason, the palette, the key map, the report of an import."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTableView, QTreeWidget
from pytestqt.qtbot import QtBot

from imr_desk.desk.coming_in.import_report import AlreadyThere, ImportReport, LeftOut, WentIn
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.ui.dialogs.import_report import ImportReportWindow
from imr_desk.ui.dialogs.palette import Palette
from imr_desk.ui.dialogs.reason_dialog import ReasonDialog
from imr_desk.ui.keyboard.key_map import KeyMapWindow
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.remembered import Remembered

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""The offscreen platform says so of every dialog that it shows."""


def test_a_reason_is_needed(qtbot: QtBot) -> None:
    dialog = ReasonDialog("Postpone", "Why?")
    qtbot.addWidget(dialog)
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    QTest.keyClicks(dialog.findChild(QLineEdit), "  because  ")
    assert ok.isEnabled()
    assert dialog.reason == "because"


def test_a_usual_reason_is_one_click(qtbot: QtBot) -> None:
    dialog = ReasonDialog("Postpone", "Why?", ("Pages missing",))
    qtbot.addWidget(dialog)
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("Pages missing"))
    with qtbot.waitSignal(dialog.accepted):
        button.click()
    assert dialog.reason == "Pages missing"


def test_a_usual_reason_is_one_key(qtbot: QtBot) -> None:
    dialog = ReasonDialog("Postpone", "Why?", ("Pages missing", "Hard to read"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keySequence(dialog, QKeySequence("Alt+2"))
    assert dialog.reason == "Hard to read"


def test_the_palette_narrows_down_and_enter_does_it(qtbot: QtBot) -> None:
    done: list[str] = []
    actions = [QAction("&Verify and next"), QAction("&Postpone..."), QAction("Off")]
    for action in actions:
        action.triggered.connect(lambda _=False, action=action: done.append(action.text()))
    actions[2].setEnabled(False)
    palette = Palette(actions)
    qtbot.addWidget(palette)
    palette.show()
    words, listed = palette.findChild(QLineEdit), palette.findChild(QTreeWidget)
    assert listed.topLevelItemCount() == 2
    QTest.keyClick(words, Qt.Key.Key_Down)
    assert listed.currentIndex().row() == 1
    QTest.keyClicks(words, "next ver")
    assert listed.topLevelItemCount() == 1
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert done == ["&Verify and next"]


def test_the_palette_says_so_where_nothing_is_called_so(qtbot: QtBot) -> None:
    palette = Palette([QAction("&Postpone...")])
    qtbot.addWidget(palette)
    palette.show()
    listed, words = palette.findChild(QTreeWidget), palette.findChild(QLineEdit)
    QTest.keyClicks(words, "launch")
    assert not listed.isVisible()
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_key_map_opens(qtbot: QtBot, tmp_path: Path) -> None:
    window = KeyMapWindow(Keys(Remembered(tmp_path / "window.json")))
    qtbot.addWidget(window)
    window.show()
    assert window.isVisible()


def test_a_line_of_the_report_leads_to_its_letter(qtbot: QtBot) -> None:
    window = ImportReportWindow()
    qtbot.addWidget(window)
    window.show_report(ImportReport((WentIn("a.pdf", 1), AlreadyThere("b.pdf", 7, "<b>a.pdf</b>"))))
    table = window.findChild(QTableView)
    with qtbot.waitSignal(window.letter_requested) as asked:
        table.activated.emit(table.model().index(0, 0))
    assert asked.args == [7]
    assert "<b>" not in str(table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)).removeprefix("<qt>")


def test_a_long_report_begins_with_what_needs_a_person(qtbot: QtBot) -> None:
    window = ImportReportWindow()
    qtbot.addWidget(window)
    went = [WentIn(f"{number}.pdf", number) for number in range(500)]
    empty = LeftOut(Failure("empty.pdf", FailureKind.EMPTY_FILE, "It is empty."))
    window.show_report(ImportReport((*went, empty)))
    table = window.findChild(QTableView)
    assert [table.model().index(row, 0).data() for row in range(2)] == ["empty.pdf", "0.pdf"]
    assert table.model().rowCount() == 501


def test_without_an_import_the_report_says_so(qtbot: QtBot) -> None:
    window = ImportReportWindow()
    qtbot.addWidget(window)
    window.show_report(ImportReport())
    assert "Nothing was imported" in window.findChild(QLabel).text()


def test_what_became_of_a_file_is_seen_beside_the_longest_name(qtbot: QtBot) -> None:
    window = ImportReportWindow()
    qtbot.addWidget(window)
    window.show()
    window.show_report(ImportReport((WentIn("x" * 180 + ".pdf", 1),)))
    table = window.findChild(QTableView)
    assert table.columnViewportPosition(1) < table.viewport().width() / 2


def test_a_report_that_grows_stays_where_it_is_read(qtbot: QtBot) -> None:
    window = ImportReportWindow()
    qtbot.addWidget(window)
    went = tuple(WentIn(f"{number}.pdf", number) for number in range(300))
    window.show_report(ImportReport(went))
    window.show()
    table = window.findChild(QTableView)
    table.setCurrentIndex(table.model().index(200, 0))
    scrolled = table.verticalScrollBar().value()
    window.show_report(ImportReport((*went, WentIn("more.pdf", 300))))
    assert (table.currentIndex().row(), table.verticalScrollBar().value()) == (200, scrolled)
