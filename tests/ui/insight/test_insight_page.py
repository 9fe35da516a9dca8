"""The insight page: drawn in any theme and width, walked by keys, pointed at, saved."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.desk.figures.counting import Counts, counts
from imr_desk.desk.figures.insight import Insight
from imr_desk.desk.going_out.writing import NotWritten
from imr_desk.letter.review import LetterState
from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.chart_card import ChartCard
from imr_desk.ui.insight.chart_view import ChartView
from imr_desk.ui.insight.drawing import Box, Words
from imr_desk.ui.insight.insight_page import InsightPage
from imr_desk.ui.insight.layout import lay_out
from imr_desk.ui.insight.look import Look, hatch
from imr_desk.ui.insight.questions import OUTCOMES, PARSER, QUESTIONS, WORK
from imr_desk.ui.insight.saving import made
from imr_desk.ui.insight.walk import Spot, start, stepped
from imr_desk.ui.look.theme import Theme, ThemeChoice
from imr_desk.ui.look.tokens import LIGHT, THEMES
from tests.making import Inline
from tests.ui.insight.stocked import stocked

Key = Qt.Key


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Counts:
    with stocked(tmp_path_factory.mktemp("store") / "a.store") as store:
        return counts(store, verified=False)


@pytest.fixture
def charts(found: Counts, qapp: QApplication) -> list[Chart]:
    return [chart for question in QUESTIONS for chart in question.charts(found)]


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, found: Counts) -> InsightPage:
    Theme(qapp, ThemeChoice.LIGHT).dress()
    page = InsightPage()
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_counts(found)
    return page


def look(font: QFont | None = None) -> Look:
    return Look(LIGHT, font or QApplication.font())


@pytest.mark.parametrize("width", [300, 620, 1240])
def test_every_part_that_counts_can_be_pointed_at_within_its_chart(charts: list[Chart], width: int) -> None:
    for chart in charts:
        drawing = lay_out(chart, width, look().measures)
        room = QRectF(-2, 0, width + 4, drawing.size.height())
        drawn = {(target.bar, target.part) for target in drawing.targets}
        counted = {(b, p) for b, bar in enumerate(chart.bars) for p, part in enumerate(bar.parts) if part.count}
        assert counted <= drawn
        for target in drawing.targets:
            assert room.contains(target.rect)
        for shape in drawing.shapes:
            if isinstance(shape, Box):
                assert room.contains(shape.rect)


def test_pointing_at_a_part_finds_that_part_and_beside_it_the_bar(charts: list[Chart]) -> None:
    chart = next(chart for chart in charts if chart.id == "category")
    drawing = lay_out(chart, 620, look().measures)
    for target in drawing.targets:
        assert drawing.at(target.ring.center()) == target
    first = drawing.targets[0]
    assert drawing.at(first.rect.topRight() + QPoint(-1, 5)).bar == first.bar  # type: ignore[union-attr]
    assert drawing.at(QPoint(10, 1).toPointF()) is None


def test_larger_text_makes_higher_rows(charts: list[Chart]) -> None:
    large = QFont(QApplication.font())
    large.setPointSizeF(QApplication.font().pointSizeF() * 1.5)
    chart = next(chart for chart in charts if chart.id == "category")
    heights = [lay_out(chart, 620, look(font).measures).size.height() for font in (None, large)]
    assert heights[1] > heights[0] * 1.2


def test_a_hatch_stays_within_its_box() -> None:
    box = QRectF(10, 20, 37, 12)
    lines = list(hatch(box))
    assert len(lines) == 9
    assert all(box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(end) for line in lines for end in (line.p1(), line.p2()))


def test_few_are_drawn_hollow_and_said_so(charts: list[Chart]) -> None:
    chart = next(chart for chart in charts if chart.id == "category" and any(bar.few for bar in chart.bars))
    shapes = lay_out(chart, 900, look().measures).shapes
    assert any(isinstance(shape, Box) and shape.hollow for shape in shapes)
    assert any(isinstance(shape, Words) and shape.text == "fewer than 10" for shape in shapes)


def test_arrow_keys_walk_bars_and_their_parts(charts: list[Chart]) -> None:
    rows = next(chart for chart in charts if chart.id == "category")
    assert start(rows) == Spot(0, 0)
    assert stepped(rows, Spot(0, 0), Key.Key_Down) == Spot(1, 0)
    assert stepped(rows, Spot(0, 0), Key.Key_Up) == Spot(0, 0)
    assert stepped(rows, Spot(0, 0), Key.Key_Right) == Spot(0, 1)
    assert stepped(rows, Spot(0, 1), Key.Key_Right) == Spot(0, 1)
    assert stepped(rows, Spot(0, 1), Key.Key_End) == Spot(len(rows.bars) - 1, 0)
    assert stepped(rows, Spot(0, 0), Key.Key_A) is None
    assert stepped(rows, None, Key.Key_Down) is None


@dataclass
class Asked:
    """What a view asked for."""

    view: ChartView
    facets: list[object]


@pytest.fixture
def asked(qtbot: QtBot, charts: list[Chart]) -> Asked:
    view = ChartView(next(chart for chart in charts if chart.id == "category"))
    qtbot.addWidget(view)
    view.resize(700, view.sizeHint().height())
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    facets: list[object] = []
    view.letters_requested.connect(facets.append)
    return Asked(view, facets)


def test_enter_asks_for_the_letters_of_the_part_and_says_which_it_is(qtbot: QtBot, asked: Asked) -> None:
    with qtbot.waitSignal(asked.view.pointed_at) as said:
        qtbot.keyClick(asked.view, Key.Key_Right)
    assert "upheld" in said.args[0]  # type: ignore[index]
    assert asked.view.accessibleDescription() == said.args[0]  # type: ignore[index]
    qtbot.keyClick(asked.view, Key.Key_Return)
    assert asked.facets == [asked.view.chart.bars[0].parts[1].facet]


def test_a_click_asks_for_the_letters_of_the_part_under_it(qtbot: QtBot, asked: Asked) -> None:
    target = asked.view.drawing.targets[-1]
    qtbot.mouseMove(asked.view, target.ring.center().toPoint())
    qtbot.mouseClick(asked.view, Qt.MouseButton.LeftButton, pos=target.ring.center().toPoint())
    assert asked.facets == [asked.view.chart.bars[target.bar].parts[target.part].facet]
    qtbot.mouseClick(asked.view, Qt.MouseButton.LeftButton, pos=QPoint(3, 1))
    assert len(asked.facets) == 1


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_chart_can_be_drawn_in_every_theme(qtbot: QtBot, qapp: QApplication, page: InsightPage, theme) -> None:  # type: ignore[no-untyped-def]
    shown = Theme(qapp, ThemeChoice(theme.name))
    shown.dress()
    for question in QUESTIONS:
        page.show_question(question)
        card = page.cards[0]
        card.view.setFocus()
        ground = card.grab().toImage().pixelColor(card.width() // 2, 5).name()
        assert ground == theme.panel.lower()
    shown.choose(ThemeChoice.LIGHT)


def test_new_figures_leave_the_keys_where_they_are(qtbot: QtBot, page: InsightPage, found: Counts) -> None:
    page.show_question(OUTCOMES)
    view = page.cards[1].view
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Down)
    part = view.part
    page.show_counts(found)
    assert page.cards[1].view is view
    assert view.part == part


def test_a_question_without_figures_says_what_will_be_here_and_how_to_get_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = InsightPage()
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    with stocked(tmp_path / "a.store", letters=0) as empty:
        page.show_counts(counts(empty, verified=True))
    for question in (OUTCOMES, PARSER, WORK):
        page.show_question(question)
        page.grab()
        assert page.nothing.text().startswith("This will show")
        assert page.nothing.height() >= page.nothing.heightForWidth(page.nothing.width())
        assert page.see_all.isVisible() == question.chooses
    with qtbot.waitSignal(page.scope.chosen) as chosen:
        page.show_question(OUTCOMES)
        page.see_all.click()
    assert chosen.args == [False]


def test_whose_letters_are_counted_is_said_plainly(page: InsightPage) -> None:
    page.show_question(OUTCOMES)
    assert "values that nobody has verified are the machine's" in page.told.text()
    assert "Verified letters (12)" in page.scope.verified.text()
    assert "All as read (18)" in page.scope.all.text()


def test_figures_that_do_not_have_all_letters_yet_say_so(page: InsightPage, found: Counts) -> None:
    page.show_counts(replace(found, uncounted=123))
    assert "123 letters" in page.told.text()
    page.show_counts(found)
    assert "being counted" not in page.told.text()


def test_a_chart_can_be_read_as_a_table_that_leads_to_the_letters_too(qtbot: QtBot, charts: list[Chart]) -> None:
    card = ChartCard(next(chart for chart in charts if chart.id == "category"))
    qtbot.addWidget(card)
    card.show()
    card.as_table.click()
    assert card.table.isVisible()
    assert not card.view.isVisible()
    QAbstractItemModelTester(card.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    card.table.selectRow(1)
    with qtbot.waitSignal(card.letters_requested) as asked:
        qtbot.keyClick(card.table, Key.Key_Return)
    assert asked.args == [card.chart.bars[0].parts[1].facet]


def test_cards_stand_in_as_many_columns_as_there_is_room_for(page: InsightPage) -> None:
    page.show_question(OUTCOMES)
    for width, columns in ((700, 1), (1300, 2), (2400, 3)):
        page.resize(width, 700)
        page.grab()
        assert len({card.mapTo(page, QPoint()).x() for card in page.cards}) == columns


def test_another_question_puts_the_charts_of_the_one_before_away_at_once(page: InsightPage) -> None:
    for question in (OUTCOMES, PARSER, OUTCOMES):
        page.show_question(question)
        there = {card for card in page.shelf.findChildren(ChartCard) if card.isVisible()}
        assert there <= set(page.cards)


def test_a_picture_is_sharp_and_a_drawing_can_be_drawn(charts: list[Chart]) -> None:
    svg = QSvgRenderer(made(charts, "svg", look())())
    assert svg.isValid()
    png = made(charts[:1], "png", look())()
    width = int.from_bytes(png[16:20], "big")
    assert (png[:4], width) == (b"\x89PNG", 1920)


class Held(Executor):
    """Does what it was given when it is told to."""

    def __init__(self) -> None:
        self._tasks: list[Callable[[], object]] = []

    def submit(self, task, /, *args, **kwargs):  # type: ignore[no-untyped-def, override]
        self._tasks.append(partial(task, *args, **kwargs))
        return Future[object]()

    def let_go(self) -> None:
        for task in self._tasks:
            task()


def test_only_the_last_question_is_answered(tmp_path: Path) -> None:
    stocked(tmp_path / "a.store", letters=3).close()
    held = Held()
    insight = Insight(tmp_path / "a.store", held)
    answers: list[Counts] = []
    insight.counted.connect(answers.append)
    for verified in (True, True, False):
        insight.count(verified)
    held.let_go()
    assert [answer.verified for answer in answers] == [False]
    assert answers[0].states[LetterState.VERIFIED] == 2


def test_a_store_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    insight = Insight(tmp_path / "nowhere.store", Inline())
    with qtbot.waitSignal(insight.failed) as failed:
        insight.count(True)
    assert "no file" in failed.args[0]  # type: ignore[index]


def test_what_cannot_be_written_is_told_and_leaves_what_stood_there(qtbot: QtBot, tmp_path: Path) -> None:
    insight = Insight(tmp_path / "a.store", Inline())
    with qtbot.waitSignal(insight.written) as written:
        insight.write(tmp_path / "nowhere" / "a.csv", lambda: b"")
    assert written.args == [NotWritten(tmp_path / "nowhere" / "a.csv", "No such file or directory.")]
