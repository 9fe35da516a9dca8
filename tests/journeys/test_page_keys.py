"""Journeys by the page's own keys: each does what the key map says of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from imr_desk.app.demo.clerk import Clerk
from imr_desk.letter.span import Span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def highlighted(reader: Clerk) -> list[str]:
    return [reader.session.text.printed(one.span) for one in reader.session.highlights]


@pytest.fixture
def marker(reader: Clerk) -> Clerk:
    """A reader who has highlighted two words, and whose caret is at the first of them."""
    span = reader.page.span_of("heel pain")
    reader.page.highlight(span, "1")
    reader.page.click_on(span)
    return reader


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["Ctrl+Right"], "heel pain with"),
        (["Ctrl+Left"], "heel"),
        (["Ctrl+Shift+Left"], "of heel pain"),
        (["Ctrl+Shift+Right"], "pain"),
        (["Ctrl+Right", "Ctrl+Right", "Ctrl+Left", "Ctrl+Shift+Left"], "of heel pain with"),
    ],
)
def test_ctrl_and_arrows_move_the_ends_of_the_highlight_at_the_caret(
    marker: Clerk, keys: list[str], words: str
) -> None:
    marker.hands.press(*keys)
    assert highlighted(marker) == [words]
    marker.hands.press(*["Ctrl+Z"] * len(keys))
    assert highlighted(marker) == ["heel pain"]


def test_the_ends_move_by_the_snap_unit(marker: Clerk) -> None:
    marker.hands.press("Ctrl+Alt+1", "Ctrl+Left")
    assert highlighted(marker) == ["heel pai"]
    marker.page.click_on(marker.session.highlights[0].span)
    marker.hands.press("Ctrl+Alt+4", "Ctrl+Right")
    assert highlighted(marker)[0].endswith("morning.")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Ctrl+Alt+1", "eel pai"),
        ("Ctrl+Alt+2", "heel pain"),
        ("Ctrl+Alt+3", "he complained of heel pain with the first steps of the morning"),
    ],
)
def test_a_selection_snaps_to_the_unit_of_the_key(reader: Clerk, key: str, words: str) -> None:
    reader.hands.press(key)
    whole = reader.page.span_of("heel pain")
    reader.page.drag_over(Span(whole.start + 1, whole.end - 1))
    selected = reader.desk.window.work.page.selection.span
    assert selected is not None
    assert reader.session.text.printed(selected) == words


def test_u_removes_and_m_writes_on_the_highlight_at_the_caret(marker: Clerk) -> None:
    marker.answers.words = "in the morning"
    marker.hands.press("M")
    assert [one.memo for one in marker.session.highlights] == ["in the morning"]
    marker.page.click_on(marker.session.highlights[0].span)
    marker.hands.press("U")
    assert marker.session.highlights == ()


@pytest.mark.parametrize("key", ["U", "M", "Q", "Ctrl+Right"])
def test_a_key_that_has_nothing_to_act_on_says_so(reader: Clerk, key: str) -> None:
    reader.page.click_on(reader.page.span_of("heel pain"))
    reader.hands.press(key)
    assert reader.desk.window.work.page.hint.isVisible()
    assert reader.session.highlights == ()


def test_f4_again_shows_the_next_place_with_the_same_words(reader: Clerk) -> None:
    reader.form.go_to("items[1].request")
    page = reader.desk.window.work.page
    words = reader.session.text.printed(reader.session.record.at("items[1].request").span or Span(0, 0))
    reader.hands.press("F4", "F4")
    first = page.selection.span
    reader.hands.press("F4")
    second = page.selection.span
    assert first is not None
    assert second is not None
    assert first != second
    assert {reader.session.text.printed(one).casefold() for one in (first, second)} == {words.casefold()}


def test_marks_are_hidden_while_the_key_is_held(marker: Clerk) -> None:
    canvas = marker.desk.window.work.page.canvas
    with_marks = canvas.grab().toImage()
    QTest.keyPress(canvas, Qt.Key.Key_QuoteLeft)
    assert canvas.grab().toImage() != with_marks
    QTest.keyRelease(canvas, Qt.Key.Key_QuoteLeft)
    assert canvas.grab().toImage() == with_marks


def test_marks_are_hidden_while_the_middle_button_is_held(marker: Clerk) -> None:
    canvas = marker.desk.window.work.page.canvas
    with_marks = canvas.grab().toImage()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.MiddleButton)
    assert canvas.grab().toImage() != with_marks
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.MiddleButton)
    assert canvas.grab().toImage() == with_marks
