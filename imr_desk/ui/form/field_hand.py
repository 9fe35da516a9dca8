"""What the keys do to the field in focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from imr_desk.letter.review import CLOSED
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.editors.text import TextEditor
from imr_desk.ui.form.field.absence_menu import AbsenceMenu
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.findings.findings_strip import WHOLE_LETTER, place_of_open
from imr_desk.ui.form.list_hand import ListHand
from imr_desk.ui.form.sections import Sections


class FieldHand:
    """Does to the field in focus what its verbs say; without one, nothing but going on to the next."""

    def __init__(self, bench: Bench, sections: Sections) -> None:
        self._bench = bench
        self._sections = sections
        self.lists = ListHand(bench)

    def confirm(self) -> None:
        """Stand behind the field, and go on: to the next that needs attention, and from the last to the next letter."""
        self._confirm_and_go(backwards=False)

    def confirm_back(self) -> None:
        """Stand behind the field, and go to the one before that needs attention."""
        self._confirm_and_go(backwards=True)

    def confirm_part(self) -> None:
        """Stand behind all of the section or item that the keyboard is in, or at the head of."""
        place = self._sections.items.headed or self._bench.focus.path
        if place is not None:
            self._sections.confirm_part(place)

    def edit(self) -> None:
        """Go into the editor, all its words selected."""
        row = self._row()
        if row is not None:
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(row.editor, LineEditor | TextEditor):
                row.editor.selectAll()

    def restore(self) -> None:
        """Forget what was being typed."""
        row = self._row()
        if row is not None:
            row.restore()

    def restore_parsers(self) -> None:
        """Put the parser's value back."""
        row = self._row()
        if row is not None:
            self._bench.session.restore_parsers(row.path)
            row.restore()

    def ask_absence(self) -> None:
        """Ask why there is no value, and say so."""
        row = self._row()
        if row is not None:
            AbsenceMenu(row.mark_absent, row.editor).ask_below(row.editor)

    def choose(self, place: int) -> None:
        """Take the value at a place, from 0, of the field's list."""
        row = self._row()
        if row is not None:
            row.choose(place)

    def acknowledge(self) -> None:
        """Write why the check on the field may stand, or else one on the whole letter."""
        place = place_of_open(self._bench.session.open_findings, self._bench.focus.path)
        if place == WHOLE_LETTER:
            self._sections.notes.ask_reason()
            return
        self._bench.focus.set(place or self._bench.focus.path)
        row = self._row()
        if row is not None and place is not None:
            row.acknowledge_requested.emit()
        elif row is not None:
            row.remark.suggest(_tr("No check is open on this field."))

    def scroll_pages(self, by: int) -> None:
        """See the letter's pages so many windows further down, and stay in the field."""
        self._bench.wishes.scroll_requested.emit(by)

    def _confirm_and_go(self, backwards: bool) -> None:
        row = self._row()
        settled = row is not None and row.entry.by_person and not row.editor.pending
        if row is not None:
            if not row.offer():
                return
            self._bench.session.confirm(row.path)
        ahead = self._bench.session.next_attention(self._bench.focus.path, backwards)
        if ahead is not None:
            self._bench.focus.set(ahead)
        elif settled and not backwards and self._bench.session.state not in CLOSED:
            self._bench.wishes.verify_requested.emit()

    def _row(self) -> FieldRow | None:
        path = self._bench.focus.path
        return self._bench.rows.at(path) if path else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("FieldHand", text)
