"""Dimming of what most letters of the kind print too, so that the eye finds what is this letter's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.pages.repetition import Counting, NotCounted, Repetition
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.field import is_passage
from imr_desk.letter.reading import Matched, Reading
from imr_desk.letter.repetition import FEWEST, Common, TooFew, repeated, without
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.ui.page.marks import Ink, Marks, marks_of
from imr_desk.ui.page.page_view import PageView


class Dimming(QObject):
    """Marks repeated words on the pages while it is on; never a value, nor what is in focus, checked or highlighted."""

    told = Signal(str)
    """How it stands with the dimming, in a few words; none while it is off."""
    changed = Signal()

    def __init__(self, repetition: Repetition, session: Session, focus: Focus, page: PageView) -> None:
        super().__init__(page)
        self._repetition = repetition
        self._session = session
        self._focus = focus
        self._repeated: tuple[Span, ...] = ()
        self.on = False
        session.letter_shown.connect(self._look)
        repetition.counted.connect(self._look)
        changes = (session.fields_changed, session.list_changed, session.highlights_changed, session.findings_changed)
        page.mark_also(self._marks, self.changed, focus.focus_changed, *changes)

    def toggle(self) -> None:
        """Dim, or show everything in full."""
        self.set_on(not self.on)

    def set_on(self, on: bool) -> None:
        """Whether to dim."""
        self.on = on
        self._look()

    def _look(self) -> None:
        """Find what is repeated in the letter on the desk, as far as it is known."""
        letter = self._session.letter
        reading = letter.outcome if letter and isinstance(letter.outcome, Reading) else None
        self._repeated, words = (), ""
        if self.on and reading is not None:
            template = reading.detection.template if isinstance(reading.detection, Matched) else ""
            self._repetition.ask(template)
            known = self._repetition.of(template)
            words = self._worded(known)
            self._repeated = repeated(reading.text.text, known) if isinstance(known, Common) else ()
        self.told.emit(words)
        self.changed.emit()

    def _worded(self, known: Counting | None) -> str:
        match known:
            case None:
                return self.tr("Repeated text: counting\N{HORIZONTAL ELLIPSIS}")
            case Common():
                return self.tr("Repeated text dimmed")
            case TooFew(letters):
                said = self.tr("Repeated text: too few letters of this kind to know ({letters} of {fewest})")
                return said.format(letters=letters, fewest=FEWEST)
            case NotCounted(reason):
                return self.tr("Repeated text is not dimmed: {reason}").format(reason=reason)
            case _:
                assert_never(known)

    def _marks(self, text: LetterText) -> Marks:
        return marks_of(text, without(self._repeated, self._kept()), Ink.REPEATED) if self._repeated else {}

    def _kept(self) -> Iterator[Span]:
        """What is never dimmed: values, and all that is in focus, checked or highlighted."""
        record = self._session.record
        looked_at = {self._focus.path, *(path for one in self._session.open_findings for path in one.fields)}
        for path, entry in record.entries.items():
            if entry.span is not None and (path in looked_at or not is_passage(path)):
                yield entry.span
        yield from (one.span for one in self._session.highlights)
