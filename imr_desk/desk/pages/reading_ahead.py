"""The letters that will most likely be asked for next, fetched and their first pages drawn before they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer

from imr_desk.desk.keeping.fetching import Fetched, fetch
from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.desk.sitting.open_letter import OpenLetter, opened
from imr_desk.desk.sitting.session import Session
from imr_desk.intake.request import Pdf
from imr_desk.letter.text import Page
from imr_desk.store.file.errors import StoreError
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store

REST = 120
"""Milliseconds without anything new before the next letters are thought of."""

ROOM = 64 * 1024 * 1024
"""Bytes of pictures that are drawn before they are asked for."""

Sight = Callable[[OpenLetter], Mapping[int, float]]
"""The pages of a letter that will be seen first, each with its scale."""


class ReadingAhead(QObject):
    """Knows which letters come next in the list and in the work, and the one before; holds no others.

    What is held may be out of date; `Showing` asks the store whether it still holds before it shows it.
    """

    def __init__(self, session: Session, queue: QueueModel, images: PageImages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._images = images
        self._plan = 0
        self._ids: tuple[int, ...] = ()
        self.sight: Sight = lambda _letter: {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST)
        self._soon.timeout.connect(self._think)
        session.letter_shown.connect(self._soon.start)
        queue.counted.connect(self._soon.start)

    def look_again(self) -> None:
        """Pages are seen otherwise than before: at another zoom, in a window of another size."""
        self._soon.start()

    def _think(self) -> None:
        self._plan += 1
        plan, letter, query, who = self._plan, self._session.letter, self._queue.query, self._session.who
        if letter is None:
            self._read(plan, ())
            return
        self._session.keeper.ask(
            lambda store: tuple(dict.fromkeys(_upcoming(store, query, letter.id, who))),
            lambda ids: self._read(plan, ids),
            _shrug,
        )

    def _read(self, plan: int, ids: tuple[int, ...]) -> None:
        ahead = self._session.ahead
        for gone in ahead.keys() - set(ids):
            del ahead[gone]
        self._ids = ids
        self._fetch(plan, ids)

    def _fetch(self, plan: int, ids: tuple[int, ...]) -> None:
        """One after another, so that what the person wants in the meantime waits for one letter at most."""
        if plan != self._plan:
            return
        if not ids:
            self._draw()
            return
        first, known = ids[0], self._session.ahead.get(ids[0])

        def keep(fetched: Fetched) -> None:
            if plan == self._plan:
                self._session.ahead[first] = fetched
                if fetched is not known:
                    self._draw()
                self._fetch(plan, ids[1:])

        self._session.keeper.ask(lambda store: fetch(store, first, known), keep, _shrug)

    def _draw(self) -> None:
        self._images.foresee(tuple(self._sights()))

    def _sights(self) -> Iterator[tuple[Pdf, Mapping[int, float]]]:
        """What to draw, as far as there is room for it."""
        room = float(ROOM)
        for fetched in filter(None, map(self._session.ahead.get, self._ids)):
            letter = opened(fetched.letter)
            if isinstance(fetched.pdf, Pdf) and letter.text.pages:
                sight = self.sight(letter)
                room -= sum(_bytes(letter.text.pages[page - 1], scale) for page, scale in sight.items())
                if room < 0:
                    return
                yield fetched.pdf, sight


def _upcoming(store: Store, query: QueueQuery, letter_id: int, who: str) -> Iterator[int]:
    """The next letter in the work and the one after it, those beside this one in the list."""
    following = store.next_to_review(query, letter_id, who)
    after = store.next_to_review(query, following, who) if following else None
    place = store.queue_place(query, letter_id)
    beside = (
        () if place is None else store.queue_ids(query, range(place + 1, place + 2), range(max(0, place - 1), place))
    )
    for one in (following, *beside[:1], after, *beside[1:]):
        if one is not None and one != letter_id:
            yield one


def _bytes(page: Page, scale: float) -> float:
    return 3 * page.width * page.height * scale**2


def _shrug(error: StoreError) -> None:
    """The person has not asked for it; who asks is told."""
    del error
