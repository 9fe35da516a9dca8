"""A field's printed words are drawn for the size and the screen at hand."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from imr_desk.desk.pages.crop_strip import strip_of
from imr_desk.samples.generate import generate
from imr_desk.ui.form.field.crop import Crop
from imr_desk.ui.form.field.crop_window import lines_of
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


def test_long_printed_lines_are_broken_between_words_before_they_are_too_small_to_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.session.show(desk.add(generate(1)))
    text = desk.session.text
    spans = [entry.span for entry in desk.session.record.entries.values() if entry.span is not None]
    span = next(one for one in spans if len(strip_of(text, one, 3).rows) == 2)
    strip = strip_of(text, span, 3)
    wanted = {text.words[index].rect for index in text.words_in(span)}
    for room in (500, 350, 120):
        lines = lines_of(text, span, strip, room, 0.7)
        assert max(line.width for line in lines) * 0.7 <= room
        shown = [(strip.rows[line.row].cut, line.start, line.end) for line in lines]
        broken = [line.width for line in lines if line.row == lines[-1].row]
        assert min(broken) > max(broken) / 4, "a word is left over on a line of its own"
        for word in wanted:
            assert any(cut.intersects(word) and start <= word.x0 and word.x1 <= end for cut, start, end in shown)
    desk.store.close()


def test_of_a_passage_the_first_line_and_the_last_are_shown_and_how_many_stand_between(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.session.show(desk.add(generate(1)))
    text, span = desk.session.text, desk.session.record.at("items[0].rationale").span
    assert span is not None
    printed = text.places(span)
    strip = strip_of(text, span, 3)
    assert [row.wanted.y1 for row in strip.rows] == [printed[0].rect.y1, printed[-1].rect.y1]
    assert strip.left_out == len(printed) - 2 > 1
    crop = Crop(desk.images)
    qtbot.addWidget(crop)
    crop.resize(600, 40)
    crop.show_span(text, span)
    with_gap = crop.height()
    crop.show_span(text, desk.session.record.at("items[0].request").span)
    assert with_gap > 2 * crop.height(), "two lines of print, and one that says how many are left out"
    desk.store.close()
