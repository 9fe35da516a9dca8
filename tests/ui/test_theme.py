"""The look: readable in every theme, following the system unless told otherwise."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.paths import resources
from imr_desk.ui.look import theme, tokens
from imr_desk.ui.look.extent import give_room
from imr_desk.ui.look.theme import POINT_SIZE
from imr_desk.ui.look.tokens import THEMES, Tokens

WRITTEN = ("text", "muted", "accent", "confirmed", "look", "error", "machine")
TINTS = ("accent_tint", "confirmed_tint", "look_tint", "error_tint")
RULE = re.compile(r"([^{}]+)\{[^{}]*background(?:-color)?: \$(\w+)")
FILL = re.compile(r"Progress|::handle|::indicator|::separator")
"""What has no words on it."""
GROUNDS = ("panel", "field", "ground", "hover", "page_ground", "accent_tint")
ON_TINT = [(tint.removesuffix("_tint"), tint) for tint in TINTS] + [("text", tint) for tint in TINTS]
ON_TINT += [("on_accent", "accent"), ("on_accent", "accent_near")]


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0..1 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1..21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_is_readable_on_every_ground(shown: Tokens, name: str, ground: str) -> None:
    assert contrast(getattr(shown, name), getattr(shown, ground)) >= 4.5


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
@pytest.mark.parametrize(("name", "tint"), ON_TINT)
def test_every_text_colour_is_readable_on_its_tint(shown: Tokens, name: str, tint: str) -> None:
    assert contrast(getattr(shown, name), getattr(shown, tint)) >= 4.5


def test_the_style_sheet_puts_words_only_on_grounds_that_are_computed_here() -> None:
    grounds = {ground: selectors.strip() for selectors, ground in RULE.findall(source()) if not FILL.search(selectors)}
    computed = {*GROUNDS, *(tint for _, tint in ON_TINT)}
    assert {ground: selectors for ground, selectors in grounds.items() if ground not in computed} == {}


def source() -> str:
    """The style sheet with the names of its colours."""
    return (resources() / "style" / "desk.qss").read_text("utf-8")


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
@pytest.mark.parametrize("ground", ["panel", "ground"])
def test_what_is_switched_off_is_told_from_the_rest_and_still_read(shown: Tokens, ground: str) -> None:
    assert 3 <= contrast(shown.off, getattr(shown, ground)) <= contrast(shown.muted, getattr(shown, ground)) - 1


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
def test_the_style_sheet_names_only_colours_that_there_are(shown: Tokens) -> None:
    assert "$" not in theme.style_sheet(shown)


@pytest.mark.parametrize("choice", ["light", "dark", "high_contrast"])
def test_a_chosen_theme_is_shown_whatever_the_system_says(qtbot: QtBot, qapp: QApplication, choice: str) -> None:
    shown = theme.Theme(qapp, theme.ThemeChoice(choice))
    assert theme.tokens().name == choice
    assert theme.colour("text").name().upper() == theme.tokens().text
    shown.choose(theme.ThemeChoice.LIGHT)
    assert theme.tokens() is tokens.LIGHT


def test_the_system_s_choice_is_followed() -> None:
    assert theme.wanted(theme.ThemeChoice.SYSTEM, Qt.ColorScheme.Dark) is tokens.DARK
    assert theme.wanted(theme.ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown) is tokens.LIGHT


def test_a_window_of_its_own_is_never_higher_than_the_screen_with_its_title(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    font = window.font()
    font.setPointSizeF(2 * POINT_SIZE)
    window.setFont(font)
    give_room(window, 100, 100)
    assert window.size() == QSize(200, 200)
    give_room(window, 10_000, 10_000)
    room = window.screen().availableSize()
    assert window.height() <= room.height() - 40
    assert window.width() <= room.width()
