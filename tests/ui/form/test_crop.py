"""A field's printed words are drawn for the size and the screen at hand."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from imr_desk.samples.generate import generate
from imr_desk.ui.form.crop import Crop
from tests.ui.page.desk import make_desk


def test_a_crop_is_drawn_anew_when_the_text_grows(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.session.show(desk.add(generate(1)))
    crop = Crop(desk.images)
    qtbot.addWidget(crop)
    crop.resize(600, 40)
    crop.show_span(desk.session.text, desk.session.record.at("header.case_number").span)
    crop.show()
    qtbot.waitUntil(lambda: crop._wanted_image() is not None)
    before = crop._wanted_image().width()
    larger = crop.font()
    larger.setPointSizeF(larger.pointSizeF() * 2)
    crop.setFont(larger)
    crop.resize(620, 40)
    qtbot.waitUntil(lambda: (image := crop._wanted_image()) is not None and abs(image.width() - 2 * before) <= 2)
    desk.store.close()
