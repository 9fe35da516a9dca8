"""The context menu of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.naming import field_name
from imr_desk.letter.highlight import Label
from imr_desk.ui.page.marker import Marker
from imr_desk.ui.page.selection import TextSelection


def page_menu(parent: QWidget, selection: TextSelection, marker: Marker, focus: Focus) -> QMenu:
    """What can be done with the selected words and with the highlight at the caret."""
    menu = QMenu(parent)
    selected = selection.span is not None
    menu.addAction(_tr("Copy"), marker.copy).setEnabled(selected)
    named = _tr("Fill {field}").format(field=field_name(focus.path)) if focus.path else _tr("Fill the field in focus")
    menu.addAction(named, marker.fill).setEnabled(selected and focus.path is not None)
    _add_fields(menu, marker.fields_at_caret, focus)
    menu.addSeparator()
    labels = menu.addMenu(_tr("Highlight as"))
    labels.setEnabled(selected)
    for label in marker.labels.labels:
        _add_label(labels, label, marker)
    menu.addAction(_tr("Memo..."), marker.ask_memo).setEnabled(marker.highlight_at_caret is not None)
    menu.addAction(_tr("Remove highlight"), marker.remove_highlight).setEnabled(marker.highlight_at_caret is not None)
    return menu


def _add_fields(menu: QMenu, paths: Sequence[str], focus: Focus) -> None:
    """The fields that used the word at the caret: one of them is gone to at once, several are a menu of their own."""
    if len(paths) == 1:
        menu.addAction(_tr("Go to {field}").format(field=field_name(paths[0])), partial(focus.set, paths[0]))
        return
    fields = menu.addMenu(_tr("Go to the field"))
    fields.setEnabled(bool(paths))
    for path in paths:
        fields.addAction(field_name(path), partial(focus.set, path))


def _add_label(menu: QMenu, label: Label, marker: Marker) -> None:
    swatch = QPixmap(12, 12)
    swatch.fill(QColor(label.colour))
    name = label.name.replace("&", "&&")
    key = f"\tH {label.key}" if label.key else ""
    menu.addAction(QIcon(swatch), name + key, lambda: marker.highlight(label.id))


def _tr(text: str) -> str:
    return QCoreApplication.translate("page", text)
