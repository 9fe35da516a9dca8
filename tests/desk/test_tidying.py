"""Widgets and all else are collected on the window's thread only."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from imr_desk.desk.tidying import Tidying


class Loop:
    """Garbage that only the collector can find."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def tidying(qtbot: QtBot) -> Tidying:
    return Tidying()


def test_another_thread_collects_nothing_however_much_it_makes(tidying: Tidying) -> None:
    gone = weakref.ref(Loop())
    busy = threading.Thread(target=lambda: [Loop() for _ in range(5000)])
    busy.start()
    busy.join()
    assert gone() is not None


def test_the_windows_thread_collects_what_has_piled_up(tidying: Tidying, qtbot: QtBot) -> None:
    gone = weakref.ref(Loop())
    for _ in range(8 * gc.get_threshold()[0]):  # whatever is given back meanwhile counts against it
        Loop()
    qtbot.waitUntil(lambda: gone() is None)


def test_a_long_letter_that_has_come_is_not_gone_through(tidying: Tidying, qtbot: QtBot) -> None:
    looks: list[str] = []
    gc.callbacks.append(look := lambda phase, _: looks.append(phase))
    letter = [[number] for number in range(20_000)]
    before = gc.get_freeze_count()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before + len(letter))
    gc.callbacks.remove(look)
    assert not looks


def test_what_was_settled_is_gone_through_when_the_person_turns_away(tidying: Tidying, qtbot: QtBot) -> None:
    gone = weakref.ref(Loop())
    gc.freeze()
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: gone() is None)
