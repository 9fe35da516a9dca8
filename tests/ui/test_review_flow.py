"""A person's way from letter to letter, as the store's answers come in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from imr_desk.app.demo.answers import Answers
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.ui.window.review_flow import ReviewFlow
from tests.desk.stocked import LETTERS, stocked
from tests.making import Inline, Lane


def test_a_letter_that_is_chosen_before_the_next_one_is_found_stays_on_the_desk(tmp_path: Path, qapp: object) -> None:
    with stocked(tmp_path) as (store, _):
        lane, owner = Lane(), QObject()
        keeper = Keeper(store, lane)
        session = Session(keeper, "ann", Inline())
        flow = ReviewFlow(keeper, session, Focus(), QueueModel(keeper), Answers(), owner)
        first, _, chosen = LETTERS
        session.show(first)
        lane.run()
        flow.next_to_review()
        session.show(chosen)
        lane.run()
        assert session.letter is not None
        assert session.letter.id == chosen
