"""The Qt binding must leave alone what slots return (PySide6 6.12.0 did not)."""

import sys

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal()


def test_a_slot_that_returns_something_does_not_wear_it_out(qapp: object) -> None:
    bell = Bell()
    answer = object()
    bell.rung.connect(lambda: answer)
    before = sys.getrefcount(answer)
    for _ in range(50):
        bell.rung.emit()
    assert sys.getrefcount(answer) == before
