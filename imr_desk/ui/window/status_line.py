"""The line below the work: what Enter will do, what was done last, what is dimmed, and how a selection snaps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QStatusBar, QWidget

from imr_desk.desk.sitting.attention import OpenError, obstacle
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.naming import field_name
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.review import LetterState
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.soon import Soon

_MOMENT = 4000
"""Milliseconds that a passing remark stands."""


class StatusLine(QStatusBar):
    """Follows session and focus; where Enter means something else, what has the keyboard says so (property "hint")."""

    def __init__(self, session: Session, focus: Focus, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._keys = keys
        self._view_hint: str | None = None
        self.enter = QLabel()
        self.last = QLabel()
        self.snap = QLabel()
        self.repeated = QLabel()
        self.counting = QLabel()
        for label in (self.enter, self.last, self.counting, self.repeated, self.snap):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.enter.setContentsMargins(8, 0, 0, 0)
        self.last.setContentsMargins(0, 0, 12, 0)
        self.repeated.setContentsMargins(0, 0, 12, 0)
        self.counting.setContentsMargins(0, 0, 12, 0)
        self.counting.hide()
        self.snap.setContentsMargins(0, 0, 12, 0)
        self.setSizeGripEnabled(False)
        self.addWidget(self.enter, 1)
        self.addPermanentWidget(self.counting)
        self.addPermanentWidget(self.last)
        self.addPermanentWidget(self.repeated)
        self.addPermanentWidget(self.snap)
        focus.focus_changed.connect(self._say)
        keys.keys_changed.connect(self._say)
        session.letter_shown.connect(self._say)
        soon = Soon(self._say, self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(soon.ask)
        for changed in (session.fields_changed, session.findings_changed, session.review_changed):
            changed.connect(soon.ask)
        for changed in (session.letter_shown, session.history_changed):
            changed.connect(self._show_last)
        self._say()

    def show_view(self, hint: str | None) -> None:
        """A view has the letter's place, and this is what its keys do; None where it is the letter."""
        self._view_hint = hint
        self._say()

    def show_snap(self, unit: str) -> None:
        """Selections round to this unit now."""
        self.snap.setText(self.tr("Snap: {unit}").format(unit=unit))
        self._say()

    def show_repeated(self, words: str) -> None:
        """How it stands with the dimming of repeated text; nothing where that is off."""
        self.repeated.setText(words)
        self._say()

    def show_counting(self, left: int, of: int) -> None:
        """So many letters of an older store, of how many, are still to be counted."""
        number = QLocale().toString
        words = self.tr("Counting for the charts: {done} of {of}").format(done=number(of - left), of=number(of))
        self.counting.setText(words)
        self.counting.setVisible(left > 0)

    def say_no_check(self) -> None:
        """There is no check to go to; said for a moment."""
        self.showMessage(self.tr("No check is open"), _MOMENT)

    def say_copied(self, words: str) -> None:
        """These words are in the clipboard; said for a moment."""
        self.showMessage(self.tr("Copied: {words}").format(words=words), _MOMENT)

    def show_reading_again(self, done: int, of: int) -> None:
        """So many letters are read again; said for a moment."""
        self.showMessage(self.tr("Read again: {done} of {of}").format(done=done, of=of), _MOMENT)

    def show_verified(self, name: str) -> None:
        """The letter of that name has just been verified and left."""
        back = self._keys.first("undo")
        said = self.tr("{letter} verified; {key} takes it back") if back else self.tr("{letter} verified")
        self.last.setText(said.format(letter=name, key=back))

    def _show_last(self) -> None:
        """What undo would take back, and in which letter, where that is another one than lies on the desk."""
        step, letter = self._session.history.last, self._session.letter
        key = f"{self._keys.first('undo')}: " if self._keys.first("undo") else ""
        here = step is not None and step.letter_id in (None, letter.id if letter else None)
        words = self.tr("undo {step}") if here else self.tr("undo {step} ({where})")
        self.last.setText(key + words.format(step=step.title, where=step.where) if step else "")

    def _say(self) -> None:
        seen = self._session.letter is not None and self._view_hint is None
        words = self._enter_words() if seen else self._view_hint or ""
        self.enter.setText(_said_by(QApplication.focusWidget()) or words)
        self.snap.setVisible(seen)
        self.repeated.setVisible(seen and bool(self.repeated.text()))

    def _enter_words(self) -> str:
        if self._session.state is LetterState.VERIFIED:
            key = self._keys.first("verify")
            return self.tr("Verified: reopen it to change a value; {key}: next letter").format(key=key)
        session, path = self._session, self._focus.path
        entry = session.record.at(path) if path else None
        stands = obstacle(session.record, session.open_findings)
        return enter_words(
            path,
            session.next_attention(path),
            self._keys.first("verify"),
            confirmed=entry is not None and entry.by_person,
            error=stands.finding.rule if isinstance(stands, OpenError) else "",
        )


def _said_by(widget: QWidget | None) -> str:
    """What a widget says of its own keys."""
    return str(widget.property("hint") or "") if widget is not None else ""


def enter_words(
    path: str | None, next_path: str | None, verify: str, *, confirmed: bool = False, error: str = ""
) -> str:
    """What Enter will do with this field in focus and that one next to look at.

    `verify` is the key that verifies, `error` the rule of an error that keeps the letter from being verified.
    """
    if next_path is not None and next_path != path:
        if path is None or confirmed:
            return _tr("Enter: go to {next}").format(next=field_name(next_path))
        return _tr("Enter: confirm {field}, then {next}").format(field=field_name(path), next=field_name(next_path))
    if path is None:
        return _tr("{key}: verify").format(key=verify) if verify else _tr("ready to verify")
    confirm = "" if confirmed else _tr("Enter: confirm {field}").format(field=field_name(path))
    if error:
        say = _tr("Check {rule} is open: correct a value, or Alt+A acknowledges it").format(rule=error)
        return ". ".join(filter(None, (confirm, say)))
    if confirmed:
        return _tr("Nothing left to look at. Enter: verify, and open the next letter")
    then = _tr("nothing else to look at, then {key} verifies") if verify else _tr("nothing else to look at")
    return f"{confirm}; {then.format(key=verify)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("StatusLine", text)
