"""Paints a row of the history: a dot on its line, what was done, where or when, and what that changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from typing_extensions import override

from imr_desk.desk.queue.model_index import Index
from imr_desk.ui.history.rows import HistoryRow, Tense
from imr_desk.ui.look.lettering import small
from imr_desk.ui.look.theme import colour
from imr_desk.ui.rows.row_painter import RowPainter

_PAD = 8
_DOT = 4.0
_GUTTER = 24
_MOST_LINES = 3


class HistoryPainter(RowPainter[HistoryRow]):
    """The present row has a full dot and says so, those taken back say that."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, HistoryRow)

    @override
    def height_of(self, row: HistoryRow, option: QStyleOptionViewItem, width: int) -> int:
        font = small(option.font)
        lines = broken(row.details, font, width - _GUTTER - 2 * _PAD)
        return option.fontMetrics.height() + len(lines) * QFontMetrics(font).lineSpacing() + 2 * _PAD

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: HistoryRow, index: Index) -> None:
        last = index.row() == index.model().rowCount() - 1
        _paint_dot(painter, option, row.tense, first=index.row() == 0, last=last)
        _paint_words(painter, option, row)


def _paint_dot(painter: QPainter, option: QStyleOptionViewItem, tense: Tense, *, first: bool, last: bool) -> None:
    """A full dot is here, a hollow one taken back; the line runs from the first row to the last."""
    x, y = option.rect.left() + _GUTTER / 2, option.rect.top() + _PAD + option.fontMetrics.height() / 2
    painter.setPen(QPen(colour("edge"), 1))
    painter.drawLine(QPointF(x, y if first else option.rect.top()), QPointF(x, y if last else option.rect.bottom() + 1))
    here = tense is Tense.PRESENT
    painter.setPen(QPen(colour("accent") if here else colour("muted"), 1.5))
    painter.setBrush(colour("panel") if tense is Tense.UNDONE else colour("accent" if here else "muted"))
    size = _DOT + 1 if here else _DOT - 1
    painter.drawEllipse(QPointF(x, y), size, size)


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, row: HistoryRow) -> None:
    metrics = option.fontMetrics
    inner = option.rect.adjusted(_GUTTER, _PAD, -_PAD, -_PAD)
    line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
    beside = " \N{MIDDLE DOT} ".join(words for words in (_standing(row.tense), row.beside) if words)
    painter.setFont(small(option.font))
    painter.setPen(colour("accent") if row.tense is Tense.PRESENT else colour("muted"))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, beside)
    taken = painter.fontMetrics().horizontalAdvance(beside) + 2 * _PAD
    title = QFont(option.font)
    title.setWeight(QFont.Weight.DemiBold if row.tense is Tense.PRESENT else QFont.Weight.Normal)
    title.setStrikeOut(row.tense is Tense.UNDONE)
    painter.setFont(title)
    painter.setPen(colour("muted") if row.tense is Tense.UNDONE else colour("text"))
    shown = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, max(0, line.width() - taken))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    _paint_details(painter, option, row.details, inner.adjusted(0, metrics.height(), 0, 0))


def _paint_details(painter: QPainter, option: QStyleOptionViewItem, details: str, room: QRect) -> None:
    font = small(option.font)
    painter.setFont(font)
    painter.setPen(colour("muted"))
    lines = broken(details, font, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), "\n".join(lines))


def broken(words: str, font: QFont, width: int) -> list[str]:
    """The words broken into lines, of which there are a few at most; what goes beyond is said by an ellipsis."""
    layout, starts = QTextLayout(words, font), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(words)]
    lines = [words[start:end].rstrip() for start, end in zip(starts, ends, strict=True) if end > start][:_MOST_LINES]
    if len(starts) > _MOST_LINES:
        rest = words[starts[_MOST_LINES - 1] :]
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


def _standing(tense: Tense) -> str:
    return {Tense.PRESENT: _tr("you are here"), Tense.UNDONE: _tr("taken back")}.get(tense, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
