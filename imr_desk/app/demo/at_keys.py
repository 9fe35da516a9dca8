"""Hands at the keys themselves: giving actions other keys, by keys alone."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.ui.keyboard.key_editor import KeyEditor


class AtKeys:
    """What a clerk does in the window where keys are changed."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def open(self) -> None:
        """Ask for the window."""
        self._hands.press("Shift+F1")
        wait_for("the keys", lambda: isinstance(QApplication.activeModalWidget(), KeyEditor))

    def find(self, words: str) -> None:
        """Go to the first action with these words."""
        self._walk_to(self._editor.words)
        self._hands.retype(words)
        self._hands.press("Return")
        wait_for("the list of keys", self._editor.list.hasFocus)

    def press(self, *keys: str) -> None:
        """Press new keys for the action that one stands on."""
        self._hands.press("Return")
        wait_for("the box for a new key", self._editor.recorder.hasFocus)
        self._hands.press(*keys)

    def take_away(self) -> None:
        """Take the first key of the action away."""
        self._push(self._editor.chips.buttons[0])

    def go_there(self) -> None:
        """Go to the action that has the key that was refused."""
        self._push(self._editor.go_there)
        wait_for("the other action", self._editor.list.hasFocus)

    def close(self) -> None:
        """Leave the window."""
        while QApplication.activeModalWidget() is not None:
            self._hands.press("Escape")

    @property
    def told(self) -> str:
        """The sentence that stands below the list."""
        return self._editor.remark.text()

    @property
    def stands_on(self) -> str:
        """The action whose keys are shown."""
        return self._editor.list.current

    def _push(self, button: QWidget) -> None:
        self._walk_to(button)
        self._hands.press("Space")

    def _walk_to(self, widget: QWidget) -> None:
        for _ in self._editor.findChildren(QWidget):
            if widget.hasFocus():
                return
            self._hands.press("Tab")
        raise Stuck(f"Tab does not lead to {widget.accessibleName()}")

    @property
    def _editor(self) -> KeyEditor:
        editor = QApplication.activeModalWidget()
        if not isinstance(editor, KeyEditor):
            raise Stuck("the keys are not shown")
        return editor
