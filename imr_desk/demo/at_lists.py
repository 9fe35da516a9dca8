"""Hands at the lists of the form: entries added, taken out, moved."""

from __future__ import annotations

from imr_desk.demo.at_form import AtForm
from imr_desk.demo.hands import Hands, wait_for


class AtLists:
    """What a clerk does to items and other entries of lists."""

    def __init__(self, form: AtForm, hands: Hands) -> None:
        self._form = form
        self._hands = hands

    def add_below(self, path: str) -> str:
        """A new list entry below the one that the field stands in; the field that is then in focus."""
        self._form.go_to(path)
        self._hands.press("Alt+Ins")
        wait_for("the new entry", lambda: self._form.focused not in ("", path))
        return self._form.focused

    def remove(self, path: str) -> None:
        """Take out the list entry that the field stands in."""
        gone = self._form.entry(path)
        self._form.go_to(path)
        self._hands.press("Alt+Del")
        wait_for(f"{path} to be gone", lambda: self._form.entry(path) != gone)

    def move_down(self, path: str) -> str:
        """Change places with the list entry below; the field that is then in focus."""
        self._form.go_to(path)
        self._hands.press("Alt+Shift+Down")
        wait_for(f"{path} to move", lambda: self._form.focused not in ("", path))
        return self._form.focused
