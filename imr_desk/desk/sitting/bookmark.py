"""Where the person is in the store: kept with every move, so that the next sitting begins there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields

from PySide6.QtCore import QObject, QTimer, Signal

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.arrival import Arrival
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.store.file.errors import StoreError

PLACE = "desk.place"
LAG = 200
"""Milliseconds by which the place that is written down may be behind what is seen."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is seen of a letter: the point of a page (in points) that lies at the window's top left, how large the
    pages are shown (`width`, `page`, or pixels a point), and how far below the form's edge the field in focus is."""

    page: int = 1
    x: float = 0.0
    y: float = 0.0
    zoom: str = "width"
    height: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A letter (0 for none), a field of it, and what was seen."""

    letter: int
    field: str
    outlook: Outlook


class Bookmark(QObject):
    """Notes the place in the store; it is no part of the letters' history."""

    resumed = Signal(object)
    """The letter of the last sitting is on the desk; this `Outlook` was had of it."""

    def __init__(
        self, keeper: Keeper, session: Session, focus: Focus, arrival: Arrival, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._session = session
        self._focus = focus
        self._arrival = arrival
        self._look: Callable[[], Outlook] = Outlook
        self._resuming: Spot | None = None
        self._left = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LAG)
        self._soon.timeout.connect(self._note)
        session.letter_settled.connect(self._on_settled)
        focus.focus_changed.connect(self.moved)

    def watch(self, look: Callable[[], Outlook]) -> None:
        """Ask there what is seen."""
        self._look = look

    def moved(self) -> None:
        """Something else is seen of the letter: note it soon, and what follows until then with it."""
        if self._session.letter is not None and not self._left and not self._soon.isActive():
            self._soon.start()

    def resume(self) -> None:
        """Open the letter of the last sitting, at its field, as it was seen; nothing happens where there is none."""
        self._keeper.ask(lambda store: store.remembered(PLACE) or "", self._open, _shrug)

    def settle(self) -> None:
        """Write the place down now where that is still due: the desk is being left, and what is seen goes away."""
        self._left = True
        if self._soon.isActive():
            self._soon.stop()
            self._note()

    def _note(self) -> None:
        """Nothing while the last sitting's place is still being taken: that one stands."""
        if self._resuming is not None:
            return
        letter = self._session.letter
        spot = written(Spot(letter.id if letter else 0, self._focus.path or "", self._look()))
        self._keeper.ask(lambda store: store.remember(PLACE, spot), failed=_shrug)

    def _open(self, noted: str) -> None:
        spot = read(noted)
        if spot is not None and spot.letter:
            self._resuming = spot
            self._arrival.expect(spot.letter, spot.field)
            self._session.show(spot.letter)

    def _on_settled(self) -> None:
        """A letter is noted before anything of it can be saved; the resumed one is in the store as it was left."""
        spot, self._resuming = self._resuming, None
        letter = self._session.letter
        if spot is not None and letter is not None and letter.id == spot.letter:
            self.resumed.emit(spot.outlook)
        else:
            self._note()


def written(spot: Spot) -> str:
    """A spot as JSON text."""
    return json.dumps(asdict(spot))


def read(text: str) -> Spot | None:
    """The inverse of `written`; None for what is no spot."""
    try:
        data = json.loads(text)
        outlook = {field.name: data["outlook"][field.name] for field in fields(Outlook)}
        return Spot(int(data["letter"]), str(data["field"]), Outlook(**outlook))
    except (ValueError, KeyError, TypeError):
        return None


def _shrug(error: StoreError) -> None:
    """A lost place costs a few keys; what matters tells of the store's trouble by itself."""
    del error
