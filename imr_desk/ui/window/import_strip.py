"""The import that is running: how far it is, pause and stop."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.coming_in.reading_in import ScannedPage
from imr_desk.ui.strip import Strip


class ImportStrip(Strip):
    """Seen only while an import runs."""

    report_requested = Signal()
    passwords_offered = Signal()
    """The person is ready to give passwords; nobody is asked for them in the midst of the work."""

    def __init__(self, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importer = importer
        self._password = self.add_button(self.tr("Give password\N{HORIZONTAL ELLIPSIS}"), self.passwords_offered.emit)
        self.add_button(self.tr("Details"), self.report_requested.emit)
        self._pause = self.add_button("", lambda: importer.pace.pause(not importer.pace.paused))
        self.add_button(self.tr("Stop"), importer.cancel)
        importer.progress_changed.connect(self._follow)
        importer.finished.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        importer = self._importer
        self.setVisible(importer.running)
        self._pause.setText(self.tr("Go on") if importer.pace.paused else self.tr("Pause"))
        said = (self._far(importer.done, importer.awaited), self._locked(), self._scan(importer.reading.scanned_page))
        words = " \N{MIDDLE DOT} ".join(filter(None, said))
        self.tell(words, importer.done, max(importer.awaited, int(importer.pace.paused)))

    def _far(self, done: int, awaited: int) -> str:
        """How far the import is."""
        doing = self.tr("Paused.") if self._importer.pace.paused else self.tr("Importing.")
        counted = self.tr("Letters done: {done} of {awaited}") if awaited else self.tr("Letters done: {done}")
        number = QLocale().toString
        return f"{doing} {counted.format(done=number(done), awaited=number(awaited))}"

    def _locked(self) -> str:
        locked = self._importer.reading.locked
        self._password.setVisible(locked is not None)
        if locked is None:
            return ""
        words = self.tr("That password does not open {file}") if locked.again else self.tr("{file} needs a password")
        return words.format(file=locked.file)

    def _scan(self, scan: ScannedPage | None) -> str:
        if scan is None:
            return ""
        words = self.tr("Recognising page {page} of {pages} of {file}")
        return words.format(page=scan.page, pages=scan.pages, file=scan.file)
