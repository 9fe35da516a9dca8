"""Hands at an import: files dropped onto the window, the import paused and stopped, its report read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from imr_desk.app.composition import Desk
from imr_desk.app.demo.hands import Hands, Stuck, wait_for


class AtImport:
    """What a clerk does to get letters in, beside choosing files."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._window = desk.window
        self._importer = desk.parts.importer
        self._hands = hands

    def drop(self, *paths: Path) -> None:
        """Drop files and folders onto the window, and wait until all letters of them are in."""
        finished: list[object] = []
        self._window.importing.done.connect(finished.append)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entering = QDragEnterEvent(QPoint(100, 100), *held)
        QApplication.sendEvent(self._window, entering)
        if not entering.isAccepted():
            raise Stuck("the window does not take what is dragged over it")
        QApplication.sendEvent(self._window, QDropEvent(QPointF(100, 100), *held))
        wait_for("the end of the import", lambda: bool(finished))

    def pause(self) -> None:
        """Have the import wait."""
        self._press("Pause")
        wait_for("the pause", lambda: self._importer.pace.paused)

    def give_password(self) -> None:
        """Wait until a letter needs a password, and give that of the answers."""
        wait_for("a letter that needs a password", lambda: self._importer.reading.locked is not None)
        self._press("Give password\N{HORIZONTAL ELLIPSIS}")

    def stop(self) -> None:
        """End the import before its end."""
        self._press("Stop")
        wait_for("the import to end", lambda: not self._importer.running)

    def report(self) -> tuple[str, ...]:
        """Open the report, read what became of each file, and close it again."""
        self._hands.press("Ctrl+I")
        report = self._window.importing.report_window
        wait_for("the report", report.isVisible)
        (table,) = report.findChildren(QTableView)
        lines = tuple(str(table.model().index(row, 1).data()) for row in range(table.model().rowCount()))
        report.close()
        return lines

    def _press(self, words: str) -> None:
        (button,) = [one for one in self._window.import_strip.findChildren(QPushButton) if one.text() == words]
        self._hands.click(button)
