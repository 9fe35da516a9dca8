from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.samples.generate import generate
from tests.ui.page.desk import Desk, DrawnHere, make_desk


@pytest.fixture
def drawers() -> type[DrawnHere]:
    """Who draws the pages; a test may say otherwise by `parametrize`."""
    return DrawnHere


@pytest.fixture
def empty_desk(qtbot: QtBot, tmp_path: Path, drawers: type[DrawnHere]) -> Iterator[Desk]:
    """A desk without a letter on it."""
    desk = make_desk(tmp_path, drawers)
    qtbot.addWidget(desk.page)
    desk.page.resize(760, 700)
    desk.page.show()
    qtbot.waitExposed(desk.page)
    yield desk
    desk.store.close()


@pytest.fixture
def desk(empty_desk: Desk, qtbot: QtBot) -> Desk:
    """A desk with a sample letter of several pages on it, read without fault."""
    empty_desk.session.show(empty_desk.add(generate(1)))
    empty_desk.page.canvas.setFocus()
    qtbot.waitUntil(lambda: empty_desk.images.image(1, empty_desk.page.canvas.scale) is not None)
    return empty_desk
