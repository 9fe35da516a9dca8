"""The choice of theme and text size, in the View menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from imr_desk.ui.dialogs.palette import FULL_NAME
from imr_desk.ui.look.theme import Theme, ThemeChoice

_STEP = 0.125
_SCALES = (0.75, 2.0)


class ThemeMenu(QObject):
    """One entry a theme, the one in force ticked."""

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__(menu)
        self._theme = theme
        self.entries: list[QAction] = []
        names = {
            ThemeChoice.SYSTEM: self.tr("As the &system"),
            ThemeChoice.LIGHT: self.tr("&Light"),
            ThemeChoice.DARK: self.tr("&Dark"),
            ThemeChoice.HIGH_CONTRAST: self.tr("&High contrast"),
        }
        themes = menu.addMenu(self.tr("T&heme"))
        group = QActionGroup(self)
        for choice, name in names.items():
            self.entries.append(group.addAction(self._entry(themes, choice, name)))

    def scale_text(self, steps: int) -> None:
        """Larger or smaller text, within reason."""
        wanted = self._theme.scale + steps * _STEP
        self._theme.set_scale(min(max(wanted, _SCALES[0]), _SCALES[1]))

    def _entry(self, menu: QMenu, choice: ThemeChoice, name: str) -> QAction:
        action = menu.addAction(name)
        action.setObjectName(f"theme_{choice.value}")
        action.setProperty(FULL_NAME, self.tr("Theme: {name}").format(name=name.replace("&", "").lower()))
        action.setCheckable(True)
        action.setChecked(choice is self._theme.choice)
        action.triggered.connect(lambda: self._theme.choose(choice))
        return action
