"""Every action of the table does what its words say: each is done by its own key, and what it changes is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from imr_desk.letter.review import CLOSED, LetterState
from imr_desk.samples.generate import generate
from imr_desk.store.queue.query import QueueQuery
from imr_desk.ui.actions import ACTIONS, SNAPS
from imr_desk.ui.page.layout import Exactly, FitWidth
from imr_desk.ui.page.units import Snap
from tests.ui.window import WholeDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TESTS = Path(__file__).resolve().parents[1]
OPEN, NEXT, LAST, TO_COME = 4, 5, 6, 7
"""The seeds of the letters in the store, and of one that is not."""
CASE, AFTER_CASE, THIRD = "header.case_number", "header.date_assigned", "header.date_of_injury"
COMMON_WORD = "the"

Look = Callable[[WholeDesk], object]
Doing = Callable[[WholeDesk], object]


@dataclass(frozen=True)
class Deed:
    """What is looked at says something else at first, and this afterwards; `first` is done before."""

    look: Look
    becomes: object = True
    first: Doing = bool


def letters(desk: WholeDesk) -> int:
    return len(desk.store.queue(QueueQuery(), 0, 99))


def open_letter(desk: WholeDesk) -> int:
    letter = desk.parts.session.letter
    return letter.id if letter else 0


def state(desk: WholeDesk) -> LetterState:
    return desk.store.letter(1).review.state


def confirmed(desk: WholeDesk) -> bool:
    return desk.parts.session.record.at(CASE).by_person


def view(desk: WholeDesk) -> str:
    shown = desk.window.stage.view
    return shown.title if shown else ""


def hit(desk: WholeDesk) -> int:
    bar = desk.window.work.page.find_bar
    return bar.hits.index(bar.shown_hit) if bar.shown_hit else -1


def magnified(desk: WholeDesk) -> int:
    """How much larger than life the pages are shown."""
    scale = desk.window.work.page.canvas.scale
    return (scale > 1) - (scale < 1)


def text_size(desk: WholeDesk) -> int:
    """How much larger than usual the text is."""
    scale = desk.parts.theme.scale
    return (scale > 1) - (scale < 1)


def panel(desk: WholeDesk) -> str:
    """The panel that has the keyboard."""
    work, here = desk.window.work, QApplication.focusWidget()
    panels = {"form": work.form, "page": work.page, "map": work.map, "letters": work.queue, "bar": desk.window.top_bar}
    return next((name for name, one in panels.items() if here is not None and one.isAncestorOf(here)), "")


def in_front(name: str) -> Look:
    """Whether a window of this kind is to be seen."""
    return lambda _: name in {type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()}


def confirm(*paths: str) -> Doing:
    return lambda desk: [desk.parts.session.confirm(path) for path in paths]


def confirm_and_undo(desk: WholeDesk) -> None:
    confirm(CASE)(desk)
    desk.parts.session.undo()


def confirm_everything(desk: WholeDesk) -> None:
    session = desk.parts.session
    session.confirm_all(tuple(session.record), "confirm all")
    for finding in session.open_findings:
        session.acknowledge(finding, "as printed")


def look_for_words(desk: WholeDesk) -> None:
    """Look for a word, and go on to its second place."""
    desk.window.work.page.find_bar.open(COMMON_WORD, 0)
    desk.window.work.page.find_bar.show_next()
    desk.window.work.form.setFocus()


def show_life_size(desk: WholeDesk) -> None:
    desk.window.work.page.canvas.set_zoom(Exactly(1.0))


def snapping(snap: Snap) -> Deed:
    """From any other unit to this one."""
    other = next(one for one in Snap if one is not snap)
    return Deed(lambda desk: desk.window.work.page.snap, snap, lambda desk: desk.window.work.page.set_snap(other))


def answer_with_a_letter(desk: WholeDesk) -> None:
    """One that is not in the store, in a folder of its own."""
    letter = generate(TO_COME)
    file = desk.store.path.parent / "letters" / letter.file
    file.parent.mkdir()
    file.write_bytes(letter.pdf)
    desk.person.files, desk.person.folder = (file,), file.parent


def note_the_menu(desk: WholeDesk) -> None:
    """A menu that opens is noted, and put away."""

    def noted() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            desk.person.told.append(menu.actions()[0].text())
            menu.close()

    QTimer.singleShot(0, desk.window, noted)


SEEN: dict[str, Deed] = {
    "import_files": Deed(letters, 4, answer_with_a_letter),
    "import_folder": Deed(letters, 4, answer_with_a_letter),
    "import_samples": Deed(letters, 5),
    "import_report": Deed(in_front("ImportReportWindow")),
    "recent_stores": Deed(in_front("StoresWindow")),
    "close_letter": Deed(open_letter, 0),
    "quit": Deed(lambda desk: desk.window.isVisible(), False),
    "undo": Deed(confirmed, False, confirm(CASE)),
    "redo": Deed(confirmed, True, confirm_and_undo),
    "show_history": Deed(lambda desk: desk.window.work.history.has_keyboard),
    "copy_reference": Deed(lambda _: generate(OPEN).plan.case_number in QGuiApplication.clipboard().text()),
    "find": Deed(lambda desk: desk.window.work.page.find_bar.words.hasFocus()),
    "find_next": Deed(hit, 2, look_for_words),
    "find_previous": Deed(hit, 0, look_for_words),
    "choose_all": Deed(lambda desk: desk.window.work.queue.chosen.count, 3),
    "search": Deed(view, "Search all letters"),
    "verify": Deed(state, LetterState.VERIFIED, confirm_everything),
    "postpone": Deed(state, LetterState.POSTPONED),
    "reject": Deed(state, LetterState.REJECTED),
    "reopen": Deed(
        lambda desk: state(desk) in CLOSED, False, lambda desk: desk.parts.session.postpone("Pages missing")
    ),
    "next_letter": Deed(open_letter, 2),
    "previous_letter": Deed(open_letter, 1, lambda desk: desk.open(2)),
    "batch_check": Deed(view, "Batch check"),
    "next_unverified": Deed(lambda desk: desk.parts.focus.path, THIRD, confirm(AFTER_CASE)),
    "peek_header": Deed(lambda desk: desk.window.work.portals.portal.isVisible()),
    "peek_decision": Deed(lambda desk: desk.window.work.portals.portal.isVisible()),
    "show_highlights": Deed(lambda desk: desk.window.work.highlights.isVisible()),
    "accept_suggestions": Deed(lambda desk: bool(desk.parts.session.highlights)),
    "focus_queue": Deed(lambda desk: desk.window.work.queue.filter.words.hasFocus()),
    "filters": Deed(lambda desk: "&All letters" in desk.person.told, True, note_the_menu),
    "show_queue": Deed(lambda desk: desk.window.work.queue.isVisible(), False),
    "insight": Deed(view, "Insight"),
    "back": Deed(view, "", lambda desk: desk.trigger("insight")),
    "next_panel": Deed(panel, "page"),
    "previous_panel": Deed(panel, "bar"),
    "zoom_in": Deed(magnified, 1, show_life_size),
    "zoom_out": Deed(magnified, -1, show_life_size),
    "fit_width": Deed(lambda desk: desk.window.work.page.canvas.zoom == FitWidth(), True, show_life_size),
    "dim_repeated": Deed(lambda desk: desk.window.work.dimming.on),
    "larger_text": Deed(text_size, 1),
    "smaller_text": Deed(text_size, -1),
    "show_tools": Deed(lambda desk: desk.window.tools.isVisible()),
    "full_screen": Deed(lambda desk: desk.window.isFullScreen()),
    "guide": Deed(in_front("GuideWindow")),
    "key_map": Deed(in_front("KeyMapWindow")),
    "edit_keys": Deed(in_front("KeyEditor")),
    "palette": Deed(in_front("Palette")),
    "about": Deed(lambda desk: any("IMR Desk" in told for told in desk.person.told)),
    **{f"snap_{name}": snapping(Snap(name)) for name in SNAPS},
}
SEEN_ELSEWHERE = {
    "open_store": "journeys/test_stores.py::test_words_being_typed_are_in_the_old_store_when_the_new_one_is_open",
    "new_store": "journeys/test_stores.py::test_a_new_store_is_empty_and_the_old_one_is_listed",
    "export": "ui/test_main_window.py::test_the_verified_letters_are_exported",
    "save_pdf": "ui/test_main_window.py::test_the_letters_pdf_is_put_where_others_can_print_it",
    "save_again": "ui/test_main_window.py::test_a_failed_save_is_named_in_title_and_bar_and_never_shown_as_saved",
    "assign": "ui/queue/test_many.py::test_letters_are_assigned_and_given_a_priority",
    "priority": "ui/queue/test_many.py::test_letters_are_assigned_and_given_a_priority",
    "sample_right": "ui/queue/test_sampling.py::test_a_sample_is_drawn_shown_and_gone_through",
    "sample_wrong": "ui/queue/test_sampling.py::test_a_sample_is_drawn_shown_and_gone_through",
    "read_again": "ui/test_main_window.py::test_a_letter_read_again_says_what_changed_and_keeps_what_was_typed",
    "export_chosen": "ui/queue/test_many.py::test_chosen_letters_go_out_whatever_their_state",
    "next_check": "journeys/test_form_ways.py::test_f8_goes_through_the_fields_of_the_open_checks_until_none_is_open",
    "source": "journeys/test_page_keys.py::test_f4_again_shows_the_next_place_with_the_same_words",
    "compare": "journeys/test_comparing.py::test_the_decision_that_differs_is_found_and_gone_to",
    **{
        f"part_{number}": "journeys/test_form_ways.py::test_a_part_of_the_letter_is_one_key_away"
        for number in range(1, 10)
    },
}


@pytest.fixture
def desk(whole_desk: WholeDesk, qtbot: QtBot) -> WholeDesk:
    """Three letters in the store, the first one open, the keyboard at its case number."""
    whole_desk.add(OPEN, NEXT, LAST)
    whole_desk.parts.queue.refresh()
    whole_desk.open(1)
    whole_desk.window.activateWindow()
    whole_desk.parts.focus.set(CASE)
    qtbot.waitUntil(lambda: panel(whole_desk) == "form")
    QGuiApplication.clipboard().clear()
    return whole_desk


@pytest.mark.parametrize("id", SEEN)
def test_an_action_does_what_its_words_say(id: str, desk: WholeDesk, qtbot: QtBot) -> None:
    deed = SEEN[id]
    deed.first(desk)
    assert deed.look(desk) != deed.becomes
    do(id, desk)
    qtbot.waitUntil(lambda: deed.look(desk) == deed.becomes)


def do(id: str, desk: WholeDesk) -> None:
    """By its own key, wherever the keyboard is; one that has none, as from its menu."""
    keys = next(spec.keys for spec in ACTIONS if spec.id == id)
    if keys:
        pressed = QKeySequence(keys[0])[0]
        here = QApplication.focusWidget() or desk.window
        QTest.keyClick(here, Qt.Key(pressed.key()), pressed.keyboardModifiers())
    else:
        desk.trigger(id)


def test_no_action_is_left_out() -> None:
    assert {spec.id for spec in ACTIONS} == SEEN.keys() | SEEN_ELSEWHERE.keys()
    for place in SEEN_ELSEWHERE.values():
        file, _, test = place.partition("::")
        assert f"def {test}(" in (TESTS / file).read_text("utf-8"), f"{place} is not there"
