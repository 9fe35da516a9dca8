"""The form's pure parts: outline, marks, due dates, shortened words, narrow strips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from imr_desk.letter.entry import NOTHING, Absence, Absent, Entry, Found, Origin, State
from imr_desk.letter.field import FIELDS
from imr_desk.letter.geometry import Rect
from imr_desk.letter.record import Record
from imr_desk.ui.form.blocks.outline import FieldNode, ListNode, Node, outline
from imr_desk.ui.form.field.crop_window import narrowed
from imr_desk.ui.form.field.mark import Shape, mark_of, origin_words
from imr_desk.ui.form.parts.part_confirming import part_of
from imr_desk.ui.form.parts.progress import Progress, progress
from imr_desk.ui.look.lettering import shortened_within

SURE = Found(54, None, "rule", 0.99)
DOUBTFUL = Found(54, None, "rule", 0.5)
TYPED = Found(54, None, "person", 1.0, Origin.TYPED)
RECAPTURED = Found(54, None, "person", 1.0, Origin.RECAPTURED)
CORE, OPTIONAL = "patient.age", "items[0].service.side"


def patterns(nodes: tuple[Node, ...], entry: str = "") -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, FieldNode):
            found.append(entry + node.tail)
        else:
            found += patterns(node.nodes, node.pattern if isinstance(node, ListNode) else entry)
    return found


def test_the_outline_holds_every_field_once_in_its_order() -> None:
    assert patterns(outline()) == [spec.pattern for spec in FIELDS]


@pytest.mark.parametrize(
    ("entry", "shape", "words", "token"),
    [
        (Entry(SURE), Shape.TICK, "machine", "machine"),
        (Entry(DOUBTFUL), Shape.DIAMOND, "look", "look"),
        (Entry(SURE, State.CONFIRMED), Shape.DISC_TICK, "confirmed", "confirmed"),
        (Entry(SURE, State.CORRECTED), Shape.DISC_PEN, "corrected", "confirmed"),
        (Entry(TYPED, State.CORRECTED), Shape.DISC_PEN, "entered", "confirmed"),
        (Entry(RECAPTURED, State.CORRECTED), Shape.DISC_FRAME, "re-captured", "confirmed"),
        (NOTHING, Shape.DIAMOND, "not found", "look"),
        (Entry(Absent(Absence.NOT_IN_LETTER), State.CORRECTED), Shape.SLASHED_RING, "not in letter", "confirmed"),
        (Entry(Absent(Absence.ILLEGIBLE), State.CORRECTED), Shape.WAVES, "illegible", "confirmed"),
        (Entry(Absent(Absence.STATED_UNKNOWN)), Shape.QUESTION, "unknown, stated", "machine"),
        (Entry(Absent(Absence.STATED_UNKNOWN), State.CONFIRMED), Shape.DISC_TICK, "unknown, stated", "confirmed"),
    ],
)
def test_the_mark_says_who_stands_behind_an_entry(entry: Entry, shape: Shape, words: str, token: str) -> None:
    mark = mark_of(CORE, entry)
    assert (mark.shape, mark.words, mark.token) == (shape, words, token)


def test_a_field_that_most_letters_leave_out_does_not_ask_for_a_look() -> None:
    mark = mark_of(OPTIONAL, NOTHING)
    assert (mark.shape, mark.token) == (Shape.RING, "machine")


def test_no_state_is_told_by_colour_alone() -> None:
    outcomes = (SURE, DOUBTFUL, TYPED, RECAPTURED, *map(Absent, Absence))
    marks = {
        mark_of(path, Entry(outcome, state)) for path in (CORE, OPTIONAL) for outcome in outcomes for state in State
    }
    assert len({(mark.shape, mark.words) for mark in marks}) == len(marks)


def test_every_source_of_a_value_is_told_from_the_others() -> None:
    """What the machine read from the page is shown by its printed words."""
    of_machine = [Entry(Found("x", None, "rule", 1.0, origin)) for origin in (Origin.LOOKED_UP, Origin.COMPUTED)]
    of_person = [Entry(outcome, State.CORRECTED) for outcome in (TYPED, RECAPTURED)]
    told = {(mark_of(CORE, entry).words, origin_words(entry)) for entry in (Entry(SURE), *of_machine, *of_person)}
    assert told == {
        ("machine", ""),
        ("machine", "looked up in the lists"),
        ("machine", "computed from other words"),
        ("entered", ""),
        ("re-captured", ""),
    }


def test_progress_counts_what_matters() -> None:
    record = Record(
        {
            "patient.age": Entry(SURE, State.CONFIRMED),
            "patient.sex": NOTHING,
            "patient.injury_date": NOTHING,
        }
    )
    assert progress(record, "patient") == Progress(1, 2)


@pytest.mark.parametrize(("path", "part"), [("items[3].decision", "items[3]"), ("header.priority", "header")])
def test_a_field_belongs_to_its_section_or_item(path: str, part: str) -> None:
    assert part_of(path) == part


WORDS = [Rect(10.0 * at, 0, 10.0 * at + 8, 10) for at in range(5)]


@pytest.mark.parametrize(
    ("room", "window"), [(100, (0, 48)), (30, (20, 48)), (29, (20, 48)), (19, (20, 38)), (8, (20, 28)), (1, (20, 28))]
)
def test_a_narrow_strip_shows_whole_words_only_and_the_wanted_ones_always(
    room: float, window: tuple[float, float]
) -> None:
    start, end = narrowed(WORDS, WORDS[2], room)
    assert start <= 20
    assert end >= 28
    assert (start, end) == window or end - start <= room
    assert {start, end} <= {edge for word in WORDS for edge in (word.x0, word.x1)}


def test_words_that_do_not_fit_a_box_end_with_an_ellipsis_within_it(qtbot: QtBot) -> None:
    metrics, words = (
        QFontMetricsF(QFont()),
        "Page 1 could not be drawn: the reader broke down. Nothing else is affected.",
    )
    assert shortened_within(words, QSizeF(2000, metrics.height()), metrics) == words
    said = shortened_within(words, QSizeF(200, 2 * metrics.height() + 2), metrics)
    assert said.endswith(" \u2026")
    assert words.startswith(said.removesuffix(" \u2026"))
    assert shortened_within(words, QSizeF(10, 10), metrics) == "Page \u2026"
