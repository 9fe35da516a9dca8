"""Paints a letter's row: one cell of the wide table, or two lines where there is room for one column only."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from imr_desk.desk.queue.model_index import Index
from imr_desk.desk.queue.queue_model import COLUMNS, QueueRole
from imr_desk.desk.queue.urgency import marked
from imr_desk.letter.review import LetterState
from imr_desk.store.kept.stored import QueueRow, Verdict
from imr_desk.store.queue.query import Order
from imr_desk.ui.dialogs.wording import failure_title
from imr_desk.ui.look.lettering import bold, small
from imr_desk.ui.look.states import state_look
from imr_desk.ui.look.theme import colour
from imr_desk.ui.rows.row_ground import paint_edge, paint_ground, paint_line_below

Run = tuple[QFont, str, QColor]
_PAD = 8
_GAP = 4


class CellPainter(QStyledItemDelegate):
    """Cells of the wide table: the state with its mark and colour, all else as the model says it."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row = index.data(QueueRole.ROW)
        if isinstance(row, QueueRow) and COLUMNS[index.column()].order is Order.STATE:
            look = state_look(row.state)
            words = failure_title(row.failure) if row.failure else look.words
            said = (f"{look.mark}  {words}", verdict_words(row.verdict))
            option.text = " \N{MIDDLE DOT} ".join(filter(None, said))
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, colour(look.tone))


class TwoLinePainter(QStyledItemDelegate):
    """A letter in two lines: its case number and state, then its date, items and what needs a look."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.open_letter: int | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + _GAP + 2 * _PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(QueueRole.ROW)
        painter.save()
        paint_ground(painter, option)
        if isinstance(row, QueueRow) and row.id == self.open_letter:
            paint_edge(painter, option.rect)
        paint_line_below(painter, option.rect)
        if isinstance(row, QueueRow):
            _paint_lines(painter, option, row)
        painter.restore()


def _paint_lines(painter: QPainter, option: QStyleOptionViewItem, row: QueueRow) -> None:
    look = state_look(row.state)
    height = option.fontMetrics.height()
    inner = option.rect.adjusted(_PAD + 4, _PAD, -_PAD, -_PAD)
    first = QRect(inner.left(), inner.top(), inner.width(), height)
    second = first.translated(0, height + _GAP)
    name, rest = bold(option.font), small(option.font)
    todo, tone = todo_words(row)
    case = (name, row.case_number or row.file, colour("text"))
    same = (rest, same_words(row), colour("muted"))
    _line(painter, first, (rest, state_words(row, option.font, first.width()), colour(look.tone)), case, same)
    _line(painter, second, (rest, todo, colour(tone)), (rest, about(row), colour("muted")))


def _line(painter: QPainter, rect: QRect, right: Run, *left: Run) -> None:
    """Runs of words on a line; the right one stands whole, those on the left give way, the last one first."""
    font, words, tone = right
    painter.setFont(font)
    painter.setPen(tone)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    room = rect.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(words) - (_PAD if words else 0), 0)
    for font, words, tone in left:
        painter.setFont(font)
        painter.setPen(tone)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(shown) + _PAD)


def state_words(row: QueueRow, font: QFont, room: int) -> str:
    """The state as it stands beside the case number; its mark alone where the words would cut *same case* off."""
    look = state_look(row.state)
    words = f"{look.mark} {failure_title(row.failure) if row.failure else look.words}"
    beside = (bold(font), row.case_number or row.file), (small(font), same_words(row)), (small(font), words)
    wide = sum(QFontMetrics(one).horizontalAdvance(said) + _PAD for one, said in beside)
    return words if not row.same_case or wide <= room else look.mark


def narrowest(font: QFont) -> int:
    """The width, in pixels, in which a case number is whole beside a state, and a scroll bar has room."""
    looks = (state_look(state) for state in (LetterState.TO_REVIEW, LetterState.IN_REVIEW))
    state = max(QFontMetrics(small(font)).horizontalAdvance(f"{look.mark} {look.words}") for look in looks)
    return QFontMetrics(bold(font)).horizontalAdvance("CM00-0000000") + state + 6 * _PAD + 12


def about(row: QueueRow) -> str:
    """What the second line says of a letter."""
    items = _tr("1 item") if row.items == 1 else _tr("{count} items").format(count=row.items)
    said = [
        verdict_words(row.verdict),
        marked(row.priority),
        row.assignee,
        row.decision_date,
        items if row.items else "",
    ]
    return " \N{MIDDLE DOT} ".join(part for part in said if part) or row.file


def same_words(row: QueueRow) -> str:
    """Whether another letter has its case number."""
    return _tr("same case") if row.same_case else ""


def verdict_words(verdict: Verdict | None) -> str:
    """What the second look at a letter of the sample found."""
    words = {Verdict.RIGHT: _tr("\N{CHECK MARK} checked"), Verdict.WRONG: _tr("! error found")}
    return words.get(verdict or Verdict.NONE, "")


def todo_words(row: QueueRow) -> tuple[str, str]:
    """What is still to be done to a letter, and the token to write it in."""
    if row.open_errors:
        one = row.open_errors == 1
        return (_tr("! 1 error") if one else _tr("! {count} errors").format(count=row.open_errors)), "error"
    if row.attention:
        return _tr("? {count} to look at").format(count=row.attention), "look"
    return "", "muted"


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)
