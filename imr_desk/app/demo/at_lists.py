"""Hands at the lists of the form: entries added, taken out, moved."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from imr_desk.app.demo.at_form import AtForm
from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.ui.form.blocks.list_block import ListBlock
from imr_desk.ui.form.form_view import FormView


class AtLists:
    """What a clerk does to items and other entries of lists."""

    def __init__(self, form: AtForm, view: FormView, hands: Hands) -> None:
        self._form = form
        self._view = view
        self._hands = hands

    def add_below(self, path: str) -> str:
        """A new list entry below the one that the field stands in; the field that is then in focus."""
        self._form.be_at(path)
        self._hands.press("Alt+Ins")
        wait_for("the new entry", lambda: self._form.focused not in ("", path))
        self._form.eyes.rest_on_the_form()
        return self._form.focused

    def shows(self, listing: str) -> bool:
        """Whether the form has such a list now."""
        return self._block(listing) is not None

    def add_first(self, listing: str) -> str:
        """The first entry of an empty list, by its button; the field that is then in focus."""
        block = self._block(listing)
        if block is None:
            raise Stuck(f"the form does not show {listing}")
        buttons = [one for one in block.findChildren(QPushButton) if one.isVisible()]
        add = max(buttons, key=lambda one: one.mapTo(block, one.rect().topLeft()).y())
        self._form.bring_into_view(add)
        self._hands.click(add)
        wait_for("the new entry", lambda: self._form.focused.startswith(f"{listing}[0]"))
        self._form.eyes.rest_on_the_form()
        return self._form.focused

    def remove(self, path: str) -> None:
        """Take out the list entry that the field stands in."""
        gone = self._form.entry(path)
        self._form.be_at(path)
        self._hands.press("Alt+Del")
        wait_for(f"{path} to be gone", lambda: self._form.entry(path) != gone)
        self._form.eyes.rest_on_the_form()

    def split(self, path: str) -> None:
        """Make two of the item that the field stands in."""
        self._press_in(path, "Alt+Shift+Ins")

    def merge(self, path: str) -> None:
        """Make one of the item that the field stands in and the one below."""
        self._press_in(path, "Alt+Shift+Del")

    def move_down(self, path: str) -> str:
        """Change places with the list entry below; the field that is then in focus."""
        return self._move(path, "Alt+Shift+Down")

    def move_up(self, path: str) -> str:
        """Change places with the list entry above; the field that is then in focus."""
        return self._move(path, "Alt+Shift+Up")

    def _press_in(self, path: str, keys: str) -> None:
        self._form.be_at(path)
        before = len(self._form.eyes.items)
        self._hands.press(keys)
        wait_for("other items", lambda: len(self._form.eyes.items) != before)
        self._form.eyes.rest_on_the_form()

    def _move(self, path: str, keys: str) -> str:
        self._form.be_at(path)
        self._hands.press(keys)
        wait_for(f"{path} to move", lambda: self._form.focused not in ("", path))
        return self._form.focused

    def _block(self, listing: str) -> ListBlock | None:
        blocks = [block for block in self._view.findChildren(ListBlock) if block.isVisible()]
        return next((one for one in blocks if one.listing == listing), None)
