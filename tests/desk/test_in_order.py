"""Things go on in the order in which they were begun, unless one keeps too many others waiting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.desk.coming_in.in_order import InOrder


@given(st.permutations(range(6)))
def test_whichever_is_done_first_they_go_on_in_order(done: list[int]) -> None:
    order: InOrder[int] = InOrder(room=6)
    places = [order.begin() for _ in done]
    gone: list[int] = []
    for one in done:
        order.done(places[one], one)
        gone += order.ready()
    assert gone == sorted(done)


def test_who_keeps_too_many_waiting_loses_his_place_but_not_his_turn() -> None:
    order: InOrder[str] = InOrder(room=2)
    slow, quick, quicker = order.begin(), order.begin(), order.begin()
    order.done(quick, "quick")
    order.done(quicker, "quicker")
    assert list(order.ready()) == ["quick", "quicker"]
    later = order.begin()
    order.done(slow, "slow")
    assert list(order.ready()) == ["slow"]
    order.done(later, "later")
    assert list(order.ready()) == ["later"]


def test_nobody_waits_for_one_that_left() -> None:
    order: InOrder[str] = InOrder(room=9)
    first, second = order.begin(), order.begin()
    order.done(second, "second")
    assert not list(order.ready())
    order.leave(first)
    assert list(order.ready()) == ["second"]
