"""What became of an import: a window that stays until it is put away, each letter with its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from imr_desk.desk.import_report import AlreadyThere, ImportLine, ImportReport, KeptUnread, LeftOut, NotStored, WentIn
from imr_desk.ui.dialogs.wording import failure_title
from imr_desk.ui.extent import give_room
from imr_desk.ui.theme import colour


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line as shown: the file, what became of it with its mark, more about it, and the letter it leads to."""

    file: str
    what: str
    tone: str
    more: str
    letter_id: int | None


class ImportReportWindow(QDialog):
    """Not modal: the person works on beside it."""

    letter_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What went in"))
        self.setModal(False)
        give_room(self, 880, 480)
        self._summary = QLabel()
        self._summary.setProperty("role", "heading")
        self._table = QTableWidget(0, 3)
        self._table.setHorizontalHeaderLabels([self.tr("File"), self.tr("What became of it"), self.tr("More")])
        self._table.setAccessibleName(self.tr("Imported files"))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setProperty("role", "panel")
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._table.activated.connect(lambda index: self._open(index.row()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._summary)
        layout.addWidget(self._table, 1)
        layout.addWidget(buttons)

    def show_report(self, report: ImportReport) -> None:
        """Show these lines."""
        self._summary.setText(summary(report))
        self._table.setRowCount(len(report.lines))
        for place, line in enumerate(report.lines):
            self._fill(place, line_look(line))
        self._table.resizeRowsToContents()

    def _fill(self, place: int, look: LineLook) -> None:
        for column, words in enumerate((look.file, look.what, look.more)):
            item = QTableWidgetItem(words)
            item.setToolTip(f"<qt>{escape(words)}</qt>")
            item.setData(Qt.ItemDataRole.UserRole, look.letter_id)
            if column == 1:
                item.setForeground(colour(look.tone))
            self._table.setItem(place, column, item)

    def _open(self, place: int) -> None:
        item = self._table.item(place, 0)
        letter_id = item.data(Qt.ItemDataRole.UserRole) if item else None
        if letter_id is not None:
            self.letter_requested.emit(letter_id)


def summary(report: ImportReport) -> str:
    """The whole import in one sentence."""
    went = report.count(WentIn)
    counted = [
        _tr("1 letter went in") if went == 1 else _tr("{count} letters went in").format(count=went),
        _counted(report.count(KeptUnread), _tr("{count} kept unread")),
        _counted(report.count(AlreadyThere), _tr("{count} already there")),
        _counted(report.count(LeftOut) + report.count(NotStored), _tr("{count} left out")),
        _tr("stopped before the end") if report.cancelled else "",
    ]
    return " \N{MIDDLE DOT} ".join(part for part in counted if part)


def line_look(line: ImportLine) -> LineLook:
    """How one line is shown."""
    match line:
        case WentIn(file, letter_id, same_case):
            more = _tr("The same case number as another letter; both are kept.") if same_case else ""
            return LineLook(file, _tr("\N{CHECK MARK} went in"), "confirmed", more, letter_id)
        case KeptUnread(failure, letter_id):
            what = _tr("? kept unread: {why}").format(why=failure_title(failure.kind))
            return LineLook(failure.file, what, "look", failure.message, letter_id)
        case AlreadyThere(file, letter_id, first_file):
            more = _tr("The very same letter is in the store as {file}.").format(file=first_file)
            return LineLook(file, _tr("= already there"), "muted", more, letter_id)
        case LeftOut(failure):
            what = _tr("! left out: {why}").format(why=failure_title(failure.kind))
            return LineLook(failure.file, what, "error", failure.message, None)
        case NotStored(file, reason):
            return LineLook(file, _tr("! not stored"), "error", reason, None)
        case _:
            assert_never(line)


def _counted(count: int, words: str) -> str:
    return words.format(count=count) if count else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportReport", text)
