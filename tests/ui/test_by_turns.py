"""Much is done a little at a time; whoever cannot wait has it at once, and nothing is done twice or forgotten."""

from __future__ import annotations

from functools import partial
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from imr_desk.ui.by_turns import ByTurns


@pytest.fixture
def turns(qapp: object) -> ByTurns:
    return ByTurns()


def test_deeds_are_done_in_their_order_and_then_it_rests(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[int] = []
    with qtbot.waitSignal(turns.rested):
        turns.add(*(partial(done.append, number) for number in range(5)))
        assert done == []
        assert not turns.at_rest
    assert done == [0, 1, 2, 3, 4]
    assert turns.at_rest


def take_long(done: list[str]) -> None:
    """A deed that takes several turns' time."""
    end = perf_counter() + 0.02
    while perf_counter() < end:
        pass
    done.append("deed")


def test_others_have_their_turn_between_long_deeds(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[str] = []
    work = partial(take_long, done)
    with qtbot.waitSignal(turns.rested):
        turns.add(work, work, work)
        QTimer.singleShot(0, lambda: done.append("other"))
    assert done.index("other") < len(done) - 1


def test_who_has_waited_longer_comes_before_the_next_turn(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[str] = []
    work = partial(take_long, done)
    other = QTimer(turns)
    other.setSingleShot(True)
    other.setTimerType(Qt.TimerType.PreciseTimer)
    other.timeout.connect(lambda: done.append("other"))
    with qtbot.waitSignal(turns.rested):
        turns.add(work, work)
        other.start(5)
    assert done == ["deed", "other", "deed"]


def test_what_a_deed_gives_rise_to_comes_after_all_others(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> None:
        done.append("first")
        turns.add(partial(done.append, "of the first"))

    with qtbot.waitSignal(turns.rested):
        turns.add(first, partial(done.append, "second"))
    assert done == ["first", "second", "of the first"]


def test_who_cannot_wait_has_all_done_now(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[int] = []
    turns.add(*(partial(done.append, number) for number in range(3)))
    with qtbot.waitSignal(turns.rested):
        turns.finish()
        assert done == [0, 1, 2]
    assert turns.at_rest


def test_who_wants_one_thing_has_no_more_done_than_it_takes(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[int] = []
    with qtbot.waitSignal(turns.rested):
        turns.add(*(partial(done.append, number) for number in range(3)))
        turns.hasten(lambda: 1 in done)
        assert done == [0, 1]
    assert done == [0, 1, 2]


def test_what_fails_keeps_the_rest_from_nothing(turns: ByTurns, qtbot: QtBot) -> None:
    done: list[str] = []

    def fail() -> None:
        raise ValueError("on purpose")

    with qtbot.captureExceptions() as errors, qtbot.waitSignal(turns.rested):
        turns.add(fail, partial(done.append, "rest"))
    assert done == ["rest"]
    assert [str(error[1]) for error in errors] == ["on purpose"]
