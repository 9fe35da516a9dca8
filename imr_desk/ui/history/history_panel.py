"""The history: what was done in this sitting, with the way back to any of it, and all that happened to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.keeping.outbox import Saved
from imr_desk.desk.sitting.returning import Returned
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import LabelSet
from imr_desk.store.kept.stored import Event
from imr_desk.store.labels import EVIDENCE
from imr_desk.ui.history.history_list import HistoryList
from imr_desk.ui.history.rows import HistoryRow, Tense, letter_rows, sitting_rows

_HEIGHT = 220


class HistoryPanel(QFrame):
    """Two lists, the last thing first: the sitting's steps, which can be gone to, and the open letter's events."""

    closed = Signal()
    step_chosen = Signal(int)
    """Go to where so many steps are done; the form shall have taken the words being typed first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("History"))
        self._session = session
        self._labels = EVIDENCE
        self._events: Sequence[Event] = ()
        self._choosing = False
        self._waiting = False
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self.steps = HistoryList(
            self.tr("Done in this sitting"),
            self.tr("Nothing has been done in this sitting yet. Every change will be listed here, with a way back."),
            self.tr(
                "Enter: go back to this step \N{MIDDLE DOT} Right: all of this letter \N{MIDDLE DOT} Esc: put away"
            ),
        )
        self.past = HistoryList(
            self.tr("All that happened to this letter"),
            self.tr("No letter is open. All that ever happened to the open letter is listed here."),
            self.tr("Up, Down: along the events \N{MIDDLE DOT} Left: this sitting \N{MIDDLE DOT} Esc: put away"),
        )
        self._lay_out()
        self._connect()
        self.setMinimumHeight(_HEIGHT)

    @property
    def has_keyboard(self) -> bool:
        """Whether keys go to one of the lists."""
        return any(one.hasFocus() for one in (self, self.tabs, self.steps.list, self.past.list))

    def show_labels(self, labels: LabelSet) -> None:
        """The store has these labels."""
        self._labels = labels
        self._show_all()

    def open(self) -> None:
        """Show the history, and give it the keyboard at the present place."""
        self.show()
        self._look_up()
        self._show_steps()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let the person choose with the arrow keys."""
        shown = (self.steps, self.past)[self.tabs.currentIndex()]
        (shown.list if shown.model.rows else self.tabs).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Hide, and let the keyboard go back."""
        self.hide()
        self.closed.emit()

    def _turn(self) -> None:
        """Show the other list."""
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        self.take_keyboard()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_keyboard()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the history away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Which history"))
        self.tabs.addTab(self.tr("Done in this sitting"))
        self.tabs.addTab(self.tr("All of this letter"))
        close = QToolButton()
        close.setText("\N{MULTIPLICATION X}")
        close.setToolTip(self.tr("Put the history away (Esc)"))
        close.setAccessibleName(self.tr("Put the history away"))
        close.clicked.connect(self.put_away)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 4, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(close)
        self._stack.addWidget(self.steps)
        self._stack.addWidget(self.past)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 2, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session = self._session
        session.history_changed.connect(self._show_steps)
        session.letter_shown.connect(self._look_up)
        session.saving_changed.connect(self._look_up)
        session.returned.connect(self._on_returned)
        session.letter_shown.connect(self._on_shown, Qt.ConnectionType.QueuedConnection)
        self.steps.chosen.connect(self._go)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        for side in (self.steps, self.past):
            side.list.beside_requested.connect(self._turn)

    def _show_all(self) -> None:
        self._show_steps()
        self._show_past(self._events)

    def _show_steps(self) -> None:
        """What stands in no window is not put together."""
        if not self.isVisible():
            return
        session, letter = self._session, self._session.letter
        rows = list(sitting_rows(session.history, self._labels, letter.id if letter else None, session.text))
        self.steps.show_rows(rows if session.history.steps else ())
        present = next((at for at, row in enumerate(rows) if row.tense is Tense.PRESENT), 0)
        self.steps.stand_at(present)

    def _look_up(self) -> None:
        letter = self._session.letter
        if not self.isVisible() or self._session.saving != Saved():
            return
        if letter is None:
            self._show_past(())
        else:
            self._session.keeper.ask(lambda store: store.events(letter.id), self._show_past)

    def _show_past(self, events: Sequence[Event]) -> None:
        letter = self._session.letter
        self._events = events if letter and all(event.letter_id == letter.id for event in events) else ()
        self.past.show_rows(list(letter_rows(self._events, self._labels, self._session.text)))

    def _go(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, HistoryRow):
            self._choosing = True
            self.step_chosen.emit(row.place)
            self._choosing = False
            self.take_keyboard()

    def _on_returned(self, returned: Returned) -> None:
        self._waiting = self._choosing and not returned.in_sight

    def _on_shown(self) -> None:
        """Who goes through the history by keys stays there, though the form takes the keyboard with each letter."""
        if self._waiting:
            self.take_keyboard()
        self._waiting = False
