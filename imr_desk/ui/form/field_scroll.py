"""The scrolled form: the field in focus stays where it is seen while the form takes shape, until the person scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from imr_desk.ui.soon import Soon

_AROUND = 48
"""Pixels to show above and below the row that Tab brings into view."""
_ABOVE = 8
"""Pixels to show above the item that has been opened."""
_LEVELS = 16
"""Blocks within each other, at most: each tells the one around it of its new height in a round of its own."""


class FieldScroll(QScrollArea):
    """Follows the row that `focused` names."""

    scrolled = Signal()

    def __init__(self, focused: Callable[[], QWidget | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focused = focused
        self._follows = False
        self._wanted: int | None = None
        """How far below the upper edge the row is to stand; anywhere in view, where that is None."""
        self._head: QWidget | None = None
        """The head of the item that has just been opened by itself."""
        self._soon = Soon(self._bring_into_view, self)
        self.held = False
        """Whether what was on the screen stays there while the form changes."""
        self._moving = False
        self._release_soon = Soon(self._release, self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self.scrolled)
        bar.actionTriggered.connect(self._stop_following)
        bar.rangeChanged.connect(self._keep_up)

    @property
    def height_of_focus(self) -> int:
        """How far below the upper edge the row in focus stands, in pixels, once the form has taken shape."""
        if self._follows and self._wanted is not None:
            return self._wanted
        row = self._focused()
        return self._height_of(row) if row is not None else 0

    def follow(self, height: int | None = None) -> None:
        """Keep the row in focus in view from now on, at this height where one is given."""
        self._follows, self._wanted, self._head = True, height, None
        self._soon.ask()

    def follow_head(self, head: QWidget) -> None:
        """Keep the head of an opened item at the upper edge from now on."""
        self._follows, self._wanted, self._head = True, None, head
        self._soon.ask()

    def hold_still(self, held: bool) -> None:
        """Keep on the screen what is there while the form changes, or show the form as it has become, at its place."""
        if held:
            self.held = True
            self._release_soon.stop()
            self.viewport().setUpdatesEnabled(False)
        else:
            self._keep_up()
            self._release_soon.ask()

    def show_row(self, row: QWidget) -> None:
        """Bring a row into view, with a little of what stands around it."""
        self.ensureWidgetVisible(row, 0, _AROUND)

    def _stop_following(self) -> None:
        self._follows = False

    def _keep_up(self) -> None:
        """What stands above the row in focus has other heights than before."""
        self._moving = True
        if self._follows:
            self._soon.ask()

    def _bring_into_view(self) -> None:
        """The opened item at the top; a row that is not wholly seen a quarter down, with what follows it below."""
        if self.held:
            return
        row, bar, window = self._focused(), self.verticalScrollBar(), self.viewport().height()
        if self._head is not None:
            bar.setValue(bar.value() + self._height_of(self._head) - _ABOVE)
        elif row is not None and self._wanted is not None:
            bar.setValue(bar.value() + self._height_of(row) - self._wanted)
        elif row is not None and not 0 <= self._height_of(row) <= window - row.height():
            bar.setValue(bar.value() + self._height_of(row) - min(window // 4, max(0, window - row.height())))

    def _release(self) -> None:
        """Show the form, once a turn has gone by in which nothing on it found another place, and nothing is to."""
        for _ in range(_LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self._moving:
            self._moving = False
            self._release_soon.ask()
        elif self.held:
            self.held = False
            if self._follows:
                self._bring_into_view()
            self.viewport().setUpdatesEnabled(True)

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint()).y()
