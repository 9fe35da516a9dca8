"""Hands at the insight page: walking its charts, seeing the letters behind a bar, saving what is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from imr_desk.app.composition import Desk
from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.hands import Hands, Stuck, wait_for
from imr_desk.ui.insight.chart import Part
from imr_desk.ui.insight.chart_card import ChartCard
from imr_desk.ui.insight.insight_page import InsightPage
from imr_desk.ui.insight.questions import QUESTIONS


class AtInsight:
    """What a clerk does at the charts, by the keys."""

    def __init__(self, desk: Desk, hands: Hands, answers: Answers) -> None:
        self._desk = desk
        self._hands = hands
        self._answers = answers

    def open(self) -> None:
        """Ask for the page and wait for its figures."""
        self._hands.press("Ctrl+Shift+I")
        wait_for("the insight page", self._page.isVisible)
        wait_for("the figures", lambda: self._page.counts is not None)

    def ask(self, question: str) -> None:
        """Go to a tab by its name."""
        places = [one.name for one in QUESTIONS]
        self._page.tabs.setFocus()
        step = "Right" if places.index(question) > self._page.tabs.currentIndex() else "Left"
        while self._page.question.name != question:
            self._hands.press(step)

    def count_all(self) -> None:
        """Have all letters counted as they were read."""
        self._hands.click(self._page.scope.all)
        wait_for("charts of all letters", lambda: bool(self._page.cards))

    def walk_to(self, title: str, bar: str, words: str) -> Part:
        """Go to a part of the bar whose name begins so: Tab to the chart, Down to the bar, Right to the part."""
        view = self._card(title).view
        self._page.tabs.setFocus()
        for _ in range(4 * len(self._page.cards) + 4):
            if view.hasFocus():
                break
            self._hands.press("Tab")
        along, across = ("Right", "Up") if view.chart.shape.upright else ("Down", "Right")
        self._hands.press("Home")
        for _ in view.chart.bars:
            if self.pointed_at.startswith(bar):
                break
            self._hands.press(along)
        if view.part is not None and view.part.words != words:
            self._hands.press(across)
        if view.part is None or view.part.words != words:
            raise Stuck(f"the keys do not lead to {words} of {bar}")
        return view.part

    def see_letters(self) -> int:
        """Show the letters behind the part that the keys are at; how many the queue then has."""
        counted: list[bool] = []
        queue = self._desk.parts.queue
        queue.counted.connect(lambda: counted.append(True))
        self._hands.press("Return")
        wait_for("the letters behind the bar", lambda: bool(counted) and not self._page.isVisible())
        return queue.rowCount()

    def see_all_letters(self) -> int:
        """Let go of the figure, by the chip in the queue; how many letters there are."""
        queue, before = self._desk.parts.queue, self._desk.parts.queue.rowCount()
        self._hands.click(self._desk.window.work.queue.filter.chips.chips[0])
        wait_for("all letters", lambda: queue.query.facet is None and queue.rowCount() > before)
        return queue.rowCount()

    def save(self, file: Path, title: str | None = None) -> None:
        """Save a chart, or all of them, in the kind that the file's ending names."""
        self._answers.target = file
        button = self._page.save_all if title is None else self._card(title).save
        self._hands.click(button)
        wait_for("the kinds of file", lambda: QApplication.activePopupWidget() is button.kinds)
        self._hands.press(*["Down"] * (["png", "svg", "csv"].index(file.suffix[1:]) + 1), "Return")
        wait_for(f"{file.name}", lambda: file.name in self._desk.window.messages.text)

    @property
    def pointed_at(self) -> str:
        """What the line below the charts says."""
        return self._page.readout.text()

    @property
    def cards(self) -> tuple[str, ...]:
        """The titles of the charts."""
        return tuple(card.chart.title for card in self._page.cards)

    @property
    def told(self) -> str:
        """What stands there instead of charts; empty where there are some."""
        return "" if self._page.cards else self._page.nothing.text()

    @property
    def chip(self) -> str:
        """The words of the chip in the queue; empty where there is none."""
        return next(iter(self._desk.window.work.queue.filter.chips.words), "")

    def _card(self, title: str) -> ChartCard:
        found = next((card for card in self._page.cards if card.chart.title == title), None)
        if found is None:
            raise Stuck(f"there is no chart {title}")
        return found

    @property
    def _page(self) -> InsightPage:
        page = self._desk.window.insights.page
        if page is None:
            raise Stuck("the insight page is not open")
        return page
