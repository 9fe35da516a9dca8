"""The import that is running: how far it is, pause and stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from imr_desk.desk.importer import Importer, ScannedPage
from imr_desk.ui.arrows_stay import ArrowsStay


class ImportStrip(QFrame):
    """Seen only while an import runs."""

    report_requested = Signal()

    def __init__(self, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._importer = importer
        self._said = QLabel()
        self._said.setProperty("role", "muted")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(160)
        self._pause = QPushButton()
        self._pause.setProperty("role", "quiet")
        self._pause.clicked.connect(lambda: importer.pause(not importer.paused))
        stop = QPushButton(self.tr("Stop"))
        stop.setProperty("role", "quiet")
        stop.clicked.connect(importer.cancel)
        details = QPushButton(self.tr("Details"))
        details.setProperty("role", "quiet")
        details.clicked.connect(self.report_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 4)
        layout.addWidget(self._busy)
        layout.addWidget(self._said, 1)
        for button in (details, self._pause, stop):
            layout.addWidget(button)
        ArrowsStay(self)
        importer.progress_changed.connect(self._follow)
        importer.finished.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        importer = self._importer
        self.setVisible(importer.running)
        self._busy.setRange(0, 1 if importer.paused else 0)
        self._pause.setText(self.tr("Go on") if importer.paused else self.tr("Pause"))
        done = (
            self.tr("Paused. Letters done: {count}") if importer.paused else self.tr("Importing. Letters done: {count}")
        )
        self._said.setText(f"{done.format(count=importer.done)}{self._scan(importer.scanned_page)}")

    def _scan(self, scan: ScannedPage | None) -> str:
        if scan is None:
            return ""
        words = self.tr(" · Recognising page {page} of {pages} of {file}")
        return words.format(page=scan.page, pages=scan.pages, file=scan.file)
