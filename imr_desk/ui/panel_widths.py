"""How wide the panels stand beside each other: as the person has left them, otherwise by their usual shares."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

_FORM_SHARE = 0.38
_PAGE_SHARE = 0.45
"""Of the width; the page has at least so much of it, so that its print stays readable."""
_SIDE_SHARE = 0.16
_SIDE_LEAST = 280
"""Pixels: a letter's two lines are whole in it."""


class PanelWidths(QObject):
    """Knows the widths of list, page and form in a splitter, also while some of them are hidden."""

    def __init__(self, panels: QSplitter) -> None:
        super().__init__(panels)
        self._panels = panels
        self._left: list[int] = []
        """As the person has left them; empty before the panels were ever moved."""
        panels.splitterMoved.connect(self._note)

    @property
    def words(self) -> str:
        """The widths as words to be remembered; empty before there were any."""
        return " ".join(str(width) for width in self._left)

    def recall(self, words: str) -> None:
        """Have the widths that were remembered, once the panels stand beside each other."""
        widths = [int(word) for word in words.split() if word.isdecimal()]
        self._left = widths if len(widths) == self._panels.count() else []

    def share_out(self) -> None:
        """Give each panel its width."""
        self._panels.setSizes(self._left or self._usual())

    def _usual(self) -> list[int]:
        width = max(self._panels.width(), 640)
        left = max(_SIDE_LEAST, int(width * _SIDE_SHARE))
        form = int(min(width * _FORM_SHARE, width * (1 - _PAGE_SHARE) - left))
        return [left, width - left - form, form]

    def _note(self) -> None:
        self._left = self._panels.sizes()
