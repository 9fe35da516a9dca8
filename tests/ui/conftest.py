from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.store.store import Store
from tests.ui.window import WholeDesk, make_window


@pytest.fixture
def desk_store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        yield store


@pytest.fixture
def whole_desk(qtbot: QtBot, qapp: QApplication, desk_store: Store, tmp_path: Path) -> Iterator[WholeDesk]:
    """The window on an empty store."""
    desk = make_window(desk_store, tmp_path, qapp)
    desk.window.resize(1366, 768)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    yield desk
    desk.close()
