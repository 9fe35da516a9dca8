"""Hands at the form: confirm a field, type into it, choose, work through what needs a look."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from imr_desk.app.demo.hands import wait_for
from imr_desk.app.demo.way_in_form import WayInForm
from imr_desk.letter.entry import Absent
from imr_desk.letter.finding import Finding
from imr_desk.ui.form.findings.reason_line import ReasonEdit

REASON = "As printed, checked against the page"


class AtForm(WayInForm):
    """What a clerk does to fields."""

    def confirm(self) -> str:
        """Press Enter on the field in focus; the field that it was."""
        path = self._focus.path or ""
        self._hands.press("Return")
        wait_for(f"{path} to be confirmed", lambda: not path or self.entry(path).by_person)
        return path

    def mark_absent(self, path: str, key: str = "N") -> None:
        """Say why there is no value: not in the letter (N), illegible (L) or said to be unknown (U)."""
        self.be_at(path)
        self._hands.press("Alt+0", key)
        wait_for(f"{path} to be absent", lambda: isinstance(self.entry(path).outcome, Absent))

    def type_value(self, path: str, words: str) -> None:
        """Type into a field and confirm."""
        self.try_typing(path, words)
        wait_for(f"{path} to hold what was typed", lambda: self.entry(path).by_person)

    def try_typing(self, path: str, words: str) -> str:
        """Type into a field and press Enter; what the field says to it, if anything."""
        self.go_to(path)
        self._hands.retype(words)
        self._hands.press("Return")
        return self.eyes.remark(path)

    def type_over(self, path: str, words: str) -> None:
        """Type into a field and leave it for the next."""
        self.be_at(path)
        self._hands.press("F2")
        self._hands.type(words)
        self._hands.press("Tab")
        wait_for(f"{path} to hold what was typed", lambda: self.entry(path).by_person)

    def choose(self, path: str, place: int) -> None:
        """Choose the value at a place, from 1, of the field's list."""
        self.be_at(path)
        self._hands.press(f"Alt+{place}")
        wait_for(f"{path} to hold what was chosen", lambda: self.entry(path).by_person)

    def pick(self, path: str, words: str) -> None:
        """Choose a value of a long list by typing what it is called."""
        self.be_at(path)
        self._hands.type(words)
        self._hands.press("Return")
        wait_for(f"{path} to hold what was picked", lambda: self.entry(path).by_person)

    def take_parsers(self, path: str) -> None:
        """Put the parser's value back."""
        self.go_to(path)
        self._hands.press("Alt+M")
        wait_for(f"{path} to be the parser's", lambda: not self.entry(path).by_person)

    def turn_wheel(self, notches: int) -> None:
        """Scroll the form; upwards where positive."""
        self._hands.wheel(self._form.fields.viewport(), notches)

    def work_through(self) -> None:
        """Confirm whatever needs a look, and let open errors stand as they are printed."""
        self._hands.press("F7")
        while doubtful := self._session.record.to_look_at:
            if self._focus.path not in doubtful:
                self._hands.press("F7")
            self.confirm()
        while errors := self.eyes.errors:
            self._open_reason(errors[0])
            self._hands.type(REASON)
            self._hands.press("Return")
            self._see_acknowledged(errors[0])

    def acknowledge_as_printed(self, error: Finding) -> None:
        """Let an error stand for the first of the usual reasons."""
        self._open_reason(error)
        self._hands.press("Alt+1")
        self._see_acknowledged(error)

    def _open_reason(self, error: Finding) -> None:
        self.be_at(error.fields[0])
        self._hands.press("Alt+A")
        wait_for("the line for a reason", lambda: isinstance(QApplication.focusWidget(), ReasonEdit))

    def _see_acknowledged(self, error: Finding) -> None:
        wait_for(f"{error.rule} to be acknowledged", lambda: error not in self._session.open_findings)
