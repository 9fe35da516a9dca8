"""Where cards lie and what stands on them: whole at every size of window and text, filling the page."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from imr_desk.desk.batch.cards import Card, Fate
from imr_desk.letter.batch import batch_field
from imr_desk.letter.entry import Entry, Found, State
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.parser.words.convert import shown
from imr_desk.store.kept.stored import FieldValue
from imr_desk.ui.batch.card_shape import parts_of, spread, spread_large
from imr_desk.ui.batch.pages import Pages

REQUEST, AGE = batch_field("items[0].request").spec, batch_field("patient.age").spec
LONG = "Physical therapy for the lumbar spine, twice a week for six weeks, with a home exercise programme and a review"
ROOMS = [(936, 380), (1342, 580), (2536, 1250)]


def card(number: int, value: str | int, path: str, state: State = State.MACHINE) -> Card:
    entry = Entry(Found(value, Span(0, len(str(value))), "rule", 0.9), state)
    return Card(FieldValue(number, f"{number}.pdf", "CM16-0000001", LetterState.TO_REVIEW, path, entry, entry.span))


def requests(count: int) -> list[Card]:
    return [
        card(number, LONG if number % 7 == 3 else "Norco 10/325mg #60", "items[0].request") for number in range(count)
    ]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("points", [10.0, 15.0])
@pytest.mark.parametrize(
    "cards", [requests(40), [card(n, 54, "patient.age") for n in range(120)]], ids=["long", "short"]
)
def test_every_card_lies_whole_on_its_page(
    qtbot: QtBot, room: tuple[int, int], points: float, cards: list[Card]
) -> None:
    font = QFont()
    font.setPointSizeF(points)
    spec = REQUEST if len(cards) == 40 else AGE
    lie = spread(QSize(*room), font, spec, cards)
    ends = [*lie.starts[1:], len(cards)]
    for start, end in zip(lie.starts, ends, strict=True):
        page = lie.places[start:end]
        assert all(QRect(0, 0, *room).contains(place) for place in page)
        assert not any(one.intersects(other) for one, other in combinations(page, 2))
    first = lie.places[: ends[0]]
    if ends[0] < len(cards):
        assert max(place.bottom() for place in first) > room[1] * 0.9


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [10, 13, 30])
def test_few_cards_are_written_larger_and_use_the_room(qtbot: QtBot, room: tuple[int, int], count: int) -> None:
    usual, cards = QFont(), [card(number, 54, "patient.age") for number in range(count)]
    usual.setPointSizeF(10.0)
    font, lie = spread_large(QSize(*room), usual, AGE, cards)
    assert all(QRect(0, 0, *room).contains(place) for place in lie.places)
    if font.pointSizeF() > usual.pointSizeF():
        assert len(lie.starts) == 1
        assert max(place.bottom() for place in lie.places) > room[1] * 0.6


@pytest.mark.parametrize("points", [10.0, 15.0])
def test_what_stands_on_a_card_stands_whole_within_it(qtbot: QtBot, points: float) -> None:
    font = QFont()
    font.setPointSizeF(points)
    cards = requests(12)
    lie = spread(QSize(*ROOMS[1]), font, REQUEST, cards)
    for one, place in zip(cards, lie.places, strict=True):
        parts = parts_of(place.size(), font, REQUEST, shown(REQUEST, one.value.entry.value))
        inside = QRect(0, 0, place.width(), place.height())
        for part in (parts.crop, parts.value, parts.foot):
            assert inside.contains(part)
            assert part.height() > 0
        assert parts.crop.bottom() < parts.value.top()
        assert parts.value.bottom() < parts.foot.top()
        assert parts.raised(20).value.top() <= parts.value.top()


@given(starts=st.sets(st.integers(1, 19)), at=st.integers(0, 19))
def test_every_card_is_on_one_page_and_turning_visits_them_all(starts: set[int], at: int) -> None:
    cards = tuple(card(number, 54, "patient.age") for number in range(20))
    pages = Pages(cards, (0, *sorted(starts)), 3, at)
    assert pages.current in pages.shown
    assert [one for page in range(pages.count) for one in pages.of(page)] == list(cards)
    assert pages.of(pages.count) == ()
    assert pages.turned(-pages.count) == pages
    assert pages.moved(0, 99).current == cards[-1]


def test_the_next_page_with_work_is_found_round_to_the_first() -> None:
    cards = tuple(card(n, 54, "patient.age", State.MACHINE if n == 1 else State.CONFIRMED) for n in range(9))
    pages = Pages(cards, (0, 3, 6), 3, 7)
    ahead = pages.turned_to(Fate.WAITS)
    assert ahead is not None
    assert ahead.page == 0
    assert pages.turned_to(Fate.ASIDE) is None


def test_a_page_that_is_taken_back_is_the_one_shown() -> None:
    def dealt(state: State) -> tuple[Card, ...]:
        return tuple(card(n, 54, "patient.age", state if n == 4 else State.MACHINE) for n in range(9))

    confirmed = Pages(dealt(State.CONFIRMED), (0, 3, 6), 3, 7)
    assert confirmed.renewed(dealt(State.MACHINE)).at == 4
    assert Pages(dealt(State.MACHINE), (0, 3, 6), 3, 7).renewed(dealt(State.CONFIRMED)).at == 7
    here = Pages(dealt(State.CONFIRMED), (0, 3, 6), 3, 5)
    assert here.renewed(dealt(State.MACHINE)).at == 5
