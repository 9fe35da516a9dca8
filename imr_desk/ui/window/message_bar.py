"""A message that lies over the line below the work until it is answered or put away; nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from imr_desk.ui.arrows_stay import ArrowsStay
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.window.tone_mark import ToneMark


class Tone(StrEnum):
    """How grave a message is; also the role it has in the style sheet."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


_STEPS = 3
"""Changes for which a notice that one can act on stands."""
_EDGE = 4
"""Pixels around it, to the edges of the window."""
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
"""Of the window or of what lies at its foot: then the message finds its place anew."""
_SHARE = 0.62
"""Of the window's width, at most: what the keys do is said on the left of the same line."""
_SIGNS = {Tone.NOTICE: ("i", "accent"), Tone.WARNING: ("?", "look"), Tone.ERROR: ("!", "error")}
"""The character before the sentence, and the token of its colour."""


@dataclass(frozen=True, slots=True)
class _Message:
    """A sentence, how grave it is, and what can be done about it, by name."""

    tone: Tone
    text: str
    action: str = ""
    then: Callable[[], None] | None = None
    lasts: bool = False
    """Whether it outlives the letter that is open."""


class MessageBar(QFrame):
    """One sentence, at most one thing to do about it, and a button to put it away.

    It has no place in the layout: the work never moves because something is said. One message may be standing: it comes
    back when what was said over it is put away.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._strips: tuple[QWidget, ...] = ()
        window.installEventFilter(self)
        self._mark = ToneMark()
        self._text = plain_label(wraps=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._shown = _Message(Tone.NOTICE, "")
        self._standing: _Message | None = None
        self._steps = 0
        close = QToolButton()
        close.setText("\N{MULTIPLICATION X}")
        close.setToolTip(self.tr("Put the message away"))
        close.setAccessibleName(self.tr("Put the message away"))
        close.clicked.connect(self.put_away)
        for button in (self._action, close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard at the work
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 6, 3)
        layout.setSpacing(10)
        for widget in (self._mark, self._text, self._action, close):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        ArrowsStay(self)
        self.hide()

    def lie_above(self, *strips: QWidget) -> None:
        """Never cover these, which stand at the foot of the window from time to time."""
        self._strips = strips
        for strip in strips:
            strip.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._lie_down()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._lie_down()
        return done

    @property
    def text(self) -> str:
        """The sentence that stands there; empty where none does."""
        return "" if self.isHidden() else self._text.text()

    def say(self, tone: Tone, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Show a sentence, and a button that does `then`."""
        self._show(_Message(tone, text, action, then, tone is Tone.ERROR))

    def say_of_letter(self, tone: Tone, text: str, action: str, then: Callable[[], None]) -> None:
        """Say something of the letter that is open, however grave: it goes when the letter goes."""
        self._show(_Message(tone, text, action, then))

    def stand(self, tone: Tone, text: str, action: str, then: Callable[[], None]) -> None:
        """Show a sentence that holds until it is told otherwise."""
        self._standing = _Message(tone, text, action, then, lasts=True)
        self._show(self._standing)

    def stand_no_more(self) -> None:
        """What was standing is so no more; what was said over it stays."""
        standing, self._standing = self._standing, None
        if self._shown == standing:
            self.hide()

    def put_away(self) -> None:
        """Show nothing, or what was standing below."""
        if self._standing is None or self._shown == self._standing:
            self.hide()
        else:
            self._show(self._standing)

    def outlive(self) -> None:
        """Another letter or a view has the window: what was refused or merely mentioned before is no news any more."""
        if not self._shown.lasts:
            self.put_away()

    def fade(self) -> None:
        """The person has changed something: so has the time for what was said; a notice to act on stands a while."""
        self._steps += 1
        if self._steps >= (_STEPS if self._shown.tone is Tone.NOTICE and self._shown.then is not None else 1):
            self.outlive()

    def _show(self, message: _Message) -> None:
        self._mark.show_sign(*_SIGNS[message.tone])
        self._text.setText(message.text)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self._shown = message
        self._steps = 0
        self.setAccessibleName(message.text)
        self.setProperty("role", message.tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._lie_down()
        self.raise_()

    def _lie_down(self) -> None:
        """Be as wide as the sentence, in the corner below on the right, above the strips."""
        layout, room = self.layout(), self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        tops = (one.mapTo(self._window, QPoint()).y() for one in self._strips if one.isVisible())
        room.setBottom(min(tops, default=room.bottom()))
        if layout is None or self.isHidden():
            return
        beside = layout.totalMinimumSize().width() - self._text.minimumSizeHint().width()
        whole = beside + self._text.fontMetrics().horizontalAdvance(self._text.text()) + 1
        width = min(whole, round(room.width() * _SHARE))
        height = max(layout.totalHeightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(QRect(room.right() - width + 1, room.bottom() - height + 1, width, height))

    def _act(self) -> None:
        then = self._shown.then
        self.put_away()
        if then is not None:
            then()
