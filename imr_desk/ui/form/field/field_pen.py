"""The hand that writes into the record: whatever the session refuses is explained below the editor."""

from __future__ import annotations

from collections.abc import Callable

from imr_desk.desk.sitting.session import Session
from imr_desk.letter.entry import Absence, Value
from imr_desk.ui.form.field.remark import Remark


class FieldPen:
    """Passes on what a person typed or chose for a field; False where it was refused or changed nothing."""

    def __init__(self, session: Session, remark: Remark) -> None:
        self._session = session
        self._remark = remark

    def type(self, path: str, words: str) -> bool:
        """Put in the value that the words say."""
        return self._explained(lambda: self._session.type_value(path, words))

    def choose(self, path: str, value: Value) -> bool:
        """Put in a value of the field's list."""
        return self._explained(lambda: self._session.choose_value(path, value))

    def mark_absent(self, path: str, why: Absence) -> bool:
        """Say that there is no value, and why."""
        return self._explained(lambda: self._session.mark_absent(path, why))

    def confirm(self, path: str) -> bool:
        """Stand behind the field as it is."""
        return self._explained(lambda: self._session.confirm(path))

    def _explained(self, act: Callable[[], bool]) -> bool:
        self._session.refused.connect(self._remark.refuse)
        try:
            return act()
        finally:
            self._session.refused.disconnect(self._remark.refuse)
