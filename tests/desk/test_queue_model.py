"""The queue model: a window on any number of letters, fetched as they are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue.queue_model import COLUMNS, TYPING_PAUSE, QueueModel, QueueRole
from imr_desk.desk.queue.queue_window import BLOCK, KEPT_BLOCKS, QueueWindow
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.kept.stored import Added
from imr_desk.store.queue.query import Order, QueueQuery
from imr_desk.store.store import Store
from tests.making import Inline, found, reading


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as one:
        yield one


@pytest.fixture
def model(store: Store, qapp: object) -> QueueModel:
    model = QueueModel(Keeper(store, Inline()))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def add(store: Store, number: str) -> int:
    text = f"Case Number: {number}"
    outcome = reading(text, {"header.case_number": found(text, number)}, f"{number}.pdf")
    added = store.add(number.encode(), f"{number}.pdf", outcome, "clerk")
    assert isinstance(added, Added)
    return added.letter_id


def column(order: Order) -> int:
    return next(at for at, column in enumerate(COLUMNS) if column.order is order)


def shown(model: QueueModel, order: Order = Order.CASE_NUMBER) -> list[str]:
    return [str(model.index(row, column(order)).data()) for row in range(model.rowCount())]


def test_letters_are_there_once_asked_for(model: QueueModel, store: Store) -> None:
    for number in ("CM16-1", "CM16-2"):
        add(store, number)
    assert model.rowCount() == 0
    model.refresh()
    assert shown(model) == ["CM16-1", "CM16-2"]
    assert model.index(0, 0).data(QueueRole.ROW).file == "CM16-1.pdf"


def test_a_column_sorts_both_ways(model: QueueModel, store: Store) -> None:
    for number in ("CM16-2", "CM16-3", "CM16-1"):
        add(store, number)
    model.sort(column(Order.CASE_NUMBER))
    assert shown(model) == ["CM16-1", "CM16-2", "CM16-3"]
    model.sort(column(Order.CASE_NUMBER), Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["CM16-3", "CM16-2", "CM16-1"]
    model.sort(-1)
    assert shown(model) == ["CM16-2", "CM16-3", "CM16-1"]


def test_words_narrow_the_letters_down_after_a_pause(model: QueueModel, store: Store, qtbot: QtBot) -> None:
    for number in ("CM16-1", "CM17-1"):
        add(store, number)
    model.refresh()
    with qtbot.waitSignal(model.counted):
        model.filter_words("cm17")
        assert model.rowCount() == 2
    assert shown(model) == ["CM17-1"]


def test_letters_that_keep_coming_are_seen_while_they_come(model: QueueModel, store: Store, qtbot: QtBot) -> None:
    coming = QTimer()
    coming.timeout.connect(model.refresh_soon)
    coming.start(TYPING_PAUSE // 8)
    add(store, "CM16-1")
    qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_states_narrow_the_letters_down(model: QueueModel, store: Store) -> None:
    add(store, "CM16-1")
    verified = add(store, "CM16-2")
    change = ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED))
    store.commit(verified, change, "clerk")
    model.filter_states(frozenset({LetterState.VERIFIED}))
    assert shown(model) == ["CM16-2"]
    model.filter_states(frozenset())
    assert len(shown(model)) == 2


def test_a_letter_s_place_is_told(model: QueueModel, store: Store) -> None:
    add(store, "CM16-1")
    second = add(store, "CM16-2")
    told: list[int | None] = []
    model.find_place(second, told.append)
    model.find_place(99, told.append)
    assert told == [1, None]


def test_a_refresh_shows_what_came_and_what_went(model: QueueModel, store: Store, qtbot: QtBot) -> None:
    add(store, "CM16-1")
    model.refresh()
    add(store, "CM16-2")
    with qtbot.waitSignal(model.counted):
        model.refresh_soon()
    assert shown(model) == ["CM16-1", "CM16-2"]


def test_an_answer_to_an_older_question_is_dropped(qapp: object, tmp_path: Path) -> None:
    keeper = Keeper.open(tmp_path / "letters.imrdesk")
    model = QueueModel(keeper)
    try:
        model.refresh()
        model.sort(column(Order.FILE))
        assert model.query.order is Order.FILE
        assert model.rowCount() == 0
    finally:
        keeper.close()


def test_numbers_stand_to_the_right_and_titles_above_them(model: QueueModel) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    items = column(Order.ITEMS)
    assert model.headerData(items, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.headerData(items, Qt.Orientation.Horizontal) == "Items"


def test_only_a_few_blocks_are_kept(store: Store) -> None:
    add(store, "CM16-1")
    row = store.queue(QueueQuery(), 0, 1)
    window = QueueWindow()
    for number in range(KEPT_BLOCKS + 3):
        assert window.wanted(number * BLOCK) == number
        assert window.wanted(number * BLOCK) is None
        window.put(number, row)
    assert len(window.held()) == KEPT_BLOCKS
    assert window.row(0) is None
    assert window.row((KEPT_BLOCKS + 2) * BLOCK) == row[0]


def test_old_rows_stand_until_the_new_ones_come_and_then_all_change_at_once(model: QueueModel, store: Store) -> None:
    for number in ("CM16-1", "CM17-1"):
        add(store, number)
    model.refresh()
    seen: list[list[str]] = []
    model.rowsRemoved.connect(lambda: seen.append(shown(model)))
    model.filter_words("CM17")
    assert shown(model) == ["CM16-1", "CM17-1"]
    model.refresh()
    assert seen == [["CM17-1"]]


def test_the_blocks_last_looked_at_are_fetched_with_the_count(store: Store) -> None:
    add(store, "CM16-1")
    row = store.queue(QueueQuery(), 0, 1)
    window = QueueWindow()
    for number in range(3):
        window.put(number, row)
    window.row(0)
    assert window.held() == (1, 2, 0)
    window.start_anew({0: row, 1: ()})
    assert window.held() == (0,)
