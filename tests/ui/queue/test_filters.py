"""The filter of the letters: conditions as chips, filters by name, and all places that show it in step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.letter.work import Work, WorkChange
from imr_desk.store.queue.query import Order, QueueQuery, Trait
from imr_desk.ui.queue.chips import Chip
from imr_desk.ui.queue.filter_bar import FilterBar
from tests.ui.window import WholeDesk


def bar_of(desk: WholeDesk) -> FilterBar:
    return desk.window.work.queue.filter


def choose(desk: WholeDesk, *words: str) -> None:
    """Open the menu of filters and choose, submenu by submenu."""
    menu = bar_of(desk).filters.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    for word in words[:-1]:
        menu = next(one.menu() for one in menu.actions() if plain(one.text()) == word)
        assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if plain(one.text()) == words[-1]).trigger()


def plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def test_every_condition_is_a_chip_whose_cross_takes_it_away(whole_desk: WholeDesk) -> None:
    bar, model = bar_of(whole_desk), whole_desk.parts.queue
    everything = QueueQuery(
        TO_DO, "norco", Order.FILE, assignee="", urgency=1, traits=frozenset(Trait), sample=4, only=frozenset({1, 2})
    )
    model.show_letters(everything)
    chips = ["to do", "nobody's", "high and above", "needs a look", "errors open", "re-issued", "sample 4"]
    assert sorted(bar.chips.words) == sorted([*chips, "2 picked letters"])
    for words in bar.chips.words:
        bar.chips.take_away(words)
    assert model.query == QueueQuery(words="norco", order=Order.FILE)
    assert not bar.chips.isVisible()


def test_box_lists_and_header_show_what_a_filter_by_name_asks_for(whole_desk: WholeDesk) -> None:
    whole_desk.add(1)
    bar = bar_of(whole_desk)
    whole_desk.parts.filters.save("urgent norco", QueueQuery(TO_DO, "norco", Order.PRIORITY, urgency=2))
    choose(whole_desk, "urgent norco")
    header = whole_desk.window.work.queue.table.horizontalHeader()
    assert bar.words.text() == "norco"
    assert bar.states.currentText() == "To do"
    assert bar.order.currentText() == "By priority"
    assert header.model().headerData(header.sortIndicatorSection(), Qt.Orientation.Horizontal) == "Priority"
    assert bar.filters.text().startswith("urgent norco")
    choose(whole_desk, "All letters")
    assert whole_desk.parts.queue.query == QueueQuery(order=Order.PRIORITY)
    assert bar.words.text() == ""


def test_conditions_are_chosen_from_the_menu(whole_desk: WholeDesk) -> None:
    (letter_id,) = whole_desk.add(1)
    whole_desk.store.commit(letter_id, WorkChange("assign", Work(), Work(1, "ann")), "clerk")
    whole_desk.parts.queue.refresh()
    choose(whole_desk, "Assigned to", "ann")
    choose(whole_desk, "Priority", "High and above")
    choose(whole_desk, "Only letters that", "need a look")
    query = QueueQuery(assignee="ann", urgency=1, traits=frozenset({Trait.ATTENTION}))
    assert whole_desk.parts.queue.query == query
    assert whole_desk.parts.queue.rowCount() == 1
    choose(whole_desk, "Only letters that", "need a look")
    choose(whole_desk, "Assigned to", "Me (clerk)")
    assert whole_desk.parts.queue.query == QueueQuery(assignee="clerk", urgency=1)
    assert whole_desk.parts.queue.rowCount() == 0


def test_a_filter_is_saved_renamed_and_deleted_when_the_person_agrees(whole_desk: WholeDesk) -> None:
    filters, person = whole_desk.parts.filters, whole_desk.person
    whole_desk.parts.queue.filter_states(frozenset({LetterState.REJECTED}))
    person.choice = " rejected ones "
    choose(whole_desk, "Save this filter")
    assert list(filters.own) == ["rejected ones"]
    person.choice = None
    choose(whole_desk, "Rename", "rejected ones")
    person.choice = "thrown out"
    choose(whole_desk, "Rename", "rejected ones")
    assert list(filters.own) == ["thrown out"]
    person.agrees = False
    choose(whole_desk, "Delete", "thrown out")
    assert filters.own
    person.agrees = True
    choose(whole_desk, "Delete", "thrown out")
    assert not filters.own
    assert "letters are not affected" in person.told[-1]


@pytest.mark.parametrize("points", [9, 9.5, 10, 11.25, 15])
def test_a_chip_as_wide_as_it_asks_to_be_shows_its_condition_whole(qtbot: QtBot, points: float) -> None:
    for words in (
        "re-issued",
        "needs a look",
        "errors open",
        "ann",
        "high or more urgent",
        "Overturned \u00b7 Opioids",
    ):
        chip = Chip(words)
        qtbot.addWidget(chip)
        font = chip.font()
        font.setPointSizeF(points)
        chip.setFont(font)
        chip.resize(chip.sizeHint())
        chip.show()
        assert chip.text().startswith(words)


def test_chips_that_do_not_fit_go_on_the_next_line(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    whole_desk.open(whole_desk.add(1)[0])
    bar = bar_of(whole_desk)
    whole_desk.parts.queue.show_letters(QueueQuery(TO_DO, assignee="somebody", traits=frozenset(Trait)))
    chips = [chip for chip in bar.chips.chips if chip.isVisible()]
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) > 1)
    assert all(chip.geometry().right() <= bar.chips.width() for chip in chips)


def test_a_chip_that_is_too_long_for_the_list_is_cut_before_its_cross(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    first, *_ = whole_desk.add(1)
    whole_desk.parts.queue.refresh()
    whole_desk.open(first)
    bar = bar_of(whole_desk)
    whole_desk.parts.queue.show_letters(QueueQuery(assignee="a person with a long name " * 4))
    (chip,) = bar.chips.chips
    qtbot.waitUntil(lambda: 0 < chip.geometry().right() <= bar.chips.width())
    assert chip.text().endswith("\N{MULTIPLICATION X}")
