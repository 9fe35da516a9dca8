"""Dimming of repeated words, on a whole window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.letter.span import Span
from imr_desk.ui.page.marks import Ink, Marks
from tests.ui.window import WholeDesk

COMMON = "MAXIMUS Federal Services gave the whole case file"


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    """A desk with a letter whose kind the store knows well."""
    letters = whole_desk.add(1, 2, 3, 4, 5, 6)
    whole_desk.open(letters[0])
    return whole_desk


@pytest.fixture
def marks(desk: WholeDesk) -> list[Marks]:
    """The marks on the pages, the last one in force."""
    seen: list[Marks] = []
    desk.window.work.page.canvas.marks_changed.connect(seen.append)
    return seen


def dimmed(desk: WholeDesk, marks: list[Marks], span: Span) -> bool:
    """Whether the middle of the span's first line is dimmed."""
    place = desk.parts.session.text.places(span)[0]
    x, y = (place.rect.x0 + place.rect.x1) / 2, (place.rect.y0 + place.rect.y1) / 2
    on_page = marks[-1].get(place.page, ()) if marks else ()
    return any(box.contains(x, y) for mark in on_page if mark.ink is Ink.REPEATED for box in mark.boxes)


def span_of(desk: WholeDesk, words: str) -> Span:
    start = desk.parts.session.text.text.index(words)
    return Span(start, start + len(words))


def test_repeated_words_are_dimmed_and_shown_in_full_again(desk: WholeDesk, marks: list[Marks], qtbot: QtBot) -> None:
    common = span_of(desk, COMMON)
    desk.trigger("dim_repeated")
    qtbot.waitUntil(lambda: dimmed(desk, marks, common))
    assert "dimmed" in desk.window.status_line.repeated.text()
    desk.trigger("dim_repeated")
    qtbot.waitUntil(lambda: not dimmed(desk, marks, common))
    assert desk.window.status_line.repeated.isHidden()


def test_values_and_highlights_are_never_dimmed(desk: WholeDesk, marks: list[Marks], qtbot: QtBot) -> None:
    common = span_of(desk, COMMON)
    desk.trigger("dim_repeated")
    qtbot.waitUntil(lambda: dimmed(desk, marks, common))
    record = desk.parts.session.record
    values = [path for path in record if record.at(path).span and path.startswith("header.")]
    assert values
    assert [path for path in values if dimmed(desk, marks, record.at(path).span)] == []
    desk.parts.session.add_highlight("1", common)
    qtbot.waitUntil(lambda: not dimmed(desk, marks, common))


def test_a_passage_in_focus_is_not_dimmed(desk: WholeDesk, marks: list[Marks], qtbot: QtBot) -> None:
    common = span_of(desk, COMMON)
    desk.parts.session.recapture("items[0].rationale", common)
    desk.parts.focus.set("header.case_number")
    desk.trigger("dim_repeated")
    qtbot.waitUntil(lambda: dimmed(desk, marks, common))
    desk.parts.focus.set("items[0].rationale")
    qtbot.waitUntil(lambda: not dimmed(desk, marks, common))


def test_with_too_few_letters_the_status_line_says_so(whole_desk: WholeDesk) -> None:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.trigger("dim_repeated")
    assert "too few letters" in whole_desk.window.status_line.repeated.text()


def test_dimming_is_remembered(desk: WholeDesk) -> None:
    desk.trigger("dim_repeated")
    desk.window.close()
    assert desk.parts.remembered.get("dim_repeated") == "yes"
