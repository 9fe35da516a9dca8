"""Brings the insight page onto the stage, its figures to it, and what a person chooses there to where it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.figures.counting import Counts
from imr_desk.desk.figures.insight import Insight
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.store.figures.facet import Facet
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.stage import Stage, View

if TYPE_CHECKING:
    from imr_desk.ui.insight.insight_page import InsightPage


class Insights(QObject):
    """Makes the page when it is first asked for, and counts anew whenever the letters change while it is in front."""

    letters_listed = Signal()
    """The letters that a person wants to see stand in the list."""

    def __init__(
        self,
        insight: Insight,
        make_page: Callable[[], InsightPage],
        queue: QueueModel,
        stage: Stage,
        asking: Asking,
    ) -> None:
        super().__init__(stage)
        self._insight = insight
        self._make_page = make_page
        self._queue = queue
        self._stage = stage
        self._asking = asking
        self._view: View | None = None
        self.page: InsightPage | None = None
        stage.changed.connect(self.look_again)
        queue.counted.connect(self.look_again)
        insight.counted.connect(self._show)
        insight.failed.connect(self._tell)

    def open(self) -> None:
        """Bring the page to the front."""
        if self._view is None or self.page is None:
            self.page = self._made()
            hint = self.tr(
                "Tab: next chart \N{MIDDLE DOT} Arrows: along its bars \N{MIDDLE DOT} Enter: the letters behind a bar"
            )
            self._view = View(self.tr("Insight"), self.page, hint)
            self._view.guide = "insight.md"
        self._stage.enter(self._view)

    def open_work(self) -> None:
        """Bring the page to the front, at the work by day."""
        self.open()
        if self.page is not None:
            self.page.show_work()

    def look_again(self) -> None:
        """Ask for the figures anew, where they are looked at."""
        if self.page is not None and self._stage.view is self._view:
            self._insight.count(self.page.scope.only_verified)

    def _made(self) -> InsightPage:
        page = self._make_page()
        page.letters_requested.connect(self._list_letters)
        page.save_requested.connect(self._save)
        page.scope.chosen.connect(page.show_waiting)
        page.scope.chosen.connect(self.look_again)
        return page

    def _list_letters(self, facet: Facet) -> None:
        """List the letters behind a figure."""
        self._queue.show_letters(replace(self._queue.query.all_letters, facet=facet))
        self._stage.show_work()
        self.letters_listed.emit()

    def _show(self, counts: Counts) -> None:
        if self.page is not None:
            self.page.show_counts(counts)

    def _tell(self, reason: str) -> None:
        if self.page is not None:
            self.page.show_trouble(reason)

    def _save(self, name: str, made: Callable[[], bytes]) -> None:
        target = self._asking.choose_target(name)
        if target is not None:
            self._insight.write(target if target.suffix else target.with_suffix(Path(name).suffix), made)
