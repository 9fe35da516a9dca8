"""A desk that is left: nothing of it stays behind, however often a person goes from store to store."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.store.store import Store
from tests.ui.window import WholeDesk, make_window


def test_a_desk_that_is_left_is_given_back_whole(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        parts = worked_at(make_window(store, tmp_path, qapp), qtbot)
    gc.unfreeze()
    gc.collect()
    assert [part() for part in parts] == [None] * len(parts)


def worked_at(desk: WholeDesk, qtbot: QtBot) -> list[weakref.ref[QObject]]:
    """Have a letter open, then leave; some of what was there, should it still be."""
    desk.window.show()
    qtbot.waitExposed(desk.window)
    [letter] = desk.add(1)
    desk.open(letter)
    qtbot.waitUntil(lambda: desk.window.work.form.settled)
    desk.close()
    return [weakref.ref(one) for one in (desk.window, desk.parts.session, desk.parts.keys)]
