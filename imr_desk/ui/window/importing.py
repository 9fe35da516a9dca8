"""The person's side of an import: what to take, which password, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from imr_desk.desk.coming_in.import_report import ImportLine, ImportReport, KeptUnread, WentIn
from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.sitting.session import Session
from imr_desk.intake.request import Pdf
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.import_report import ImportReportWindow

FOLLOW_EVERY = 500
"""Milliseconds between two looks of the open report at an import that goes on."""


class Importing(QObject):
    """Starts imports, answers for passwords, and opens the first letter where the desk was empty."""

    done = Signal(object)
    """The `ImportReport`."""

    def __init__(
        self,
        importer: Importer,
        session: Session,
        asking: Asking,
        samples: Callable[[], Iterator[Pdf]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._importer = importer
        self._session = session
        self._asking = asking
        self._samples = samples
        self._open_first = False
        self._answered_for = ""
        self.report_window = ImportReportWindow(window)
        self.report_window.letter_requested.connect(session.show)
        importer.settled.connect(self._on_settled)
        importer.reading.password_wanted.connect(self._ask_again, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOW_EVERY)
        self._soon.timeout.connect(self._follow)
        importer.progress_changed.connect(self._follow_soon)
        importer.finished.connect(self._finish)

    def files(self) -> None:
        """Let the person choose files."""
        self.take(self._asking.choose_files())

    def folder(self) -> None:
        """Let the person choose a folder."""
        folder = self._asking.choose_folder()
        self.take([folder] if folder else [])

    def samples(self) -> None:
        """Bring in the sample letters."""
        self._open_first = self._session.letter is None
        self._importer.take(self._samples())

    def take(self, paths: Sequence[Path]) -> None:
        """Import these; the first of them is opened where no letter is."""
        if paths:
            self._open_first = self._session.letter is None
            self._importer.start(paths)

    def give_passwords(self) -> None:
        """Ask for the password of each letter that waits for one by now."""
        while (locked := self._importer.reading.locked) is not None:
            self._answered_for = locked.file
            self._importer.reading.give_password(self._asking.ask_password(locked.file, locked.again))

    def _ask_again(self) -> None:
        """Who has given a letter the wrong password waits for it, and is not in the midst of other work."""
        locked = self._importer.reading.locked
        if locked is not None and locked.again and locked.file == self._answered_for:
            self.give_passwords()

    def show_report(self) -> None:
        """Show what became of the last import, or of the running one so far."""
        self.report_window.show_report(self._importer.report)
        self.report_window.show()
        self.report_window.raise_()

    def _follow_soon(self) -> None:
        if self.report_window.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _follow(self) -> None:
        if self.report_window.isVisible():
            self.report_window.show_report(self._importer.report)

    def _on_settled(self, line: ImportLine) -> None:
        """A letter that was opened before it was read, is shown as it is now."""
        letter = self._session.letter
        if letter is not None and isinstance(line, WentIn | KeptUnread) and line.letter_id == letter.id:
            self._session.show(letter.id)
        self._open_one()

    def _open_one(self) -> None:
        if self._open_first and (first := self._importer.report.first) is not None:
            self._open_first = False
            self._session.show(first)

    def _finish(self, report: ImportReport) -> None:
        self._open_one()
        self._follow()
        self.done.emit(report)


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders that are being dropped."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
