"""Pictures of values of many letters: the printed words cut out of each letter's pages, never waited for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QImage

from imr_desk.desk.batch.cards import CardKey
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.pages.crop_strip import Piece, Strip, clips, compose, strip_of
from imr_desk.desk.pages.page_images import Drawers, MakeDrawers
from imr_desk.intake.picture import Picture
from imr_desk.intake.request import Pdf, Render, Reply, Ticket
from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import Failure
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.store.file.errors import StoreError
from imr_desk.store.kept.stored import FieldValue


@dataclass(frozen=True, slots=True)
class Look:
    """How words are to be drawn: device pixels a point, and the most printed lines there is room for."""

    scale: float
    lines: int


@dataclass(frozen=True, eq=False)
class Shown:
    """The words as they are printed; the letter's text and the strip tell where they stand."""

    text: LetterText
    span: Span
    strip: Strip
    image: QImage
    scale: float


@dataclass(frozen=True, slots=True)
class NotShown:
    """There is no picture of the words, and why, as a sentence."""

    why: str


@dataclass(frozen=True, eq=False)
class _Drawing:
    """A picture in the making: what is asked for of each page, and what has come."""

    text: LetterText
    span: Span
    strip: Strip
    clips: Mapping[int, Rect]
    tickets: tuple[Ticket, ...]
    pieces: dict[int, Piece] = field(default_factory=dict)


class BatchPictures(QObject):
    """Knows how the values of this page of cards and of the next one look; all others it forgets.

    Letters are read through a keeper of its own, so that nothing else waits for them; its processes start when
    they are first wanted.
    """

    picture_ready = Signal(object)
    """The `CardKey` of a value that has a picture now, or a reason why it has none."""
    _replied = Signal(object)

    def __init__(self, reader: Keeper, drawers: MakeDrawers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._start = drawers
        self._drawers: Drawers | None = None
        self._look = Look(1.0, 1)
        self._unread: dict[CardKey, FieldValue] = {}
        self._drawings: dict[CardKey, _Drawing] = {}
        self._made: dict[CardKey, Shown | NotShown] = {}
        self._replied.connect(self._on_reply, Qt.ConnectionType.QueuedConnection)

    def prepare(self) -> None:
        """Have the drawing processes started: they are ready when the first picture is wanted."""
        self._drawing()

    def want(self, values: Iterable[FieldValue], look: Look) -> None:
        """Have these values' words drawn, the first ones first; whatever else was wanted is dropped."""
        wanted = {value.key: value for value in values}
        self._keep_only(wanted.keys() if look == self._look else ())
        self._look = look
        known = {*self._unread, *self._drawings, *self._made}
        new = {key: value for key, value in wanted.items() if key not in known}
        self._unread |= new
        for letter_id in dict.fromkeys(letter_id for letter_id, _ in new):
            self._fetch(letter_id)

    def picture(self, value: FieldValue) -> Shown | NotShown | None:
        """The value's words; None while they are on their way."""
        return self._made.get(value.key)

    def close(self) -> None:
        """End the drawing processes."""
        if self._drawers is not None:
            self._drawers.close()

    def _keep_only(self, keys: Collection[CardKey]) -> None:
        for ticket in (ticket for key, one in self._drawings.items() if key not in keys for ticket in one.tickets):
            self._drawing().cancel(ticket)
        self._unread = {key: value for key, value in self._unread.items() if key in keys}
        self._drawings = {key: drawing for key, drawing in self._drawings.items() if key in keys}
        self._made = {key: made for key, made in self._made.items() if key in keys}

    def _fetch(self, letter_id: int) -> None:
        """Read a letter, unless nobody wants it any more when its turn comes."""
        self._reader.ask(
            lambda store: store.printed(letter_id) if self._unread_of(letter_id) else None,
            lambda printed: self._on_printed(letter_id, *printed) if printed else None,
            lambda error: self._on_unreadable(letter_id, error),
        )

    def _unread_of(self, letter_id: int) -> list[FieldValue]:
        return [value for value in tuple(self._unread.values()) if value.letter_id == letter_id]

    def _on_printed(self, letter_id: int, text: LetterText, data: bytes) -> None:
        for value in self._unread_of(letter_id):
            self._begin(value, text, Pdf(value.file, data))

    def _on_unreadable(self, letter_id: int, error: StoreError) -> None:
        for value in self._unread_of(letter_id):
            self._finish(value.key, NotShown(str(error)))

    def _begin(self, value: FieldValue, text: LetterText, pdf: Pdf) -> None:
        key, span = value.key, value.printed
        strip = strip_of(text, span, self._look.lines) if span else None
        if strip is None or span is None or not strip.rows:
            self._finish(key, NotShown(_tr("No words are printed for it.")))
        elif strip.left_out:
            self._finish(key, NotShown(_tr("Its words are too long for a card.")))
        else:
            scale, drawers = self._look.scale, self._drawing()
            parts = clips(strip, scale)
            tickets = tuple(drawers.submit(pdf, Render(page, scale, clip)) for page, clip in parts.items())
            del self._unread[key]
            self._drawings[key] = _Drawing(text, span, strip, parts, tickets)

    def _drawing(self) -> Drawers:
        if self._drawers is None:
            self._drawers = self._start(self._replied.emit)
        return self._drawers

    def _on_reply(self, reply: Reply) -> None:
        key = next((key for key, one in self._drawings.items() if reply.ticket in one.tickets), None)
        if isinstance(reply.outcome, Picture) and isinstance(reply.task, Render):
            if key is not None:
                self._take_up(key, reply.task.page, reply.outcome)
            reply.outcome.release()
        elif isinstance(reply.outcome, Failure) and key is not None:
            self._finish(key, NotShown(reply.outcome.message))

    def _take_up(self, key: CardKey, page: int, picture: Picture) -> None:
        drawing = self._drawings[key]
        drawing.pieces[page] = _piece(picture, drawing.clips[page])
        if len(drawing.pieces) == len(drawing.clips):
            image = compose(drawing.strip, self._look.scale, lambda page: drawing.pieces[page.number])
            self._finish(key, Shown(drawing.text, drawing.span, drawing.strip, image, self._look.scale))

    def _finish(self, key: CardKey, made: Shown | NotShown) -> None:
        self._unread.pop(key, None)
        self._drawings.pop(key, None)
        self._made[key] = made
        self.picture_ready.emit(key)


def _piece(picture: Picture, clip: Rect) -> Piece:
    """A copy of the picture, whose own memory goes back to be drawn into again."""
    seen = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    corner = QPoint(round(clip.x0 * picture.scale), round(clip.y0 * picture.scale))
    return Piece(seen.copy(), picture.scale, corner)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BatchPictures", text)
