"""What became of each file of an import, as rows of a table: what needs a person first, however many went in."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import assert_never

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt
from typing_extensions import override

from imr_desk.desk.coming_in.import_report import (
    AlreadyThere,
    ImportLine,
    ImportReport,
    KeptUnread,
    LeftOut,
    NotStored,
    WentIn,
)
from imr_desk.desk.queue.model_index import ROOT, Index
from imr_desk.ui.dialogs.wording import failure_title
from imr_desk.ui.look.theme import colour

_TITLES = ("File", "What became of it", "More")
_GRAVE = (NotStored, LeftOut, KeptUnread, AlreadyThere, WentIn)
"""The kinds of lines, that first which most needs a person."""


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line as shown: the file, what became of it with its mark, more about it, and the letter it leads to."""

    file: str
    what: str
    tone: str
    more: str
    letter_id: int | None


class ReportLines(QAbstractTableModel):
    """A window on a report; of a hundred thousand lines only those are looked at that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ImportLine] = []
        self.to_read = 0
        """So many lines, the first ones, have more to say than that a letter went in."""

    def show_report(self, report: ImportReport) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = sorted(report.lines, key=lambda line: _GRAVE.index(type(line)))
        self.to_read = len(self._lines) - report.count(WentIn)
        self.endResetModel()

    def letter_at(self, row: int) -> int | None:
        """The letter that a row leads to."""
        return line_look(self._lines[row]).letter_id

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        look = line_look(self._lines[index.row()])
        words = (look.file, look.what, look.more)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return f"<qt>{escape(words)}</qt>"
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1:
                return colour(look.tone)
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(_TITLES[section])
        return None


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportReport", text)
