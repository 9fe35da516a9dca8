"""How printed words become text, and where their characters stand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from imr_desk.letter.geometry import Rect, enclosing
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.pdf.document import opened
from imr_desk.pdf.errors import Damaged
from imr_desk.pdf.text_layer import char_boxes
from tests.pdf.paper import FONT, Paper, Sheet, stream, written
from tests.pdf.reading import read_text


def test_words_are_parted_by_blanks_and_lines_by_line_ends() -> None:
    assert text_of(Sheet((("Date", "of", "Injury:"), ("none",)), pitch=14)).text == "Date of Injury:\nnone"


def test_a_visible_gap_between_lines_is_an_empty_line() -> None:
    assert text_of(Sheet((("above",), ("below",)), pitch=40)).text == "above\n\nbelow"


def test_pages_are_parted_by_form_feeds_and_know_their_text() -> None:
    text = text_of(Sheet((("first",),)), Sheet(()), Sheet((("third",),), width=300))
    assert text.text == "first\f\fthird"
    assert [page.span.of(text.text) for page in text.pages] == ["first", "", "third"]
    assert [page.width for page in text.pages] == [240, 240, 300]
    assert [text.page_at(word.span.start) for word in text.words] == [1, 3]


def test_lines_are_counted_through_the_letter() -> None:
    text = text_of(Sheet((("one", "two"), ("three",))), Sheet((("four",),)))
    assert [word.line for word in text.words] == [0, 0, 1, 2]


@pytest.mark.parametrize("word", ["10-", "“so”", "it’s", "90°", "2×4", "®", "…"])
def test_printed_characters_stay_as_they_are(word: str) -> None:
    assert text_of(Sheet(((word,), ("30-2016",)), pitch=14)).text == f"{word}\n30-2016"


def test_a_soft_hyphen_keeps_its_place() -> None:
    text = text_of(Sheet((("reha\xad",), ("bilitation",)), pitch=14)).text
    assert len(text) == len("reha-\nbilitation")
    assert text[4] in "-\xad"


def test_a_ligature_is_read_as_its_letters_each_with_its_share_of_the_glyph() -> None:
    text, boxes = with_boxes(Sheet((("of\x01ce",),)))
    assert text.text == "office"
    assert in_a_row(boxes)
    assert boxes[2].width == pytest.approx(boxes[3].width) == pytest.approx(boxes[2].x1 - boxes[2].x0)
    assert boxes[2].x1 == pytest.approx(boxes[3].x0)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("upwards", [False, True])
def test_characters_follow_each_other_whichever_way_the_page_is_turned(turn: int, upwards: bool) -> None:
    _, boxes = with_boxes(Sheet((("of\x01ce",),), turn=turn, upwards=upwards))
    turned = (turn - 90 * upwards) % 360
    assert in_a_row([rotated_back(box, turned) for box in boxes])


def test_the_same_word_printed_twice_in_one_place_has_its_characters() -> None:
    content = stream("BT /F 12 Tf 1 0 0 1 20 100 Tm (bold) Tj 1 0 0 1 20 100 Tm (bold) Tj ET")
    with opened(one_page(content)) as document:
        text = read_text(document)
        assert set(char_boxes(document, dict(enumerate(text.words)))) == set(range(len(text.words)))


def test_a_word_that_is_not_there_has_no_characters() -> None:
    text = text_of(Sheet((("here",),)))
    with opened(Paper([Sheet((), cropped_away="elsewhere")]).data()) as other:
        assert char_boxes(other, {0: text.words[0]}) == {}


def test_a_span_that_cuts_a_word_gets_just_its_characters() -> None:
    text, boxes = with_boxes(Sheet((("54-year-old",),)))
    (place,) = text.places(Span(0, 2))
    assert place.rect == enclosing(boxes[:2])


def test_a_page_without_words_is_a_page() -> None:
    text = text_of(Sheet(()))
    assert (text.text, text.words, len(text.pages)) == ("", (), 1)


def test_a_page_that_is_promised_and_missing_is_named_as_damage() -> None:
    broken = written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 2>>", LEAF, "null", FONT])
    with opened(broken) as document, pytest.raises(Damaged):
        read_text(document)


LEAF = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"


def one_page(content: str) -> bytes:
    return written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", LEAF, content, FONT])


def text_of(*sheets: Sheet) -> LetterText:
    with opened(Paper(sheets).data()) as document:
        return read_text(document)


def with_boxes(*sheets: Sheet) -> tuple[LetterText, tuple[Rect, ...]]:
    """The text, knowing the boxes of its first word's characters, and these boxes."""
    with opened(Paper(sheets).data()) as document:
        text = read_text(document)
        boxes = char_boxes(document, {0: text.words[0]})
        return text.with_char_boxes(boxes), boxes[0]


def in_a_row(boxes: tuple[Rect, ...] | list[Rect]) -> bool:
    return all(one.width > 0 and abs(one.x1 - other.x0) < 0.1 for one, other in pairwise(boxes))


def rotated_back(box: Rect, turn: int) -> Rect:
    """The box on a page turned back by so many degrees, wherever that page may lie."""
    match turn:
        case 90:
            return Rect(box.y0, -box.x1, box.y1, -box.x0)
        case 180:
            return Rect(-box.x1, -box.y1, -box.x0, -box.y0)
        case 270:
            return Rect(-box.y1, box.x0, -box.y0, box.x1)
        case _:
            return box
