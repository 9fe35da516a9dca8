"""The change to many letters that is being made: how far it is, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QWidget

from imr_desk.desk.keeping.bulk import Bulk
from imr_desk.ui.strip import Strip

SOON = 300
"""Milliseconds after which it is worth telling of: most such changes are made by then."""


class BulkStrip(Strip):
    """Seen only while a change to many letters takes its time."""

    def __init__(self, bulk: Bulk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulk = bulk
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._show)
        self._stop = self.add_button(self.tr("Stop"), self._ask_to_stop)
        bulk.progressed.connect(self._follow)

    def _follow(self) -> None:
        bulk = self._bulk
        if not bulk.running:
            self._soon.stop()
            self.hide()
        elif self.isHidden() and not self._soon.isActive():
            self._soon.start()
        said = self.tr("{step}: {done} of {of}")
        step, number = bulk.title[:1].upper() + bulk.title[1:], QLocale().toString
        self.tell(said.format(step=step, done=number(bulk.done), of=number(bulk.of)), bulk.done, bulk.of)

    def _show(self) -> None:
        self._stop.setEnabled(True)
        self.setVisible(self._bulk.running)

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self._bulk.stop()
