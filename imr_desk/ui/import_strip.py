"""The import that is running: how far it is, pause and stop."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from imr_desk.desk.importer import Importer, ScannedPage
from imr_desk.ui.strip import Strip


class ImportStrip(Strip):
    """Seen only while an import runs."""

    report_requested = Signal()

    def __init__(self, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importer = importer
        self.add_button(self.tr("Details"), self.report_requested.emit)
        self._pause = self.add_button("", lambda: importer.pause(not importer.paused))
        self.add_button(self.tr("Stop"), importer.cancel)
        importer.progress_changed.connect(self._follow)
        importer.finished.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        importer = self._importer
        self.setVisible(importer.running)
        self._pause.setText(self.tr("Go on") if importer.paused else self.tr("Pause"))
        done = (
            self.tr("Paused. Letters done: {count}") if importer.paused else self.tr("Importing. Letters done: {count}")
        )
        count = QLocale().toString(importer.done)
        self.tell(f"{done.format(count=count)}{self._scan(importer.scanned_page)}", of=int(importer.paused))

    def _scan(self, scan: ScannedPage | None) -> str:
        if scan is None:
            return ""
        words = self.tr(" · Recognising page {page} of {pages} of {file}")
        return words.format(page=scan.page, pages=scan.pages, file=scan.file)
