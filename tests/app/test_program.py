"""The program: a desk on a store of its own, with real worker processes."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.app import program
from imr_desk.app.mishaps import Mishaps
from imr_desk.desk.coming_in.import_report import WentIn
from imr_desk.samples.generate import generate
from imr_desk.store.file.errors import NotAStore
from tests.ui.window import Person


def test_the_given_letter_is_read_and_opened(qtbot: QtBot, tmp_path: Path, qapp: object) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(generate(1).pdf)
    desk = program.build(tmp_path / "new" / "letters.imrdesk", Person())
    session, images = desk.parts.session, desk.parts.images
    with qtbot.waitSignal(desk.parts.importer.finished, timeout=60_000) as finished:
        desk.begin([letter])
    assert finished.args[0].count(WentIn) == 1
    qtbot.waitUntil(lambda: session.letter is not None)
    canvas = desk.window.work.page.canvas
    qtbot.waitUntil(lambda: images.image(1, canvas.scale) is not None, timeout=30_000)
    assert desk.window.close()
    desk.close()


def test_a_file_that_is_no_store_is_named(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "letters.imrdesk"
    path.write_bytes(b"no store at all")
    with pytest.raises(NotAStore):
        program.build(path, Person())
    assert path.read_bytes() == b"no store at all"


def test_a_mishap_is_written_down_and_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    mishaps = Mishaps(tmp_path / "deep" / "desk.log")
    error = ValueError("odd")
    with qtbot.waitSignal(mishaps.happened):
        sys.excepthook(ValueError, error, None)
    assert "odd" in mishaps.log_file.read_text()
    assert "odd" in capsys.readouterr().err
