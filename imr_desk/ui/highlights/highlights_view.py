"""The highlights of the open letter: go to one, give it another label or a memo, take it away, accept a suggestion."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import Highlight, LabelSet
from imr_desk.store.labels import EVIDENCE
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.highlights.highlight_model import HighlightModel, HighlightRow, pending_suggestions
from imr_desk.ui.highlights.highlight_painter import HighlightPainter


class HighlightList(QListView):
    """The list: Enter goes there, Delete takes it away."""

    remove_requested = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)


class HighlightsView(QFrame):
    """List, and what can be done with the chosen highlight."""

    place_requested = Signal(object)
    """Show this `Span` on the page."""

    def __init__(self, session: Session, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self.model = HighlightModel(session, EVIDENCE, self)
        self.list = HighlightList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HighlightPainter(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Highlights"))
        self.list.setProperty("hint", self.tr("Enter: show it on the page \N{MIDDLE DOT} Delete: take it away"))
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        self.label = QComboBox()
        self.label.setAccessibleName(self.tr("Label of the chosen highlight"))
        self.memo = QPushButton(self.tr("Memo..."))
        self.remove = QPushButton(self.tr("Remove"))
        self.accept = QPushButton(self.tr("Accept"))
        self.accept_rest = QPushButton(self.tr("Accept all"))
        self.accept_rest.setProperty("role", "quiet")
        self._lay_out()
        self._connect()
        self.show_labels(EVIDENCE)

    @property
    def chosen(self) -> HighlightRow | None:
        """The row that the list stands on."""
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, HighlightRow) else None

    def show_labels(self, labels: LabelSet) -> None:
        """The store has these labels."""
        self.model.show_labels(labels)
        self.label.clear()
        for label in labels.labels:
            key = f"   {label.key}" if label.key else ""
            self.label.addItem(_swatch(label.colour), label.name + key, label.id)
        self._none.setText(legend(self.tr("Select words on the page, then H and the key of a label:"), labels))
        self._follow()

    def take_focus(self) -> None:
        """Let the person choose with the arrow keys."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(self.model.index(0))

    def accept_all(self) -> None:
        """Make highlights of all that the parser suggests, as one step."""
        self._session.accept_all(pending_suggestions(self._session))

    def edit_memo(self, highlight: Highlight) -> None:
        """Ask for a highlight's memo."""
        question = self.tr("Memo on these words:")
        words = self._asking.ask_words(self.tr("Memo"), question, highlight.memo)
        if words is not None and words != highlight.memo:
            self._session.change_highlight(highlight, replace(highlight, memo=words))
            self.list.setCurrentIndex(self.model.place_of(highlight.id))

    def _lay_out(self) -> None:
        below = QGridLayout()
        below.setContentsMargins(8, 0, 8, 0)
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        below.addWidget(self.label, 0, 0, 1, 4)
        for place, button in enumerate((self.memo, self.remove, self.accept, self.accept_rest)):
            below.addWidget(button, 1, place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 8)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.list.clicked.connect(self._go)
        self.list.remove_requested.connect(self._remove)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.model.modelReset.connect(self._follow)
        self.label.activated.connect(self._relabel)
        self.memo.clicked.connect(self._memo)
        self.remove.clicked.connect(self._remove)
        self.accept.clicked.connect(self._accept)
        self.accept_rest.clicked.connect(self.accept_all)

    def _go(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, HighlightRow):
            self.place_requested.emit(row.highlight.span)

    def _follow(self) -> None:
        row = self.chosen
        own = row is not None and not row.suggested
        for widget in (self.label, self.memo, self.remove):
            widget.setEnabled(own)
        for button in (self.memo, self.remove):
            button.setVisible(own or row is None)
        self.accept.setVisible(row is not None and row.suggested)
        self.accept_rest.setVisible(self.model.suggested > 0)
        self._stack.setCurrentWidget(self.list if self.model.rows else self._none)
        if row is not None:
            self.label.setCurrentIndex(self.label.findData(row.highlight.label))

    def _relabel(self, at: int) -> None:
        row = self.chosen
        if row is not None and not row.suggested:
            changed = replace(row.highlight, label=self.label.itemData(at))
            self._session.change_highlight(row.highlight, changed)
            self.list.setCurrentIndex(self.model.place_of(changed.id))

    def _memo(self) -> None:
        row = self.chosen
        if row is not None and not row.suggested:
            self.edit_memo(row.highlight)

    def _remove(self) -> None:
        row = self.chosen
        if row is not None and not row.suggested:
            self._session.remove_highlight(row.highlight)

    def _accept(self) -> None:
        row = self.chosen
        if row is not None and row.suggested:
            one = row.highlight
            self._session.add_highlight(one.label, one.span, one.memo, one.suggested_by)


def legend(lead: str, labels: LabelSet) -> str:
    """The labels with their keys and colours, as rich text."""
    cell = "<td style='padding: 3px 8px'>"
    rows = "".join(
        f"<tr>{cell}<span style='color: {label.colour}'>\N{BLACK SQUARE}</span></td>"
        f"{cell}{escape(label.name)}</td>{cell}<b>{escape(label.key)}</b></td></tr>"
        for label in labels.labels
    )
    return f"<p>{escape(lead)}</p><table align='center'>{rows}</table>"


def _swatch(tint: str) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(QColor(tint))
    return QIcon(pixmap)
