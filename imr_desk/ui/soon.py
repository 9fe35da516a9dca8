"""Doing a thing once for the many changes that ask for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Soon(QTimer):
    """Does its deed when what is going on now is done with, however often it was asked for."""

    def __init__(self, deed: Callable[[], None], parent: QObject, wait: int = 0) -> None:
        """`wait`: milliseconds that it can wait, for what matters more to have its turn."""
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(wait)
        self.timeout.connect(deed)

    def ask(self) -> None:
        """Have the deed done."""
        if not self.isActive():
            self.start()
