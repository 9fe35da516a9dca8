"""Pictures of the open letter's pages, drawn in worker processes and never waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from imr_desk.desk.pages.crop_strip import compose, strip_of, whole
from imr_desk.desk.pages.picture_cache import Key, PictureCache
from imr_desk.desk.sitting.showing import Showing
from imr_desk.intake.picture import Picture
from imr_desk.intake.request import CharBoxes, FoundBoxes, Outcome, Pdf, Render, Reply, Task, Ticket
from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import Failure
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Word

ROOM = 192 * 1024 * 1024
"""Bytes of pictures that are kept."""
STRIP_LINES = 6
"""How many printed lines a strip shows at most, unless more are asked for."""


class Drawers(Protocol):
    """Who draws: `Workers`, as far as they are needed here."""

    def submit(self, pdf: Pdf, task: Task, *, urgent: bool = False) -> Ticket: ...
    def cancel(self, ticket: Ticket) -> None: ...
    def close(self) -> None: ...


MakeDrawers = Callable[[Callable[[Reply], None]], Drawers]
"""Makes those who draw, given who hears of their replies."""


class PageImages(QObject):
    """Knows how the pages of the open letter look; asks for what it does not know and tells when it does.

    Scales are device pixels a point. An image that is given out is for painting at once, not for keeping.
    """

    letter_leaving = Signal()
    """The pictures are about to be those of a letter of which none is drawn yet, or of none."""
    letter_opened = Signal()
    """The pictures are those of another letter, or of none."""
    image_ready = Signal(int)
    """The page has a new picture, or a reason why it has none."""
    strip_ready = Signal(int)
    """The strips that wait for this page can be cut."""
    char_boxes_ready = Signal()
    _replied = Signal(object)

    def __init__(self, drawers: MakeDrawers, room: int = ROOM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = PictureCache(room)
        self._pdf: Pdf | None = None
        self._wanted: dict[Key, Ticket] = {}
        self._for_strips: dict[Key, Ticket] = {}
        self._ahead: dict[Key, Ticket] = {}
        self._strip_scale: float | None = None
        self._boxes_asked: set[int] = set()
        self._boxes: dict[int, tuple[Rect, ...]] = {}
        self._reasons: dict[int, str] = {}
        self._replied.connect(self._on_reply, Qt.ConnectionType.QueuedConnection)
        self._drawers = drawers(self._replied.emit)

    @property
    def char_boxes(self) -> Mapping[int, tuple[Rect, ...]]:
        """The character boxes found so far, by the index of their word."""
        return self._boxes

    def follow(self, session: Showing) -> None:
        """Show the pages of whatever letter is on the desk."""

        def open_its_file() -> None:
            self.open_letter(session.pdf if session.text.pages else None)

        session.letter_shown.connect(open_its_file)
        open_its_file()

    def open_letter(self, pdf: Pdf | None) -> None:
        """Show the pages of this letter from now on; what was asked for another is taken back."""
        if pdf is not None and self._pdf is not None and pdf.sha256 == self._pdf.sha256:
            return
        if pdf is None or not self._cache.knows(pdf.sha256):
            self.letter_leaving.emit()
        for ticket in (*self._wanted.values(), *self._for_strips.values()):
            self._drawers.cancel(ticket)
        for known in (self._wanted, self._for_strips, self._boxes_asked, self._boxes, self._reasons):
            known.clear()
        self._pdf = pdf
        self.letter_opened.emit()

    def want(self, seen: Mapping[int, float], near: Mapping[int, float]) -> None:
        """Have pages drawn, each at its scale: those that are seen, the first one first, then those near them.

        What else was wanted before is dropped.
        """
        wanted = [*near.items(), *reversed(list(seen.items()))]
        keys = {key: key.page in seen for page, scale in wanted if (key := self._key(page, scale)) is not None}
        for key in self._wanted.keys() - keys.keys():
            self._drawers.cancel(self._wanted.pop(key))
        for key, urgent in keys.items():  # the drawers begin with the urgent task that comes last
            self._ask(self._wanted, key, urgent)

    def foresee(self, sights: Sequence[tuple[Pdf, Mapping[int, float]]]) -> None:
        """Have pages of other letters drawn, each at its scale, when there is nothing else to do, and for strips too.

        What else was foreseen before is dropped; of the sights, the first count most where there is not room for all.
        """
        keys = {key: pdf for pdf, sight in sights for key in self._foreseen(pdf, sight)}
        for key in self._ahead.keys() - keys.keys():
            self._drawers.cancel(self._ahead.pop(key))
        known = self._wanted.keys() | self._for_strips.keys() | self._ahead.keys()
        for key, pdf in keys.items():
            if key not in known and self._cache.get(key) is None:
                self._ahead[key] = self._drawers.submit(pdf, Render(key.page, key.scale))

    def image(self, page: int, scale: float) -> QImage | None:
        """The page drawn at just this scale, where it has been."""
        key = self._key(page, scale)
        return self._cache.get(key) if key else None

    def nearest_image(self, page: int, scale: float) -> QImage | None:
        """The page drawn at any scale, the nearest one: to be seen until the sharp one is there."""
        key = self._key(page, scale)
        return self._cache.nearest(key) if key else None

    def drawn(self, page: int, scale: float) -> QImage | None:
        """The page drawn at just this scale; None while that is on its way: `image_ready` tells when it is there."""
        key = self._key(page, scale)
        if key is not None and self._cache.get(key) is None:
            self._ask(self._for_strips, key, urgent=True)
        return self._cache.get(key) if key else None

    def reason(self, page: int) -> str | None:
        """Why the page could not be drawn, as a sentence; None where it could, or has not been tried."""
        return self._reasons.get(page)

    def crop_strip(self, text: LetterText, span: Span, scale: float, lines: int = STRIP_LINES) -> QImage | None:
        """The printed words of a span with a few around them, marked; None until `strip_ready`, or where none is."""
        strip = strip_of(text, span, lines)
        self._strip_scale = scale
        keys = [key for page in strip.pages if (key := self._key(page, scale)) is not None]
        missing = [key for key in keys if self._cache.get(key) is None]
        for key in missing:
            self._ask(self._for_strips, key, urgent=False)
        if missing or not keys:
            return None
        images = {key.page: image for key in keys if (image := self._cache.get(key)) is not None}
        return compose(strip, scale, lambda page: whole(images[page.number], page))

    def want_char_boxes(self, words: Mapping[int, Word]) -> None:
        """Have the characters of these words found, by the word's index; `char_boxes` holds them when they are."""
        new = {index: word for index, word in words.items() if index not in self._boxes_asked}
        if new and self._pdf is not None:
            self._boxes_asked.update(new)
            self._drawers.submit(self._pdf, CharBoxes(new), urgent=True)

    def close(self) -> None:
        """End the drawing processes and give all memory back."""
        self._drawers.close()
        self._cache.clear()

    def _key(self, page: int, scale: float) -> Key | None:
        return _key(self._pdf, page, scale) if self._pdf else None

    def _foreseen(self, pdf: Pdf, sight: Mapping[int, float]) -> Iterator[Key]:
        for page, scale in sight.items():
            yield _key(pdf, page, scale)
            if self._strip_scale is not None:
                yield _key(pdf, page, self._strip_scale)

    def _ask(self, asked: dict[Key, Ticket], key: Key, urgent: bool) -> None:
        if self._pdf and key not in asked and key.page not in self._reasons and self._cache.get(key) is None:
            if (foreseen := self._ahead.pop(key, None)) is not None:
                self._drawers.cancel(foreseen)
            asked[key] = self._drawers.submit(self._pdf, Render(key.page, key.scale), urgent=urgent)

    def _on_reply(self, reply: Reply) -> None:
        if isinstance(reply.task, Render):
            self._on_page(Key(reply.pdf.sha256, reply.task.page, reply.task.scale), reply.outcome)
        elif isinstance(reply.outcome, FoundBoxes) and self._shows(reply.pdf.sha256):
            self._boxes.update(reply.outcome.by_word)
            self.char_boxes_ready.emit()

    def _shows(self, sha256: str) -> bool:
        return self._pdf is not None and self._pdf.sha256 == sha256

    def _on_page(self, key: Key, outcome: Outcome) -> None:
        waited_for = self._for_strips.pop(key, None) is not None
        self._wanted.pop(key, None)
        self._ahead.pop(key, None)
        if isinstance(outcome, Picture):
            self._cache.put(key, outcome)
        if not self._shows(key.sha256):
            return
        if isinstance(outcome, Failure):
            self._reasons[key.page] = outcome.message
        self.image_ready.emit(key.page)
        if waited_for:
            self.strip_ready.emit(key.page)


def _key(pdf: Pdf, page: int, scale: float) -> Key:
    return Key(pdf.sha256, page, round(scale, 4))
