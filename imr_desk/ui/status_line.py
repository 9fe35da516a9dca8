"""The line below the work: what Enter will do, what was done last, and how a selection snaps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from imr_desk.desk.focus import Focus
from imr_desk.desk.naming import field_name
from imr_desk.desk.session import Session

_MOMENT = 4000
"""Milliseconds that a passing remark stands."""


class StatusLine(QStatusBar):
    """Follows session and focus."""

    def __init__(self, session: Session, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self.enter = QLabel()
        self.last = QLabel()
        self.snap = QLabel()
        for label in (self.enter, self.last, self.snap):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.enter.setContentsMargins(8, 0, 0, 0)
        self.snap.setContentsMargins(8, 0, 12, 0)
        self.setSizeGripEnabled(False)
        self.addWidget(self.enter, 1)
        self.addPermanentWidget(self.last)
        self.addPermanentWidget(self.snap)
        focus.focus_changed.connect(self._say)
        for changed in (session.letter_shown, session.field_changed, session.findings_changed, session.review_changed):
            changed.connect(self._say)
        session.undo_group.undoTextChanged.connect(self._show_last)
        self._say()

    def show_snap(self, unit: str) -> None:
        """Selections round to this unit now."""
        self.snap.setText(self.tr("Snap: {unit}").format(unit=unit))
        self._say()

    def say_no_check(self) -> None:
        """There is no check to go to; said for a moment."""
        self.showMessage(self.tr("No check is open"), _MOMENT)

    def show_verified(self, name: str) -> None:
        """The letter of that name has just been verified and left."""
        self.last.setText(self.tr("{letter} verified; Shift+PgUp goes back").format(letter=name))

    def _show_last(self, step: str) -> None:
        self.last.setText(self.tr("Ctrl+Z: undo {step}").format(step=step) if step else "")

    def _say(self) -> None:
        path = self._focus.path
        said = enter_words(path, self._session.next_attention(path)) if self._session.letter else ""
        self.enter.setText(said)
        for label in (self.last, self.snap):
            label.setVisible(self._session.letter is not None)


def enter_words(path: str | None, next_path: str | None) -> str:
    """What Enter will do with this field in focus and that one next to look at."""
    if path is None:
        return _tr("Enter: go to {next}").format(next=field_name(next_path)) if next_path else _tr("F12: verify")
    if next_path is None or next_path == path:
        return _tr("Enter: confirm {field}; nothing else to look at, then F12 verifies").format(field=field_name(path))
    return _tr("Enter: confirm {field}, then {next}").format(field=field_name(path), next=field_name(next_path))


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatusLine", text)
