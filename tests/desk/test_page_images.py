"""Pictures of pages: drawn once, the visible ones first, stale ones dropped, memory bounded, failures told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.intake.picture import Picture
from imr_desk.intake.request import CharBoxes, FoundBoxes, Outcome, Pdf, Render, Reply, Task, Ticket
from imr_desk.intake.worker import Workers
from imr_desk.letter.geometry import Rect
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.letter.span import Span
from imr_desk.samples.generate import generate
from tests.making import letter_text

TEXT = "Request for Norco 10/325mg #60 with two refills each\nmonth: Upheld\fsecond page"
LETTER = letter_text(TEXT)
ONE, OTHER = Pdf("one.pdf", b"one"), Pdf("other.pdf", b"other")


class ByHand:
    """Drawers that answer when the test says so."""

    def __init__(self) -> None:
        self.waiting: dict[Ticket, tuple[Pdf, Task, bool]] = {}
        self.closed = False
        self._count = 0
        self.on_reply: Callable[[Reply], None]

    def __call__(self, on_reply: Callable[[Reply], None]) -> ByHand:
        self.on_reply = on_reply
        return self

    def submit(self, pdf: Pdf, task: Task, *, urgent: bool = False) -> Ticket:
        self._count += 1
        self.waiting[Ticket(self._count)] = (pdf, task, urgent)
        return Ticket(self._count)

    def cancel(self, ticket: Ticket) -> None:
        self.waiting.pop(ticket, None)

    def close(self) -> None:
        self.closed = True

    @property
    def asked(self) -> list[tuple[int, float, bool]]:
        return [(t.page, t.scale, urgent) for _, t, urgent in self.waiting.values() if isinstance(t, Render)]

    def answer(self, outcome: Outcome | None = None) -> None:
        """Answer everything, with pages of white paper unless told otherwise."""
        for ticket, (pdf, task, _) in list(self.waiting.items()):
            del self.waiting[ticket]
            self.on_reply(Reply(ticket, pdf, task, outcome or white(task)))


def white(task: Task) -> Picture:
    assert isinstance(task, Render)
    width, height = round(612 * task.scale), round(792 * task.scale)
    return Picture(width, height, width * 3, task.scale, memoryview(b"\xff" * (width * 3 * height)), None)


@pytest.fixture
def drawers() -> ByHand:
    return ByHand()


@pytest.fixture
def images(qapp: object, drawers: ByHand) -> Iterator[PageImages]:
    images = PageImages(drawers)
    images.open_letter(ONE)
    yield images
    images.close()


def test_a_page_is_drawn_once_and_then_known(images: PageImages, drawers: ByHand, qtbot: QtBot) -> None:
    images.want({1: 1.5}, {})
    images.want({1: 1.5}, {})
    assert drawers.asked == [(1, 1.5, True)]
    with qtbot.waitSignal(images.image_ready) as ready:
        drawers.answer()
    assert ready.args == [1]
    image = images.image(1, 1.5)
    assert image is not None
    assert (image.width(), image.height()) == (918, 1188)
    images.want({1: 1.5}, {})
    assert drawers.asked == []


def test_the_pages_in_sight_go_first(images: PageImages, drawers: ByHand) -> None:
    images.want({2: 1, 3: 1}, {4: 1, 1: 1})
    assert sorted(drawers.asked) == [(1, 1, False), (2, 1, True), (3, 1, True), (4, 1, False)]


def test_what_is_out_of_sight_or_at_another_zoom_is_taken_back(images: PageImages, drawers: ByHand) -> None:
    images.want({1: 1, 2: 1}, {})
    images.want({2: 2}, {})
    assert drawers.asked == [(2, 2, True)]


def test_the_old_picture_stands_in_until_the_sharp_one_is_there(
    images: PageImages, drawers: ByHand, qtbot: QtBot
) -> None:
    images.want({1: 1}, {})
    with qtbot.waitSignal(images.image_ready):
        drawers.answer()
    assert images.image(1, 2) is None
    old = images.nearest_image(1, 2)
    assert old is not None
    assert old.width() == 612


def test_pictures_of_a_letter_that_was_left_do_not_show(images: PageImages, drawers: ByHand, qtbot: QtBot) -> None:
    images.want({1: 1}, {})
    late = dict(drawers.waiting)
    images.open_letter(OTHER)
    assert drawers.asked == []
    drawers.waiting = late
    drawers.answer()
    images.want({1: 1}, {})
    with qtbot.waitSignal(images.image_ready):
        drawers.answer(Failure("other.pdf", FailureKind.CRASHED, "other.pdf could not be drawn."))
    assert images.image(1, 1) is None
    images.open_letter(ONE)
    assert images.image(1, 1) is not None


def test_a_page_that_cannot_be_drawn_says_why_and_is_not_tried_again(
    images: PageImages, drawers: ByHand, qtbot: QtBot
) -> None:
    images.want({1: 1}, {})
    with qtbot.waitSignal(images.image_ready):
        drawers.answer(Failure("one.pdf", FailureKind.TOO_SLOW, "Page 1 of one.pdf took too long to draw."))
    assert images.reason(1) == "Page 1 of one.pdf took too long to draw."
    images.want({1: 2}, {})
    assert drawers.asked == []


def test_memory_is_bounded_and_given_back(qapp: object, drawers: ByHand, qtbot: QtBot) -> None:
    images = PageImages(drawers, room=4_000_000)
    images.open_letter(ONE)
    pictures = []
    for page in range(1, 6):
        images.want({page: 1}, {})
        picture = white(Render(page, 1))
        pictures.append(picture)
        with qtbot.waitSignal(images.image_ready):
            drawers.answer(picture)
    assert images.image(5, 1) is not None
    assert images.image(1, 1) is None
    with pytest.raises(ValueError, match="released"):
        bytes(pictures[0].pixels)
    images.close()
    assert drawers.closed


def test_an_image_held_past_its_time_is_empty_not_dangerous(images: PageImages, drawers: ByHand, qtbot: QtBot) -> None:
    images.want({1: 1}, {})
    with qtbot.waitSignal(images.image_ready):
        drawers.answer()
    held = images.image(1, 1)
    images.close()
    assert held is not None
    assert held.isNull()


def strip(images: PageImages, drawers: ByHand, qtbot: QtBot, span: Span, lines: int = 6) -> QImage:
    assert images.crop_strip(LETTER, span, 1, lines) is None
    with qtbot.waitSignal(images.strip_ready):
        drawers.answer()
    made = images.crop_strip(LETTER, span, 1, lines)
    assert made is not None
    return made


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_strip_shows_whole_words_of_context_around_the_wanted_ones_which_are_tinted(
    images: PageImages, drawers: ByHand, qtbot: QtBot
) -> None:
    made = strip(images, drawers, qtbot, span_of("10/325mg"))
    before, after = TEXT.index("for"), TEXT.index("refills") - 1
    assert made.width() == pytest.approx((after - before) * 10 + 3, abs=2)
    middle = made.height() // 2
    wanted = (TEXT.index("10/325mg") - before) * 10 + 20
    assert made.pixelColor(wanted, middle) != QColor("white")
    assert made.pixelColor(5, middle) == QColor("white")


def test_a_strip_of_a_long_span_is_cut_to_the_lines_asked_for(
    images: PageImages, drawers: ByHand, qtbot: QtBot
) -> None:
    whole = strip(images, drawers, qtbot, Span(0, len(TEXT)))
    two = images.crop_strip(LETTER, Span(0, len(TEXT)), 1, lines=2)
    assert two is not None
    assert two.height() < whole.height()


def test_words_without_a_picture_have_no_strip(images: PageImages, drawers: ByHand, qtbot: QtBot) -> None:
    assert images.crop_strip(LETTER, span_of("second"), 1) is None
    with qtbot.waitSignal(images.strip_ready):
        drawers.answer(Failure("one.pdf", FailureKind.CRASHED, "no"))
    assert images.crop_strip(LETTER, span_of("second"), 1) is None
    assert images.crop_strip(LETTER, Span(3, 3), 1) is None


def test_character_boxes_are_asked_for_once_and_told(images: PageImages, drawers: ByHand, qtbot: QtBot) -> None:
    words = {3: LETTER.words[3]}
    images.want_char_boxes(words)
    images.want_char_boxes(words)
    assert [task for _, task, _ in drawers.waiting.values()] == [CharBoxes(words)]
    with qtbot.waitSignal(images.char_boxes_ready):
        drawers.answer(FoundBoxes({3: (Rect(0, 0, 1, 1),)}))
    assert images.char_boxes == {3: (Rect(0, 0, 1, 1),)}
    images.open_letter(OTHER)
    assert images.char_boxes == {}


def test_pages_of_the_next_letter_are_drawn_last_and_are_there_when_it_comes(
    images: PageImages, drawers: ByHand, qtbot: QtBot
) -> None:
    images.foresee([(OTHER, {1: 1.0})])
    images.want({1: 1.0}, {})
    assert drawers.asked == [(1, 1.0, False), (1, 1.0, True)]
    with qtbot.waitSignal(images.image_ready):
        drawers.answer()
    with qtbot.assertNotEmitted(images.letter_leaving):
        images.open_letter(OTHER)
    assert images.image(1, 1.0) is not None


def test_a_foreseen_page_that_is_asked_for_now_is_urgent(images: PageImages, drawers: ByHand) -> None:
    images.foresee([(OTHER, {1: 1.0})])
    images.open_letter(OTHER)
    images.want({1: 1.0}, {})
    assert drawers.asked == [(1, 1.0, True)]


def test_what_is_foreseen_no_more_is_taken_back(images: PageImages, drawers: ByHand) -> None:
    images.foresee([(OTHER, {1: 1.0, 2: 1.0})])
    images.foresee([(OTHER, {2: 1.0})])
    assert drawers.asked == [(2, 1.0, False)]


def test_real_worker_processes_draw_a_page_in_shared_memory(qtbot: QtBot) -> None:
    letter = generate(1)
    images = PageImages(lambda on_reply: Workers(1, on_reply))
    images.open_letter(Pdf(letter.file, letter.pdf))
    with qtbot.waitSignal(images.image_ready, timeout=20_000):
        images.want({1: 1.25}, {})
    image = images.image(1, 1.25)
    assert image is not None
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 2
    images.close()
