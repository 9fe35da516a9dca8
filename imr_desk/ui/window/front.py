"""What stands on the screen while the desk is put together: its window's frame, in its place, saying what is opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget
from typing_extensions import override

from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.window.window_memory import take_place


class Front(QMainWindow):
    """Loads next to nothing, so that it is there at once; it goes when the desk's window has been painted over it."""

    def __init__(self, remembered: Remembered) -> None:
        super().__init__()
        self._words = plain_label()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(self._words)
        take_place(self, remembered)

    def show_opening(self, store: str) -> None:
        """Say which store is being opened."""
        self.setWindowTitle(store)
        self._words.setText(self.tr("Opening {store}\N{HORIZONTAL ELLIPSIS}").format(store=store))
        self.show()

    def tell_failure(self, error: BaseException) -> None:
        """Say that there will be no desk."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("IMR Desk cannot start"))
        why = self.tr(
            "A part of the program is missing or broken ({error}). Your stores were not touched; install it again."
        )
        box.setInformativeText(why.format(error=error))
        box.exec()

    def make_way(self, window: QWidget) -> None:
        """Have this window stand exactly here, and go as soon as it can be seen."""
        window.setGeometry(self.normalGeometry())
        window.setWindowState(self.windowState() & ~Qt.WindowState.WindowActive)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.deleteLater()
        return False
