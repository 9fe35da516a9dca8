"""Everything that has or can have keys, by menu and place, with the keys it has now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from imr_desk.ui.actions import KEY_MAP, ActionSpec
from imr_desk.ui.keyboard.key_map import heading, heard
from imr_desk.ui.keyboard.key_table import SPECS, KeyTable, said

_ID = Qt.ItemDataRole.UserRole


class KeyList(QTreeWidget):
    """A row an action: its words, its keys, and whether they are as they were made."""

    chosen = Signal(str)
    """The person stands on this action; empty for a heading."""
    entered = Signal()
    """The person wants to change the keys of the action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([self.tr("Action"), self.tr("Keys"), ""])
        self.setAccessibleName(self.tr("Actions and their keys"))
        self.setProperty("role", "panel")
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._rows = {spec.id: _row(self._group(heading(spec)), spec) for spec in KEY_MAP}
        self.expandAll()
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        modes = QHeaderView.ResizeMode
        for column, mode in enumerate((modes.ResizeToContents, modes.Stretch, modes.ResizeToContents)):
            self.header().setSectionResizeMode(column, mode)
        self.currentItemChanged.connect(lambda now, _: self.chosen.emit(now.data(0, _ID) or "" if now else ""))
        self.itemActivated.connect(lambda *_: self.entered.emit())

    @property
    def current(self) -> str:
        """The action that the person stands on; empty for none."""
        item = self.currentItem()
        return str(item.data(0, _ID) or "") if item else ""

    def show_keys(self, table: KeyTable) -> None:
        """Print the keys in force."""
        for spec in KEY_MAP:
            row = self._rows[spec.id]
            row.setText(1, "   ".join(heard(spec, table)))
            row.setText(2, self._standing(spec, table))
            for column in range(3):
                row.setData(column, Qt.ItemDataRole.AccessibleTextRole, _spoken(row))

    def go_to(self, id: str) -> None:
        """Stand on an action."""
        self.setCurrentItem(self._rows[id])

    def narrow(self, words: str) -> None:
        """Show only actions that have all these words, or such a key."""
        wanted = words.lower().split()
        for title, group in self._groups.items():
            rows = list(filter(None, (group.child(at) for at in range(group.childCount()))))
            for row in rows:
                shown = f"{title} {row.text(0)} {row.text(1)} {row.text(2)}".lower()
                row.setHidden(not all(word in shown for word in wanted))
            group.setHidden(all(row.isHidden() for row in rows))
        left = [row for row in self._rows.values() if not row.isHidden()]
        if left and self.currentItem() not in left:
            self.setCurrentItem(left[0])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the box for a new key; letters are for the search, not for the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _group(self, title: str) -> QTreeWidgetItem:
        """The heading of that title, made where there is none."""
        if title in self._groups:
            return self._groups[title]
        group = self._groups[title] = QTreeWidgetItem(self, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFirstColumnSpanned(True)
        return group

    def _standing(self, spec: ActionSpec, table: KeyTable) -> str:
        if spec.id not in SPECS:
            return self.tr("fixed")
        return self.tr("changed") if spec.id in table.changed else ""


def _row(group: QTreeWidgetItem, spec: ActionSpec) -> QTreeWidgetItem:
    row = QTreeWidgetItem(group, [said(spec)])
    row.setData(0, _ID, spec.id)
    return row


def _spoken(row: QTreeWidgetItem) -> str:
    return ", ".join(words for words in (row.text(0), row.text(1), row.text(2)) if words)
