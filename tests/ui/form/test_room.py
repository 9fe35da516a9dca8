"""The form has room for its fields, however large the text is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window import WholeDesk


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_form_is_never_wider_than_its_panel(whole_desk: WholeDesk, scale: float, qtbot: QtBot) -> None:
    whole_desk.open(whole_desk.add(1)[0])
    whole_desk.parts.theme.set_scale(scale)
    whole_desk.parts.focus.set("items[0].conclusion")
    fields = whole_desk.window.work.form.fields
    try:
        qtbot.waitUntil(lambda: fields.widget().width() <= fields.viewport().width())
    finally:
        whole_desk.parts.theme.set_scale(1.0)
