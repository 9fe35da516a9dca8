"""A desk with pages for tests: a letter in a real store, its session, and a page view drawn in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.intake.picture import Picture
from imr_desk.intake.request import CharBoxes, FoundBoxes, Outcome, Pdf, Render, Reply, Task, Ticket
from imr_desk.letter.reading import Failure, FailureKind, Matched, Reading, Source, TextLayer, Unrecognised
from imr_desk.letter.record import blank_record
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page
from imr_desk.pdf.document import opened
from imr_desk.pdf.errors import PdfError
from imr_desk.pdf.page_image import render
from imr_desk.pdf.text_layer import char_boxes
from imr_desk.samples.generate import SampleLetter
from imr_desk.store.store import Store
from imr_desk.ui.page.page_view import PageView
from tests.making import Inline


class DrawnHere:
    """Draws at once and in this process: workers without the processes."""

    def __init__(self, on_reply: Callable[[Reply], None]) -> None:
        self._on_reply = on_reply
        self.drawn: list[Render] = []
        self._tickets = 0

    def submit(self, pdf: Pdf, task: Task, *, urgent: bool = False) -> Ticket:  # noqa: ARG002  (here all is urgent)
        self._tickets += 1
        ticket = Ticket(self._tickets)
        self._on_reply(Reply(ticket, pdf, task, self.outcome_of(pdf, task)))
        return ticket

    def cancel(self, ticket: Ticket) -> None: ...

    def close(self) -> None: ...

    def outcome_of(self, pdf: Pdf, task: Task) -> Outcome:
        try:
            with opened(pdf.data) as document:
                if isinstance(task, CharBoxes):
                    return FoundBoxes(char_boxes(document, task.words))
                assert isinstance(task, Render)
                self.drawn.append(task)
                image = render(document, task.page, task.scale, task.clip)
                copy = memoryview(bytes(image.pixels))
                return Picture(image.width, image.height, image.stride, image.scale, copy, None)
        except PdfError as error:
            return error.about(pdf.file)


@dataclass
class Desk:
    """What a person does at the pages, as verbs."""

    store: Store
    session: Session
    focus: Focus
    images: PageImages
    page: PageView

    def add(self, letter: SampleLetter) -> int:
        """Put a letter into the store, read without fault."""
        return self.add_outcome(letter.pdf, letter.file, reading_of(letter))

    def add_outcome(self, data: bytes, file: str, outcome: Reading | Failure) -> int:
        return self.store.add(data, file, outcome, "clerk").letter_id

    def span_of(self, words: str, nth: int = 0) -> Span:
        """Where words stand in the open letter."""
        text, start = self.session.text.text, -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def spot(self, offset: int, right: bool = False) -> QPoint:
        """The middle of a character's left (right) half in the window; the page is scrolled to it."""
        place = self.session.text.places(Span(offset, offset + 1))[0]
        self.page.canvas.keep_visible(place)
        box = self.page.canvas.rect_of(place)
        return QPoint(round(box.x() + box.width() * (0.75 if right else 0.25)), round(box.center().y()))

    def drag(self, span: Span, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press on the span's first character, move to its last, let go."""
        viewport = self.page.canvas.viewport()
        end = self.spot(span.end - 1, right=True)
        start = self.spot(span.start)
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, keys, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, keys, end)

    def click(self, offset: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.page.canvas.viewport(), Qt.MouseButton.LeftButton, keys, self.spot(offset))

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.canvas, key, keys)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.page.canvas, words)

    def settle(self) -> None:
        """Let everything happen that is due now."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    @property
    def selected(self) -> str | None:
        span = self.page.selection.span
        return self.session.text.printed(span) if span else None


def reading_of(letter: SampleLetter) -> Reading:
    """The letter read without fault."""
    source = Source(letter.file, Pdf(letter.file, letter.pdf).sha256, len(letter.text.pages), TextLayer.EMBEDDED)
    return Reading(source, letter.text, Matched("D3", ()), (), letter.truth)


def blank_reading() -> Reading:
    """Two pages of different size without any words."""
    pages = (Page(1, 612, 792, Span(0, 0)), Page(2, 792, 612, Span(1, 1)))
    source = Source("blank.pdf", "0" * 64, 2, TextLayer.NONE)
    return Reading(source, LetterText("\f", pages, ()), Unrecognised(), (), blank_record())


class NeverDrawn(DrawnHere):
    """Takes every task and does none, like a process that hangs."""

    def submit(self, *_: object, **__: object) -> Ticket:
        return Ticket(0)


class Undrawable(DrawnHere):
    """Fails at every task."""

    def outcome_of(self, pdf: Pdf, _: Task) -> Outcome:
        return Failure(pdf.file, FailureKind.CRASHED, f"“{pdf.file}” cannot be drawn. Its fields are safe.")


def make_desk(folder: Path, drawers: type[DrawnHere] = DrawnHere) -> Desk:
    store = Store.create(folder / "letters.imrdesk")
    session, focus = Session(Keeper(store, Inline()), "clerk"), Focus()
    images = PageImages(drawers)
    images.follow(session)
    return Desk(store, session, focus, images, PageView(session, focus, images))
