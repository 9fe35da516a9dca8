"""The map of the open letter: its parts in order, how far each is, and the key that leads there."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.desk.focus import Focus
from imr_desk.desk.session import Session
from imr_desk.letter.attention import fields_needing_attention
from imr_desk.letter.finding import Severity
from imr_desk.letter.reading import Reading
from imr_desk.ui.letter_parts import MapRow, map_rows
from imr_desk.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PAD = 10


class MapModel(QAbstractListModel):
    """The rows of the open letter, made anew whenever its record or its findings change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: tuple[MapRow, ...] = ()
        for changed in (session.letter_shown, session.field_changed, session.list_changed, session.findings_changed):
            changed.connect(self._look_again)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.UserRole:
                return row.title if role == Qt.ItemDataRole.DisplayRole else row
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.words
            case Qt.ItemDataRole.ToolTipRole if row.key:
                return self.tr("{part} (Ctrl+{key})").format(part=row.words, key=row.key)
            case _:
                return None

    def _look_again(self) -> None:
        letter = self._session.letter
        parts = letter.outcome.parts if letter and isinstance(letter.outcome, Reading) else ()
        rows = map_rows(parts, self._session.record, self._session.open_findings) if letter else ()
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows and rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))


class MapRowPainter(QStyledItemDelegate):
    """A row: the part's name, its mark, and its key, small."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 10)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, MapRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, current)
        self._paint_words(painter, option, row, current)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, current: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_tint" if current else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: MapRow, current: bool) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        rect = option.rect.adjusted(_PAD + 12 * row.level, 0, -_PAD, 0)
        digit = painter.fontMetrics().horizontalAdvance("0")
        key = QRect(rect.right() - digit, rect.top(), digit + 1, rect.height())
        mark = key.translated(-2 * digit, 0).adjusted(-digit, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        painter.drawText(key, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.key)
        painter.setPen(colour(row.mark.tone))
        painter.drawText(mark, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, row.mark.sign)
        painter.setFont(font)
        painter.setPen(colour("muted" if row.level and not current else "text"))
        words = rect.adjusted(0, 0, mark.left() - rect.right() - 4, 0)
        shown = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class LetterMap(QFrame):
    """The parts, and below them how much is left to do."""

    part_chosen = Signal(object)
    """The `MapRow` that a person went to."""

    def __init__(self, session: Session, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._session = session
        self._model = MapModel(session, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(MapRowPainter(self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Parts of the letter"))
        self.list.clicked.connect(lambda index: self.go_to(index.row()))
        self.list.activated.connect(lambda index: self.go_to(index.row()))
        self._left = QLabel()
        self._left.setProperty("role", "label")
        self._left.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._left)
        focus.focus_changed.connect(self._follow)
        for changed in (session.letter_shown, session.field_changed, session.findings_changed):
            changed.connect(self._count)
        self._count()

    def go_to(self, place: int) -> None:
        """Go to the part in this row."""
        if place < len(self._model.rows):
            self.list.setCurrentIndex(self._model.index(place))
            self.part_chosen.emit(self._model.rows[place])

    def go_to_key(self, key: str) -> None:
        """Go to the part with this key."""
        place = next((at for at, row in enumerate(self._model.rows) if row.key == key), None)
        if place is not None:
            self.go_to(place)

    def _follow(self, path: str) -> None:
        """Show the innermost part that feeds the field in focus."""
        fed = [at for at, row in enumerate(self._model.rows) if path in row.fields]
        if fed:
            self.list.setCurrentIndex(self._model.index(fed[-1]))
        else:
            self.list.clearSelection()

    def _count(self) -> None:
        look = len(fields_needing_attention(self._session.record))
        checks = sum(one.severity is not Severity.INFO for one in self._session.open_findings)
        said = [
            self.tr("To look at: {count} \N{MIDDLE DOT} Enter").format(count=look) if look else "",
            self.tr("Checks open: {count} \N{MIDDLE DOT} F8").format(count=checks) if checks else "",
        ]
        nothing = self.tr("Nothing left to look at") if self._session.letter else ""
        self._left.setText("\n".join(words for words in said if words) or nothing)
