"""The window of the desk: its parts arranged, and how it comes back and is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.ui.actions import Group
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.parts import Parts
from imr_desk.ui.window.held_keys import HeldKeys
from imr_desk.ui.window.importing import dropped_paths
from imr_desk.ui.window.in_step import InStep
from imr_desk.ui.window.leaving import Leave
from imr_desk.ui.window.theme_menu import ThemeMenu
from imr_desk.ui.window.window_deeds import deeds
from imr_desk.ui.window.window_memory import WindowMemory
from imr_desk.ui.window.wiring import wire

_PANELS, _TOOLS, _DIMMED = "panels", "tools", "dim_repeated"
"""Under these names it is remembered how wide the panels are, and whether the tools show and repeated text is dim."""


class MainWindow(InStep):
    """One store, one letter at a time."""

    closed = Signal()

    def __init__(self, parts: Parts, asking: Asking | None = None) -> None:
        super().__init__(parts, asking)
        self._arrange()
        wire(self)
        HeldKeys(self, lambda: (*self.actions_.all, *self.work.form.actions()))
        self._memory = WindowMemory(parts.remembered, self, self.work.shaped)
        self._recall_shape()
        self.figures.look_up()
        self._show_desk()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only with everything on disk, waiting for it, or with the person's word that it may be lost."""
        if self.leaving.ask(self.close) is not Leave.NOW:
            event.ignore()
            return
        self.keep_shape()
        event.accept()
        self.closed.emit()

    def keep_shape(self) -> None:
        """Write down how everything stands, for the next window."""
        self.parts.remembered.keep(_PANELS, self.work.widths.words)
        self.parts.remembered.keep(_TOOLS, "no" if self.tools.isHidden() else "yes")
        self.parts.remembered.keep(_DIMMED, "yes" if self.work.dimming.on else "no")
        self._memory.keep(self.parts.theme)

    def _recall_shape(self) -> None:
        self._memory.recall()
        self.work.widths.recall(self.parts.remembered.get(_PANELS))
        tools, dimmed = (self.parts.remembered.get(name) == "yes" for name in (_TOOLS, _DIMMED))
        self.actions_.of("show_tools").setChecked(tools)
        self.tools.setVisible(tools)
        self.actions_.of("dim_repeated").setChecked(dimmed)
        self.work.dimming.set_on(dimmed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, where the desktop leaves that to the space bar too."""
        button = self.focusWidget()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and isinstance(button, QAbstractButton) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            _take_copies(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        _take_copies(event)
        self.importing.take(dropped_paths(event.mimeData()))

    def _arrange(self) -> None:
        self.setAcceptDrops(True)
        menus = self.actions_.fill(self.menuBar())
        self.actions_.bind(deeds(self, ThemeMenu(self.parts.theme, menus[Group.VIEW])))
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        framed = QVBoxLayout()
        framed.setContentsMargins(8, 0, 8, 8)
        framed.addWidget(self.stage, 1)
        column.addWidget(self.tools)
        column.addWidget(self.top_bar)
        column.addLayout(framed, 1)
        column.addWidget(self.import_strip)
        column.addWidget(self.bulk_strip)
        self.messages.lie_above(self.import_strip, self.bulk_strip)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status_line)


def _take_copies(event: QDropEvent) -> None:
    """Whatever is proposed: whoever moves files would take them away from where they are."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
