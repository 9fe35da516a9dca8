"""Every model is one as Qt wants it, empty and filled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel
from pytestqt.modeltest import ModelTester

from imr_desk.desk.coming_in.import_report import AlreadyThere, ImportReport, LeftOut, NotStored, WentIn
from imr_desk.desk.figures.counting import counts
from imr_desk.desk.sitting.difference import FieldDifference
from imr_desk.letter.entry import NOTHING, Entry, Found
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.ui.compare.difference_table import DifferenceModel
from imr_desk.ui.dialogs.report_lines import ReportLines
from imr_desk.ui.insight.chart_table import ChartModel
from imr_desk.ui.insight.letter_charts import state_charts
from tests.making import letter_text
from tests.ui.window import WholeDesk

OF_THE_WINDOW: dict[str, Callable[[WholeDesk], QAbstractItemModel]] = {
    "the queue": lambda desk: desk.parts.queue,
    "the map": lambda desk: desk.window.work.map.list.model(),
    "the highlights": lambda desk: desk.window.work.highlights.model,
    "the sitting": lambda desk: desk.window.work.history.steps.model,
    "the letter's history": lambda desk: desk.window.work.history.past.model,
    "the hits": lambda desk: desk.window.searches.search.model,
    "the values of a field": lambda desk: desk.window.work.form.bench.lists.model("sexes"),
}


@pytest.fixture
def desk(whole_desk: WholeDesk) -> WholeDesk:
    """A letter open, a step done, the history shown."""
    first, _ = whole_desk.add(1, 2)
    whole_desk.parts.queue.refresh()
    whole_desk.open(first)
    whole_desk.window.work.history.open()
    whole_desk.parts.session.confirm("header.case_number")
    return whole_desk


@pytest.mark.parametrize("name", OF_THE_WINDOW)
def test_models_of_an_empty_store_are_sound(name: str, whole_desk: WholeDesk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(OF_THE_WINDOW[name](whole_desk))


@pytest.mark.parametrize("name", OF_THE_WINDOW)
def test_models_with_a_letter_open_are_sound(name: str, desk: WholeDesk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(OF_THE_WINDOW[name](desk))


def test_the_report_of_an_import_is_sound(qtmodeltester: ModelTester) -> None:
    report = ReportLines()
    failure = Failure("c.pdf", FailureKind.EMPTY_FILE, "It is empty.")
    lines = (WentIn("a.pdf", 1), AlreadyThere("b.pdf", 1, "a.pdf"), LeftOut(failure), NotStored("d.pdf", "No room."))
    report.show_report(ImportReport(lines))
    assert report.rowCount() == len(lines)
    qtmodeltester.check(report)


def test_the_differences_of_two_letters_are_sound(qtmodeltester: ModelTester) -> None:
    model = DifferenceModel()
    age = Entry(Found(54, None, "test", 1.0))
    model.show_differences((FieldDifference("patient.age", age, NOTHING),), letter_text("54"), letter_text("-"))
    assert model.rowCount() == 1
    qtmodeltester.check(model)


def test_the_figures_of_a_chart_are_sound(desk: WholeDesk, qtmodeltester: ModelTester) -> None:
    (chart,) = state_charts(counts(desk.store, verified=False))
    model = ChartModel(chart)
    assert model.rowCount() == 2
    qtmodeltester.check(model)
