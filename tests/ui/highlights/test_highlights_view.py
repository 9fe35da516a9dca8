"""The list of highlights: shows, leads to, relabels, annotates and removes them, and takes suggestions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imr_desk.letter.highlight import Highlight
from imr_desk.letter.reading import Reading
from imr_desk.letter.span import Span
from imr_desk.ui.highlights.highlight_model import HighlightRow
from imr_desk.ui.highlights.highlights_view import HighlightsView
from tests.ui.window import WholeDesk


@pytest.fixture
def view(whole_desk: WholeDesk) -> HighlightsView:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.trigger("show_highlights")
    return whole_desk.window.work.highlights


def mark(desk: WholeDesk, label: str = "criteria", span: Span = Span(40, 80)) -> Highlight:  # noqa: B008
    one = desk.parts.session.add_highlight(label, span)
    assert one is not None
    return one


def own(view: HighlightsView) -> list[HighlightRow]:
    return [row for row in view.model.rows if not row.suggested]


def choose(view: HighlightsView, place: int) -> None:
    view.list.setCurrentIndex(view.model.index(place))


def test_a_highlight_is_listed_with_its_label_and_words(whole_desk: WholeDesk, view: HighlightsView) -> None:
    one = mark(whole_desk)
    (row,) = own(view)
    assert view.model.rows[0] is row
    assert row.label.name == "Criteria"
    assert row.words == whole_desk.parts.session.text.printed(one.span)
    assert row.page == 1


def test_going_to_a_highlight_shows_it_on_the_page(whole_desk: WholeDesk, view: HighlightsView, qtbot: QtBot) -> None:
    one = mark(whole_desk)
    choose(view, 0)
    with qtbot.waitSignal(view.place_requested) as asked:
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert asked.args == [one.span]


def test_another_label_is_chosen_from_the_list(whole_desk: WholeDesk, view: HighlightsView) -> None:
    mark(whole_desk)
    choose(view, 0)
    view.label.activated.emit(view.label.findData("diagnosis"))
    assert [one.label for one in whole_desk.parts.session.highlights] == ["diagnosis"]
    assert view.chosen is not None


def test_a_memo_is_asked_for_and_kept(whole_desk: WholeDesk, view: HighlightsView) -> None:
    mark(whole_desk)
    choose(view, 0)
    view.memo.click()
    assert whole_desk.parts.session.highlights[0].memo == "a memo"


def test_delete_takes_it_away_and_undo_brings_it_back(whole_desk: WholeDesk, view: HighlightsView) -> None:
    mark(whole_desk)
    choose(view, 0)
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert whole_desk.parts.session.highlights == ()
    whole_desk.trigger("undo")
    assert len(own(view)) == 1


def test_suggestions_stand_apart_until_accepted(whole_desk: WholeDesk, view: HighlightsView) -> None:
    suggest(whole_desk, Highlight("s1", "criteria", Span(10, 20), suggested_by="rule"))
    (row,) = view.model.rows
    assert row.suggested
    choose(view, 0)
    assert not view.remove.isEnabled()
    view.accept.click()
    (own,) = view.model.rows
    assert not own.suggested
    assert whole_desk.parts.session.highlights[0].suggested_by == "rule"


def test_all_suggestions_are_accepted_at_once(whole_desk: WholeDesk, view: HighlightsView) -> None:
    suggest(whole_desk, Highlight("s1", "criteria", Span(10, 20)), Highlight("s2", "diagnosis", Span(30, 40)))
    whole_desk.trigger("accept_suggestions")
    assert [row.suggested for row in view.model.rows] == [False, False]
    whole_desk.trigger("undo")
    assert [row.suggested for row in view.model.rows] == [True, True]


def suggest(desk: WholeDesk, *suggestions: Highlight) -> None:
    """The letter once more, as if the parser had suggested these."""
    letter = desk.parts.session.letter
    assert letter is not None
    assert isinstance(letter.outcome, Reading)
    desk.store.read_again(letter.id, replace(letter.outcome, suggestions=suggestions), "clerk")
    desk.open(letter.id)
