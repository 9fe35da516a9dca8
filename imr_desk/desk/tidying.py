"""Garbage is collected on the window's own thread alone.

Python collects cycles on whichever thread happens to allocate; a widget that is destroyed so, off the window's thread,
stays in Qt's lists as a dangling pointer and takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY = 100
"""Milliseconds between two looks at what has piled up: little enough that tidying it up is not noticed."""
_EVERYTHING = 2
"""The oldest generation, with all younger ones."""
_LIMITS = (700, 3, 2)
"""New objects, looks at the youngest and looks at the younger ones, beyond which there is one at the next generation:
fewer looks than Python's own ten, for then little has piled up."""

_LETTER = 10_000
"""New objects beyond which a long letter has just come: none of them can go yet, and to look at all takes a while."""


class Tidying(QObject):
    """Collects from time to time on the thread that it was made on, and nowhere else.

    What the program is made of, what outlives a look at everything, and a long letter are not looked at until the
    person turns to another program: going through all letters and widgets takes long enough to be felt.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._unwatched = False
        """Whether the person has just turned away."""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._tidy)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._note_state)

    def _note_state(self, state: Qt.ApplicationState) -> None:
        self._unwatched = state is Qt.ApplicationState.ApplicationInactive

    def _tidy(self) -> None:
        if self._unwatched:
            self._unwatched = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        else:
            collect_due()


def keep_tidy(application: QObject) -> None:
    """Have garbage collected on this thread alone from now on, as long as the application runs."""
    if application.findChild(Tidying) is None:
        Tidying(application)


def collect_due() -> None:
    """Collect the oldest generation that Python itself would collect by now; what outlives all is settled."""
    if gc.get_count()[0] > _LETTER:
        gc.freeze()
        return
    due = [count > limit for count, limit in zip(gc.get_count(), _LIMITS, strict=True)]
    for generation in (_EVERYTHING, 1, 0):
        if due[generation]:
            gc.collect(generation)
            if generation == _EVERYTHING:
                gc.freeze()
            return
