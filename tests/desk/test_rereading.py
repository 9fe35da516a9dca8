"""Reading letters again: what changes is counted, and nothing that a person did is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.desk.coming_in.rereader import Rereader
from imr_desk.desk.coming_in.rereading import LeftAlone, Reread, Why, kept, read_again
from imr_desk.letter import edits
from imr_desk.letter.entry import Absent, Entry, Found
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.reading import Failure, FailureKind, Reading
from imr_desk.letter.review import LetterState, Review, ReviewChange
from imr_desk.letter.span import Span
from imr_desk.samples.generate import generate
from imr_desk.store.store import Store
from tests.making import found, reading

TEXT = "Case CM17-0000001 decided 3/4/2017, age 44"
OLD = reading(TEXT, {"header.case_number": found(TEXT, "CM17-0000001"), "patient.age": Entry(Absent(confidence=1.0))})
NEW = reading(
    TEXT,
    {"header.case_number": found(TEXT, "CM17-0000001"), "patient.age": found(TEXT, "44", 44, confidence=0.5)},
)
OTHER_WORDS = reading(f"Anew: {TEXT}", {"header.case_number": found(f"Anew: {TEXT}", "CM17-0000001")})
BROKEN = Failure("letter.pdf", FailureKind.CRASHED, "It broke.")
VERIFY = ReviewChange("verify", Review(LetterState.TO_REVIEW), Review(LetterState.VERIFIED))
HIGHLIGHT = HighlightChange("mark", None, Highlight("h", "criteria", Span(0, 4)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as made:
        made.add(b"%PDF", "letter.pdf", OLD, "clerk")
        yield made


def test_what_reads_differently_and_what_newly_needs_a_look_is_counted(store: Store) -> None:
    assert kept(store, 1, NEW, "clerk") == Reread(1, "letter.pdf", fields=1, to_look_at=1)
    assert store.letter(1).record.at("patient.age").value == 44


def test_a_persons_value_stays(store: Store) -> None:
    record = store.letter(1).record
    store.commit(1, edits.correct("correct", record, "patient.age", Found(45, None, "", 1.0)), "clerk")
    assert kept(store, 1, NEW, "clerk") == Reread(1, "letter.pdf")
    assert store.letter(1).record.at("patient.age").value == 45


def test_a_verified_letter_is_left_alone(store: Store) -> None:
    store.commit(1, VERIFY, "clerk")
    assert kept(store, 1, NEW, "clerk") == LeftAlone(1, "letter.pdf", Why.CLOSED)
    assert list(read_again(store, [1], "clerk", 1)) == [LeftAlone(1, "letter.pdf", Why.CLOSED)]
    assert store.letter(1).outcome == OLD


def test_marks_keep_the_words_that_they_stand_on(store: Store) -> None:
    store.commit(1, HIGHLIGHT, "clerk")
    assert kept(store, 1, OTHER_WORDS, "clerk") == LeftAlone(1, "letter.pdf", Why.MARKED)
    assert isinstance(kept(store, 1, NEW, "clerk"), Reread)
    assert store.letter(1).highlights == (HIGHLIGHT.new,)


def test_without_marks_other_words_are_taken(store: Store) -> None:
    assert isinstance(kept(store, 1, OTHER_WORDS, "clerk"), Reread)
    letter = store.letter(1)
    assert isinstance(letter.outcome, Reading)
    assert letter.outcome.text.text == f"Anew: {TEXT}"


def test_a_reading_is_never_given_up_for_none(store: Store) -> None:
    assert kept(store, 1, BROKEN, "clerk") == LeftAlone(1, "letter.pdf", Why.UNREADABLE)
    assert store.letter(1).outcome == OLD


def test_the_desk_reads_letters_again_beside_the_work(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "unread.imrdesk"
    letter = generate(1)
    with Store.create(path) as store:
        store.add(letter.pdf, letter.file, Failure(letter.file, FailureKind.TOO_SLOW, "It took too long."), "clerk")
    rereader = Rereader(path, "clerk")
    with qtbot.waitSignal(rereader.finished, timeout=60_000) as finished:
        rereader.start([1])
    (line,) = finished.args[0].lines
    assert isinstance(line, Reread)
    assert line.fields > 5
    rereader.close()
    with Store.open(path) as store:
        assert store.letter(1).state is LetterState.TO_REVIEW
        assert store.letter(1).record.at("header.case_number").value == letter.plan.case_number
