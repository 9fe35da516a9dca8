"""The batch check: pages confirmed as one step, odd ones set aside or corrected, others' changes left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.cards import Fate, Sorting, Tally
from imr_desk.desk.batch.counts import BatchCounts
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.batch import batch_field
from imr_desk.letter.edits import confirm
from imr_desk.letter.entry import Absence, State
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.kept.stored import Added
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from tests.making import Inline, Lane, found, letter_text, reading

AGE = batch_field("patient.age")
AGES = (("54", 0.99), ("54", 0.6), ("27", 0.98), ("54", 0.97))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as store:
        for number, (age, sure) in enumerate(AGES):
            text = f"letter {number} of a man of {age} years"
            outcome = store.add(
                text.encode(),
                f"{number}.pdf",
                reading(text, {"patient.age": found(text, age, int(age), sure)}),
                "clerk",
            )
            assert isinstance(outcome, Added)
        yield store


@pytest.fixture
def session(store: Store, qtbot: QtBot) -> Session:
    return Session(Keeper(store, Inline()), "clerk", Inline())


@pytest.fixture
def batch(session: Session) -> Batch:
    batch = Batch(session.keeper, session.keeper, session)
    batch.choose(QueueQuery(), AGE)
    return batch


def letters(batch: Batch) -> list[int]:
    return [card.value.letter_id for card in batch.cards]


def keys(batch: Batch, *letter_ids: int) -> list[tuple[int, str]]:
    return [card.key for card in batch.cards if card.value.letter_id in letter_ids]


def fates(batch: Batch) -> dict[int, Fate]:
    return {card.value.letter_id: card.fate for card in batch.cards}


def test_the_least_sure_lie_first_or_the_odd_value(batch: Batch) -> None:
    assert letters(batch) == [2, 4, 3, 1]
    batch.sort(Sorting.VALUE)
    assert letters(batch) == [3, 2, 4, 1]


def test_every_field_is_counted(store: Store, qtbot: QtBot) -> None:
    counts = BatchCounts(Keeper(store, Inline()))
    counts.count(QueueQuery())
    assert counts.complete
    assert (counts[AGE], counts[batch_field("items[0].request")]) == (len(AGES), 0)
    assert "items[].decision" not in [field.pattern for field in counts]


def test_a_page_is_confirmed_as_one_step_and_taken_back_as_one(batch: Batch, session: Session, store: Store) -> None:
    batch.set_aside({(3, "patient.age"): ""})
    batch.confirm([card.key for card in batch.cards])
    assert batch.tally == Tally(aside=1, confirmed=3)
    assert [store.letter(one).record.at("patient.age").state for one in (1, 3)] == [State.CONFIRMED, State.MACHINE]
    assert store.letter(1).state is LetterState.IN_REVIEW
    assert len(session.history.steps) == 1
    session.undo()
    assert batch.tally == Tally(waits=3, aside=1)
    assert all(not store.letter(one).record.at("patient.age").by_person for one in (1, 2, 3, 4))
    assert store.letter(1).state is LetterState.TO_REVIEW
    session.redo()
    assert batch.tally == Tally(aside=1, confirmed=3)


def test_what_was_set_aside_can_be_taken_up_again(batch: Batch) -> None:
    batch.set_aside({(3, "patient.age"): "No words are printed for it.", (1, "patient.age"): ""})
    batch.take_up([(1, "patient.age")])
    assert batch.tally == Tally(waits=3, aside=1)
    batch.take_up([(3, "patient.age")])
    assert batch.tally == Tally(waits=4)


def test_a_card_stays_aside_when_something_else_of_its_letter_changes(batch: Batch, session: Session) -> None:
    batch.set_aside({(3, "patient.age"): ""})
    session.show(3)
    session.mark_absent("patient.sex", Absence.NOT_IN_LETTER)
    (card,) = (card for card in batch.cards if card.value.letter_id == 3)
    assert (card.fate, card.value.state) == (Fate.ASIDE, LetterState.IN_REVIEW)


def test_a_value_is_corrected_in_place_with_the_forms_own_conversion(batch: Batch, store: Store) -> None:
    text = letter_text("letter 2 of a man of 27 years")
    assert batch.type_value((3, "patient.age"), "twenty-nine", text) == ""
    entry = store.letter(3).record.at("patient.age")
    assert (entry.value, entry.state) == (29, State.CORRECTED)
    assert fates(batch)[3] is Fate.CORRECTED
    assert "whole number" in batch.type_value((1, "patient.age"), "old", text)
    assert fates(batch)[1] is Fate.WAITS


def test_what_was_changed_elsewhere_is_left_out_and_said(batch: Batch, store: Store, qtbot: QtBot) -> None:
    store.commit(1, confirm("confirm", store.letter(1).record, ["patient.age"]), "another")
    store.commit(4, ReviewChange("reject", store.letter(4).review, Review(LetterState.REJECTED, "none")), "another")
    with qtbot.waitSignal(batch.said) as said:
        batch.confirm([card.key for card in batch.cards])
    assert said.args is not None
    assert "Left out, since they were changed elsewhere meanwhile: 2." in said.args[0]
    assert fates(batch) == {1: Fate.CONFIRMED, 2: Fate.CONFIRMED, 3: Fate.CONFIRMED, 4: Fate.CLOSED}
    assert [event.who for event in store.events(1) if event.kind == "edit"] == ["another"]


def test_the_letter_on_the_desk_hears_of_its_value(batch: Batch, session: Session) -> None:
    session.show(1)
    batch.confirm(keys(batch, 1, 2))
    assert session.record.at("patient.age").state is State.CONFIRMED
    session.confirm("patient.sex")
    session.undo()
    session.undo()
    assert not session.record.at("patient.age").by_person
    assert fates(batch)[1] is Fate.WAITS


def test_what_was_corrected_in_the_letter_itself_is_seen_on_its_card(batch: Batch, session: Session) -> None:
    session.show(3)
    session.type_value("patient.age", "28")
    (card,) = (card for card in batch.cards if card.value.letter_id == 3)
    assert (card.value.entry.value, card.fate) == (28, Fate.CORRECTED)


def test_a_look_on_its_way_while_a_page_is_accepted_does_not_take_it_back(store: Store, qtbot: QtBot) -> None:
    lane = Lane()
    keeper = Keeper(store, lane)
    batch = Batch(keeper, keeper, Session(keeper, "clerk", Inline()))
    batch.choose(QueueQuery(), AGE)
    lane.run()
    waiting: list[int] = []
    batch.cards_changed.connect(lambda: waiting.append(batch.tally.waits))
    batch.confirm([card.key for card in batch.cards])
    batch.refresh()
    lane.run()
    assert set(waiting) == {0}
    assert batch.tally == Tally(confirmed=4)


def test_a_page_that_is_accepted_right_after_a_correction_takes_it_for_no_one_elses(store: Store, qtbot: QtBot) -> None:
    lane = Lane()
    keeper = Keeper(store, lane)
    batch = Batch(keeper, keeper, Session(keeper, "clerk", Inline()))
    batch.choose(QueueQuery(), AGE)
    lane.run()
    text = letter_text("letter 2 of a man of 27 years")
    batch.type_value((3, "patient.age"), "29", text)
    batch.type_value((3, "patient.age"), "30", text)
    batch.confirm([(1, "patient.age"), (2, "patient.age")])
    assert batch.busy
    lane.run()
    assert not batch.busy
    assert batch.tally == Tally(waits=1, confirmed=2, corrected=1)
    assert store.letter(1).record.at("patient.age").state is State.CONFIRMED


def test_more_is_dealt_from_where_the_last_cards_ended(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imr_desk.desk.batch.dealing.STACK", 3)
    batch.choose(QueueQuery(), AGE)
    assert (letters(batch), batch.more) == ([2, 4, 3], True)
    batch.deal_more()
    assert (letters(batch), batch.more) == ([1], False)


def test_a_step_can_hold_nothing_but_batch_fields(batch: Batch) -> None:
    card = batch.cards[0]
    with pytest.raises(KeyError):
        batch.confirm([(card.value.letter_id, "items[0].decision")])
