"""The map of the open letter: its parts in order, how far each is, and the key that leads there."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.desk.queue.model_index import ROOT, Index
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.finding import Severity
from imr_desk.letter.reading import Reading
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.map.letter_parts import MapRow, map_rows
from imr_desk.ui.map.map_list import MapList
from imr_desk.ui.soon import Soon

_AFTER_PAGES = 20
"""Milliseconds after which pages and form show the letter, or are about to."""


class MapModel(QAbstractListModel):
    """The rows of the open letter, made anew whenever its record or its findings change."""

    def __init__(self, session: Session, keys: Keys, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keys = keys
        self.rows: tuple[MapRow, ...] = ()
        self._soon = Soon(self._look_again, self, _AFTER_PAGES)
        for changed in (session.letter_shown, session.fields_changed, session.list_changed, session.findings_changed):
            changed.connect(self._soon.ask)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.UserRole:
                return row.title if role == Qt.ItemDataRole.DisplayRole else row
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.words
            case Qt.ItemDataRole.ToolTipRole if row.key:
                key = self._keys.first(f"part_{row.key}")
                named = f"{row.words} ({key})" if key else row.words
                return self.tr("{part}; middle click or Space peeks").format(part=named)
            case _:
                return None

    def catch_up(self) -> None:
        """Have the rows of the letter as it is now, for somebody who cannot wait."""
        if self._soon.isActive():
            self._soon.stop()
            self._look_again()

    def _look_again(self) -> None:
        letter = self._session.letter
        parts = letter.outcome.parts if letter and isinstance(letter.outcome, Reading) else ()
        rows = map_rows(parts, self._session.record, self._session.open_findings) if letter else ()
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows and rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))


class LetterMap(QFrame):
    """The parts, and below them how much is left to do."""

    part_chosen = Signal(object)
    """The `MapRow` that a person went to."""
    part_peeked = Signal(object)
    """The `MapRow` that a person wants to look at without going there."""

    def __init__(self, session: Session, focus: Focus, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._session = session
        self._keys = keys
        self._model = MapModel(session, keys, self)
        self.list = MapList()
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Parts of the letter"))
        self.list.setProperty("hint", self.tr("Enter: go to the part \N{MIDDLE DOT} Space: peek at it"))
        self.list.clicked.connect(lambda index: self.go_to(index.row()))
        self.list.activated.connect(lambda index: self.go_to(index.row()))
        self.list.peek_requested.connect(lambda place: self.part_peeked.emit(self._model.rows[place]))
        self._left = QLabel()
        self._left.setProperty("role", "foot")
        self._left.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._left)
        focus.focus_changed.connect(self._follow)
        for changed in (self._model.modelReset, self._model.dataChanged):
            changed.connect(lambda: self._follow(focus.path or ""))
        soon = Soon(self._count, self)
        for counted in (session.letter_shown, session.fields_changed, session.findings_changed):
            counted.connect(soon.ask)
        keys.keys_changed.connect(self._count)
        self._count()

    def go_to(self, place: int) -> None:
        """Go to the part in this row."""
        if place < len(self._model.rows):
            self.list.setCurrentIndex(self._model.index(place))
            self.part_chosen.emit(self._model.rows[place])

    def go_to_key(self, key: str) -> None:
        """Go to the part with this key."""
        self._model.catch_up()
        place = next((at for at, row in enumerate(self._model.rows) if row.key == key), None)
        if place is not None:
            self.go_to(place)

    def _follow(self, path: str) -> None:
        """Show the innermost part that feeds the field in focus."""
        fed = [at for at, row in enumerate(self._model.rows) if path in row.fields]
        if fed:
            self.list.setCurrentIndex(self._model.index(fed[-1]))
        else:
            self.list.clearSelection()

    def _count(self) -> None:
        look = len(self._session.record.to_look_at)
        checks = sum(one.severity is not Severity.INFO for one in self._session.open_findings)
        said = [
            self.tr("To look at: {count} \N{MIDDLE DOT} Enter").format(count=look) if look else "",
            self._checks_open(checks) if checks else "",
        ]
        nothing = self.tr("Nothing left to look at") if self._session.letter else ""
        self._left.setText("\n".join(words for words in said if words) or nothing)

    def _checks_open(self, count: int) -> str:
        key = self._keys.first("next_check")
        said = self.tr("Checks open: {count}").format(count=count)
        return f"{said} \N{MIDDLE DOT} {key}" if key else said
