"""The stage: who has the window, the work (or the welcome), or a view that is entered and left again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override


class View(QFrame):
    """Something that has the whole window for a while: the bar above it shows its title and the way back, the line
    below it what its keys do."""

    left = Signal()
    """The person is done with it."""

    guide = "index.md"
    """The page of the guide that tells of it."""

    def __init__(self, title: str, body: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        """`hint` says below the view what its keys do."""
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(title)
        self.title = title
        self.hint = hint
        self.body = body
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(body)
        self.setFocusProxy(body)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing inside has use for leaves the view."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Stage(QStackedWidget):
    """Shows the work, or a view in its place; a view left for a letter waits to be returned to.

    Nothing is shown until it is known whether the store has letters: neither an empty list nor a welcome flashes up.
    """

    changed = Signal()

    def __init__(self, work: QWidget, welcome: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._welcome = welcome
        self._base = QWidget()
        self._waiting: View | None = None
        self._focus: QWidget | None = None
        for base in (self._base, work, welcome):
            self.addWidget(base)

    @property
    def bare(self) -> bool:
        """Whether nothing is shown yet."""
        return self.currentWidget() not in (self._work, self._welcome, self.view)

    @property
    def view(self) -> View | None:
        """The view in front; None where it is the work or the welcome."""
        front = self.currentWidget()
        return front if isinstance(front, View) else None

    @property
    def waiting(self) -> View | None:
        """The view that was left for a letter."""
        return self._waiting

    def enter(self, view: View) -> None:
        """Give the window to a view, until it is left or a letter is opened."""
        if self.view is None:
            self._focus = QApplication.focusWidget()
        if self.indexOf(view) < 0:
            self.addWidget(view)
            view.left.connect(self.leave)
        self._waiting = None
        self._bring(view)
        view.setFocus()

    def leave(self) -> None:
        """Take the view away; the work is as it was, with the keyboard where it was."""
        self._waiting = None
        if self.view is None:
            self.changed.emit()
            return
        self._bring(self._base)
        if self._focus is not None and self.isAncestorOf(self._focus):
            self._focus.setFocus()

    def show_work(self) -> None:
        """Bring the work to the front, for a letter; a view that was there waits."""
        self._waiting = self.view or self._waiting
        self._base = self._work
        self._bring(self._work)

    def return_to_view(self) -> None:
        """Go back to the view that was left for a letter."""
        if self._waiting is not None:
            self.enter(self._waiting)

    def welcome(self, empty: bool) -> None:
        """Have the welcome where the work would be, while the store is empty; a view in front stays."""
        self._base = self._welcome if empty else self._work
        if self.view is None:
            self._bring(self._base)

    def _bring(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.changed.emit()
