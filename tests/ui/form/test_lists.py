"""Lists and items: added, removed and moved by key and button, open items following."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from imr_desk.ui.form.items.item_table import ItemTable
from tests.ui.form.desk import Desk, long_letter

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def items(desk: Desk) -> ItemTable:
    return desk.form.sections.items


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_entry_is_added_below_with_the_focus_in_it_and_taken_out_again(desk: Desk) -> None:
    desk.field("reviewer.specialties[0]")
    desk.press(Qt.Key.Key_Insert, ALT)
    assert desk.focus.path == "reviewer.specialties[1]"
    desk.type("reviewer.specialties[1]", "Neurology")
    desk.press(Qt.Key.Key_Return)
    assert desk.value("reviewer.specialties[1]") == "Neurology"
    desk.field("reviewer.specialties[0]")
    desk.press(Qt.Key.Key_Delete, ALT)
    assert [desk.value(path) for path in desk.session.record.each("reviewer.specialties")] == ["Neurology"]
    assert desk.form.bench.rows.at("reviewer.specialties[1]") is None


def test_an_item_moves_and_stays_open_where_it_went(desk: Desk) -> None:
    desk.field("items[0].request")
    desk.press(Qt.Key.Key_Down, ALT | SHIFT)
    assert desk.value("items[1].request") == "Tramadol 50mg #60"
    assert desk.focus.path == "items[1].request"
    assert items(desk).open_item == "items[1]"


def test_an_item_is_added_by_its_button_open_and_in_focus(desk: Desk) -> None:
    items(desk).add()
    desk.settle()
    assert desk.session.record.count("items") == 3
    assert desk.focus.path == "items[2].request"
    assert items(desk).open_item == "items[2]"


def test_undoing_an_added_item_closes_it(desk: Desk) -> None:
    items(desk).add()
    desk.session.undo()
    desk.settle()
    assert items(desk).open_item is None
    assert sum(head.isVisible() for head in items(desk).heads) == 2


def test_a_head_tells_number_request_decision_and_what_is_open(desk: Desk) -> None:
    summary = items(desk).heads[1].summary
    assert summary is not None
    assert (summary.number, summary.request) == (2, "Six visits of acupuncture")
    assert summary.decision.casefold() == "overturned"
    assert summary.to_look_at > 0


def test_the_line_below_says_what_enter_does_at_a_head(desk: Desk) -> None:
    head = items(desk).heads[0]
    head.setChecked(False)
    assert head.property("hint") == "Enter: open the item"
    head.setChecked(True)
    assert head.property("hint") == "Enter: close the item"


def test_modification_is_shown_only_where_there_is_one_or_it_is_asked_for(desk: Desk) -> None:
    desk.field("items[0].request")
    row = desk.form.bench.rows.at("items[0].modification.original")
    assert row is not None
    assert not row.isVisible()
    desk.focus.set("items[0].modification.original")
    desk.settle()
    assert row.isVisible()


def test_an_item_has_the_group_of_its_kind(desk: Desk) -> None:
    assert desk.field("items[0].medication.name").isVisible()
    row = desk.form.bench.rows.at("items[0].service.visits")
    assert row is not None
    assert not row.isVisible()
    desk.session.choose_value("items[0].kind", "service")
    desk.settle()
    assert row.isVisible()


def test_many_items_have_one_body_between_them(desk: Desk) -> None:
    desk.open(long_letter(25))
    bodies = set()
    for place in (3, 17, 24):
        desk.field(f"items[{place}].request")
        bodies.add(id(items(desk).body))
    assert len(bodies) == 1
    assert sum(head.isVisible() for head in items(desk).heads) == 25


def test_an_item_is_split_in_two_alike_and_merged_again_with_both_requests(desk: Desk) -> None:
    desk.field("items[0].request")
    desk.press(Qt.Key.Key_Insert, ALT | SHIFT)
    record = desk.session.record
    assert record.count("items") == 3
    assert record.at("items[1].medication.name") == record.at("items[0].medication.name")
    desk.press(Qt.Key.Key_Delete, ALT | SHIFT)
    assert desk.session.record.count("items") == 2
    assert desk.value("items[0].request") == "Tramadol 50mg #60 Tramadol 50mg #60"
    desk.session.undo()
    desk.session.undo()
    assert desk.session.record == desk.store.letter(1).record
    assert desk.value("items[1].request") == "Six visits of acupuncture"


def test_who_takes_a_merge_back_is_at_the_item_that_was_merged(desk: Desk) -> None:
    desk.field("items[0].request")
    desk.press(Qt.Key.Key_Delete, ALT | SHIFT)
    desk.session.undo()
    desk.settle()
    assert desk.session.record.count("items") == 2
    assert desk.focus.path == "items[0].request"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_words_being_typed_are_kept_when_a_list_changes(desk: Desk) -> None:
    desk.type("reviewer.specialties[0]", "Neurology")
    desk.press(Qt.Key.Key_Insert, ALT)
    assert desk.value("reviewer.specialties[0]") == "Neurology"


def test_an_item_opened_by_its_head_stands_at_the_top(desk: Desk) -> None:
    desk.open(long_letter(8))
    head = items(desk).heads[5]
    head.click()
    desk.settle()
    assert items(desk).open_item == "items[5]"
    assert 0 <= head.mapTo(desk.form.fields.viewport(), head.rect().topLeft()).y() <= head.height()


def test_a_field_that_comes_into_view_has_what_follows_below_it(desk: Desk) -> None:
    desk.open(long_letter(8))
    row = desk.field("items[6].decision")
    window = desk.form.fields.viewport().height()
    assert 0 < row.mapTo(desk.form.fields.viewport(), row.rect().bottomLeft()).y() < window * 3 // 4


def test_who_takes_out_the_last_entry_of_a_list_stays_in_its_item(desk: Desk) -> None:
    entry = "items[0].medication.ingredients[0]"
    desk.field("items[0].medication.name")
    assert desk.session.add_entry("items[0].medication.ingredients", 0)
    desk.field(entry)
    been: list[str] = []
    desk.focus.focus_changed.connect(been.append)
    desk.press(Qt.Key.Key_Delete, ALT)
    desk.settle()
    assert entry not in desk.session.record
    assert been == ["items[0].medication.name"]
    assert items(desk).open_item == "items[0]"


def test_with_the_last_entry_gone_the_keyboard_is_at_a_field_still(desk: Desk) -> None:
    desk.field("reviewer.specialties[0]")
    desk.press(Qt.Key.Key_Delete, ALT)
    assert desk.session.record.count("reviewer.specialties") == 0
    row = desk.form.bench.rows.at(desk.focus.path or "")
    assert row is not None
    assert row.editor.hasFocus()


def test_what_is_hidden_with_the_keyboard_in_it_has_nothing_else_done_before_its_turn(desk: Desk) -> None:
    desk.open(long_letter(2))
    row = desk.field("items[0].request")
    done: list[str] = []
    desk.form.bench.turns.add(lambda: done.append("what can wait"))
    row.hide()
    assert not done
    desk.settle()
    assert done
