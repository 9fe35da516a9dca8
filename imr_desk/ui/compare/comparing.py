"""How letters of one case come to be compared: from a key, a check or the list, and what is chosen there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from imr_desk.intake.request import Pdf
from imr_desk.letter.span import Span
from imr_desk.store.kept.stored import StoredLetter
from imr_desk.ui.compare.compare_view import CompareView
from imr_desk.ui.parts import Parts
from imr_desk.ui.stage import Stage, View
from imr_desk.ui.workplace import Workplace


class Comparing(QObject):
    """Brings the view onto the stage, and the person back to the work."""

    nothing_to_compare = Signal(str)
    """There is no other letter; the sentence says so."""

    def __init__(self, parts: Parts, stage: Stage, work: Workplace) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._work = work
        self._wanted: int | None = None
        self._view: View | None = None
        self.body = CompareView(parts.images, parts.other_images)
        self.body.other_chosen.connect(self._show_pages)
        self.body.field_taken.connect(self._go_to_field)
        self.body.place_taken.connect(self._go_to_place)
        parts.session.letter_shown.connect(
            self._go_on, Qt.ConnectionType.QueuedConnection
        )  # after the work is in front

    def compare(self) -> None:
        """Show the open letter beside the others of its case."""
        letter = self._parts.session.letter
        if letter is not None:
            self._parts.keeper.ask(lambda store: store.same_case(letter.id), self._show)

    def compare_letter(self, letter_id: int) -> None:
        """Open a letter and compare it."""
        letter = self._parts.session.letter
        if letter is not None and letter.id == letter_id:
            self.compare()
        else:
            self._wanted = letter_id
            self._parts.session.show(letter_id)

    def compare_first(self, letter_ids: Sequence[int]) -> None:
        """Open the first of these letters and compare it; nothing happens where there is none by now."""
        for letter_id in letter_ids[:1]:
            self.compare_letter(letter_id)

    def _go_on(self) -> None:
        """A wish is kept while no letter is open, for the one on its way; another letter makes it void."""
        letter, wanted = self._parts.session.letter, self._wanted
        if letter is None or wanted is None:
            return
        self._wanted = None
        if letter.id == wanted:
            self.compare()

    def _show(self, others: Sequence[StoredLetter]) -> None:
        letter = self._parts.session.letter
        if letter is None:
            return
        if not others:
            self.nothing_to_compare.emit(self.tr("No other letter in the store has this case number."))
            return
        if self._view is None:
            hint = self.tr(
                "N, Shift+N: next, previous difference \N{MIDDLE DOT} Enter: go to the field in the open letter"
            )
            self._view = View(self.tr("Letters of the same case"), self.body, hint)
        self._stage.enter(self._view)
        self.body.show_letters(letter, others)

    def _show_pages(self, other: StoredLetter) -> None:
        images = self._parts.other_images
        self._parts.keeper.ask(
            lambda store: store.pdf(other.id), lambda data: images.open_letter(Pdf(other.file, data))
        )

    def _go_to_field(self, path: str) -> None:
        """To a field of the open letter; where only the other letter has it, to what it stands under."""
        self._stage.leave()
        record = self._parts.session.record
        self._work.side.show_form()
        self._parts.focus.set(path if path in record else self._parts.focus.path)

    def _go_to_place(self, span: Span) -> None:
        self._stage.leave()
        self._work.page.show_span(span)
