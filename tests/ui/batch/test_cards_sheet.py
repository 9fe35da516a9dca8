"""Pages of cards: nothing is confirmed that was not seen, held keys accept one page, what has no picture is aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.cards import Fate, Tally
from imr_desk.desk.batch.pictures import BatchPictures, Look, NotShown, Shown
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.session import Session
from imr_desk.intake.read import attempt
from imr_desk.intake.request import Outcome, Pdf, Reply, Task, Ticket
from imr_desk.letter.batch import batch_field
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.parser.words.vocabulary import load_vocabulary
from imr_desk.samples.generate import generate
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from imr_desk.ui.batch.cards_sheet import CardsSheet
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from tests.making import Inline
from tests.ui.page.desk import DrawnHere

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

AGE, CATEGORY = batch_field("patient.age"), batch_field("items[0].category")
SEEDS = (1, 2, 3)


@dataclass
class Held:
    """Drawers that draw when the test says so, or fail."""

    waiting: dict[Ticket, tuple[Pdf, Task]] = field(default_factory=dict)
    cancelled: list[Ticket] = field(default_factory=list)
    asked: int = 0
    on_reply: Callable[[Reply], None] = lambda _: None

    def __call__(self, on_reply: Callable[[Reply], None]) -> Held:
        self.on_reply = on_reply
        return self

    def submit(self, pdf: Pdf, task: Task, **_: bool) -> Ticket:
        self.asked += 1
        ticket = Ticket(self.asked)
        self.waiting[ticket] = (pdf, task)
        return ticket

    def cancel(self, ticket: Ticket) -> None:
        self.cancelled.append(ticket)

    def close(self) -> None: ...

    def draw(self, outcome: Outcome | None = None) -> None:
        """Answer the first that waits."""
        ticket, (pdf, task) = next(iter(self.waiting.items()))
        del self.waiting[ticket]
        self.on_reply(Reply(ticket, pdf, task, outcome or DrawnHere(lambda _: None).outcome_of(pdf, task)))


@dataclass
class Table:
    """Cards of three letters before a person."""

    sheet: CardsSheet
    batch: Batch
    pictures: BatchPictures
    drawers: Held
    window: QWidget

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.sheet, key)

    def hold(self, key: Qt.Key) -> None:
        """The key repeats itself."""
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(QApplication.focusWidget() or self.sheet, held)


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        for seed in SEEDS:
            letter = generate(seed)
            store.add(letter.pdf, letter.file, attempt(letter.pdf, letter.file), "clerk")
        keeper, drawers = Keeper(store, Inline()), Held()
        session = Session(keeper, "clerk", Inline())
        batch, pictures = Batch(keeper, keeper, session), BatchPictures(keeper, drawers)
        sheet = CardsSheet(batch, pictures, ChoiceLists(load_vocabulary()))
        qtbot.addWidget(sheet)
        sheet.resize(1200, 700)
        with qtbot.waitExposed(sheet):
            sheet.show()
        sheet.activateWindow()
        batch.choose(QueueQuery(), AGE)
        sheet.setFocus()
        yield Table(sheet, batch, pictures, drawers, sheet)


def drawn(table: Table, qtbot: QtBot) -> None:
    while table.drawers.waiting:
        table.drawers.draw()
    qtbot.waitUntil(lambda: not table.sheet.grid.unseen)


def test_enter_waits_until_every_card_has_been_seen(table: Table, qtbot: QtBot) -> None:
    table.drawers.draw()
    qtbot.waitUntil(lambda: table.sheet.grid.unseen == len(SEEDS) - 1)
    table.press(Qt.Key.Key_Return)
    assert table.batch.tally == Tally(waits=len(SEEDS))
    assert table.sheet.remark.text() == "2 cards are still being drawn; press Enter when all are there."
    drawn(table, qtbot)
    with qtbot.waitSignal(table.sheet.ended):
        table.press(Qt.Key.Key_Return)
    assert table.batch.tally == Tally(confirmed=len(SEEDS))


def test_a_card_that_cannot_be_drawn_is_set_aside_and_says_why(table: Table, qtbot: QtBot) -> None:
    table.drawers.draw(Failure("1.pdf", FailureKind.CRASHED, "The letter 1.pdf could not be drawn."))
    drawn(table, qtbot)
    aside = [card for card in table.batch.cards if card.fate is Fate.ASIDE]
    assert [card.aside for card in aside] == ["The letter 1.pdf could not be drawn."]
    view = table.sheet.grid.view_of(aside[0])
    assert view is not None
    assert view.toolTip() == aside[0].aside
    table.press(Qt.Key.Key_Space)
    assert "Open its letter (O)" in table.sheet.remark.text()
    table.press(Qt.Key.Key_Return)
    assert table.batch.tally == Tally(confirmed=len(SEEDS) - 1, aside=1)


def test_what_the_keys_do_with_a_card_is_offered_to_the_mouse_too(table: Table, qtbot: QtBot) -> None:
    drawn(table, qtbot)
    for words, after in (("&Set it aside\tSpace", 1), ("&Take it up again\tSpace", 0)):
        aside = table.sheet.menu().actions()[0]
        assert aside.text() == words
        aside.trigger()
        assert table.batch.tally.aside == after
    correct, opening = table.sheet.menu().actions()[1:]
    correct.trigger()
    assert table.sheet.editor.active
    with qtbot.waitSignal(table.sheet.open_requested):
        opening.trigger()


def test_a_held_enter_accepts_one_page_only(table: Table, qtbot: QtBot) -> None:
    drawn(table, qtbot)
    table.hold(Qt.Key.Key_Return)
    assert table.batch.tally == Tally(waits=len(SEEDS))
    table.press(Qt.Key.Key_Return)
    assert table.batch.tally == Tally(confirmed=len(SEEDS))


def test_words_being_typed_are_forgotten_at_escape(table: Table, qtbot: QtBot) -> None:
    drawn(table, qtbot)
    table.press(Qt.Key.Key_F2)
    editor, view = QApplication.focusWidget(), table.sheet.grid.view_of(table.batch.cards[0])
    assert view is not None
    assert view.parts is not None
    assert editor.font().pointSizeF() == view.parts.value_font.pointSizeF() > table.sheet.font().pointSizeF()
    QTest.keyClicks(editor, "99")
    table.press(Qt.Key.Key_Escape)
    assert not table.sheet.editor.active
    assert table.batch.tally == Tally(waits=len(SEEDS))
    assert table.sheet.isVisible()


def test_a_listed_value_is_chosen_from_its_list(table: Table, qtbot: QtBot) -> None:
    table.batch.choose(QueueQuery(), CATEGORY)
    drawn(table, qtbot)
    before = table.batch.cards[0].value.entry.value
    table.press(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    table.press(Qt.Key.Key_End)
    table.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.batch.tally.corrected == 1)
    assert table.batch.cards[0].value.entry.value != before


def test_a_computed_value_shows_the_words_it_was_computed_from(table: Table, qtbot: QtBot) -> None:
    table.batch.choose(QueueQuery(), CATEGORY)
    drawn(table, qtbot)
    card = table.batch.cards[0]
    picture = table.pictures.picture(card.value)
    assert isinstance(picture, Shown)
    assert card.value.entry.span is None
    assert picture.text.printed(picture.span)
    view = table.sheet.grid.view_of(card)
    assert view is not None
    assert "computed" in view.accessibleName()


def test_pictures_of_a_page_that_was_left_are_not_waited_for(table: Table, qtbot: QtBot) -> None:
    asked = set(table.drawers.waiting)
    table.batch.choose(QueueQuery(), CATEGORY)
    assert asked <= set(table.drawers.cancelled)


def test_what_has_no_printed_words_says_so(table: Table, qtbot: QtBot) -> None:
    value = table.batch.cards[0].value
    nowhere = type(value)(value.letter_id, value.file, "", value.state, "patient.sex", value.entry, None)
    table.pictures.want([nowhere], Look(1.0, 1))
    assert table.pictures.picture(nowhere) == NotShown("No words are printed for it.")
