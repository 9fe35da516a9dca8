"""Pages are drawn for the screen's own pixels, whatever their ratio to logical ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from imr_desk.samples.generate import generate
from imr_desk.ui.page.layout import Exactly
from tests.ui.page.desk import make_desk

application = QApplication([])
desk = make_desk(Path(sys.argv[1]))
desk.page.resize(700, 500)
desk.page.show()
desk.session.show(desk.add(generate(1)))
canvas = desk.page.canvas
canvas.set_zoom(Exactly(1.0))
canvas.grab()
desk.settle()
seen = canvas.viewport().grab()
page = desk.session.text.pages[0]
picture = desk.images.image(1, canvas.scale * canvas.devicePixelRatioF())
print(seen.devicePixelRatio(), picture is not None and picture.width() / page.width, canvas.sharp)
desk.store.close()
"""


@pytest.mark.parametrize("ratio", ["1", "1.5", "2"])
def test_pages_are_drawn_pixel_for_pixel(ratio: str, tmp_path: Path) -> None:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
    script = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    told = subprocess.run(script, env=surroundings, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    seen, drawn, sharp = told.stdout.split()
    assert float(seen) == pytest.approx(float(ratio))
    assert float(drawn) == pytest.approx(float(ratio), abs=0.01)
    assert sharp == "True"
