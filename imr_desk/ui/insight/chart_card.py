"""A chart with its title, its sentence, its table, and how to save it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from imr_desk.ui.insight.chart import Chart
from imr_desk.ui.insight.chart_table import ChartTable
from imr_desk.ui.insight.chart_view import ChartView
from imr_desk.ui.insight.save_button import SaveButton
from imr_desk.ui.plain_label import plain_label


class ChartCard(QFrame):
    """One chart on the page; its figures change, its question stays."""

    letters_requested = Signal(object)
    pointed_at = Signal(str)
    save_requested = Signal(object, str)
    """The charts to save, and the ending of the file."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._chart = chart
        self._title, self._told = plain_label("heading"), plain_label("muted")
        for label in (self._title, self._told):
            label.setWordWrap(True)
        self.view, self.table = ChartView(chart), ChartTable(chart)
        self.as_table = QToolButton()
        self.as_table.setText(self.tr("As a table"))
        self.as_table.setCheckable(True)
        self.save = SaveButton(self.tr("Save"))
        self._arrange()
        self._connect()
        self.show_chart(chart)

    @property
    def chart(self) -> Chart:
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show other figures of the same question."""
        self._chart = chart
        self._title.setText(chart.title)
        self._told.setText(chart.told if chart.bars else chart.nothing)
        for button in (self.as_table, self.save):
            button.setAccessibleDescription(chart.title)
            button.setVisible(bool(chart.bars))
        self._show_body(self.as_table.isChecked())
        self.view.show_chart(chart)
        self.table.show_chart(chart)

    def _show_body(self, table: bool) -> None:
        """The chart or its table; neither where there is nothing in it."""
        filled = bool(self._chart.bars)
        self.view.setVisible(filled and not table)
        self.table.setVisible(filled and table)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self.as_table)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._told)
        column.addSpacing(8)
        column.addWidget(self.view)
        column.addWidget(self.table)
        self.setTabOrder(self.view, self.as_table)

    def _connect(self) -> None:
        self.as_table.toggled.connect(self._show_body)
        self.save.chosen.connect(lambda ending: self.save_requested.emit([self.chart], ending))
        self.view.pointed_at.connect(self.pointed_at)
        for shown in (self.view, self.table):
            shown.letters_requested.connect(self.letters_requested)
