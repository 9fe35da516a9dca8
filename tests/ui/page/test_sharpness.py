"""Pages are drawn for the screen's own pixels, whatever their ratio to logical ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from imr_desk.letter.geometry import Place, Rect
from imr_desk.samples.generate import generate
from imr_desk.ui.page.layout import Exactly
from tests.ui.page.desk import make_desk

application = QApplication([])
desk = make_desk(Path(sys.argv[1]))
desk.page.resize(700, 500)
desk.page.show()
desk.session.show(desk.add(generate(1)))
canvas, page = desk.page.canvas, desk.session.text.pages[0]
canvas.set_zoom(Exactly(1.0))
canvas.show_bare(True)
TURNS = 4
screens = {screen.name(): screen for screen in QGuiApplication.screens()}
for name in sys.argv[2:]:
    if name:
        desk.page.move(screens[name].geometry().topLeft())
    for _ in range(TURNS):
        desk.settle()
        canvas.grab()
    seen = canvas.viewport().grab().toImage()
    picture = desk.images.image(1, canvas.scale * canvas.devicePixelRatioF())
    ratio = seen.devicePixelRatio()
    corner = canvas.rect_of(Place(1, Rect(0, 0, page.width, page.height))).topLeft() * ratio
    block = [(x, y) for x in range(200, 400) for y in range(200, 400)]
    here = [seen.pixelColor(x, y) for x, y in block]
    there = [picture.pixelColor(x - round(corner.x()), y - round(corner.y())) for x, y in block] if picture else []
    print(ratio, picture is not None and picture.width() / page.width, here == there and len({*map(str, here)}) > 1)
desk.store.close()
"""
"""Moves a window from screen to screen, by their names, and tells how its page is drawn on each."""


def drawn(tmp_path: Path, *screens: str, **surroundings: str) -> list[list[str]]:
    """On each screen: the window's pixels a logical one, those of the picture a point, whether one is the other."""
    script = [sys.executable, "-c", SCRIPT, str(tmp_path), *screens]
    told = subprocess.run(script, env=os.environ | surroundings, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return [line.split() for line in told.stdout.splitlines()]


@pytest.mark.parametrize("ratio", ["1", "1.5", "2"])
def test_pages_are_drawn_pixel_for_pixel(ratio: str, tmp_path: Path) -> None:
    ((seen, picture, same),) = drawn(tmp_path, "", QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=ratio)
    assert float(seen) == pytest.approx(float(ratio))
    assert float(picture) == pytest.approx(float(ratio), abs=0.01)
    assert same == "True"


def test_a_window_that_goes_to_a_screen_of_another_ratio_is_drawn_for_that_one(tmp_path: Path) -> None:
    setup = tmp_path / "screens.json"
    screen = {"y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    setup.write_text(
        json.dumps({"screens": [{"name": "plain", "x": 0, **screen}, {"name": "fine", "x": 1920, **screen}]})
    )
    platform, ratios = f"offscreen:configfile={setup}", "plain=1;fine=2"
    told = drawn(tmp_path, "plain", "fine", "plain", QT_QPA_PLATFORM=platform, QT_SCREEN_SCALE_FACTORS=ratios)
    assert [float(seen) for seen, _, _ in told] == [1, 2, 1]
    assert [float(picture) for _, picture, _ in told] == pytest.approx([1, 2, 1], abs=0.01)
    assert {same for _, _, same in told} == {"True"}
