"""Paints a highlight: a bar in its label's colour, the label's name and page, its words, its memo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from typing_extensions import override

from imr_desk.desk.queue.model_index import Index
from imr_desk.ui.highlights.highlight_model import HighlightRow
from imr_desk.ui.look.lettering import bold, small
from imr_desk.ui.look.theme import colour
from imr_desk.ui.rows.row_ground import paint_line_below
from imr_desk.ui.rows.row_painter import RowPainter

_PAD = 8
_BAR = 4
_WORD_LINES = 3


class HighlightPainter(RowPainter[HighlightRow]):
    """Words take up to a few lines; a suggestion's bar is hollow."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, HighlightRow)

    @override
    def height_of(self, row: HighlightRow, option: QStyleOptionViewItem, width: int) -> int:
        line = option.fontMetrics.height()
        words = _words_height(option.fontMetrics, row.words, width - 4 * _PAD)
        return line + words + (line if row.highlight.memo else 0) + 2 * _PAD + 4

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: HighlightRow, index: Index) -> None:
        _paint_bar(painter, option.rect, row)
        _paint_texts(painter, option, row)
        paint_line_below(painter, option.rect)


def _paint_bar(painter: QPainter, rect: QRect, row: HighlightRow) -> None:
    tint = QColor(row.label.colour)
    bar = QRectF(rect.left() + _PAD, rect.top() + _PAD + 0.5, _BAR, rect.height() - 2 * _PAD - 1)
    painter.setPen(QPen(tint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if row.suggested else tint)
    painter.drawRoundedRect(bar, 2, 2)


def _paint_texts(painter: QPainter, option: QStyleOptionViewItem, row: HighlightRow) -> None:
    metrics = option.fontMetrics
    inner = option.rect.adjusted(2 * _PAD + _BAR, _PAD, -_PAD, -_PAD)
    line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
    painter.setFont(small(option.font))
    painter.setPen(colour("muted"))
    page = _tr("suggested \N{MIDDLE DOT} p {page}") if row.suggested else _tr("p {page}")
    page = page.format(page=row.page)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, page)
    painter.setFont(bold(option.font))
    painter.setPen(colour("text"))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.label.name)
    height = _words_height(metrics, row.words, inner.width())
    words = QRect(inner.left(), line.bottom() + 4, inner.width(), height)
    painter.setFont(option.font)
    shown = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, inner.width() * _WORD_LINES - 2 * _PAD)
    painter.drawText(words, int(Qt.TextFlag.TextWordWrap), shown)
    painter.setFont(small(option.font))
    painter.setPen(colour("muted"))
    memo = QRect(inner.left(), words.bottom() + 1, inner.width(), metrics.height())
    said = metrics.elidedText(row.highlight.memo, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(memo, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("highlights", text)


def _words_height(metrics: QFontMetrics, words: str, width: int) -> int:
    """Painted lines may be a pixel higher than the font's own spacing says: a line is measured as it is painted."""
    room = QRect(0, 0, max(40, width), 4000)
    whole, line = (metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), one) for one in (words, "x"))
    return min(whole.height(), _WORD_LINES * line.height())
