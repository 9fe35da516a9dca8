"""Hands at the menu: steps taken back and done again, and whatever the desk can be told to do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from imr_desk.app.composition import Desk
from imr_desk.app.demo.hands import Hands, wait_for
from imr_desk.ui.dialogs.palette import Palette


class AtMenu:
    """What a clerk tells the desk as a whole, by keys and by the list of actions."""

    def __init__(self, desk: Desk, hands: Hands) -> None:
        self._session = desk.parts.session
        self._hands = hands

    def undo(self) -> None:
        """Take the last step back."""
        self._move_along("Ctrl+Z")

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._move_along("Ctrl+Shift+Z")

    def do(self, action: str) -> None:
        """Find an action by its words and do it."""
        self._hands.press("Ctrl+K")
        wait_for("the list of actions", lambda: isinstance(QApplication.activeModalWidget(), Palette))
        self._hands.type(action)
        self._hands.press("Return")
        wait_for("the list of actions to close", lambda: not isinstance(QApplication.activeModalWidget(), Palette))

    def _move_along(self, key: str) -> None:
        before = self._session.history.place
        self._hands.press(key)
        wait_for("the step", lambda: self._session.history.place != before)
