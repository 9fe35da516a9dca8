"""What the window remembers: never at the price of the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.ui.look.theme import ThemeChoice
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.window.window_memory import remembered_theme


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    memory = Remembered(tmp_path / "deep" / "window.json")
    memory.keep("theme", "dark")
    assert memory.save()
    assert Remembered(tmp_path / "deep" / "window.json").get("theme") == "dark"


@pytest.mark.parametrize("junk", ["", "{", "[1, 2]", "\x00", '{"theme": 5}'])
def test_a_spoilt_file_costs_only_the_memory(tmp_path: Path, junk: str) -> None:
    (tmp_path / "window.json").write_text(junk)
    memory = Remembered(tmp_path / "window.json")
    assert remembered_theme(memory) == (ThemeChoice.SYSTEM, 1.0)
    assert memory.save()


def test_a_folder_that_takes_no_file_is_no_reason_to_stop_and_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "no folder").write_text("a file")
    memory = Remembered(tmp_path / "no folder" / "window.json")
    memory.keep("theme", "dark")
    assert not memory.save()
    assert not memory.save()
    assert [record.getMessage() for record in caplog.records] == [
        f"The window's layout is not remembered: {tmp_path}/no folder/window.json cannot be written (File exists). "
        "Letters are safe."
    ]


def test_the_chosen_theme_and_text_size_come_back(tmp_path: Path) -> None:
    memory = Remembered(tmp_path / "window.json")
    memory.keep("theme", "dark")
    memory.keep("text_size", "1.25")
    assert remembered_theme(memory) == (ThemeChoice.DARK, 1.25)
