"""The key map, printed from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from imr_desk.ui.actions import KEY_MAP, ActionSpec, Group, Place
from imr_desk.ui.keyboard.key_table import SPECS, KeyTable
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.look.extent import give_room
from imr_desk.ui.look.theme import tokens

_KEYS = 220
"""Pixels for the keys, the same in all groups."""
_PLACES = {Place.FORM: "In the form", Place.PAGE: "On the page", Place.BATCH: "In the batch check"}


class KeyMapWindow(QDialog):
    """All keys, by menu and place; it may stay open beside the work."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setModal(False)
        give_room(self, 720, 640)
        page = QTextBrowser()
        page.setAccessibleName(self.tr("Keys"))
        page.setHtml(key_map_html(keys.table))
        keys.keys_changed.connect(lambda: page.setHtml(key_map_html(keys.table)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(page, 1)
        layout.addWidget(buttons)


def key_map_html(table: KeyTable) -> str:
    """The key map as a page: a heading for each menu and place, a row for each action that has keys."""
    groups = groupby(sorted(KEY_MAP, key=_order), key=heading)
    return "".join(_section(title, {spec: heard(spec, table) for spec in specs}) for title, specs in groups)


def heard(spec: ActionSpec, table: KeyTable) -> tuple[str, ...]:
    """The keys of anything in the key map; those that the form and the page hear themselves are fixed."""
    return table.keys(spec.id) if spec.id in SPECS else spec.keys


def heading(spec: ActionSpec) -> str:
    """The menu or the place where something belongs."""
    return _tr(_PLACES[spec.place]) if spec.place in _PLACES else plain(spec.group.value)


def plain(text: str) -> str:
    """An action's words without the mark of its mnemonic."""
    return _tr(text).replace("&", "")


def _order(spec: ActionSpec) -> tuple[int, int]:
    return list(Place).index(spec.place), list(Group).index(spec.group)


def _section(title: str, keyed: Mapping[ActionSpec, tuple[str, ...]]) -> str:
    rows = "".join(
        f"<tr><td width='{_KEYS}' style='padding: 2px 24px 2px 0'>"
        f"<b>{'</b> &nbsp; <b>'.join(map(escape, keys))}</b></td>"
        f"<td style='padding: 2px 0'>{plain(spec.text)}</td></tr>"
        for spec, keys in keyed.items()
        if keys
    )
    return f"<h3 style='color: {tokens().accent}; margin-bottom: 4px'>{title}</h3><table>{rows}</table>" if rows else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
