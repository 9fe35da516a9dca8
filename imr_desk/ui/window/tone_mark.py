"""The sign in front of a message: a disc in the colour of how grave it is, and a character on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from imr_desk.ui.look.lettering import small
from imr_desk.ui.look.theme import colour


class ToneMark(QWidget):
    """As high as a line of text; no focus and nothing to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ""
        self._token = "accent"

    def show_sign(self, sign: str, token: str) -> None:
        """Show a character on a disc of the token's colour."""
        self._sign, self._token = sign, token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 2
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.sizeHint().width()
        disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        font = small(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._token))
        painter.drawEllipse(disc)
        painter.setFont(font)
        painter.setPen(colour("panel"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._sign)
