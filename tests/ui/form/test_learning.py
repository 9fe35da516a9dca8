"""The form shows how a field's rule has fared, and offers the names that people taught."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.letter.entry import Absent, Found, Outcome
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.store.kept.stored import Alias, TrackRecord
from imr_desk.ui.form.field.mark import record_words
from imr_desk.ui.form.field.mark_button import MarkButton
from tests.making import found, reading
from tests.ui.form.desk import Desk


@pytest.mark.parametrize(
    ("read", "record", "words"),
    [
        (Found(54, None, "patient.years old", 0.996), None, "Read by “patient.years old”, 99.6 % sure."),
        (Found(54, None, "r", 0.5), TrackRecord(412, 415), "Right 412 of 415 in verified letters."),
        (Absent(), TrackRecord(1, 1), ""),
        (Found(54, None, "person", 1.0), None, ""),
    ],
)
def test_the_mark_is_explained_by_the_rules_record(read: Outcome, record: TrackRecord | None, words: str) -> None:
    told = record_words(read, record)
    assert words in told
    assert bool(told) is bool(words)


def labels(desk: Desk) -> set[str]:
    model = desk.form.bench.lists.model("drugs")
    return {model.item(row).text() for row in range(model.rowCount())}


def test_taught_names_are_offered_until_they_are_removed(desk: Desk) -> None:
    lists = desk.form.bench.lists
    own = labels(desk)
    lists.teach((Alias("drugs", "duloxatine", "Newdrug", 1),))
    assert labels(desk) == own | {"Newdrug"}
    assert lists.nearest("drugs", "Duloxatine") == "Newdrug"
    assert lists.nearest("drugs", "Newdrug") is None
    lists.teach(())
    assert labels(desk) == own


def test_the_next_letters_marks_tell_of_the_letters_that_were_verified(desk: Desk, qtbot: QtBot) -> None:
    letter = desk.session.letter
    now, verified = Review(letter.review.state), Review(LetterState.VERIFIED)
    desk.store.commit(letter.id, ReviewChange("Verify", now, verified), "ann")
    desk.open(reading("Another letter of a man", {"patient.sex": found("of a man", "man", "male")}))
    mark = desk.form.bench.rows.at("patient.sex").head.findChild(MarkButton)
    qtbot.waitUntil(lambda: "verified letters" in mark.toolTip())
