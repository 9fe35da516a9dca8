"""Reading ahead: the next letters are at hand before they are asked for, and never other than the store has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imr_desk.desk.keeping.fetching import Fetched, fetch
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.pages.reading_ahead import ReadingAhead
from imr_desk.desk.queue.queue_model import COLUMNS, QueueModel
from imr_desk.desk.sitting.open_letter import OpenLetter
from imr_desk.desk.sitting.session import Session
from imr_desk.letter import edits
from imr_desk.letter.entry import Found
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.review import Acknowledgement, LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.store.queue.query import Order
from imr_desk.store.store import Store
from tests.desk.test_page_images import ByHand
from tests.making import Inline, found, reading

TEXT = "Case Number: CM16-9000001\nA 54-year-old man.\nTramadol 50mg #60: Upheld"
ENTRIES = {
    "header.case_number": found(TEXT, "CM16-9000001"),
    "patient.age": found(TEXT, "54-year-old", 54, confidence=0.6),
}


def stocked(store: Store, letters: int) -> Store:
    for number in range(1, letters + 1):
        store.add(b"%%PDF-1.7 %d" % number, f"{number}.pdf", reading(TEXT, ENTRIES, f"{number}.pdf"), "clerk")
    return store


def retype(store: Store, letter_id: int, path: str, value: str | int) -> None:
    record = store.letter(letter_id).record
    outcome = Found(value, None, "person", 1.0)
    store.commit(letter_id, edits.correct("type", record, path, outcome), "clerk")


def highlight(store: Store, letter_id: int) -> None:
    number = len(store.letter(letter_id).highlights)
    store.commit(letter_id, HighlightChange("mark", None, Highlight(f"h{number}", "a", Span(0, 4))), "clerk")


def acknowledge(store: Store, letter_id: int) -> None:
    old = store.letter(letter_id).acknowledged.get("F01|x")
    store.commit(letter_id, Acknowledgement("let stand", "F01|x", old, "as printed" if old is None else None), "clerk")


def postpone(store: Store, letter_id: int) -> None:
    letter = store.letter(letter_id)
    old = Review(letter.state, letter.reason)
    new = Review(LetterState.IN_REVIEW if letter.state is LetterState.POSTPONED else LetterState.POSTPONED)
    store.commit(letter_id, ReviewChange("turn", old, new), "clerk")


CHANGES: Mapping[str, Callable[[Store, int], None]] = {
    "age": lambda store, id: retype(store, id, "patient.age", 40 + len(store.events(id))),
    "case": lambda store, id: retype(store, id, "header.case_number", f"CM16-900000{len(store.events(id)) % 3}"),
    "highlight": highlight,
    "acknowledge": acknowledge,
    "postpone": postpone,
    "read again": lambda store, id: store.read_again(id, reading(TEXT, ENTRIES, f"{id}.pdf"), "clerk"),
}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(1, 3), st.booleans()), max_size=6))
def test_what_is_held_is_as_the_store_has_it_whoever_changed_what(told: list[tuple[str, int, bool]]) -> None:
    with TemporaryDirectory() as folder, Store.create(Path(folder, "letters.imrdesk")) as store:
        stocked(store, 3)
        with Store.open(store.path) as another:
            held: dict[int, Fetched] = {}
            for change, letter_id, elsewhere in told:
                CHANGES[change](another if elsewhere else store, letter_id)
                for one in (1, 2, 3):
                    held[one] = fetch(store, one, held.get(one))
                    assert contents(held[one]) == contents(fetch(store, one))


def contents(fetched: Fetched) -> object:
    return fetched.letter, fetched.same_case


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as one:
        yield stocked(one, 6)


class Desk:
    """A session with a queue and pictures that are drawn by hand."""

    def __init__(self, store: Store) -> None:
        keeper = Keeper(store, Inline())
        self.drawers = ByHand()
        self.session = Session(keeper, "clerk", Inline())
        self.images = PageImages(self.drawers)
        self.images.follow(self.session)
        self.queue = QueueModel(keeper)
        self.ahead = ReadingAhead(self.session, self.queue, self.images)
        self.scale = 1.0
        self.ahead.sight = self._sight

    def _sight(self, letter: OpenLetter) -> dict[int, float]:
        return {letter.text.pages[0].number: self.scale}


@pytest.fixture
def desk(store: Store, qapp: object) -> Iterator[Desk]:
    desk = Desk(store)
    yield desk
    desk.images.close()


def test_the_next_in_the_work_and_in_the_list_and_the_one_before_are_held(desk: Desk, qtbot: QtBot) -> None:
    desk.session.show(3)
    qtbot.waitUntil(lambda: set(desk.session.ahead) == {2, 4, 5})
    assert [asked[0] for asked in desk.drawers.asked] == [1, 1, 1]
    assert not any(urgent for _, _, urgent in desk.drawers.asked)


def test_in_another_order_other_letters_are_held(desk: Desk, qtbot: QtBot) -> None:
    desk.session.show(3)
    qtbot.waitUntil(lambda: set(desk.session.ahead) == {2, 4, 5})
    by_file = next(at for at, column in enumerate(COLUMNS) if column.order is Order.FILE)
    desk.queue.sort(by_file, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: set(desk.session.ahead) == {4, 2, 1})


def test_at_another_zoom_the_pages_are_drawn_for_that(desk: Desk, qtbot: QtBot) -> None:
    desk.session.show(3)
    qtbot.waitUntil(lambda: len(desk.drawers.asked) == 3)
    desk.scale = 2.0
    desk.ahead.look_again()
    qtbot.waitUntil(lambda: {scale for _, scale, _ in desk.drawers.asked} == {2.0})


def test_a_letter_that_was_read_ahead_is_shown_without_being_read_again(
    desk: Desk, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.show(3)
    qtbot.waitUntil(lambda: set(desk.session.ahead) == {2, 4, 5})
    desk.drawers.answer()
    monkeypatch.setattr(store, "letter", lambda _: pytest.fail("read again"))
    desk.session.show(4)
    assert desk.session.letter is not None
    assert desk.session.letter.id == 4
    qtbot.waitUntil(lambda: desk.images.image(1, 1.0) is not None)


def test_what_was_changed_since_shows_changed(desk: Desk, store: Store, qtbot: QtBot) -> None:
    desk.session.show(3)
    qtbot.waitUntil(lambda: 4 in desk.session.ahead)
    with Store.open(store.path) as another:
        retype(another, 4, "patient.age", 71)
    desk.session.show(4)
    assert desk.session.record.at("patient.age").value == 71


def test_an_empty_desk_holds_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.session.show(3)
    qtbot.waitUntil(lambda: bool(desk.session.ahead))
    desk.session.close_letter()
    qtbot.waitUntil(lambda: not desk.session.ahead)
