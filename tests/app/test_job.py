"""The main job by itself, as its pictures show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from imr_desk.app.demo.job import Job
from imr_desk.samples.bulk import many

COLOURS_OF_TEXT = 50
"""A panel with words on it has more; an empty one has those of its edges."""

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_every_picture_of_a_letter_shows_its_form(qapp: object, tmp_path: Path) -> None:
    letters = [tmp_path / letter.file for letter in many(2)]
    for path, letter in zip(letters, many(2), strict=True):
        path.write_bytes(letter.pdf)
    (tmp_path / "pictures").mkdir()
    job = Job(tuple(letters), tmp_path / "a.imrdesk", tmp_path / "verified.jsonl", tmp_path / "pictures")
    welcome, *at_letters = job.steps()
    assert welcome.name == "welcome"
    blank = [done.name for done in at_letters if colours_right_below(done.picture) < COLOURS_OF_TEXT]
    assert not blank


def colours_right_below(file: Path) -> int:
    """How many colours the lower right quarter has, where the form is."""
    picture = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    quarter = picture.copy(picture.width() * 3 // 4, picture.height() // 2, picture.width() // 5, picture.height() // 3)
    return len(set(memoryview(quarter.constBits()).cast("I")))
