"""The keys in force, remembered from one sitting to the next, and printed wherever a key is named."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from imr_desk.ui.keyboard.key_table import SPECS, KeyTable, recalled, said, written
from imr_desk.ui.remembered import Remembered

_NAME = "keys"


class Keys(QObject):
    """Holds the table as it stands now; whoever prints a key listens to `keys_changed`."""

    keys_changed = Signal()

    def __init__(self, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.table, self._lost = recalled(remembered.get(_NAME))

    @property
    def complaint(self) -> str:
        """Which changed keys could not be kept, as a sentence; empty where all were."""
        if not self._lost:
            return ""
        names = ", ".join(said(SPECS[id]) if id in SPECS else id for id in self._lost)
        sentence = self.tr(
            "Keys that you changed do not fit this version; these actions have their own again: {names}."
        )
        return sentence.format(names=names)

    def put(self, table: KeyTable) -> None:
        """These are the keys from now on."""
        self.table = table
        self._remembered.keep(_NAME, written(table))
        self._remembered.save()
        self.keys_changed.emit()

    def first(self, id: str) -> str:
        """The key to name for an action; empty where it has none."""
        return next(iter(self.table.keys(id)), "")

    def after(self, words: str, id: str) -> str:
        """A button's words with the key of its action behind them."""
        return f"{words}   {self.first(id)}".rstrip()

    def caption(self, button: QAbstractButton, words: str, id: str) -> None:
        """Give a button words that end with the key of its action, whichever that is."""

        def show() -> None:
            button.setText(self.after(words, id))

        show()
        self.keys_changed.connect(show)

    def hint(self, widget: QWidget, words: str, id: str) -> None:
        """Give a widget a tool tip that names the key of its action, whichever that is."""

        def show() -> None:
            key = self.first(id)
            widget.setToolTip(f"{words} ({key})" if key else words)

        show()
        self.keys_changed.connect(show)
