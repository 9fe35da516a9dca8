"""A person's way to another store: chosen, made anew, or one of those opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.keeping.opening import StoreWish
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.stores_window import StoresWindow
from imr_desk.ui.recent_stores import RecentStores

SUFFIX = ".imrdesk"


class Stores(QObject):
    """Asks for a store; what is open stays open until the other one stands."""

    wanted = Signal(object)
    """The `StoreWish`."""
    refused = Signal(str)
    """Why the store is not opened now, as a sentence."""

    def __init__(
        self, open_now: Path, recent: RecentStores, importer: Importer, asking: Asking, window: QWidget
    ) -> None:
        super().__init__(window)
        self._open_now = open_now
        self.recent = recent
        self._importer = importer
        self._asking = asking
        self._window = window

    def open_another(self) -> None:
        """Let the person choose a store that is there."""
        path = self._asking.choose_other_store()
        if path is not None:
            self.open(path)

    def make(self) -> None:
        """Let the person say where a new store is to be."""
        path = self._asking.choose_new_store()
        if path is not None:
            self._want(StoreWish(path if path.suffix else path.with_suffix(SUFFIX), new=True))

    def show_recent(self) -> None:
        """List the stores that were opened last."""
        window = StoresWindow(self.recent, self._open_now, self._window)
        window.chosen.connect(self.open)
        window.open()

    def open(self, path: Path) -> None:
        """Go to the store at a path."""
        if path.absolute() == self._open_now.absolute():
            self.refused.emit(self.tr("{file} is the store that is open.").format(file=path.name))
        else:
            self._want(StoreWish(path))

    def _want(self, wish: StoreWish) -> None:
        if self._importer.running:
            sentence = self.tr(
                "Letters are still going into {file}. Wait until they are in, or stop the import, "
                "then open the other store."
            )
            self.refused.emit(sentence.format(file=self._open_now.name))
        else:
            self.wanted.emit(wish)
