"""The table of actions come alive: one `QAction` for each, in menus, with keys, on or off as things stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from imr_desk.letter.review import CLOSED, DONE, LetterState
from imr_desk.ui.actions import ACTIONS, PARTS, ActionSpec, Group, When
from imr_desk.ui.keyboard.keys import Keys


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand: the state of the letter in front (None without one), what can be taken back, and whether
    there is a view to leave or to go back to."""

    state: LetterState | None = None
    can_undo: bool = False
    can_redo: bool = False
    away: bool = False
    chosen: bool = False
    """Whether letters are chosen in the list, and what is done is done to them."""

    def allows(self, when: When) -> bool:
        """Whether an action that needs this makes sense now."""
        return {
            When.ALWAYS: True,
            When.LETTER: self.state is not None,
            When.CHANGEABLE: self.state is not None and self.state not in DONE,
            When.CLOSED: self.state in CLOSED,
            When.CHOSEN: self.chosen,
            When.MOVABLE: self.chosen or (self.state is not None and self.state not in DONE),
            When.CLOSED_ONES: self.chosen or self.state in CLOSED,
            When.SOME: self.chosen or self.state is not None,
            When.CAN_UNDO: self.can_undo,
            When.CAN_REDO: self.can_redo,
            When.AWAY: self.away,
        }[when]


class ActionSet(QObject):
    """All actions of a window."""

    def __init__(self, window: QWidget, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._actions = {spec.id: self._made(spec) for spec in ACTIONS}
        window.addActions(self.all)
        keys.keys_changed.connect(self._take_keys)
        self._take_keys()

    @property
    def all(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return list(self._actions.values())

    def of(self, id: str) -> QAction:
        """The action of that id; KeyError where the table has none."""
        return self._actions[id]

    def bind(self, deeds: dict[str, Callable[[], object]]) -> None:
        """What each action does."""
        for id, deed in deeds.items():
            self._actions[id].triggered.connect(lambda _=False, deed=deed: deed())

    def refresh(self, situation: Situation) -> None:
        """Switch every action on or off."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(situation.allows(spec.when))

    def fill(self, bar: QMenuBar) -> dict[Group, QMenu]:
        """The menus of the table, in a menu bar."""
        menus = {group: bar.addMenu(_tr(group.value)) for group in Group}
        for spec in ACTIONS:
            if spec in PARTS:
                continue
            if spec.rule:
                menus[spec.group].addSeparator()
            menus[spec.group].addAction(self._actions[spec.id])
        return menus

    def pop_up(self, ids: Iterable[str], at: QPoint) -> None:
        """A menu of these actions at a place of the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.of(id) for id in ids])
        menu.popup(at)

    def _take_keys(self) -> None:
        for id, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in self._keys.table.keys(id)])

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(_tr(spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(not spec.once)
        return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
