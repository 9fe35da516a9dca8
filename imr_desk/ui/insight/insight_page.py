"""The insight page: questions as tabs, each with its charts, and a line that says what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from imr_desk.desk.figures.counting import Counts
from imr_desk.letter.review import LetterState
from imr_desk.ui.dialogs.wording import uncounted_sentence
from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.chart_card import ChartCard
from imr_desk.ui.insight.look import Look
from imr_desk.ui.insight.questions import QUESTIONS, WORK, Question
from imr_desk.ui.insight.save_button import SaveButton
from imr_desk.ui.insight.saving import made
from imr_desk.ui.insight.scope import Scope
from imr_desk.ui.insight.shelf import Shelf
from imr_desk.ui.insight.wording import tr
from imr_desk.ui.look.theme import tokens
from imr_desk.ui.plain_label import plain_label

_NOT_COUNTED = frozenset({LetterState.REJECTED, LetterState.UNREADABLE})


class InsightPage(QWidget):
    """Shows counts as charts; which letters are counted, and what is done with them, is for others."""

    letters_requested = Signal(object)
    """The `Facet` behind a part of a bar."""
    save_requested = Signal(str, object)
    """A name for a file, and what makes its bytes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: Counts | None = None
        self.tabs = QTabBar()
        self.scope = Scope()
        self.save_all = SaveButton(self.tr("Save all"))
        self.told, self.readout = plain_label("muted"), plain_label()
        self.shelf = Shelf()
        self.cards: tuple[ChartCard, ...] = ()
        self.nothing = plain_label("muted")
        self.see_all = QPushButton(self.tr("Look at all letters as read"))
        self._body = QStackedWidget()
        self._arrange()
        self.tabs.currentChanged.connect(lambda _: self._show_question())
        self.see_all.clicked.connect(self.scope.all.click)
        self.save_all.chosen.connect(self._save_all)
        self.show_waiting()

    @property
    def question(self) -> Question:
        return QUESTIONS[self.tabs.currentIndex()]

    def show_question(self, question: Question) -> None:
        """Bring a question to the front."""
        self.tabs.setCurrentIndex(QUESTIONS.index(question))

    def show_work(self) -> None:
        """Bring the work by day to the front."""
        self.show_question(WORK)

    def show_waiting(self) -> None:
        """The letters are being counted; charts that are there stay until then."""
        waiting = self.tr("Counting the letters\N{HORIZONTAL ELLIPSIS}")
        self.readout.setText(waiting)
        if self.counts is None:
            self.nothing.setText(waiting)
            self._body.setCurrentIndex(1)

    def show_counts(self, counts: Counts) -> None:
        """Show new figures; the keys stay where they are."""
        self.counts = counts
        read = sum(letters for state, letters in counts.states.items() if state not in _NOT_COUNTED)
        self.scope.show_numbers(counts.states[LetterState.VERIFIED], read)
        self._show_question()

    def show_trouble(self, reason: str) -> None:
        """The letters could not be counted."""
        self.readout.setText(self.tr("The letters could not be counted: {reason}").format(reason=reason))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll wherever the keyboard is; Down leads from the tabs to the charts."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if (by := steps.get(Qt.Key(event.key()))) is not None:
            bar = self.shelf.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())
        elif event.key() == Qt.Key.Key_Down and self.cards:
            self.cards[0].view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_question(self) -> None:
        question, counts = self.question, self.counts
        if counts is None:
            return
        charts = question.charts(counts)
        self.scope.setVisible(question.chooses)
        self.save_all.setVisible(bool(charts))
        self.told.setText(" ".join(filter(None, (_told(question, counts), uncounted_sentence(counts.uncounted)))))
        self.nothing.setText(tr(question.nothing))
        self.see_all.setVisible(question.chooses and counts.verified)
        self._body.setCurrentIndex(0 if charts else 1)
        self.readout.setText("")
        self._show_charts(charts)

    def _show_charts(self, charts: tuple[Chart, ...]) -> None:
        """New figures in the cards that are there, where the questions are the same; else other cards."""
        if [card.chart.id for card in self.cards] == [chart.id for chart in charts]:
            for card, chart in zip(self.cards, charts, strict=True):
                card.show_chart(chart)
            return
        self.setFocusProxy(self.tabs)
        self.cards = tuple(self._card(chart) for chart in charts)
        self.shelf.put(self.cards)
        self.shelf.verticalScrollBar().setValue(0)

    def _save_all(self, ending: str) -> None:
        self._save([card.chart for card in self.cards], ending)

    def _save(self, charts: Sequence[Chart], ending: str) -> None:
        name = f"insight-{charts[0].id}" if len(charts) == 1 else f"insight-{self.question.name.lower()}"
        self.save_requested.emit(f"{name}.{ending}", made(charts, ending, Look(tokens(), self.font())))

    def _card(self, chart: Chart) -> ChartCard:
        card = ChartCard(chart)
        card.letters_requested.connect(self.letters_requested)
        card.save_requested.connect(self._save)
        card.pointed_at.connect(self.readout.setText)
        card.view.focused.connect(lambda: self._come_to(card))
        return card

    def _come_to(self, card: ChartCard) -> None:
        """The keys are at a chart: it is in view, and whoever comes back to the page comes back to it."""
        self.shelf.ensureWidgetVisible(card, 0, 12)
        self.setFocusProxy(card.view)

    def _arrange(self) -> None:
        for question in QUESTIONS:
            self.tabs.addTab(tr(question.name))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Questions"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.scope)
        head.addWidget(self.save_all)
        self._body.addWidget(self.shelf)
        self._body.addWidget(self._nothing())
        said = QHBoxLayout()
        said.setSpacing(24)
        for label, side in ((self.told, Qt.AlignmentFlag.AlignLeft), (self.readout, Qt.AlignmentFlag.AlignRight)):
            label.setWordWrap(True)
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            said.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(self._body, 1)
        self.setFocusProxy(self.tabs)

    def _nothing(self) -> QWidget:
        """A few words in the middle, and what to do."""
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        middle = QHBoxLayout()
        for widget, share in ((QWidget(), 1), (self.nothing, 2), (QWidget(), 1)):
            middle.addWidget(widget, share)
        column.addLayout(middle)
        column.addSpacing(12)
        column.addWidget(self.see_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page


def _told(question: Question, counts: Counts) -> str:
    """Whose letters are counted, said plainly."""
    if not question.chooses:
        return tr(question.told)
    if counts.verified:
        return tr("Verified letters: a person stands behind every value.")
    return tr("All letters as read: values that nobody has verified are the machine's. Rejected letters are left out.")
