"""Every action is found by a word that a clerk would use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from imr_desk.ui.actions import ACTIONS, PARTS
from imr_desk.ui.dialogs.palette import Palette
from imr_desk.ui.form.verbs import VERBS
from imr_desk.ui.look.theme import ThemeChoice
from imr_desk.ui.other_words import OTHER_WORDS
from tests.ui.window import WholeDesk


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    """A letter of several items, the keyboard at a field of its first."""
    (first,) = whole_desk.add(1)
    whole_desk.parts.queue.refresh()
    whole_desk.open(first)
    whole_desk.parts.focus.set("items[0].request")
    return whole_desk


def found(desk: WholeDesk, words: str) -> list[str]:
    """What the palette lists for these words."""
    desk.trigger("palette")
    palette = desk.window.findChild(Palette)
    palette.findChild(QLineEdit).setText(words)
    listed = palette.findChild(QTreeWidget)
    said = [listed.topLevelItem(at).text(0) for at in range(listed.topLevelItemCount())]
    palette.reject()
    palette.setParent(None)
    return said


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("split", "Split the item in two"),
        ("join", "Merge the item with the next"),
        ("illegible", "No value\u2026"),
        ("ignore error", "Acknowledge the check\u2026"),
        ("delete", "Remove this one"),
        ("dark", "Theme: dark"),
        ("font", "Larger text"),
        ("boilerplate", "Dim repeated text"),
        ("skip", "Postpone..."),
        ("statistics", "Insight: charts over the letters"),
        ("shortcuts", "Keys"),
        ("manual", "Guide"),
        ("done", "Verify and next"),
        ("cite", "Copy the letter's reference"),
    ],
)
def test_an_action_is_found_by_another_word(desk: WholeDesk, words: str, action: str) -> None:
    assert action in found(desk, words)


def test_what_is_called_so_comes_before_what_is_also_called_so(desk: WholeDesk) -> None:
    assert found(desk, "history")[0] == "History"
    assert found(desk, "back")[0] == "Back to all letters"


def test_what_is_done_to_a_field_is_offered_only_where_it_makes_sense(desk: WholeDesk) -> None:
    desk.parts.focus.set("patient.age")
    assert "Split the item in two" not in found(desk, "split")


def test_a_field_is_acted_on_from_the_palette(desk: WholeDesk, qtbot: QtBot) -> None:
    before = desk.parts.session.record.count("items")
    desk.trigger("palette")
    palette = desk.window.findChild(Palette)
    words = palette.findChild(QLineEdit)
    qtbot.waitUntil(words.hasFocus)
    words.setText("divide")
    QTest.keyClick(words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.parts.session.record.count("items") == before + 1)


def test_all_words_belong_to_actions_and_all_actions_have_words() -> None:
    window = {spec.id for spec in ACTIONS if spec not in PARTS}
    field = {verb.id for verb in VERBS if verb.listed and verb.id != "confirm_back"}
    themes = {f"theme_{choice.value}" for choice in ThemeChoice}
    assert set(OTHER_WORDS) == window | field | themes
