"""How much of an import may be begun: the person's own work comes first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

AHEAD = 4
"""Letters held at once between two stays in the store: each is thousands of words."""
ALONE = 3000
"""Milliseconds after which the others are begun, should the first letter not be read by then."""


class Pace(QObject):
    """An import goes on unless the person pauses it, or needs the processors; its first letter goes alone."""

    quickened = Signal()
    """More may be begun than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paused = False
        """Whether the person wants no further letter begun."""
        self.stands_back = False
        """Whether nothing is begun or kept for now, for the person's own work has the processors."""
        self._alone = QTimer(self)
        """Runs while the first letter has the readers to itself."""
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE)
        self._alone.timeout.connect(self.quickened)

    @property
    def rests(self) -> bool:
        """Whether no further letter is begun."""
        return self.paused or self.stands_back

    @property
    def ahead(self) -> int:
        """How many letters may be read at once."""
        return 1 if self._alone.isActive() else AHEAD

    def begin(self) -> None:
        """Let the first letter go alone: a person waits for it, and the window needs the processors when it comes."""
        self._alone.start()

    def first_is_read(self) -> None:
        """The others may follow."""
        self._alone.stop()

    def pause(self, paused: bool) -> None:
        """Begin no further letter, or go on."""
        self.paused = paused
        self.quickened.emit()

    def stand_back(self, back: bool) -> None:
        """Leave the processors to the person's own work for now, or go on; what is being read is read."""
        self.stands_back = back
        if not back:
            self.quickened.emit()
