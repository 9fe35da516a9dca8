"""The list of fields: those of which something waits, with how many; found by a few letters, chosen by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.letter.batch import BatchField, batch_field
from imr_desk.ui.batch.batch_view import BatchView
from imr_desk.ui.batch.field_list import FieldList, part_words
from tests.tables import tables_of
from tests.ui.window import WholeDesk


@pytest.fixture
def view(whole_desk: WholeDesk) -> BatchView:
    """The batch check over two letters."""
    whole_desk.add(1, 2)
    whole_desk.trigger("batch_check")
    body = whole_desk.window.batch.body
    assert body is not None
    return body


@pytest.fixture
def fields(view: BatchView) -> FieldList:
    return view.fields


def offered(fields: FieldList) -> list[tuple[str, str, str]]:
    model = fields.table.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]  # type: ignore[misc]


def test_fields_are_listed_with_how_many_values_wait(fields: FieldList) -> None:
    rows = offered(fields)
    assert ("Age", "Patient", "2") in rows
    assert "Decision" not in {name for name, _, _ in rows}
    assert all(count != "0" for _, _, count in rows)


def test_the_line_below_says_what_enter_does_among_the_fields(
    fields: FieldList, whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    said = whole_desk.window.status_line.enter
    for widget in (fields.table, fields.words):
        widget.setFocus()
        qtbot.waitUntil(lambda: "Enter: its values as cards" in said.text())


def test_letters_of_an_older_store_that_were_not_looked_through_yet_are_told(
    view: BatchView, whole_desk: WholeDesk
) -> None:
    assert view.fields.uncounted.isHidden()
    with tables_of(whole_desk.store.path) as db:
        db.execute("INSERT INTO uncounted VALUES (1)")
    view.ask_field()
    assert "1 letter" in view.fields.uncounted.text()
    assert not view.fields.uncounted.isHidden()


def test_a_field_is_found_by_its_name_and_chosen_by_enter(fields: FieldList, qtbot: QtBot) -> None:
    QTest.keyClicks(fields.words, "decision d")
    assert [name for name, _, _ in offered(fields)] == ["Decision date"]
    with qtbot.waitSignal(fields.field_chosen) as chosen:
        QTest.keyClick(fields.words, Qt.Key.Key_Return)
    assert chosen.args == [batch_field("header.decision_date")]


def test_the_arrows_move_in_the_list_while_words_are_typed(fields: FieldList, qtbot: QtBot) -> None:
    names = [name for name, _, _ in offered(fields)]
    QTest.keyClick(fields.words, Qt.Key.Key_Down)
    with qtbot.waitSignal(fields.field_chosen) as chosen:
        QTest.keyClick(fields.words, Qt.Key.Key_Return)
    assert chosen.args is not None
    (field,) = chosen.args
    assert isinstance(field, BatchField)
    assert field.spec.label == names[1]


def test_fields_of_the_same_name_are_told_apart_by_where_they_stand() -> None:
    sides = ("claims_administrator", "maximus")
    titles = [part_words(batch_field(f"items[0].{side}_guideline.citations[0].title")) for side in sides]
    assert titles == ["Items, Claims Administrator guideline", "Items, MAXIMUS guideline"]


def test_escape_leads_back_to_the_work(whole_desk: WholeDesk, view: BatchView) -> None:
    assert whole_desk.window.stage.view is not None
    QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Escape)
    assert whole_desk.window.stage.view is None


def test_cards_are_left_for_a_letter_and_returned_to(whole_desk: WholeDesk, view: BatchView, qtbot: QtBot) -> None:
    QTest.keyClicks(view.fields.words, "age")
    QTest.keyClick(view.fields.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.cards.grid.unseen and view.cards.isVisible())
    view.cards.grid.go(view.cards.grid.pages.moved(1, 0))
    card = view.cards.grid.pages.current
    assert card is not None
    view.cards.open_letter()
    letter = whole_desk.parts.session.letter
    assert letter is not None
    assert (letter.id, whole_desk.parts.focus.path) == card.key
    whole_desk.parts.session.type_value("patient.age", "77")
    whole_desk.trigger("batch_check")
    again = view.cards.grid.pages.current
    assert again is not None
    assert (again.key, again.value.entry.value) == (card.key, 77)
