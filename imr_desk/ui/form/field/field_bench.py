"""What one field of the form works with."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.learning import Learning
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.entry import Entry
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from imr_desk.ui.form.field.mark import record_words


@dataclass(frozen=True, eq=False)
class FieldBench:
    """The open letter, the field in focus, the pages' pictures, the lists, what was learned."""

    session: Session
    focus: Focus
    images: PageImages
    lists: ChoiceLists
    learning: Learning

    def explanation(self, entry: Entry) -> str:
        """Which rule read the entry, and how that rule has fared."""
        return record_words(entry.parsers, self.learning.record_of(entry.parsers.rule))
