"""Where a person changes the keys: find an action, press a key for it, take one away, or have them as they were."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from imr_desk.ui.actions import KEY_MAP
from imr_desk.ui.keyboard.chips import Chips
from imr_desk.ui.keyboard.key_list import KeyList
from imr_desk.ui.keyboard.key_table import SPECS, KeyTable, Refused, said
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.keyboard.recorder import KeyRecorder
from imr_desk.ui.look.extent import give_room
from imr_desk.ui.plain_label import plain_label
from imr_desk.ui.words_line import WordsLine


class KeyEditor(QDialog):
    """Every change is in force at once; a key that means something already is refused, and one can go there."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the keys"))
        give_room(self, 880, 640)
        self._keys = keys
        self._owner = ""
        self.words = WordsLine()
        self.words.setPlaceholderText(self.tr("Find an action or a key"))
        self.words.setAccessibleName(self.tr("Find an action or a key"))
        self.list = KeyList()
        self.name = plain_label("heading")
        self.chips = Chips()
        self.recorder = KeyRecorder()
        self.remark = _remark()
        self.go_there = QPushButton(self.tr("&Go there"))
        self.reset = QPushButton(self.tr("As it &was"))
        self.reset_all = QPushButton(self.tr("&All as they were"))
        for button in (self.go_there, self.reset, self.reset_all):
            button.setAutoDefault(False)
        self._arrange()
        self._connect()
        self._show()
        self.list.narrow("")

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.chips)
        above.addWidget(self.recorder, 1)
        above.addWidget(self.reset)
        said = QHBoxLayout()
        said.addWidget(self.remark, 1)
        said.addWidget(self.go_there)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self.name)
        column.addLayout(above)
        column.addLayout(said)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.list.narrow)
        self.words.returnPressed.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.recorder.setFocus)
        self.recorder.recorded.connect(self._record)
        self.recorder.left.connect(self.list.setFocus)
        self.chips.take_away_requested.connect(self._take_away)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.go_there.clicked.connect(self._go_there)
        self._keys.keys_changed.connect(self._show)

    def _choose(self, _: str) -> None:
        self._say("")
        self._show_chosen()

    def _record(self, key: str) -> None:
        id = self.list.current
        if self._try(self._keys.table.with_key(id, key)):
            self._say(self.tr("{key} is a key of “{action}” now.").format(key=key, action=said(SPECS[id])))

    def _take_away(self, key: str) -> None:
        id = self.list.current
        self._keys.put(self._keys.table.without_key(id, key))
        self._say(self.tr("{key} is no longer a key of “{action}”.").format(key=key, action=said(SPECS[id])))
        self.recorder.setFocus()

    def _reset(self) -> None:
        id = self.list.current
        if self._try(self._keys.table.reset(id)):
            self._say(self.tr("“{action}” has its own keys again.").format(action=said(SPECS[id])))
            self.recorder.setFocus()

    def _reset_all(self) -> None:
        self._keys.put(KeyTable())
        self._say(self.tr("All actions have their own keys again."))

    def _go_there(self) -> None:
        owner = self._owner
        self.words.clear()
        self.list.go_to(owner)
        self.list.setFocus()

    def _try(self, outcome: KeyTable | Refused) -> bool:
        """Put a table into force; where it was refused, say why."""
        if isinstance(outcome, Refused):
            self._say(outcome.sentence, outcome.owner)
            return False
        self._keys.put(outcome)
        return True

    def _say(self, sentence: str, owner: str = "") -> None:
        self._owner = owner
        self.remark.setText(sentence)
        self.remark.setProperty("role", "look" if owner or not sentence else "label")
        self.remark.style().polish(self.remark)
        self.go_there.setVisible(bool(owner))

    def _show(self) -> None:
        self.list.show_keys(self._keys.table)
        self.reset_all.setEnabled(bool(self._keys.table.changed))
        self._show_chosen()

    def _show_chosen(self) -> None:
        id = self.list.current
        own = id in SPECS
        self.name.setText(next((said(spec) for spec in KEY_MAP if spec.id == id), ""))
        self.chips.show_keys(self._keys.table.keys(id) if own else ())
        for here, there in pairwise((self.list, *self.chips.buttons, self.recorder)):
            QWidget.setTabOrder(here, there)
        self.recorder.setEnabled(own)
        self.reset.setEnabled(id in self._keys.table.changed)
        if id and not own:
            self._say(self.tr("The form and the page hear this key themselves; it is fixed."))


def _remark() -> QLabel:
    remark = plain_label(wraps=True)
    remark.setMinimumHeight(remark.fontMetrics().height() * 2)
    return remark
