"""The charts say what the store has: each part of each bar counts the letters that the queue then shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from imr_desk.desk.figures.counting import MOST, OTHERS, Counts, Grouped, counted, counts
from imr_desk.letter.review import LetterState
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.queue.query import QueueQuery
from imr_desk.store.store import Store
from imr_desk.ui.facet_words import facet_words
from imr_desk.ui.insight.chart import Bar, Chart
from imr_desk.ui.insight.outcome_charts import outcome_charts
from imr_desk.ui.insight.periods import Period, by_period, fitting, full_name, short_name, through
from imr_desk.ui.insight.questions import QUESTIONS, WORK
from imr_desk.ui.insight.scale import rounded_steps, steps_below_one
from imr_desk.ui.insight.sheet import heads, sheet
from imr_desk.ui.insight.wording import sentence
from tests.store.counted import added, bring, letter
from tests.ui.insight.stocked import stocked


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with stocked(tmp_path_factory.mktemp("store") / "a.store") as store:
        yield store


def all_charts(found: Counts) -> list[Chart]:
    return [chart for question in QUESTIONS for chart in question.charts(found)]


def bar(charts: list[Chart], id: str, name: str) -> Bar:
    return next(one for chart in charts if chart.id == id for one in chart.bars if one.name == name)


@pytest.mark.parametrize("verified", [True, False])
def test_every_part_counts_the_letters_that_the_queue_then_shows(store: Store, verified: bool) -> None:
    parts = [part for chart in all_charts(counts(store, verified)) for bar in chart.bars for part in bar.parts]
    assert len(parts) > 30
    for part in parts:
        assert store.queue_count(QueueQuery(facet=part.facet)) == part.letters, part
        assert facet_words(part.facet)


@pytest.mark.parametrize("verified", [True, False])
def test_every_group_of_items_adds_up_to_all_items(store: Store, verified: bool) -> None:
    charts = {chart.id: chart for chart in all_charts(counts(store, verified))}
    total = charts["all"].bars[0].share
    assert total is not None
    for id in ("category", "reviewed", "time"):
        assert sum(bar.share.of for bar in charts[id].bars if bar.share) == total.of


def test_a_rate_stands_with_its_count_and_interval(store: Store) -> None:
    charts = all_charts(counts(store, verified=True))
    surgery = bar(charts, "category", "Surgery")
    assert (surgery.figure, surgery.counted) == ("75\N{NO-BREAK SPACE}%", "3 of 4")
    assert surgery.few
    chart = next(chart for chart in charts if chart.id == "category")
    said = sentence(chart, surgery, surgery.parts[0]).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Surgery: overturned 3 of 4 items, 75 % (95 % interval 30 to 95 %), in 3 letters."


def test_drugs_are_counted_by_their_class(store: Store) -> None:
    names = {bar.name for chart in all_charts(counts(store, True)) if chart.id == "drug" for bar in chart.bars}
    assert {"Opioids"} <= names <= {"Opioids", "Muscle Relaxant", "other drugs"}


def test_the_field_with_the_most_corrections_stands_first(store: Store) -> None:
    corrected = next(chart for chart in all_charts(counts(store, True)) if chart.id == "corrected")
    assert [bar.name for bar in corrected.bars] == ["Age"]
    assert corrected.bars[0].parts[0].letters == 6


def test_work_tells_persons_apart_only_where_there_are_several(store: Store, tmp_path: Path) -> None:
    today = WORK.charts(counts(store, True))[0].bars[-1]
    assert {part.words for part in today.parts} == {"ann", "bob"}
    with Store.create(tmp_path / "alone.store") as alone:
        bring(alone, added(alone), LetterState.VERIFIED)
        (part,) = WORK.charts(counts(alone, True))[0].bars[-1].parts
        assert part.words == "verified"
        assert str(date.today().day) == WORK.charts(counts(alone, True))[0].bars[-1].tick


def test_without_verified_letters_there_are_no_charts_of_them(tmp_path: Path) -> None:
    with Store.create(tmp_path / "new.store") as new:
        added(new)
        shown = {question.name: bool(question.charts(counts(new, verified=True))) for question in QUESTIONS}
        assert shown == {"Outcomes": False, "Parser": False, "Work": False, "Checks": False, "Letters": True}


def test_a_chart_without_a_bar_says_why(store: Store) -> None:
    found = counts(store, verified=False)
    undated = {**found.outcomes, Dimension.MONTH: Grouped(Dimension.MONTH, (), {})}
    by_time = outcome_charts(replace(found, outcomes=undated))[-1]
    assert not by_time.bars
    assert by_time.nothing == "None of these letters has a decision date."


def test_what_is_rare_is_counted_together(tmp_path: Path) -> None:
    with Store.create(tmp_path / "many.store") as many:
        for number in range(MOST + 4):
            added(many, letter(number, *[(f"Category {number:02}", "upheld", "")] * (2 if number < MOST else 1)))
        found = counted(many, Dimension.CATEGORY, verified=False)
        assert len(found.members) == MOST + 1
        assert len(found.members[OTHERS]) == 4
        others = bar(all_charts(counts(many, verified=False)), "category", "4 others")
        assert others.parts[1].letters == 4
        assert many.queue_count(QueueQuery(facet=others.parts[1].facet)) == 4


def test_a_table_has_a_row_for_every_part(store: Store) -> None:
    charts = all_charts(counts(store, True))
    rows = list(sheet(charts))
    assert len(rows) == sum(len(bar.parts) for chart in charts for bar in chart.bars)
    assert all(len(row) == len(heads()) for row in rows)
    assert all(row[6] is None or 0 <= row[7] <= row[6] <= row[8] <= 1 for row in rows)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("months", "period"),
    [
        ((), Period.MONTH),
        (("2016-10",), Period.MONTH),
        (("2014-01", "2016-12"), Period.MONTH),
        (("2013-01", "2017-12"), Period.QUARTER),
        (("1996-05", "2017-12"), Period.YEAR),
    ],
)
def test_time_is_shown_by_the_shortest_period_that_can_be_told_apart(months: tuple[str, ...], period: Period) -> None:
    assert fitting(months) is period


def test_periods_without_a_letter_are_shown_between_those_with_one(store: Store) -> None:
    months = counted(store, Dimension.MONTH, verified=False, most=None)
    (year,) = by_period(months, Period.YEAR)
    assert (full_name(year, Period.YEAR), short_name(year * 4 + 3, Period.QUARTER)) == ("2016", "Q4")
    assert list(through([5, 8])) == [5, 6, 7, 8]
    assert list(through([5, 5000])) == [5, 5000]
    assert list(through([])) == []


@pytest.mark.parametrize("most", [0, 1, 3, 7, 37, 99, 100, 101, 12345])
def test_lines_behind_bars_are_whole_round_numbers_up_to_the_most(most: int) -> None:
    steps = rounded_steps(most)
    assert steps[0] == 0
    assert steps[-1] >= most
    assert all(step == int(step) for step in steps)
    assert 2 <= len(steps) <= 6


@pytest.mark.parametrize(("low", "first"), [(0.0, 0.0), (0.5, 0.2), (0.83, 0.8), (0.97, 0.96), (1.0, 0.98)])
def test_lines_behind_dots_begin_at_or_below_the_lowest(low: float, first: float) -> None:
    steps = steps_below_one(low)
    assert (steps[0], steps[-1], len(steps)) == (first, 1.0, 5)
