"""Where a person writes why a check may stand, or takes one of the usual reasons by one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from imr_desk.ui.dialogs.usual_reasons import for_acknowledging
from imr_desk.ui.flow_layout import FlowLayout

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ReasonEdit(QLineEdit):
    """Takes a reason; Enter, Esc, and Alt with a digit are its own while it is being written."""

    given_up = Signal()
    usual_chosen = Signal(int)
    """The usual reason at this place, from 0, is meant."""

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _usual_place(event)
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif place is not None:
            self.usual_chosen.emit(place)
        else:
            super().keyPressEvent(event)
            event.accept()


class ReasonLine(QWidget):
    """A line to write in, and below it the usual reasons."""

    reason_given = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = ReasonEdit()
        self._edit.setPlaceholderText(self.tr("Why may it stand?"))
        self._edit.setProperty(
            "hint",
            self.tr(
                "Enter: acknowledge for this reason \N{MIDDLE DOT} Alt+1, Alt+2: a usual one \N{MIDDLE DOT} Esc: back"
            ),
        )
        self._edit.returnPressed.connect(lambda: self._give(self._edit.text()))
        self._edit.usual_chosen.connect(lambda place: self._give(for_acknowledging()[place]))
        self._edit.given_up.connect(self.given_up)
        self.setFocusProxy(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._edit)
        column.addLayout(self._usual())

    def clear(self) -> None:
        """Forget what was being written."""
        self._edit.clear()

    def _usual(self) -> FlowLayout:
        """Beside each other, or one below the other where the form is narrow."""
        flow = FlowLayout(spacing=8)
        for number, reason in enumerate(for_acknowledging(), start=1):
            words = self.tr("{reason}   Alt+{number}").format(reason=reason, number=number)
            button = QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._give, reason))
            flow.addWidget(button)
        return flow

    def _give(self, reason: str) -> None:
        if reason.strip():
            self.reason_given.emit(reason.strip())


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _OWN_KEYS or _usual_place(event) is not None


def _usual_place(event: QKeyEvent) -> int | None:
    """The place of the usual reason, from 0, that Alt and a digit mean."""
    place = event.key() - Qt.Key.Key_1
    held = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return place if held and 0 <= place < len(for_acknowledging()) else None
