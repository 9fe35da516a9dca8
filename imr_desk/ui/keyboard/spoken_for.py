"""Keys that no action of the window can have: the form, text boxes, lists, menus or the desktop hear them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from imr_desk.ui.actions import Group
from imr_desk.ui.form.verbs import VERBS

_MOVES = ("Left", "Right", "Up", "Down", "Home", "End")
_SELECTING = tuple(f"{held}{move}" for held in ("", "Shift+", "Ctrl+", "Ctrl+Shift+") for move in _MOVES)
_BY_DEED: dict[str, tuple[str, ...]] = {
    "moves the caret in a text box or on the page": _SELECTING,
    "copies words": ("Ctrl+C", "Ctrl+Ins"),
    "pastes words": ("Ctrl+V", "Shift+Ins"),
    "cuts words out": ("Ctrl+X", "Shift+Del"),
    "selects everything in a text box or on the page": ("Ctrl+A",),
    "takes back or does again in a text box": ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"),
    "deletes in a text box": ("Backspace", "Del", "Shift+Backspace", "Ctrl+Backspace", "Ctrl+Del"),
    "goes to the next or previous field": ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab"),
    "scrolls": ("PgUp", "PgDown"),
    "opens a list of values": ("Alt+Down",),
    "opens a menu": ("F10", "Shift+F10", "Menu"),
    "belongs to the desktop": ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Ctrl+Alt+Del"),
}
_DEEDS = {key: deed for deed, keys in _BY_DEED.items() for key in keys}
_HOLDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def normal(key: str) -> str:
    """A key combination as Qt spells it; empty where it is not exactly one."""
    spelled = QKeySequence(key)
    return spelled.toString() if spelled.count() == 1 and _combination(spelled).key() != Qt.Key.Key_unknown else ""


def spoken_for(key: str) -> str | None:
    """A sentence that says who else hears a key, spelled as Qt does; None where it is free for any action."""
    if _writes(_combination(QKeySequence(key))):
        return _tr("{key} types into text boxes, so it cannot stand for an action. Hold Ctrl or Alt with it.").format(
            key=key
        )
    deed = _DEEDS.get(key) or _verb(key) or _mnemonic(key)
    if deed is None and "Meta+" in key:
        deed = _tr("belongs to the desktop")
    return None if deed is None else _tr("{key} {deed}; it cannot be given away.").format(key=key, deed=deed)


def _writes(combination: QKeyCombination) -> bool:
    """Whether the key has a character: those without one have codes from that of Esc on."""
    written = Qt.Key.Key_Space <= combination.key() < Qt.Key.Key_Escape
    return written and not combination.keyboardModifiers() & _HOLDING


def _verb(key: str) -> str | None:
    """What the form does with a key."""
    verb = next((verb for verb in VERBS if key in verb.keys), None)
    if verb is None:
        return None
    return _tr("stands in the form for “{verb}”").format(verb=QCoreApplication.translate("Verb", verb.text))


def _mnemonic(key: str) -> str | None:
    """Which menu a key opens, by the marked letter of its name."""
    menu = next((group for group in Group if key == f"Alt+{group.value.partition('&')[2][:1].upper()}"), None)
    if menu is None:
        return None
    return _tr("opens the menu {menu}").format(menu=QCoreApplication.translate("actions", menu.value).replace("&", ""))


def _combination(spelled: QKeySequence) -> QKeyCombination:
    return spelled[0]  # type: ignore[index, no-any-return]  # Qt's stubs leave it out


def _tr(text: str) -> str:
    return QCoreApplication.translate("keys", text)
