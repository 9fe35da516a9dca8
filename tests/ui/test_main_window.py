"""The window: a person's whole way from an empty store to a verified letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from imr_desk.desk.coming_in.import_report import WentIn
from imr_desk.desk.sitting.bookmark import PLACE
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.letter.review import LetterState
from imr_desk.samples.generate import generate
from imr_desk.store.file.errors import StoreFull
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.window.leaving import Leave
from imr_desk.ui.window.message_bar import Tone
from tests.making import Inline
from tests.ui.window import WholeDesk, make_window


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    """Three letters in the store, the first one open."""
    first, *_ = whole_desk.add(1, 2, 3)
    whole_desk.parts.queue.refresh()
    whole_desk.open(first)
    return whole_desk


def confirm_everything(desk: WholeDesk) -> None:
    """What stands in the way of verifying is out of the way."""
    session = desk.parts.session
    session.confirm_all(tuple(session.record), "confirm all")
    for finding in session.open_findings:
        session.acknowledge(finding, "as printed")


def test_an_empty_store_welcomes(whole_desk: WholeDesk) -> None:
    assert whole_desk.window.welcome.isVisible()
    assert not whole_desk.window.work.isVisible()


def test_the_sample_letters_are_one_click_away(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(whole_desk.parts.importer.finished):
        whole_desk.window.welcome.samples_requested.emit()
    assert whole_desk.window.work.isVisible()
    assert whole_desk.parts.session.letter is not None
    assert "2 letters went in" in whole_desk.window.messages.text


def test_enter_presses_the_button_that_has_the_keyboard(whole_desk: WholeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(generate(5).pdf)
    whole_desk.person.files = (path,)
    qtbot.waitUntil(lambda: whole_desk.window.focusWidget() in whole_desk.window.welcome.findChildren(QPushButton))
    with qtbot.waitSignal(whole_desk.parts.importer.finished):
        QTest.keyClick(whole_desk.window.focusWidget(), Qt.Key.Key_Return)


def test_chosen_letters_go_in_and_the_first_is_opened(whole_desk: WholeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(generate(5).pdf)
    whole_desk.person.files = (path,)
    with qtbot.waitSignal(whole_desk.parts.importer.finished):
        whole_desk.trigger("import_files")
    assert whole_desk.parts.session.letter is not None
    assert whole_desk.parts.session.letter.file == "letter.pdf"


def test_dropped_letters_go_in(whole_desk: WholeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(generate(5).pdf)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    either, left, none = (
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dropped = QDropEvent(QPointF(5, 5), either, data, left, none)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    with qtbot.waitSignal(whole_desk.parts.importer.finished) as finished:
        whole_desk.window.dropEvent(dropped)
    assert finished.args[0].count(WentIn) == 1
    assert dropped.dropAction() is Qt.DropAction.CopyAction


def test_who_leaves_while_letters_come_in_is_asked(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    importer, leaving = whole_desk.parts.importer, whole_desk.window.leaving
    importer.pace.pause(True)
    whole_desk.window.welcome.samples_requested.emit()
    whole_desk.person.agrees = False
    assert leaving.ask(lambda: None) is Leave.NOT
    assert importer.running
    whole_desk.person.agrees = True
    with qtbot.waitSignal(importer.finished):
        assert leaving.ask(lambda: None) is not Leave.NOT
    assert importer.report.cancelled


def test_a_letter_opens_with_the_keyboard_from_the_list(whole_desk: WholeDesk) -> None:
    whole_desk.add(1, 2)
    whole_desk.parts.queue.refresh()
    table = whole_desk.window.work.queue.table
    whole_desk.window.work.queue.focus_table()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert whole_desk.parts.session.letter is not None
    assert whole_desk.parts.session.letter.file == generate(2).file


def test_a_first_letter_that_cannot_be_fetched_leaves_the_list_as_it_was(whole_desk: WholeDesk) -> None:
    (there,) = whole_desk.add(1)
    whole_desk.parts.queue.refresh()
    whole_desk.open(there + 1)
    work = whole_desk.window.work
    assert work.updatesEnabled()
    assert work.queue.isVisible()
    assert not work.page.isVisible()
    assert whole_desk.window.messages.text


def test_an_import_stands_back_until_the_form_shows_the_letter_that_was_asked_for(
    whole_desk: WholeDesk, qtbot: QtBot
) -> None:
    (letter,) = whole_desk.add(1)
    pace, form = whole_desk.parts.importer.pace, whole_desk.window.work.form
    whole_desk.open(letter)
    assert pace.stands_back
    assert not form.settled
    qtbot.waitUntil(lambda: not pace.stands_back)
    assert whole_desk.window.work.page.isVisible()
    whole_desk.open(letter + 1)
    assert not pace.stands_back, "there is no such letter to wait for"
    whole_desk.trigger("back")
    assert not pace.stands_back


def test_the_bar_says_which_letter_and_how_far(desk: WholeDesk) -> None:
    bar = desk.window.top_bar
    assert bar.case.text() == generate(1).plan.case_number
    assert bar.place.text() == "letter 1 of 3"
    assert "to review" in bar.state.text()
    assert "Saved" in bar.saved.text()


def test_opening_a_letter_changes_nothing(desk: WholeDesk) -> None:
    assert len(desk.parts.session.history.steps) == 0
    assert desk.store.counts()[LetterState.TO_REVIEW] == 3


def test_a_letter_with_something_left_to_look_at_is_not_verified(desk: WholeDesk) -> None:
    desk.trigger("verify")
    assert desk.parts.session.state is not LetterState.VERIFIED
    assert "Not verified" in desk.window.messages.text
    assert desk.parts.focus.path is not None


def test_an_error_that_keeps_a_letter_back_is_told_as_one_and_can_be_acknowledged_there(desk: WholeDesk) -> None:
    error = Finding("X01", Severity.ERROR, "Unlike.", ("header.case_number",))
    desk.parts.session.checking.put((error,))
    desk.trigger("verify")
    messages = desk.window.messages
    assert messages.text.startswith("Not verified: check X01 is open.")
    assert messages.property("role") == "error"
    desk.person.reason = "As printed"
    messages.findChild(QPushButton).click()
    assert error not in desk.parts.session.open_findings


def test_what_keeps_a_letter_back_has_the_keyboard_wherever_that_was(desk: WholeDesk, qtbot: QtBot) -> None:
    work = desk.window.work
    desk.trigger("verify")
    work.page.canvas.setFocus()
    qtbot.waitUntil(work.page.canvas.hasFocus)
    desk.trigger("verify")
    qtbot.waitUntil(lambda: work.form.isAncestorOf(QApplication.focusWidget()))


def test_where_the_list_leaves_letters_out_those_that_wait_are_offered(desk: WholeDesk, qtbot: QtBot) -> None:
    session, queue, messages = desk.parts.session, desk.parts.queue, desk.window.messages
    here = session.letter
    assert here is not None
    queue.show_letters(QueueQuery(only=frozenset({here.id})))
    desk.window.flow.next_to_review()
    qtbot.waitUntil(lambda: messages.text == "None of the other letters listed here waits for a review.")
    messages.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: session.letter is not None and session.letter.id != here.id)
    assert not queue.query.filtered


def test_the_panels_keep_their_shares_when_the_window_goes_to_a_smaller_screen(desk: WholeDesk, qtbot: QtBot) -> None:
    window, work = desk.window, desk.window.work

    def shares() -> list[int]:
        return [round(100 * width / sum(work.sizes())) for width in work.sizes()]

    window.resize(3200, 1200)
    qtbot.waitUntil(lambda: work.width() > 3000)
    work.setSizes([640, 1400, 1100])
    before = shares()
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: work.width() < 1600)
    assert all(abs(was - now) <= 3 for was, now in zip(before, shares(), strict=True))


def type_age(desk: WholeDesk, qtbot: QtBot, words: str) -> QLineEdit:
    """Type into the field of the age, without leaving it."""
    desk.parts.focus.set("patient.age")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, words)
    return box


def test_words_being_typed_are_taken_before_the_letter_is_left(desk: WholeDesk, qtbot: QtBot) -> None:
    first = desk.parts.session.letter
    type_age(desk, qtbot, "33")
    desk.trigger("next_letter")
    assert first is not None
    assert desk.store.letter(first.id).record.at("patient.age").value == 33


def test_refused_words_keep_the_person_and_are_explained_once(desk: WholeDesk, qtbot: QtBot) -> None:
    first = desk.parts.session.letter
    box = type_age(desk, qtbot, "junk")
    desk.trigger("next_letter")
    assert desk.parts.session.letter == first
    assert desk.window.messages.text == ""
    assert not desk.window.close()
    box.clear()


def test_a_verified_letter_makes_way_for_the_next(desk: WholeDesk) -> None:
    first = desk.parts.session.letter
    confirm_everything(desk)
    desk.trigger("verify")
    assert first is not None
    assert desk.store.letter(first.id).state is LetterState.VERIFIED
    assert desk.parts.session.letter is not None
    assert desk.parts.session.letter.id != first.id
    assert desk.window.status_line.last.text() == f"{generate(1).plan.case_number} verified; Ctrl+Z takes it back"


def test_after_the_last_letter_the_desk_says_so(whole_desk: WholeDesk) -> None:
    (only,) = whole_desk.add(1)
    whole_desk.open(only)
    confirm_everything(whole_desk)
    whole_desk.trigger("verify")
    assert "No other letter" in whole_desk.window.messages.text


def test_a_postponed_letter_keeps_its_reason(desk: WholeDesk) -> None:
    first = desk.parts.session.letter
    desk.trigger("postpone")
    assert first is not None
    assert desk.store.letter(first.id).reason == "Pages missing"
    assert desk.parts.session.letter is not None
    assert desk.parts.session.letter.id != first.id


def test_without_a_reason_nothing_is_postponed(desk: WholeDesk) -> None:
    desk.person.reason = None
    desk.trigger("postpone")
    assert desk.parts.session.state is not LetterState.POSTPONED


def test_next_and_previous_letter_follow_the_list(desk: WholeDesk) -> None:
    session = desk.parts.session
    assert session.letter is not None
    first = session.letter.id
    desk.trigger("next_letter")
    assert session.letter.id != first
    desk.trigger("previous_letter")
    assert session.letter.id == first
    desk.trigger("previous_letter")
    assert session.letter.id == first


def test_undo_names_its_step_and_goes_to_the_field(desk: WholeDesk) -> None:
    session, focus = desk.parts.session, desk.parts.focus
    session.confirm("header.case_number")
    focus.set("patient.age")
    assert "confirm Case number" in desk.window.actions_.of("undo").text()
    assert "confirm Case number" in desk.window.status_line.last.text()
    desk.trigger("undo")
    assert not session.record.at("header.case_number").by_person
    assert focus.path == "header.case_number"
    desk.trigger("redo")
    assert session.record.at("header.case_number").by_person


def test_the_status_line_says_what_enter_will_do(desk: WholeDesk) -> None:
    desk.parts.focus.set("header.case_number")
    assert desk.window.status_line.enter.text().startswith("Enter: confirm Case number")


def test_nothing_is_shown_as_saved_before_the_store_has_it(desk: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, bool]] = []
    commit, bar = desk.store.commit_all, desk.window.top_bar

    def looked_at_first(*what: object) -> None:
        shown.append((bar.saved.text(), desk.window.isWindowModified()))
        commit(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.store, "commit_all", looked_at_first)
    desk.parts.session.confirm("header.case_number")
    assert shown == [("Saving\N{HORIZONTAL ELLIPSIS}", True)]
    assert (bar.saved.text(), desk.window.isWindowModified()) == ("\N{CHECK MARK} Saved", False)


def test_a_failed_save_is_named_in_title_and_bar_and_never_shown_as_saved(
    desk: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(desk.store, "commit_all", full)
    desk.parts.session.confirm("header.case_number")
    assert "not saved: The disk is full." in desk.window.windowTitle()
    assert desk.window.isWindowModified()
    assert "Not saved" in desk.window.top_bar.saved.text()
    assert "The disk is full." in desk.window.messages.text
    monkeypatch.undo()
    desk.trigger("save_again")
    assert not desk.window.isWindowModified()


def test_a_failed_save_is_said_again_once_what_was_said_over_it_is_put_away(
    desk: WholeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFull("The disk is full.")

    messages = desk.window.messages
    monkeypatch.setattr(desk.store, "commit_all", full)
    desk.parts.session.confirm("header.case_number")
    desk.trigger("verify")
    assert messages.text.startswith("Not verified")
    messages.findChild(QToolButton).click()
    assert "The disk is full." in messages.text
    desk.trigger("verify")
    monkeypatch.undo()
    desk.trigger("save_again")
    assert messages.text.startswith("Not verified")
    messages.findChild(QToolButton).click()
    assert messages.text == ""


def test_the_window_stays_while_something_is_not_saved(desk: WholeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(desk.store, "commit_all", full)
    desk.parts.session.confirm("header.case_number")
    assert not desk.window.close()
    assert "The disk is full." in desk.person.told[0]
    desk.person.leave = True
    assert desk.window.close()


def test_the_verified_letters_are_exported(desk: WholeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    number = desk.window.top_bar.case.text()
    confirm_everything(desk)
    desk.trigger("verify")
    desk.person.target = tmp_path / "labels.jsonl"
    with qtbot.waitSignal(desk.parts.exporter.finished):
        desk.trigger("export")
    (line,) = desk.person.target.read_text().splitlines()
    assert json.loads(line)["header"]["case_number"]["value"] == number
    assert "Letters written to labels.jsonl: 1." in desk.window.messages.text


def test_the_letters_pdf_is_put_where_others_can_print_it(desk: WholeDesk, tmp_path: Path) -> None:
    pdf = desk.parts.session.pdf
    assert pdf is not None
    desk.person.target = tmp_path / "copy.pdf"
    desk.trigger("save_pdf")
    assert desk.person.target.read_bytes() == pdf.data
    assert desk.window.messages.text == "copy.pdf was written."
    desk.person.target = tmp_path / "nowhere" / "copy.pdf"
    desk.trigger("save_pdf")
    assert desk.window.messages.text.startswith("copy.pdf was not written: No such file or directory.")


def test_a_file_that_cannot_be_written_is_named(desk: WholeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.person.target = tmp_path / "no such folder" / "labels.jsonl"
    with qtbot.waitSignal(desk.parts.exporter.finished):
        desk.trigger("export")
    assert "labels.jsonl was not written" in desk.window.messages.text


def test_without_an_open_check_the_desk_says_so(desk: WholeDesk) -> None:
    for finding in desk.parts.session.open_findings:
        desk.parts.session.acknowledge(finding, "as printed")
    desk.trigger("next_check")
    assert desk.window.status_line.currentMessage() == "No check is open"


def test_f8_begins_with_errors_and_leaves_none_out_when_one_is_settled_on_the_way(desk: WholeDesk) -> None:
    session, reached = desk.parts.session, list[str]()
    desk.window.flow.check_reached.connect(lambda finding, _: reached.append(finding.rule))
    look, error, other = (
        Finding("D07", Severity.REVIEW, "Late.", ("header.decision_date",)),
        Finding("X01", Severity.ERROR, "Unlike.", ("header.case_number", "patient.age")),
        Finding("M07", Severity.WARNING, "How many?", ("patient.sex",)),
    )
    session.checking.put((look, error, other))
    for _ in range(2):
        desk.trigger("next_check")
    session.acknowledge(error, "as printed")
    for _ in range(3):
        desk.trigger("next_check")
    assert reached == ["X01", "X01", "D07", "M07", "D07"]


def test_f12_held_down_verifies_one_letter(desk: WholeDesk) -> None:
    once = [id for id in ("verify", "sample_right", "sample_wrong") if not desk.window.actions_.of(id).autoRepeat()]
    assert once == ["verify", "sample_right", "sample_wrong"]


def test_the_keyboard_is_on_a_letter_of_the_list_from_the_start(whole_desk: WholeDesk) -> None:
    whole_desk.add(1, 2)
    table = whole_desk.window.work.queue.table
    whole_desk.parts.queue.refresh()
    table.setFocus()
    assert table.selectionModel().isRowSelected(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert whole_desk.parts.session.letter is not None


def test_the_map_leads_to_a_part(desk: WholeDesk) -> None:
    desk.trigger("part_1")
    assert desk.parts.focus.path == "header.case_number"


def test_the_list_of_highlights_comes_to_the_front(desk: WholeDesk) -> None:
    desk.trigger("show_highlights")
    assert desk.window.work.highlights.isVisible()
    desk.parts.focus.set("patient.age")
    assert desk.window.work.form.isVisible()


def test_another_letter_comes_with_the_keyboard_in_its_form_although_the_highlights_were_in_front(
    desk: WholeDesk, qtbot: QtBot
) -> None:
    desk.open(2)
    arrived = desk.parts.focus.path
    desk.open(1)
    desk.parts.focus.set(arrived)
    desk.trigger("show_highlights")
    desk.open(2)
    assert desk.parts.focus.path == arrived
    qtbot.waitUntil(lambda: desk.window.work.form.isAncestorOf(QApplication.focusWidget()))


def test_back_to_all_letters_gives_the_list_all_the_room(desk: WholeDesk, qtbot: QtBot) -> None:
    desk.trigger("close_letter")
    assert desk.parts.session.letter is None
    assert not desk.window.work.page.isVisible()
    qtbot.waitUntil(lambda: not desk.window.work.queue.narrow)


def test_the_next_sitting_finds_the_window_and_the_letter_as_they_were(
    desk: WholeDesk, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    desk.parts.focus.set("patient.age")
    desk.window.work.moveSplitter(300, 1)
    qtbot.waitUntil(lambda: "patient.age" in (desk.store.remembered(PLACE) or ""))
    shape = desk.window.work.sizes()
    desk.window.close()
    again = make_window(desk.store, tmp_path, qapp)
    again.window.resize(desk.window.size())
    again.window.show()
    again.parts.bookmark.resume()
    assert again.parts.session.letter is not None
    assert again.parts.session.letter.file == generate(1).file
    assert again.parts.focus.path == "patient.age"
    qtbot.waitUntil(lambda: again.window.work.sizes()[0] == shape[0] == 300)
    again.close()


def test_what_went_in_is_said_until_the_next_letter(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(whole_desk.parts.importer.finished):
        whole_desk.trigger("import_samples")
    assert "2 letters went in" in whole_desk.window.messages.text
    whole_desk.trigger("next_letter")
    assert whole_desk.window.messages.text == ""


def test_what_went_in_is_said_for_a_few_changes(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(whole_desk.parts.importer.finished):
        whole_desk.trigger("import_samples")
    for path in ("header.case_number", "header.priority"):
        whole_desk.parts.session.confirm(path)
        assert "2 letters went in" in whole_desk.window.messages.text
    whole_desk.parts.session.confirm("header.decision_date")
    assert whole_desk.window.messages.text == ""


def test_a_letter_read_again_says_what_changed_and_keeps_what_was_typed(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    (letter_id,) = whole_desk.add(1)
    letter = generate(1)
    failure = Failure(letter.file, FailureKind.TOO_SLOW, "It took too long.")
    whole_desk.store.read_again(letter_id, failure, "clerk")
    whole_desk.open(letter_id)
    whole_desk.parts.session.type_value("patient.age", "99")
    with qtbot.waitSignal(whole_desk.parts.rereader.finished, timeout=60_000):
        whole_desk.trigger("read_again")
    assert "fields read differently" in whole_desk.window.messages.text
    assert whole_desk.parts.session.record.at("patient.age").value == 99
    assert whole_desk.parts.session.record.at("header.case_number").value == letter.plan.case_number


def test_a_letter_opened_before_it_was_read_is_shown_as_soon_as_it_is(whole_desk: WholeDesk, qtbot: QtBot) -> None:
    letter = generate(1)
    new = whole_desk.store.add(letter.pdf, letter.file, Failure(letter.file, FailureKind.UNREAD, "Not yet."), "clerk")
    whole_desk.open(new.letter_id)
    assert whole_desk.window.top_bar.state.text() == "+  new"
    whole_desk.parts.session.type_value("patient.age", "99")
    with qtbot.waitSignal(whole_desk.parts.importer.finished):
        whole_desk.parts.importer.resume()
    session = whole_desk.parts.session
    assert session.record.at("header.case_number").value == letter.plan.case_number
    assert session.record.at("patient.age").value == 99
    assert "in review" in whole_desk.window.top_bar.state.text()


def test_the_buttons_below_the_menus_are_shown_when_asked_for_and_remembered(whole_desk: WholeDesk) -> None:
    tools = whole_desk.window.tools
    assert tools.isHidden()
    whole_desk.trigger("show_tools")
    assert tools.isVisible()
    (find,) = (button for button in tools.findChildren(QToolButton) if button.text() == "Find")
    assert not find.isEnabled()
    whole_desk.open(whole_desk.add(1)[0])
    find.click()
    assert whole_desk.window.work.page.find_bar.isVisible()
    assert find.toolTip() == "Find in the letter (Ctrl+F)"
    whole_desk.window.keep_shape()
    assert whole_desk.parts.remembered.get("tools") == "yes"


def test_the_line_below_a_verified_letter_does_not_promise_to_confirm(desk: WholeDesk, qtbot: QtBot) -> None:
    confirm_everything(desk)
    line = desk.window.status_line.enter
    assert desk.parts.session.verify()
    qtbot.waitUntil(lambda: line.text() == "Verified: reopen it to change a value; F12: next letter")
    desk.parts.session.reopen()
    qtbot.waitUntil(lambda: line.text().startswith("Nothing left to look at."))


def test_the_line_below_says_what_the_keys_do_where_the_keyboard_is(desk: WholeDesk, qtbot: QtBot) -> None:
    window, said = desk.window, desk.window.status_line.enter
    desk.parts.focus.set("patient.age")
    for take, told in (
        (window.work.queue.focus_filter, "to the letters found"),
        (window.work.page.find_words, "next place"),
        (window.work.page.canvas.setFocus, "along the words"),
        (window.work.map.list.setFocus, "go to the part"),
        (window.work.form.setFocus, "confirm Age"),
    ):
        take()
        qtbot.waitUntil(lambda told=told: told in said.text())  # type: ignore[misc]


def test_a_check_is_said_in_its_colour_where_its_note_does_not_stand(desk: WholeDesk) -> None:
    session, messages, reached = desk.parts.session, desk.window.messages, desk.window.flow.check_reached
    error = Finding("D03", Severity.ERROR, "The injury was on two days.", ("header.case_number", "patient.injury_date"))
    warning = Finding("M07", Severity.WARNING, "No quantity.")
    for finding, field, role in ((error, "patient.injury_date", "error"), (warning, None, "warning")):
        reached.emit(finding, field)
        assert messages.property("role") == role
        assert messages.text.endswith(finding.message)
    reached.emit(error, "header.case_number")
    assert messages.text == ""
    reached.emit(error, "patient.injury_date")
    session.letter_shown.emit()
    assert messages.text == ""


def test_a_message_lies_above_the_strips_and_a_click_in_it_leaves_the_keyboard_where_it_is(
    desk: WholeDesk, qtbot: QtBot
) -> None:
    window, top = desk.window, desk.window.stage.y()
    window.work.form.setFocus()
    held = QApplication.focusWidget()
    window.messages.say(Tone.NOTICE, "Done.", "Undo", lambda: None)
    window.bulk_strip.show()
    qtbot.waitUntil(lambda: window.messages.geometry().bottom() <= window.bulk_strip.mapTo(window, QPoint()).y())
    assert window.stage.y() == top
    QTest.mouseClick(window.messages.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert window.messages.text == ""
    assert QApplication.focusWidget() is held


def test_what_is_said_of_a_letter_does_not_stand_over_a_view(desk: WholeDesk) -> None:
    desk.trigger("verify")
    assert desk.window.messages.text.startswith("Not verified")
    desk.trigger("batch_check")
    assert desk.window.messages.text == ""


def test_nothing_moves_because_something_is_said(desk: WholeDesk) -> None:
    window, before = desk.window, desk.window.stage.geometry()
    for words in ("One sentence.", "A sentence of many words that goes on and on. " * 8):
        window.messages.say(Tone.WARNING, words, "Do it", lambda: None)
        QApplication.sendPostedEvents()
        assert window.stage.geometry() == before
        assert window.rect().contains(window.messages.geometry())
        label = next(one for one in window.messages.findChildren(QLabel) if one.text() == words)
        assert label.height() >= label.heightForWidth(label.width())


def test_the_line_below_tells_how_far_an_older_store_is_counted(whole_desk: WholeDesk) -> None:
    backlog, said = whole_desk.parts.backlog, whole_desk.window.status_line.counting
    backlog.of, backlog.left = 200, 50
    backlog.progressed.emit()
    assert said.text() == "Counting for the charts: 150 of 200"
    backlog.left = 0
    backlog.progressed.emit()
    assert said.isHidden()


def test_with_the_next_letter_the_list_and_the_count_of_today_are_those_of_now(desk: WholeDesk) -> None:
    confirm_everything(desk)
    desk.trigger("verify")
    model = desk.parts.queue
    states = [row.state for row in map(model.row_at, range(model.rowCount())) if row is not None]
    assert states.count(LetterState.VERIFIED) == 1
    assert desk.window.top_bar.today.text() == "1 verified today"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_short_list_shows_all_its_values_when_it_drops_down(desk: WholeDesk, qtbot: QtBot) -> None:
    desk.parts.focus.set("header.priority")
    row = desk.window.work.form.bench.rows.at("header.priority")
    assert row is not None
    assert isinstance(row.editor, ChoiceEditor)
    row.editor.showPopup()
    view, last = row.editor.view(), row.editor.model().index(row.editor.count() - 1, 0)
    qtbot.waitUntil(view.isVisible)
    assert view.viewport().rect().contains(view.visualRect(last))
    row.editor.hidePopup()


def test_a_letter_given_at_the_start_is_read_once_however_soon_it_is_loaded(
    qapp: QApplication, desk_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imr_desk.desk.coming_in.importer.ThreadPoolExecutor", lambda **_: Inline())
    (tmp_path / "letter.pdf").write_bytes(generate(1).pdf)
    desk = make_window(desk_store, tmp_path, qapp)
    importer = desk.parts.importer
    importer.reading.changed.connect(lambda: setattr(importer.reading, "paused", True))
    desk.desk.begin([tmp_path / "letter.pdf"])
    left = importer.reading.left
    desk.close()
    assert left == 1
