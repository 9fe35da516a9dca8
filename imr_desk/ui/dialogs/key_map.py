"""The key map, printed from the table of actions."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from imr_desk.ui.actions import KEY_MAP, ActionSpec, Group, Place
from imr_desk.ui.theme import tokens

_PLACES = {Place.FORM: "In the form", Place.PAGE: "On the page"}


class KeyMapWindow(QDialog):
    """All keys, by menu and place; it may stay open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setModal(False)
        self.resize(720, 640)
        page = QTextBrowser()
        page.setAccessibleName(self.tr("Keys"))
        page.setHtml(key_map_html())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(page, 1)
        layout.addWidget(buttons)


def key_map_html() -> str:
    """The key map as a page: a heading for each menu and place, a row for each action that has keys."""
    keyed = sorted((spec for spec in KEY_MAP if spec.keys), key=_order)
    groups = groupby(keyed, key=_heading)
    return "".join(_section(heading, tuple(specs)) for heading, specs in groups)


def plain(text: str) -> str:
    """An action's words without the mark of its mnemonic."""
    return _tr(text).replace("&", "")


def _order(spec: ActionSpec) -> tuple[int, int]:
    return list(Place).index(spec.place), list(Group).index(spec.group)


def _heading(spec: ActionSpec) -> str:
    return _tr(_PLACES[spec.place]) if spec.place in _PLACES else plain(spec.group.value)


def _section(heading: str, specs: tuple[ActionSpec, ...]) -> str:
    rows = "".join(
        f"<tr><td style='padding: 2px 24px 2px 0'><b>{'</b> &nbsp; <b>'.join(spec.keys)}</b></td>"
        f"<td style='padding: 2px 0'>{plain(spec.text)}</td></tr>"
        for spec in specs
    )
    return f"<h3 style='color: {tokens().accent}; margin-bottom: 4px'>{heading}</h3><table>{rows}</table>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
