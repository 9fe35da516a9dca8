"""The pages as a person uses them: mouse, keyboard, zoom, find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imr_desk.letter.entry import Origin
from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.letter.span import Span
from imr_desk.samples.generate import generate
from imr_desk.ui.page.layout import FitPage, FitWidth, Point
from imr_desk.ui.page.menu import page_menu
from imr_desk.ui.page.tip import tip_at
from imr_desk.ui.page.units import Snap
from tests.ui.page.desk import Desk, NeverDrawn, Undrawable, blank_reading

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def wheel(desk: Desk, at: QPointF, turn: int, keys: Qt.KeyboardModifier = CONTROL) -> None:
    viewport = desk.page.canvas.viewport()
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(viewport, event)


def top_of_words(desk: Desk, span: Span) -> float:
    return desk.page.canvas.rect_of(desk.session.text.places(span)[0]).y()


def test_dragging_over_words_selects_whole_words(desk: Desk) -> None:
    span = desk.span_of("FINAL DETERMINATION")
    desk.drag(Span(span.start + 2, span.end - 3))
    assert desk.selected == "FINAL DETERMINATION"
    assert len(desk.session.history.steps) == 0


def test_dragging_follows_the_words_over_lines(desk: Desk) -> None:
    start = desk.span_of("The expert reviewer developed").start
    end = desk.span_of("case file, including").end
    desk.drag(Span(start, end))
    assert desk.selected == desk.session.text.printed(Span(start, end))
    assert len(desk.session.text.places(desk.page.selection.span)) == 2


def test_a_drag_backwards_selects_the_same(desk: Desk) -> None:
    span = desk.span_of("CLINICAL CASE SUMMARY")
    viewport = desk.page.canvas.viewport()
    start, end = desk.spot(span.end - 1, right=True), desk.spot(span.start)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert desk.selected == "CLINICAL CASE SUMMARY"


def test_a_double_click_selects_a_word_and_a_third_click_the_sentence(desk: Desk) -> None:
    at = desk.span_of("following credentials").start
    viewport, spot = desk.page.canvas.viewport(), desk.spot(at + 1)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.selected == "following"
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.selected is not None
    assert len(desk.selected.split()) > 4


def test_a_click_puts_the_caret_and_clears_the_selection(desk: Desk) -> None:
    span = desk.span_of("CLINICAL CASE SUMMARY")
    desk.drag(span)
    desk.click(span.start)
    assert desk.selected is None
    assert desk.page.selection.caret == span.start


def test_ctrl_drag_fills_the_field_in_focus_from_the_words(desk: Desk) -> None:
    span = desk.span_of(desk.session.text.printed(desk.session.record.at("header.date_assigned").span))
    desk.focus.set("header.decision_date")
    desk.drag(span, CONTROL)
    outcome = desk.session.record.at("header.decision_date").outcome
    assert outcome.span == span
    assert outcome.origin is Origin.RECAPTURED
    assert len(desk.session.history.steps) == 1


def test_ctrl_click_fills_the_field_in_focus_from_the_word(desk: Desk) -> None:
    desk.focus.set("header.decision_date")
    span = desk.session.record.at("header.date_assigned").span
    desk.click(span.start + 2, CONTROL)
    assert desk.session.record.at("header.decision_date").span == span


def test_without_a_field_in_focus_ctrl_click_says_so_and_changes_nothing(desk: Desk) -> None:
    desk.click(desk.span_of("FINAL").start, CONTROL)
    assert len(desk.session.history.steps) == 0
    assert desk.page.hint.isVisible()


def test_alt_click_goes_to_the_field_of_the_fewest_words_then_to_the_next(desk: Desk) -> None:
    request = desk.session.record.at("items[0].request").span
    inside = next(
        path
        for path, entry in desk.session.record.entries.items()
        if entry.span and request.holds(entry.span) and len(entry.span) < len(request)
    )
    spot = desk.session.record.at(inside).span.start
    desk.click(spot, ALT)
    assert desk.focus.path == inside
    desk.click(spot, ALT)
    assert desk.focus.path == "items[0].request"
    desk.click(spot, ALT)
    assert desk.focus.path == inside


def test_alt_click_leaves_the_page_where_it_is(desk: Desk) -> None:
    span = desk.session.record.at("items[0].request").span
    desk.spot(span.start)
    before = desk.page.canvas.verticalScrollBar().value()
    desk.click(span.start, ALT)
    desk.settle()
    assert desk.page.canvas.verticalScrollBar().value() == before


def test_focus_brings_the_words_to_a_third_of_the_window_and_marks_them(desk: Desk, qtbot: QtBot) -> None:
    desk.focus.set("items[1].request")
    span = desk.session.record.at("items[1].request").span
    third = desk.page.canvas.viewport().height() / 3
    qtbot.waitUntil(lambda: abs(top_of_words(desk, span) - third) < 2)
    box = desk.page.canvas.rect_of(desk.session.text.places(span)[0])
    paper = QPoint(round(box.x()) - 1, round(box.y()) + 3)
    qtbot.waitUntil(lambda: desk.page.canvas.viewport().grab().toImage().pixelColor(paper) != QColor("white"))


def test_scrolling_away_from_the_focused_words_is_not_undone(desk: Desk, qtbot: QtBot) -> None:
    desk.focus.set("items[1].request")
    span = desk.session.record.at("items[1].request").span
    qtbot.waitUntil(lambda: 0 < top_of_words(desk, span) < 500)
    wheel(desk, QPointF(300, 300), 1200, Qt.KeyboardModifier.NoModifier)
    scrolled = desk.page.canvas.verticalScrollBar().value()
    desk.session.confirm("items[1].request")
    desk.images.image_ready.emit(1)
    desk.settle()
    assert desk.page.canvas.verticalScrollBar().value() == scrolled


def test_ctrl_wheel_zooms_and_keeps_what_is_under_the_mouse(desk: Desk) -> None:
    canvas, at = desk.page.canvas, QPointF(400, 350)
    canvas.verticalScrollBar().setValue(500)
    scale, before = canvas.scale, canvas.point_at(at)
    wheel(desk, at, 240)
    after = canvas.point_at(at)
    assert canvas.scale > scale
    assert (before.page, round(before.x), round(before.y)) == (after.page, round(after.x), round(after.y))


def test_fit_width_follows_the_window_and_fit_page_shows_a_whole_page(desk: Desk) -> None:
    desk.page.zoom_in()
    desk.page.fit_width()
    narrow = desk.page.canvas.scale
    desk.page.resize(1000, 700)
    assert desk.page.canvas.scale > narrow
    assert desk.page.canvas.zoom == FitWidth()
    desk.page.canvas.set_zoom(FitPage())
    assert desk.page.canvas.scale * 792 < 700
    assert desk.page.canvas.zoom == FitPage()


def test_what_was_seen_is_put_back_also_into_a_window_that_is_still_taking_shape(desk: Desk) -> None:
    canvas = desk.page.canvas
    desk.page.resize(30, 900)
    canvas.put_corner(Point(1, 0, 300))
    assert canvas.point_at(QPointF()).y < 290
    desk.page.resize(700, 500)
    assert round(canvas.point_at(QPointF()).y) == 300
    wheel(desk, QPointF(100, 100), -120, Qt.KeyboardModifier.NoModifier)
    moved = canvas.point_at(QPointF()).y
    desk.page.resize(700, 520)
    assert round(canvas.point_at(QPointF()).y) == round(moved) > 300


def test_arrows_move_the_caret_by_words_and_shift_selects(desk: Desk) -> None:
    desk.click(desk.span_of("CLINICAL").start)
    desk.press(Qt.Key.Key_Right, SHIFT)
    desk.press(Qt.Key.Key_Right, SHIFT)
    assert desk.selected == "CLINICAL CASE"
    desk.press(Qt.Key.Key_Left)
    assert desk.selected is None
    desk.press(Qt.Key.Key_End, SHIFT)
    assert desk.selected.endswith("SUMMARY")


def test_ctrl_arrows_move_the_ends_of_the_selection(desk: Desk) -> None:
    desk.drag(desk.span_of("CASE"))
    desk.press(Qt.Key.Key_Right, CONTROL)
    assert desk.selected == "CASE SUMMARY"
    desk.press(Qt.Key.Key_Left, CONTROL | SHIFT)
    assert desk.selected == "CLINICAL CASE SUMMARY"


def test_ctrl_arrows_move_the_ends_of_the_highlight_at_the_caret_one_step_each(desk: Desk) -> None:
    span = desk.span_of("CASE")
    desk.session.add_highlight("criteria", span)
    desk.click(span.start + 2)
    desk.press(Qt.Key.Key_Right, CONTROL)
    desk.press(Qt.Key.Key_Left, CONTROL | SHIFT)
    assert desk.session.text.printed(desk.session.highlights[0].span) == "CLINICAL CASE SUMMARY"
    assert len(desk.session.history.steps) == 3
    desk.session.undo()
    assert desk.session.text.printed(desk.session.highlights[0].span) == "CASE SUMMARY"


def test_the_caret_is_kept_in_view(desk: Desk) -> None:
    desk.press(Qt.Key.Key_End, CONTROL)
    assert desk.page.canvas.shows(desk.page.selection.caret_place)
    desk.press(Qt.Key.Key_Home, CONTROL)
    assert desk.page.canvas.shows(desk.page.selection.caret_place)


def test_snap_rounds_the_selection_to_sentences_phrases_and_characters(desk: Desk) -> None:
    span = desk.span_of("following credentials")
    desk.page.set_snap(Snap.SENTENCE)
    desk.drag(Span(span.start + 1, span.start + 4))
    assert len(desk.selected.split()) > 4
    desk.page.set_snap(Snap.CHARACTER)
    assert desk.selected == "oll"


def test_cutting_a_word_asks_for_the_places_of_its_characters(desk: Desk, qtbot: QtBot) -> None:
    desk.page.set_snap(Snap.CHARACTER)
    at = desk.span_of("CLINICAL").start
    desk.click(at)
    qtbot.waitUntil(lambda: bool(desk.images.char_boxes))
    desk.page.selection.take(Span(at, at + 1))
    assert desk.selected == "C"
    word = next(index for index, word in enumerate(desk.session.text.words) if word.span.start == at)
    widths = {round(box.width, 1) for box in desk.images.char_boxes[word]}
    assert len(widths) > 2


def test_copying_gives_the_words_with_blanks_for_line_breaks(desk: Desk) -> None:
    desk.drag(desk.span_of("CLINICAL CASE"))
    desk.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "CLINICAL CASE"


def test_h_and_a_key_highlight_the_selection_q_repeats_u_removes(desk: Desk) -> None:
    span = desk.span_of("CLINICAL CASE")
    desk.drag(span)
    desk.type("h")
    assert desk.page.hint.isVisible()
    desk.type("2")
    assert [(one.label, one.span) for one in desk.session.highlights] == [("missing_documentation", span)]
    assert not desk.page.hint.isVisible()
    desk.drag(desk.span_of("SUMMARY"))
    desk.type("q")
    assert [one.label for one in desk.session.highlights] == ["missing_documentation"] * 2
    desk.click(span.start + 3)
    desk.type("u")
    assert len(desk.session.highlights) == 1


def test_a_highlight_over_a_page_break_is_one(desk: Desk) -> None:
    pages = desk.session.text.pages
    desk.page.selection.take(Span(pages[0].span.end - 40, pages[1].span.start + 40))
    desk.type("h1")
    assert len(desk.session.highlights) == 1


def test_m_wishes_for_a_memo_on_the_highlight_at_the_caret(desk: Desk, qtbot: QtBot) -> None:
    desk.drag(desk.span_of("CLINICAL CASE"))
    desk.type("h1")
    with qtbot.waitSignal(desk.page.memo_requested) as wish:
        desk.type("m")
    assert isinstance(wish.args[0], Highlight)


def test_enter_fills_the_field_in_focus_from_the_selection(desk: Desk) -> None:
    desk.focus.set("header.decision_date")
    span = desk.session.record.at("header.date_assigned").span
    desk.page.selection.take(span)
    desk.press(Qt.Key.Key_Return)
    assert desk.session.record.at("header.decision_date").span == span


def test_after_filling_the_keyboard_is_wished_back_to_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.focus.set("header.decision_date")
    span = desk.session.record.at("header.date_assigned").span
    with qtbot.waitSignal(desk.page.field_wanted):
        desk.drag(span, CONTROL)
    with qtbot.waitSignal(desk.page.field_wanted):
        desk.press(Qt.Key.Key_Return)
    assert len(desk.session.history.steps) == 1


def test_showing_the_source_again_goes_to_the_next_place_that_prints_the_same(desk: Desk, qtbot: QtBot) -> None:
    path = "items[0].decision"
    desk.focus.set(path)
    span = desk.session.record.at(path).span
    words = desk.session.text.printed(span)
    desk.page.show_source()
    assert desk.selected is None
    desk.page.show_source()
    assert desk.selected == words
    assert desk.page.selection.span != span
    for _ in range(desk.session.text.text.count(words) - 1):
        desk.page.show_source()
    qtbot.waitUntil(lambda: desk.page.canvas.shows(desk.session.text.places(span)[0]))


def test_where_there_is_no_place_or_no_other_place_of_a_value_that_is_said(desk: Desk) -> None:
    desk.focus.set("header.case_number")
    desk.page.show_source()
    assert desk.page.hint.text() == "Printed in this place only"
    desk.session.type_value("header.case_number", "CM99-0000001")
    desk.page.show_source()
    assert desk.page.hint.text() == "This value is not printed in the letter"


def test_a_right_click_takes_the_word_for_the_menu(desk: Desk) -> None:
    desk.focus.set("header.decision_date")
    span = desk.session.record.at("items[0].decision").span
    spot = desk.spot(span.start)
    QTest.mousePress(desk.page.canvas.viewport(), Qt.MouseButton.RightButton, pos=spot)
    assert desk.page.selection.span == span
    menu = page_menu(desk.page, desk.page.selection, desk.page.marker, desk.focus)
    enabled = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
    assert enabled == ["Copy", "Fill Decision date", "Go to Item 1, Decision", "Highlight as"]


def test_holding_the_backtick_hides_the_marks(desk: Desk, qtbot: QtBot) -> None:
    def look() -> QImage:
        return desk.page.canvas.viewport().grab().toImage()

    desk.settle()
    marked = look()
    QTest.keyPress(desk.page.canvas, Qt.Key.Key_QuoteLeft)
    assert look() != marked
    QTest.keyRelease(desk.page.canvas, Qt.Key.Key_QuoteLeft)
    assert look() == marked


def test_a_highlight_shows_in_the_margin_and_under_its_words(desk: Desk) -> None:
    span = desk.span_of("CLINICAL CASE")
    place = desk.session.text.places(span)[0]
    desk.spot(span.start)
    box = desk.page.canvas.rect_of(place)
    edge = desk.page.canvas.rect_of(Place(place.page, Rect(0, 0, 612, 792))).right()
    desk.page.selection.take(span)
    desk.type("h1")
    desk.settle()
    image = desk.page.canvas.viewport().grab().toImage()
    colour = QColor(desk.page.marker.labels.by_key("1").colour)
    column = {image.pixelColor(round(edge) - x, round(box.center().y())).name() for x in range(5, 16)}
    assert colour.name() in column


def test_escape_clears_the_selection(desk: Desk) -> None:
    desk.drag(desk.span_of("CLINICAL CASE"))
    desk.press(Qt.Key.Key_Escape)
    assert desk.selected is None


def test_find_counts_the_hits_and_goes_round(desk: Desk, qtbot: QtBot) -> None:
    desk.page.find_words()
    bar = desk.page.find_bar
    QTest.keyClicks(bar.words, "upheld")
    count = len(bar.hits)
    assert count > 1
    assert bar.count.text() == f"1 of {count}"
    desk.page.find_previous()
    assert bar.count.text() == f"{count} of {count}"
    desk.page.find_next()
    assert bar.count.text() == f"1 of {count}"
    qtbot.waitUntil(lambda: desk.page.canvas.shows(desk.session.text.places(bar.shown_hit)[0]))


def test_find_says_when_nothing_is_found_and_escape_leaves_no_trace(desk: Desk) -> None:
    desk.page.find_words()
    bar = desk.page.find_bar
    QTest.keyClicks(bar.words, "zebra")
    assert bar.count.text() == "not found"
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert bar.hits == ()


def test_hovering_tells_fields_and_highlights(desk: Desk) -> None:
    span = desk.session.record.at("items[0].decision").span
    desk.session.add_highlight("criteria", span, "see <b>")
    tip = tip_at(desk.session, desk.page.marker.labels, span.start)
    assert "Decision" in tip
    assert "Criteria: see &lt;b&gt;" in tip
    assert tip_at(desk.session, desk.page.marker.labels, -1) == ""


def test_an_unreadable_letter_shows_its_reason_and_nothing_else(empty_desk: Desk) -> None:
    reason = "x.pdf is damaged. Nothing was lost; ask for the file again."
    empty_desk.session.show(empty_desk.add_outcome(b"%PDF-", "x.pdf", Failure("x.pdf", FailureKind.DAMAGED, reason)))
    before = empty_desk.page.canvas.viewport().grab().toImage()
    empty_desk.session.close_letter()
    assert empty_desk.page.canvas.viewport().grab().toImage() != before
    empty_desk.press(Qt.Key.Key_Right)
    empty_desk.press(Qt.Key.Key_Return)


def blank_sheet(desk: Desk) -> bool:
    """Whether the first page is white all over."""
    sheet = desk.page.canvas.rect_of(Place(1, Rect(20, 20, 592, 700))).toRect()
    shown = desk.page.canvas.viewport().grab(sheet).toImage()
    white = shown.copy()
    white.fill(QColor("white"))
    return shown == white


@pytest.mark.parametrize("drawers", [NeverDrawn])
def test_a_page_that_is_long_in_coming_says_that_it_is_being_drawn(empty_desk: Desk, qtbot: QtBot) -> None:
    empty_desk.page.resize(500, 640)
    letter = empty_desk.add_outcome(b"%PDF-1.7", "blank.pdf", blank_reading())
    empty_desk.session.show(letter)
    assert blank_sheet(empty_desk)
    assert not empty_desk.page.canvas.sharp
    qtbot.waitUntil(lambda: not blank_sheet(empty_desk), timeout=5000)


@pytest.mark.parametrize("drawers", [Undrawable])
def test_a_page_that_cannot_be_drawn_shows_the_reason_in_its_place(empty_desk: Desk, qtbot: QtBot) -> None:
    empty_desk.page.resize(500, 640)
    empty_desk.session.show(empty_desk.add_outcome(b"%PDF-1.7", "blank.pdf", blank_reading()))
    qtbot.waitUntil(lambda: not blank_sheet(empty_desk))
    assert empty_desk.page.canvas.sharp


def test_another_letter_begins_at_its_top_with_nothing_selected_and_the_zoom_kept(desk: Desk) -> None:
    desk.drag(desk.span_of("CLINICAL CASE"))
    desk.page.zoom_in()
    scale = desk.page.canvas.scale
    desk.session.show(desk.add(generate(2)))
    assert desk.selected is None
    assert desk.page.canvas.verticalScrollBar().value() == 0
    assert desk.page.canvas.scale == scale


def test_looking_never_changes_the_letter(desk: Desk) -> None:
    for path in list(desk.session.record)[:20]:
        desk.focus.set(path)
    desk.drag(desk.span_of("CLINICAL CASE"))
    desk.page.find_words()
    assert len(desk.session.history.steps) == 0


@pytest.mark.parametrize("drawers", [NeverDrawn])
def test_the_old_letter_is_seen_until_the_new_one_has_a_picture(empty_desk: Desk, qtbot: QtBot) -> None:
    empty_desk.session.show(empty_desk.add(generate(1)))
    qtbot.waitUntil(lambda: not blank_sheet(empty_desk), timeout=5000)
    viewport = empty_desk.page.canvas.viewport()
    before = viewport.grab().toImage()
    empty_desk.session.show(empty_desk.add(generate(2)))
    assert viewport.grab().toImage() == before
    qtbot.waitUntil(lambda: viewport.grab().toImage() != before, timeout=5000)


def test_no_picture_of_the_old_letter_stands_for_the_new_one(desk: Desk) -> None:
    seen: list[QImage | None] = []
    desk.session.letter_shown.connect(lambda: seen.append(desk.images.image(1, desk.page.canvas.scale)))
    desk.session.close_letter()
    assert seen == [None]


def test_what_stands_out_on_the_pages_is_told_to_who_does_not_see_it(desk: Desk) -> None:
    canvas = desk.page.canvas
    desk.focus.set("patient.age")
    age = desk.session.record.at("patient.age").span
    assert age is not None
    assert canvas.accessibleDescription().startswith(desk.session.text.printed(age) + " ")
    desk.page.selection.put_caret(age.start)
    assert desk.session.text.printed(age) in canvas.accessibleDescription()
    assert len(canvas.accessibleDescription().split("\N{EM DASH}")[0].split()) > 3, "the line of the caret"


def test_a_click_with_ctrl_on_no_word_says_what_it_does_on_words(desk: Desk) -> None:
    desk.focus.set("header.case_number")
    margin = desk.spot(desk.span_of("CLINICAL CASE SUMMARY").start) - QPoint(60, 0)
    viewport = desk.page.canvas.viewport()
    for spot in (margin, QPoint(2, margin.y())):
        desk.page.hint.say("")
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, CONTROL, spot)
        assert desk.page.hint.text() == "No words there: click on words, or drag over them."
    desk.page.hint.say("")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=margin)
    assert desk.page.hint.text() == ""
    assert len(desk.session.history.steps) == 0
