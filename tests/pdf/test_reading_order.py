"""How recognised lines become lines as letters print them."""

from __future__ import annotations

import pytest

from imr_desk.letter.geometry import Rect
from imr_desk.pdf.composer import Composer, PrintedWord
from imr_desk.pdf.reading_order import Line, in_reading_order

CHAR, HEIGHT = 5.0, 10.0
LEFT = 72.0


def line(y: float, *words: tuple[float, str] | str, sinking: float = 0.0) -> Line:
    """Words on a line, each at its place or a blank after the one before; the page may sink to the right."""
    found: Line = []
    x = LEFT
    for word in words:
        x, string = (x, word) if isinstance(word, str) else word
        down = y + sinking * x
        found.append(PrintedWord(Rect(x, down, x + CHAR * len(string), down + HEIGHT), string))
        x = found[-1].rect.x1 + CHAR / 2
    return found


def read(*lines: Line) -> str:
    composer = Composer()
    composer.add_page(612, 792, in_reading_order(lines))
    return composer.letter_text().text


def test_lines_of_a_paragraph_stay_lines_and_paragraphs_stand_apart() -> None:
    assert read(line(100, "one", "two"), line(113, "three"), line(140, "four")) == "one two\nthree\n\nfour"


def test_the_cells_of_a_row_follow_each_other() -> None:
    row = line(100, "Case", "Number:", (185, "CM16-0012345"), (335, "Assigned:"), (432, "05/04/2016"))
    assert read(row) == "Case Number:\nCM16-0012345\nAssigned:\n05/04/2016"


def test_a_label_of_two_lines_is_read_whole_before_its_value() -> None:
    upper = line(100, "Priority:", (185, "Standard"), (335, "Application"), (432, "05/03/2014"))
    lower = line(113, (335, "Received:"))
    assert read(upper, lower) == "Priority:\nStandard\nApplication\nReceived:\n05/03/2014"


def test_so_is_one_at_the_left_margin() -> None:
    assert read(line(100, "Application", (185, "05/03/2014")), line(113, "Received:")) == (
        "Application\nReceived:\n05/03/2014"
    )


def test_a_label_that_is_complete_is_not_continued() -> None:
    upper, lower = line(100, "Priority:", (185, "Standard")), line(113, "Remarks:")
    assert read(upper, lower) == "Priority:\nStandard\nRemarks:"


def test_a_sentence_with_a_wide_gap_goes_on_in_the_next_line() -> None:
    upper, lower = line(100, "Decision", "based", "on", (200, "the"), "guideline"), line(113, "of", "2009.")
    assert read(upper, lower) == "Decision based on\nthe guideline\nof 2009."


@pytest.mark.parametrize("sinking", [-0.05, -0.02, 0.02, 0.05])
def test_a_page_that_lies_askew_reads_as_if_it_lay_straight(sinking: float) -> None:
    words = ("the worker was", "hurt while lifting", "a box of nails", "from a shelf")
    table = line(100, "Priority:", (185, "Standard"), (335, "Application"), (432, "05/03/2014"), sinking=sinking)
    rest = line(113, (335, "Received:"), sinking=sinking)
    text = [line(y, *words, sinking=sinking) for y in (150, 164, 190)]
    straight = " ".join(words)
    assert read(table, rest, *text) == (
        f"Priority:\nStandard\nApplication\nReceived:\n05/03/2014\n\n{straight}\n{straight}\n\n{straight}"
    )


def test_boxes_stay_where_they_are_on_the_page() -> None:
    askew = line(100, "every word", "keeps the box", "that it has", "on the page", "as it lies", sinking=0.03)
    (seen,) = in_reading_order([askew])
    assert list(seen.words) == askew


def test_an_empty_page_has_no_lines() -> None:
    assert in_reading_order([]) == []
