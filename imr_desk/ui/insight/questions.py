"""The questions of the page, one a tab: what is asked, whose letters are counted, and what is said without any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imr_desk.desk.figures.counting import Counts
from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.letter_charts import check_charts, state_charts
from imr_desk.ui.insight.outcome_charts import outcome_charts
from imr_desk.ui.insight.parser_charts import parser_charts
from imr_desk.ui.insight.work_charts import work_charts


@dataclass(frozen=True, slots=True)
class Question:
    """A tab: its name, what makes its charts, whether a person chooses whose letters, and its words without charts."""

    name: str
    charts: Callable[[Counts], tuple[Chart, ...]]
    chooses: bool
    told: str
    nothing: str


OUTCOMES = Question(
    "Outcomes",
    outcome_charts,
    True,
    "",
    "This will show how items were decided: by category of treatment, drug class, specialty and month. "
    "It counts verified letters, and none is verified yet: verify one, or look at all letters as the parser read them.",
)
PARSER = Question(
    "Parser",
    parser_charts,
    False,
    "What the parser had read, held against what people kept in the verified letters.",
    "This will show how often the parser was right, field by field. Verified letters tell; none is verified yet.",
)
WORK = Question(
    "Work",
    work_charts,
    False,
    "Counted from the events of the store. What was taken back on the same day is not counted.",
    "This will show how many letters were verified and how many fields corrected, day by day. Nothing was done yet.",
)
CHECKS = Question(
    "Checks",
    check_charts,
    True,
    "",
    "This will show what the checks found, by rule. They have found nothing in these letters.",
)
LETTERS = Question(
    "Letters",
    state_charts,
    False,
    "How far the letters of the store have come.",
    "There is no letter in the store yet.",
)
QUESTIONS = (OUTCOMES, PARSER, WORK, CHECKS, LETTERS)
