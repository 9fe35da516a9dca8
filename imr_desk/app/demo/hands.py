"""Hands for the real window: they press keys and use the mouse, and wait for what they see, never for a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.app.demo.effort import Effort, holding, pressing, typing

_PATIENCE = 30_000
"""Milliseconds after which hands give up waiting."""
_LOOK_EVERY = 10
"""Milliseconds between two looks."""
_IN_VAIN = 1
"""What a wait that was given up comes to; what was seen once counts, although it may be gone the next moment."""
_AGAIN_AFTER = 500
"""Milliseconds after which a key that did nothing is pressed again."""


class Stuck(Exception):
    """What hands waited for did not come."""


def wait_for(what: str, seen: Callable[[], bool], every: int = _LOOK_EVERY) -> None:
    """Wait until it is seen, looking every so many milliseconds; raises Stuck, naming it, where it does not come."""
    loop, look, patience = QEventLoop(), QTimer(), QTimer()
    look.setInterval(every)
    look.timeout.connect(lambda: loop.quit() if seen() else None)
    patience.setSingleShot(True)
    patience.timeout.connect(lambda: loop.exit(_IN_VAIN))
    look.start()
    patience.start(_PATIENCE)
    in_vain = not seen() and loop.exec() == _IN_VAIN
    look.stop()
    patience.stop()
    if in_vain:
        raise Stuck(f"waited in vain for {what}")


class Hands:
    """A person's hands on one window; `effort` is what they have done so far, `pace` how long they rest after each act.

    The pace, in milliseconds, is for who wants to watch.
    """

    def __init__(self, window: QWidget, pace: int = 0) -> None:
        self.window = window
        self.pace = pace
        self.effort = Effort()
        self._pointer: QPoint | None = None

    def press(self, *keys: str) -> None:
        """Press key combinations one after another, as a menu spells them: `Enter`, `Ctrl+O`, `Alt+0`."""
        for combination in keys:
            self.effort += pressing(combination)
            self._be_at_the_window()
            QTest.keySequence(self._under_the_keys(), QKeySequence(combination))
            self._rest()

    def press_until(self, keys: str, what: str, seen: Callable[[], bool]) -> None:
        """Press keys, and again where nothing has come of it after a while, as a person does."""

        def done() -> bool:
            if not seen():
                self.press(keys)
            return seen()

        wait_for(what, done, _AGAIN_AFTER)

    def type(self, words: str) -> None:
        """Type words into whatever has the keyboard."""
        self.effort += typing(words)
        for letter in words:
            QTest.keyClick(self._under_the_keys(), ord(letter))
        self._rest()

    def retype(self, words: str) -> None:
        """Type words in the place of all that stands there."""
        self.press("Ctrl+A")
        self.type(words)

    def click(self, widget: QWidget, at: QPoint | None = None, modifiers: str = "") -> None:
        """Click a widget, in its middle unless told where."""
        self._be_at_the_window()
        spot = at if at is not None else widget.rect().center()
        self._point_at(widget, spot)
        self.effort += Effort(clicks=1) + holding(modifiers)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _modifiers(modifiers), spot)
        self._rest()

    def drag(self, widget: QWidget, start: QPointF, end: QPointF, modifiers: str = "") -> None:
        """Press the button at one point of a widget, move to another, and let go."""
        held = _modifiers(modifiers)
        self._point_at(widget, start.toPoint())
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, held, start.toPoint())
        self._point_at(widget, end.toPoint())
        QTest.mouseMove(widget, ((start + end) / 2).toPoint())
        QTest.mouseMove(widget, end.toPoint())
        self.effort += Effort(clicks=1) + holding(modifiers)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, held, end.toPoint())
        self._rest()

    def wheel(self, widget: QWidget, notches: int) -> None:
        """Turn the wheel over a widget; upwards where positive."""
        if self._pointer is None or not widget.rect().contains(widget.mapFromGlobal(self._pointer)):
            self._point_at(widget, widget.rect().center())
        self.effort += Effort(notches=abs(notches))
        middle = QPointF(widget.rect().center())
        turn = QPoint(0, 120 * notches)
        none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        held, spot = Qt.KeyboardModifier.NoModifier, QPointF(widget.mapToGlobal(middle))
        QApplication.sendEvent(widget, QWheelEvent(middle, spot, QPoint(), turn, none, held, still, False))

    def think(self) -> None:
        """Compare, decide: one mental step."""
        self.effort += Effort(thoughts=1)

    def picture(self, file: Path) -> Path:
        """Take a picture of the window."""
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self.window.grab().save(str(file)):
            raise Stuck(f"could not write the picture {file}")
        return file

    def _point_at(self, widget: QWidget, spot: QPoint) -> None:
        """Have the mouse there; a move only where it is not there already."""
        if self._pointer != widget.mapToGlobal(spot):
            self._pointer = widget.mapToGlobal(spot)
            self.effort += Effort(points=1)

    def _rest(self) -> None:
        """Leave who watches the time to see what was done."""
        if self.pace:
            pause = QEventLoop()
            QTimer.singleShot(self.pace, pause.quit)
            pause.exec()

    def _be_at_the_window(self) -> None:
        """Window systems give the window back its keyboard when a popup closes; Qt's offscreen one does not."""
        active = QApplication.activeWindow()
        if QApplication.activePopupWidget() is None and (active is None or not active.isVisible()):
            self.window.activateWindow()
            wait_for("the window", self.window.isActiveWindow)

    def _under_the_keys(self) -> QWindow:
        """The window that the window system would send keys to: Qt finds popup, shortcut or widget in it."""
        return QGuiApplication.focusWindow() or self.window.windowHandle()


def _modifiers(held: str) -> Qt.KeyboardModifier:
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in filter(None, held.split("+")):
        modifiers |= _MODIFIERS[name]
    return modifiers


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
