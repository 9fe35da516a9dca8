"""What every part of the form works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.focus import Focus
from imr_desk.desk.learning import Learning
from imr_desk.desk.page_images import PageImages
from imr_desk.desk.session import Session
from imr_desk.letter.entry import Entry
from imr_desk.ui.by_turns import ByTurns
from imr_desk.ui.form.choice_lists import ChoiceLists
from imr_desk.ui.form.mark import record_words
from imr_desk.ui.form.row_index import RowIndex


class Wishes(QObject):
    """What a part of the form wishes the window to do."""

    compare_requested = Signal()
    """The other letters of the case are to be seen beside this one."""
    verify_requested = Signal()
    """Nothing is left to look at in the letter, and the person goes on."""


@dataclass(frozen=True, eq=False)
class Bench:
    """The open letter, the field in focus, the pages' pictures, the lists, what was learned, which row shows what."""

    session: Session
    focus: Focus
    images: PageImages
    lists: ChoiceLists
    learning: Learning
    turns: ByTurns
    """What of the form is left for later turns."""
    rows: RowIndex
    wishes: Wishes = field(default_factory=Wishes)

    def explanation(self, entry: Entry) -> str:
        """Which rule read the entry, and how that rule has fared."""
        return record_words(entry.parsers, self.learning.record_of(entry.parsers.rule))
