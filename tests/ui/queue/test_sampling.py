"""A random sample from the list: drawn with a seed, gone through letter by letter, and what it says."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.store.kept.stored import Sample, Verdict
from imr_desk.store.queue.query import QueueQuery
from imr_desk.ui.queue.sampling import finding
from tests.ui.window import WholeDesk


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    whole_desk.add(1, 2, 3, 4)
    whole_desk.parts.queue.refresh()
    return whole_desk


def test_a_sample_is_drawn_shown_and_gone_through(desk: WholeDesk, qtbot: QtBot) -> None:
    desk.person.choice = "2 4711"
    desk.window.sampling.draw()
    queue = desk.window.work.queue
    rows = desk.store.queue(QueueQuery(sample=1), 0, 9)
    assert desk.parts.queue.rowCount() == len(rows) == 2
    assert queue.filter.chips.words == ["sample 1: 0 of 2 checked"]
    assert "2 of 4 letters (all letters), seed 4711" in queue.said
    desk.open(rows[0].id)
    desk.trigger("sample_right")
    assert queue.filter.chips.words == ["sample 1: 1 of 2 checked"]
    letter = desk.parts.session.letter
    assert letter is not None
    assert letter.id == rows[1].id
    desk.trigger("sample_wrong")
    qtbot.waitUntil(lambda: queue.said == "seed 4711 \N{MIDDLE DOT} at most 97.5 % with an error")
    queue.filter.chips.take_away("sample 1: 2 of 2 checked")
    assert queue.said == "4 letters listed"
    assert desk.parts.queue.rowCount() == 4


def test_who_opens_a_letter_is_told_what_the_second_look_found_and_whose_it_was(desk: WholeDesk) -> None:
    desk.person.choice = "1 4711"
    desk.window.sampling.draw()
    (row,) = desk.store.queue(QueueQuery(sample=1), 0, 9)
    label = desk.window.work.form.sections.notes.second_look
    desk.open(row.id)
    assert not label.isVisibleTo(desk.window)
    desk.trigger("sample_wrong")
    desk.open(row.id)
    day = f"{datetime.now().astimezone():%m/%d/%Y}"
    assert label.text() == f"Second look by clerk on {day}: an error found."
    beside = desk.window.top_bar.second_look
    assert (beside.isVisible(), beside.text(), beside.toolTip()) == (True, "second look: ! error found", label.text())
    desk.open(next(one for one in (1, 2, 3, 4) if one != row.id))
    assert not label.isVisibleTo(desk.window)
    assert not beside.isVisible()
    desk.store.judge(1, row.id, Verdict.RIGHT, "ann")
    desk.open(row.id)
    assert label.isVisibleTo(desk.window)
    assert label.text() == f"Second look by ann on {day}: nothing wrong."


@pytest.mark.parametrize("said", ["0", "5", "many", ""])
def test_a_size_that_makes_no_sense_draws_nothing(desk: WholeDesk, said: str) -> None:
    desk.person.choice = said
    desk.window.sampling.draw()
    assert desk.store.samples() == ()
    assert "between 1 and 4" in desk.window.messages.text


def test_a_verdict_needs_a_sample(desk: WholeDesk) -> None:
    desk.open(1)
    desk.trigger("sample_right")
    assert "No sample is shown" in desk.window.messages.text


def test_what_a_sample_says_is_said_with_its_bound() -> None:
    sample = Sample(1, 7, 100, 340, "verified", "ann", "2026-01-01", 60, 0)
    assert "60 checked, 0 with an error: at most 4.9 % of all have one (95 % sure)." in finding(sample)
