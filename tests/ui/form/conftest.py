"""A form on the screen, a small letter on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.form.desk import Desk, a_letter, make_desk


@pytest.fixture
def empty_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    yield desk
    desk.store.close()


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    empty_desk.open(a_letter())
    return empty_desk
