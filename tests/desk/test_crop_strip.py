"""Which printed words a strip shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from imr_desk.desk.pages.crop_strip import PAD, Piece, Strip, compose, strip_of, whole
from imr_desk.letter.geometry import Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText, Page, Word
from tests.making import letter_text

TEXT = "A paragraph that ends with a conclusion. Therefore the\nrequest is not necessary. More follows\nafter that."
LETTER = letter_text(TEXT)


def shown(words: str) -> Strip:
    start = TEXT.index(words)
    return strip_of(LETTER, Span(start, start + len(words)), 6)


def printed(strip: Strip) -> list[str]:
    """The words in the rows of a strip."""
    return [
        " ".join(
            word.span.of(TEXT)
            for word in LETTER.words
            if row.cut.contains(word.rect.x0, word.rect.y1) and row.cut.contains(word.rect.x1, word.rect.y1)
        )
        for row in strip.rows
    ]


def test_a_few_words_stand_around_those_of_one_line() -> None:
    assert printed(shown("conclusion.")) == ["with a conclusion. Therefore the"]


def test_words_over_two_lines_begin_at_the_lines_left_without_a_gap() -> None:
    strip = shown("Therefore the\nrequest is not necessary.")
    assert printed(strip) == [
        "A paragraph that ends with a conclusion. Therefore the",
        "request is not necessary. More follows",
    ]
    assert {row.cut.x0 for row in strip.rows} == {-PAD}
    assert strip.rows[0].wanted.x0 > 300


def test_words_over_two_pages_are_one_strip_with_a_line_from_each() -> None:
    text = "ends with a conclusion.\fTherefore it is not"
    letter = letter_text(text)
    strip = strip_of(letter, Span(text.index("conclusion"), text.index(" it")), 3)
    assert [row.page.number for row in strip.rows] == [1, 2]
    papers = {1: QColor("red"), 2: QColor("blue")}

    def drawn(page: Page) -> Piece:
        image = QImage(round(page.width), round(page.height), QImage.Format.Format_RGB32)
        image.fill(papers[page.number])
        return whole(image, page)

    made = compose(strip, 1, drawn)
    beside_the_wanted = ((50, 5), (150, made.height() - 5))
    assert [made.pixelColor(*spot) for spot in beside_the_wanted] == [papers[1], papers[2]]


def test_only_what_stands_above_words_cuts_into_their_box_not_what_stands_beside_them() -> None:
    """A scan's boxes are as high as its letters, and each cell of a table is a line of its own."""
    boxes = {"Case:": Rect(0, 0, 40, 10), "CM16-1": Rect(50, 1, 90, 11), "CM16-2": Rect(50, 9, 90, 20)}
    text, words = "Case:\nCM16-1\nCM16-2", []
    for line, (word, box) in enumerate(boxes.items()):
        start = text.index(word)
        words.append(Word(Span(start, start + len(word)), 1, line, box))
    letter = LetterText(text, (Page(1, 100, 100, Span(0, len(text))),), tuple(words))
    tops = [strip_of(letter, word.span, 1).rows[0].cut.y0 for word in words]
    assert tops[:2] == [0, 0]
    assert tops[2] > 9


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_a_strip_shows_whole_words_and_all_that_are_wanted(start: int, length: int) -> None:
    span = Span(start, min(len(TEXT), start + length))
    rows = strip_of(LETTER, span, 6).rows
    for index in LETTER.words_in(span):
        box = LETTER.words[index].rect
        assert any(row.cut.contains(box.x0, box.y1) and row.cut.contains(box.x1, box.y1) for row in rows)
    assert all(row.cut.x0 <= row.wanted.x0 and row.wanted.x1 <= row.cut.x1 for row in rows)


def test_the_rules_of_a_table_are_no_part_of_the_words_in_it() -> None:
    """A rule stands in the box of the words, at its top and at its bottom; a shaded cell keeps its shade."""
    letter = letter_text("\n   CM16-1")
    box, shade = letter.words[0].rect, QColor(224, 224, 224)
    page = QImage(round(letter.pages[0].width), round(letter.pages[0].height), QImage.Format.Format_RGB32)
    page.fill(shade)
    painter = QPainter(page)
    for rule in (box.y0 + 1, box.y1 - 2):
        painter.fillRect(0, round(rule), page.width(), 1, QColor("black"))
    ink = QRect(round(box.x0) + 3, round(box.y0) + 5, 2, 3)
    painter.fillRect(ink, QColor("black"))
    painter.end()
    strip = strip_of(letter, Span(4, 10), 1)
    made = compose(strip, 1.0, lambda sheet: whole(page, sheet))
    columns = [{QColor(made.pixel(x, y)).lightness() for y in range(made.height())} for x in range(made.width())]
    assert 0 in set.union(*columns)
    assert all(0 not in column for column in (columns[0], columns[-1], columns[made.width() // 2]))


def test_underlined_words_keep_their_line() -> None:
    """It does not reach beside the words, as the rule of a table does."""
    letter = letter_text("\n   CM16-1")
    box = letter.words[0].rect
    page = QImage(round(letter.pages[0].width), round(letter.pages[0].height), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.fillRect(round(box.x0), round(box.y1) - 2, round(box.width), 1, QColor("black"))
    painter.end()
    made = compose(strip_of(letter, Span(4, 10), 1), 1.0, lambda sheet: whole(page, sheet))
    middle = {QColor(made.pixel(made.width() // 2, y)).lightness() for y in range(made.height())}
    assert 0 in middle


def test_what_hangs_down_from_the_line_above_is_no_part_of_the_words() -> None:
    letter = letter_text("\n   CM16-1")
    box = letter.words[0].rect
    page = QImage(round(letter.pages[0].width), round(letter.pages[0].height), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    tail, stem = QRect(round(box.x0) + 20, round(box.y0) - 4, 2, 4), QRect(round(box.x0) + 10, round(box.y0) + 1, 2, 9)
    for ink in (tail, stem):
        painter.fillRect(ink, QColor("black"))
    painter.end()
    made = compose(strip_of(letter, Span(4, 10), 1), 1.0, lambda sheet: whole(page, sheet))
    dark = {x for x in range(made.width()) for y in range(made.height()) if QColor(made.pixel(x, y)).lightness() < 50}
    assert len(dark) == stem.width()
