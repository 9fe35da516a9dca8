"""The start of the program: what is seen while the desk is loaded, and what takes its place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from typing_extensions import override

from imr_desk.app import start
from imr_desk.app.start import Start
from imr_desk.samples.generate import generate
from imr_desk.ui.dialogs.boxes import Boxes
from imr_desk.ui.dialogs.wording import Message
from imr_desk.ui.window.front import Front
from imr_desk.ui.window.main_window import MainWindow


class Shown(QObject):
    """Notes which windows come up."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[type[QWidget]] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched))
        return False


@contextmanager
def started(store: Path, *letters: Path) -> Iterator[Start]:
    begun = Start(letters)
    begun.open(store)
    yield begun
    if begun.program is not None:
        begun.program.desk.window.close()
    begun.close()


def test_a_window_says_what_is_opened_and_makes_way_for_the_desk_at_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(generate(1).pdf)
    with started(tmp_path / "letters.imrdesk", letter) as begun:
        assert begun.front.isVisible()
        assert begun.front.windowTitle() == "letters.imrdesk"
        place = begun.front.geometry()
        with qtbot.waitSignal(begun.furnished, timeout=60_000):
            pass
        assert begun.program is not None
        desk = begun.program.desk
        qtbot.waitUntil(lambda: not isValid(begun.front))
        assert desk.window.isVisible()
        assert desk.window.geometry() == place
        qtbot.waitUntil(lambda: desk.parts.session.letter is not None, timeout=60_000)
        qtbot.waitUntil(lambda: not desk.parts.importer.running, timeout=60_000)


def test_nothing_flashes_up_beside_the_window_while_the_desk_is_put_together(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    with started(tmp_path / "letters.imrdesk") as begun:
        qtbot.waitUntil(lambda: not isValid(begun.front), timeout=60_000)
    qapp.removeEventFilter(shown)
    assert shown.kinds == [Front, MainWindow]


def test_another_store_can_be_chosen_where_the_first_cannot_be_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt, other = tmp_path / "spoilt.imrdesk", tmp_path / "other.imrdesk"
    spoilt.write_bytes(b"no store at all")
    told: list[Message] = []
    monkeypatch.setattr(Boxes, "tell", lambda _, message: told.append(message))
    monkeypatch.setattr(Boxes, "choose_store", lambda _: other)
    with started(spoilt) as begun:
        with qtbot.waitSignal(begun.furnished, timeout=60_000):
            pass
        assert "spoilt.imrdesk" in told[0].text
        assert begun.program is not None
        assert begun.program.desk.parts.keeper.path == other
    assert spoilt.read_bytes() == b"no store at all"


BROKEN = ImportError("No module named 'pieces'")


@pytest.mark.parametrize(
    "desk_on",
    [Mock(side_effect=BROKEN), Mock(return_value=Mock(side_effect=BROKEN))],
    ids=["cannot be loaded", "cannot be put together"],
)
def test_a_program_that_is_broken_says_so_and_ends(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk_on: Mock
) -> None:
    told: list[BaseException] = []
    ended: list[int] = []
    monkeypatch.setattr(start, "_desk_on", desk_on)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    monkeypatch.setattr(Front, "tell_failure", lambda _, error: told.append(error))
    monkeypatch.setattr(start.QCoreApplication, "exit", ended.append)
    with started(tmp_path / "letters.imrdesk"):
        qtbot.waitUntil(lambda: bool(ended))
    assert (told, ended) == ([BROKEN], [1])
    assert not list(tmp_path.iterdir())
