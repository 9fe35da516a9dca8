"""The search over all letters: what it shows, what it says, and the way into a letter and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from imr_desk.desk.queue.searching import NotSearched, Searched
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.store.kept.stored import Hit, Hits, Snippet, Where
from imr_desk.ui.search.hit_model import HitModel, where_words
from imr_desk.ui.search.hit_painter import strong
from imr_desk.ui.search.search_view import SearchView
from tests.ui.window import WholeDesk


def hit(letter_id: int = 1, where: Where = Where.TEXT, about: str = "") -> Hit:
    return Hit(letter_id, "a.pdf", "CM16-1", LetterState.TO_REVIEW, where, about, Snippet("took Norco"), None)


def searched(desk: WholeDesk, qtbot: QtBot, words: str) -> SearchView:
    desk.trigger("search")
    view = desk.window.searches.search
    with qtbot.waitSignal(desk.parts.searching.answered):
        QTest.keyClicks(view.words, words)
    return view


def test_the_model_is_sound_and_says_a_hit_in_words(qtmodeltester: ModelTester) -> None:
    model = HitModel()
    model.show_rows([hit(), hit(2, Where.MEMO)])
    qtmodeltester.check(model)
    assert model.index(0).data() == "CM16-1, to review, letter, took Norco"


@pytest.mark.parametrize(
    ("where", "about", "words"),
    [
        (Where.TEXT, "", "letter"),
        (Where.NAME, "", "name"),
        (Where.VALUE, "items[0].request", "Item 1, Request"),
        (Where.MEMO, "h", "memo on a highlight"),
        (Where.NOTE, "X01|The dates|a", "note on X01"),
        (Where.NOTE, "", "reason given"),
    ],
)
def test_a_hit_says_where_it_is(where: Where, about: str, words: str) -> None:
    assert where_words(hit(1, where, about)) == words


@pytest.mark.parametrize("before", ["", "took ", "\N{GRINNING FACE}\N{GRINNING FACE} took "])
def test_the_words_that_were_searched_for_stand_out_whatever_stands_before_them(before: str) -> None:
    (marked,) = strong(Snippet(f"{before}Norco 10", (Span(len(before), len(before) + len("Norco")),)))
    units = f"{before}Norco 10".encode("utf-16-le")
    assert units[2 * marked.start : 2 * (marked.start + marked.length)].decode("utf-16-le") == "Norco"


@pytest.mark.parametrize(
    ("letters", "shown", "said"),
    [(1, 1, "1 letter"), (2, 2, "2 letters"), (1234, 2, "The first 2 of 1234 letters, the best first"), (0, 0, "")],
)
def test_it_is_said_how_many_letters_there_are(whole_desk: WholeDesk, letters: int, shown: int, said: str) -> None:
    view = whole_desk.window.searches.search
    whole_desk.parts.searching.answered.emit(Searched("x", Hits(tuple(map(hit, range(shown))), letters)))
    assert view.count.text() == said
    assert view.model.rowCount() == shown


def test_nothing_found_and_trouble_are_said(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    view = searched(whole_desk, qtbot, '"zebra (*')
    assert "No letter has all of these words" in view.nothing.text()
    whole_desk.parts.searching.answered.emit(NotSearched("zebra", "The disk is gone."))
    assert view.nothing.text() == "The letters could not be searched: The disk is gone."
    assert not view.hits.isVisible()


def test_a_letter_opens_at_the_hit_and_esc_goes_back_to_the_same_hits(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    whole_desk.open(whole_desk.add(1, 2)[0])
    view = searched(whole_desk, qtbot, "medical necess")
    assert view.model.rowCount() == 2
    QTest.keyClick(view.words, Qt.Key.Key_Down)
    QTest.keyClick(view.hits, Qt.Key.Key_Return)
    bar = whole_desk.window.work.page.find_bar
    assert whole_desk.window.work.isVisible()
    qtbot.waitUntil(bar.words.hasFocus)
    shown = bar.shown_hit
    assert shown is not None
    assert whole_desk.parts.session.text.printed(shown).lower().startswith(("medical", "necess"))
    whole_desk.trigger("find_next")
    assert bar.shown_hit != shown
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert view.isVisible()
    assert view.hits.currentIndex().row() == 1
    QTest.keyClick(view.words, Qt.Key.Key_Escape)
    assert whole_desk.window.work.isVisible()


def test_other_words_typed_into_the_bar_are_found_in_this_letter_only(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    whole_desk.add(1)
    view = searched(whole_desk, qtbot, "medical")
    QTest.keyClick(view.words, Qt.Key.Key_Return)
    bar = whole_desk.window.work.page.find_bar
    qtbot.waitUntil(bar.words.hasFocus)
    QTest.keyClicks(bar.words, "case")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_up_on_the_first_hit_goes_back_to_the_words(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    whole_desk.add(1)
    view = searched(whole_desk, qtbot, "medical")
    QTest.keyClick(view.words, Qt.Key.Key_Down)
    assert view.hits.hasFocus()
    QTest.keyClick(view.hits, Qt.Key.Key_Up)
    assert view.words.hasFocus()
