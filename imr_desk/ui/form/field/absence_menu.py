"""The three kinds of "no value", each at one letter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from imr_desk.letter.entry import Absence

ABSENCES: tuple[tuple[str, Absence], ...] = (
    ("&Not in the letter", Absence.NOT_IN_LETTER),
    ("I&llegible", Absence.ILLEGIBLE),
    ("&Unknown, as the letter says", Absence.STATED_UNKNOWN),
)


class AbsenceMenu(QMenu):
    """Asks why there is no value: by N, L or U, by arrows or mouse; Esc leaves all as it was."""

    def __init__(self, chosen: Callable[[Absence], None], parent: QWidget) -> None:
        super().__init__(self.tr("No value"), parent)
        for words, why in ABSENCES:
            self.addAction(QCoreApplication.translate("AbsenceMenu", words), partial(chosen, why))

    def ask_below(self, editor: QWidget) -> None:
        """Ask right below an editor; gone again once answered."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(editor.mapToGlobal(editor.rect().bottomLeft()))
