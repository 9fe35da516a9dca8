"""An item in two lines: number and request, then decision, category and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from imr_desk.ui.form.field.glyph_button import Glyph, paint_glyph
from imr_desk.ui.form.field.mark import Shape
from imr_desk.ui.form.field.mark_shapes import paint_mark
from imr_desk.ui.form.items.item_summary import ItemSummary
from imr_desk.ui.look.lettering import bold, shortened, small
from imr_desk.ui.look.theme import colour

_PAD = 8
_APART = 16
"""Pixels from one piece of the second line to the next."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of the second line, their token, and the shape before them, if any."""

    words: str
    token: str
    shape: Shape | None = None


def _wide(piece: _Piece, metrics: QFontMetricsF, side: float) -> float:
    """What a piece takes of the line; where there is too little room, what is muted gives way."""
    return metrics.horizontalAdvance(piece.words) + (side + 4 if piece.shape else 0) + _APART


class ItemRow(QAbstractButton):
    """The head of an item; pressed, it opens or closes the item below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: ItemSummary | None = None
        self._pieces: tuple[_Piece, ...] = ()
        """The second line."""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._say_enter)
        self._say_enter(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _say_enter(self, is_open: bool) -> None:
        """What Enter does here, for the line below the work."""
        self.setProperty("hint", self.tr("Enter: close the item") if is_open else self.tr("Enter: open the item"))

    @property
    def summary(self) -> ItemSummary | None:
        return self._summary

    def show_summary(self, summary: ItemSummary) -> None:
        """Show an item."""
        if summary == self._summary:
            return
        self._summary = summary
        self._pieces = tuple(self._second_line(summary))
        words = [self.tr("Item {number}").format(number=summary.number), summary.request]
        self.setText(", ".join([*words, *(piece.words for piece in self._pieces)]))
        self.setToolTip(summary.request)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = QFontMetricsF(bold(self.font())).height() + QFontMetricsF(small(self.font())).height()
        return QSize(240, round(height) + 2 * _PAD + 2)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain_enter(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_plain_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._summary is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        top = QFontMetricsF(bold(self.font()))
        side = top.height()
        painter.setPen(colour("muted"))
        paint_glyph(painter, Glyph.DOWN if self.isChecked() else Glyph.RIGHT, QRectF(4, _PAD, side, side))
        left = 4 + side + 4
        self._paint_request(painter, QRectF(left, _PAD, self.width() - left - _PAD, side))
        left += top.horizontalAdvance("00 ")
        self._paint_pieces(painter, left, _PAD + side + 2)

    def _paint_ground(self, painter: QPainter) -> None:
        open_or_near = "accent_tint" if self.isChecked() else "hover" if self.underMouse() else "panel"
        pen = QPen(colour("accent"), 2) if self.hasFocus() else QPen(colour("line"), 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(colour(open_or_near))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_request(self, painter: QPainter, box: QRectF) -> None:
        assert self._summary is not None
        painter.setFont(bold(self.font()))
        metrics = QFontMetricsF(painter.font())
        number = metrics.horizontalAdvance("00 ")
        painter.setPen(colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(self._summary.number))
        request = shortened(self._summary.request or self.tr("no request found"), box.width() - number, metrics)
        painter.drawText(box.adjusted(number, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, request)

    def _paint_pieces(self, painter: QPainter, left: float, top: float) -> None:
        painter.setFont(small(self.font()))
        metrics = QFontMetricsF(painter.font())
        side = metrics.capHeight() * 1.35
        spare = self.width() - 2 * _PAD - left - sum(_wide(piece, metrics, side) for piece in self._pieces)
        for piece in self._pieces:
            ink = colour(piece.token)
            if piece.shape is not None:
                box = QRectF(left, top + (metrics.height() - side) / 2, side, side)
                paint_mark(painter, piece.shape, box, ink, self._paper())
                left += side + 4
            painter.setPen(ink)
            words = piece.words
            if piece.token == "muted" and spare < 0:
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.horizontalAdvance(words) + spare)
            width = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(left, top, width + 1, metrics.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + _APART

    def _paper(self) -> QColor:
        return colour("accent_tint" if self.isChecked() else "panel")

    def _second_line(self, summary: ItemSummary) -> Iterator[_Piece]:
        yield _Piece(summary.decision or self.tr("no decision"), "text" if summary.decision else "look")
        if summary.category:
            yield _Piece(summary.category, "muted")
        if summary.open_errors:
            yield _Piece(_counted(summary.open_errors, self.tr("error"), self.tr("errors")), "error", Shape.DIAMOND)
        if others := summary.open_checks - summary.open_errors:
            yield _Piece(_counted(others, self.tr("check"), self.tr("checks")), "look", Shape.DIAMOND)
        if summary.to_look_at:
            yield _Piece(self.tr("{count} to look at").format(count=summary.to_look_at), "look", Shape.DIAMOND)
        elif summary.progress.complete:
            yield _Piece(self.tr("confirmed"), "confirmed", Shape.DISC_TICK)


def _is_plain_enter(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
