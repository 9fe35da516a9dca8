"""Eyes on the form: what a person reads there, without touching anything."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QTextEdit

from imr_desk.app.composition import Desk
from imr_desk.app.demo.hands import wait_for
from imr_desk.letter import path as paths
from imr_desk.letter.field import form_order
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.record import is_under
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.field.field_row import FieldRow
from imr_desk.ui.form.field.mark_button import MarkButton
from imr_desk.ui.form.field.remark import Remark
from imr_desk.ui.form.items.item_row import ItemRow

_LOOKS = 2
"""The first look may come before the form has begun to move."""


class Eyes:
    """Read the form as it stands; what is in a closed item they do not see."""

    def __init__(self, desk: Desk) -> None:
        self._form = desk.window.work.form
        self._session = desk.parts.session

    def row(self, path: str) -> FieldRow | None:
        """The field's row, where the form shows one."""
        return next((row for row in self._rows() if row.path == path), None)

    def fields(self, part: str) -> tuple[str, ...]:
        """The fields that stand in a section, list or list entry, from top to bottom."""
        return tuple(sorted((row.path for row in self._rows() if is_under(row.path, part)), key=form_order))

    def value(self, path: str) -> str:
        """What the field says; nothing where it is empty or not shown."""
        row = self.row(path)
        match row.editor if row else None:
            case QLineEdit() as line:
                return line.text()
            case QTextEdit() as text:
                return text.toPlainText()
            case ChoiceEditor() as choice:
                return choice.currentText() or choice.placeholderText()
            case None:
                return ""
            case flag:
                return flag.text()

    def asks(self, path: str) -> bool:
        """Whether the field's mark asks for a look."""
        row = self.row(path)
        mark = row.head.findChild(MarkButton) if row else None
        return mark is not None and mark.mark.token == "look"

    def remark(self, path: str) -> str:
        """What stands below the field."""
        row = self.row(path)
        remark = row.findChild(Remark) if row else None
        return remark.text() if remark is not None else ""

    def entries(self, listing: str) -> tuple[str, ...]:
        """The paths of a list's entries."""
        places = {paths.position(path, listing) for path in self.fields(listing)}
        return tuple(f"{listing}[{place}]" for place in sorted(place for place in places if place is not None))

    @property
    def items(self) -> tuple[ItemRow, ...]:
        """The heads of the items."""
        return tuple(head for head in self._form.findChildren(ItemRow) if head.isVisible())

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The checks that stand in the way of "verified", once they have been made anew."""
        wait_for("the checks", lambda: self._session.checked)
        return tuple(one for one in self._session.open_findings if one.severity is Severity.ERROR)

    def rest_on_the_form(self) -> None:
        """Wait until everything on the form has found its place: until two looks see the same."""
        seen: list[tuple[tuple[int, int], ...]] = []

        def the_same_again() -> bool:
            seen.append(tuple((row.mapTo(self._form, row.rect().topLeft()).y(), row.height()) for row in self._rows()))
            return len(seen) > _LOOKS and seen[-1] == seen[-2]

        wait_for("the form to stand still", the_same_again)

    def _rows(self) -> list[FieldRow]:
        wait_for("the form to show the letter", lambda: self._form.settled)
        return [row for row in self._form.findChildren(FieldRow) if row.isVisible()]
