"""The look of the whole desk: one palette, one font and one style sheet, filled from the theme's tokens."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from imr_desk.paths import resources
from imr_desk.ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Tokens

POINT_SIZE = 10.0
_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "line",
}
_WRITING = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class ThemeChoice(StrEnum):
    """Which theme a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


def tokens() -> Tokens:
    """The colours in force now; a widget that keeps some asks again at `QEvent.Type.PaletteChange`."""
    return _tokens_on(QGuiApplication.palette().color(QPalette.ColorRole.Window).rgba())


@lru_cache
def _tokens_on(ground: int) -> Tokens:
    """The theme with this ground; of a ground that is none of ours, the one nearest to it."""
    shown = next((theme for theme in THEMES if QColor(theme.ground).rgba() == ground), None)
    return shown or (DARK if QColor(ground).lightness() < 128 else LIGHT)


def colour(name: str) -> QColor:
    """A token in force now, by its name, to paint with."""
    return QColor(getattr(tokens(), name))


def icon(name: str) -> QIcon:
    """One of the desk's icons in the colour of the theme in force now."""
    return QIcon(str(resources() / "icons" / tokens().name / f"{name}.svg"))


class Theme(QObject):
    """Keeps the application in the theme that the system or the person chose."""

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self.choice = choice
        self.scale = scale
        if not application.styleSheet():
            application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._colour()

    def dress(self) -> None:
        """Put the style sheet on: after the widgets are put together, which takes several times as long under one."""
        sheet = style_sheet(self._shown, self._points)
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)

    def choose(self, choice: ThemeChoice) -> None:
        """Show this theme from now on."""
        self.choice = choice
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Show all text at this multiple of its plain size."""
        self.scale = scale
        self._apply()

    def _follow(self) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self._apply()

    @property
    def _shown(self) -> Tokens:
        return wanted(self.choice, self._application.styleHints().colorScheme())

    @property
    def _points(self) -> float:
        return POINT_SIZE * self.scale

    def _apply(self) -> None:
        self._colour()
        self.dress()

    def _colour(self) -> None:
        self._application.setFont(ui_font(self._points))
        self._application.setPalette(palette(self._shown))


def wanted(choice: ThemeChoice, system: Qt.ColorScheme) -> Tokens:
    """The colours that a choice means while the system prefers this scheme."""
    match choice:
        case ThemeChoice.LIGHT:
            return LIGHT
        case ThemeChoice.DARK:
            return DARK
        case ThemeChoice.HIGH_CONTRAST:
            return HIGH_CONTRAST
        case ThemeChoice.SYSTEM:
            return DARK if system is Qt.ColorScheme.Dark else LIGHT


def palette(shown: Tokens) -> QPalette:
    """Every colour role of Qt from the tokens; what is switched off is written in a paler hand."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(shown, name)))
    for role in _WRITING:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(shown.off))
    return made


def style_sheet(shown: Tokens, points: float = POINT_SIZE) -> str:
    """The one style sheet, with the tokens' colours in the places that name them (`$accent`), text of `points`."""
    sheet = (resources() / "style" / "desk.qss").read_text(encoding="utf-8")
    icons = resources() / "icons" / shown.name
    sizes = {"small": points * 0.9, "heading": points * 1.1, "title": points * 1.5, "icon": round(points * 1.4)}
    return Template(sheet).substitute(asdict(shown), icons=icons.as_posix(), **sizes)


def ui_font(points: float) -> QFont:
    """The system's own UI font with figures of one width, so that numbers stand in columns."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
