"""Paints a hit in two lines: which letter, where in it the words stand, and how far it is; then they themselves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from imr_desk.desk.queue.model_index import Index
from imr_desk.letter.span import Span
from imr_desk.store.kept.stored import Hit, Snippet
from imr_desk.ui.look.lettering import bold, small
from imr_desk.ui.look.states import state_look
from imr_desk.ui.look.theme import colour
from imr_desk.ui.rows.row_ground import paint_edge, paint_line_below
from imr_desk.ui.rows.row_painter import RowPainter
from imr_desk.ui.search.hit_model import where_words

_PAD = 10
_GAP = 4


class HitPainter(RowPainter[Hit]):
    """Paints hits in the colours in force."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, Hit)

    @override
    def height_of(self, row: Hit, option: QStyleOptionViewItem, width: int) -> int:
        return 2 * option.fontMetrics.height() + _GAP + 2 * _PAD

    @override
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Hit, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            paint_edge(painter, option.rect)
        paint_line_below(painter, option.rect)
        _paint_hit(painter, option, row)


def _paint_hit(painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
    height = option.fontMetrics.height()
    inner = option.rect.adjusted(_PAD + 4, _PAD, -_PAD, -_PAD)
    first = QRect(inner.left(), inner.top(), inner.width(), height)
    second = first.translated(0, height + _GAP)
    name, rest = bold(option.font), small(option.font)
    look = state_look(hit.state)
    called = hit.case_number or hit.file
    beside = " \N{MIDDLE DOT} ".join(filter(None, (hit.file if hit.case_number else "", where_words(hit))))
    state = f"{look.mark} {look.words}"
    _words(painter, first, rest, look.tone, state, right=True)
    named = first.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(state) - 2 * _PAD, 0)
    _words(painter, named, name, "text", called)
    taken = painter.fontMetrics().horizontalAdvance(called) + 2 * _PAD
    _words(painter, named.adjusted(taken, 0, 0, 0), rest, "muted", beside)
    _snippet(painter, second, option.font, hit.snippet)


def _words(painter: QPainter, rect: QRect, font: QFont, tone: str, words: str, *, right: bool = False) -> None:
    painter.setFont(font)
    painter.setPen(colour(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _snippet(painter: QPainter, rect: QRect, font: QFont, snippet: Snippet) -> None:
    """One line with the words that were searched for strong and on a tint, as many whole words as fit."""
    layout = QTextLayout(snippet.text, font)
    layout.setTextOption(_WHOLE_WORDS)
    layout.setFormats(strong(snippet))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width() - painter.fontMetrics().horizontalAdvance(_MORE))
    layout.endLayout()
    painter.setFont(font)
    painter.setPen(colour("text"))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
    if line.textLength() < _units(snippet.text):
        rest = rect.adjusted(round(line.naturalTextWidth()), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _MORE)


def strong(snippet: Snippet) -> list[QTextLayout.FormatRange]:
    """What makes the words stand out that were searched for."""
    shown = QTextCharFormat()
    shown.setFontWeight(QFont.Weight.Bold)
    shown.setForeground(colour("look"))
    shown.setBackground(colour("look_tint"))
    return [_range(snippet.text, mark, shown) for mark in snippet.marked]


def _range(text: str, span: Span, shown: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = _units(text[: span.start]), _units(span.of(text)), shown
    return marked


def _units(words: str) -> int:
    """How many units the words have for Qt, which counts some characters, such as emoji, as two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


_MORE = " \N{HORIZONTAL ELLIPSIS}"
_WHOLE_WORDS = QTextOption()
_WHOLE_WORDS.setWrapMode(QTextOption.WrapMode.WordWrap)
