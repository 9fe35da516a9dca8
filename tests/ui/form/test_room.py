"""The form has room for its fields, however large the text is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.letter.field import spec_of
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.editors.text import TextEditor
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.parts.part_head import Count, PartHead
from imr_desk.ui.form.parts.progress import Progress
from tests.ui.form.desk import Desk
from tests.ui.window import WholeDesk


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_form_is_never_wider_than_its_panel(whole_desk: WholeDesk, scale: float, qtbot: QtBot) -> None:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.parts.theme.set_scale(scale)
    whole_desk.parts.focus.set("items[0].conclusion")
    fields = whole_desk.window.work.form.fields
    qtbot.waitUntil(lambda: fields.widget().width() <= fields.viewport().width())


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_box_for_long_words_shows_whole_lines_only(whole_desk: WholeDesk, scale: float, qtbot: QtBot) -> None:
    whole_desk.open(whole_desk.add(4)[0])
    whole_desk.parts.theme.set_scale(scale)
    whole_desk.parts.focus.set("items[0].conclusion")
    form = whole_desk.window.work.form
    qtbot.waitUntil(lambda: bool(shown := boxes(form)) and all(map(whole_lines, shown)))


def boxes(form: QWidget) -> list[TextEditor]:
    return [box for box in form.findChildren(TextEditor) if box.isVisible()]


def whole_lines(box: TextEditor) -> bool:
    line = box.document().firstBlock().layout().lineAt(0).height() if box.toPlainText() else 1.0
    return 0 <= box.viewport().height() - line * round(box.viewport().height() / line) < 1


def test_a_field_needs_the_same_width_before_it_has_a_value_and_after(empty_desk: Desk, qtbot: QtBot) -> None:
    """Or two columns would be laid out where there is room for one."""
    row = FieldRow(empty_desk.form.bench, spec_of("patient.injury_date"))
    qtbot.addWidget(row)
    before = row.head.widest()
    row.refresh()
    assert row.head.widest() == before > 0


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_words_that_a_line_has_no_room_for_are_shown_by_its_tip(qtbot: QtBot) -> None:
    line = LineEditor(spec_of("items[0].request"))
    qtbot.addWidget(line)
    line.setText("Chronic Pain Medical Treatment")
    for width, tip in ((80, line.text()), (500, "")):
        line.resize(width, 28)
        QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
        assert line.toolTip() == tip


def test_how_far_a_part_is_confirmed_is_said_on_one_line_in_few_words_where_room_is_scarce(qtbot: QtBot) -> None:
    head = PartHead("Utilization review", "Confirm section")
    qtbot.addWidget(head)
    head.show_progress(Progress(3, 7))
    head.show()
    (count,) = head.findChildren(Count)
    for width, said in ((600, "3 of 7 confirmed"), (head.minimumSizeHint().width(), "3 of 7")):
        head.resize(width, 100)
        assert count.text() == said
        assert count.accessibleName() == "3 of 7 confirmed"
        assert count.width() >= count.fontMetrics().horizontalAdvance(said)
