"""What became of an import: a window that stays until it is put away, each letter with its outcome."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from imr_desk.desk.coming_in.import_report import AlreadyThere, ImportReport, KeptUnread, LeftOut, NotStored, WentIn
from imr_desk.ui.dialogs.report_lines import ReportLines

_HIGH = 200
"""Rows, the first ones, that are as high as their words; more take seconds to measure."""

_NAME_MOST = 40
"""Percent of the width that the names of files may have: what became of them must be seen beside the longest."""


class ImportReportWindow(QDialog):
    """Not modal: the person works on beside it."""

    letter_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What went in"))
        self.setModal(False)
        self.resize(880, 480)
        self._summary = QLabel()
        self._summary.setProperty("role", "heading")
        self._lines = ReportLines(self)
        self._table = self._made_table()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._summary)
        layout.addWidget(self._table, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_report(self, report: ImportReport) -> None:
        """Show these lines; where the person has scrolled to, and the row that is chosen, stay."""
        row, scrolled = self._table.currentIndex().row(), self._table.verticalScrollBar().value()
        nothing = self.tr("Nothing was imported since the program was started.")
        self._summary.setText(summary(report) if report.lines else nothing)
        self._lines.show_report(report)
        names = max(self._table.sizeHintForColumn(0), self._table.horizontalHeader().sectionSizeHint(0))
        self._table.setColumnWidth(0, min(names, _NAME_MOST * self.width() // 100))
        for place in range(min(self._lines.to_read, _HIGH)):
            self._table.resizeRowToContents(place)
        self._table.setCurrentIndex(self._lines.index(max(row, 0), 0))
        self._table.verticalScrollBar().setValue(scrolled)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._lines)
        table.setAccessibleName(self.tr("Imported files"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setProperty("role", "panel")
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.activated.connect(lambda index: self._open(index.row()))
        return table

    def _open(self, place: int) -> None:
        letter_id = self._lines.letter_at(place)
        if letter_id is not None:
            self.letter_requested.emit(letter_id)


def summary(report: ImportReport) -> str:
    """The whole import in one sentence."""
    went = report.count(WentIn)
    counted = [
        _tr("1 letter went in") if went == 1 else _tr("{count} letters went in").format(count=_number(went)),
        _counted(report.count(KeptUnread), _tr("{count} kept unread")),
        _counted(report.count(AlreadyThere), _tr("{count} already there")),
        _counted(report.count(LeftOut) + report.count(NotStored), _tr("{count} left out")),
        _tr("stopped before the end") if report.cancelled else "",
    ]
    return " \N{MIDDLE DOT} ".join(part for part in counted if part)


def _counted(count: int, words: str) -> str:
    return words.format(count=_number(count)) if count else ""


def _number(count: int) -> str:
    return QLocale().toString(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportReport", text)
