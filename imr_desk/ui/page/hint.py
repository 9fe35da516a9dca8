"""A line at the foot of the pages that says what the next key will do, or why nothing happened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

_FOR = 4000
"""Milliseconds that a passing hint stays."""
_AIR = 12
_WIDEST = 640
"""Pixels around and across the words."""


class Hint(QLabel):
    """Lies over the lower edge of a widget while there is something to say."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "panel")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_FOR)
        self._passing.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str, passing: bool = False) -> None:
        """Show these words, until other ones come or, where they are passing, for a while; hide for none."""
        self._passing.stop()
        self.setText(words)
        self.setVisible(bool(words))
        self._settle()
        if words and passing:
            self._passing.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        room = self._over.rect()
        most = QRect(0, 0, min(room.width() - 4 * _AIR, _WIDEST), room.height())
        words = self.fontMetrics().boundingRect(most, Qt.TextFlag.TextWordWrap, self.text())
        box = words.marginsAdded(QMargins(_AIR, _AIR, _AIR, _AIR))
        box.moveCenter(room.center())
        box.moveBottom(room.bottom() - _AIR)
        self.setGeometry(box)
