"""Everybody can read and reach the form: names for ears, nothing cut at large text, every field by Tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.look.theme import Theme, ThemeChoice
from tests.ui.form.desk import Desk

REACHABLE = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)


@pytest.fixture
def large_text(qtbot: QtBot, qapp: QApplication) -> Iterator[None]:
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    Theme(qapp, ThemeChoice.LIGHT, 1.5).dress()
    yield
    qapp.setFont(font)
    qapp.setPalette(palette)
    getattr(qapp, "setStyleSheet")(sheet)  # noqa: B009  (the house sets the sheet in one place; this puts it back)


def shown(desk: Desk, *kinds: type[QWidget]) -> list[QWidget]:
    return [widget for kind in kinds for widget in desk.form.findChildren(kind) if widget.isVisible()]


def test_all_that_can_be_pressed_or_typed_into_has_a_name_for_ears(desk: Desk) -> None:
    desk.field("items[0].request")
    unnamed = [
        widget for widget in shown(desk, *REACHABLE) if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []


def test_tab_reaches_every_field_that_is_shown_and_comes_round(desk: Desk) -> None:
    desk.field("items[0].request")
    fields = {row.path for row in desk.form.findChildren(FieldRow) if row.isVisible()}
    reached = set()
    for _ in desk.form.sections.stops():
        desk.press(Qt.Key.Key_Tab)
        reached.add(desk.focus.path)
    assert reached == fields


@pytest.mark.parametrize("width", [519, 730])
@pytest.mark.usefixtures("large_text")
def test_no_words_are_cut_at_one_and_a_half_times_the_text(desk: Desk, width: int) -> None:
    desk.form.resize(width, 1000)
    desk.field("items[0].request")
    desk.settle()
    cut = [
        (widget, widget.text(), widget.size(), widget.minimumSizeHint())
        for widget in shown(desk, QLabel, QAbstractButton)
        if widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
    ]
    assert cut == []
    assert desk.form.sections.width() <= desk.form.fields.viewport().width()


def test_the_field_in_focus_stays_in_view_when_the_form_changes_its_shape(desk: Desk) -> None:
    row = desk.field("items[0].rationale")
    desk.form.resize(460, 420)
    desk.settle()
    assert row.editor.visibleRegion().intersects(row.editor.rect())


def test_who_has_scrolled_away_is_not_called_back(desk: Desk) -> None:
    row = desk.field("items[0].rationale")
    desk.form.fields.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    desk.form.resize(460, 420)
    desk.settle()
    assert not row.editor.visibleRegion().intersects(row.editor.rect())
